// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_coach.h"

#include "ui/pages/memory/bar_words.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace zeropoint::ui {
namespace {

enum Bar { Fp32, Fp16, Int8, Own, Full, Lora, Qlora, Qat };

class MemoryCoach {
    Q_DECLARE_TR_FUNCTIONS(MemoryCoach)
};

const MemoryEstimate& of(const MemoryAnswer& answer, Bar bar) {
    return answer.bars[bar].estimate;
}

QString fullParagraph(const MemoryAnswer& answer, bool binary) {
    const MemoryEstimate& full = of(answer, Full);
    const auto fp16 = static_cast<double>(of(answer, Fp16).weights);
    const auto total = static_cast<double>(full.total());
    return MemoryCoach::tr(
               "<b>Full fine-tuning needs %1 times the FP16 weights</b>, %2. Gradients "
               "and the optimizer's state take %3 bytes for each parameter beside its "
               "weight.")
        .arg(formatNumber(total / fp16, 2), memoryText(total, binary, 1),
             formatNumber(static_cast<double>(full.gradients + full.optimizer) /
                              static_cast<double>(full.parameters),
                          3));
}

QString adapterParagraph(const MemoryAnswer& answer) {
    const MemoryEstimate& lora = of(answer, Lora);
    return MemoryCoach::tr(
               "LoRA freezes the base, so gradients and states apply to %1 adapter "
               "weights in place of %2: %3 of them.")
        .arg(shortCount(static_cast<double>(lora.trainableParameters)),
             shortCount(static_cast<double>(lora.parameters)),
             formatPercent(static_cast<double>(lora.trainableParameters) /
                           static_cast<double>(lora.parameters)));
}

QString qloraParagraph(const MemoryAnswer& answer, bool binary) {
    return MemoryCoach::tr(
               "QLoRA also stores the base in NF4: %1 become %2. %3 of that are "
               "activations, which no format of the weights makes smaller.")
        .arg(memoryText(static_cast<double>(of(answer, Lora).total()), binary, 1),
             memoryText(static_cast<double>(of(answer, Qlora).total()), binary, 1),
             memoryText(static_cast<double>(of(answer, Qlora).activations), binary, 1));
}

/// How much the cache of the fourth bar grows with twice the context.
Prediction cachePrediction(const MemoryAnswer& answer, bool binary) {
    const MemoryBar& own = answer.bars[Own];
    const std::int64_t twice = 2 * answer.question.context;
    const auto total = TotalByContext(own.request, own.estimate).total(twice);
    Prediction prediction;
    if (!total || *total <= own.estimate.total()) {
        return prediction;
    }
    const auto grown = static_cast<double>(*total - own.estimate.total());
    const auto all = static_cast<double>(own.estimate.total());
    prediction.question =
        MemoryCoach::tr("Double the context to %1. How much does the %2 bar grow?")
            .arg(formatCount(static_cast<qulonglong>(twice)), barName(answer, Own));
    prediction.options = {memoryText(grown, binary, 1),
                          MemoryCoach::tr("%1, it doubles").arg(memoryText(all, binary, 1)),
                          MemoryCoach::tr("Not at all")};
    prediction.correct = 0;
    prediction.explanation =
        MemoryCoach::tr("Only the cache and the working memory grow; the weights stay %1.")
            .arg(memoryText(static_cast<double>(own.estimate.weights), binary, 1));
    return prediction;
}

}  // namespace

CoachText memoryCoach(const MemoryAnswer* answer, const MemoryView& view) {
    CoachText text;
    if (answer == nullptr) {
        text.paragraphs << MemoryCoach::tr("Choose a model: every bar follows from its shapes.");
        return text;
    }
    text.paragraphs << fullParagraph(*answer, view.binary) << adapterParagraph(*answer)
                    << qloraParagraph(*answer, view.binary)
                    << MemoryCoach::tr(
                           "Published figures differ because their assumptions do. "
                           "Each of ours is a row under Assumptions.");
    text.prediction = cachePrediction(*answer, view.binary);
    return text;
}

}  // namespace zeropoint::ui
