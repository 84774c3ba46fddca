// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_coach.h"

#include "ui/pages/memory/bar_words.h"
#include "ui/pages/memory/memory_questions.h"
#include "ui/pages/memory/memory_rules.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int own = 3;  ///< the bar that is chosen by hand

/// How much the cache of the fourth bar grows with twice the context.
Prediction cachePrediction(const MemoryAnswer& answer, bool binary) {
    const MemoryBar& bar = answer.bars[own];
    const std::int64_t twice = 2 * answer.question.context;
    const auto total = TotalByContext(bar.request, bar.estimate).total(twice);
    Prediction prediction;
    if (!total || *total <= bar.estimate.total()) {
        return prediction;
    }
    const auto grown = static_cast<double>(*total - bar.estimate.total());
    const auto all = static_cast<double>(bar.estimate.total());
    prediction.question =
        MemoryCoach::tr("Double the context to %1. How much does the %2 bar grow?")
            .arg(formatCount(static_cast<qulonglong>(twice)), barName(answer, own));
    prediction.options = {memoryText(grown, binary, 1),
                          MemoryCoach::tr("%1, it doubles").arg(memoryText(all, binary, 1)),
                          MemoryCoach::tr("Not at all")};
    prediction.correct = 0;
    prediction.explanation =
        MemoryCoach::tr("Only the cache and the working memory grow; the weights stay %1.")
            .arg(memoryText(static_cast<double>(bar.estimate.weights), binary, 1));
    return prediction;
}

}  // namespace

CoachText memoryCoach(const MemoryAnswer* answer, const MemoryView& view) {
    CoachText text = advise(memoryRules(), memoryQuestions(), memoryFigures(answer, view));
    if (answer != nullptr && text.prediction.options.isEmpty()) {
        text.prediction = cachePrediction(*answer, view.binary);
    }
    return text;
}

}  // namespace zeropoint::ui
