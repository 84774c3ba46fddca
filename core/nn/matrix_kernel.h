// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/lanes.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

namespace zeropoint::matrix_kernel {

/// A tile of the result stays in registers while one pass over k adds outer products to it: `rows`
/// values of the left matrix, each against `vectors` registers of the right one. As many as the CPU
/// level's registers hold (32 with AVX-512, 16 with AVX2; with SSE2 alone, every product and every
/// spread value takes one more). For matrix_product.cpp only: all here depends on the level.
template <typename T>
struct Tile {
    typedef T Vector __attribute__((vector_size(lanes::registerBytes)));
    static constexpr std::size_t lanes = lanes::registerBytes / sizeof(T);
    static constexpr std::size_t rows = lanes::registerBytes == 64   ? 12
                                        : lanes::registerBytes == 32 ? 6
                                                                     : 2;
    static constexpr std::size_t vectors = lanes::registerBytes == 16 ? 4 : 2;
    static constexpr std::size_t cols = lanes * vectors;
};

/// What a tile's sums become: out = scale * sum, or out += scale * sum; then, where there is one,
/// out += bias, a value for each column.
template <typename T>
struct Finish {
    bool adds;
    T scale;
    const T* bias = nullptr;
};

/// The left matrix's element (i, p) is at a[i * aRowStep + p * aStep], so that it may lie
/// transposed; row p of the right one's whole vectors at b + p * bStep.
template <typename T>
using Kernel = void (*)(std::size_t k, const T* a, std::size_t aRowStep, std::size_t aStep,
                        const T* b, std::size_t bStep, const Finish<T>& finish, T* out,
                        std::size_t outStep);

template <typename T, std::size_t rows, std::size_t vectors>
void multiplyTile(std::size_t k, const T* a, std::size_t aRowStep, std::size_t aStep, const T* b,
                  std::size_t bStep, const Finish<T>& finish, T* out, std::size_t outStep) {
    using Vector = typename Tile<T>::Vector;
    constexpr std::size_t width = Tile<T>::lanes;
    Vector sums[rows][vectors];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < rows; ++i) {
#pragma GCC unroll 4
        for (std::size_t v = 0; v < vectors; ++v) {
            sums[i][v] = Vector{};
        }
    }
    for (; k > 0; --k, a += aStep, b += bStep) {
        Vector right[vectors];
#pragma GCC unroll 4
        for (std::size_t v = 0; v < vectors; ++v) {
            lanes::loadWhole(b + v * width, right[v]);
        }
#pragma GCC unroll 16
        for (std::size_t i = 0; i < rows; ++i) {
            const T left = a[i * aRowStep];
#pragma GCC unroll 4
            for (std::size_t v = 0; v < vectors; ++v) {
                sums[i][v] += left * right[v];
            }
        }
    }
    const T scale = finish.scale;
    Vector bias[vectors]{};
    if (finish.bias != nullptr) {
#pragma GCC unroll 4
        for (std::size_t v = 0; v < vectors; ++v) {
            lanes::loadWhole(finish.bias + v * width, bias[v]);
        }
    }
    if (finish.adds) {
#pragma GCC unroll 16
        for (std::size_t i = 0; i < rows; ++i) {
#pragma GCC unroll 4
            for (std::size_t v = 0; v < vectors; ++v) {
                T* at = out + i * outStep + v * width;
                Vector value;
                lanes::loadWhole(at, value);
                value += sums[i][v] * scale;
                value += bias[v];
                std::memcpy(at, &value, sizeof value);
            }
        }
        return;
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < rows; ++i) {
#pragma GCC unroll 4
        for (std::size_t v = 0; v < vectors; ++v) {
            const Vector value = sums[i][v] * scale + bias[v];
            std::memcpy(out + i * outStep + v * width, &value, sizeof value);
        }
    }
}

template <typename T, std::size_t vectors, std::size_t... row>
constexpr auto kernelsOf(std::index_sequence<row...>) {
    return std::array<Kernel<T>, sizeof...(row)>{&multiplyTile<T, row + 1, vectors>...};
}

template <typename T, std::size_t... vector>
constexpr auto kernelTable(std::index_sequence<vector...>) {
    return std::array{kernelsOf<T, vector + 1>(std::make_index_sequence<Tile<T>::rows>())...};
}

/// kernels[vectors - 1][rows - 1]: each size of tile is a function whose sums are registers.
template <typename T>
inline constexpr auto kernels = kernelTable<T>(std::make_index_sequence<Tile<T>::vectors>());

/// A tile whose last vector reaches beyond the matrix: by way of a whole one.
template <typename T>
void multiplyEdge(std::size_t rows, std::size_t cols, std::size_t k, const T* a,
                  std::size_t aRowStep, std::size_t aStep, const T* b, std::size_t bStep,
                  const Finish<T>& finish, T* out, std::size_t outStep) {
    constexpr std::size_t wholeStep = Tile<T>::cols;
    T whole[Tile<T>::rows * wholeStep];
    const std::size_t vectors = (cols + Tile<T>::lanes - 1) / Tile<T>::lanes;
    kernels<T>[vectors - 1][rows - 1](k, a, aRowStep, aStep, b, bStep, {false, finish.scale}, whole,
                                      wholeStep);
    for (std::size_t i = 0; i < rows; ++i) {
        T* row = out + i * outStep;
        for (std::size_t j = 0; j < cols; ++j) {
            const T value = whole[i * wholeStep + j];
            const T sum = finish.adds ? row[j] + value : value;
            row[j] = finish.bias != nullptr ? sum + finish.bias[j] : sum;
        }
    }
}

}  // namespace zeropoint::matrix_kernel
