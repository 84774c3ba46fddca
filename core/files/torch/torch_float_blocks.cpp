// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/grid_of_tensors.h"
#include "core/files/strided_bytes.h"
#include "core/files/torch/torch_tensor.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zeropoint {
namespace {

// torchao's classes of weights whose codes are floats, with a scale for each block of a row:
//   MXTensor     qdata: a code of eight or six bits a byte, or two of four bits, the first in the
//   low
//                half; scale E8M0
//   NVFP4Tensor  the same of four bits in blocks of 16; scale E4M3, and mostly one F32 for all

using Kind = PickleValue::Kind;

struct Element {
    std::string_view id;      ///< as torchao names it
    std::string_view levels;  ///< as this program does
    const char* format;
    int bits;  ///< of a code in its bytes
};
constexpr std::array elements = {
    Element{"torch.float8_e4m3fn", "fp8-e4m3", "mxfp8-e4m3", 8},
    Element{"torch.float8_e5m2", "fp8-e5m2", "mxfp8-e5m2", 8},
    Element{"fp6_e3m2", "fp6-e3m2", "mxfp6-e3m2", 8},
    Element{"fp6_e2m3", "fp6-e2m3", "mxfp6-e2m3", 8},
    Element{"torch.float4_e2m1fn_x2", "fp4-e2m1", "mxfp4", 4},
};

/// The levels of a format whose codes have bytes of their own, of six bits too: the upper two say
/// nothing.
CodeLevels levelsOf(const Element& element) {
    CodeLevels levels = formatLevels(element.levels);
    constexpr std::size_t ofSixBits = 64;
    for (std::size_t code = ofSixBits; element.levels.starts_with("fp6") && code < 256; ++code) {
        levels.values[code] = levels.values[code % ofSixBits];
    }
    return levels;
}

/// Rows of values, and the blocks along each.
struct Blocks {
    std::size_t rows = 0;
    std::size_t ofRow = 0;
};

constexpr std::size_t tileRows = 128;
constexpr std::size_t tileBlocks = 4;

/// Where NVIDIA's matrix products want a scale: in tiles of 128 rows and 4 blocks, in each of which
/// rows that are 32 apart follow each other (cuBLAS, layout of block scaling factors in one
/// dimension).
std::size_t placeInTiles(std::size_t row, std::size_t block, const Blocks& blocks) {
    const std::size_t tilesOfRow = (blocks.ofRow + tileBlocks - 1) / tileBlocks;
    const std::size_t tile = row / tileRows * tilesOfRow + block / tileBlocks;
    return tile * tileRows * tileBlocks + row % 32 * 16 + row % tileRows / 32 * tileBlocks +
           block % tileBlocks;
}

std::size_t scalesIn(const Blocks& blocks, bool tiled) {
    const auto up = [](std::size_t count, std::size_t to) { return (count + to - 1) / to * to; };
    return tiled ? up(blocks.rows, tileRows) * up(blocks.ofRow, tileBlocks)
                 : blocks.rows * blocks.ofRow;
}

LoadGrid loadScales(StoredTensor scales, const Blocks& blocks, bool tiled, float factor) {
    return [scales = std::move(scales), blocks, tiled, factor]() -> Result<CodeGrid> {
        const auto values = gridValues(scales, scales.info.elements());
        if (!values) {
            return tl::unexpected(values.error());
        }
        CodeGrid grid;
        grid.scales.reserve(blocks.rows * blocks.ofRow);
        for (std::size_t row = 0; row < blocks.rows; ++row) {
            for (std::size_t block = 0; block < blocks.ofRow; ++block) {
                const std::size_t at =
                    tiled ? placeInTiles(row, block, blocks) : row * blocks.ofRow + block;
                grid.scales.push_back((*values)[at] * factor);
            }
        }
        return grid;
    };
}

/// The only value of a tensor of one; 1 for none.
std::optional<float> onlyValue(const std::optional<StoredTensor>& tensor) {
    if (!tensor) {
        return 1.0F;
    }
    const auto values =
        tensor->info.elements() == 1 ? gridValues(*tensor, 1) : Result<std::vector<float>>();
    return values && values->size() == 1 ? std::optional(values->front()) : std::nullopt;
}

/// How blocks of 2 to 2^16 values cut the rows; nothing where they do not, or the codes do not fill
/// the shape.
std::optional<Blocks> blocksOf(const StoredTensor& codes, const Shape& shape, std::int64_t block,
                               int bits) {
    constexpr std::int64_t mostInBlock = 1 << 16;
    const std::int64_t values = elementCount(shape);
    const std::int64_t perByte = 8 / bits;
    const bool fits = !shape.empty() && values > 0 && block >= 2 && block <= mostInBlock &&
                      shape.back() % block == 0 && values % perByte == 0 &&
                      codes.info.elements() == values / perByte && dtypeBits(codes.info.dtype) == 8;
    return fits ? std::optional(Blocks{static_cast<std::size_t>(values / shape.back()),
                                       static_cast<std::size_t>(shape.back() / block)})
                : std::nullopt;
}

/// What an MXTensor or an NVFP4Tensor holds.
struct BlockParts {
    StoredTensor codes;
    StoredTensor scales;
    std::optional<StoredTensor> whole;  ///< a scale of all blocks
    Shape shape;
    std::int64_t block = 0;
    std::string element;  ///< torchao's name of it
    bool nvidia = false;
    bool tiled = false;
    bool knownOrder = true;  ///< of the scales
    bool older = false;      ///< by the names of its parts
};

const Element* elementOf(const BlockParts& parts) {
    const auto* found = std::ranges::find(elements, parts.element, &Element::id);
    return found == elements.end() ? nullptr : found;
}

PackedWeight describe(const BlockParts& parts) {
    const Element* element = elementOf(parts);
    PackedWeight packed{
        "torchao",
        parts.nvidia         ? "nvfp4"
        : element != nullptr ? element->format
                             : parts.element,
        parts.block,
        "group of " + std::to_string(parts.block),
        parts.nvidia ? "scale * tensor scale * level(code)" : "2^(scale - 127) * level(code)",
        false,
        {parts.codes.info.name, parts.scales.info.name}};
    if (parts.whole) {
        packed.parts.push_back(parts.whole->info.name);
    }
    return packed;
}

/// Why the values are not read; empty where they are.
std::string problemOf(const BlockParts& parts, const std::optional<Blocks>& blocks) {
    const StoredTensor& codes = parts.codes;
    const StoredTensor& scales = parts.scales;
    if (!codes.unreadable.empty() || !scales.unreadable.empty()) {
        return codes.unreadable.empty() ? scales.unreadable : codes.unreadable;
    }
    const Element* element = elementOf(parts);
    if (parts.element == "fp4_e2m1" || (parts.older && element != nullptr && element->bits == 4)) {
        return "An older torchao wrote it, whose order of two codes in a byte differed";
    }
    if (element == nullptr) {
        return "Its codes are of a type that is not known (" + parts.element + ")";
    }
    if (!parts.knownOrder) {
        return "Its scales stand in an order that is not known";
    }
    if (!codes.strides.empty() || !scales.strides.empty()) {
        return "Its codes stand transposed, which is not read";
    }
    const bool fit =
        blocks && scales.info.dtype == (parts.nvidia ? DType::F8E4M3 : DType::F8E8M0) &&
        static_cast<std::size_t>(scales.info.elements()) == scalesIn(*blocks, parts.tiled);
    return fit ? "" : "Its codes, scales and shape do not fit each other";
}

StoredTensor blockWeight(const std::string& name, BlockParts parts) {
    const Element* element = elementOf(parts);
    const int bits = element != nullptr ? element->bits : 8;
    const auto blocks = blocksOf(parts.codes, parts.shape, parts.block, bits);
    const std::uint64_t bytes = parts.codes.info.bytes + parts.scales.info.bytes +
                                (parts.whole ? parts.whole->info.bytes : 0);
    const auto factor = onlyValue(parts.whole);
    std::string reason = problemOf(parts, blocks);
    if (reason.empty() && !factor) {
        reason = "Its scale of the whole tensor is not one number";
    }
    if (!reason.empty()) {
        return unreadWeight(name, std::move(parts.codes), parts.shape, describe(parts), bytes,
                            std::move(reason));
    }
    CodedWeight weight;
    weight.codes = {CodeLayout::Order::Stream,
                    bits,
                    static_cast<std::int64_t>(blocks->rows),
                    parts.shape.back(),
                    parts.codes.source,
                    parts.codes.info.offset};
    weight.levels = levelsOf(*element);
    weight.layout = {1, 0, parts.block, static_cast<std::int64_t>(blocks->ofRow)};
    PackedWeight packed = describe(parts);
    weight.load = loadScales(std::move(parts.scales), *blocks, parts.tiled, *factor);
    return packedTensor(name, std::move(parts.shape), std::move(packed), bytes, std::move(weight));
}

}  // namespace

std::optional<StoredTensor> TorchTensors::floatBlocks(std::string_view className,
                                                      std::uint32_t state, const Shape& shape,
                                                      const std::string& name) const {
    const bool nvidia = className.ends_with(".NVFP4Tensor");
    if (!nvidia && !className.ends_with(".MXTensor")) {
        return std::nullopt;
    }
    // Names had a line before them once.
    const auto item = [&](const std::string& key) {
        const auto found = entry(state, key);
        return found ? found : entry(state, "_" + key);
    };
    const auto part = [&](const std::string& key) {
        const auto index = item(key);
        return index ? tensorAt(*index, name + "." + key) : std::nullopt;
    };
    auto codes = part("qdata");
    const bool older = !codes;
    codes = older ? part("data") : codes;
    auto scales = part("scale");
    scales = scales ? scales : part(nvidia ? "scale_e4m3" : "scale_e8m0");
    if (!codes || !scales) {
        return std::nullopt;
    }
    BlockParts parts;
    parts.codes = std::move(*codes);
    parts.scales = std::move(*scales);
    parts.shape = shape;
    parts.nvidia = nvidia;
    parts.older = older;
    parts.whole = nvidia ? part("per_tensor_scale") : std::nullopt;
    if (parts.scales.info.dtype == DType::U8 && !nvidia) {
        parts.scales.info.dtype = DType::F8E8M0;  // of versions without a type of its own for it
    }
    if (const auto size = item("block_size"); size && at(*size).kind == Kind::Int) {
        parts.block = at(*size).number;
    }
    const auto type = item("elem_dtype");
    parts.element = nvidia ? "torch.float4_e2m1fn_x2" : type ? at(*type).text.substr(0, 32) : "";
    const auto flag = item("is_swizzled_scales");
    parts.tiled = flag && at(*flag).kind == Kind::Bool && at(*flag).number != 0;
    if (const auto swizzle = entry(state, "swizzle_type")) {
        const std::string order =
            at(*swizzle).kind == Kind::Call ? at(at(*swizzle).items[0]).text : "";
        parts.tiled = order.ends_with(".Swizzle_32_4_4");
        parts.knownOrder = parts.tiled || order.ends_with(".NoSwizzle");
    }
    return blockWeight(name, std::move(parts));
}

}  // namespace zeropoint
