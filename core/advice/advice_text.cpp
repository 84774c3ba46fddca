// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/advice_text.h"

#include <cmath>
#include <cstdio>

namespace zeropoint {
namespace {

std::string fixed(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

/// Writes sentences about one advice.
class Sentences {
public:
    Sentences(const Advice& advice, bool binary) : m_advice(advice), m_binary(binary) {}

    std::string of(const AdviceReason& reason) const;

private:
    const AdviceOption& option(const AdviceReason& reason) const {
        return m_advice.options[static_cast<std::size_t>(reason.option)];
    }
    std::string bytes(std::int64_t count) const { return bytesText(count, m_binary); }
    std::string smallestError(const AdviceReason& reason) const;
    std::string mix(const AdviceReason& reason) const;
    std::string larger(const AdviceReason& reason) const;
    std::string otherContext(const AdviceReason& reason) const;
    std::string nothing(const AdviceReason& reason) const;

    const Advice& m_advice;
    bool m_binary;
};

std::string Sentences::smallestError(const AdviceReason& reason) const {
    return option(reason).name + " has the smallest weight error of all that fit, " +
           fixed(reason.decibels, 1) + " dB: " + bytes(reason.bytes) + " of weights, " +
           bytes(reason.more) + " of cache and " + bytes(reason.rest) + " of working memory make " +
           bytes(reason.bytes + reason.more + reason.rest) + " of " + bytes(reason.of) + ".";
}

std::string Sentences::mix(const AdviceReason& reason) const {
    std::string text;
    for (const auto& [format, count] : option(reason).matrices) {
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " as " + format;
    }
    return "Of its matrices " + text + ".";
}

std::string Sentences::larger(const AdviceReason& reason) const {
    std::string text = option(reason).name + " would be " + fixed(reason.decibels, 1) +
                       " dB better, but is " + bytes(reason.bytes) + " too large; ";
    return text + (reason.tokens > 0 ? "it fits up to " + std::to_string(reason.tokens) + " tokens."
                                     : "it fits with no context at all.");
}

std::string Sentences::otherContext(const AdviceReason& reason) const {
    std::string text =
        std::to_string(reason.tokens) + " tokens leave " + bytes(reason.bytes) + " for weights: ";
    text += "then " + option(reason).name + " is best, ";
    if (std::abs(reason.decibels) < 0.05) {
        return text + "with the same error.";
    }
    return text + "and " + (reason.decibels > 0 ? "loses " : "gains ") +
           fixed(std::abs(reason.decibels), 1) + " dB.";
}

std::string Sentences::nothing(const AdviceReason& reason) const {
    std::string text =
        "Nothing fits: even " + option(reason).name + " is " + bytes(reason.bytes) + " too large";
    return text + (reason.tokens > 0
                       ? "; with " + std::to_string(reason.tokens) + " tokens it would fit."
                       : ", however short the context.");
}

std::string Sentences::of(const AdviceReason& reason) const {
    switch (reason.kind) {
        case AdviceReason::Kind::SmallestError:
            return smallestError(reason);
        case AdviceReason::Kind::OnlySizes:
            return "No weights were read: sizes and contexts alone recommend nothing.";
        case AdviceReason::Kind::AgainstSmaller:
            return "Against " + option(reason).name + " it costs " + bytes(reason.bytes) +
                   " more and gains " + fixed(reason.decibels, 1) + " dB, in the worst layer " +
                   fixed(reason.worstDb, 1) + " dB.";
        case AdviceReason::Kind::NextLarger:
            return larger(reason);
        case AdviceReason::Kind::OtherContext:
            return otherContext(reason);
        case AdviceReason::Kind::OtherContextNone:
            return std::to_string(reason.tokens) + " tokens leave " +
                   bytes(std::max<std::int64_t>(0, reason.bytes)) +
                   " for weights: nothing here is that small.";
        case AdviceReason::Kind::MixContents:
            return mix(reason);
        case AdviceReason::Kind::WithinTheNoise:
            return option(reason).name + " fits too, is " + bytes(reason.bytes) +
                   " larger and better by only " + fixed(reason.decibels, 2) + " dB.";
        case AdviceReason::Kind::NothingFits:
            return nothing(reason);
        case AdviceReason::Kind::Unmeasured:
            return "Settings whose error is not known: " + std::to_string(reason.tokens) +
                   ". Their types are read here and not written, or their blocks do not fill the "
                   "rows of a matrix; sizes and contexts are exact.";
        case AdviceReason::Kind::DeviceThatWould:
            return "The smallest device of the catalogue that would do is " + reason.device +
                   ": it lends " + bytes(reason.bytes) + ".";
    }
    return {};
}

}  // namespace

std::string bytesText(std::int64_t bytes, bool binary) {
    const double step = binary ? 1024 : 1000;
    double value = static_cast<double>(bytes) / (step * step * step);
    const char* unit = binary ? " GiB" : " GB";
    if (std::abs(value) < 0.1) {
        value *= step;
        unit = binary ? " MiB" : " MB";
    }
    return fixed(value, 2) + unit;
}

std::vector<std::string> adviceSentences(const Advice& advice, bool binary) {
    const Sentences sentences(advice, binary);
    std::vector<std::string> all;
    for (const AdviceReason& reason : advice.reasons) {
        all.push_back(sentences.of(reason));
    }
    return all;
}

std::string whatErrorCannotTell() {
    return "Weight error is not quality. One layer can matter more than ten others, and neither "
           "activations nor the cache's own rounding are in it. No text was read for this: measure "
           "perplexity on your own text before you choose.";
}

}  // namespace zeropoint
