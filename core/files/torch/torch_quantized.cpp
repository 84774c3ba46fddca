// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/grid_of_tensors.h"
#include "core/files/codes/wide_values.h"
#include "core/files/strided_bytes.h"
#include "core/files/torch/torch_int4.h"
#include "core/files/torch/torch_names.h"
#include "core/files/torch/torch_tensor.h"
#include "core/files/torch/torch_tiles.h"

#include <algorithm>
#include <array>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

StoredTensor refused(StoredTensor codes, std::string reason) {
    codes.unreadable = std::move(reason);
    return codes;
}

/// One scale and zero point for all.
LoadGrid constantGrid(float scale, float zero) {
    return [scale, zero]() -> Result<CodeGrid> { return CodeGrid{{scale}, {zero}, {}, {}}; };
}

bool isCode(const CodedWeight& weight, float zero) {
    const float lowest = weight.levels.flip != 0 ? -weight.levels.base : 0.0F;
    const float codes = static_cast<float>(1 << weight.codes.bits);
    return weight.levels.table || (zero >= lowest && zero < lowest + codes);
}

/// Whether all zero points are codes: those that are whole numbers must be.
bool areCodes(const CodedWeight& weight, const StoredTensor& zeros) {
    if (zeros.info.dtype != DType::I64 && zeros.info.dtype != DType::I32) {
        return true;
    }
    const auto values = gridValues(zeros, zeros.info.elements());
    return !values ||
           std::ranges::all_of(*values, [&](float zero) { return isCode(weight, zero); });
}

/// The levels of codes of a byte or less; nothing for wider ones.
std::optional<ByteCodes> levelsOf(DType dtype) {
    return dtype == DType::U4   ? ByteCodes{unsignedLevels(), "uint4"}
           : dtype == DType::U2 ? ByteCodes{unsignedLevels(), "uint2"}
                                : byteCodesOf(dtype);
}

/// Codes of one byte each, one after the other whatever the strides are.
CodeLayout bytesOf(const StoredTensor& codes) {
    CodeLayout layout;
    layout.bits = 8;
    layout.source = codes.strides.empty() ? codes.source : gatheredBytes(codes);
    layout.offset = codes.strides.empty() ? codes.info.offset : 0;
    return layout;
}

}  // namespace

/// The codes of a quantized tensor and how many bits each takes: those of less than a byte follow
/// each other from the low bits up, whatever rows they belong to.
StoredTensor TorchTensors::codesOf(std::span<const std::uint32_t> arguments,
                                   const std::string& name, int& bits) const {
    const auto id = torchStorageId(m_pickle, arguments[0]);
    bits = id ? bitsOfFew(id->dtypeText) : 0;
    if (bits == 0) {
        StoredTensor codes = strided(torchTensor2, arguments.first(4), name);
        bits = static_cast<int>(dtypeBits(codes.info.dtype));
        return codes;
    }
    StoredTensor codes =
        unreadableTensor(name, "The quantized tensor is not described as PyTorch does");
    codes.info.dtype = bits == 4 ? DType::U4 : DType::U2;
    codes.info.dtypeText = dtypeName(codes.info.dtype);
    Shape strides;
    const auto storage = m_storages.find(id->key);
    if (at(arguments[1]).kind != Kind::Int || !readShape(arguments[2], codes.info.shape) ||
        !readShape(arguments[3], strides) || strides.size() != codes.info.shape.size()) {
        return codes;
    }
    if (storage == m_storages.end() || !storage->second.problem.empty()) {
        codes.unreadable = storage == m_storages.end() ? "The file does not hold its storage"
                                                       : storage->second.problem;
        return codes;
    }
    std::int64_t step = 1;
    bool inOrder = at(arguments[1]).number == 0 && id->viewOffset == 0;
    const std::int64_t elements = codes.info.elements();
    for (std::size_t axis = strides.size(); axis-- > 0 && elements > 0;) {
        inOrder = inOrder && (codes.info.shape[axis] == 1 || strides[axis] == step);
        step *= codes.info.shape[axis];
    }
    const std::int64_t perByte = 8 / bits;
    const std::uint64_t bytes = elements < 0 ? UINT64_MAX
                                             : static_cast<std::uint64_t>(elements) / perByte +
                                                   (elements % perByte != 0 ? 1 : 0);
    codes.unreadable = !inOrder ? "Its codes of less than a byte do not stand one after the other"
                       : bytes > storage->second.bytes ? "The tensor reaches beyond its storage"
                                                       : "";
    if (codes.unreadable.empty()) {
        codes.source = storage->second.source;
        codes.info.offset = storage->second.offset;
        codes.info.bytes = bytes;
    }
    return codes;
}

StoredTensor TorchTensors::quantized(std::span<const std::uint32_t> arguments,
                                     const std::string& name) const {
    if (arguments.size() < 5 || at(arguments[4]).kind != Kind::Sequence) {
        return unreadableTensor(name, "The quantized tensor is not described as PyTorch does");
    }
    int bits = 0;
    StoredTensor codes = codesOf(arguments, name, bits);
    const auto known = levelsOf(codes.info.dtype);
    const std::string format(known ? known->format : wideFormat(codes.info.dtype));
    if (!codes.unreadable.empty() || format.empty()) {
        return codes.unreadable.empty()
                   ? refused(std::move(codes), "Quantized tensors of this type are not read")
                   : codes;
    }
    const auto& how = at(arguments[4]).items;
    const std::string scheme = how.empty() ? "" : at(how[0]).text;
    PackedWeight packed{"pytorch", format, 0, "tensor", "scale * (code - zero point)",
                        true,      {name}};
    CodedWeight weight;
    weight.codes = bytesOf(codes);
    weight.codes.bits = bits;
    weight.levels = known ? known->levels : CodeLevels();
    const auto finished = [&](std::uint64_t all) {
        return known
                   ? packedTensor(name, codes.info.shape, std::move(packed), all, std::move(weight))
                   : wideTensor(name, codes, std::move(packed), all, weight);
    };
    const std::string beyond = "zero point lies beyond its " + std::to_string(bits) + " bits";
    if (scheme == "torch.per_tensor_affine" && how.size() >= 3) {
        if (at(how[1]).kind != Kind::Float || at(how[2]).kind != Kind::Int ||
            !layAlong(weight, codes.info.shape, -1)) {
            return refused(std::move(codes), "Its scale and zero point are no numbers");
        }
        const auto zero = static_cast<float>(at(how[2]).number);
        if (known && !isCode(weight, zero)) {
            return refused(std::move(codes), "Its " + beyond);
        }
        weight.load = constantGrid(static_cast<float>(at(how[1]).real), zero);
        return finished(codes.info.bytes);
    }
    if (scheme.starts_with("torch.per_channel_affine") && how.size() >= 4 &&
        at(how[3]).kind == Kind::Int) {
        auto scales = tensorAt(how[1], name + ".scales");
        auto zeros = tensorAt(how[2], name + ".zero_points");
        packed.scales = "channel";
        const bool laid = scales && zeros && at(how[3]).number >= 0 &&
                          layAlong(weight, codes.info.shape, at(how[3]).number);
        const std::int64_t entries = laid ? gridEntries(weight) : -1;
        if (laid && fitsGrid(*scales, entries) && fitsGrid(*zeros, entries)) {
            // Those of embeddings are floats, and need be no codes.
            if (known && !areCodes(weight, *zeros)) {
                return refused(std::move(codes), "A " + beyond);
            }
            const std::uint64_t all = codes.info.bytes + scales->info.bytes + zeros->info.bytes;
            weight.load = gridOfTensors({std::move(*scales), std::move(*zeros)}, entries);
            return finished(all);
        }
        return refused(std::move(codes), "Its scales do not fit the axis that they are for");
    }
    return refused(std::move(codes), "The way it is quantized (" + scheme + ") is not known");
}

std::optional<StoredTensor> TorchTensors::wrapped(std::span<const std::uint32_t> arguments,
                                                  std::uint32_t state,
                                                  const std::string& name) const {
    // (class, dtype, size, strides, ...) around {'tensor_impl': ..., 'block_size': ...}; newer
    // classes hold the codes themselves.
    Shape shape;
    if (state == PickleValue::none || arguments.size() < 3 || !readShape(arguments[2], shape)) {
        return std::nullopt;
    }
    const std::string& className = at(arguments[0]).text;
    if (auto blocks = floatBlocks(className, state, shape, name)) {
        return blocks;
    }
    if (auto floats = normalFloats(className, state, shape, name)) {
        return floats;
    }
    std::uint32_t inner = state;
    auto implementation = entry(state, "tensor_impl");
    implementation = implementation ? implementation : entry(state, "layout_tensor");
    if (implementation) {
        const PickleValue& call = at(*implementation);
        if (call.kind != Kind::Call || at(call.items[1]).items.size() < 4) {
            return std::nullopt;
        }
        inner = at(call.items[1]).items[3];
    }
    const auto part = [&](std::string_view key) -> std::optional<StoredTensor> {
        const auto index = entry(inner, key);
        return index ? tensorAt(*index, name + "." + std::string(key)) : std::nullopt;
    };
    const auto blockIndex = entry(state, "block_size");
    Shape block;
    if (entry(inner, "scale_and_zero")) {
        const bool told = blockIndex && readShape(*blockIndex, block);
        return told ? tiled(inner, shape, block, name) : std::nullopt;
    }
    auto codes = part("int_data");
    codes = codes ? codes : part("qdata");
    codes = codes ? codes : part("float8_data");
    auto scales = part("scale");
    auto zeros = part("zero_point");
    if (isPlainInt4(className)) {
        const bool all = codes && scales && zeros && blockIndex && readShape(*blockIndex, block);
        return all ? std::optional(int4Weight(name, {std::move(*codes), std::move(*scales),
                                                     std::move(*zeros), shape, block}))
                   : std::nullopt;
    }
    const auto bytes = codes ? byteCodesOf(codes->info.dtype) : std::nullopt;
    if (!bytes || !scales || !codes->unreadable.empty() || codes->info.shape != shape ||
        !blockIndex || !readShape(*blockIndex, block) || block.size() != shape.size() ||
        shape.size() != 2 || block[0] < 1 || block[1] < 1) {
        return std::nullopt;
    }
    CodedWeight weight;
    weight.codes = bytesOf(*codes);
    weight.codes.rows = shape[0];
    weight.codes.columns = shape[1];
    weight.levels = bytes->levels;
    const bool wholeRow = block[1] >= shape[1];
    weight.layout = {block[0], 0, wholeRow ? 0 : block[1],
                     wholeRow ? 1 : (shape[1] + block[1] - 1) / block[1]};
    const std::int64_t entries = gridEntries(weight);
    if (!fitsGrid(*scales, entries) || (zeros && !fitsGrid(*zeros, entries))) {
        return refused(std::move(*codes), "Its scales do not fit the groups that they are for");
    }
    PackedWeight packed{"torchao",
                        bytes->format,
                        wholeRow ? 0 : block[1],
                        wholeRow ? "row" : "group of " + std::to_string(block[1]),
                        "scale * (code - zero point)",
                        zeros.has_value(),
                        {codes->info.name, scales->info.name}};
    std::uint64_t all = codes->info.bytes + scales->info.bytes;
    if (zeros) {
        packed.parts.push_back(zeros->info.name);
        all += zeros->info.bytes;
    }
    weight.load = gridOfTensors({std::move(*scales), std::move(zeros)}, entries);
    return packedTensor(name, std::move(shape), std::move(packed), all, std::move(weight));
}

/// Codes in tiles for tensor cores, whose scales and zero points stand in one tensor.
std::optional<StoredTensor> TorchTensors::tiled(std::uint32_t parts, const Shape& shape,
                                                const Shape& block, const std::string& name) const {
    auto place = entry(parts, "packed_weight");
    const std::string own = place ? ".packed_weight" : ".qdata";
    place = place ? place : entry(parts, "qdata");
    auto codes = place ? tensorAt(*place, name + own) : std::nullopt;
    auto scales = tensorAt(*entry(parts, "scale_and_zero"), name + ".scale_and_zero");
    if (!codes || !scales) {
        return std::nullopt;
    }
    return tiledWeight(name,
                       {std::move(*codes), std::move(*scales), shape, block, locationOf(*place)});
}

}  // namespace zeropoint
