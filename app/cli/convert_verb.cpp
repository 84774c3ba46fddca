// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/adapter_output.h"
#include "app/cli/conversion_output.h"
#include "app/cli/json_text.h"
#include "app/cli/kept_run.h"
#include "app/cli/open_limits.h"
#include "app/cli/place_to_write.h"
#include "app/cli/quant_options.h"
#include "app/cli/requantized.h"
#include "app/cli/thread_option.h"
#include "app/cli/verbs.h"
#include "app/cli/warnings.h"
#include "core/exchange/convert_file.h"
#include "core/exchange/trained_export.h"
#include "core/files/place_of.h"
#include "core/support/in_quotes.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>
#include <fnmatch.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace zeropoint::cli {
namespace {

struct ConvertOptions {
    std::string file;
    std::string out;
    std::string recipe;
    std::string adapterOf;
    std::string run;
    std::optional<std::uint64_t> runSeed;
    std::string only;
    unsigned threads = 0;
    bool dequantized = false;
    std::shared_ptr<QuantOptions> quant;
    std::shared_ptr<OpenOptions> limits;
};

bool chosen(const ConvertOptions& options, const std::string& name) {
    return options.only.empty() || fnmatch(options.only.c_str(), name.c_str(), 0) == 0;
}

/// What was asked for, and what of it cannot be read.
struct Chosen {
    std::vector<std::size_t> tensors;
    std::vector<std::size_t> lost;
};

/// One tensor that cannot be read does not keep the others from being written; that nothing can is
/// the answer.
Result<Chosen> choose(const ConvertOptions& options, const WeightFile& file) {
    Chosen indices;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        if (chosen(options, file.tensors()[i].name)) {
            (file.stored(i).unreadable.empty() ? indices.tensors : indices.lost).push_back(i);
        }
    }
    if (indices.tensors.empty() && !indices.lost.empty()) {
        const std::size_t first = indices.lost.front();
        return notRead(file.stored(first), placeOf(file.path(), file.tensors()[first].name));
    }
    if (indices.tensors.empty() && !options.only.empty()) {
        return fail(ErrorCode::NotFound, "No tensor is named like " + inQuotes(options.only),
                    file.path(), "See 'zeropoint-cli inspect'");
    }
    return indices;
}

/// Asked to quantize, and nothing was meant for it: the file is a copy.
void warnAboutNothingQuantized(const ConvertOptions& options, const ConversionReport& report,
                               std::ostream& err) {
    if (options.quant->given() && report.quantized.empty()) {
        err << warningPrefix
            << "nothing was quantized: that is for matrices of numbers "
               "with a point, and for such a tensor of any shape where it is the only one\n";
    }
}

/// A model that lacks tensors says so: a line for each of the first, then how many.
void warnAboutLost(const WeightFile& file, const std::vector<std::size_t>& lost,
                   std::ostream& err) {
    constexpr std::size_t mostNamed = 20;
    for (std::size_t i = 0; i < std::min(lost.size(), mostNamed); ++i) {
        err << warningPrefix << "left out: " << plainText(file.tensors()[lost[i]].name) << ": "
            << plainText(file.stored(lost[i]).unreadable) << '\n';
    }
    if (!lost.empty()) {
        err << warningPrefix << "the file that is written is INCOMPLETE: " << lost.size()
            << (lost.size() == 1 ? " tensor is" : " tensors are")
            << " left out, which cannot be read\n";
    }
}

Result<FileConversion> conversionOf(const ConvertOptions& options, const WeightFile& file,
                                    std::vector<std::size_t>& lost) {
    FileConversion conversion;
    conversion.dequantized = options.dequantized;
    if (options.quant->given()) {
        const auto scheme = schemeOf(*options.quant);
        if (!scheme) {
            return tl::unexpected(scheme.error());
        }
        conversion.scheme = *scheme;
    }
    return choose(options, file).map([&](Chosen indices) {
        conversion.tensors = std::move(indices.tensors);
        lost = std::move(indices.lost);
        return conversion;
    });
}

/// What all kinds of conversion are told.
struct Work {
    const ConvertOptions& options;
    const Execution& execution;
    Session& session;
};

nlohmann::ordered_json namesAndReasons(const WeightFile& file,
                                       const std::vector<std::size_t>& lost) {
    auto list = nlohmann::ordered_json::array();
    for (const std::size_t index : lost) {
        list.push_back(
            {{"name", file.tensors()[index].name}, {"unreadable", file.stored(index).unreadable}});
    }
    return list;
}

void print(const Work& work, const WeightFile& file, const ConversionReport& report,
           const std::vector<std::size_t>& lost) {
    const ConvertOptions& options = work.options;
    Session& session = work.session;
    const std::size_t quantized = report.quantized.size();
    if (session.json) {
        nlohmann::ordered_json document = {
            {"written", options.out}, {"tensors", report.tensors}, {"bytes", report.bytes}};
        if (options.quant->given()) {
            document["quantized"] = quantized;
        }
        if (!lost.empty()) {
            document["left_out"] = namesAndReasons(file, lost);
        }
        session.out << jsonText(document) << '\n';
        return;
    }
    session.out << plainText(options.out) << ": " << report.tensors
                << (report.tensors == 1 ? " tensor, " : " tensors, ");
    if (options.quant->given()) {
        session.out << quantized << " of them quantized, ";
    }
    if (!lost.empty()) {
        session.out << lost.size() << " left out, ";
    }
    session.out << report.bytes << " bytes\n";
}

Result<void> convert(const Work& work, const std::shared_ptr<const WeightFile>& file) {
    std::vector<std::size_t> lost;
    const auto conversion = conversionOf(work.options, *file, lost);
    if (!conversion) {
        return tl::unexpected(conversion.error());
    }
    const auto report = convertFile(file, work.options.out, *conversion, work.execution);
    if (!report) {
        return tl::unexpected(report.error());
    }
    std::ostream& err = work.session.err;
    sayRequantized(*file, report->quantized, err);
    if (conversion->scheme) {
        warnAboutLeftOut(report->leftOut, *conversion->scheme, err);
    }
    warnAboutOverflow(report->overflowed, err);
    warnAboutNothingQuantized(work.options, *report, err);
    printNotes(report->notes, err);
    print(work, *file, *report, lost);
    warnAboutLost(*file, lost, err);
    return {};
}

Result<TrainedExport> exportOf(const ConvertOptions& options) {
    TrainedExport how;
    how.dequantized = options.dequantized;
    if (options.quant->given()) {
        const auto scheme = schemeOf(*options.quant);
        if (!scheme) {
            return tl::unexpected(scheme.error());
        }
        how.scheme = *scheme;
    }
    if (options.recipe.empty()) {
        return how;
    }
    if (how.scheme) {
        return fail(ErrorCode::InvalidArgument, "A recipe says the format too", "--recipe",
                    "Give either a recipe or a format");
    }
    return readRecipe(options.recipe).map([&](QuantRecipe recipe) {
        how.recipe = std::move(recipe);
        return how;
    });
}

std::string stemOf(const std::string& path) {
    return std::filesystem::path(path).stem().string();
}

/// A model as another program runs it.
Result<void> writeModel(const Work& work, const TrainedModel& trained, const TrainedExport& how) {
    const std::string& out = work.options.out;
    return exportTrained(trained, out, how, work.execution).map([&](const TrainedReport& report) {
        printNotes(report.notes, work.session.err);
        printExport(out, trained.model->parameters().entries().size(), report, work.session);
    });
}

AdapterFiles adapterFiles(const ConvertOptions& options) {
    return {options.adapterOf, options.out};
}

/// The model of a checkpoint.
Result<void> exportModel(const Work& work, const std::string& file) {
    auto free = checkNotOver({file, work.options.recipe}, work.options.out);
    if (!free) {
        return free;
    }
    return exportOf(work.options).and_then([&](const TrainedExport& how) {
        return loadCheckpoint(file).and_then([&](const Checkpoint& checkpoint) {
            return writeModel(work, {&checkpoint.model, checkpoint.info.task, stemOf(file)}, how);
        });
    });
}

/// A run of a store: its model, or with --adapter-of what it has beyond that one.
Result<void> exportKeptRun(const Work& work) {
    const ConvertOptions& options = work.options;
    if (auto free = checkNotOver({options.file, options.recipe}, options.out); !free) {
        return free;
    }
    const auto how = exportOf(options);
    if (!how) {
        return tl::unexpected(how.error());
    }
    const auto kept = openKeptRun(options.file, options.run, options.runSeed);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    for (const std::string& note : kept->notes) {
        work.session.err << "zeropoint-cli: note: " << plainText(note) << '\n';
    }
    if (options.adapterOf.empty()) {
        return writeModel(work, {&kept->model, kept->task, options.run}, *how);
    }
    if (options.quant->given()) {
        return fail(ErrorCode::InvalidArgument,
                    "The run itself says what its adapters stand beside", "--adapter-of",
                    "Leave out the format");
    }
    return writeRunAdapter(*kept, options.run, adapterFiles(options), work.execution, work.session);
}

/// Whether the model leaves as a whole; else its tensors do.
Result<bool> leavesAsModel(const ConvertOptions& options, const WeightFile& file) {
    const bool onnx = options.out.ends_with(".onnx");
    const bool trained = isCheckpoint(file);
    if (!trained && (onnx || !options.recipe.empty())) {
        return fail(ErrorCode::InvalidArgument,
                    onnx ? "Only a model that was trained here is written as a graph"
                         : "A recipe is for a model that was trained here",
                    file.path(), "Use a checkpoint that 'train' wrote");
    }
    return trained && (onnx || options.out.ends_with(".gguf") || !options.recipe.empty());
}

Result<void> run(const ConvertOptions& options, Session& session) {
    ThreadPool pool(options.threads);
    const Execution execution{&pool, progressBar(session, "Writing"), session.stop};
    const Work work{options, execution, session};
    if (!options.run.empty()) {
        return exportKeptRun(work);
    }
    if (!options.adapterOf.empty()) {
        return writeAdapter(options.file, *options.quant, adapterFiles(options), execution,
                            session);
    }
    if (!canConvertTo(options.out) && !options.out.ends_with(".onnx")) {
        return fail(ErrorCode::InvalidArgument, "The format to write is not clear from the name",
                    options.out, "End it with .safetensors, .npy, .npz, .csv, .gguf or .onnx");
    }
    OpenOptions open = *options.limits;
    open.stop = session.stop;
    const auto file = openWeightFile(options.file, open);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return leavesAsModel(options, **file).and_then([&](bool model) {
        return model ? exportModel(work, (*file)->path()) : convert(work, *file);
    });
}

}  // namespace

void addConvertVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("convert", "From any format read to any written");
    auto options = std::make_shared<ConvertOptions>();
    verb->add_option("FILE", options->file, "A file of weights, or the folder of a model")
        ->required();
    verb->add_option(
            "--out", options->out,
            "What to write: .safetensors, .npy, .npz, .csv or .gguf; of a checkpoint .onnx too")
        ->required();
    options->quant = addQuantOptions(*verb);
    verb->add_flag("--dequantized", options->dequantized,
                   "Write the quantized weights as they are read back, in float32");
    verb->add_option("--recipe", options->recipe,
                     "How to quantize a checkpoint's model: JSON as in an experiment");
    verb->add_option(
        "--adapter-of", options->adapterOf,
        "Write a folder for the PEFT library with what FILE has beyond this checkpoint; of QLoRA "
        "with the format that froze it: --format nf4 [--per group:64 --scale-format double:256]");
    auto* kept =
        verb->add_option("--run", options->run,
                         "FILE is a store of runs ('experiment --store'): the model of this "
                         "run, as .onnx or .gguf");
    verb->add_option("--run-seed", options->runSeed, "Of which seed; else the lowest")->needs(kept);
    options->limits = addOpenLimits(*verb);
    verb->add_option("--only", options->only, "Only tensors whose names match, such as '*.weight'");
    addThreadOption(*verb, options->threads);
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
