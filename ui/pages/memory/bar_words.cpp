// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/bar_words.h"

#include "ui/state/memory_model.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double tightShare = 0.9;

class BarWords {
    Q_DECLARE_TR_FUNCTIONS(BarWords)
};

const MemoryBar& barOf(const MemoryAnswer& answer, int bar) {
    return answer.bars[static_cast<std::size_t>(bar)];
}

double shareOf(const DeviceFit& fit) {
    return fit.available > 0 ? static_cast<double>(fit.needed) / static_cast<double>(fit.available)
                             : INFINITY;
}

/// Rounded down: what is nearly full is not called full.
QString percentOf(const DeviceFit& fit) {
    return QString::number(static_cast<int>(std::floor(shareOf(fit) * 100))) + QStringLiteral(" %");
}

}  // namespace

QString barName(const MemoryAnswer& answer, int bar) {
    switch (barOf(answer, bar).request.mode) {
        case MemoryMode::Inference:
            break;
        case MemoryMode::Full:
            return BarWords::tr("Full");
        case MemoryMode::Lora:
            return QStringLiteral("LoRA");
        case MemoryMode::Qlora:
            return QStringLiteral("QLoRA");
        case MemoryMode::Qat:
            return QStringLiteral("QAT");
    }
    const QString id = QString::fromStdString(choicesOf(answer.question, bar).format);
    return storedFormatName(id);
}

QString barDetail(const MemoryAnswer& answer, int bar) {
    const MemoryBar& of = barOf(answer, bar);
    switch (of.request.mode) {
        case MemoryMode::Inference:
            return BarWords::tr("%1 bit").arg(formatNumber(of.estimate.bitsPerWeight, 4));
        case MemoryMode::Full:
        case MemoryMode::Qat:
            return optimizerName(answer.question.optimizer);
        case MemoryMode::Lora:
        case MemoryMode::Qlora:
            return BarWords::tr("rank %1").arg(answer.question.rank);
    }
    return {};
}

Verdict verdictOf(const DeviceFit& fit) {
    if (fit.verdict == FitVerdict::Fits) {
        return shareOf(fit) <= tightShare ? Verdict::Fits : Verdict::Tight;
    }
    return fit.verdict == FitVerdict::FitsWithLess ? Verdict::LessContext : Verdict::TooLarge;
}

QString verdictText(const DeviceFit& fit) {
    switch (verdictOf(fit)) {
        case Verdict::Fits:
            return BarWords::tr("fits %1").arg(percentOf(fit));
        case Verdict::Tight:
            return BarWords::tr("tight %1").arg(percentOf(fit));
        case Verdict::LessContext:
            return BarWords::tr("≤ %1").arg(formatCount(qulonglong(fit.longestContext)));
        case Verdict::TooLarge:
            return std::isfinite(shareOf(fit))
                       ? QString::number(static_cast<qint64>(std::ceil(shareOf(fit)))) +
                             QChar(0x00D7)
                       : QStringLiteral("–");
    }
    return {};
}

QString verdictSentence(const MemoryAnswer& answer, const MemoryDevice& device, int bar,
                        bool binary) {
    const DeviceFit& fit = device.fits[static_cast<std::size_t>(bar)];
    const auto amount = [binary](std::int64_t bytes) { return memoryText(double(bytes), binary); };
    QString text = BarWords::tr("%1 on %2: %3 of %4.")
                       .arg(barName(answer, bar), QString::fromStdString(device.device.name),
                            amount(fit.needed), amount(fit.available));
    text += QLatin1Char(' ');
    switch (verdictOf(fit)) {
        case Verdict::Fits:
            text += BarWords::tr("It fits.");
            break;
        case Verdict::Tight:
            text += BarWords::tr("It fits, with less than a tenth to spare.");
            break;
        case Verdict::LessContext:
            text += BarWords::tr("It fits with up to %1 tokens.")
                        .arg(formatCount(qulonglong(fit.longestContext)));
            break;
        case Verdict::TooLarge:
            text += BarWords::tr("It does not fit, however short the context.");
            break;
    }
    if (fit.verdict == FitVerdict::Fits && fit.longestContext > 0) {
        text +=
            QLatin1Char(' ') +
            BarWords::tr("Up to %1 tokens would.").arg(formatCount(qulonglong(fit.longestContext)));
    }
    text += QLatin1Char(' ') + BarWords::tr("The largest model of this kind has %1 parameters.")
                                   .arg(shortCount(double(fit.largestParameters)));
    return text;
}

}  // namespace zeropoint::ui
