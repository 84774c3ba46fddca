// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <memory>

struct zip_source;

namespace zeropoint {

/// A source for libzip that reads from ours, so that archives in memory and on disk open the same
/// way. Null when libzip has no memory. Owned by the archive that opens it.
zip_source* makeZipSource(std::shared_ptr<const ByteSource> bytes);

}  // namespace zeropoint
