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

constexpr std::string_view ending = ".qweight";

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

/// The groups of the inputs where they are not simply one after the other; false when one is not
/// there.
bool readGroups(const StoredTensor* tensor, std::int64_t count, std::int64_t group,
                std::vector<std::uint32_t>& groups) {
    constexpr std::int64_t most = 1 << 22;
    const std::vector<float> values = smallValues(tensor, most);
    bool inOrder = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        // Some files count from the end.
        const float value = values[i] < 0 ? values[i] + static_cast<float>(count) : values[i];
        if (!(value >= 0 && value < static_cast<float>(count))) {
            return false;
        }
        groups.push_back(static_cast<std::uint32_t>(value));
        inOrder = inOrder && groups.back() == i / static_cast<std::size_t>(group);
    }
    if (inOrder) {
        groups.clear();
    }
    return !values.empty();
}

void describe(PackedDraft& draft, const PackedParts& parts, const StoredTensor& codes,
              const StoredTensor& scales, const StoredTensor& zeros, const StoredTensor* order) {
    const QuantConfig& config = parts.config();
    const std::int64_t outputs = dimension(&scales, 1);
    const std::int64_t groups = dimension(&scales, 0);
    const bool awq = config.method == "awq" || (dimension(&codes, 1) == dimension(&zeros, 1) &&
                                                dimension(&codes, 1) != outputs);
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
    const std::int64_t group = (inputs + groups - 1) / groups;
    draft.packed.group = groups == 1 ? 0 : group;
    draft.packed.scales = groups == 1 ? "column" : "group of " + std::to_string(group);
    const bool fits = (inputs + group - 1) / group == groups &&
                      (!config.group || *config.group <= 0 || groups == 1 ||
                       *config.group == group || order != nullptr);
    if (!draft.check(fits, "The groups do not fit the inputs") ||
        !draft.check(awq || dimension(&codes, 1) == outputs,
                     "The codes have not as many outputs as the scales")) {
        return;
    }
    std::vector<std::uint32_t> rowGroups;
    if (order != nullptr && !draft.check(order->info.elements() == inputs &&
                                             readGroups(order, groups, group, rowGroups),
                                         "g_idx names groups that are not there")) {
        return;
    }
    if (!rowGroups.empty()) {
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
    if (!name.ends_with(ending) || !isPlainOf(codes, {DType::I32, DType::U32}) ||
        !isMatrix(codes)) {
        return std::nullopt;
    }
    const std::string base = name.substr(0, name.size() - ending.size());
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
