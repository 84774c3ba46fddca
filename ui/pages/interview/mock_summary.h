// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace zeropoint::ui {

class Interview;
class MockInterview;

/// A mock interview as rich text: points, each question with what was answered, and what to read.
QString mockSummary(const MockInterview& mock, const Interview& interview);

}  // namespace zeropoint::ui
