// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/course.h"

#include <QStringList>

namespace zeropoint::ui {

/// The course that comes with the program.
course::CourseFiles shippedCourseFiles();

/// What the workbench has, by which a course is checked. Its functions can be called anywhere.
/// `buttons`: actions that a button does, which are places as settings are.
course::WorkbenchNames workbenchNames(const QStringList& buttons);

/// The language of texts: that of the program ("en", "de").
std::string courseLanguage();

}  // namespace zeropoint::ui
