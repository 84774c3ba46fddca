// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Eigen puts a product's packed panels on the stack up to this size and on the heap beyond it: a
// training step must not allocate, and a worker's stack is 8 MB.
#define EIGEN_STACK_ALLOCATION_LIMIT (4 * 1024 * 1024)
#include "core/nn/matrix_product.h"

#include <Eigen/Core>

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

}  // namespace

template <typename T>
void multiplyTransposed(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b, T scale) {
    if (scale == T(1)) {
        map(out).noalias() = map(a) * map(b).transpose();
    } else {
        map(out).noalias() = scale * map(a) * map(b).transpose();
    }
}

template <typename T>
void multiply(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b, Store store) {
    if (store == Store::Replace) {
        map(out).noalias() = map(a) * map(b);
    } else {
        map(out).noalias() += map(a) * map(b);
    }
}

template <typename T>
void transposedMultiply(MatrixView<T> out, MatrixView<const T> a, MatrixView<const T> b,
                        Store store) {
    if (store == Store::Replace) {
        map(out).noalias() = map(a).transpose() * map(b);
    } else {
        map(out).noalias() += map(a).transpose() * map(b);
    }
}

#define ZEROPOINT_INSTANTIATE(T)                                                                 \
    template void multiplyTransposed<T>(MatrixView<T>, MatrixView<const T>, MatrixView<const T>, \
                                        T);                                                      \
    template void multiply<T>(MatrixView<T>, MatrixView<const T>, MatrixView<const T>, Store);   \
    template void transposedMultiply<T>(MatrixView<T>, MatrixView<const T>, MatrixView<const T>, \
                                        Store);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)

}  // namespace zeropoint
