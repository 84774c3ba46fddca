// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/pages/learn/step_pictures.h"

#include <QString>

namespace zeropoint::ui {

class CourseState;

/// Lessons on paper: words with their figures as the core computes them now, the pages that steps
/// show where there are pictures of them, questions with room for a prediction, and the answers
/// behind the last lesson. Empty: the whole course.
QString handoutText(CourseState& course, const QString& lesson,
                    const PicturesOfSteps& pictures = {});

/// As a PDF. The file is replaced when all of it is written. WriteFailed.
Result<void> writeHandout(CourseState& course, const QString& lesson, const QString& path,
                          const PicturesOfSteps& pictures = {});

}  // namespace zeropoint::ui
