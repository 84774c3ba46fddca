// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace zeropoint::ui {

/// A choice of a setting as a person reads it: "nearest, ties to even" for "nearest-even". A number
/// format has its own name.
QString choiceWords(const QString& choice);

/// "Outlier channels" and "Standard deviation" of "outlier-channels" and "std".
QString syntheticKindTitle(std::string_view name);
QString syntheticParameterTitle(std::string_view key);

}  // namespace zeropoint::ui
