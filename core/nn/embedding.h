// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace zeropoint {

/// Shapes: tokens [rows]; table [vocabulary, width]; positions [context, width]; out [rows, width].
/// Row r is position r % length of its sequence.

/// out[r] = table[tokens[r]] + positions[r % length]. Tokens must lie in [0, vocabulary).
template <typename T>
void embeddingForward(std::span<const std::int32_t> tokens, std::size_t length,
                      std::span<const T> table, std::span<const T> positions, std::size_t width,
                      std::span<T> out);

/// tableGradient[tokens[r]] += outGradient[r]
template <typename T>
void tokenBackward(std::span<const std::int32_t> tokens, std::size_t width,
                   std::span<const T> outGradient, std::span<T> tableGradient);

/// out[r] += positions[r % length]
template <typename T>
void addPositions(std::size_t length, std::span<const T> positions, std::size_t width,
                  std::span<T> out);

/// positionGradient[r % length] += outGradient[r]
template <typename T>
void positionBackward(std::size_t length, std::size_t width, std::span<const T> outGradient,
                      std::span<T> positionGradient);

}  // namespace zeropoint
