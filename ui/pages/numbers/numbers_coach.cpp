// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/numbers_coach.h"

#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/pages/numbers/numbers_questions.h"
#include "ui/pages/numbers/numbers_rules.h"
#include "ui/text/numbers.h"

#include <cmath>

namespace zeropoint::ui {
namespace {

/// E4M3 against E5M2 on a value that is not the present one.
Prediction prediction(const NumberState& state) {
    constexpr double candidates[] = {300, 0.001, 70000, 5, 1e-5};
    double asked = candidates[0];
    for (const double candidate : candidates) {
        if (candidate != state.value) {
            asked = candidate;
            break;
        }
    }
    NumberState other = withValue(state, asked);
    other.scaleFloats = false;
    const RowFacts e4m3 = rowFacts(numberFormat("fp8-e4m3"), other);
    const RowFacts e5m2 = rowFacts(numberFormat("fp8-e5m2"), other);
    const auto size = [](const RowFacts& row) {
        return std::isfinite(row.error) ? std::abs(row.error) : HUGE_VAL;
    };
    Prediction question;
    question.question =
        NumbersCoach::tr("Type %1. Which 8-bit float stores it with the smaller error?")
            .arg(formatNumber(asked, 6));
    question.options = {NumbersCoach::tr("E4M3: 3 mantissa bits"),
                        NumbersCoach::tr("E5M2: 5 exponent bits"),
                        NumbersCoach::tr("Both with the same error")};
    question.correct = size(e4m3) < size(e5m2) ? 0 : size(e4m3) > size(e5m2) ? 1 : 2;
    question.explanation =
        rowSentence(e4m3) + QStringLiteral(". ") + rowSentence(e5m2) + QLatin1Char('.');
    return question;
}

}  // namespace

CoachText numbersCoach(const NumberState& state) {
    CoachText text = advise(numbersRules(), numbersQuestions(), numbersFigures(state));
    if (text.prediction.options.isEmpty()) {
        text.prediction = prediction(state);
    }
    return text;
}

}  // namespace zeropoint::ui
