// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibration_text.h"
#include "app/cli/json_text.h"
#include "app/cli/open_limits.h"
#include "app/cli/quant_options.h"
#include "app/cli/source.h"
#include "app/cli/verbs.h"
#include "core/files/packed/quantized_output.h"
#include "core/numerics/block_format.h"
#include "core/quantization/block_tensor.h"
#include "core/scheme/scheme_text.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>

#include <functional>
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
Result<WriteFormat> formatFor(const std::string& path, bool several) {
    const std::optional<WriteFormat> format = writeFormatOf(path);
    const bool holdsSeveral = format == WriteFormat::Safetensors || format == WriteFormat::Npz;
    if (!format || (several && !holdsSeveral)) {
        return fail(ErrorCode::InvalidArgument,
                    several ? "Codes, scales and zero points need a file of several tensors"
                            : "The format to write is not clear from the name",
                    path,
                    several ? "End the name with .safetensors or .npz"
                            : "End the name with .safetensors, .npy, .npz or .csv");
    }
    return *format;
}

/// What goes into the files: codes or blocks, and how to get the values as they are read back.
struct Written {
    WeightOutput codes;
    std::function<Result<Tensor>()> values;
};

/// For people who look into the file; what reading it back takes stands beside each weight.
void describe(WeightOutput& output, const QuantScheme& scheme, std::string_view equation) {
    output.metadata.emplace_back("zeropoint.format", scheme.format);
    output.metadata.emplace_back("zeropoint.per", perText(scheme));
    output.metadata.emplace_back("zeropoint.equation", equation);
}

Result<Written> codesOf(const Tensor& tensor, const CalibrationResult& result, WriteFormat format,
                        const Execution& execution) {
    Result<QuantizedTensor> codes = quantize(tensor, result.scheme, result.calibration, execution);
    if (!codes) {
        return tl::unexpected(codes.error());
    }
    const auto made = std::make_shared<const CodedTensor>(
        CodedTensor{std::move(*codes), result.calibration.doubled});
    return codeOutput(nameInFile(tensor.name()), tensor.shape(), result.scheme, keptBy(format),
                      madeAlready(made))
        .map([&](WeightOutput output) {
            describe(output, result.scheme, "x = scale * (code - zero_point)");
            return Written{std::move(output),
                           [made, execution] { return dequantize(made->quantized, execution); }};
        });
}

Result<Written> blocksOf(const Tensor& tensor, const BlockFormat& format, ScaleRule rule,
                         const Execution& execution) {
    Result<BlockTensor> made = quantizeToBlocks(tensor, format, execution, rule);
    if (!made) {
        return tl::unexpected(made.error());
    }
    const auto blocks = std::make_shared<const BlockTensor>(std::move(*made));
    WeightOutput output =
        blockOutput(nameInFile(tensor.name()), tensor.shape(), format, madeAlready(blocks));
    QuantScheme scheme;
    scheme.format = format.id;
    describe(output, scheme, format.formula);
    return Written{std::move(output), [blocks, name = tensor.name(), execution] {
                       return dequantize(*blocks, name, execution);
                   }};
}

Result<void> writeDequantized(const std::string& path, const std::string& name,
                              const Written& written, const Execution& execution) {
    if (path.empty()) {
        return {};
    }
    const Result<WriteFormat> format = formatFor(path, false);
    const Result<Tensor> values = written.values();
    if (!format || !values) {
        return tl::unexpected(format ? values.error() : format.error());
    }
    WeightOutput output;
    output.tensors.push_back(outputOf(*values));
    output.tensors.back().name = nameInFile(name);
    return writeWeights(path, *format, output, execution).map([](std::uint64_t) {});
}

/// What was measured, and the size of the file that holds it: files add names and settings.
struct Outcome {
    CalibrationResult result;
    std::uint64_t fileBytes = 0;
};

Result<Outcome> quantizeAndWrite(const QuantizeOptions& options, const QuantScheme& scheme,
                                 const Tensor& tensor, WriteFormat format,
                                 const Execution& execution) {
    const Result<CalibrationResult> result = calibrateAndMeasure(tensor, scheme, execution);
    if (!result) {
        return tl::unexpected(result.error());
    }
    const BlockFormat* blocks = findBlockFormat(scheme.format);
    const Result<Written> written = blocks != nullptr
                                        ? blocksOf(tensor, *blocks, scheme.scaleRule, execution)
                                        : codesOf(tensor, *result, format, execution);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return writeWeights(options.out, format, written->codes, execution)
        .and_then([&](std::uint64_t bytes) {
            return writeDequantized(options.dequantized, tensor.name(), *written, execution)
                .map([&] {
                    return Outcome{*result, bytes};
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
    const Result<WriteFormat> format = formatFor(options.out, true);
    if (!format) {
        return tl::unexpected(format.error());
    }
    if (!options.dequantized.empty()) {
        if (const auto second = formatFor(options.dequantized, false); !second) {
            return tl::unexpected(second.error());
        }
    }
    const Result<Tensor> tensor =
        loadSource(options.source, execution, &session.err, *options.limits);
    if (!tensor) {
        return tl::unexpected(tensor.error());
    }
    const Result<Outcome> result = quantizeAndWrite(options, *scheme, *tensor, *format, execution);
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
    verb->add_option("--out", options->out, "Where to: a .safetensors or .npz file")->required();
    verb->add_option("--dequantized", options->dequantized,
                     "Where to write the values as they are read back");
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
