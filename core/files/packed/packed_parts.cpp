// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/packed_parts.h"

#include "core/support/in_quotes.h"

#include <algorithm>

namespace zeropoint {

PackedParts::PackedParts(const FileContents& contents, const QuantConfig& config)
    : m_contents(contents), m_config(config), m_taken(contents.tensors.size()) {
    for (std::size_t i = 0; i < contents.tensors.size(); ++i) {
        m_byName.emplace(contents.tensors[i].info.name, i);
    }
    for (const auto& [key, value] : contents.metadata) {
        m_metadata.emplace(key, value);
    }
}

const StoredTensor* PackedParts::find(const std::string& name) const {
    const auto found = m_byName.find(name);
    return found == m_byName.end() || m_taken[found->second] ? nullptr
                                                             : &m_contents.tensors[found->second];
}

std::optional<std::string> PackedParts::metadata(const std::string& key) const {
    const auto found = m_metadata.find(key);
    return found == m_metadata.end() ? std::nullopt : std::optional<std::string>(found->second);
}

void PackedParts::take(const std::string& name) {
    if (const auto found = m_byName.find(name); found != m_byName.end()) {
        m_taken[found->second] = true;
    }
}

void PackedDraft::codesIn(const StoredTensor& part) {
    weight.codes.source = part.source;
    weight.codes.offset = part.info.offset;
    check(codeBytes(weight.codes) == part.info.bytes && part.info.bytes > 0,
          "The codes do not fill the shape that its scales and settings give");
}

StoredTensor finish(PackedDraft draft, const PackedParts& parts) {
    std::uint64_t bytes = 0;
    for (const StoredTensor* part : draft.parts) {
        bytes += part->info.bytes;
        if (!part->unreadable.empty()) {
            // Why a part is not there says more than that it is missing.
            draft.problem = "One of its parts, " + inQuotes(part->info.name) +
                            ", is not read: " + part->unreadable;
        }
    }
    if (draft.problem.empty() && draft.weight.load != nullptr) {
        draft.weight.keeper = parts.keeper();
        return packedTensor(std::move(draft.name), std::move(draft.shape), std::move(draft.packed),
                            bytes, std::move(draft.weight));
    }
    StoredTensor tensor = unreadableTensor(draft.name, draft.problem);
    tensor.source = draft.parts.front()->source;
    tensor.info.dtype = DType::Block;
    tensor.info.dtypeText = draft.packed.by;
    tensor.info.shape = std::move(draft.shape);
    tensor.info.bytes = bytes;
    tensor.info.offset = draft.parts.front()->info.offset;
    tensor.info.packed = std::make_shared<const PackedWeight>(std::move(draft.packed));
    return tensor;
}

bool isPlainOf(const StoredTensor* tensor, std::initializer_list<DType> dtypes) {
    return tensor != nullptr && tensor->isPlain() && tensor->strides.empty() &&
           tensor->order == ByteOrder::Little &&
           std::ranges::find(dtypes, tensor->info.dtype) != dtypes.end();
}

std::vector<float> smallValues(const StoredTensor* tensor, std::int64_t most) {
    if (tensor == nullptr || !tensor->unreadable.empty() || tensor->info.elements() < 1 ||
        tensor->info.elements() > most) {
        return {};
    }
    std::vector<float> values(static_cast<std::size_t>(tensor->info.elements()));
    return readStoredValues(*tensor, 0, values) ? values : std::vector<float>();
}

}  // namespace zeropoint
