// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/quantized_values.h"
#include "core/numerics/block_format.h"
#include "core/scheme/format_settings.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace zeropoint {
namespace {

struct PartName {
    std::string_view suffix;
    const StoredTensor* QuantizedParts::*place;
};

constexpr std::array partNames = {
    PartName{".codes", &QuantizedParts::codes},
    PartName{".blocks", &QuantizedParts::codes},
    PartName{".scale", &QuantizedParts::scale},
    PartName{".scale_codes", &QuantizedParts::scale},
    PartName{".second_scale", &QuantizedParts::secondScale},
    PartName{".scale_mean", &QuantizedParts::scaleMean},
    PartName{".zero_point", &QuantizedParts::zeroPoint},
    PartName{".real_zero", &QuantizedParts::realZero},
    PartName{".tensor_scale", &QuantizedParts::tensorScale},
};

std::string scalesInWords(const QuantScheme& scheme) {
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return "block of " + std::to_string(blocks->valuesPerBlock);
    }
    switch (scheme.granularity) {
        case Granularity::Channel:
            return "channel of axis " + std::to_string(scheme.axis);
        case Granularity::Group:
            return "group of " + std::to_string(scheme.groupSize);
        case Granularity::Tensor:
            break;
    }
    return "tensor";
}

/// How a value comes out of its code.
std::string ruleOf(const StoredScheme& stored) {
    const QuantScheme& scheme = stored.scheme;
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return std::string(blocks->formula);
    }
    if (settingsOf(scheme.format).kind != FormatSettings::Kind::Integer) {
        return "scale * level(code)";
    }
    return !scheme.symmetric       ? "scale * (code - zero_point)"
           : stored.zeroPoint == 0 ? "scale * code"
                                   : "scale * (code - " + std::to_string(stored.zeroPoint) + ")";
}

PackedWeight descriptionOf(const StoredScheme& stored) {
    const QuantScheme& scheme = stored.scheme;
    const BlockFormat* blocks = findBlockFormat(scheme.format);
    PackedWeight packed;
    packed.by = "zeropoint";
    packed.format = scheme.format;
    packed.group = blocks != nullptr                          ? blocks->valuesPerBlock
                   : scheme.granularity == Granularity::Group ? scheme.groupSize
                                                              : 0;
    packed.scales = scalesInWords(scheme);
    packed.zeroPoints = blocks == nullptr && !scheme.symmetric;
    packed.rule = ruleOf(stored);
    return packed;
}

/// The weights of one file, each joined from its parts.
class Joiner {
public:
    Joiner(FileContents contents, const std::string& where)
        : m_contents(std::move(contents)), m_where(where) {
        for (std::size_t i = 0; i < m_contents.tensors.size(); ++i) {
            m_places.emplace(m_contents.tensors[i].info.name, i);
        }
    }

    Result<void> join(const std::string& name, std::string_view description) {
        const std::string where = m_where + ":" + name;
        const auto stored = storedSchemeFromJson(description, where);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        QuantizedParts parts;
        PackedWeight packed = descriptionOf(*stored);
        std::uint64_t bytes = 0;
        for (const PartName& part : partNames) {
            const auto found = m_places.find(name + std::string(part.suffix));
            if (found == m_places.end() || parts.*part.place != nullptr) {
                continue;
            }
            const StoredTensor& tensor = m_contents.tensors[found->second];
            parts.*part.place = &tensor;
            packed.parts.push_back(tensor.info.name);
            bytes += tensor.info.bytes;
        }
        auto values = quantizedValues(*stored, parts, where);
        if (!values) {
            return tl::unexpected(values.error());
        }
        for (const std::string& part : packed.parts) {
            m_joined.insert(m_places.at(part));
        }
        StoredTensor tensor;
        tensor.info.name = name;
        tensor.info.dtype = DType::Block;
        tensor.info.dtypeText = packed.by + " " + packed.format;
        tensor.info.shape = stored->shape;
        tensor.info.bytes = bytes;
        tensor.info.offset = parts.codes->info.offset;
        tensor.source = parts.codes->source;
        tensor.info.packed = std::make_shared<const PackedWeight>(std::move(packed));
        tensor.packed = std::move(*values);
        m_weights.emplace(m_places.at(tensor.info.packed->parts.front()), std::move(tensor));
        return {};
    }

    /// Each weight stands where its codes stood.
    FileContents finish() {
        std::vector<StoredTensor> tensors;
        for (std::size_t i = 0; i < m_contents.tensors.size(); ++i) {
            const auto weight = m_weights.find(i);
            if (weight != m_weights.end()) {
                tensors.push_back(std::move(weight->second));
            } else if (!m_joined.contains(i)) {
                tensors.push_back(std::move(m_contents.tensors[i]));
            }
        }
        m_contents.tensors = std::move(tensors);
        return std::move(m_contents);
    }

private:
    FileContents m_contents;
    const std::string& m_where;
    std::unordered_map<std::string, std::size_t> m_places;
    std::unordered_map<std::size_t, StoredTensor> m_weights;  ///< by the place of their codes
    std::set<std::size_t> m_joined;
};

}  // namespace

Result<FileContents> joinQuantized(FileContents contents, const std::string& where) {
    const auto isDescription = [](const auto& entry) {
        return entry.first.starts_with(packedPrefix);
    };
    if (std::ranges::none_of(contents.metadata, isDescription)) {
        return contents;
    }
    const auto metadata = contents.metadata;
    std::erase_if(contents.metadata, isDescription);
    Joiner joiner(std::move(contents), where);
    for (const auto& [key, value] : metadata) {
        if (!key.starts_with(packedPrefix)) {
            continue;
        }
        if (auto joined = joiner.join(key.substr(packedPrefix.size()), value); !joined) {
            return tl::unexpected(joined.error());
        }
    }
    return joiner.finish();
}

}  // namespace zeropoint
