// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

// LLM.int8: weight I8 and SCB, the largest magnitude of each row: weight = code * SCB / 127.
// NF4 and FP4: weight (two codes a byte, the first in the high half), of U8 or of any type whose
// elements the bytes fill (bnb_4bit_quant_storage), weight.absmax for each block, weight.quant_map
// (what the codes stand for), weight.quant_state.bitsandbytes__nf4 (JSON as bytes). Nested: absmax
// are codes of weight.nested_quant_map times weight.nested_absmax, plus an offset.

std::optional<PackedDraft> int8Rows(const std::string& name, const std::string& base,
                                    const PackedParts& parts) {
    const StoredTensor* codes = parts.find(name);
    const StoredTensor* largest = parts.find(base + ".SCB");
    const StoredTensor* format = parts.find(base + ".weight_format");
    if ((largest == nullptr && format == nullptr) || !isPlainOf(codes, {DType::I8}) ||
        codes->info.shape.size() != 2) {
        return std::nullopt;
    }
    PackedDraft draft;
    draft.name = name;
    draft.shape = codes->info.shape;
    draft.packed = {"bitsandbytes", "int8", 0, "row", "code * SCB / 127", false, {}};
    draft.add(codes);
    draft.add(largest);
    draft.add(format);
    draft.weight.codes.bits = 8;
    draft.weight.codes.rows = codes->info.shape[0];
    draft.weight.codes.columns = codes->info.shape[1];
    draft.weight.layout = {1, 0, 0, 1};
    draft.weight.levels = signedLevels(8);
    draft.weight.divisor = 127;
    draft.codesIn(*codes);
    const std::int64_t rows = codes->info.shape[0];
    // 0 or none: row after row; 1 to 3 are orders of a GPU's kernels.
    const std::vector<float> order = smallValues(format, 1);
    if (draft.check(largest != nullptr, "It is packed, but has no scales (SCB)") &&
        draft.check(order.empty() || order[0] == 0,
                    "Its codes stand in the order of a GPU's kernel (weight_format), which is not "
                    "read") &&
        draft.check(isPlainOf(largest, {DType::F32, DType::F16, DType::BF16}) &&
                        largest->info.elements() == rows,
                    "SCB has not one value a row")) {
        draft.weight.load = gridOfTensors({*largest}, rows);
    }
    return draft;
}

/// The JSON that a tensor of bytes holds; nothing when it holds none.
std::optional<Json> stateOf(const StoredTensor* tensor) {
    constexpr std::uint64_t mostBytes = 1 << 16;
    if (!isPlainOf(tensor, {DType::U8}) || tensor->info.bytes > mostBytes) {
        return std::nullopt;
    }
    const auto bytes =
        readBlock(*tensor->source, tensor->info.offset, tensor->info.bytes, "quantization state");
    if (!bytes) {
        return std::nullopt;
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    // It is flat: {"quant_type": "nf4", "blocksize": 64, "shape": [..], ...}.
    if (std::ranges::count_if(text, [](char c) { return c == '[' || c == '{'; }) > 8) {
        return std::nullopt;
    }
    Json json = Json::parse(text, nullptr, false);
    return json.is_object() ? std::optional(std::move(json)) : std::nullopt;
}

std::int64_t numberOrZero(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

Shape shapeAt(const Json& json) {
    const auto found = json.find("shape");
    Shape shape;
    if (found == json.end() || !found->is_array()) {
        return shape;
    }
    for (const Json& dimension : *found) {
        shape.push_back(dimension.is_number_integer() ? dimension.get<std::int64_t>() : -1);
    }
    return shape;
}

/// Where the largest magnitudes are themselves codes.
struct Nested {
    StoredTensor codes;
    StoredTensor largest;
    std::vector<float> map;
    std::int64_t block = 256;
    float offset = 0;
};

LoadGrid nestedGrid(Nested nested, std::int64_t entries) {
    return [nested = std::move(nested), entries]() -> Result<CodeGrid> {
        const std::int64_t blocks = (entries + nested.block - 1) / nested.block;
        auto codes = gridValues(nested.codes, entries);
        const auto largest = gridValues(nested.largest, blocks);
        if (!codes || !largest) {
            return tl::unexpected(codes ? largest.error() : codes.error());
        }
        CodeGrid grid{std::move(*codes), {}, {}, {}};
        const auto block = static_cast<std::size_t>(nested.block);
        for (std::size_t i = 0; i < grid.scales.size(); ++i) {
            const float level = nested.map[static_cast<std::size_t>(grid.scales[i])];
            const float product = level * (*largest)[i / block];
            grid.scales[i] = product + nested.offset;
        }
        return grid;
    };
}

void addScales(PackedDraft& draft, const std::string& name, const Json& state,
               const PackedParts& parts, const StoredTensor& absmax, std::int64_t entries) {
    if (!draft.check(absmax.info.elements() == entries, "It has not one absmax a block")) {
        return;
    }
    if (isPlainOf(&absmax, {DType::F32, DType::F16, DType::BF16})) {
        draft.weight.load = gridOfTensors({absmax}, entries);
        return;
    }
    const StoredTensor* largest = parts.find(name + ".nested_absmax");
    const StoredTensor* map = parts.find(name + ".nested_quant_map");
    Nested nested{absmax, {}, smallValues(map, 256), numberOrZero(state, "nested_blocksize"), 0};
    const auto offset = state.find("nested_offset");
    const bool whole = isPlainOf(&absmax, {DType::U8}) && largest != nullptr &&
                       nested.map.size() == 256 && nested.block > 0 && offset != state.end() &&
                       offset->is_number();
    if (!draft.check(whole, "Its nested scales are not whole") ||
        !draft.check(fitsGrid(*largest, (entries + nested.block - 1) / nested.block),
                     "Its nested scales do not fit the blocks")) {
        return;
    }
    nested.largest = *largest;
    nested.offset = offset->get<float>();
    draft.packed.scales += ", scales in blocks of " + std::to_string(nested.block);
    draft.weight.load = nestedGrid(std::move(nested), entries);
}

std::optional<PackedDraft> fourBits(const std::string& name, const PackedParts& parts) {
    const StoredTensor* codes = parts.find(name);
    if (codes == nullptr || !isPlainOf(codes, {codes->info.dtype})) {
        return std::nullopt;
    }
    PackedDraft draft;
    draft.name = name;
    draft.packed = {"bitsandbytes", "nf4", 0, "", "absmax * level(code)", false, {}};
    const StoredTensor* absmax = parts.find(name + ".absmax");
    const StoredTensor* map = parts.find(name + ".quant_map");
    const StoredTensor* stateBytes = nullptr;
    for (const char* format : {"nf4", "fp4"}) {
        const auto* found = parts.find(name + ".quant_state.bitsandbytes__" + format);
        draft.packed.format = found != nullptr ? format : draft.packed.format;
        stateBytes = found != nullptr ? found : stateBytes;
    }
    const bool bytes = isPlainOf(codes, {DType::U8, DType::I8});
    if (stateBytes == nullptr && !(bytes && absmax != nullptr)) {
        return std::nullopt;
    }
    draft.add(codes);
    for (const StoredTensor* part : {absmax, map, stateBytes, parts.find(name + ".nested_absmax"),
                                     parts.find(name + ".nested_quant_map")}) {
        draft.add(part);
    }
    // Until the state tells the shape: as many values as there are codes.
    draft.shape = {static_cast<std::int64_t>(2 * codes->info.bytes)};
    const auto state = stateOf(stateBytes);
    if (!draft.check(state.has_value(), "It has no quantization state that can be read")) {
        return draft;
    }
    const Shape shape = shapeAt(*state);
    const std::int64_t block = numberOrZero(*state, "blocksize");
    const std::int64_t elements = elementCount(shape);
    const std::vector<float> levels = smallValues(map, 16);
    if (!draft.check(elements > 0 && block > 0, "Its shape or block size cannot be")) {
        return draft;
    }
    draft.shape = shape;
    if (!draft.check(absmax != nullptr, "It is packed, but has no scales (absmax)") ||
        !draft.check(levels.size() == 16, "It has no table of 16 levels")) {
        return draft;
    }
    draft.packed.group = block;
    draft.packed.scales = "block of " + std::to_string(block);
    draft.weight.codes.order = CodeLayout::Order::HighFirst;
    draft.weight.codes.rows = 1;
    draft.weight.codes.columns = elements;
    draft.weight.layout = {1, 0, block, (elements + block - 1) / block};
    draft.weight.levels.table = true;
    std::ranges::copy(levels, draft.weight.levels.values.begin());
    draft.codesIn(*codes);
    addScales(draft, name, *state, parts, *absmax, draft.weight.layout.gridColumns);
    return draft;
}

}  // namespace

std::optional<PackedDraft> recogniseBitsandbytes(const std::string& name,
                                                 const PackedParts& parts) {
    constexpr std::string_view ending = ".weight";
    const std::string base =
        name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
    auto rows = int8Rows(name, base, parts);
    return rows ? std::move(rows) : fourBits(name, parts);
}

}  // namespace zeropoint
