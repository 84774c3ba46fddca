// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/messages.h"

#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

QString translate(const char* text) {
    return QCoreApplication::translate("Messages", text);
}

QString errorHeadline(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument:
            return translate("That setting does not work");
        case ErrorCode::NotFound:
            return translate("Not found");
        case ErrorCode::ReadFailed:
            return translate("Could not read");
        case ErrorCode::WriteFailed:
            return translate("Could not write");
        case ErrorCode::Malformed:
            return translate("The file is damaged");
        case ErrorCode::Unsupported:
            return translate("Not supported");
        case ErrorCode::TooLarge:
            return translate("Too large");
        case ErrorCode::Cancelled:
            return translate("Cancelled");
        case ErrorCode::Diverged:
            return translate("Training diverged");
        case ErrorCode::Internal:
            return translate("A fault of this program");
    }
    return {};
}

}  // namespace

QString errorText(const Error& error) {
    return errorHeadline(error.code) + QStringLiteral(": ") + shownText(toString(error));
}

QString formatName(const QString& formatId) {
    const NumberFormat* format = findNumberFormat(formatId.toStdString());
    return format ? QString::fromUtf8(format->name.data(), qsizetype(format->name.size()))
                  : formatId.toUpper();
}

QString granularityName(Granularity granularity) {
    switch (granularity) {
        case Granularity::Tensor:
            return translate("tensor");
        case Granularity::Channel:
            return translate("channel");
        case Granularity::Group:
            return translate("group");
    }
    return {};
}

QString rangeMethodName(RangeMethod::Kind kind) {
    switch (kind) {
        case RangeMethod::Kind::MinMax:
            return translate("Min-max");
        case RangeMethod::Kind::Percentile:
            return translate("Percentile");
        case RangeMethod::Kind::Mse:
            return translate("Smallest MSE");
        case RangeMethod::Kind::Entropy:
            return translate("Entropy (KL)");
        case RangeMethod::Kind::AciqGauss:
            return translate("ACIQ, Gauss");
        case RangeMethod::Kind::AciqLaplace:
            return translate("ACIQ, Laplace");
        case RangeMethod::Kind::Explicit:
            return translate("By hand");
        case RangeMethod::Kind::LpNorm:
            return translate("Lp norm");
        case RangeMethod::Kind::MeanSigma:
            return translate("Mean and deviations");
        default:
            return {};
    }
}

QString roundingName(Rounding rounding) {
    switch (rounding) {
        case Rounding::NearestEven:
            return translate("Nearest, ties to even");
        case Rounding::HalfAway:
            return translate("Nearest, ties away");
        case Rounding::HalfUp:
            return translate("Nearest, ties up");
        case Rounding::Floor:
            return translate("Down");
        case Rounding::Ceil:
            return translate("Up");
        case Rounding::TowardZero:
            return translate("Toward zero");
        case Rounding::Stochastic:
            return translate("Stochastic");
    }
    return {};
}

QString numberClassName(NumberClass kind) {
    switch (kind) {
        case NumberClass::Zero:
            return translate("zero");
        case NumberClass::Subnormal:
            return translate("subnormal");
        case NumberClass::Normal:
            return translate("normal");
        case NumberClass::Infinite:
            return translate("infinity");
        case NumberClass::Nan:
            return translate("NaN");
    }
    return {};
}

QString schemeDetail(const QuantScheme& scheme) {
    QStringList parts;
    parts << (scheme.symmetric ? translate("symmetric") : translate("asymmetric"))
          << granularityName(scheme.granularity);
    const RangeMethod& range = scheme.range;
    if (range.kind == RangeMethod::Kind::Percentile) {
        parts << QStringLiteral("p") + formatNumber(range.percentile, 5);
    } else {
        parts << rangeMethodName(range.kind).toLower();
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace zeropoint::ui
