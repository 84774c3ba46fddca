// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/cpu_level.h"

namespace zeropoint {

std::string_view cpuLevel() {
#if !defined(__x86_64__)
    return "other";
#elif defined(__AVX512F__) && defined(__AVX512VL__) && defined(__AVX512BW__)
    return "x86-64-v4";
#elif defined(__AVX2__) && defined(__FMA__)
    return "x86-64-v3";
#elif defined(__SSE4_2__)
    return "x86-64-v2";
#else
    return "x86-64";
#endif
}

}  // namespace zeropoint
