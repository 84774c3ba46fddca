// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/layer_pattern.h"

#include <algorithm>
#include <charconv>

namespace zeropoint {
namespace {

constexpr std::size_t mostListedLayers = 4096;
constexpr std::string_view letters = "FSCLM";
constexpr std::size_t longestPart = 16;

Result<std::vector<LayerKind>> refusePattern(std::string_view text) {
    return fail(ErrorCode::Malformed, "The layers are not runs such as 32F or 8x5S1F",
                std::string(text.substr(0, 64)),
                "Letters: F full, S sliding window, C chunks, L delta rule, M state space");
}

/// A count from 1 to mostListedLayers at the front of `text`, which is shortened; 0 when there is
/// none.
std::size_t takeCount(std::string_view& text) {
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || count > mostListedLayers) {
        return 0;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return count;
}

/// Appends the layers of a part without its factor; false when it is none.
bool appendRuns(std::string_view part, std::vector<LayerKind>& layers) {
    if (part.empty()) {
        return false;
    }
    while (!part.empty()) {
        const std::size_t count = takeCount(part);
        if (count == 0 || part.empty() || letters.find(part.front()) == std::string_view::npos ||
            layers.size() + count > mostListedLayers) {
            return false;
        }
        layers.insert(layers.end(), count, static_cast<LayerKind>(part.front()));
        part.remove_prefix(1);
    }
    return true;
}

bool appendPart(std::string_view part, std::vector<LayerKind>& layers) {
    const std::size_t times = part.find('x');
    if (times == std::string_view::npos) {
        return appendRuns(part, layers);
    }
    std::string_view factor = part.substr(0, times);
    const std::size_t count = takeCount(factor);
    std::vector<LayerKind> once;
    if (count == 0 || !factor.empty() || !appendRuns(part.substr(times + 1), once) ||
        layers.size() + count * once.size() > mostListedLayers) {
        return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
        layers.insert(layers.end(), once.begin(), once.end());
    }
    return true;
}

std::string runsText(const LayerKind* begin, const LayerKind* end) {
    std::string text;
    while (begin != end) {
        const LayerKind kind = *begin;
        const LayerKind* next =
            std::find_if(begin, end, [kind](LayerKind other) { return other != kind; });
        text += std::to_string(next - begin) + static_cast<char>(kind);
        begin = next;
    }
    return text;
}

}  // namespace

Result<std::vector<LayerKind>> parseLayerPattern(std::string_view text) {
    std::vector<LayerKind> layers;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        if (!appendPart(rest.substr(0, blank), layers)) {
            return refusePattern(text);
        }
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return layers.empty() ? refusePattern(text) : layers;
}

std::string layerPatternText(const std::vector<LayerKind>& layers) {
    const LayerKind* begin = layers.data();
    const LayerKind* end = begin + layers.size();
    std::string best = runsText(begin, end);
    for (std::size_t part = 2; part <= longestPart && 2 * part <= layers.size(); ++part) {
        std::size_t times = 1;
        while ((times + 1) * part <= layers.size() &&
               std::equal(begin, begin + part, begin + times * part)) {
            ++times;
        }
        std::string text = std::to_string(times) + 'x' + runsText(begin, begin + part);
        if (times * part < layers.size()) {
            text += ' ' + runsText(begin + times * part, end);
        }
        if (times > 1 && text.size() < best.size()) {
            best = std::move(text);
        }
    }
    return best;
}

}  // namespace zeropoint
