// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/weight_storage.h"

#include "core/numerics/block_format.h"

#include <algorithm>
#include <numeric>

namespace zeropoint {
namespace {

/// Without the block's share of its scale.
int codeBits(const BlockFormat& format) {
    const std::vector<BlockBits> bits = bitsOfValue(format, 0);
    return std::accumulate(bits.begin(), bits.end(), 0, [](int sum, const BlockBits& part) {
        const bool code = part.role == BlockRole::Code || part.role == BlockRole::HighBits;
        return code ? sum + part.bits : sum;
    });
}

int bitsOf(const std::string& format) {
    if (const BlockFormat* blocks = findBlockFormat(format)) {
        return codeBits(*blocks);
    }
    const NumberFormat* numbers = findNumberFormat(format);
    return numbers != nullptr ? numbers->bits : WeightStorage().mostBits;
}

int bitsOf(const SiteRecipe& site, const std::string& rest) {
    return bitsOf(site.weight ? site.weight->format : rest);
}

WeightStorage storageOf(const QuantRecipe& recipe) {
    WeightStorage storage;
    storage.fewestBits = bitsOf(recipe.base, recipe.rest);
    storage.mostBits = storage.fewestBits;
    for (const SiteOverride& other : recipe.overrides) {
        const int bits = bitsOf(other.recipe, recipe.rest);
        storage.fewestBits = std::min(storage.fewestBits, bits);
        storage.mostBits = std::max(storage.mostBits, bits);
    }
    if (recipe.base.weight) {
        const BlockFormat* blocks = findBlockFormat(recipe.base.weight->format);
        storage.scalePer = blocks != nullptr ? Granularity::Group : recipe.base.weight->granularity;
        storage.groupSize =
            blocks != nullptr ? blocks->valuesPerBlock : recipe.base.weight->groupSize;
    }
    return storage;
}

}  // namespace

WeightStorage weightStorage(const RunSpec& run) {
    switch (run.method) {
        case MethodKind::Ptq:
        case MethodKind::Qat:
            return storageOf(run.recipe);
        case MethodKind::Qlora:
            return {bitsOf("nf4"), bitsOf("nf4"), Granularity::Group,
                    static_cast<std::int64_t>(run.qlora.base.blockSize)};
        case MethodKind::Full:
        case MethodKind::Lora:
            break;
    }
    return {};
}

std::string bitsText(const WeightStorage& storage) {
    const std::string fewest = std::to_string(storage.fewestBits);
    return storage.fewestBits == storage.mostBits ? fewest
                                                  : fewest + "-" + std::to_string(storage.mostBits);
}

std::string scalePerText(Granularity granularity, std::int64_t groupSize) {
    switch (granularity) {
        case Granularity::Tensor:
            return "tensor";
        case Granularity::Channel:
            return "channel";
        case Granularity::Group:
            break;
    }
    return "group " + std::to_string(groupSize);
}

std::string scalePerText(const WeightStorage& storage) {
    return storage.scalePer ? scalePerText(*storage.scalePer, storage.groupSize) : std::string();
}

}  // namespace zeropoint
