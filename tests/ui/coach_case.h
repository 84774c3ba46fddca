// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace zeropoint::test {

/// Figures of a Coach in which a rule applies, and ones as near as can be in which it does not.
template <typename Figures>
struct Case {
    const char* rule;
    std::function<void(Figures&)> yes;
    std::function<void(Figures&)> no;
};

}  // namespace zeropoint::test
