// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/experiment_output.h"

#include "app/cli/json_number.h"
#include "app/cli/text_table.h"
#include "core/experiment/trade_off.h"
#include "core/support/plain_text.h"

#include <iomanip>
#include <ostream>
#include <sstream>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string fixed(double value, int digits) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(digits) << value;
    return text.str();
}

std::string percent(double share) {
    return fixed(100 * share, 1);
}

std::string kilobytes(double bytes) {
    constexpr double kilo = 1000;
    return fixed(bytes / kilo, 1);
}

Json intervalJson(const Interval& interval) {
    return {jsonNumber(interval.low), jsonNumber(interval.high)};
}

/// What varies in an interval.
std::string intervalOver(std::size_t seeds) {
    return seeds > 1 ? "seeds and test items" : "test items";
}

Json runJson(const RunResult& run, bool items) {
    Json object = {{"name", run.name},
                   {"method", methodName(run.method)},
                   {"scheme", run.scheme},
                   {"seed", run.seed},
                   {"accuracy", jsonNumber(run.accuracy)},
                   {"accuracy_ci95", intervalJson(run.accuracyCi95)},
                   {"accuracy_ci95_over", intervalOver(1)},
                   {"loss", jsonNumber(run.loss)},
                   {"validation_accuracy", jsonNumber(run.validationAccuracy)},
                   {"validation_loss", jsonNumber(run.validationLoss)},
                   {"steps", run.steps},
                   {"size_bytes", run.sizeBytes},
                   {"bits_per_weight", jsonNumber(run.bitsPerWeight)},
                   {"linear_bytes", run.linearBytes},
                   {"seconds", jsonNumber(run.seconds)},
                   {"parameters", run.share.parameters},
                   {"trained", run.share.trained},
                   {"optimizer_bytes", run.share.optimizerBytes},
                   {"base_accuracy", nullptr},
                   {"layers", Json::array()}};
    if (run.hasBase) {
        object["base_accuracy"] = {jsonNumber(run.baseAccuracyBefore),
                                   jsonNumber(run.baseAccuracyAfter)};
    }
    for (const LayerError& layer : run.layers) {
        object["layers"].push_back({{"layer", layer.layer}, {"sqnr_db", jsonNumber(layer.sqnrDb)}});
    }
    if (items) {
        object["items"] = {{"scored", run.items.scored}, {"right", run.items.right}};
    }
    return object;
}

/// One seed has no deviation between seeds.
bool hasDeviation(const RunSummary& summary) {
    return summary.seeds.size() > 1;
}

Json summaryJson(const RunSummary& summary) {
    Json object = {{"name", summary.name},
                   {"method", methodName(summary.method)},
                   {"scheme", summary.scheme},
                   {"seeds", summary.seeds},
                   {"accuracy", jsonNumber(summary.accuracy)},
                   {"accuracy_sd", jsonNumber(summary.accuracySd)},
                   {"accuracy_ci95", intervalJson(summary.accuracyCi95)},
                   {"accuracy_ci95_over", intervalOver(summary.seeds.size())},
                   {"loss", jsonNumber(summary.loss)},
                   {"size_bytes", jsonNumber(summary.sizeBytes)},
                   {"bits_per_weight", jsonNumber(summary.bitsPerWeight)},
                   {"seconds", jsonNumber(summary.seconds)},
                   {"on_front", summary.onFront},
                   {"indistinguishable", summary.indistinguishable},
                   {"not_told_from", summary.alike}};
    if (!hasDeviation(summary)) {
        object.erase("accuracy_sd");
    }
    return object;
}

/// Mean share of the base task's accuracy that is left, over the runs of a name.
std::string leftOfBase(const ExperimentOutcome& outcome, const std::string& name) {
    std::vector<double> left;
    for (const RunResult& run : outcome.runs) {
        if (run.name == name && run.hasBase) {
            left.push_back(run.baseAccuracyAfter);
        }
    }
    return left.empty() ? "-" : percent(mean(left));
}

}  // namespace

Json experimentJson(const ExperimentOutcome& outcome, bool items) {
    Json document = {
        {"runs", Json::array()}, {"pareto", Json::array()}, {"summary", Json::array()}};
    for (const RunResult& run : outcome.runs) {
        document["runs"].push_back(runJson(run, items));
    }
    for (const RunSummary& summary : summarize(outcome.runs)) {
        document["summary"].push_back(summaryJson(summary));
        if (summary.onFront) {
            document["pareto"].push_back(summary.name);
        }
    }
    return document;
}

void printExperiment(const ExperimentOutcome& outcome, std::ostream& out) {
    using Align = TextTable::Align;
    TextTable table({{"run", Align::Left},
                     {"scheme", Align::Left},
                     {"seeds"},
                     {"accuracy %"},
                     {"sd"},
                     {"95 % interval"},
                     {"loss"},
                     {"KB"},
                     {"bits/weight"},
                     {"seconds"},
                     {"base task %"},
                     {"front", Align::Left}});
    for (const RunSummary& run : summarize(outcome.runs)) {
        table.addRow({run.name, run.scheme, std::to_string(run.seeds.size()), percent(run.accuracy),
                      hasDeviation(run) ? percent(run.accuracySd) : "-",
                      percent(run.accuracyCi95.low) + " .. " + percent(run.accuracyCi95.high),
                      fixed(run.loss, 4), kilobytes(run.sizeBytes), fixed(run.bitsPerWeight, 3),
                      fixed(run.seconds, 1), leftOfBase(outcome, run.name),
                      run.onFront             ? "front"
                      : run.indistinguishable ? "not distinguishable"
                                              : ""});
    }
    table.print(out);
}

void printRun(const RunResult& result, std::ostream& err) {
    err << plainText(result.name) << ", seed " << result.seed << ": accuracy "
        << percent(result.accuracy) << " %, loss " << fixed(result.loss, 4) << ", "
        << kilobytes(static_cast<double>(result.sizeBytes)) << " KB, " << fixed(result.seconds, 1)
        << " s\n";
}

}  // namespace zeropoint::cli
