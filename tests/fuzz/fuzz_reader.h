// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/format_reader.h"
#include "core/files/weight_file.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace zeropoint::fuzz {

/// Feeds bytes to one reader and reads what it lists: the first values of the first tensors, as a
/// row-major slice, so that no input can make the target slow.
template <typename Reader>
int readAll(const std::uint8_t* data, std::size_t size, Reader reader) {
    constexpr std::size_t mostTensors = 16;
    constexpr std::int64_t mostValues = 4096;
    const auto* bytes = reinterpret_cast<const std::byte*>(data);
    auto contents = reader(memoryBytes(std::vector<std::byte>(bytes, bytes + size), "fuzz/input"));
    if (!contents) {
        return 0;
    }
    const WeightFile file("fuzz/input", std::move(*contents));
    std::vector<float> values;
    for (std::size_t i = 0; i < std::min(mostTensors, file.tensors().size()); ++i) {
        const std::int64_t elements = std::max<std::int64_t>(file.tensors()[i].elements(), 0);
        values.resize(static_cast<std::size_t>(std::min(mostValues, elements)));
        (void)file.readValues(i, 0, values);
    }
    return 0;
}

}  // namespace zeropoint::fuzz
