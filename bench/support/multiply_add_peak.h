// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace zeropoint {

/// Floating-point operations a second that one thread reaches with nothing but fused multiply-adds
/// on registers, of the width that a CPU level has ("x86-64-v3": 8 floats, "x86-64-v4": 16), the
/// best of several short runs by the thread's processor time. No program does more. 0 for levels
/// without such an instruction, and for one that this machine lacks.
double multiplyAddPeak(std::string_view level);

}  // namespace zeropoint
