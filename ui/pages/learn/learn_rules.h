// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_rule.h"

#include <QCoreApplication>

namespace zeropoint::ui {

class CourseState;

/// The translation context of the words of this page's Coach.
class LearnCoach {
    Q_DECLARE_TR_FUNCTIONS(LearnCoach)
};

/// What the Coach of the Learn page compares.
struct LearnFigures {
    int lessons = 0;
    int finished = 0;
    int asked = 0;      ///< questions that were answered
    int right = 0;      ///< of them at the first answer
    QString begun;      ///< title of a lesson that is begun and not finished; empty: none
    int begunLeft = 0;  ///< its steps that are left
    QString skipped;    ///< title of an untouched lesson before one that is finished
    int cards = 0;      ///< interview cards that the finished lessons prepare
    int minutes = 0;    ///< of the untouched lessons together

    /// So many answers that their share says something.
    bool askedEnough() const;
    double rightShare() const;
};

LearnFigures learnFigures(CourseState& course);
std::span<const CoachRule<LearnFigures>> learnRules();
CoachText learnCoach(CourseState& course);

}  // namespace zeropoint::ui
