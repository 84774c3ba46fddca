// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace zeropoint {
namespace {

// MLX: weight U32 (.. x words), a stream of codes along the columns; scales and biases
// (.. x groups): weight = scale * code + bias. Other modes have scales U8 and no biases: mxfp4 and
// mxfp8 powers of two for 32 values, nvfp4 numbers of the format E4M3 for 16.

constexpr std::string_view mlxEnding = ".weight";

struct Form {
    std::int64_t bits;
    std::int64_t group;
    bool told = false;  ///< by a configuration
};

/// Bits and group size that fit words and groups of a row; nothing when none do. Without a
/// configuration several may: MLX's own default comes first. Floats have but one of each mode.
std::optional<Form> formOf(std::int64_t words, std::int64_t groups, const QuantConfig& config,
                           std::string_view layer, bool floats) {
    constexpr std::array ofFloats = {Form{4, 32}, Form{8, 32}, Form{4, 16}};
    constexpr std::array likely = {
        Form{4, 64}, Form{8, 64}, Form{4, 32},  Form{4, 128}, Form{8, 32},  Form{8, 128},
        Form{3, 64}, Form{6, 64}, Form{2, 64},  Form{5, 64},  Form{3, 32},  Form{6, 32},
        Form{2, 32}, Form{5, 32}, Form{3, 128}, Form{6, 128}, Form{2, 128}, Form{5, 128}};
    const auto fits = [&](const Form& form) {
        return words * 32 % form.bits == 0 && words * 32 / form.bits == groups * form.group;
    };
    const QuantConfig::Layer own = config.of(layer);
    if (config.method == "mlx" && own.bits && own.group) {
        const Form form{*own.bits, *own.group, true};
        const bool sane = form.bits >= 1 && form.bits <= 8 && form.group >= 1;
        return sane && fits(form) ? std::optional(form) : std::nullopt;
    }
    const std::span<const Form> forms = floats ? std::span<const Form>(ofFloats) : likely;
    const auto found = std::ranges::find_if(forms, fits);
    return found == forms.end() ? std::nullopt : std::optional(*found);
}

/// The levels of codes that are floats, and of what kind their scales are.
void describeFloats(PackedDraft& draft, const Form& form, std::string_view mode, DType& scales) {
    const bool nvidia = form.group == 16;
    const bool wide = form.bits == 8;
    scales = nvidia ? DType::F8E4M3 : DType::F8E8M0;
    draft.packed.format = nvidia ? "nvfp4" : wide ? "mxfp8-e4m3" : "mxfp4";
    draft.packed.rule = nvidia ? "scale * level(code)" : "2^(scale - 127) * level(code)";
    draft.weight.levels = formatLevels(wide ? "fp8-e4m3" : "fp4-e2m1");
    draft.check(nvidia ? form.bits == 4 : form.group == 32 && (wide || form.bits == 4),
                "Its scales go with 4 or 8 bits in groups of 32, or with 4 bits in groups of 16");
    draft.check(mode.empty() || (mode == "nvfp4") == nvidia,
                "config.json gives another mode than its groups have");
}

}  // namespace

std::optional<PackedDraft> recogniseMlx(const std::string& name, const PackedParts& parts) {
    const StoredTensor* codes = parts.find(name);
    if (!name.ends_with(mlxEnding) || !isPlainOf(codes, {DType::U32}) ||
        codes->info.shape.size() < 2 || codes->info.elements() < 1) {
        return std::nullopt;
    }
    const std::string base = name.substr(0, name.size() - mlxEnding.size());
    const StoredTensor* scales = parts.find(base + ".scales");
    const StoredTensor* biases = parts.find(base + ".biases");
    PackedDraft draft;
    draft.name = name;
    draft.shape = codes->info.shape;
    draft.packed = {"mlx", "int4", 0, "", "scale * code + bias", false, {}};
    for (const StoredTensor* part : {codes, scales, biases}) {
        draft.add(part);
    }
    const bool floats = isPlainOf(scales, {DType::U8}) && biases == nullptr;
    const bool affine = isPlainOf(scales, {DType::F16, DType::BF16, DType::F32}) &&
                        isPlainOf(biases, {DType::F16, DType::BF16, DType::F32});
    if (!draft.check(floats || affine, "It is packed, but has no scales and biases") ||
        !draft.check(scales->info.shape.size() == draft.shape.size() &&
                         std::equal(draft.shape.begin(), draft.shape.end() - 1,
                                    scales->info.shape.begin()) &&
                         (floats || biases->info.shape == scales->info.shape),
                     "Its scales and biases do not fit the rows")) {
        return draft;
    }
    const std::int64_t groups = scales->info.shape.back();
    const auto form = formOf(draft.shape.back(), groups, parts.config(), base, floats);
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
    if (floats) {
        describeFloats(draft, *form, parts.config().of(base).mode, grid.scales.info.dtype);
    } else {
        draft.packed.format = "int" + std::to_string(form->bits);
        draft.packed.zeroPoints = true;
        if (!form->told) {
            // Twice the bits in half the group take as many words and scales.
            draft.guessed = true;
            draft.packed.scales += " (a guess, as no config.json says it)";
        }
        grid.biases = *biases;
    }
    if (draft.problem.empty()) {
        weight.load = gridOfTensors(std::move(grid), gridEntries(weight));
    }
    return draft;
}

}  // namespace zeropoint
