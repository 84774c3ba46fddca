// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/trade_off.h"
#include "ui/pages/coach_rule.h"

#include <QCoreApplication>

namespace zeropoint::ui {

/// The translation context of the words of this page's Coach.
class TradeOffCoach {
    Q_DECLARE_TR_FUNCTIONS(TradeOffCoach)
};

/// What the Coach of the Trade-off page compares: the runs of the experiment, and the one chosen.
struct TradeOffFigures {
    std::vector<RunSummary> runs;
    std::string selected;

    const RunSummary* ofMethod(MethodKind method) const;  ///< the first
    const RunSummary* chosen() const;
    /// The smallest on the front that is told to be no worse than the most accurate run.
    const RunSummary* cheapestAlike() const;
    int onFront() const;
};

std::span<const CoachRule<TradeOffFigures>> tradeOffRules();

}  // namespace zeropoint::ui
