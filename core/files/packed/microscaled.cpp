// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include <algorithm>
#include <utility>

namespace zeropoint {
namespace {

// Four-bit floats E2M1, two a byte, the first in the low half, in blocks along the columns:
//   gpt-oss             NAME_blocks U8 (.. x groups x 16), NAME_scales U8: 2^(scale - 127); in
//                       OpenAI's own files NAME.blocks and NAME.scales
//   ModelOpt NVFP4      weight U8, weight_scale E4M3, weight_scale_2 F32: their product
//   compressed-tensors  weight_packed U8, weight_scale E4M3 / weight_global_scale, or
//                       weight_scale U8 as in gpt-oss

/// Rows of bytes: the last dimension holds twice as many codes.
void layCodes(PackedDraft& draft, const StoredTensor& codes) {
    CodeLayout& layout = draft.weight.codes;
    layout.bits = 4;
    layout.columns = draft.shape.back();
    layout.rows = layout.columns > 0 ? elementCount(draft.shape) / layout.columns : 0;
    draft.weight.levels = formatLevels("fp4-e2m1");
    draft.codesIn(codes);
}

/// Scales of a block each, one after the other.
void layScales(PackedDraft& draft, const StoredTensor& scales, float factor, DType dtype) {
    const CodeLayout& layout = draft.weight.codes;
    const std::int64_t count = scales.info.elements();
    const std::int64_t groups = layout.rows > 0 ? count / layout.rows : 0;
    const std::int64_t group = groups > 0 ? layout.columns / groups : 0;
    if (!draft.check(draft.problem.empty() && group > 0 && count == groups * layout.rows &&
                         layout.columns == groups * group,
                     "Its scales do not fit the rows and blocks")) {
        return;
    }
    draft.packed.group = group;
    draft.packed.scales = "group of " + std::to_string(group);
    draft.weight.layout = {1, 0, group, groups};
    GridTensors grid{scales, {}, {}, factor};
    grid.scales.info.dtype = dtype;
    draft.weight.load = gridOfTensors(std::move(grid), count);
}

/// The scales times those of the matrices that they belong to, or divided by them.
LoadGrid withGlobal(LoadGrid load, std::vector<float> ofMatrices, bool divided) {
    return [load = std::move(load), ofMatrices = std::move(ofMatrices), divided] {
        return load().map([&](CodeGrid&& grid) {
            const std::size_t each = grid.scales.size() / ofMatrices.size();
            for (std::size_t i = 0; i < grid.scales.size(); ++i) {
                const float global = ofMatrices[i / each];
                grid.scales[i] = divided ? grid.scales[i] / global : grid.scales[i] * global;
            }
            return std::move(grid);
        });
    };
}

std::optional<PackedDraft> experts(const std::string& name, const PackedParts& parts) {
    constexpr std::string_view ending = "blocks";
    const StoredTensor* codes = parts.find(name);
    const bool named = name.ends_with("_blocks") || name.ends_with(".blocks");
    const std::string stem = named ? name.substr(0, name.size() - ending.size()) : std::string();
    const std::string base = stem.substr(0, stem.size() - (named ? 1 : 0));
    const StoredTensor* scales = base.empty() ? nullptr : parts.find(stem + "scales");
    if (!isPlainOf(codes, {DType::U8}) || codes->info.shape.size() < 2 || scales == nullptr) {
        return std::nullopt;
    }
    PackedDraft draft;
    draft.name = base;
    draft.packed = {"mxfp4", "mxfp4", 0, "", "2^(scale - 127) * level(code)", false, {}};
    draft.add(codes);
    draft.add(scales);
    draft.shape = codes->info.shape;
    const std::int64_t bytes = draft.shape.back();
    draft.shape.pop_back();
    const std::int64_t groups = draft.shape.back();
    if (!draft.check(isPlainOf(scales, {DType::U8, DType::F8E8M0}) &&
                         scales->info.shape == draft.shape && codes->info.elements() > 0,
                     "Its scales do not fit the blocks")) {
        return draft;
    }
    draft.shape.back() = groups * bytes * 2;
    layCodes(draft, *codes);
    layScales(draft, *scales, 1, DType::F8E8M0);
    return draft;
}

std::optional<PackedDraft> fourBitFloats(const std::string& name, const PackedParts& parts) {
    constexpr std::string_view packedEnding = ".weight_packed";
    const bool compressed = name.ends_with(packedEnding);
    const StoredTensor* codes = parts.find(name);
    const std::string base = compressed ? name.substr(0, name.size() - 7) : name;  // less "_packed"
    const StoredTensor* scales = parts.find(base + "_scale");
    if (!isPlainOf(codes, {DType::U8}) || codes->info.shape.empty() || codes->info.elements() < 1 ||
        !isPlainOf(scales, {DType::F8E4M3, DType::U8, DType::F8E8M0})) {
        return std::nullopt;
    }
    PackedDraft draft;
    draft.name = base;
    draft.add(codes);
    draft.add(scales);
    draft.shape = codes->info.shape;
    draft.shape.back() *= 2;
    layCodes(draft, *codes);
    const bool powers = scales->info.dtype != DType::F8E4M3;
    if (powers) {
        draft.packed.by = compressed ? "compressed-tensors" : "mxfp4";
        draft.packed.format = "mxfp4";
        draft.packed.rule = "2^(scale - 127) * level(code)";
        layScales(draft, *scales, 1, DType::F8E8M0);
        return draft;
    }
    draft.packed.by = compressed ? "compressed-tensors" : "modelopt";
    draft.packed.format = "nvfp4";
    draft.packed.rule =
        compressed ? "scale / global scale * level(code)" : "scale * tensor scale * level(code)";
    const StoredTensor* global = parts.find(base + (compressed ? "_global_scale" : "_scale_2"));
    draft.add(global);
    // One for all, or one for each of several matrices (experts).
    constexpr std::int64_t mostMatrices = 1 << 16;
    std::vector<float> values = smallValues(global, mostMatrices);
    const std::size_t rank = draft.shape.size();
    const bool each =
        rank > 2 && static_cast<std::int64_t>(values.size()) ==
                        elementCount(Shape(draft.shape.begin(), draft.shape.end() - 2));
    if (draft.check((values.size() == 1 || each) && std::ranges::find(values, 0) == values.end(),
                    "It has no scale of the whole tensor")) {
        layScales(draft, *scales, 1, DType::F8E4M3);
        draft.weight.load = withGlobal(std::move(draft.weight.load), std::move(values), compressed);
    }
    return draft;
}

}  // namespace

std::optional<PackedDraft> recogniseMicroscaled(const std::string& name, const PackedParts& parts) {
    auto draft = experts(name, parts);
    return draft ? std::move(draft) : fourBitFloats(name, parts);
}

}  // namespace zeropoint
