// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/shuffle.h"

#include "core/support/random.h"

#include <numeric>
#include <utility>

namespace zeropoint {

std::size_t shuffledPlace(std::uint64_t seed, std::uint64_t place, std::size_t size,
                          BatchStorage& storage) {
    const std::uint64_t epoch = place / size;
    // The key tells apart seeds as well as epochs; the odd factor keeps small ones from meeting.
    const std::uint64_t key = seed * 0x9E3779B97F4A7C15U + epoch;
    if (storage.orderOf != key || storage.order.size() != size) {
        storage.order.resize(size);
        std::iota(storage.order.begin(), storage.order.end(), 0U);
        Random random(seed, epoch);
        for (std::size_t i = size - 1; i > 0; --i) {
            std::swap(storage.order[i], storage.order[random.below(i + 1)]);
        }
        storage.orderOf = key;
    }
    return storage.order[place % size];
}

}  // namespace zeropoint
