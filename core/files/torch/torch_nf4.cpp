// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/grid_of_tensors.h"
#include "core/files/torch/torch_tensor.h"

#include <algorithm>
#include <utility>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

/// What an NF4Tensor of torchao holds: two codes a byte, the first in the high half, what they
/// stand for, and of each block the largest magnitude, which is code / factor + mean.
struct Nf4Parts {
    StoredTensor codes;
    StoredTensor magnitudes;  ///< I8, one a block
    StoredTensor factors;     ///< one for `outer` blocks
    StoredTensor mean;
    StoredTensor table;
    Shape shape;
    std::int64_t block = 0;
    std::int64_t outer = 0;
};

LoadGrid loadMagnitudes(StoredTensor codes, StoredTensor factors, std::int64_t block, float mean) {
    return [codes = std::move(codes), factors = std::move(factors), block,
            mean]() -> Result<CodeGrid> {
        auto values = gridValues(codes, codes.info.elements());
        const auto divisors = gridValues(factors, factors.info.elements());
        if (!values || !divisors) {
            return tl::unexpected(values ? divisors.error() : values.error());
        }
        CodeGrid grid{std::move(*values), {}, {}, {}};
        for (std::size_t i = 0; i < grid.scales.size(); ++i) {
            const float quotient =
                grid.scales[i] / (*divisors)[i / static_cast<std::size_t>(block)];
            grid.scales[i] = quotient + mean;
        }
        return grid;
    };
}

bool fits(const Nf4Parts& parts) {
    const std::int64_t values = elementCount(parts.shape);
    if (values < 2 || values % 2 != 0 || parts.block < 1 || values % parts.block != 0 ||
        parts.outer < 1) {
        return false;
    }
    const std::int64_t blocks = values / parts.block;
    return parts.codes.info.dtype == DType::U8 && parts.codes.info.elements() == values / 2 &&
           parts.magnitudes.info.dtype == DType::I8 && parts.magnitudes.info.elements() == blocks &&
           parts.factors.info.elements() == (blocks - 1) / parts.outer + 1 &&
           parts.mean.info.elements() == 1 && parts.table.info.elements() == 16;
}

StoredTensor nf4Weight(const std::string& name, Nf4Parts parts) {
    PackedWeight packed{"torchao",
                        "nf4",
                        parts.block,
                        "block of " + std::to_string(parts.block) + ", scales in blocks of " +
                            std::to_string(parts.outer),
                        "absmax * level(code)",
                        false,
                        {}};
    std::uint64_t bytes = 0;
    std::string reason;
    for (const StoredTensor* each :
         {&parts.codes, &parts.magnitudes, &parts.factors, &parts.mean, &parts.table}) {
        packed.parts.push_back(each->info.name);
        bytes += each->info.bytes;
        reason = reason.empty() ? each->unreadable : reason;
    }
    if (reason.empty() && !parts.codes.strides.empty()) {
        reason = "Its codes stand transposed, which is not read";
    } else if (reason.empty() && !fits(parts)) {
        reason = "Its codes, scales and shape do not fit each other";
    }
    Result<std::vector<float>> mean;
    Result<std::vector<float>> levels;
    if (reason.empty()) {
        mean = gridValues(parts.mean, 1);
        levels = gridValues(parts.table, 16);
        reason = mean && levels ? "" : "Its table of levels cannot be read";
    }
    if (!reason.empty()) {
        return unreadWeight(name, std::move(parts.codes), parts.shape, std::move(packed), bytes,
                            std::move(reason));
    }
    const std::int64_t values = elementCount(parts.shape);
    CodedWeight weight;
    weight.codes = {CodeLayout::Order::HighFirst, 4, 1, values, parts.codes.source,
                    parts.codes.info.offset};
    weight.levels.table = true;
    std::ranges::copy(*levels, weight.levels.values.begin());
    weight.layout = {1, 0, parts.block, values / parts.block};
    weight.load = loadMagnitudes(std::move(parts.magnitudes), std::move(parts.factors), parts.outer,
                                 mean->front());
    return packedTensor(name, parts.shape, std::move(packed), bytes, std::move(weight));
}

}  // namespace

std::optional<StoredTensor> TorchTensors::normalFloats(std::string_view className,
                                                       std::uint32_t state, const Shape& shape,
                                                       const std::string& name) const {
    if (!className.ends_with(".NF4Tensor")) {
        return std::nullopt;
    }
    const auto part = [&](const std::string& key) {
        const auto index = entry(state, key);
        return index ? tensorAt(*index, name + "." + key) : std::nullopt;
    };
    const auto number = [&](std::string_view key) {
        const auto index = entry(state, key);
        return index && at(*index).kind == Kind::Int ? at(*index).number : 0;
    };
    auto codes = part("quantized_data");
    auto magnitudes = part("quantized_scalers");
    auto factors = part("quantization_factor");
    auto mean = part("scaler_mean");
    auto table = part("nf4");
    if (!codes || !magnitudes || !factors || !mean || !table) {
        return std::nullopt;
    }
    return nf4Weight(
        name, {std::move(*codes), std::move(*magnitudes), std::move(*factors), std::move(*mean),
               std::move(*table), shape, number("block_size"), number("scaler_block_size")});
}

}  // namespace zeropoint
