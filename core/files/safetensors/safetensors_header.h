// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// One entry of the header as it is written, before its numbers are checked.
struct SafetensorsEntry {
    std::string name;
    std::string dtype;
    Shape shape;
    std::vector<std::uint64_t> offsets;  ///< begin and end, from the first byte of data
};

struct SafetensorsHeader {
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<SafetensorsEntry> entries;
};

/// Parses the JSON of a header. Names given twice, fields that are missing, unknown or of another
/// type, and nesting deeper than the format has are ErrorCode::Malformed. `where` goes into errors.
Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json, const std::string& where,
                                                 const std::stop_token& stop = {});

}  // namespace zeropoint
