// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_words.h"

#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/scheme/scheme_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace zeropoint::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CompareWords)
};

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString granularityOf(const QuantScheme& scheme) {
    switch (scheme.granularity) {
        case Granularity::Tensor:
            return Words::tr("per tensor");
        case Granularity::Channel:
            return Words::tr("per channel");
        case Granularity::Group:
            return Words::tr("groups of %1").arg(scheme.groupSize);
    }
    return {};
}

QString rangeOf(const RangeMethod& range) {
    if (range.kind == RangeMethod::Kind::Percentile) {
        return QStringLiteral("p") + formatNumber(range.percentile, 5);
    }
    const QString name = rangeMethodName(range.kind);
    const bool word =
        range.kind != RangeMethod::Kind::AciqGauss && range.kind != RangeMethod::Kind::AciqLaplace;
    return word ? name.left(1).toLower() + name.mid(1) : name;
}

}  // namespace

QString settingName(const QuantScheme& scheme) {
    if (const BlockFormat* block = findBlockFormat(scheme.format)) {
        return textOf(block->name);
    }
    return formatName(QString::fromStdString(scheme.format));
}

QString settingDetail(const QuantScheme& scheme) {
    if (const BlockFormat* block = findBlockFormat(scheme.format)) {
        return Words::tr("blocks of %1").arg(block->valuesPerBlock);
    }
    QStringList parts{granularityOf(scheme)};
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format != nullptr && format->kind == FormatKind::Integer && !scheme.symmetric) {
        parts << Words::tr("asymmetric");
    }
    parts << rangeOf(scheme.range);
    if (scheme.scaleFormat == ScaleFormat::Double) {
        parts << Words::tr("double-quantized scales");
    } else if (scheme.scaleFormat != ScaleFormat::Fp32) {
        parts << Words::tr("%1 scales")
                     .arg(textOf(wordOf(scaleFormatWords, scheme.scaleFormat)).toUpper());
    }
    if (scheme.rounding != Rounding::NearestEven) {
        parts << roundingName(scheme.rounding).toLower();
    }
    return parts.join(QStringLiteral(", "));
}

QString columnLetter(int column) {
    return QString(QChar(u'A' + column));
}

}  // namespace zeropoint::ui
