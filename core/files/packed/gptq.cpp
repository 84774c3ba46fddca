// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include <algorithm>

namespace zeropoint {
namespace {

// GPTQ (AutoGPTQ, GPTQModel) and AWQ (AutoAWQ's "gemm") keep weights as inputs x outputs:
//   qweight  GPTQ: codes of 32 / bits inputs in a word (3 bits: a stream down the inputs);
//            AWQ: codes of eight outputs in a word
//   scales   groups x outputs; qzeros the same as codes packed along the outputs
//   g_idx    GPTQ: the group of each input (act-order)

constexpr std::string_view gptqEnding = ".qweight";

/// Codes of the zero points, packed along the outputs. GPTQ's first format stores them less one.
LoadGrid gridOf(const StoredTensor& scales, const CodeLayout& zeros, float added,
                std::vector<std::uint32_t> groups) {
    const std::int64_t entries = zeros.rows * zeros.columns;
    return [scales, zeros, added, groups = std::move(groups), entries]() -> Result<CodeGrid> {
        auto values = gridValues(scales, entries);
        if (!values) {
            return tl::unexpected(values.error());
        }
        std::vector<std::uint8_t> codes(static_cast<std::size_t>(entries));
        if (auto read = readCodes(zeros, 0, codes); !read) {
            return tl::unexpected(read.error());
        }
        CodeGrid grid{std::move(*values), {}, {}, groups};
        grid.zeros.reserve(codes.size());
        for (const std::uint8_t code : codes) {
            grid.zeros.push_back(static_cast<float>(code) + added);
        }
        return grid;
    };
}

std::int64_t dimension(const StoredTensor* tensor, std::size_t axis) {
    return tensor->info.shape[axis];
}

bool isMatrix(const StoredTensor* tensor) {
    return tensor != nullptr && tensor->info.shape.size() == 2 && tensor->info.shape[0] > 0 &&
           tensor->info.shape[1] > 0;
}

/// The group of each input; empty when one is not there.
std::vector<std::uint32_t> readGroups(const StoredTensor* tensor, std::int64_t count) {
    constexpr std::int64_t most = 1 << 22;
    std::vector<std::uint32_t> groups;
    for (const float stored : smallValues(tensor, most)) {
        // Some files count from the end.
        const float value = stored < 0 ? stored + static_cast<float>(count) : stored;
        if (!(value >= 0 && value < static_cast<float>(count))) {
            return {};
        }
        groups.push_back(static_cast<std::uint32_t>(value));
    }
    return groups;
}

std::int64_t groupsOf(std::int64_t inputs, std::int64_t group) {
    return (inputs - 1) / group + 1;
}

/// Inputs in a group where nothing says so: a power of two, the last group not always full, or else
/// what divides them.
std::int64_t likelyGroup(std::int64_t inputs, std::int64_t groups) {
    for (std::int64_t group = 8; group < inputs; group *= 2) {
        if (groupsOf(inputs, group) == groups) {
            return group;
        }
    }
    return groupsOf(inputs, groups);
}

/// Inputs in the largest group, which is every full one.
std::int64_t largestGroup(std::vector<std::uint32_t> groups) {
    std::ranges::sort(groups);
    std::ptrdiff_t largest = 0;
    for (auto begin = groups.begin(); begin != groups.end();) {
        const auto end = std::upper_bound(begin, groups.end(), *begin);
        largest = std::max(largest, end - begin);
        begin = end;
    }
    return largest;
}

bool inOrder(const std::vector<std::uint32_t>& groups, std::int64_t group) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] != i / static_cast<std::size_t>(group)) {
            return false;
        }
    }
    return true;
}

void describe(PackedDraft& draft, const PackedParts& parts, const StoredTensor& codes,
              const StoredTensor& scales, const StoredTensor& zeros, const StoredTensor* order) {
    const QuantConfig& config = parts.config();
    const std::int64_t outputs = dimension(&scales, 1);
    const std::int64_t groups = dimension(&scales, 0);
    const bool awq = config.method == "awq" || (dimension(&codes, 1) == dimension(&zeros, 1) &&
                                                dimension(&codes, 1) != outputs);
    if (!draft.check(config.method != "awq" || config.version.empty() || config.version == "gemm",
                     "config.json names a layout of AWQ that is not read; gemm is")) {
        return;
    }
    const std::int64_t bits = dimension(&zeros, 1) * 32 / outputs;
    const bool known = awq ? bits == 4 : bits == 2 || bits == 3 || bits == 4 || bits == 8;
    if (!draft.check(known, "Its zero points and scales do not make 2, 3, 4 or 8 bits") ||
        !draft.check(dimension(&zeros, 0) == groups, "It has not as many zero points as scales") ||
        !draft.check(!config.bits || *config.bits == bits,
                     "config.json gives other bits than the packed tensors have")) {
        return;
    }
    const std::int64_t inputs = awq ? dimension(&codes, 0) : dimension(&codes, 0) * 32 / bits;
    draft.shape = {inputs, outputs};
    draft.packed.by = awq ? "awq" : "gptq";
    draft.packed.format = "int" + std::to_string(bits);
    draft.packed.zeroPoints = true;
    draft.packed.rule = "scale * (code - zero point)";
    std::vector<std::uint32_t> rowGroups;
    if (order != nullptr) {
        rowGroups = readGroups(order, groups);
        if (!draft.check(static_cast<std::int64_t>(rowGroups.size()) == inputs,
                         "g_idx names groups that are not there")) {
            return;
        }
    }
    const std::int64_t told = groups > 1 ? config.group.value_or(0) : 0;
    const std::int64_t group = !rowGroups.empty() && groups > 1 ? largestGroup(rowGroups)
                               : told > 0                       ? told
                               : groups > 1                     ? likelyGroup(inputs, groups)
                                                                : inputs;
    draft.packed.group = groups == 1 ? 0 : group;
    draft.packed.scales = groups == 1 ? "column" : "group of " + std::to_string(group);
    if (!draft.check(order != nullptr || groupsOf(inputs, group) == groups,
                     "The groups do not fit the inputs") ||
        !draft.check(told <= 0 || told == group,
                     "config.json gives other groups than g_idx does") ||
        !draft.check(awq || dimension(&codes, 1) == outputs,
                     "The codes have not as many outputs as the scales")) {
        return;
    }
    if (inOrder(rowGroups, group)) {
        rowGroups.clear();
    } else {
        draft.packed.scales += " in act-order";
    }
    CodeLayout& layout = draft.weight.codes;
    layout.order = awq ? CodeLayout::Order::AwqWords : CodeLayout::Order::DownWords;
    layout.bits = static_cast<int>(bits);
    layout.rows = inputs;
    layout.columns = outputs;
    draft.codesIn(codes);
    CodeLayout zeroCodes = layout;
    zeroCodes.order = awq         ? CodeLayout::Order::AwqWords
                      : bits == 3 ? CodeLayout::Order::Stream
                                  : CodeLayout::Order::Words;
    zeroCodes.rows = groups;
    zeroCodes.source = zeros.source;
    zeroCodes.offset = zeros.info.offset;
    draft.check(codeBytes(zeroCodes) == zeros.info.bytes,
                "The zero points do not fill the groups and outputs");
    draft.weight.layout = {group, 0, 1, outputs};
    draft.weight.levels = unsignedLevels();
    const bool lessOne = !awq && config.checkpointFormat != "gptq_v2";
    draft.weight.load = gridOf(scales, zeroCodes, lessOne ? 1 : 0, std::move(rowGroups));
}

}  // namespace

std::optional<PackedDraft> recogniseGptq(const std::string& name, const PackedParts& parts) {
    const StoredTensor* codes = parts.find(name);
    if (!name.ends_with(gptqEnding) || !isPlainOf(codes, {DType::I32, DType::U32}) ||
        !isMatrix(codes)) {
        return std::nullopt;
    }
    const std::string base = name.substr(0, name.size() - gptqEnding.size());
    PackedDraft draft;
    draft.name = base + ".weight";
    draft.packed.by = parts.config().method == "awq" ? "awq" : "gptq";
    const StoredTensor* scales = parts.find(base + ".scales");
    const StoredTensor* zeros = parts.find(base + ".qzeros");
    const StoredTensor* order = parts.find(base + ".g_idx");
    for (const StoredTensor* part : {codes, scales, zeros, order}) {
        draft.add(part);
    }
    if (draft.check(isMatrix(scales) && isPlainOf(scales, {DType::F16, DType::BF16, DType::F32}),
                    "It is packed, but has no scales") &&
        draft.check(isMatrix(zeros) && isPlainOf(zeros, {DType::I32, DType::U32}),
                    "It is packed, but has no zero points")) {
        describe(draft, parts, *codes, *scales, *zeros, order);
    }
    return draft;
}

}  // namespace zeropoint
