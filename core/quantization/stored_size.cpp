// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/bits_per_weight.h"
#include "core/quantization/block_tensor.h"
#include "core/quantization/quantize.h"
#include "core/scheme/element_format.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>

namespace zeropoint {
namespace {

std::uint64_t bytesFor(std::uint64_t count, std::uint64_t bits) {
    return (count * bits + 7) / 8;
}

std::uint64_t scaleBytes(std::uint64_t units, const QuantScheme& scheme) {
    switch (scheme.scaleFormat) {
        case ScaleFormat::Fp32:
            return 4 * units;
        case ScaleFormat::Fp16:
        case ScaleFormat::Bf16:
            return 2 * units;
        case ScaleFormat::E8m0:
            return units;
        case ScaleFormat::Double: {
            const auto block = static_cast<std::uint64_t>(std::max(scheme.doubleBlock, 1));
            return units + 4 * ((units + block - 1) / block) + 4;  // the last: the mean
        }
    }
    return 0;
}

StoredSize sizeOfBlocks(const Shape& shape, const BlockFormat& format) {
    StoredSize size;
    size.codeBytes = blockTensorBytes(shape, format);
    size.bitsPerWeight = bitsPerWeightOf(
        size.codeBytes, static_cast<std::uint64_t>(std::max<std::int64_t>(elementCount(shape), 0)));
    return size;
}

}  // namespace

StoredSize storedSize(const Shape& shape, const QuantScheme& scheme) {
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return sizeOfBlocks(shape, *blocks);
    }
    StoredSize size;
    const Result<ElementFormat> element = elementFormat(scheme);
    const Result<UnitLayout> layout = UnitLayout::make(shape, scheme);
    if (!element || !layout) {
        return size;
    }
    const auto bits = static_cast<std::uint64_t>(element->format->bits);
    const std::uint64_t count = layout->size();
    size.codeBytes = bytesFor(count, bits);
    size.scaleBytes = element->scaled ? scaleBytes(layout->units(), scheme) : 0;
    const bool zeroPoints = element->integer && !scheme.symmetric;
    size.zeroPointBytes = zeroPoints ? bytesFor(layout->units(), bits) : 0;
    size.bitsPerWeight = bitsPerWeightOf(size.bytes(), count);
    return size;
}

}  // namespace zeropoint
