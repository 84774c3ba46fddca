// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace zeropoint::ui {

/// An estimate as one is said: "about 20 s", "about 3 min", "about 2 h".
QString aboutTime(double seconds);

}  // namespace zeropoint::ui
