// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace zeropoint {

/// A matrix somewhere in memory: row-major, `stride` values from one row to the next. The core's
/// matrix products stand behind these three calls alone, so that another library can take over.
template <typename T>
struct MatrixView {
    T* data;
    std::size_t rows;
    std::size_t cols;
    std::size_t stride;

    MatrixView(T* values, std::size_t rowCount, std::size_t colCount)
        : data(values), rows(rowCount), cols(colCount), stride(colCount) {}
    MatrixView(T* values, std::size_t rowCount, std::size_t colCount, std::size_t rowStride)
        : data(values), rows(rowCount), cols(colCount), stride(rowStride) {}
};

enum class Store { Replace, Add };

/// What a right matrix of many products can bring: itself, packed by packTransposed (for
/// multiplyTransposed) or packMatrix (for multiply); null: the product packs it.
template <typename T>
using PackedMatrix = const T*;

/// out [m,n] = scale * a [m,k] * b^T, b [n,k]
template <typename T>
void multiplyTransposed(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b,
                        T scale = T(1));

/// out [m,n] = a [m,k] * b^T + bias, b [n,k], bias [n] or null, added to each row
template <typename T>
void multiplyTransposed(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b,
                        const T* bias, PackedMatrix<T> packed = nullptr);

/// out [m,n] (=, +=) a [m,k] * b [k,n]
template <typename T>
void multiply(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b,
              Store store = Store::Replace, PackedMatrix<T> packed = nullptr);

/// out [m,n] (=, +=) a^T * b, a [k,m], b [k,n]
template <typename T>
void transposedMultiply(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b,
                        Store store = Store::Replace);

/// The most rows k of a right matrix that can be packed beforehand.
inline constexpr std::size_t mostPackedRows = 512;
/// Values that a packed matrix [k, cols] takes.
template <typename T>
std::size_t packedSize(std::size_t k, std::size_t cols);
/// Packs b^T, b [n,k], and b [k,n]; to [packedSize(k, n)]; k <= mostPackedRows.
template <typename T>
void packTransposed(MatrixView<const T> b, T* to);
template <typename T>
void packMatrix(MatrixView<const T> b, T* to);

}  // namespace zeropoint
