// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace zeropoint {

/// The texts of resources/data/architectures.json and devices.json.
std::string_view architecturesJson();
std::string_view devicesJson();

}  // namespace zeropoint
