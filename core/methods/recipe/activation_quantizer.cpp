// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/activation_quantizer.h"

#include "core/numerics/nvfp4.h"
#include "core/statistics/extremes.h"

#include <algorithm>

namespace zeropoint {

Result<ActivationQuantizer> ActivationQuantizer::make(const ActivationRecipe& recipe,
                                                      const RealRange& range) {
    ActivationQuantizer made;
    made.m_mode = recipe.mode;
    made.m_scheme = std::make_shared<const QuantScheme>(recipe.scheme);
    made.m_blocks = findBlockFormat(recipe.scheme.format);
    if (made.m_blocks != nullptr) {
        return made;
    }
    const Result<ParamChooser> chooser = ParamChooser::make(*made.m_scheme);
    if (!chooser) {
        return tl::unexpected(chooser.error());
    }
    const Result<Quantizer> quantizer = Quantizer::make(*made.m_scheme);
    if (!quantizer) {
        return tl::unexpected(quantizer.error());
    }
    made.m_chooser = *chooser;
    made.m_quantizer = *quantizer;
    if (recipe.mode == ActivationMode::Static) {
        const Result<QuantParams> params = chooseParams(range.lo, range.hi, *made.m_scheme);
        if (!params) {
            return tl::unexpected(params.error());
        }
        made.m_params = *params;
    }
    return made;
}

void ActivationQuantizer::apply(std::span<const float> x, std::size_t rowLength,
                                std::size_t sequenceRows, std::span<float> out) const {
    if (m_blocks != nullptr) {
        applyBlocks(x, rowLength, out);
        return;
    }
    if (m_mode == ActivationMode::Static) {
        m_quantizer->fakeQuantize(x, m_params, 0, out);
        return;
    }
    const std::size_t rows = m_mode == ActivationMode::DynamicToken ? 1 : sequenceRows;
    const std::size_t stretch = rows == 0 ? x.size() : rows * rowLength;
    for (std::size_t at = 0; at < x.size(); at += stretch) {
        const std::size_t size = std::min(stretch, x.size() - at);
        applyRange(x.subspan(at, size), out.subspan(at, size));
    }
}

void ActivationQuantizer::applyRange(std::span<const float> x, std::span<float> out) const {
    const Extremes ends = extremes(x);
    m_quantizer->fakeQuantize(x, m_chooser->choose(ends.min, ends.max), 0, out);
}

void ActivationQuantizer::applyBlocks(std::span<const float> x, std::size_t rowLength,
                                      std::span<float> out) const {
    BlockOptions options{m_scheme->scaleRule, 1};
    for (std::size_t at = 0; at < x.size(); at += rowLength) {
        const std::span<const float> row = x.subspan(at, rowLength);
        if (m_blocks->bytesPerTensor > 0) {
            options.tensorScale = nvfp4TensorScale(row);
        }
        // Blocks that divide the rows (validate sees to it) cannot fail.
        const auto bytes = quantizeBlocks(*m_blocks, row, options);
        if (!bytes || !dequantizeBlocks(*m_blocks, *bytes, out.subspan(at, rowLength), options)) {
            std::copy(row.begin(), row.end(), out.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
}

}  // namespace zeropoint
