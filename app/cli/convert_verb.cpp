// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_text.h"
#include "app/cli/open_limits.h"
#include "app/cli/quant_options.h"
#include "app/cli/quantized_file.h"
#include "app/cli/thread_option.h"
#include "app/cli/verbs.h"
#include "core/files/weight_file.h"
#include "core/files/weight_rule.h"
#include "core/files/weight_writer.h"
#include "core/support/in_quotes.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>
#include <fnmatch.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint::cli {
namespace {

using FilePtr = std::shared_ptr<const WeightFile>;

struct ConvertOptions {
    std::string file;
    std::string out;
    std::string only;
    unsigned threads = 0;
    bool dequantized = false;
    std::shared_ptr<QuantOptions> quant;
    std::shared_ptr<OpenOptions> limits;
};

bool chosen(const ConvertOptions& options, const std::string& name) {
    return options.only.empty() || fnmatch(options.only.c_str(), name.c_str(), 0) == 0;
}

/// The indices of the tensors that were asked for.
Result<std::vector<std::size_t>> choose(const ConvertOptions& options, const WeightFile& file) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        if (!chosen(options, file.tensors()[i].name)) {
            continue;
        }
        if (const std::string& reason = file.stored(i).unreadable; !reason.empty()) {
            return fail(ErrorCode::Unsupported, reason, file.path() + ":" + file.tensors()[i].name,
                        "Leave the tensor out with --only");
        }
        indices.push_back(i);
    }
    if (indices.empty() && !options.only.empty()) {
        return fail(ErrorCode::NotFound, "No tensor is named like " + inQuotes(options.only),
                    file.path(), "See 'zeropoint-cli inspect'");
    }
    return indices;
}

/// What a conversion writes: every tensor as it is, or the weights quantized.
struct Conversion {
    WeightOutput output;
    std::optional<QuantizedFile> how;  ///< of the quantized ones
    std::size_t tensors = 0;           ///< of the file
    std::size_t quantized = 0;
};

Result<void> addTensor(Conversion& conversion, const FilePtr& file, std::size_t index,
                       WriteFormat format, const QuantizedFile* quantized) {
    ++conversion.tensors;
    if (quantized == nullptr || !isWeight(*file, index)) {
        conversion.output.tensors.push_back(outputOf(file, index, keptBy(format)));
        return {};
    }
    ++conversion.quantized;
    return quantized->output(index).map([&](WeightOutput output) {
        std::ranges::move(output.tensors, std::back_inserter(conversion.output.tensors));
        std::ranges::move(output.metadata, std::back_inserter(conversion.output.metadata));
    });
}

Result<Conversion> gather(const ConvertOptions& options, const FilePtr& file, WriteFormat format,
                          const Execution& execution) {
    Conversion conversion;
    std::optional<QuantizedFile>& quantized = conversion.how;
    conversion.output.metadata = file->metadata();
    if (options.quant->given()) {
        const auto scheme = schemeOf(*options.quant);
        if (!scheme) {
            return tl::unexpected(scheme.error());
        }
        quantized.emplace(file, FileQuantization{*scheme, format, options.dequantized}, execution);
    } else if (options.dequantized) {
        return fail(ErrorCode::InvalidArgument, "There is nothing to read back", "--dequantized",
                    "Say how to quantize, for instance with --format int8");
    }
    const auto indices = choose(options, *file);
    if (!indices) {
        return tl::unexpected(indices.error());
    }
    if (quantized) {
        std::ranges::move(quantized->metadata(), std::back_inserter(conversion.output.metadata));
    }
    for (const std::size_t index : *indices) {
        if (const auto added =
                addTensor(conversion, file, index, format, quantized ? &*quantized : nullptr);
            !added) {
            return tl::unexpected(added.error());
        }
    }
    return conversion;
}

void print(const ConvertOptions& options, const Conversion& conversion, std::uint64_t bytes,
           Session& session) {
    if (session.json) {
        nlohmann::ordered_json document = {
            {"written", options.out}, {"tensors", conversion.tensors}, {"bytes", bytes}};
        if (options.quant->given()) {
            document["quantized"] = conversion.quantized;
        }
        session.out << jsonText(document) << '\n';
        return;
    }
    session.out << plainText(options.out) << ": " << conversion.tensors
                << (conversion.tensors == 1 ? " tensor, " : " tensors, ");
    if (options.quant->given()) {
        session.out << conversion.quantized << " of them quantized, ";
    }
    session.out << bytes << " bytes\n";
}

Result<void> run(const ConvertOptions& options, Session& session) {
    const auto format = writeFormatOf(options.out);
    if (!format) {
        return fail(ErrorCode::InvalidArgument, "The format to write is not clear from the name",
                    options.out, "End it with .safetensors, .npy, .npz or .csv");
    }
    OpenOptions open = *options.limits;
    open.stop = session.stop;
    const auto file = openWeightFile(options.file, open);
    if (!file) {
        return tl::unexpected(file.error());
    }
    ThreadPool pool(options.threads);
    const Execution execution{&pool, progressBar(session, "Writing"), session.stop};
    const auto conversion = gather(options, *file, *format, execution);
    if (!conversion) {
        return tl::unexpected(conversion.error());
    }
    const auto bytes = writeWeights(options.out, *format, conversion->output, execution);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (conversion->how) {
        conversion->how->warn(session.err);
    }
    print(options, *conversion, *bytes, session);
    return {};
}

}  // namespace

void addConvertVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("convert", "From any format read to any written");
    auto options = std::make_shared<ConvertOptions>();
    verb->add_option("FILE", options->file, "A file of weights, or the folder of a model")
        ->required();
    verb->add_option("--out", options->out, "What to write: .safetensors, .npy, .npz or .csv")
        ->required();
    options->quant = addQuantOptions(*verb);
    verb->add_flag("--dequantized", options->dequantized,
                   "Write the quantized weights as they are read back, in float32");
    options->limits = addOpenLimits(*verb);
    verb->add_option("--only", options->only, "Only tensors whose names match, such as '*.weight'");
    addThreadOption(*verb, options->threads);
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
