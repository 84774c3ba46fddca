// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace zeropoint {

/// Bytes between two looks at a stop token: some milliseconds of a slow disk.
inline constexpr std::uint64_t bytesBetweenStops = 1 << 20;

/// readBlock() for what may be hundreds of megabytes: ErrorCode::Cancelled when it is stopped. No
/// memory is touched before its bytes are read.
Result<std::vector<std::byte>> readBlock(const ByteSource& source, std::uint64_t offset,
                                         std::uint64_t count, const std::string& what,
                                         const std::stop_token& stop);

}  // namespace zeropoint
