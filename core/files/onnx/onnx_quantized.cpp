// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/grid_of_tensors.h"
#include "core/files/codes/wide_values.h"
#include "core/files/onnx/onnx_weights.h"
#include "core/files/pitched_bytes.h"

#include <onnx/onnx_pb.h>

#include <algorithm>
#include <utility>

namespace zeropoint {
namespace {

std::int64_t attribute(const onnx::NodeProto& node, std::string_view name, std::int64_t fallback) {
    const auto found = std::ranges::find_if(
        node.attribute(), [&](const onnx::AttributeProto& each) { return each.name() == name; });
    return found == node.attribute().end() ? fallback : found->i();
}

/// Codes of less than a byte follow each other from the lowest bit up.
std::optional<ByteCodes> codesOf(DType dtype, int& bits) {
    bits = static_cast<int>(dtypeBits(dtype));
    switch (dtype) {
        case DType::I4:
            return ByteCodes{signedLevels(4), "int4"};
        case DType::U4:
            return ByteCodes{unsignedLevels(), "uint4"};
        case DType::I2:
            return ByteCodes{signedLevels(2), "int2"};
        case DType::U2:
            return ByteCodes{unsignedLevels(), "uint2"};
        case DType::F4E2M1:
            return ByteCodes{formatLevels("fp4-e2m1"), "fp4-e2m1"};
        default:
            return byteCodesOf(dtype);
    }
}

StoredTensor refused(const StoredTensor& codes, PackedWeight packed, Shape shape,
                     std::string reason) {
    StoredTensor tensor = codes;
    tensor.info.shape = std::move(shape);
    tensor.info.packed = std::make_shared<const PackedWeight>(std::move(packed));
    tensor.unreadable = std::move(reason);
    return tensor;
}

std::string sharedBy(std::int64_t axis, std::int64_t block) {
    return axis < 0 ? "tensor"
           : block == 0
               ? "entry of axis " + std::to_string(axis)
               : "group of " + std::to_string(block) + " along axis " + std::to_string(axis);
}

std::uint64_t bytesOf(const StoredTensor& codes, const StoredTensor& scales,
                      const StoredTensor* zeros) {
    return codes.info.bytes + scales.info.bytes + (zeros == nullptr ? 0 : zeros->info.bytes);
}

/// The axis that has a scale for each entry when there is more than one.
std::int64_t axisOf(const onnx::NodeProto& node, std::int64_t rank) {
    const std::string& type = node.op_type();
    if (type == "DequantizeLinear") {
        return attribute(node, "axis", 1);
    }
    if (type == "QLinearConv" || type == "ConvInteger") {
        return 0;
    }
    return type == "QGemm" && attribute(node, "transB", 0) != 0 ? 0 : rank - 1;
}

/// The weight's own name where its codes are called after it, as this program writes them.
std::string nameOf(const onnx::NodeProto& node, const StoredTensor& codes) {
    const bool after = node.output_size() > 0 && codes.info.name == node.output(0) + ".codes";
    return after ? node.output(0) : codes.info.name;
}

std::optional<StoredTensor> dequantized(const onnx::NodeProto& node, const OnnxParts& parts) {
    const StoredTensor& codes = *parts.codes;
    const StoredTensor* zeros = parts.zeros;
    int bits = 0;
    const auto known = codesOf(codes.info.dtype, bits);
    const std::string format(known ? known->format : wideFormat(codes.info.dtype));
    if (format.empty() || !codes.unreadable.empty()) {
        return std::nullopt;
    }
    const Shape& shape = codes.info.shape;
    const auto rank = static_cast<std::int64_t>(shape.size());
    if (parts.scales == nullptr) {
        return refused(codes, {"onnx", format, 0, "", "", false, {codes.info.name}}, shape,
                       "Its scale does not stand beside it in the model");
    }
    const StoredTensor& scales = *parts.scales;
    std::int64_t axis = axisOf(node, rank);
    axis = scales.info.elements() == 1 ? -1 : axis < 0 ? axis + rank : axis;
    const std::int64_t block = axis < 0 ? 0 : attribute(node, "block_size", 0);
    PackedWeight packed{"onnx",
                        format,
                        block,
                        sharedBy(axis, block),
                        "scale * (code - zero point)",
                        zeros != nullptr,
                        {codes.info.name, scales.info.name}};
    if (zeros != nullptr) {
        packed.parts.push_back(zeros->info.name);
    }
    CodedWeight weight;
    weight.codes.bits = bits;
    weight.codes.source = codes.source;
    weight.codes.offset = codes.info.offset;
    weight.levels = known ? known->levels : CodeLevels();
    const bool laid = (axis < rank) && layAlong(weight, shape, axis, block);
    const std::int64_t entries = laid ? gridEntries(weight) : -1;
    if (!laid || !fitsGrid(scales, entries) || (zeros != nullptr && !fitsGrid(*zeros, entries))) {
        return refused(codes, std::move(packed), shape,
                       "Its scales or zero points do not fit the axis that they are for");
    }
    GridTensors grid{scales, {}, {}, parts.factor};
    if (zeros != nullptr) {
        grid.zeros = *zeros;
    }
    weight.load = gridOfTensors(std::move(grid), entries);
    const std::uint64_t bytes = bytesOf(codes, scales, zeros);
    return known ? packedTensor(nameOf(node, codes), shape, std::move(packed), bytes,
                                std::move(weight))
                 : wideTensor(nameOf(node, codes), codes, std::move(packed), bytes, weight);
}

/// Zero points of MatMulNBits: as codes, each row filled up to whole bytes, or as numbers.
LoadGrid matrixGrid(const StoredTensor& scales, const StoredTensor* zeros, const CodeLayout& codes,
                    std::int64_t blocks) {
    const std::int64_t entries = codes.rows * blocks;
    if (zeros == nullptr || zeros->info.dtype != DType::U8) {
        GridTensors tensors{scales};
        if (zeros != nullptr) {
            tensors.zeros = *zeros;
        }
        return gridOfTensors(std::move(tensors), entries);
    }
    const std::int64_t perByte = 8 / codes.bits;
    const std::int64_t padded = (blocks + perByte - 1) / perByte * perByte;
    CodeLayout layout{CodeLayout::Order::Stream, codes.bits, codes.rows, padded, zeros->source,
                      zeros->info.offset};
    return [scales, layout, entries, blocks]() -> Result<CodeGrid> {
        auto values = gridValues(scales, entries);
        if (!values) {
            return tl::unexpected(values.error());
        }
        CodeGrid grid{std::move(*values), {}, {}, {}};
        std::vector<std::uint8_t> row(static_cast<std::size_t>(layout.columns));
        for (std::int64_t i = 0; i < layout.rows; ++i) {
            const auto first = static_cast<std::uint64_t>(i * layout.columns);
            if (auto read = readCodes(layout, first, row); !read) {
                return tl::unexpected(read.error());
            }
            grid.zeros.insert(grid.zeros.end(), row.begin(), row.begin() + blocks);
        }
        return grid;
    };
}

/// The grid with the group of each column, where they are not one after the other.
LoadGrid inOrder(LoadGrid load, std::vector<std::uint32_t> groups) {
    return [load = std::move(load), groups = std::move(groups)]() {
        return load().map([&](CodeGrid&& grid) {
            grid.columnGroups = groups;
            return std::move(grid);
        });
    };
}

/// The group of each of `columns` columns; nothing where one is not there.
std::optional<std::vector<std::uint32_t>> groupsOf(const StoredTensor& order, std::int64_t columns,
                                                   std::int64_t blocks) {
    const auto values = gridValues(order, order.info.elements());
    if (!values || static_cast<std::int64_t>(values->size()) < columns) {
        return std::nullopt;
    }
    std::vector<std::uint32_t> groups;
    for (const float value : std::span(*values).first(static_cast<std::size_t>(columns))) {
        if (!(value >= 0 && value < static_cast<float>(blocks))) {
            return std::nullopt;
        }
        groups.push_back(static_cast<std::uint32_t>(value));
    }
    return groups;
}

std::optional<StoredTensor> matrix(const onnx::NodeProto& node, const OnnxParts& parts) {
    const StoredTensor& codes = *parts.codes;
    const StoredTensor& scales = *parts.scales;
    const StoredTensor* zeros = parts.zeros;
    const std::int64_t inputs = attribute(node, "K", 0);
    const std::int64_t outputs = attribute(node, "N", 0);
    const std::int64_t bits = attribute(node, "bits", 4);
    const std::int64_t block = attribute(node, "block_size", 0);
    PackedWeight packed{"onnx MatMulNBits",
                        "uint" + std::to_string(bits),
                        block,
                        "group of " + std::to_string(block),
                        "scale * (code - zero point)",
                        true,
                        {codes.info.name, scales.info.name}};
    if (zeros != nullptr) {
        packed.parts.push_back(zeros->info.name);
    }
    std::uint64_t bytes = bytesOf(codes, scales, zeros);
    if (parts.order != nullptr) {
        packed.parts.push_back(parts.order->info.name);
        packed.scales += " in act-order";
        bytes += parts.order->info.bytes;
    }
    constexpr std::int64_t most = std::int64_t{1} << 31;
    const bool counts = inputs > 0 && outputs > 0 && block > 0 && inputs < most && outputs < most &&
                        block < most && block % 8 == 0 && bits >= 1 && bits <= 8;
    if (counts && bits != 2 && bits != 4 && bits != 8) {
        return refused(codes, std::move(packed), Shape{outputs, inputs},
                       "Codes of " + std::to_string(bits) + " bits are not read");
    }
    const std::int64_t blocks = counts ? (inputs + block - 1) / block : 0;
    const std::int64_t rowBytes = blocks * block * bits / 8;
    const bool zeroBytes = zeros != nullptr && zeros->unreadable.empty() &&
                           zeros->info.dtype == DType::U8 &&
                           zeros->info.elements() == outputs * ((blocks * bits + 7) / 8);
    const bool zerosFit = zeros == nullptr || zeroBytes ||
                          (zeros->info.dtype != DType::U8 && fitsGrid(*zeros, outputs * blocks));
    if (!counts || !codes.unreadable.empty() || codes.info.dtype != DType::U8 ||
        codes.info.elements() != outputs * rowBytes || !fitsGrid(scales, outputs * blocks) ||
        !zerosFit || inputs * bits % 8 != 0) {
        return refused(codes, std::move(packed), counts ? Shape{outputs, inputs} : codes.info.shape,
                       "Its codes, scales and zero points do not fit N, K and block_size");
    }
    CodedWeight weight;
    weight.codes.bits = static_cast<int>(bits);
    weight.codes.rows = outputs;
    weight.codes.columns = inputs;
    weight.codes.source = codes.source;
    weight.codes.offset = codes.info.offset;
    if (inputs % block != 0) {
        weight.codes.source =
            pitchedBytes(codes.source, {codes.info.offset, static_cast<std::uint64_t>(rowBytes),
                                        static_cast<std::uint64_t>(inputs * bits / 8),
                                        static_cast<std::uint64_t>(outputs)});
        weight.codes.offset = 0;
    }
    weight.layout = {1, 0, block, blocks};
    weight.levels = zeros == nullptr ? offsetLevels(static_cast<int>(bits)) : unsignedLevels();
    weight.load = matrixGrid(scales, zeros, weight.codes, blocks);
    if (parts.order != nullptr) {
        auto groups = groupsOf(*parts.order, inputs, blocks);
        if (!groups) {
            return refused(codes, std::move(packed), Shape{outputs, inputs},
                           "g_idx names groups that are not there");
        }
        weight.load = inOrder(std::move(weight.load), std::move(*groups));
    }
    return packedTensor(codes.info.name, {outputs, inputs}, std::move(packed), bytes,
                        std::move(weight));
}

}  // namespace

std::optional<StoredTensor> onnxQuantized(const onnx::NodeProto& node, const OnnxParts& parts) {
    return node.op_type() == "MatMulNBits" ? matrix(node, parts) : dequantized(node, parts);
}

}  // namespace zeropoint
