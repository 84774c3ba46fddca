// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_rule.h"
#include "ui/pages/numbers/facts/row_facts.h"

#include <QCoreApplication>

namespace zeropoint::ui {

/// The translation context of the words of this page's Coach.
class NumbersCoach {
    Q_DECLARE_TR_FUNCTIONS(NumbersCoach)
};

/// What the Coach of the Numbers page compares: the value in every format of the table.
struct NumbersFigures {
    NumberState state;
    std::vector<RowFacts> rows;
    RowFacts inspected;

    const RowFacts* find(std::string_view format) const;
    int exact() const;
    const RowFacts* closest() const;
};

NumbersFigures numbersFigures(const NumberState& state);
std::span<const CoachRule<NumbersFigures>> numbersRules();

}  // namespace zeropoint::ui
