// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/model_reports.h"

#include "core/exchange/report_text.h"
#include "core/experiment/experiment_spec.h"
#include "core/experiment/trade_off.h"
#include "core/support/sha256.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>

namespace zeropoint {
namespace {

ReportColumn words(std::string title) {
    return {std::move(title), 0, false};
}

ReportColumn numbers(std::string title, int digits = 4, bool shaded = false) {
    return {std::move(title), digits, shaded};
}

double real(std::uint64_t count) {
    return static_cast<double>(count);
}

constexpr const char* leftOutTitle = "NaN or infinite, left out";

/// Values that are in no figure: said wherever there are some.
void sayLeftOut(Report& report, std::uint64_t leftOut, std::uint64_t finite) {
    if (leftOut > 0) {
        report.facts.emplace_back(
            leftOutTitle, std::to_string(leftOut) + " of " + std::to_string(leftOut + finite) +
                              " values" + (finite == 0 ? "; the figures are undefined" : ""));
    }
}

ReportTable costs(std::span<const std::string> schemes, std::span<const ErrorReport> totals) {
    ReportTable table{"All weights under each scheme",
                      {words("scheme"), numbers("SQNR, dB"), numbers("MSE"),
                       numbers("largest error"), numbers("bits per weight"), numbers("bytes", 0)},
                      {}};
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        const ErrorReport& total = totals[i];
        table.rows.push_back({schemes[i], total.sqnrDb, total.mse, total.maxAbsError,
                              total.bitsPerWeight, real(total.bytes)});
    }
    return table;
}

ReportTable weights(std::span<const std::string> schemes, std::span<const ScanRow> rows) {
    ReportTable table{"SQNR of each weight in dB", {words("weight"), words("shape")}, {}};
    for (const std::string& scheme : schemes) {
        table.columns.push_back(numbers(scheme, 4, true));
    }
    const auto leftOutOf = [](const ScanRow& row) {
        return row.reports.empty() ? 0 : row.reports.front().nan + row.reports.front().infinite;
    };
    const bool any = std::ranges::any_of(rows, [&](const ScanRow& row) { return leftOutOf(row); });
    if (any) {
        table.columns.push_back(numbers(leftOutTitle, 0));
    }
    for (const ScanRow& row : rows) {
        std::vector<ReportCell> cells = {row.name, toString(row.shape)};
        for (const ErrorReport& report : row.reports) {
            cells.emplace_back(report.sqnrDb);
        }
        if (any) {
            cells.emplace_back(real(leftOutOf(row)));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

ReportTable namesTable(std::string title, std::span<const std::string> names) {
    ReportTable table{std::move(title), {words("tensor")}, {}};
    for (const std::string& name : names) {
        table.rows.push_back({name});
    }
    return table;
}

std::string intervalText(const Interval& interval) {
    return numberText(100 * interval.low, 4) + " to " + numberText(100 * interval.high, 4);
}

ReportTable summaryTable(std::span<const RunSummary> summaries) {
    ReportTable table{
        "Each run over its seeds",
        {words("run"), words("method"), words("scheme"), numbers("seeds", 0),
         numbers("accuracy, %"), words("95 % interval"), numbers("loss"), numbers("bytes", 0),
         numbers("bits per weight"), numbers("seconds"), words("front")},
        {}};
    for (const RunSummary& run : summaries) {
        const char* front = run.onFront             ? "on the front"
                            : run.indistinguishable ? "not distinguishable"
                                                    : "";
        table.rows.push_back({run.name, std::string(methodName(run.method)), run.scheme,
                              real(run.seeds.size()), 100 * run.accuracy,
                              intervalText(run.accuracyCi95), run.loss, run.sizeBytes,
                              run.bitsPerWeight, run.seconds, std::string(front)});
    }
    return table;
}

ReportTable runsTable(std::span<const RunResult> runs) {
    ReportTable table{"Every run",
                      {words("run"), numbers("seed", 0), numbers("accuracy, %"), numbers("loss"),
                       numbers("validation accuracy, %"), numbers("steps", 0), numbers("bytes", 0),
                       numbers("seconds")},
                      {}};
    for (const RunResult& run : runs) {
        table.rows.push_back({run.name, real(run.seed), 100 * run.accuracy, run.loss,
                              100 * run.validationAccuracy, real(run.steps), real(run.sizeBytes),
                              run.seconds});
    }
    return table;
}

}  // namespace

Report reportOfScan(const std::string& file, std::span<const std::string> schemes,
                    std::span<const ScanRow> rows, std::span<const ErrorReport> totals) {
    Report report{"Weights under quantization", {}, {}, {}};
    report.facts = {{"file", file},
                    {"weights", std::to_string(rows.size())},
                    {"values", totals.empty() ? "0" : std::to_string(totals.front().count)}};
    if (!totals.empty()) {
        sayLeftOut(report, totals.front().nan + totals.front().infinite, totals.front().count);
    }
    ReportChart chart{"Error against size, all weights", "bits per weight", "SQNR, dB", {}};
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        const ErrorReport& total = totals[i];
        if (std::isfinite(total.sqnrDb)) {
            chart.points.push_back(
                {schemes[i], total.bitsPerWeight, total.sqnrDb, total.sqnrDb, total.sqnrDb, true});
        }
    }
    report.charts = {std::move(chart)};
    report.tables = {weights(schemes, rows), costs(schemes, totals)};
    return report;
}

Report reportOfExperiment(const std::string& name, std::span<const RunResult> runs) {
    const std::vector<RunSummary> summaries = summarize(runs);
    Report report{name, {}, {}, {}};
    report.facts = {{"runs", std::to_string(runs.size())},
                    {"interval", "95 %, over the test items and, of several seeds, the seeds"}};
    ReportChart chart{"Accuracy against size", "KB", "accuracy on the test part, %", {}};
    for (const RunSummary& run : summaries) {
        chart.points.push_back({run.name, run.sizeBytes / 1000, 100 * run.accuracy,
                                100 * run.accuracyCi95.low, 100 * run.accuracyCi95.high,
                                run.onFront});
    }
    report.charts = {std::move(chart)};
    report.tables = {summaryTable(summaries), runsTable(runs)};
    return report;
}

Report reportOfComparison(const std::string& a, const std::string& b,
                          std::span<const ComparedRow> rows, const ComparisonTotals& totals,
                          std::span<const std::string> onlyInA,
                          std::span<const std::string> onlyInB) {
    Report report{"Two files of one model", {}, {}, {}};
    report.facts = {{"A, the reference", a},
                    {"B", b},
                    {"compared", std::to_string(totals.compared)},
                    {"SQNR of all, dB", numberText(totals.sums.sqnrDb(), 5)},
                    {"bits per weight", numberText(totals.bitsPerWeightA(), 4) + " and " +
                                            numberText(totals.bitsPerWeightB(), 4)}};
    const std::uint64_t leftOut = totals.sums.leftOut;
    sayLeftOut(report, leftOut, totals.sums.count);
    ReportTable table{
        "Tensor by tensor",
        {words("in A"), words("in B"), words("shape"), numbers("SQNR, dB", 4, true),
         numbers("relative error"), numbers("largest difference"), numbers("bits per weight, A"),
         numbers("bits per weight, B"), words("not compared because")},
        {}};
    if (leftOut > 0) {
        table.columns.push_back(numbers(leftOutTitle, 0));
    }
    for (const ComparedRow& row : rows) {
        const DifferenceSums& sums = row.report->sums;
        const auto& failure = row.report->failure;
        std::vector<ReportCell> cells = {row.a, row.b, toString(row.shape)};
        for (const double figure : {sums.sqnrDb(), sums.relativeError(), sums.maxAbsError()}) {
            cells.push_back(failure ? ReportCell(std::string()) : ReportCell(figure));
        }
        cells.emplace_back(row.report->bitsPerWeightA);
        cells.emplace_back(row.report->bitsPerWeightB);
        cells.emplace_back(failure ? failure->what : std::string());
        if (leftOut > 0) {
            cells.emplace_back(real(sums.leftOut));
        }
        table.rows.push_back(std::move(cells));
    }
    report.tables = {std::move(table)};
    if (!onlyInA.empty()) {
        report.tables.push_back(namesTable("Only in A", onlyInA));
    }
    if (!onlyInB.empty()) {
        report.tables.push_back(namesTable("Only in B", onlyInB));
    }
    return report;
}

void addFileFacts(Report& report, std::span<const std::string> files) {
    constexpr std::uintmax_t mostHashed = std::uintmax_t{1} << 30;
    for (const std::string& path : files) {
        const std::filesystem::path file(path);
        std::error_code error;
        const std::uintmax_t bytes = std::filesystem::file_size(file, error);
        if (error) {
            continue;  // a folder, or gone
        }
        std::string text = std::to_string(bytes) + " bytes";
        if (bytes <= mostHashed) {
            if (const auto hash = sha256OfFile(file)) {
                text += ", SHA-256 " + *hash;
            }
        }
        report.facts.emplace_back(file.filename().string(), std::move(text));
    }
}

}  // namespace zeropoint
