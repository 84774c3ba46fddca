// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zeropoint {
namespace {

// MLX: weight U32 (.. x words), a stream of codes along the columns; scales and biases
// (.. x groups): weight = scale * code + bias. The modes mxfp4 and mxfp8 have scales U8 and no
// biases.

constexpr std::string_view ending = ".weight";

struct Form {
    std::int64_t bits;
    std::int64_t group;
};

/// Bits and group size that fit words and groups of a row; nothing when none do. Without a
/// configuration several may: MLX's own default comes first.
std::optional<Form> formOf(std::int64_t words, std::int64_t groups, const QuantConfig& config,
                           std::string_view layer) {
    constexpr std::array likely = {
        Form{4, 64}, Form{8, 64}, Form{4, 32},  Form{4, 128}, Form{8, 32},  Form{8, 128},
        Form{3, 64}, Form{6, 64}, Form{2, 64},  Form{5, 64},  Form{3, 32},  Form{6, 32},
        Form{2, 32}, Form{5, 32}, Form{3, 128}, Form{6, 128}, Form{2, 128}, Form{5, 128}};
    const auto fits = [&](const Form& form) {
        return words * 32 % form.bits == 0 && words * 32 / form.bits == groups * form.group;
    };
    const QuantConfig::Layer own = config.of(layer);
    if (config.method == "mlx" && own.bits && own.group) {
        const Form form{*own.bits, *own.group};
        const bool sane = form.bits >= 1 && form.bits <= 8 && form.group >= 1;
        return sane && fits(form) ? std::optional(form) : std::nullopt;
    }
    const auto found = std::ranges::find_if(likely, fits);
    return found == likely.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::optional<PackedDraft> recogniseMlx(const std::string& name, const PackedParts& parts) {
    const StoredTensor* codes = parts.find(name);
    if (!name.ends_with(ending) || !isPlainOf(codes, {DType::U32}) ||
        codes->info.shape.size() < 2 || codes->info.elements() < 1) {
        return std::nullopt;
    }
    const std::string base = name.substr(0, name.size() - ending.size());
    const StoredTensor* scales = parts.find(base + ".scales");
    const StoredTensor* biases = parts.find(base + ".biases");
    PackedDraft draft;
    draft.name = name;
    draft.shape = codes->info.shape;
    draft.packed = {"mlx", "int4", 0, "", "scale * code + bias", false, {}};
    for (const StoredTensor* part : {codes, scales, biases}) {
        draft.add(part);
    }
    const bool powers = isPlainOf(scales, {DType::U8}) && biases == nullptr;
    const bool affine = isPlainOf(scales, {DType::F16, DType::BF16, DType::F32}) &&
                        isPlainOf(biases, {DType::F16, DType::BF16, DType::F32});
    if (!draft.check(powers || affine, "It is packed, but has no scales and biases") ||
        !draft.check(scales->info.shape.size() == draft.shape.size() &&
                         std::equal(draft.shape.begin(), draft.shape.end() - 1,
                                    scales->info.shape.begin()) &&
                         (powers || biases->info.shape == scales->info.shape),
                     "Its scales and biases do not fit the rows")) {
        return draft;
    }
    const std::int64_t groups = scales->info.shape.back();
    const auto form = formOf(draft.shape.back(), groups, parts.config(), base);
    if (!draft.check(form.has_value(),
                     "Its words and groups fit no bits, or not those that "
                     "config.json says")) {
        return draft;
    }
    draft.shape.back() = groups * form->group;
    draft.packed.group = form->group;
    draft.packed.scales = "group of " + std::to_string(form->group);
    CodedWeight& weight = draft.weight;
    weight.codes.bits = static_cast<int>(form->bits);
    weight.codes.columns = draft.shape.back();
    weight.codes.rows = elementCount(draft.shape) / weight.codes.columns;
    weight.layout = {1, 0, form->group, groups};
    draft.codesIn(*codes);
    GridTensors grid{*scales};
    if (powers) {
        const bool wide = form->bits == 8;
        draft.packed.format = wide ? "mxfp8-e4m3" : "mxfp4";
        draft.packed.rule = "2^(scale - 127) * level(code)";
        draft.check(wide || form->bits == 4, "Scales of powers of two go with 4 or 8 bits");
        weight.levels = formatLevels(wide ? "fp8-e4m3" : "fp4-e2m1");
        grid.scales.info.dtype = DType::F8E8M0;
    } else {
        draft.packed.format = "int" + std::to_string(form->bits);
        draft.packed.zeroPoints = true;
        grid.biases = *biases;
    }
    if (draft.problem.empty()) {
        weight.load = gridOfTensors(std::move(grid), gridEntries(weight));
    }
    return draft;
}

}  // namespace zeropoint
