// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/weight_packs.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// Larger weights are packed beside their products: there are many rows to one packing.
constexpr std::size_t mostValues = std::size_t{1} << 18;

std::size_t onLine(std::size_t values) {
    constexpr std::size_t line = 64 / sizeof(float);
    return (values + line - 1) / line * line;
}

}  // namespace

void WeightPacks::add(const Linear<float>& layer) {
    const bool fits = std::max(layer.in, layer.out) <= mostPackedRows &&
                      layer.in * layer.out <= mostValues && layer.in * layer.out > 0;
    if (fits && find(layer.weight.data()) == nullptr) {
        m_packs.push_back({layer.weight.data(), layer.out, layer.in, none, none});
    }
}

void WeightPacks::pack(bool backward, const Run& run) {
    std::size_t size = 0;
    for (Pack& pack : m_packs) {
        pack.forward = size;
        size += onLine(packedSize<float>(pack.in, pack.out));
        pack.backward = backward ? size : none;
        size += backward ? onLine(packedSize<float>(pack.out, pack.in)) : 0;
    }
    m_storage.resize(size);
    run(m_packs.size(), [this](std::size_t i) {
        const Pack& pack = m_packs[i];
        const MatrixView<const float> weight{pack.weight, pack.out, pack.in};
        packTransposed<float>(weight, m_storage.data() + pack.forward);
        if (pack.backward != none) {
            packMatrix<float>(weight, m_storage.data() + pack.backward);
        }
    });
}

const WeightPacks::Pack* WeightPacks::find(const float* weight) const {
    const auto found = std::find_if(m_packs.begin(), m_packs.end(),
                                    [weight](const Pack& pack) { return pack.weight == weight; });
    return found == m_packs.end() ? nullptr : &*found;
}

const float* WeightPacks::forward(const float* weight) const {
    const Pack* pack = find(weight);
    return pack == nullptr ? nullptr : m_storage.data() + pack->forward;
}

const float* WeightPacks::backward(const float* weight) const {
    const Pack* pack = find(weight);
    return pack == nullptr || pack->backward == none ? nullptr : m_storage.data() + pack->backward;
}

}  // namespace zeropoint
