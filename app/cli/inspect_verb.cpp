// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_number.h"
#include "app/cli/plain_text.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/files/tensor_summary.h"
#include "core/files/weight_file.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;
using Summaries = std::vector<std::optional<Summary>>;

struct InspectOptions {
    std::vector<std::string> files;
    bool statistics = false;
};

/// One summary a tensor; none for those whose values are not decoded.
Result<Summaries> summarizeAll(const WeightFile& file, const Execution& execution) {
    Summaries summaries;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        const auto summary = summarizeTensor(file, i, execution);
        if (summary) {
            summaries.emplace_back(*summary);
        } else if (summary.error().code == ErrorCode::Unsupported) {
            summaries.emplace_back();
        } else {
            return tl::unexpected(summary.error());
        }
    }
    return summaries;
}

Json toJson(const TensorInfo& info, const Summary* summary) {
    Json tensor = {{"name", info.name},
                   {"dtype", info.dtypeText},
                   {"shape", info.shape},
                   {"bytes", info.bytes}};
    if (summary != nullptr) {
        tensor["min"] = jsonNumber(summary->min);
        tensor["max"] = jsonNumber(summary->max);
        tensor["mean"] = jsonNumber(summary->mean);
        tensor["std"] = jsonNumber(summary->std);
        tensor["nan"] = summary->nan;
        tensor["inf"] = summary->infinite;
        tensor["zeros"] = summary->zeros;
    }
    return tensor;
}

const Summary* summaryOf(const Summaries& summaries, std::size_t i) {
    return i < summaries.size() && summaries[i] ? &*summaries[i] : nullptr;
}

Json toJson(const WeightFile& file, const Summaries& summaries) {
    Json tensors = Json::array();
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        tensors.push_back(toJson(file.tensors()[i], summaryOf(summaries, i)));
    }
    return {{"file", file.path()}, {"format", file.formatName()}, {"tensors", std::move(tensors)}};
}

std::vector<std::string> statisticsCells(const Summary* summary) {
    if (summary == nullptr) {
        return std::vector<std::string>(7, "-");
    }
    return {shortNumber(summary->min),     shortNumber(summary->max),
            shortNumber(summary->mean),    shortNumber(summary->std),
            std::to_string(summary->nan),  std::to_string(summary->infinite),
            std::to_string(summary->zeros)};
}

void printFile(const WeightFile& file, const Summaries& summaries, std::ostream& out) {
    const std::size_t count = file.tensors().size();
    out << plainText(file.path()) << ": " << file.formatName() << ", " << count
        << (count == 1 ? " tensor\n" : " tensors\n");
    std::vector<TextTable::Column> columns = {{"name", TextTable::Align::Left},
                                              {"dtype", TextTable::Align::Left},
                                              {"shape", TextTable::Align::Left},
                                              {"bytes"}};
    if (!summaries.empty()) {
        for (const char* title : {"min", "max", "mean", "std", "nan", "inf", "zeros"}) {
            columns.push_back({title});
        }
    }
    TextTable table(std::move(columns));
    for (std::size_t i = 0; i < count; ++i) {
        const TensorInfo& info = file.tensors()[i];
        std::vector<std::string> cells = {plainText(info.name), info.dtypeText,
                                          toString(info.shape), std::to_string(info.bytes)};
        if (!summaries.empty()) {
            const auto statistics = statisticsCells(summaryOf(summaries, i));
            cells.insert(cells.end(), statistics.begin(), statistics.end());
        }
        table.addRow(std::move(cells));
    }
    table.print(out);
}

Result<void> run(const InspectOptions& options, Session& session) {
    ThreadPool pool;
    const Execution execution{&pool, {}, session.stop};
    Json documents = Json::array();
    for (const std::string& path : options.files) {
        const auto file = openWeightFile(path);
        if (!file) {
            return tl::unexpected(file.error());
        }
        const auto summaries = options.statistics ? summarizeAll(**file, execution) : Summaries();
        if (!summaries) {
            return tl::unexpected(summaries.error());
        }
        if (session.json) {
            documents.push_back(toJson(**file, *summaries));
        } else {
            printFile(**file, *summaries, session.out);
        }
    }
    if (session.json) {
        const Json& document = documents.size() == 1 ? documents.front() : documents;
        session.out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    }
    return {};
}

}  // namespace

void addInspectVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("inspect", "The tensors of a file");
    auto options = std::make_shared<InspectOptions>();
    verb->add_option("FILE", options->files, "Files of weights, or folders of models")->required();
    verb->add_flag("--stats", options->statistics, "Statistics over the finite values");
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
