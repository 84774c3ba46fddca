// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/messages.h"

#include "core/scheme/format_settings.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class Messages {
    Q_DECLARE_TR_FUNCTIONS(Messages)
};

}  // namespace

QString errorText(const Error& error) {
    return shownText(toString(error));
}

QString formatName(const QString& formatId) {
    const NumberFormat* format = findNumberFormat(formatId.toStdString());
    return format ? QString::fromUtf8(format->name.data(), qsizetype(format->name.size()))
                  : formatId.toUpper();
}

QString granularityName(Granularity granularity) {
    switch (granularity) {
        case Granularity::Tensor:
            return Messages::tr("tensor");
        case Granularity::Channel:
            return Messages::tr("channel");
        case Granularity::Group:
            return Messages::tr("group");
    }
    return {};
}

QString rangeMethodName(RangeMethod::Kind kind) {
    switch (kind) {
        case RangeMethod::Kind::MinMax:
            return Messages::tr("Min-max");
        case RangeMethod::Kind::Percentile:
            return Messages::tr("Percentile");
        case RangeMethod::Kind::Mse:
            return Messages::tr("Smallest MSE");
        case RangeMethod::Kind::Entropy:
            return Messages::tr("Entropy (KL)");
        case RangeMethod::Kind::AciqGauss:
            return Messages::tr("ACIQ, Gauss");
        case RangeMethod::Kind::AciqLaplace:
            return Messages::tr("ACIQ, Laplace");
        case RangeMethod::Kind::Explicit:
            return Messages::tr("By hand");
        case RangeMethod::Kind::LpNorm:
            return Messages::tr("Lp norm");
        case RangeMethod::Kind::MeanSigma:
            return Messages::tr("Mean and deviations");
        default:
            return {};
    }
}

QString unitName(Granularity granularity, qulonglong index) {
    return granularity == Granularity::Channel ? Messages::tr("channel %1").arg(index)
           : granularity == Granularity::Group ? Messages::tr("group %1").arg(index)
                                               : Messages::tr("tensor");
}

QString roundingName(Rounding rounding) {
    switch (rounding) {
        case Rounding::NearestEven:
            return Messages::tr("Nearest, ties to even");
        case Rounding::HalfAway:
            return Messages::tr("Nearest, ties away");
        case Rounding::HalfUp:
            return Messages::tr("Nearest, ties up");
        case Rounding::Floor:
            return Messages::tr("Down");
        case Rounding::Ceil:
            return Messages::tr("Up");
        case Rounding::TowardZero:
            return Messages::tr("Toward zero");
        case Rounding::Stochastic:
            return Messages::tr("Stochastic");
    }
    return {};
}

QString numberClassName(NumberClass kind) {
    switch (kind) {
        case NumberClass::Zero:
            return Messages::tr("zero");
        case NumberClass::Subnormal:
            return Messages::tr("subnormal");
        case NumberClass::Normal:
            return Messages::tr("normal");
        case NumberClass::Infinite:
            return Messages::tr("infinity");
        case NumberClass::Nan:
            return Messages::tr("NaN");
    }
    return {};
}

QString schemeDetail(const QuantScheme& scheme) {
    const FormatSettings follows = settingsOf(scheme.format);
    if (!follows.scale) {
        return follows.kind == FormatSettings::Kind::Blocks
                   ? Messages::tr("each block its own scale")
                   : Messages::tr("plain cast");
    }
    QStringList parts;
    if (follows.zeroPoint) {
        parts << (scheme.symmetric ? Messages::tr("symmetric") : Messages::tr("asymmetric"));
    }
    parts << granularityName(scheme.granularity);
    const RangeMethod& range = scheme.range;
    if (range.kind == RangeMethod::Kind::Percentile) {
        parts << QStringLiteral("p") + formatNumber(range.percentile, 5);
    } else {
        parts << rangeMethodName(range.kind).toLower();
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace zeropoint::ui
