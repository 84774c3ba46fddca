// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_number.h"
#include "app/cli/json_text.h"
#include "app/cli/memory_request.h"
#include "app/cli/open_limits.h"
#include "app/cli/place_to_write.h"
#include "app/cli/text_table.h"
#include "app/cli/thread_option.h"
#include "app/cli/verbs.h"
#include "app/cli/warnings.h"
#include "core/advice/advice_text.h"
#include "core/advice/advise.h"
#include "core/exchange/advice_report.h"
#include "core/memory/architecture_config.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

struct AdviseOptions {
    std::string file;
    MemoryOptions memory;
    std::vector<std::int64_t> contexts;
    std::string keep = "nothing";
    double reserve = usualReserve;
    std::string report;
    std::shared_ptr<OpenOptions> limits;
    unsigned threads = 0;
};

/// What is asked, and what the answer is about.
struct Asked {
    AdviceQuestion question;
    AdviceReportFacts facts;
    std::optional<WeightErrors> errors;
};

/// Of the file itself, the config.json beside it, or what --config and --model name.
Result<Architecture> architectureOf(const AdviseOptions& options) {
    if (!options.memory.model.empty()) {
        const auto known = knownArchitectures(options.memory);
        auto found = known ? findArchitecture(*known, options.memory.model)
                           : Result<Architecture>(tl::unexpected(known.error()));
        if (!found && known) {
            found.error().code = ErrorCode::InvalidArgument;
        }
        return found;
    }
    const std::string place = options.memory.config.empty() ? options.file : options.memory.config;
    std::error_code ignored;
    const std::filesystem::path path(place);
    const bool tells = path.extension() == ".gguf" || path.extension() == ".json" ||
                       std::filesystem::is_directory(path, ignored);
    auto architecture =
        readArchitecture(tells ? place : (path.parent_path() / "config.json").string());
    if (!architecture && options.memory.config.empty()) {
        architecture.error().remedy =
            "Name the model's architecture by --config or --model (memory --list)";
    }
    return architecture;
}

Result<Device> deviceOf(const MemoryOptions& options) {
    const auto devices = knownDevices(options);
    auto device = devices ? findDevice(*devices, options.device)
                          : Result<Device>(tl::unexpected(devices.error()));
    if (!device && devices) {
        device.error().code = ErrorCode::InvalidArgument;
    }
    return device;
}

/// Twice the context where none is named beside it.
std::vector<std::int64_t> otherContexts(const AdviseOptions& options,
                                        const MemoryRequest& request) {
    if (options.contexts.size() > 1) {
        return {options.contexts.begin() + 1, options.contexts.end()};
    }
    const std::int64_t twice = 2 * request.cache.context;
    const std::int64_t most = request.architecture->context;
    return most == 0 || twice <= most ? std::vector<std::int64_t>{twice}
                                      : std::vector<std::int64_t>{};
}

KeptParts keptParts(const std::string& word) {
    return word == "ends"        ? KeptParts::Ends
           : word == "attention" ? KeptParts::Attention
                                 : KeptParts::Nothing;
}

Result<Asked> ask(const AdviseOptions& options, Session& session) {
    if (!(options.reserve >= 0 && options.reserve < 1)) {
        return fail(ErrorCode::InvalidArgument, "The reserve is no share of a device", "--reserve",
                    "Give 0 or more and less than 1, such as 0.05");
    }
    std::error_code ignored;
    if (!options.file.empty() && !std::filesystem::exists(options.file, ignored)) {
        return fail(ErrorCode::NotFound, "There is no such file", options.file, "Check the path");
    }
    Asked asked;
    auto architecture = architectureOf(options);
    const auto device = deviceOf(options.memory);
    if (!architecture || !device) {
        return tl::unexpected(architecture ? device.error() : architecture.error());
    }
    MemoryRequest model;
    model.architecture = std::move(*architecture);
    MemoryChoices choices = options.memory.choices;
    if (!options.contexts.empty()) {
        choices.context = options.contexts.front();
    }
    auto request = requestOf(choices, std::move(model));
    if (!request) {
        return tl::unexpected(request.error());
    }
    asked.facts = {request->architecture->name, device->name,    {}, 0, request->cache.context,
                   request->cache.sequences,    choices.kvFormat};
    asked.question.device = *device;
    asked.question.reserve = options.reserve;
    asked.question.keep = keptParts(options.keep);
    asked.question.otherContexts = otherContexts(options, *request);
    asked.question.request = std::move(*request);
    if (options.file.empty()) {
        return asked;
    }
    OpenOptions open = *options.limits;
    open.stop = session.stop;
    const auto file = openWeightFile(options.file, open);
    if (!file) {
        return tl::unexpected(file.error());
    }
    ThreadPool pool(options.threads);
    auto errors = measureWeights(**file, {&pool, progressBar(session, "Measuring"), session.stop});
    if (!errors) {
        return tl::unexpected(errors.error());
    }
    for (const TensorInfo& info : (*file)->tensors()) {
        asked.facts.sourceBytes += static_cast<std::int64_t>(info.bytes);
    }
    asked.facts.source = std::filesystem::path(options.file).filename().string();
    asked.errors = std::move(*errors);
    return asked;
}

const char* kindName(OptionKind kind) {
    switch (kind) {
        case OptionKind::Recipe:
            return "gguf-recipe";
        case OptionKind::OneFormat:
            return "one-format";
        case OptionKind::Mix:
            return "mix";
    }
    return "";
}

const char* verdictName(FitVerdict verdict) {
    return verdict == FitVerdict::Fits           ? "fits"
           : verdict == FitVerdict::FitsWithLess ? "fits with less context"
                                                 : "does not fit";
}

Json toJson(const AdviceOption& option) {
    Json json = {{"name", option.name},
                 {"kind", kindName(option.kind)},
                 {"bits_per_weight", jsonNumber(option.bits)},
                 {"weights_bytes", option.weights},
                 {"needed_bytes", option.fit.needed},
                 {"verdict", verdictName(option.fit.verdict)},
                 {"longest_context", option.fit.longestContext},
                 {"tokens_per_second_bound", jsonNumber(option.fit.tokensPerSecondBound)},
                 {"sqnr_db", jsonNumber(option.sqnrDb)},
                 {"worst_layer", option.worstLayer},
                 {"worst_layer_db", jsonNumber(option.worstDb)},
                 {"front", option.onFront}};
    if (option.kind == OptionKind::Mix) {
        json["context"] = option.mixContext;
        json["matrices"] = option.matrices;
    }
    return json;
}

Json toJson(const Advice& advice, const AdviceReportFacts& facts) {
    Json json = {{"model", facts.model},
                 {"device", facts.device},
                 {"context", facts.context},
                 {"measured_tensors", advice.measured},
                 {"measured_share", jsonNumber(advice.measuredShare)},
                 {"budget",
                  {{"device_bytes", advice.budget.device},
                   {"reserve_bytes", advice.budget.reserve},
                   {"cache_bytes", advice.budget.cache},
                   {"working_bytes", advice.budget.working},
                   {"left_bytes", advice.budget.left()}}},
                 {"options", Json::array()},
                 {"recommended", nullptr}};
    for (const AdviceOption& option : advice.options) {
        json["options"].push_back(toJson(option));
    }
    if (advice.recommended >= 0) {
        json["recommended"] = advice.options[static_cast<std::size_t>(advice.recommended)].name;
    }
    json["reasons"] = adviceSentences(advice);
    json["cannot_tell"] = whatErrorCannotTell();
    return json;
}

/// Nothing without weights to measure.
std::string decibels(double value) {
    return std::isnan(value) ? std::string() : shortNumber(value);
}

void print(const Advice& advice, std::ostream& out) {
    const AdviceBudget& budget = advice.budget;
    out << "left for weights: " << bytesText(budget.device, false) << " - "
        << bytesText(budget.reserve, false) << " reserve - " << bytesText(budget.cache, false)
        << " cache - " << bytesText(budget.working, false)
        << " working memory = " << bytesText(budget.left(), false) << "\n\n";
    using enum TextTable::Align;
    TextTable table({{"setting", Left},
                     {"bits"},
                     {"GB"},
                     {"on this device", Left},
                     {"longest context"},
                     {"whole, dB"},
                     {"worst, dB"},
                     {"layer"},
                     {"", Left}});
    for (std::size_t i = 0; i < advice.options.size(); ++i) {
        const AdviceOption& o = advice.options[i];
        const bool chosen = static_cast<int>(i) == advice.recommended;
        table.addRow({o.name, shortNumber(o.bits),
                      shortNumber(static_cast<double>(o.weights) / 1e9), verdictName(o.fit.verdict),
                      std::to_string(o.fit.longestContext), decibels(o.sqnrDb), decibels(o.worstDb),
                      o.worstLayer >= 0 ? std::to_string(o.worstLayer) : "",
                      chosen      ? "recommended"
                      : o.onFront ? "front"
                                  : ""});
    }
    table.print(out);
    out << '\n';
    for (const std::string& sentence : adviceSentences(advice)) {
        out << sentence << '\n';
    }
    out << '\n' << whatErrorCannotTell() << '\n';
}

void warn(const Asked& asked, const Advice& advice, std::ostream& err) {
    if (!asked.errors) {
        return;
    }
    if (asked.errors->requantized) {
        err << warningPrefix
            << "weights of the file are quantized already: the errors are "
               "beside those, not beside the model they were made of\n";
    }
    warnAboutNotFinite(asked.errors->leftOut, err);
    if (asked.errors->unplaced > 0) {
        err << warningPrefix << asked.errors->unplaced
            << " weights have names that tell no role: left out\n";
    }
    constexpr double whole = 0.99;
    if (advice.measuredShare < whole) {
        err << warningPrefix << "only " << shortNumber(100 * advice.measuredShare)
            << " % of the parameters that the architecture counts were read\n";
    }
}

Result<void> run(const AdviseOptions& options, Session& session) {
    if (auto valid = checkReport(options.report, {options.file, options.memory.config}); !valid) {
        return valid;
    }
    const auto asked = ask(options, session);
    if (!asked) {
        return tl::unexpected(asked.error());
    }
    const auto advice = advise(asked->question, asked->errors ? &*asked->errors : nullptr);
    if (!advice) {
        return tl::unexpected(advice.error());
    }
    warn(*asked, *advice, session.err);
    if (!options.report.empty()) {
        if (auto written = writeAdviceReport(options.report, *advice, asked->facts, false,
                                             std::span(&options.file, 1));
            !written) {
            return written;
        }
    }
    if (session.json) {
        session.out << jsonText(toJson(*advice, asked->facts)) << '\n';
    } else {
        print(*advice, session.out);
    }
    return {};
}

}  // namespace

void addAdviseVerb(CLI::App& parser, Call& call) {
    CLI::App* verb =
        parser.add_subcommand("advise", "Which setting for this model on this device?");
    auto options = std::make_shared<AdviseOptions>();
    verb->add_option("FILE", options->file,
                     "The model's weights, or its folder; none: sizes alone");
    auto* config = verb->add_option("--config", options->memory.config,
                                    "Its config.json where it does not lie beside the weights");
    verb->add_option("--model", options->memory.model, "Its architecture by id (memory --list)")
        ->excludes(config);
    verb->add_option("--device", options->memory.device, "By id; see memory --list")->required();
    verb->add_option("--devices", options->memory.deviceFile,
                     "Devices of your own, before the shipped");
    verb->add_option("--catalogue", options->memory.catalogue,
                     "Architectures of your own, before the shipped");
    verb->add_option("--context", options->contexts,
                     "Tokens; more of them: what changes with those. Default 4096 and twice that");
    verb->add_option("--batch", options->memory.choices.batch, "Sequences at once");
    verb->add_option("--kv-format", options->memory.choices.kvFormat, "Format of the cache");
    verb->add_option("--micro-batch", options->memory.choices.microBatch,
                     "Tokens that are computed together");
    verb->add_option("--overhead", options->memory.choices.overhead,
                     "Bytes of driver and allocator, as you know them");
    verb->add_option("--reserve", options->reserve, "Share of the device that is kept free");
    verb->add_option("--keep", options->keep, "At 8 bits or more in a mix")
        ->check(CLI::IsMember({"nothing", "ends", "attention"}));
    verb->add_option("--report", options->report,
                     "Writes a report: .html (one file, printable), .md or .csv");
    options->limits = addOpenLimits(*verb);
    addThreadOption(*verb, options->threads);
    verb->callback([&call, options] {
        if (options->file.empty() && options->memory.model.empty() &&
            options->memory.config.empty()) {
            throw CLI::RequiredError("FILE, --model or --config");
        }
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
