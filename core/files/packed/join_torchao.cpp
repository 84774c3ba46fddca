// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/join_torchao.h"

#include "core/files/codes/grid_of_tensors.h"
#include "core/files/torch/torch_int4.h"
#include "core/files/torch/torch_tiles.h"
#include "core/support/in_quotes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

constexpr std::string_view torchaoEnding = "_qdata";
/// What may stand beside the codes of a weight, by its ending.
constexpr std::array companions = {
    "scale",      "zero_point",       "scale_and_zero",      "group_scale",
    "group_zero", "row_scale",        "act_pre_scale",       "act_quant_scale",
    "act_scale",  "per_tensor_scale", "act_quant_zero_point"};

/// "l._weight_qdata": the weight is "l.weight", and its parts begin with "l._weight_".
struct FlatName {
    std::string weight;
    std::string parts;
};

std::optional<FlatName> flatName(const std::string& name) {
    const std::size_t point = name.rfind('.');
    const std::size_t begin = point == std::string::npos ? 0 : point + 1;
    if (!name.ends_with(torchaoEnding) || name[begin] != '_' ||
        name.size() < begin + 2 + torchaoEnding.size()) {
        return std::nullopt;
    }
    const std::string parts = name.substr(0, name.size() - torchaoEnding.size() + 1);
    return FlatName{name.substr(0, begin) + parts.substr(begin + 1, parts.size() - begin - 2),
                    parts};
}

/// What the metadata says of a weight.
struct Told {
    std::string type;  ///< "Float8Tensor"; empty: nothing is told
    Shape block;
    Shape shape;
};

Shape numbersAt(const Json& object, const char* key) {
    Shape numbers;
    const auto found = object.find(key);
    constexpr std::size_t most = 8;
    if (found != object.end() && found->is_array() && found->size() <= most) {
        for (const Json& number : *found) {
            numbers.push_back(number.is_number_integer() ? number.get<std::int64_t>() : -1);
        }
    }
    return numbers;
}

Told toldBy(std::string_view text) {
    constexpr std::ptrdiff_t mostBrackets = 64;  // some settings are objects in it
    if (std::ranges::count_if(text, [](char c) { return c == '[' || c == '{'; }) > mostBrackets) {
        return {};
    }
    const Json json = Json::parse(text, nullptr, false);
    const auto type = json.is_object() ? json.find("_type") : json.end();
    if (!json.is_object() || type == json.end() || !type->is_string()) {
        return {};
    }
    Told told{type->get<std::string>().substr(0, 64), {}, {}};
    if (const auto data = json.find("_data"); data != json.end() && data->is_object()) {
        told.block = numbersAt(*data, "block_size");
        told.shape = numbersAt(*data, "shape");
    }
    return told;
}

struct Parts {
    StoredTensor codes;
    std::optional<StoredTensor> scales{};
    std::optional<StoredTensor> zeros{};
    std::optional<StoredTensor> pairs{};  ///< scale_and_zero
    std::vector<std::string> names{};     ///< of all, the codes first
    std::uint64_t bytes = 0;              ///< of all
    std::string problem{};                ///< why one of them is not read
};

StoredTensor listed(const std::string& name, Parts parts, const Told& told, std::string reason) {
    PackedWeight packed{
        "torchao", told.type, 0, "", "", parts.zeros.has_value(), std::move(parts.names)};
    Shape shape = told.shape.empty() ? parts.codes.info.shape : told.shape;
    return unreadWeight(name, std::move(parts.codes), std::move(shape), std::move(packed),
                        parts.bytes, std::move(reason));
}

/// Values that share a scale: as it is told, or as often as there are scales along each axis.
Shape blockOf(const Told& told, const Shape& shape, const Shape& scales) {
    if (!told.block.empty() || elementCount(scales) == 1) {
        return told.block.empty() ? shape : told.block;
    }
    Shape block;
    for (std::size_t axis = 0; scales.size() == shape.size() && axis < shape.size(); ++axis) {
        const bool even = scales[axis] > 0 && shape[axis] % scales[axis] == 0;
        block.push_back(even ? shape[axis] / scales[axis] : 0);
    }
    return block;
}

/// Codes of a byte each.
StoredTensor bytesWeight(const std::string& name, Parts parts, const Told& told) {
    const auto bytes = byteCodesOf(parts.codes.info.dtype);
    const Shape shape = parts.codes.info.shape;
    Shape block = blockOf(told, shape, parts.scales->info.shape);
    if (!bytes || shape.size() != 2 || elementCount(shape) < 1 || block.size() != 2 ||
        std::ranges::min(block) < 1) {
        return listed(name, std::move(parts), told, "Its scales do not fit the rows and columns");
    }
    block = {std::min(block[0], shape[0]), std::min(block[1], shape[1])};
    const bool wholeRow = block[1] == shape[1];
    CodedWeight weight;
    weight.codes = {CodeLayout::Order::Stream, 8, shape[0], shape[1], parts.codes.source,
                    parts.codes.info.offset};
    weight.levels = bytes->levels;
    weight.layout = {block[0], 0, wholeRow ? 0 : block[1],
                     wholeRow ? 1 : (shape[1] - 1) / block[1] + 1};
    const std::int64_t entries = gridEntries(weight);
    const Shape& scales = parts.scales->info.shape;
    const Shape grid = {entries / weight.layout.gridColumns, weight.layout.gridColumns};
    const bool stands = scales.size() != 2 || elementCount(scales) == 1 || scales == grid;
    if (!stands || !fitsGrid(*parts.scales, entries) ||
        (parts.zeros && !fitsGrid(*parts.zeros, entries))) {
        return listed(name, std::move(parts), told, "Its scales do not fit the rows and columns");
    }
    PackedWeight packed{"torchao",
                        bytes->format,
                        wholeRow ? 0 : block[1],
                        entries == 1 ? "tensor"
                        : wholeRow   ? "row"
                                     : "group of " + std::to_string(block[1]),
                        "scale * (code - zero point)",
                        parts.zeros.has_value(),
                        std::move(parts.names)};
    weight.load = gridOfTensors({std::move(*parts.scales), std::move(parts.zeros)}, entries);
    return packedTensor(name, shape, std::move(packed), parts.bytes, std::move(weight));
}

/// Two codes a byte, or eight a word; of groups along the rows the scales stand groups first.
StoredTensor nibblesWeight(const std::string& name, Parts parts, const Told& told) {
    Shape shape = parts.codes.info.shape;
    const Shape& scales = parts.scales->info.shape;
    if (elementCount(shape) < 1 || shape.size() < 2 || shape.size() > 3 ||
        scales.size() != shape.size() || shape.back() < 1 || scales[scales.size() - 2] < 1) {
        return listed(name, std::move(parts), told,
                      "Its codes, scales and shape do not fit each other");
    }
    shape.back() *= parts.codes.info.dtype == DType::I32 ? 8 : 2;
    Shape block = told.block;
    if (block.empty()) {
        block.assign(shape.size(), 1);
        block.back() = shape.back() / scales[scales.size() - 2];
    }
    return int4Weight(name, {std::move(parts.codes), std::move(*parts.scales),
                             std::move(*parts.zeros), std::move(shape), std::move(block)});
}

StoredTensor weightOf(const std::string& name, Parts parts, const Told& told) {
    if (std::string problem = parts.problem; !problem.empty()) {
        return listed(name, std::move(parts), told, std::move(problem));
    }
    const DType dtype = parts.codes.info.dtype;
    const bool byte = byteCodesOf(dtype).has_value() && dtype != DType::U8;
    const bool numbers = parts.zeros && (parts.zeros->info.dtype == DType::F32 ||
                                         parts.zeros->info.dtype == DType::F16 ||
                                         parts.zeros->info.dtype == DType::BF16);
    if (parts.pairs && told.type == "Int4TilePackedTo4dTensor") {
        // It is made on such devices alone.
        return tiledWeight(name, {std::move(parts.codes), std::move(*parts.pairs), told.shape,
                                  told.block, "cuda"});
    }
    const bool nibbles = told.type == "Int4Tensor" || told.type == "Int4PlainInt32Tensor" ||
                         (told.type.empty() && dtype == DType::I8 && numbers);
    if (nibbles && parts.scales && parts.zeros) {
        return nibblesWeight(name, std::move(parts), told);
    }
    const bool bytes = told.type == "Float8Tensor" || told.type == "Int8Tensor" ||
                       told.type == "IntxUnpackedToInt8Tensor" || told.type.empty();
    if (bytes && byte && parts.scales && !numbers) {
        return bytesWeight(name, std::move(parts), told);
    }
    return listed(
        name, std::move(parts), told,
        told.type.empty()
            ? "It is packed by torchao, in a way that the file does not tell"
            : "It is packed by torchao as " + told.type.substr(0, 64) + ", which is not read");
}

using Places = std::unordered_map<std::string, std::size_t>;

/// The codes at `index` and what stands beside them, which is taken.
Parts takeParts(const std::vector<StoredTensor>& tensors, const Places& places,
                const FlatName& flat, std::size_t index, std::vector<bool>& taken) {
    const StoredTensor& codes = tensors[index];
    Parts parts{codes, {}, {}, {}, {codes.info.name}, codes.info.bytes, codes.unreadable};
    for (const std::string_view companion : companions) {
        const auto found = places.find(flat.parts + std::string(companion));
        if (found == places.end() || taken[found->second]) {
            continue;
        }
        const StoredTensor& part = tensors[found->second];
        taken[found->second] = true;
        parts.names.push_back(part.info.name);
        parts.bytes += part.info.bytes;
        if (!part.unreadable.empty() && parts.problem.empty()) {
            parts.problem = "One of its parts, " + inQuotes(part.info.name) +
                            ", is not read: " + part.unreadable;
        }
        if (companion == "scale") {
            parts.scales = part;
        } else if (companion == "zero_point") {
            parts.zeros = part;
        } else if (companion == "scale_and_zero") {
            parts.pairs = part;
        }
    }
    return parts;
}

}  // namespace

void joinTorchao(FileContents& contents) {
    std::vector<StoredTensor>& tensors = contents.tensors;
    if (std::ranges::none_of(tensors, [](const StoredTensor& tensor) {
            return flatName(tensor.info.name).has_value();
        })) {
        return;
    }
    Places places;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        places.emplace(tensors[i].info.name, i);
    }
    std::unordered_map<std::string_view, std::string_view> metadata;
    for (const auto& [key, value] : contents.metadata) {
        metadata.emplace(key, value);
    }
    std::vector<bool> taken(tensors.size());
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const auto flat = taken[i] ? std::nullopt : flatName(tensors[i].info.name);
        if (!flat || places.at(tensors[i].info.name) != i) {
            continue;
        }
        Parts parts = takeParts(tensors, places, *flat, i, taken);
        const auto said = metadata.find(flat->weight);
        const Told told = said == metadata.end() ? Told() : toldBy(said->second);
        tensors[i] = weightOf(flat->weight, std::move(parts), told);
    }
    std::vector<StoredTensor> kept;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (!taken[i]) {
            kept.push_back(std::move(tensors[i]));
        }
    }
    tensors = std::move(kept);
}

}  // namespace zeropoint
