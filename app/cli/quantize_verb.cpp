// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibration_text.h"
#include "app/cli/json_text.h"
#include "app/cli/open_limits.h"
#include "app/cli/quant_options.h"
#include "app/cli/source.h"
#include "app/cli/verbs.h"
#include "core/exchange/c_header.h"
#include "core/exchange/tensor_export.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

namespace zeropoint::cli {
namespace {

struct QuantizeOptions {
    std::string source;
    std::shared_ptr<OpenOptions> limits;
    std::string out;
    std::string dequantized;
    std::shared_ptr<QuantOptions> quant;
};

/// Known before any work is done.
Result<void> checkEndings(const QuantizeOptions& options, const QuantScheme& scheme) {
    const auto kind = quantizedFileKind(options.out);
    if (!kind) {
        return tl::unexpected(kind.error());
    }
    if (*kind == QuantizedFileKind::Values) {
        return fail(ErrorCode::InvalidArgument,
                    "Codes, scales and zero points need a file of several tensors", options.out,
                    "End the name with .safetensors, .npz, .gguf or .h");
    }
    if (*kind == QuantizedFileKind::CHeader) {
        if (auto valid = checkForCHeader(scheme); !valid) {
            return valid;
        }
    }
    if (options.dequantized.empty()) {
        return {};
    }
    const auto second = quantizedFileKind(options.dequantized);
    if (second && *second != QuantizedFileKind::CHeader) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument, "Values are not written in this format",
                options.dequantized, "End the name with .safetensors, .npz, .npy, .csv or .gguf");
}

/// Neither file takes the place of the source or of the other.
Result<void> checkPlaces(const QuantizeOptions& options) {
    const std::filesystem::path out = options.out;
    const std::filesystem::path second = options.dequantized;
    std::error_code ignored;
    if (out.lexically_normal() == second.lexically_normal() ||
        std::filesystem::equivalent(out, second, ignored)) {
        return fail(ErrorCode::InvalidArgument, "Codes and values cannot be one file",
                    "--dequantized", "Choose another name");
    }
    return checkNotOverSource(options.source, options.out).and_then([&] {
        return checkNotOverSource(options.source, options.dequantized);
    });
}

/// What was measured, and the size of the file that holds it: files add names and settings.
struct Outcome {
    CalibrationResult result;
    std::uint64_t fileBytes = 0;
};

Result<Outcome> quantizeAndWrite(const QuantizeOptions& options, const QuantScheme& scheme,
                                 const Tensor& tensor, const Execution& execution) {
    return calibrateAndMeasure(tensor, scheme, execution)
        .and_then([&](const CalibrationResult& result) {
            return exportQuantization(tensor, result.scheme, result.calibration, options.out,
                                      execution)
                .and_then([&](const TensorExport& made) -> Result<Outcome> {
                    if (options.dequantized.empty()) {
                        return Outcome{result, made.bytes};
                    }
                    return made.values()
                        .and_then([&](const Tensor& values) {
                            return exportValues(values, tensor.name(), options.dequantized,
                                                execution);
                        })
                        .map([&](std::uint64_t) {
                            return Outcome{result, made.bytes};
                        });
                });
        });
}

void print(const QuantizeOptions& options, const Outcome& outcome, Session& session) {
    warn(outcome.result, session.err);
    if (session.json) {
        nlohmann::ordered_json document = toJson(outcome.result);
        document["written"] = options.out;
        document["file_bytes"] = outcome.fileBytes;
        if (!options.dequantized.empty()) {
            document["dequantized"] = options.dequantized;
        }
        session.out << jsonText(document) << '\n';
        return;
    }
    printText(outcome.result, session.out);
    session.out << "written           " << plainText(options.out) << ", " << outcome.fileBytes
                << " bytes\n";
    if (!options.dequantized.empty()) {
        session.out << "dequantized       " << plainText(options.dequantized) << '\n';
    }
}

Result<void> run(const QuantizeOptions& options, Session& session) {
    ThreadPool pool;
    const Execution execution{&pool, {}, session.stop};
    const Result<QuantScheme> scheme = schemeOf(*options.quant);
    if (!scheme) {
        return tl::unexpected(scheme.error());
    }
    if (const auto valid = checkEndings(options, *scheme); !valid) {
        return valid;
    }
    if (const auto valid = checkPlaces(options); !valid) {
        return valid;
    }
    const Result<Tensor> tensor =
        loadSource(options.source, execution, &session.err, *options.limits);
    if (!tensor) {
        return tl::unexpected(tensor.error());
    }
    const Result<Outcome> result = quantizeAndWrite(options, *scheme, *tensor, execution);
    if (!result) {
        return tl::unexpected(result.error());
    }
    print(options, *result, session);
    return {};
}

}  // namespace

void addQuantizeVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("quantize", "Write codes, scales and zero points");
    auto options = std::make_shared<QuantizeOptions>();
    verb->add_option("SOURCE", options->source, "FILE, FILE:NAME or synthetic:KIND[?key=value,...]")
        ->required();
    options->quant = addQuantOptions(*verb);
    options->limits = addOpenLimits(*verb);
    verb->add_option("--out", options->out, "Where to: a .safetensors, .npz, .gguf or .h file")
        ->required();
    verb->add_option("--dequantized", options->dequantized,
                     "Where to write the values as they are read back");
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
