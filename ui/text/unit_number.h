// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace zeropoint::ui {

/// readNumber() of an answer behind which its unit may stand: "108 GB", "15.9%".
std::optional<double> readWithUnit(const QString& text, const QString& unit);

}  // namespace zeropoint::ui
