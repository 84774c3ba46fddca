// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include <utility>

namespace zeropoint {
namespace {

// Weights of a byte an element, FP8 or INT8, with scales beside them:
//   weight_scale      compressed-tensors, ModelOpt, FBGEMM: one, one a row, or one a group
//   weight_scale_inv  DeepSeek: one a block of 128 x 128; it multiplies like the others
//   scale_weight      ComfyUI: one
// Those of FP8 may be powers of two (E8M0, or their bytes): one for 32 along a row, or as above.
// weight_zero_point: INT8 of compressed-tensors ("naive-quantized").

constexpr std::string_view scaledEnding = ".weight";
constexpr std::int64_t usualBlock = 128;
constexpr std::int64_t microscaledGroup = 32;

/// The layout for scales of a shape that ends in rows and columns; leading dimensions of both must
/// be the same (experts).
bool laysOut(PackedDraft& draft, const Shape& scales, const QuantConfig& config, bool blocks,
             bool powers) {
    const Shape& shape = draft.shape;
    GridLayout& layout = draft.weight.layout;
    const std::int64_t rows = shape[shape.size() - 2];
    const std::int64_t columns = shape.back();
    const std::int64_t batch = elementCount(shape) / (rows * columns);
    const std::int64_t count = elementCount(scales);
    if (count == 1) {
        layout = {0, 0, 0, 1};
        draft.packed.scales = "tensor";
        return true;
    }
    if (count == batch && batch > 1) {
        layout = {rows, 0, 0, 1};
        draft.packed.scales = "matrix";
        return true;
    }
    if (count == batch * rows && (scales.back() == rows || scales.back() == 1)) {
        layout = {1, 0, 0, 1};
        draft.packed.scales = "row";
        return true;
    }
    if (scales.size() < 2 || scales.back() < 1 || scales[scales.size() - 2] < 1 ||
        count != batch * scales.back() * scales[scales.size() - 2]) {
        return false;
    }
    const std::int64_t down = scales[scales.size() - 2];
    const std::int64_t along = scales.back();
    const bool micro = powers && (columns - 1) / microscaledGroup + 1 == along;
    if (!blocks && down == rows && (micro || columns % along == 0)) {
        const std::int64_t group = micro ? microscaledGroup : columns / along;
        layout = {1, 0, group, along};
        draft.packed.group = group;
        draft.packed.scales = "group of " + std::to_string(group);
        return true;
    }
    const std::int64_t high = config.blockRows.value_or(usualBlock);
    const std::int64_t wide = config.blockColumns.value_or(usualBlock);
    if (high < 1 || wide < 1 || (rows + high - 1) / high != down ||
        (columns + wide - 1) / wide != along || (batch > 1 && rows % high != 0)) {
        return false;
    }
    layout = {high, 0, wide, along};
    draft.packed.group = wide;
    draft.packed.scales = "block of " + std::to_string(high) + " x " + std::to_string(wide);
    return true;
}

}  // namespace

std::optional<PackedDraft> recogniseScaled(const std::string& name, const PackedParts& parts) {
    const StoredTensor* codes = parts.find(name);
    const auto known = codes != nullptr ? byteCodesOf(codes->info.dtype) : std::nullopt;
    if (!known || !isPlainOf(codes, {codes->info.dtype}) || codes->info.shape.size() < 2 ||
        codes->info.dtype == DType::U8 || codes->info.elements() < 1) {
        return std::nullopt;
    }
    const StoredTensor* scales = parts.find(name + "_scale");
    if (scales == nullptr && name.ends_with(scaledEnding)) {
        scales = parts.find(name.substr(0, name.size() - scaledEnding.size()) + ".scale_weight");
    }
    const StoredTensor* blocks = parts.find(name + "_scale_inv");
    if (scales == nullptr && blocks == nullptr) {
        return std::nullopt;
    }
    const StoredTensor& used = blocks != nullptr ? *blocks : *scales;
    PackedDraft draft;
    draft.name = name;
    draft.shape = codes->info.shape;
    const std::string by = parts.config().method;
    const std::string code = codes->info.dtype == DType::I8 ? "code" : "level(code)";
    draft.packed = {by.empty() ? "scaled" : by, known->format, 0, "", "scale * " + code, false, {}};
    draft.add(codes);
    draft.add(&used);
    CodedWeight& weight = draft.weight;
    weight.codes.bits = 8;
    weight.codes.columns = draft.shape.back();
    weight.codes.rows = elementCount(draft.shape) / weight.codes.columns;
    weight.levels = known->levels;
    draft.codesIn(*codes);
    const bool powers = isPlainOf(&used, {DType::F8E8M0}) ||
                        (codes->info.dtype != DType::I8 && isPlainOf(&used, {DType::U8}));
    if (powers) {
        draft.packed.rule = "2^(scale - 127) * " + code;
    }
    if (!draft.check(powers || isPlainOf(&used, {DType::F32, DType::F16, DType::BF16}),
                     "Its scales are of no known type") ||
        !draft.check(laysOut(draft, used.info.shape, parts.config(), blocks != nullptr, powers),
                     "Its scales do not fit the rows and columns")) {
        return draft;
    }
    const std::int64_t entries = gridEntries(weight);
    GridTensors grid{used};
    grid.scales.info.dtype = powers ? DType::F8E8M0 : used.info.dtype;
    if (const StoredTensor* zeros = parts.find(name + "_zero_point")) {
        draft.add(zeros);
        draft.packed.zeroPoints = true;
        draft.packed.rule = "scale * (code - zero point)";
        draft.check(
            isPlainOf(zeros, {DType::I8, DType::I32, DType::I64}) && fitsGrid(*zeros, entries),
            "Its zero points do not fit the scales");
        for (const float zero : smallValues(zeros, 1 << 22)) {
            draft.check(zero >= -128 && zero <= 127, "A zero point lies beyond the 8 bits");
        }
        grid.zeros = *zeros;
    }
    if (draft.check(fitsGrid(used, entries), "Its scales do not fit the rows and columns")) {
        weight.load = gridOfTensors(std::move(grid), entries);
    }
    return draft;
}

}  // namespace zeropoint
