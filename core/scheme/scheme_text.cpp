// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/scheme_text.h"

#include "core/numerics/block_format.h"
#include "core/scheme/format_settings.h"

namespace zeropoint {
namespace {

/// How a value is read from its code: "x = scale * (code - zero_point)" of integers, by the level
/// of the code in formats of levels, by the block's own formula, and of a plain cast the number
/// itself.
std::string equationText(const QuantScheme& scheme) {
    switch (settingsOf(scheme.format).kind) {
        case FormatSettings::Kind::Integer:
            return "x = scale * (code - zero_point)";
        case FormatSettings::Kind::Levels:
            return "x = scale * level of the code";
        case FormatSettings::Kind::Cast:
            return "x = the number stored";
        case FormatSettings::Kind::Blocks:
            return std::string(findBlockFormat(scheme.format)->formula);
    }
    return {};
}

}  // namespace

std::string perText(const QuantScheme& scheme) {
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return "block:" + std::to_string(blocks->valuesPerBlock);
    }
    switch (scheme.granularity) {
        case Granularity::Tensor:
            return "tensor";
        case Granularity::Channel:
            return "channel";
        case Granularity::Group:
            return "group:" + std::to_string(scheme.groupSize);
    }
    return {};
}

std::vector<std::pair<std::string, std::string>> schemeMetadata(const QuantScheme& scheme) {
    std::vector<std::pair<std::string, std::string>> lines{{"zeropoint.format", scheme.format}};
    if (settingsOf(scheme.format).kind != FormatSettings::Kind::Cast) {
        lines.emplace_back("zeropoint.per", perText(scheme));
    }
    lines.emplace_back("zeropoint.equation", equationText(scheme));
    return lines;
}

}  // namespace zeropoint
