// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace zeropoint::ui {

/// What tr() chooses between one and many by, for counts that are written with their groups of
/// digits: tr("%1 value(s)", nullptr, pluralOf(n)).arg(formatCount(n)).
inline int pluralOf(qulonglong count) {
    return static_cast<int>(std::min<qulonglong>(count, std::numeric_limits<int>::max()));
}

}  // namespace zeropoint::ui
