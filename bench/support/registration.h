// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zeropoint {

/// A static object of a benchmark program: what it names is called once the options are read and
/// registers the benchmarks, which may take asking a peer for its figures.
class Registration {
public:
    explicit Registration(void (*add)());
    static void addAll();
};

}  // namespace zeropoint
