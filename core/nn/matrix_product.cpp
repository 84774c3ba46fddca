// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The right matrix is packed, panel by panel of a tile's columns, and the left one is read where it
// lies. Measured against Eigen 3.4 on the shapes of the small models, speeds as ratios with AVX2
// and with AVX-512: linear layers 1.0 to 1.2 and 1.0 to 1.35, attention's heads 1.2 to 2.0 and 1.4
// to 2.2, which is 92 to 98 % of the multiply-adds that registers alone reach. A row alone
// (generation) stays with Eigen: packing would take longer than its product.
#include "core/nn/matrix_product.h"

#include "core/nn/matrix_pack.h"

#include <Eigen/Core>
#include <type_traits>

namespace zeropoint {
namespace {

template <typename T>
using RowMajor =
    Eigen::Matrix<std::remove_const_t<T>, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <typename T>
using MatrixMap = Eigen::Map<std::conditional_t<std::is_const_v<T>, const RowMajor<T>, RowMajor<T>>,
                             Eigen::Unaligned, Eigen::OuterStride<>>;

template <typename T>
MatrixMap<T> map(const MatrixView<T>& view) {
    return {view.data, static_cast<Eigen::Index>(view.rows), static_cast<Eigen::Index>(view.cols),
            Eigen::OuterStride<>(static_cast<Eigen::Index>(view.stride))};
}

using namespace matrix_kernel;

/// Rows of the right matrix that are packed at once; tiles add up in that order on every machine.
constexpr std::size_t packedRows = mostPackedRows;
/// Values that are packed at once: on the stack, since a training step must not allocate, and no
/// more than half of a small second-level cache.
constexpr std::size_t packedValues = std::size_t{1} << 15;

template <typename T>
struct Product {
    std::size_t rows, cols, k;
    const T* a;
    std::size_t aRowStep, aStep;
    const T* b;
    std::size_t bStep;
    bool bTransposed;
    T* out;
    std::size_t outStep;
    PackedMatrix<T> packed = nullptr;
};

template <typename T>
std::size_t vectorsOf(std::size_t cols) {
    return (cols + Tile<T>::lanes - 1) / Tile<T>::lanes;
}

/// Whether the right matrix is multiplied where it lies: its rows hold whole vectors, and so few
/// tiles read them that a copy would not pay.
template <typename T>
bool readsInPlace(const Product<T>& product) {
    constexpr std::size_t fewRows = 4 * Tile<T>::rows;
    return !product.bTransposed && product.cols % Tile<T>::lanes == 0 && product.rows <= fewRows;
}

/// Rows of the left matrix that lie transposed in memory are read again for each tile: as many as
/// stay in the first-level cache.
template <typename T>
std::size_t partOfK(const Product<T>& product) {
    return product.aRowStep == 1 ? packedRows / 4 : packedRows;
}

/// The right matrix's columns of one part of k, in panels of a tile's columns: one behind the other
/// (step 0: each panel's own width), or in place, `step` values from row to row.
template <typename T>
struct Panels {
    const T* data;
    std::size_t step;
    std::size_t firstCol, cols;
    std::size_t firstK, k;
};

/// Tiles of two rows leave too little work for each of the lines that a transposed left matrix is
/// read from: without AVX a tile's values are copied side by side (a fifth faster) where enough
/// columns use them.
constexpr bool copiesTransposedLeft = lanes::registerBytes == 16;

template <typename T>
void copyLeft(const Product<T>& product, const T* a, std::size_t rows, std::size_t k, T* to) {
    for (std::size_t p = 0; p < k; ++p) {
        for (std::size_t i = 0; i < rows; ++i) {
            to[i * packedRows + p] = a[p * product.aStep + i];
        }
    }
}

template <typename T>
void multiplyPanels(const Product<T>& product, const Panels<T>& panels, const Finish<T>& whole) {
    constexpr std::size_t tileCols = Tile<T>::cols;
    const bool copies = copiesTransposedLeft && product.aRowStep == 1 && panels.step == 0 &&
                        panels.cols >= 4 * tileCols;
    T left[copiesTransposedLeft ? Tile<T>::rows * packedRows : 1];
    const std::size_t aRowStep = copies ? packedRows : product.aRowStep;
    const std::size_t aStep = copies ? 1 : product.aStep;
    const std::size_t tiles = (product.rows + Tile<T>::rows - 1) / Tile<T>::rows;
    std::size_t row = 0;
    for (std::size_t tile = 0; tile < tiles; ++tile) {
        // As even as possible: a last tile of one row would wait for each of its sums.
        const std::size_t rows = (product.rows - row + tiles - tile - 1) / (tiles - tile);
        const T* a = product.a + row * product.aRowStep + panels.firstK * product.aStep;
        if (copies) {
            copyLeft(product, a, rows, panels.k, left);
            a = left;
        }
        T* out = product.out + row * product.outStep + panels.firstCol;
        const T* b = panels.data;
        for (std::size_t col = 0; col < panels.cols; col += tileCols) {
            const std::size_t cols = std::min(tileCols, panels.cols - col);
            const std::size_t vectors = vectorsOf<T>(cols);
            const std::size_t width = vectors * Tile<T>::lanes;
            const std::size_t step = panels.step != 0 ? panels.step : width;
            const std::size_t at = panels.firstCol + col;
            const Finish<T> finish{whole.adds, whole.scale,
                                   whole.bias == nullptr ? nullptr : whole.bias + at};
            if (cols == width) {
                kernels<T>[vectors - 1][rows - 1](panels.k, a, aRowStep, aStep, b, step, finish,
                                                  out, product.outStep);
            } else {
                multiplyEdge<T>(rows, cols, panels.k, a, aRowStep, aStep, b, step, finish, out,
                                product.outStep);
            }
            b += panels.step != 0 ? width : width * panels.k;
            out += tileCols;
        }
        row += rows;
    }
}

/// Columns [firstCol, firstCol + cols) of rows [firstK, firstK + k), panel behind panel.
template <typename T>
void packPanels(const Product<T>& product, std::size_t firstK, std::size_t k, std::size_t firstCol,
                std::size_t cols, T* to) {
    constexpr std::size_t tileCols = Tile<T>::cols;
    for (std::size_t col = 0; col < cols; col += tileCols) {
        const std::size_t own = std::min(tileCols, cols - col);
        const std::size_t width = vectorsOf<T>(own) * Tile<T>::lanes;
        const std::size_t at = firstCol + col;
        const T* from = product.bTransposed ? product.b + at * product.bStep + firstK
                                            : product.b + firstK * product.bStep + at;
        packPanel(product.bTransposed, from, product.bStep, own, k, to, width);
        to += width * k;
    }
}

/// Columns whose panels stay in the second-level cache while all rows of the left matrix pass.
template <typename T>
std::size_t colsAtOnce(std::size_t k) {
    constexpr std::size_t tileCols = Tile<T>::cols;
    return packedValues / std::max<std::size_t>(k, 1) / tileCols * tileCols;
}

template <typename T>
void packAndMultiply(const Product<T>& product, std::size_t firstK, std::size_t k,
                     const Finish<T>& finish) {
    alignas(64) T packed[packedValues];
    const std::size_t most = colsAtOnce<T>(k);
    for (std::size_t firstCol = 0; firstCol < product.cols; firstCol += most) {
        const std::size_t cols = std::min(most, product.cols - firstCol);
        packPanels(product, firstK, k, firstCol, cols, packed);
        multiplyPanels<T>(product, {packed, 0, firstCol, cols, firstK, k}, finish);
    }
}

template <typename T>
void multiplyPacked(const Product<T>& product, const Finish<T>& finish) {
    const std::size_t most = colsAtOnce<T>(product.k);
    for (std::size_t firstCol = 0; firstCol < product.cols; firstCol += most) {
        const std::size_t cols = std::min(most, product.cols - firstCol);
        const T* panels = product.packed + firstCol * product.k;
        multiplyPanels<T>(product, {panels, 0, firstCol, cols, 0, product.k}, finish);
    }
}

template <typename T>
void run(const Product<T>& product, const Finish<T>& whole) {
    if (product.packed != nullptr) {
        multiplyPacked(product, whole);
        return;
    }
    const std::size_t part = partOfK(product);
    Finish<T> finish{whole.adds, whole.scale};
    std::size_t firstK = 0;
    do {
        const std::size_t k = std::min(part, product.k - firstK);
        finish.bias = firstK + k == product.k ? whole.bias : nullptr;
        if (readsInPlace(product)) {
            multiplyPanels<T>(
                product,
                {product.b + firstK * product.bStep, product.bStep, 0, product.cols, firstK, k},
                finish);
        } else {
            packAndMultiply<T>(product, firstK, k, finish);
        }
        finish.adds = true;
        firstK += k;
    } while (firstK < product.k);
}

}  // namespace

template <typename T>
void multiplyTransposed(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b, T scale) {
    if (out.rows == 1) {
        map(out).noalias() = scale * map(a) * map(b).transpose();
        return;
    }
    run<T>({out.rows, out.cols, a.cols, a.data, a.stride, 1, b.data, b.stride, true, out.data,
            out.stride},
           {false, scale});
}

template <typename T>
void multiplyTransposed(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b,
                        const T* bias, PackedMatrix<T> packed) {
    if (out.rows == 1) {
        multiplyTransposed<T>(out, a, b);
        for (std::size_t j = 0; bias != nullptr && j < out.cols; ++j) {
            out.data[j] += bias[j];
        }
        return;
    }
    run<T>({out.rows, out.cols, a.cols, a.data, a.stride, 1, b.data, b.stride, true, out.data,
            out.stride, packed},
           {false, T(1), bias});
}

template <typename T>
void multiply(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b, Store store,
              PackedMatrix<T> packed) {
    if (out.rows == 1 && store == Store::Replace) {
        map(out).noalias() = map(a) * map(b);
        return;
    }
    run<T>({out.rows, out.cols, a.cols, a.data, a.stride, 1, b.data, b.stride, false, out.data,
            out.stride, packed},
           {store == Store::Add, T(1)});
}

template <typename T>
void transposedMultiply(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b,
                        Store store) {
    run<T>({out.rows, out.cols, a.rows, a.data, 1, a.stride, b.data, b.stride, false, out.data,
            out.stride},
           {store == Store::Add, T(1)});
}

template <typename T>
std::size_t packedSize(std::size_t k, std::size_t cols) {
    return k * vectorsOf<T>(cols) * Tile<T>::lanes;
}

template <typename T>
void packTransposed(MatrixView<const T> b, T* to) {
    packPanels<T>({0, b.rows, b.cols, nullptr, 0, 0, b.data, b.stride, true, nullptr, 0}, 0, b.cols,
                  0, b.rows, to);
}

template <typename T>
void packMatrix(MatrixView<const T> b, T* to) {
    packPanels<T>({0, b.cols, b.rows, nullptr, 0, 0, b.data, b.stride, false, nullptr, 0}, 0,
                  b.rows, 0, b.cols, to);
}

#define ZEROPOINT_INSTANTIATE(T)                                                                 \
    template void multiplyTransposed<T>(MatrixView<T>, MatrixView<const T>, MatrixView<const T>, \
                                        T);                                                      \
    template void multiplyTransposed<T>(MatrixView<T>, MatrixView<const T>, MatrixView<const T>, \
                                        const T*, PackedMatrix<T>);                              \
    template void multiply<T>(MatrixView<T>, MatrixView<const T>, MatrixView<const T>, Store,    \
                              PackedMatrix<T>);                                                  \
    template void transposedMultiply<T>(MatrixView<T>, MatrixView<const T>, MatrixView<const T>, \
                                        Store);                                                  \
    template std::size_t packedSize<T>(std::size_t, std::size_t);                                \
    template void packTransposed<T>(MatrixView<const T>, std::add_pointer_t<T>);                 \
    template void packMatrix<T>(MatrixView<const T>, std::add_pointer_t<T>);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
