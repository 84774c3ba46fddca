// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/advice_text.h"
#include "core/numerics/parse_number.h"

#include <cmath>

namespace zeropoint {
namespace {

constexpr double percent = 100;

std::string rounded(double value, int decimals) {
    if (!std::isfinite(value)) {
        return std::isnan(value) ? "" : value > 0 ? "exact" : "";
    }
    const double unit = std::pow(10.0, decimals);
    return shortestText(std::round(value * unit) / unit);
}

std::string fitText(const AdviceOption& option, bool binary) {
    if (option.fit.verdict == FitVerdict::Fits) {
        const double share =
            static_cast<double>(option.fit.needed) / static_cast<double>(option.fit.available);
        return (share > 0.9 ? "tight " : "fits ") + rounded(std::floor(percent * share), 0) + " %";
    }
    std::string text = "+";
    return text += bytesText(option.fit.needed - option.fit.available, binary);
}

std::string marks(const Advice& advice, std::size_t index) {
    const bool chosen = static_cast<int>(index) == advice.recommended;
    return chosen ? "recommended" : advice.options[index].onFront ? "front" : "";
}

std::string row(std::initializer_list<std::string> cells) {
    std::string text = "|";
    for (const std::string& cell : cells) {
        text += ' ' + cell + " |";
    }
    return text + '\n';
}

std::string table(const Advice& advice, bool binary) {
    std::string text = row({"setting", "bits", "weights", "on this device", "longest context",
                            "whole, dB", "worst layer, dB", "layer", ""});
    text += row({"---", "---:", "---:", "---", "---:", "---:", "---:", "---:", "---"});
    for (std::size_t i = 0; i < advice.options.size(); ++i) {
        const AdviceOption& o = advice.options[i];
        text += row({o.name, rounded(o.bits, 2), bytesText(o.weights, binary), fitText(o, binary),
                     o.fit.longestContext > 0 ? std::to_string(o.fit.longestContext) : "-",
                     rounded(o.sqnrDb, 1), rounded(o.worstDb, 1),
                     o.worstLayer >= 0 ? std::to_string(o.worstLayer) : "", marks(advice, i)});
    }
    return text;
}

std::string csvCell(const std::string& text) {
    return text.find_first_of(",\"\n") == std::string::npos ? text : '"' + text + '"';
}

}  // namespace

std::string adviceMarkdown(const Advice& advice, const AdviceReportFacts& facts, bool binary) {
    const auto line = [](const std::string& what, const std::string& is) {
        return "- " + what + ": " + is + '\n';
    };
    const auto amount = [binary](std::int64_t bytes) { return bytesText(bytes, binary); };
    std::string text = "# Which setting for " + facts.model + " on " + facts.device + "?\n\n";
    text += line("context", std::to_string(facts.context) + " tokens, " +
                                std::to_string(facts.sequences) + " at once, cache as " +
                                facts.cacheFormat);
    text += facts.source.empty()
                ? line("weights", "not read, sizes alone")
                : line("weights",
                       facts.source + " (" + std::to_string(facts.sourceBytes) + " bytes), " +
                           std::to_string(advice.measured) + " tensors read, " +
                           rounded(percent * advice.measuredShare, 1) + " % of the parameters");
    const AdviceBudget& budget = advice.budget;
    text += line("the device lends", amount(budget.device));
    text += line("reserve", amount(budget.reserve));
    text += line("cache", amount(budget.cache));
    text += line("working memory", amount(budget.working));
    text += line("left for weights", amount(budget.left()));
    text += '\n' + table(advice, binary) + "\n## Why\n\n";
    for (const std::string& sentence : adviceSentences(advice, binary)) {
        text += "- " + sentence + '\n';
    }
    return text + "\n## What weight error cannot tell\n\n" + whatErrorCannotTell() + '\n';
}

std::string adviceCsv(const Advice& advice) {
    std::string text =
        "setting,bits_per_weight,weights_bytes,needed_bytes,available_bytes,longest_context,"
        "sqnr_db,worst_layer_db,worst_layer,mark\n";
    const auto number = [](double value) {
        return std::isnan(value) ? std::string() : shortestText(value);
    };
    for (std::size_t i = 0; i < advice.options.size(); ++i) {
        const AdviceOption& o = advice.options[i];
        for (const std::string& cell :
             {csvCell(o.name), number(o.bits), std::to_string(o.weights),
              std::to_string(o.fit.needed), std::to_string(o.fit.available),
              std::to_string(o.fit.longestContext), number(o.sqnrDb), number(o.worstDb),
              o.worstLayer >= 0 ? std::to_string(o.worstLayer) : std::string()}) {
            text += cell + ',';
        }
        text += marks(advice, i) + '\n';
    }
    return text;
}

}  // namespace zeropoint
