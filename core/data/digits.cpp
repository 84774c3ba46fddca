// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digits.h"

#include "core/data/digits_csv.h"
#include "core/data/shuffle.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace zeropoint {
namespace {

constexpr std::size_t perSide = digitSide / digitPatchSide;
constexpr std::size_t patches = perSide * perSide;
constexpr std::size_t patchPixels = digitPatchSide * digitPatchSide;
constexpr std::size_t testEvery = 5;
constexpr std::size_t validationEvery = 10;
constexpr unsigned largestPixel = 16;

/// Reads one line of 65 numbers into `numbers`; false when it is not one.
bool parseLine(std::string_view line, std::span<unsigned> numbers) {
    const char* at = line.data();
    const char* end = at + line.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [next, error] = std::from_chars(at, end, numbers[i]);
        const bool last = i + 1 == numbers.size();
        const unsigned largest = last ? digitClasses - 1 : largestPixel;
        if (error != std::errc() || numbers[i] > largest || (last ? next != end : next == end) ||
            (!last && *next != ',')) {
            return false;
        }
        at = next + 1;
    }
    return true;
}

}  // namespace

TransformerConfig Digits::shaped(TransformerConfig config) const {
    config.input = InputKind::Patches;
    config.vocabulary = 1;
    config.patchSize = patchPixels;
    config.context = patches;
    config.outputs = digitClasses;
    config.causal = false;
    config.pooled = true;
    return config;
}

std::span<const std::uint8_t> Digits::pixels(std::size_t index) const {
    return std::span(m_pixels).subspan(index * digitPixels, digitPixels);
}

void Digits::append(std::uint32_t image, std::size_t slot, BatchStorage& out) const {
    const std::span<const std::uint8_t> from = pixels(image);
    float* to = out.patches.data() + slot * digitPixels;
    for (std::size_t patch = 0; patch < patches; ++patch) {
        const std::size_t top = patch / perSide * digitPatchSide;
        const std::size_t left = patch % perSide * digitPatchSide;
        for (std::size_t i = 0; i < patchPixels; ++i) {
            const std::size_t y = top + i / digitPatchSide;
            const std::size_t x = left + i % digitPatchSide;
            *to++ = static_cast<float>(from[y * digitSide + x]) / (largestPixel / 2.0F) - 1.0F;
        }
    }
    out.targets[slot] = m_labels[image];
}

void Digits::trainingBatch(std::uint64_t seed, std::uint64_t step, std::size_t sequences,
                           BatchStorage& out) const {
    out.sequences = sequences;
    out.length = patches;
    out.patches.resize(sequences * digitPixels);
    out.targets.resize(sequences);
    for (std::size_t i = 0; i < sequences; ++i) {
        const std::uint64_t place = step * sequences + i;
        append(m_training[shuffledPlace(seed, place, m_training.size(), out)], i, out);
    }
}

void Digits::heldOutBatch(HeldOut part, std::size_t begin, std::size_t count,
                          BatchStorage& out) const {
    out.sequences = count;
    out.length = patches;
    out.patches.resize(count * digitPixels);
    out.targets.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        append(indices(part)[begin + i], i, out);
    }
}

Result<std::shared_ptr<const Digits>> parseDigits(std::string_view text, const std::string& where) {
    auto digits = std::make_shared<Digits>();
    std::array<unsigned, digitPixels + 1> numbers{};
    std::size_t lineNumber = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++lineNumber;
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (!parseLine(line, numbers)) {
            return fail(
                ErrorCode::Malformed,
                "Line " + std::to_string(lineNumber) + " is not 64 pixels of 0..16 and a digit",
                where, "Use the digits.csv that comes with Zeropoint");
        }
        const std::size_t index = digits->m_labels.size();
        digits->m_pixels.insert(digits->m_pixels.end(), numbers.begin(), numbers.end() - 1);
        digits->m_labels.push_back(static_cast<std::uint8_t>(numbers.back()));
        (index % testEvery == testEvery - 1 ? digits->m_test
         : index % validationEvery == 0     ? digits->m_validation
                                            : digits->m_training)
            .push_back(static_cast<std::uint32_t>(index));
    }
    if (digits->m_test.empty()) {
        return fail(ErrorCode::Malformed, "There are fewer than five digits", where,
                    "Use the digits.csv that comes with Zeropoint");
    }
    return digits;
}

std::shared_ptr<const Digits> shippedDigits() {
    // A build whose own digits cannot be read does not pass its tests.
    return parseDigits(digitsCsv(), "digits.csv").value();
}

}  // namespace zeropoint
