// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_words.h"

#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/scheme/element_format.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/scheme_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace zeropoint::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CompareWords)
};

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

/// As its makers write it; empty for this program's own.
QString conventionOf(const QuantScheme& scheme) {
    switch (scheme.convention) {
        case Convention::Zeropoint:
            return {};
        case Convention::PyTorch:
            return QStringLiteral("PyTorch");
        case Convention::Onnx:
            return QStringLiteral("ONNX");
        case Convention::TfLite:
            return QStringLiteral("TFLite");
        case Convention::TensorRt:
            return QStringLiteral("TensorRT");
        case Convention::Gguf:
            return QStringLiteral("GGUF");
    }
    return {};
}

QString overflowOf(OverflowRule rule) {
    switch (rule) {
        case OverflowRule::Usual:
            return {};
        case OverflowRule::Saturate:
            return Words::tr("saturates");
        case OverflowRule::Special:
            return Words::tr("overflows to infinity or NaN");
    }
    return {};
}

/// Signed codes are symmetric and unsigned ones asymmetric, unless it is said.
QString symmetryOf(const QuantScheme& scheme, const ElementFormat& element) {
    const NumberFormat* format = element.format;
    if (!element.integer || format == nullptr) {
        return {};
    }
    const bool isSigned = !format->id.starts_with("u");
    if (!scheme.symmetric) {
        return Words::tr("asymmetric");
    }
    return isSigned ? QString() : Words::tr("symmetric");
}

}  // namespace

QString settingName(const QuantScheme& scheme) {
    if (const BlockFormat* block = findBlockFormat(scheme.format)) {
        return toText(block->name);
    }
    return formatName(QString::fromStdString(scheme.format));
}

QString settingDetail(const QuantScheme& given) {
    const QuantScheme scheme = followed(given);
    if (const BlockFormat* block = findBlockFormat(scheme.format)) {
        return Words::tr("blocks of %1").arg(block->valuesPerBlock);
    }
    const auto element = elementFormat(scheme);
    QStringList parts;
    if (element && !element->scaled) {
        parts << Words::tr("plain cast");
    } else {
        parts << granularityOf(scheme);
        parts << (element ? symmetryOf(scheme, *element) : QString()) << rangeOf(scheme.range);
        if (scheme.narrow) {
            parts << Words::tr("narrow codes");
        }
        if (scheme.scaleFormat == ScaleFormat::Double) {
            parts << Words::tr("double-quantized scales");
        } else if (scheme.scaleFormat != ScaleFormat::Fp32) {
            parts << Words::tr("%1 scales")
                         .arg(toText(wordOf(scaleFormatWords, scheme.scaleFormat)).toUpper());
        }
        parts << conventionOf(scheme);
    }
    if (scheme.rounding != Rounding::NearestEven) {
        parts << roundingName(scheme.rounding).toLower();
    }
    if (scheme.rounding == Rounding::Stochastic) {
        parts << Words::tr("seed %1").arg(scheme.seed);
    }
    parts << (element && !element->integer ? overflowOf(scheme.overflow) : QString());
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString columnLetter(int column) {
    return QString(QChar(u'A' + column));
}

}  // namespace zeropoint::ui
