// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/attention.h"

#include "core/nn/fast_math.h"
#include "core/nn/lanes.h"
#include "core/nn/matrix_product.h"

#include <cmath>

namespace zeropoint {
namespace {

/// One head of one sequence: where its block [L, width/H] starts in a [S*L, width] buffer.
struct Head {
    std::size_t offset;
    std::size_t probabilityOffset;
};

template <typename Visit>
void forEachHead(const AttentionShape& shape, Visit visit) {
    for (std::size_t s = 0; s < shape.sequences; ++s) {
        for (std::size_t h = 0; h < shape.heads; ++h) {
            visit(Head{s * shape.length * shape.width + h * shape.headWidth(),
                       (s * shape.heads + h) * shape.length * shape.length});
        }
    }
}

template <typename T>
MatrixView<T> headBlock(const AttentionShape& shape, std::span<T> buffer, const Head& head) {
    return {buffer.data() + head.offset, shape.length, shape.headWidth(), shape.width};
}

template <typename T>
MatrixView<T> headSquare(const AttentionShape& shape, std::span<T> buffer, std::size_t offset) {
    return {buffer.data() + offset, shape.length, shape.length};
}

template <typename T>
T scoreScale(const AttentionShape& shape) {
    return T(1) / std::sqrt(static_cast<T>(shape.headWidth()));
}

/// Through the softmax: s = p * (g - sum(g * p)) * scale, in place of g. p = 0 gives s = 0, which
/// is the causal mask's gradient.
template <typename T>
void softmaxBackward(const AttentionShape& shape, const T* p, T* g) {
    const T scale = scoreScale<T>(shape);
    for (std::size_t row = 0; row < shape.length; ++row, p += shape.length, g += shape.length) {
        const T inner = laneSum<T>(shape.length, [p, g](std::size_t i) { return p[i] * g[i]; });
        for (std::size_t i = 0; i < shape.length; ++i) {
            g[i] = p[i] * (g[i] - inner) * scale;
        }
    }
}

}  // namespace

template <typename T>
void softmaxRow(std::span<T> row, std::size_t seen) {
    const T largest = laneMax(row.data(), seen);
    for (std::size_t i = 0; i < seen; ++i) {
        row[i] = fastExp(row[i] - largest);
    }
    const T* exponentials = row.data();
    const T inverse = T(1) / laneSum<T>(seen, [=](std::size_t i) { return exponentials[i]; });
    for (std::size_t i = 0; i < seen; ++i) {
        row[i] *= inverse;
    }
    for (std::size_t i = seen; i < row.size(); ++i) {
        row[i] = T(0);
    }
}

template <typename T>
void attentionForward(const AttentionShape& shape, std::span<const T> q, std::span<const T> k,
                      std::span<const T> v, std::span<T> probabilities, std::span<T> out) {
    const std::size_t length = shape.length;
    forEachHead(shape, [&](const Head& head) {
        const MatrixView<T> p = headSquare(shape, probabilities, head.probabilityOffset);
        multiplyTransposed<T>(p, headBlock(shape, q, head), headBlock(shape, k, head),
                              scoreScale<T>(shape));
        for (std::size_t t = 0; t < length; ++t) {
            softmaxRow(std::span<T>(p.data + t * length, length), shape.causal ? t + 1 : length);
        }
        multiply<T>(headBlock(shape, out, head), {p.data, length, length},
                    headBlock(shape, v, head));
    });
}

template <typename T>
void attentionBackward(const AttentionShape& shape, std::span<const T> q, std::span<const T> k,
                       std::span<const T> v, std::span<const T> probabilities,
                       std::span<const T> outGradient, std::span<T> qGradient,
                       std::span<T> kGradient, std::span<T> vGradient, std::span<T> scratch) {
    const MatrixView<T> g = headSquare(shape, scratch, 0);
    const MatrixView<const T> scores(g.data, g.rows, g.cols);
    forEachHead(shape, [&](const Head& head) {
        const MatrixView<const T> p = headSquare(shape, probabilities, head.probabilityOffset);
        const MatrixView<const T> dOut = headBlock(shape, outGradient, head);
        transposedMultiply<T>(headBlock(shape, vGradient, head), p, dOut);
        multiplyTransposed<T>(g, dOut, headBlock(shape, v, head));
        softmaxBackward(shape, p.data, g.data);
        multiply<T>(headBlock(shape, qGradient, head), scores, headBlock(shape, k, head));
        transposedMultiply<T>(headBlock(shape, kGradient, head), scores, headBlock(shape, q, head));
    });
}

#define ZEROPOINT_INSTANTIATE(T)                                                                   \
    template void softmaxRow<T>(std::span<T>, std::size_t);                                        \
    template void attentionForward<T>(const AttentionShape&, std::span<const T>,                   \
                                      std::span<const T>, std::span<const T>, std::span<T>,        \
                                      std::span<T>);                                               \
    template void attentionBackward<T>(const AttentionShape&, std::span<const T>,                  \
                                       std::span<const T>, std::span<const T>, std::span<const T>, \
                                       std::span<const T>, std::span<T>, std::span<T>,             \
                                       std::span<T>, std::span<T>);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)

}  // namespace zeropoint
