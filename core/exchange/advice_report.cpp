// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/advice_report.h"

#include "core/exchange/model_reports.h"
#include "core/files/atomic_file.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

constexpr double gigabyte = 1e9;
constexpr double gibibyte = 1024.0 * 1024 * 1024;

double inUnit(std::int64_t bytes, bool binary) {
    return static_cast<double>(bytes) / (binary ? gibibyte : gigabyte);
}

/// A figure that is not known is an empty cell.
ReportCell known(double value) {
    return std::isnan(value) ? ReportCell(std::string()) : ReportCell(value);
}

ReportTable optionsTable(const Advice& advice, const std::string& unit, bool binary) {
    ReportTable table{"All settings, from the largest",
                      {{"setting", 0, false},
                       {"bits per weight"},
                       {"weights, " + unit},
                       {"needs, " + unit},
                       {"device lends, " + unit},
                       {"fits", 0, false},
                       {"longest context", 9, false},
                       {"whole, dB", 4, true},
                       {"worst layer, dB", 4, true},
                       {"layer", 6, false},
                       {"", 0, false}},
                      {}};
    for (std::size_t i = 0; i < advice.options.size(); ++i) {
        const AdviceOption& option = advice.options[i];
        const bool chosen = static_cast<int>(i) == advice.recommended;
        const bool fits = option.fit.verdict == FitVerdict::Fits;
        table.rows.push_back(
            {option.name, option.bits, inUnit(option.weights, binary),
             inUnit(option.fit.needed, binary), inUnit(option.fit.available, binary),
             std::string(fits ? "yes" : "no"), static_cast<double>(option.fit.longestContext),
             known(option.sqnrDb), known(option.worstDb),
             option.worstLayer >= 0 ? ReportCell(static_cast<double>(option.worstLayer))
                                    : ReportCell(std::string()),
             std::string(chosen           ? "recommended"
                         : option.onFront ? "front"
                                          : "")});
    }
    return table;
}

ReportChart frontChart(const Advice& advice, const std::string& unit, bool binary) {
    ReportChart chart{
        "Weight error against size", "weights, " + unit, "SQNR of all weights, dB", {}};
    for (const AdviceOption& option : advice.options) {
        if (std::isfinite(option.sqnrDb)) {
            const double low = std::isfinite(option.worstDb) ? option.worstDb : option.sqnrDb;
            chart.points.push_back({option.name, inUnit(option.weights, binary), option.sqnrDb, low,
                                    option.sqnrDb, option.onFront});
        }
    }
    return chart;
}

}  // namespace

Report reportOfAdvice(const Advice& advice, const AdviceReportFacts& facts, bool binary) {
    const std::string unit = binary ? "GiB" : "GB";
    const auto amount = [binary](std::int64_t bytes) { return bytesText(bytes, binary); };
    Report report{"Which setting for " + facts.model + " on " + facts.device + "?", {}, {}, {}};
    report.facts = {
        {"context", std::to_string(facts.context) + " tokens, " + std::to_string(facts.sequences) +
                        " at once, cache as " + facts.cacheFormat},
        {"weights read", facts.source.empty()
                             ? "none: sizes alone"
                             : facts.source + ", " + std::to_string(advice.measured) + " tensors"},
        {"the device lends", amount(advice.budget.device)},
        {"reserve", amount(advice.budget.reserve)},
        {"cache", amount(advice.budget.cache)},
        {"working memory", amount(advice.budget.working)},
        {"left for weights", amount(advice.budget.left())}};
    if (advice.recommended >= 0) {
        const auto at = static_cast<std::size_t>(advice.recommended);
        report.facts.insert(report.facts.begin(), {"recommended", advice.options[at].name});
    }
    if (ReportChart chart = frontChart(advice, unit, binary); !chart.points.empty()) {
        report.charts = {std::move(chart)};
    }
    ReportTable why{"Why", {{"", 0, false}}, {}};
    for (const std::string& sentence : adviceSentences(advice, binary)) {
        why.rows.push_back({sentence});
    }
    const ReportTable limits{
        "What weight error cannot tell", {{"", 0, false}}, {{whatErrorCannotTell()}}};
    report.tables = {optionsTable(advice, unit, binary), std::move(why), limits};
    return report;
}

Result<void> writeAdviceReport(const std::string& path, const Advice& advice,
                               const AdviceReportFacts& facts, bool binary,
                               std::span<const std::string> files) {
    if (auto valid = checkReportPath(path); !valid) {
        return valid;
    }
    const std::string ending = reportEnding(path);
    if (ending == ".html") {
        Report report = reportOfAdvice(advice, facts, binary);
        addFileFacts(report, files);
        return writeReport(path, report).map([](std::uint64_t) {});
    }
    return replaceFile(
        path, ending == ".csv" ? adviceCsv(advice) : adviceMarkdown(advice, facts, binary));
}

}  // namespace zeropoint
