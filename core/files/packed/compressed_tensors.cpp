// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zeropoint {
namespace {

// compressed-tensors, "pack-quantized": weight_packed I32 (outputs x words of floor(32 / bits)
// inputs), weight_scale (outputs x groups), weight_shape, and where it is asymmetric
// weight_zero_point (words down the outputs x groups); weight_g_idx: the group of each input.
// Codes and zero points are both stored plus 2^(bits - 1).
// "nvfp4-pack-quantized", "mxfp4-pack-quantized": weight_packed U8, see microscaled.cpp.

constexpr std::string_view packedEnding = ".weight_packed";

std::int64_t wordsOf(std::int64_t codes, std::int64_t bits) {
    const std::int64_t each = 32 / bits;
    return (codes + each - 1) / each;
}

/// The bits with which `inputs` codes fill so many words; 0 when there are none.
std::int64_t bitsOf(std::int64_t inputs, std::int64_t words, const QuantConfig& config) {
    if (config.bits && *config.bits >= 1 && *config.bits <= 8 &&
        wordsOf(inputs, *config.bits) == words) {
        return *config.bits;
    }
    constexpr std::array<std::int64_t, 8> likely = {4, 8, 3, 2, 6, 5, 7, 1};
    const auto found = std::ranges::find_if(
        likely, [&](std::int64_t bits) { return wordsOf(inputs, bits) == words; });
    return config.bits || found == likely.end() ? 0 : *found;
}

LoadGrid gridOf(const StoredTensor& scales, const StoredTensor* zeros, const CodedWeight& weight,
                std::vector<std::uint32_t> order) {
    const std::int64_t groups = weight.layout.gridColumns;
    const std::int64_t entries = weight.codes.rows * groups;
    CodeLayout packed;
    if (zeros != nullptr) {
        packed = {CodeLayout::Order::WordsDown,
                  weight.codes.bits,
                  weight.codes.rows,
                  groups,
                  zeros->source,
                  zeros->info.offset};
    }
    return [scales, packed, order = std::move(order), entries]() -> Result<CodeGrid> {
        auto values = gridValues(scales, entries);
        if (!values) {
            return tl::unexpected(values.error());
        }
        CodeGrid grid{std::move(*values), {}, {}, {}, order};
        if (packed.source != nullptr) {
            std::vector<std::uint8_t> codes(static_cast<std::size_t>(entries));
            if (auto read = readCodes(packed, 0, codes); !read) {
                return tl::unexpected(read.error());
            }
            grid.zeros.assign(codes.begin(), codes.end());
        }
        return grid;
    };
}

/// The group of each input; empty when they are in order.
bool readOrder(const StoredTensor* tensor, std::int64_t inputs, std::int64_t groups,
               std::vector<std::uint32_t>& order) {
    constexpr std::int64_t most = 1 << 22;
    for (const float value : smallValues(tensor, most)) {
        // -1 throughout: there is no order.
        if (value == -1) {
            order.clear();
            return true;
        }
        if (!(value >= 0 && value < static_cast<float>(groups))) {
            return false;
        }
        order.push_back(static_cast<std::uint32_t>(value));
    }
    return static_cast<std::int64_t>(order.size()) == inputs;
}

void describe(PackedDraft& draft, const PackedParts& parts, const std::string& base,
              const StoredTensor& codes, const StoredTensor& scales) {
    const std::vector<float> shape = smallValues(parts.find(base + ".weight_shape"), 2);
    if (!draft.check(
            shape.size() == 2 && shape[0] > 0 && shape[1] > 0 && codes.info.shape.size() == 2,
            "It has no shape of rows and columns")) {
        return;
    }
    const auto outputs = static_cast<std::int64_t>(shape[0]);
    const auto inputs = static_cast<std::int64_t>(shape[1]);
    draft.shape = {outputs, inputs};
    const std::int64_t bits = bitsOf(inputs, codes.info.shape[1], parts.config());
    if (!draft.check(bits != 0, "Its words hold other bits than its shape or config.json says") ||
        !draft.check(scales.info.elements() % outputs == 0 && scales.info.elements() > 0,
                     "Its scales do not fit the rows")) {
        return;
    }
    const std::int64_t groups = scales.info.elements() / outputs;
    const std::int64_t told = groups > 1 ? parts.config().group.value_or(0) : 0;
    const std::int64_t group = told > 0 ? told : (inputs + groups - 1) / groups;
    draft.packed.format = "int" + std::to_string(bits);
    draft.packed.group = groups == 1 ? 0 : group;
    draft.packed.scales = groups == 1 ? "row" : "group of " + std::to_string(group);
    CodedWeight& weight = draft.weight;
    weight.codes.order = CodeLayout::Order::Words;
    weight.codes.bits = static_cast<int>(bits);
    weight.codes.rows = outputs;
    weight.codes.columns = inputs;
    weight.layout = {1, 0, group, groups};
    draft.check((inputs - 1) / group + 1 == groups,
                "Its groups do not fit the columns, or are not those that config.json says");
    draft.codesIn(codes);
    const StoredTensor* zeros = parts.find(base + ".weight_zero_point");
    const StoredTensor* groupOrder = parts.find(base + ".weight_g_idx");
    draft.add(zeros);
    draft.add(groupOrder);
    if (zeros != nullptr) {
        const CodeLayout packed{
            CodeLayout::Order::WordsDown, weight.codes.bits, outputs, groups, nullptr, 0};
        draft.check(
            isPlainOf(zeros, {DType::I32, DType::U32}) && codeBytes(packed) == zeros->info.bytes,
            "Its zero points do not fit the rows and groups");
    }
    draft.packed.zeroPoints = zeros != nullptr;
    weight.levels = zeros != nullptr ? unsignedLevels() : offsetLevels(static_cast<int>(bits));
    std::vector<std::uint32_t> order;
    draft.check(groupOrder == nullptr || readOrder(groupOrder, inputs, groups, order),
                "weight_g_idx names groups that are not there");
    weight.load = gridOf(scales, zeros, weight, std::move(order));
}

}  // namespace

std::optional<PackedDraft> recogniseCompressed(const std::string& name, const PackedParts& parts) {
    const StoredTensor* codes = parts.find(name);
    if (!name.ends_with(packedEnding) || !isPlainOf(codes, {DType::I32, DType::U32})) {
        return std::nullopt;
    }
    const std::string base = name.substr(0, name.size() - packedEnding.size());
    PackedDraft draft;
    draft.name = base + ".weight";
    draft.packed = {"compressed-tensors", "int", 0, "", "scale * (code - zero point)", false, {}};
    const StoredTensor* scales = parts.find(base + ".weight_scale");
    draft.add(codes);
    draft.add(scales);
    draft.add(parts.find(base + ".weight_shape"));
    if (draft.check(isPlainOf(scales, {DType::F16, DType::BF16, DType::F32}),
                    "It is packed, but has no scales")) {
        describe(draft, parts, base, *codes, *scales);
    }
    return draft;
}

}  // namespace zeropoint
