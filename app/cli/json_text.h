// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace zeropoint::cli {

/// A document as every verb writes it: with line breaks and blanks, bytes that are not UTF-8 as
/// U+FFFD (paths need not be text), and what a terminal would obey instead of showing as \uXXXX.
std::string jsonText(const nlohmann::ordered_json& document);

}  // namespace zeropoint::cli
