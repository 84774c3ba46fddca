// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/attention.h"

#include "core/nn/fast_math.h"
#include "core/nn/lanes.h"
#include "core/nn/matrix_product.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

/// Positions whose products are worked at once. Under the causal mask they see what comes before
/// them and themselves, so that the later keys are left out: nearly half of a long sequence's work.
constexpr std::size_t causalPositions = 32;

/// Positions [first, first + count) of a sequence, and how many keys they may see.
struct Positions {
    std::size_t first;
    std::size_t count;
    std::size_t seen;
};

template <typename Visit>
void forEachPositions(const AttentionShape& shape, Visit visit) {
    const std::size_t step = shape.causal ? causalPositions : shape.length;
    for (std::size_t first = 0; first < shape.length; first += step) {
        const std::size_t count = std::min(step, shape.length - first);
        visit(Positions{first, count, first + count});
    }
}

/// Some positions of a head.
template <typename T>
MatrixView<T> headRows(const AttentionShape& shape, std::span<T> buffer, const Head& head,
                       std::size_t first, std::size_t count) {
    return {buffer.data() + head.offset + first * shape.width, count, shape.headWidth(),
            shape.width};
}

/// Some queries against some keys of a head's square.
template <typename T>
MatrixView<T> scorePart(const AttentionShape& shape, T* square, std::size_t query,
                        std::size_t queries, std::size_t key, std::size_t keys) {
    return {square + query * shape.length + key, queries, keys, shape.length};
}

template <typename T>
T scoreScale(const AttentionShape& shape) {
    return T(1) / std::sqrt(static_cast<T>(shape.headWidth()));
}

/// Through the softmax: s = p * (g - sum(g * p)) * scale, in place of g. p = 0 gives s = 0, which
/// is the causal mask's gradient.
template <typename T>
void softmaxBackward(const AttentionShape& shape, MatrixView<const T> probabilities,
                     MatrixView<T> gradient) {
    const T scale = scoreScale<T>(shape);
    for (std::size_t row = 0; row < gradient.rows; ++row) {
        const T* p = probabilities.data + row * probabilities.stride;
        T* g = gradient.data + row * gradient.stride;
        const T inner = laneSum<T>(gradient.cols, [p, g](std::size_t i) { return p[i] * g[i]; });
        for (std::size_t i = 0; i < gradient.cols; ++i) {
            g[i] = p[i] * (g[i] - inner) * scale;
        }
    }
}

}  // namespace

template <typename T>
void softmaxRow(std::span<T> row, std::size_t seen) {
    T* values = row.data();
    const std::size_t rest = seen % laneCount;
    const std::size_t whole = seen - rest;
    T last[laneCount];  // the rest of the seen values, filled up with what adds nothing
    std::fill(last, last + laneCount, -std::numeric_limits<T>::infinity());
    std::copy_n(values + whole, rest, last);

    LaneRegisters<T> most(-std::numeric_limits<T>::infinity());
    for (std::size_t i = 0; i < whole; i += laneCount) {
        most.update(values + i, takeGreater);
    }
    most.update(last, takeGreater);
    const T largest = most.fold(takeGreater);

    LaneRegisters<T> sums(T(0));
    for (std::size_t i = 0; i < whole; i += laneCount) {
        for (std::size_t l = 0; l < laneCount; ++l) {
            values[i + l] = fastDecay(values[i + l] - largest);
        }
        sums.update(values + i, addLane);
    }
    if (rest > 0) {
        for (std::size_t l = 0; l < laneCount; ++l) {
            last[l] = l < rest ? fastDecay(last[l] - largest) : T(0);
        }
        sums.update(last, addLane);
    }
    const T inverse = T(1) / sums.fold(addLane);

    for (std::size_t i = 0; i < whole; ++i) {
        values[i] *= inverse;
    }
    for (std::size_t l = 0; l < rest; ++l) {
        values[whole + l] = last[l] * inverse;
    }
    std::fill(row.begin() + static_cast<std::ptrdiff_t>(seen), row.end(), T(0));
}

template <typename T>
void attentionForward(const AttentionShape& shape, std::span<const T> q, std::span<const T> k,
                      std::span<const T> v, std::span<T> probabilities, std::span<T> out) {
    const std::size_t length = shape.length;
    forEachHead(shape, [&](const Head& head) {
        T* square = probabilities.data() + head.probabilityOffset;
        forEachPositions(shape, [&](const Positions& at) {
            const MatrixView<T> p = scorePart(shape, square, at.first, at.count, 0, at.seen);
            multiplyTransposed<T>(p, headRows(shape, q, head, at.first, at.count),
                                  headRows(shape, k, head, 0, at.seen), scoreScale<T>(shape));
            for (std::size_t row = 0; row < at.count; ++row) {
                softmaxRow(std::span<T>(p.data + row * length, length),
                           shape.causal ? at.first + row + 1 : length);
            }
            multiply<T>(headRows(shape, out, head, at.first, at.count),
                        {p.data, p.rows, p.cols, p.stride}, headRows(shape, v, head, 0, at.seen));
        });
    });
}

template <typename T>
void attentionBackward(const AttentionShape& shape, std::span<const T> q, std::span<const T> k,
                       std::span<const T> v, std::span<const T> probabilities,
                       std::span<const T> outGradient, std::span<T> qGradient,
                       std::span<T> kGradient, std::span<T> vGradient, std::span<T> scratch) {
    T* g = scratch.data();
    forEachHead(shape, [&](const Head& head) {
        const T* p = probabilities.data() + head.probabilityOffset;
        forEachPositions(shape, [&](const Positions& at) {
            const MatrixView<T> own = scorePart(shape, g, at.first, at.count, 0, at.seen);
            multiplyTransposed<T>(own, headRows(shape, outGradient, head, at.first, at.count),
                                  headRows(shape, v, head, 0, at.seen));
            softmaxBackward<T>(shape, scorePart(shape, p, at.first, at.count, 0, at.seen), own);
            multiply<T>(headRows(shape, qGradient, head, at.first, at.count),
                        {own.data, own.rows, own.cols, own.stride},
                        headRows(shape, k, head, 0, at.seen));
        });
        // As keys and values, the same positions are seen by themselves and by those after them.
        forEachPositions(shape, [&](const Positions& at) {
            const std::size_t query = shape.causal ? at.first : 0;
            const std::size_t queries = shape.length - query;
            const auto part = [&](const T* square) {
                return scorePart(shape, square, query, queries, at.first, at.count);
            };
            transposedMultiply<T>(headRows(shape, vGradient, head, at.first, at.count), part(p),
                                  headRows(shape, outGradient, head, query, queries));
            transposedMultiply<T>(headRows(shape, kGradient, head, at.first, at.count), part(g),
                                  headRows(shape, q, head, query, queries));
        });
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
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
