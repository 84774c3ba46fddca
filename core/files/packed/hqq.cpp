// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include <array>
#include <charconv>

namespace zeropoint {
namespace {

// HQQ: W_q holds codes of rows that are far apart in one byte (3 bits: ten in a word), the first
// rows highest; scale and zero are real numbers, one a group: weight = (code - zero) * scale. The
// matrix is the weight cut into groups: groups x group size (axis 1), or its transpose (axis 0).
// nbits, group_size, axis and shape stand beside it as tensors or, in a pickle, below "meta". More
// than four bits take a byte each. The bytes may be saved as floats (view_as_float).

constexpr std::string_view hqqEnding = ".W_q";

/// A number that is a tensor of one value or an entry of the file's metadata.
std::optional<std::int64_t> setting(const std::string& base, const char* key,
                                    const PackedParts& parts, PackedDraft& draft) {
    const StoredTensor* tensor = parts.find(base + "." + key);
    const std::vector<float> value = smallValues(tensor, 1);
    if (value.size() == 1) {
        draft.add(tensor);
        return static_cast<std::int64_t>(value[0]);
    }
    for (const char* place : {".meta.", "."}) {
        const auto text = parts.metadata(base + place + key);
        std::int64_t number = 0;
        if (text &&
            std::from_chars(text->data(), text->data() + text->size(), number).ec == std::errc()) {
            return number;
        }
    }
    return std::nullopt;
}

/// The shape as a pickle's note has it, "16x128"; empty where there is none.
Shape shapeSetting(const std::string& base, const PackedParts& parts) {
    Shape shape;
    const auto own = parts.metadata(base + ".shape");
    const std::string text = own ? *own : parts.metadata(base + ".meta.shape").value_or("");
    for (const char* at = text.data(); at < text.data() + text.size(); ++at) {
        std::int64_t dimension = 0;
        const auto [end, error] = std::from_chars(at, text.data() + text.size(), dimension);
        if (error != std::errc()) {
            return {};
        }
        shape.push_back(dimension);
        at = end;
    }
    return shape;
}

/// Settings of the layer that say nothing of its values.
constexpr std::array otherSettings = {"packing",
                                      "view_as_float",
                                      "unpack_view_dtype",
                                      "compute_dtype",
                                      "channel_wise",
                                      "optimize",
                                      "round_zero",
                                      "offload_meta",
                                      "encoded_state_dict",
                                      "stores_quant_config",
                                      "quant_scale",
                                      "quant_zero"};

constexpr std::initializer_list<DType> floatTypes = {DType::F16, DType::BF16, DType::F32};

const StoredTensor* part(const std::string& base, const char* key, const PackedParts& parts) {
    const StoredTensor* own = parts.find(base + "." + key);
    return own != nullptr ? own : parts.find(base + ".meta." + key);
}

void describe(PackedDraft& draft, const std::string& base, const PackedParts& parts,
              const StoredTensor& codes, const StoredTensor& scales, const StoredTensor& zeros) {
    const std::int64_t axis =
        setting(base, "axis", parts, draft)
            .value_or(scales.info.shape.empty() || scales.info.shape.back() == 1 ? 1 : 0);
    const std::int64_t groups = scales.info.elements();
    const std::int64_t each =
        axis == 1 && codes.info.shape[0] > 0 ? groups / codes.info.shape[0] : 0;
    const std::int64_t bits =
        setting(base, "nbits", parts, draft).value_or(each > 0 && each <= 8 ? 8 / each : 4);
    if (!draft.check((axis == 0 || axis == 1) && groups > 0 && codes.info.shape[1] > 0 &&
                         bits >= 1 && bits <= 8 && bits != 7,
                     "Its axis or bits are none that HQQ has")) {
        return;
    }
    const bool words = bits == 3;
    const std::int64_t rowBytes =
        codes.info.shape[1] * static_cast<std::int64_t>(dtypeBits(codes.info.dtype) / 8);
    const std::int64_t columns = words ? rowBytes / 4 : rowBytes;
    draft.check(isPlainOf(&codes, {words ? DType::I32 : DType::U8}) ||
                    (isPlainOf(&codes, floatTypes) && columns > 0),
                "Its codes are not stored as its bits need");
    const auto size = setting(base, "group_size", parts, draft);
    const std::int64_t perRow = words ? 10 : 8 / bits;
    CodedWeight& weight = draft.weight;
    weight.codes.order = CodeLayout::Order::Stacked;
    weight.codes.bits = static_cast<int>(bits);
    weight.codes.columns = columns;
    weight.codes.rows = axis == 1 ? groups : size.value_or(codes.info.shape[0] * perRow);
    weight.levels = unsignedLevels();
    weight.layout = axis == 1 ? GridLayout{1, 0, 0, 1} : GridLayout{0, 0, 1, columns};
    draft.packed.format = "int" + std::to_string(bits);
    draft.packed.group = axis == 1 ? weight.codes.columns : weight.codes.rows;
    draft.packed.scales = "group of " + std::to_string(draft.packed.group);
    draft.codesIn(codes);
    draft.check(!size || *size == draft.packed.group, "Its group size is not that of its codes");
    const std::int64_t entries = gridEntries(weight);
    draft.check(fitsGrid(scales, entries) && fitsGrid(zeros, entries),
                "It has not one scale and zero point a group");
    draft.shape = {weight.codes.rows, weight.codes.columns};
    const StoredTensor* shapeTensor = parts.find(base + ".shape");
    draft.add(shapeTensor);
    const std::vector<float> shape = smallValues(shapeTensor, 8);
    const Shape given =
        shape.empty() ? shapeSetting(base, parts) : Shape(shape.begin(), shape.end());
    if (!given.empty()) {
        if (draft.check(elementCount(given) == elementCount(draft.shape),
                        "Its shape does not hold as many values as its codes")) {
            draft.shape = given;
        }
    }
    if (draft.problem.empty()) {
        weight.load = gridOfTensors({scales, zeros}, entries);
    }
}

}  // namespace

std::optional<PackedDraft> recogniseHqq(const std::string& name, const PackedParts& parts) {
    const StoredTensor* codes = parts.find(name);
    if (!name.ends_with(hqqEnding) ||
        !(isPlainOf(codes, {DType::U8, DType::I32}) || isPlainOf(codes, floatTypes)) ||
        codes->info.shape.size() != 2) {
        return std::nullopt;
    }
    const std::string base = name.substr(0, name.size() - hqqEnding.size());
    PackedDraft draft;
    draft.name = base + ".weight";
    draft.packed = {"hqq", "int", 0, "", "scale * (code - zero point)", true, {}};
    const StoredTensor* scales = part(base, "scale", parts);
    const StoredTensor* zeros = part(base, "zero", parts);
    for (const StoredTensor* each : {codes, scales, zeros}) {
        draft.add(each);
    }
    if (draft.check(isPlainOf(scales, floatTypes) && isPlainOf(zeros, floatTypes),
                    "It is packed, but has no scales and zero points that are numbers")) {
        describe(draft, base, parts, *codes, *scales, *zeros);
    }
    for (const char* key : otherSettings) {
        draft.add(parts.find(base + "." + key));
    }
    return draft;
}

}  // namespace zeropoint
