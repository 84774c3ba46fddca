// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/model_words.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace zeropoint::ui {
namespace {

constexpr std::size_t mostShares = 3;

QString tr(const char* text) {
    return QCoreApplication::translate("ModelWords", text);
}

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
            shares << QStringLiteral("%1 %2").arg(formatPercent(part),
                                                  QString::fromStdString(share.dtype));
        }
    }
    const QString parameters = totals.parameters == 1
                                   ? QCoreApplication::translate("ModelWords", "1 parameter")
                                   : QCoreApplication::translate("ModelWords", "%1 parameters")
                                         .arg(formatCount(totals.parameters));
    return (QStringList{parameters, formatBytes(totals.bytes)} << shares.join(QStringLiteral(", ")))
        .join(QStringLiteral(" · "));
}

QString architectureText(const ModelConfig& config) {
    QStringList parts;
    if (config.layers) {
        parts << QCoreApplication::translate("ModelWords", "%1 layers").arg(count(config.layers));
    }
    if (config.hidden) {
        parts << QCoreApplication::translate("ModelWords", "hidden %1").arg(count(config.hidden));
    }
    if (config.heads) {
        parts << QCoreApplication::translate("ModelWords", "%1 heads").arg(count(config.heads));
    }
    if (config.kvHeads) {
        parts
            << QCoreApplication::translate("ModelWords", "%1 KV heads").arg(count(config.kvHeads));
    }
    return parts.join(QStringLiteral(" · "));
}

QList<QPair<QString, QString>> architectureFigures(const ModelConfig& config) {
    QList<QPair<QString, QString>> rows;
    const auto text = [&](const char* name, const std::string& value) {
        if (!value.empty()) {
            rows.append({tr(name), QString::fromStdString(value)});
        }
    };
    const auto figure = [&](const char* name, const std::optional<std::int64_t>& value) {
        if (value) {
            rows.append({tr(name), count(value)});
        }
    };
    text(QT_TRANSLATE_NOOP("ModelWords", "Model"), config.modelType);
    text(QT_TRANSLATE_NOOP("ModelWords", "Stored as"), config.dtype);
    figure(QT_TRANSLATE_NOOP("ModelWords", "Layers"), config.layers);
    figure(QT_TRANSLATE_NOOP("ModelWords", "Hidden size"), config.hidden);
    figure(QT_TRANSLATE_NOOP("ModelWords", "Heads"), config.heads);
    figure(QT_TRANSLATE_NOOP("ModelWords", "KV heads"), config.kvHeads);
    figure(QT_TRANSLATE_NOOP("ModelWords", "Size of a head"), config.headDim);
    figure(QT_TRANSLATE_NOOP("ModelWords", "MLP size"), config.intermediate);
    figure(QT_TRANSLATE_NOOP("ModelWords", "Vocabulary"), config.vocabulary);
    figure(QT_TRANSLATE_NOOP("ModelWords", "Context"), config.context);
    return rows;
}

}  // namespace zeropoint::ui
