// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/linear.h"

#include "core/nn/weight_packs.h"

#include <algorithm>

namespace zeropoint {
namespace {

template <typename T>
void addColumnSums(std::span<const T> rows, std::span<T> sums) {
    const std::size_t width = sums.size();
    for (std::size_t row = 0; row < rows.size(); row += width) {
        const T* in = rows.data() + row;
        for (std::size_t i = 0; i < width; ++i) {
            sums[i] += in[i];
        }
    }
}

/// Calls use(first, count) over all rows: at once in models of the sizes that learn in a window,
/// else in pieces of some milliseconds, between which a stop is seen.
template <typename T, typename Use>
void inPieces(const Linear<T>& layer, const Pass& pass, std::size_t rows, Use use) {
    constexpr std::size_t workOfPiece = std::size_t{1} << 28;  // multiply-adds
    const std::size_t most = std::max<std::size_t>(1, workOfPiece / (layer.in * layer.out));
    for (std::size_t first = 0; first < rows && !pass.stop.stop_requested(); first += most) {
        use(first, std::min(most, rows - first));
    }
}

/// Some rows of a buffer whose rows are `width` long.
template <typename T>
MatrixView<T> rowsOf(std::span<T> all, std::size_t width, std::size_t first, std::size_t count) {
    return {all.data() + first * width, count, width};
}

/// out (=, +=) dy * weight
template <typename T>
void multiplyByWeight(const Linear<T>& layer, const Pass& pass, std::span<const T> yGradient,
                      std::span<T> out, Store store) {
    const T* packed = pass.packs == nullptr ? nullptr : pass.packs->backward(layer.weight.data());
    inPieces(layer, pass, yGradient.size() / layer.out, [&](std::size_t first, std::size_t count) {
        multiply<T>(rowsOf(out, layer.in, first, count), rowsOf(yGradient, layer.out, first, count),
                    {layer.weight.data(), layer.out, layer.in}, store, packed);
    });
}

/// Gradient of the input, through the product and what is attached.
template <typename T>
void backwardToInput(const Linear<T>& layer, const Pass& pass, std::span<const T> x,
                     std::span<const T> yGradient, std::span<T> xGradient, Store store,
                     const LinearGradient<T>& gradient, Arena& arena) {
    if (layer.attachment == nullptr || !layer.attachment->changesInput()) {
        multiplyByWeight(layer, pass, yGradient, xGradient, store);
        return;
    }
    const Arena::Mark mark = arena.mark();
    const bool adds = store == Store::Add;
    const std::span<T> through = adds ? arena.take<T>(x.size()) : xGradient;
    multiplyByWeight(layer, pass, yGradient, through, Store::Replace);
    layer.attachment->inputGradient(pass, x, layer.own, through, gradient.own);
    if (adds) {
        std::transform(through.begin(), through.end(), xGradient.begin(), xGradient.begin(),
                       [](T a, T b) { return b + a; });
    }
    arena.release(mark);
}

}  // namespace

template <typename T>
std::span<const T> linearForward(const Linear<T>& layer, const Pass& pass, std::span<const T> x,
                                 std::span<T> y, Arena& arena) {
    const std::size_t rows = x.size() / layer.in;
    std::span<const T> effective = x;
    if (layer.attachment != nullptr && layer.attachment->changesInput()) {
        const std::span<T> changed = arena.take<T>(x.size());
        layer.attachment->effectiveInput(pass, x, layer.own, changed);
        effective = changed;
    }
    const T* packed = pass.packs == nullptr ? nullptr : pass.packs->forward(layer.weight.data());
    inPieces(layer, pass, rows, [&](std::size_t first, std::size_t count) {
        multiplyTransposed<T>(rowsOf(y, layer.out, first, count),
                              rowsOf(effective, layer.in, first, count),
                              {layer.weight.data(), layer.out, layer.in},
                              layer.bias.empty() ? nullptr : layer.bias.data(), packed);
    });
    if (layer.attachment != nullptr && layer.attachment->addsOutput()) {
        layer.attachment->addOutput(pass, x, layer.own, y);
    }
    return effective;
}

template <typename T>
void linearBackward(const Linear<T>& layer, const Pass& pass, std::span<const T> x,
                    std::span<const T> effective, std::span<const T> yGradient,
                    std::span<T> xGradient, Store store, const LinearGradient<T>& gradient,
                    Arena& arena) {
    const std::size_t rows = x.size() / layer.in;
    if (!gradient.weight.empty()) {
        inPieces(layer, pass, rows, [&](std::size_t first, std::size_t count) {
            transposedMultiply<T>({gradient.weight.data(), layer.out, layer.in},
                                  rowsOf(yGradient, layer.out, first, count),
                                  rowsOf(effective, layer.in, first, count), Store::Add);
        });
    }
    if (!gradient.bias.empty()) {
        addColumnSums(yGradient, gradient.bias);
    }
    const bool learnsFromInput = layer.attachment != nullptr && layer.attachment->changesInput();
    const Arena::Mark mark = arena.mark();
    if (xGradient.empty() && learnsFromInput) {
        // The attachment's own parameters want the gradient even where nobody else does.
        const std::span<T> unused = arena.take<T>(x.size());
        backwardToInput(layer, pass, x, yGradient, unused, Store::Replace, gradient, arena);
    } else if (!xGradient.empty()) {
        backwardToInput(layer, pass, x, yGradient, xGradient, store, gradient, arena);
    }
    if (layer.attachment != nullptr && layer.attachment->addsOutput()) {
        layer.attachment->addedOutputGradient(pass, x, layer.own, yGradient, xGradient,
                                              gradient.own);
    }
    arena.release(mark);
}

#define ZEROPOINT_INSTANTIATE(T)                                                                 \
    template std::span<const T> linearForward<T>(const Linear<T>&, const Pass&,                  \
                                                 std::span<const T>, std::span<T>, Arena&);      \
    template void linearBackward<T>(const Linear<T>&, const Pass&, std::span<const T>,           \
                                    std::span<const T>, std::span<const T>, std::span<T>, Store, \
                                    const LinearGradient<T>&, Arena&);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
