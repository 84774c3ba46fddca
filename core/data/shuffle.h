// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstddef>
#include <cstdint>

namespace zeropoint {

/// Place `place` of an endless walk through `size` items in which every epoch visits each item
/// once, in an order drawn from (seed, epoch). Keeps the epoch's order in the storage.
std::size_t shuffledPlace(std::uint64_t seed, std::uint64_t place, std::size_t size,
                          BatchStorage& storage);

}  // namespace zeropoint
