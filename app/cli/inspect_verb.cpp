// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_number.h"
#include "app/cli/json_text.h"
#include "app/cli/open_limits.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "app/cli/warnings.h"
#include "core/files/model_config.h"
#include "core/files/model_totals.h"
#include "core/files/tensor_summary.h"
#include "core/files/weight_file.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;
using Summaries = std::vector<std::optional<Summary>>;

struct InspectOptions {
    std::vector<std::string> files;
    bool statistics = false;
    bool metadata = false;
    std::shared_ptr<OpenOptions> limits;
};

/// One file with all that is told of it.
struct Inspected {
    std::shared_ptr<const WeightFile> file;
    std::optional<ModelConfig> config;  ///< of the config.json beside it
    Summaries summaries;
    bool metadata = false;
};

/// The config.json in the folder, or beside the file; nothing where there is none that can be read.
std::optional<ModelConfig> configBeside(const std::string& path) {
    std::error_code ignored;
    const std::filesystem::path place(path);
    const auto folder = std::filesystem::is_directory(place, ignored) ? place : place.parent_path();
    const auto config = readModelConfig((folder / "config.json").string());
    return config ? std::optional(*config) : std::nullopt;
}

struct Figure {
    const char* key;
    const char* words;
    std::optional<std::int64_t> value;
};

std::vector<Figure> figuresOf(const ModelConfig& config) {
    std::vector<Figure> figures = {{"layers", "layers", config.layers},
                                   {"hidden", "hidden", config.hidden},
                                   {"heads", "heads", config.heads},
                                   {"kv_heads", "KV heads", config.kvHeads},
                                   {"head_dim", "per head", config.headDim},
                                   {"intermediate", "in the MLP", config.intermediate},
                                   {"vocabulary", "in the vocabulary", config.vocabulary},
                                   {"context", "of context", config.context}};
    std::erase_if(figures, [](const Figure& figure) { return !figure.value; });
    return figures;
}

/// What a tensor is to the model; empty for a weight.
const char* roleWord(TensorRole role) {
    switch (role) {
        case TensorRole::Buffer:
            return "buffer";
        case TensorRole::Optimizer:
            return "optimizer";
        case TensorRole::Average:
            return "average";
        case TensorRole::Companion:
            return "companion";
        default:
            return "";
    }
}

void addPacked(Json& tensor, const TensorInfo& info) {
    const PackedWeight& packed = *info.packed;
    tensor["packed"] = {{"by", packed.by},
                        {"format", packed.format},
                        {"group", packed.group},
                        {"scales", packed.scales},
                        {"zero_points", packed.zeroPoints},
                        {"rule", packed.rule},
                        {"bits_per_weight", jsonNumber(info.bitsPerWeight())}};
    tensor["parts"] = packed.parts;
}

Json toJson(const StoredTensor& stored, const Summary* summary) {
    const TensorInfo& info = stored.info;
    Json tensor = {{"name", info.name},
                   {"dtype", info.dtypeText},
                   {"shape", isShapeKnown(info) ? Json(info.shape) : Json()},
                   {"bytes", info.bytes}};
    if (info.packed != nullptr) {
        addPacked(tensor, info);
    }
    if (const std::string reason = whyNotRead(stored); !reason.empty()) {
        tensor["unreadable"] = reason;
    }
    if (!info.shares.empty()) {
        tensor["shares"] = info.shares;
    }
    if (info.storageBytes != 0) {
        tensor["storage_bytes"] = info.storageBytes;
    }
    if (const char* role = roleWord(info.role); *role != '\0') {
        tensor["role"] = role;
    }
    if (summary != nullptr) {
        // Without a finite value there is nothing that these could be of.
        const auto figure = [&](double value) {
            return jsonNumber(summary->finite > 0 ? value
                                                  : std::numeric_limits<double>::quiet_NaN());
        };
        tensor["min"] = figure(summary->min);
        tensor["max"] = figure(summary->max);
        tensor["mean"] = figure(summary->mean);
        tensor["std"] = figure(summary->std);
        tensor["nan"] = summary->nan;
        tensor["inf"] = summary->infinite;
        tensor["zeros"] = summary->zeros;
    }
    return tensor;
}

const Summary* summaryOf(const Summaries& summaries, std::size_t i) {
    return i < summaries.size() && summaries[i] ? &*summaries[i] : nullptr;
}

Json toJson(const ModelConfig& config) {
    Json model = Json::object();
    if (!config.modelType.empty()) {
        model["type"] = config.modelType;
    }
    for (const Figure& figure : figuresOf(config)) {
        model[figure.key] = *figure.value;
    }
    return model;
}

std::string sentenceOf(const FileNote& note) {
    switch (note.kind) {
        case FileNote::Kind::IndexColumn:
            return "the first column has no title: it is the index and left out";
        case FileNote::Kind::ForeignClasses:
            return "classes that are not run: " + note.detail;
        case FileNote::Kind::GuessedGroups:
            return "bits and groups are guessed, as no config.json beside the file says them: " +
                   note.detail;
        case FileNote::Kind::UnreadConfig:
            return note.detail +
                   " beside the file is no JSON object and was not used: get it again";
        case FileNote::Kind::TensorCount:
            return "the parts say that they hold " + note.detail +
                   " tensors, and hold another number: some may be missing";
    }
    return {};
}

Json toJson(const Inspected& inspected) {
    const WeightFile& file = *inspected.file;
    Json tensors = Json::array();
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        tensors.push_back(toJson(file.stored(i), summaryOf(inspected.summaries, i)));
    }
    const ModelTotals totals = totalsOf(file.tensors());
    Json document = {{"file", file.path()},
                     {"format", file.formatName()},
                     {"tensors", std::move(tensors)},
                     {"parameters", totals.parameters},
                     {"bytes", totals.bytes}};
    if (inspected.config) {
        document["model"] = toJson(*inspected.config);
    }
    for (const FileNote& note : file.notes()) {
        document["notes"].push_back(sentenceOf(note));
    }
    if (inspected.metadata) {
        Json& metadata = document["metadata"] = Json::object();
        for (const auto& [key, value] : file.metadata()) {
            metadata[key] = value;
        }
    }
    return document;
}

std::vector<std::string> statisticsCells(const Summary* summary) {
    if (summary == nullptr) {
        return std::vector<std::string>(7, "-");
    }
    const auto figure = [&](double value) {
        return summary->finite > 0 ? shortNumber(value) : std::string("-");
    };
    return {figure(summary->min),          figure(summary->max),
            figure(summary->mean),         figure(summary->std),
            std::to_string(summary->nan),  std::to_string(summary->infinite),
            std::to_string(summary->zeros)};
}

/// Everything but the table: totals, the model's figures, the metadata where it was asked for.
void printHead(const Inspected& inspected, std::ostream& out) {
    const WeightFile& file = *inspected.file;
    const ModelTotals totals = totalsOf(file.tensors());
    const std::size_t count = file.tensors().size();
    out << plainText(file.path()) << ": " << file.formatName() << ", " << count
        << (count == 1 ? " tensor, " : " tensors, ") << totals.parameters
        << (totals.parameters == 1 ? " parameter, " : " parameters, ") << totals.bytes
        << " bytes\n";
    if (totals.byDType.size() > 1) {
        for (const DTypeShare& share : totals.byDType) {
            out << "  " << plainText(share.dtype) << ": " << share.tensors
                << (share.tensors == 1 ? " tensor, " : " tensors, ") << share.bytes << " bytes\n";
        }
    }
    if (inspected.config) {
        const std::string& type = inspected.config->modelType;
        out << "  " << (type.empty() ? "model" : plainText(type));
        for (const char* separator = ": "; const Figure& figure : figuresOf(*inspected.config)) {
            out << std::exchange(separator, ", ") << *figure.value << ' ' << figure.words;
        }
        out << '\n';
    }
    for (const FileNote& note : file.notes()) {
        out << "  note: " << plainText(sentenceOf(note)) << '\n';
    }
    if (inspected.metadata) {
        for (const auto& [key, value] : file.metadata()) {
            out << "  " << plainText(key) << " = " << plainText(value) << '\n';
        }
    }
}

/// What the columns have no room for: how it is packed, whose bytes it has, why it is not read.
std::string noteOf(const StoredTensor& stored) {
    const TensorInfo& info = stored.info;
    std::string note;
    const auto add = [&note](const std::string& text) {
        note += (note.empty() ? "" : "; ") + text;
    };
    if (info.packed != nullptr && stored.unreadable.empty()) {
        add(info.packed->format + ", one scale per " + info.packed->scales + ", " +
            shortNumber(info.bitsPerWeight()) + " bits per weight");
    }
    if (!info.shares.empty()) {
        add("the bytes of " + info.shares);
    }
    if (info.storageBytes != 0) {
        add("cut out of " + std::to_string(info.storageBytes) + " bytes");
    }
    if (const char* role = roleWord(info.role); *role != '\0') {
        add(role);
    }
    if (const std::string reason = whyNotRead(stored); !reason.empty()) {
        add("not read: " + reason);
    }
    return note;
}

void printTable(const WeightFile& file, const Summaries& summaries, std::ostream& out) {
    std::vector<TextTable::Column> columns = {{"name", TextTable::Align::Left},
                                              {"dtype", TextTable::Align::Left},
                                              {"shape", TextTable::Align::Left},
                                              {"bytes"}};
    if (!summaries.empty()) {
        for (const char* title : {"min", "max", "mean", "std", "nan", "inf", "zeros"}) {
            columns.push_back({title});
        }
    }
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        notes.push_back(noteOf(file.stored(i)));
    }
    const bool noted =
        std::ranges::any_of(notes, [](const std::string& note) { return !note.empty(); });
    if (noted) {
        columns.push_back({"notes", TextTable::Align::Left});
    }
    TextTable table(std::move(columns));
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        const TensorInfo& info = file.tensors()[i];
        std::vector<std::string> cells = {info.name, info.dtypeText,
                                          isShapeKnown(info) ? toString(info.shape) : "?",
                                          std::to_string(info.bytes)};
        if (!summaries.empty()) {
            const auto statistics = statisticsCells(summaryOf(summaries, i));
            cells.insert(cells.end(), statistics.begin(), statistics.end());
        }
        if (noted) {
            cells.push_back(notes[i]);
        }
        table.addRow(std::move(cells));
    }
    table.print(out);
}

/// What the statistics leave out, all tensors together.
LeftOut leftOutOf(const Summaries& summaries) {
    LeftOut all;
    for (const std::optional<Summary>& summary : summaries) {
        if (summary) {
            all.join({summary->nan, summary->infinite, summary->finite});
        }
    }
    return all;
}

Result<Inspected> inspect(const std::string& path, const InspectOptions& options,
                          const Execution& execution) {
    OpenOptions open = *options.limits;
    open.stop = execution.stop;
    const auto file = openWeightFile(path, open);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto summaries = options.statistics ? summarizeTensors(**file, execution, SummaryDetail::Spread)
                                        : Summaries();
    if (!summaries) {
        return tl::unexpected(summaries.error());
    }
    return Inspected{*file, configBeside(path), std::move(*summaries), options.metadata};
}

Result<void> run(const InspectOptions& options, Session& session) {
    ThreadPool pool;
    Json documents = Json::array();
    for (const std::string& path : options.files) {
        const Execution execution{&pool, progressBar(session, "Reading"), session.stop};
        const auto inspected = inspect(path, options, execution);
        if (!inspected) {
            return tl::unexpected(inspected.error());
        }
        warnAboutNotFinite(leftOutOf(inspected->summaries), session.err);
        if (session.json) {
            documents.push_back(toJson(*inspected));
        } else {
            printHead(*inspected, session.out);
            printTable(*inspected->file, inspected->summaries, session.out);
        }
    }
    if (session.json) {
        const Json& document = documents.size() == 1 ? documents.front() : documents;
        session.out << jsonText(document) << '\n';
    }
    return {};
}

}  // namespace

void addInspectVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("inspect", "The tensors of a file");
    auto options = std::make_shared<InspectOptions>();
    verb->add_option("FILE", options->files, "Files of weights, or folders of models")->required();
    verb->add_flag("--stats", options->statistics, "Statistics over the finite values");
    verb->add_flag("--metadata", options->metadata, "What the files say of themselves");
    options->limits = addOpenLimits(*verb);
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
