// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/trade_off_coach.h"

#include "ui/pages/tradeoff/trade_off_questions.h"
#include "ui/pages/tradeoff/trade_off_rules.h"
#include "ui/state/trade_off.h"
#include "ui/text/numbers.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

/// Which of two quantized runs is the better one: a training that saw the rounding, or not.
Prediction sameSizeQuestion(const TradeOffFigures& figures) {
    const RunSummary* ptq = nullptr;
    const RunSummary* qat = nullptr;
    for (const RunSummary& run : figures.runs) {
        for (const RunSummary& other : figures.runs) {
            if (run.method == MethodKind::Ptq && other.method == MethodKind::Qat &&
                run.scheme == other.scheme && ptq == nullptr) {
                ptq = &run;
                qat = &other;
            }
        }
    }
    Prediction prediction;
    if (ptq == nullptr) {
        return prediction;
    }
    const auto name = [](const RunSummary& run) { return QString::fromStdString(run.name); };
    prediction.question = TradeOffCoach::tr("Which answers more of the test right: %1 or %2?")
                              .arg(name(*ptq), name(*qat));
    const bool alike = std::ranges::count(qat->alike, ptq->name) > 0;
    prediction.options = {name(*ptq), name(*qat), TradeOffCoach::tr("The test cannot tell")};
    prediction.correct = alike ? 2 : ptq->accuracy > qat->accuracy ? 0 : 1;
    prediction.explanation =
        TradeOffCoach::tr("%1 reaches %2, %3 reaches %4, on the same test items.")
            .arg(name(*ptq), formatPercent(ptq->accuracy), name(*qat),
                 formatPercent(qat->accuracy));
    return prediction;
}

}  // namespace

CoachText tradeOffCoach(const TradeOff& tradeOff) {
    const TradeOffFigures figures{tradeOff.summaries(), tradeOff.selected().toStdString()};
    CoachText text = advise(tradeOffRules(), tradeOffQuestions(), figures);
    if (const Prediction same = sameSizeQuestion(figures); !same.options.isEmpty()) {
        text.prediction = same;
    }
    return text;
}

}  // namespace zeropoint::ui
