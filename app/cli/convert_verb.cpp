// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plain_text.h"
#include "app/cli/verbs.h"
#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "core/support/in_quotes.h"

#include <CLI/CLI.hpp>
#include <fnmatch.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace zeropoint::cli {
namespace {

using FilePtr = std::shared_ptr<const WeightFile>;

struct ConvertOptions {
    std::string file;
    std::string out;
    std::string only;
    unsigned threads = 0;
};

bool chosen(const ConvertOptions& options, const std::string& name) {
    return options.only.empty() || fnmatch(options.only.c_str(), name.c_str(), 0) == 0;
}

/// The file's tensors that were asked for, on their way to the format.
Result<WeightOutput> gather(const ConvertOptions& options, const FilePtr& file,
                            WriteFormat format) {
    WeightOutput output;
    output.metadata = file->metadata();
    for (std::size_t i = 0; i < file->tensors().size(); ++i) {
        if (!chosen(options, file->tensors()[i].name)) {
            continue;
        }
        if (const std::string& reason = file->stored(i).unreadable; !reason.empty()) {
            return fail(ErrorCode::Unsupported, reason,
                        file->path() + ":" + file->tensors()[i].name,
                        "Leave the tensor out with --only");
        }
        output.tensors.push_back(outputOf(file, i, keptBy(format)));
    }
    if (output.tensors.empty() && !options.only.empty()) {
        return fail(ErrorCode::NotFound, "No tensor is named like " + inQuotes(options.only),
                    file->path(), "See 'zeropoint-cli inspect'");
    }
    return output;
}

Result<void> run(const ConvertOptions& options, Session& session) {
    const auto format = writeFormatOf(options.out);
    if (!format) {
        return fail(ErrorCode::InvalidArgument, "The format to write is not clear from the name",
                    options.out, "End it with .safetensors, .npy, .npz or .csv");
    }
    const auto file = openWeightFile(options.file);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto output = gather(options, *file, *format);
    if (!output) {
        return tl::unexpected(output.error());
    }
    ThreadPool pool(options.threads);
    const Execution execution{&pool, progressBar(session, "Writing"), session.stop};
    const auto bytes = writeWeights(options.out, *format, *output, execution);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const std::size_t count = output->tensors.size();
    if (session.json) {
        const nlohmann::ordered_json document = {
            {"written", options.out}, {"tensors", count}, {"bytes", *bytes}};
        session.out << document.dump(2) << '\n';
    } else {
        session.out << plainText(options.out) << ": " << count
                    << (count == 1 ? " tensor, " : " tensors, ") << *bytes << " bytes\n";
    }
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
    verb->add_option("--only", options->only, "Only tensors whose names match, such as '*.weight'");
    verb->add_option("--threads", options->threads, "Threads to use (0: all)");
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
