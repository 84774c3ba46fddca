// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/matrix_kernel.h"

#include <algorithm>

namespace zeropoint::matrix_kernel {

#if defined(__AVX__)
/// A square of 8 x 8 floats, transposed in registers: value by value the copy of a small matrix
/// would take as long as its product.
inline void transposeEight(const float* from, std::size_t fromStep, float* to, std::size_t toStep) {
    typedef float Eight __attribute__((vector_size(32)));
    Eight rows[8];
#pragma GCC unroll 8
    for (std::size_t i = 0; i < 8; ++i) {
        lanes::loadWhole(from + i * fromStep, rows[i]);
    }
    Eight pairs[8];
#pragma GCC unroll 8
    for (std::size_t i = 0; i < 8; i += 2) {
        pairs[i] = __builtin_shufflevector(rows[i], rows[i + 1], 0, 8, 1, 9, 4, 12, 5, 13);
        pairs[i + 1] = __builtin_shufflevector(rows[i], rows[i + 1], 2, 10, 3, 11, 6, 14, 7, 15);
    }
    Eight fours[8];
#pragma GCC unroll 8
    for (std::size_t half = 0; half < 8; half += 4) {
#pragma GCC unroll 8
        for (std::size_t i = 0; i < 2; ++i) {
            const Eight& upper = pairs[half + i];
            const Eight& lower = pairs[half + i + 2];
            fours[half + 2 * i] = __builtin_shufflevector(upper, lower, 0, 1, 8, 9, 4, 5, 12, 13);
            fours[half + 2 * i + 1] =
                __builtin_shufflevector(upper, lower, 2, 3, 10, 11, 6, 7, 14, 15);
        }
    }
#pragma GCC unroll 8
    for (std::size_t i = 0; i < 4; ++i) {
        const Eight low = __builtin_shufflevector(fours[i], fours[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        const Eight high =
            __builtin_shufflevector(fours[i], fours[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
        std::memcpy(to + i * toStep, &low, sizeof low);
        std::memcpy(to + (i + 4) * toStep, &high, sizeof high);
    }
}
#endif

/// to [k][step] = the transpose of from [cols, k]
template <typename T>
void copyTransposed(const T* from, std::size_t fromStep, std::size_t cols, std::size_t k, T* to,
                    std::size_t toStep) {
    std::size_t doneCols = 0;
#if defined(__AVX__)
    if constexpr (sizeof(T) == sizeof(float)) {
        const std::size_t wholeK = k / 8 * 8;
        for (; doneCols + 8 <= cols; doneCols += 8) {
            const T* rows = from + doneCols * fromStep;
            for (std::size_t p = 0; p < wholeK; p += 8) {
                transposeEight(rows + p, fromStep, to + p * toStep + doneCols, toStep);
            }
            for (std::size_t p = wholeK; p < k; ++p) {
                for (std::size_t j = 0; j < 8; ++j) {
                    to[p * toStep + doneCols + j] = rows[j * fromStep + p];
                }
            }
        }
    }
#endif
    for (std::size_t p = 0; p < k; ++p) {
        for (std::size_t j = doneCols; j < cols; ++j) {
            to[p * toStep + j] = from[j * fromStep + p];
        }
    }
}

/// to [k][step] = from [k, cols]
template <typename T>
void copyRows(const T* from, std::size_t fromStep, std::size_t cols, std::size_t k, T* to,
              std::size_t toStep) {
    for (std::size_t p = 0; p < k; ++p) {
        if (cols == Tile<T>::cols) {  // a length that the compiler knows
            std::memcpy(to + p * toStep, from + p * fromStep, Tile<T>::cols * sizeof(T));
        } else {
            std::memcpy(to + p * toStep, from + p * fromStep, cols * sizeof(T));
        }
    }
}

/// `cols` columns of the right matrix, side by side and filled up with zeros to whole vectors.
template <typename T>
void packPanel(bool transposed, const T* from, std::size_t fromStep, std::size_t cols,
               std::size_t k, T* to, std::size_t toStep) {
    transposed ? copyTransposed(from, fromStep, cols, k, to, toStep)
               : copyRows(from, fromStep, cols, k, to, toStep);
    if (cols < toStep) {
        for (std::size_t p = 0; p < k; ++p) {
            std::fill(to + p * toStep + cols, to + (p + 1) * toStep, T(0));
        }
    }
}

}  // namespace zeropoint::matrix_kernel
