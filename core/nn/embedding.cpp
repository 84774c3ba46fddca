// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/embedding.h"

#include <algorithm>

namespace zeropoint {
namespace {

template <typename T>
void addRow(const T* from, T* to, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) {
        to[i] += from[i];
    }
}

}  // namespace

template <typename T>
void embeddingForward(std::span<const std::int32_t> tokens, std::size_t length,
                      std::span<const T> table, std::span<const T> positions, std::size_t width,
                      std::span<T> out) {
    for (std::size_t r = 0; r < tokens.size(); ++r) {
        const auto token = static_cast<std::size_t>(tokens[r]);
        std::copy_n(table.data() + token * width, width, out.data() + r * width);
    }
    addPositions(length, positions, width, out);
}

template <typename T>
void tokenBackward(std::span<const std::int32_t> tokens, std::size_t width,
                   std::span<const T> outGradient, std::span<T> tableGradient) {
    for (std::size_t r = 0; r < tokens.size(); ++r) {
        const auto token = static_cast<std::size_t>(tokens[r]);
        addRow(outGradient.data() + r * width, tableGradient.data() + token * width, width);
    }
}

template <typename T>
void addPositions(std::size_t length, std::span<const T> positions, std::size_t width,
                  std::span<T> out) {
    for (std::size_t r = 0; r * width < out.size(); ++r) {
        addRow(positions.data() + r % length * width, out.data() + r * width, width);
    }
}

template <typename T>
void positionBackward(std::size_t length, std::size_t width, std::span<const T> outGradient,
                      std::span<T> positionGradient) {
    for (std::size_t r = 0; r * width < outGradient.size(); ++r) {
        addRow(outGradient.data() + r * width, positionGradient.data() + r % length * width, width);
    }
}

#define ZEROPOINT_INSTANTIATE(T)                                                                   \
    template void embeddingForward<T>(std::span<const std::int32_t>, std::size_t,                  \
                                      std::span<const T>, std::span<const T>, std::size_t,         \
                                      std::span<T>);                                               \
    template void tokenBackward<T>(std::span<const std::int32_t>, std::size_t, std::span<const T>, \
                                   std::span<T>);                                                  \
    template void addPositions<T>(std::size_t, std::span<const T>, std::size_t, std::span<T>);     \
    template void positionBackward<T>(std::size_t, std::size_t, std::span<const T>, std::span<T>);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
