// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/course.h"
#include "tests/support/golden.h"

namespace zeropoint::test {

/// The course that comes with the program, from the tree.
inline course::Loaded shippedCourse() {
    const auto files = course::readCourseFiles(testData("../../resources").toStdString());
    return files ? course::loadCourse(*files) : course::Loaded{};
}

}  // namespace zeropoint::test
