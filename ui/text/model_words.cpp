// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/model_words.h"

#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace zeropoint::ui {
namespace {

constexpr std::size_t mostShares = 3;

class ModelWords {
    Q_DECLARE_TR_FUNCTIONS(ModelWords)
};

QString count(const std::optional<std::int64_t>& value) {
    return formatCount(static_cast<qulonglong>(*value));
}

}  // namespace

QString totalsText(const ModelTotals& totals) {
    QStringList shares;
    for (const DTypeShare& share : totals.byDType) {
        if (static_cast<std::size_t>(shares.size()) < mostShares && totals.bytes > 0) {
            const double part =
                static_cast<double>(share.bytes) / static_cast<double>(totals.bytes);
            shares << QStringLiteral("%1 %2").arg(formatPercent(part), shownText(share.dtype));
        }
    }
    const QString parameters =
        totals.parameters == 1
            ? ModelWords::tr("1 parameter")
            : ModelWords::tr("%1 parameters").arg(formatCount(totals.parameters));
    return (QStringList{parameters, formatBytes(totals.bytes)} << shares.join(QStringLiteral(", ")))
        .join(QStringLiteral(" · "));
}

QString totalsByType(const ModelTotals& totals) {
    constexpr std::size_t mostLines = 12;
    QStringList lines;
    for (const DTypeShare& share : totals.byDType) {
        const QString bytes = formatBytes(share.bytes);
        const QString type = shownText(share.dtype);
        if (static_cast<std::size_t>(lines.size()) == mostLines) {
            const std::size_t others = totals.byDType.size() - mostLines;
            return (lines << ModelWords::tr("and %1 more types").arg(formatCount(others)))
                .join(QLatin1Char('\n'));
        }
        lines << (share.tensors == 1 ? ModelWords::tr("%1: 1 tensor, %2").arg(type, bytes)
                                     : ModelWords::tr("%1: %2 tensors, %3")
                                           .arg(type, formatCount(share.tensors), bytes));
    }
    return lines.join(QLatin1Char('\n'));
}

QString architectureText(const ModelConfig& config) {
    QStringList parts;
    if (config.layers) {
        parts << (config.layers == 1 ? ModelWords::tr("1 layer")
                                     : ModelWords::tr("%1 layers").arg(count(config.layers)));
    }
    if (config.hidden) {
        parts << ModelWords::tr("hidden %1").arg(count(config.hidden));
    }
    if (config.heads) {
        parts << (config.heads == 1 ? ModelWords::tr("1 head")
                                    : ModelWords::tr("%1 heads").arg(count(config.heads)));
    }
    if (config.kvHeads) {
        parts << (config.kvHeads == 1 ? ModelWords::tr("1 KV head")
                                      : ModelWords::tr("%1 KV heads").arg(count(config.kvHeads)));
    }
    return parts.join(QStringLiteral(" · "));
}

QPair<QString, QString> noteWords(const FileNote& note) {
    switch (note.kind) {
        case FileNote::Kind::IndexColumn:
            return {ModelWords::tr("Index column"),
                    ModelWords::tr("the first has no title and is left out")};
        case FileNote::Kind::ForeignClasses:
            return {ModelWords::tr("Code that is not run"), shownText(note.detail)};
        case FileNote::Kind::GuessedGroups:
            return {ModelWords::tr("Guessed bits and groups"),
                    ModelWords::tr("no config.json beside the file says those of %1")
                        .arg(shownText(note.detail))};
        case FileNote::Kind::UnreadConfig:
            return {ModelWords::tr("Unread configuration"),
                    ModelWords::tr("%1 beside the file is no JSON object and was not used: get it "
                                   "again")
                        .arg(shownText(note.detail))};
        case FileNote::Kind::TensorCount:
            return {ModelWords::tr("Tensors"),
                    ModelWords::tr("the parts say that they hold %1, and hold another number: some "
                                   "may be missing")
                        .arg(shownText(note.detail))};
    }
    return {};
}

QList<QPair<QString, QString>> architectureFigures(const ModelConfig& config) {
    QList<QPair<QString, QString>> rows;
    const auto text = [&](const QString& name, const std::string& value) {
        if (!value.empty()) {
            rows.append({name, QString::fromStdString(value)});
        }
    };
    const auto figure = [&](const QString& name, const std::optional<std::int64_t>& value) {
        if (value) {
            rows.append({name, count(value)});
        }
    };
    text(ModelWords::tr("Model"), config.modelType);
    text(ModelWords::tr("Stored as"), config.dtype);
    figure(ModelWords::tr("Layers"), config.layers);
    figure(ModelWords::tr("Hidden size"), config.hidden);
    figure(ModelWords::tr("Heads"), config.heads);
    figure(ModelWords::tr("KV heads"), config.kvHeads);
    figure(ModelWords::tr("Size of a head"), config.headDim);
    figure(ModelWords::tr("MLP size"), config.intermediate);
    figure(ModelWords::tr("Vocabulary"), config.vocabulary);
    figure(ModelWords::tr("Context"), config.context);
    return rows;
}

}  // namespace zeropoint::ui
