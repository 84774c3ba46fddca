// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/convert_file.h"

#include "core/exchange/gguf_conversion.h"
#include "core/exchange/out_of_reach.h"
#include "core/exchange/quantized_file.h"
#include "core/files/matrix_layout.h"
#include "core/files/over_source.h"
#include "core/files/weight_rule.h"
#include "core/files/weight_writer.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace zeropoint {
namespace {

using FilePtr = std::shared_ptr<const WeightFile>;

bool isGgufPath(const std::string& path) {
    return path.ends_with(".gguf");
}

void note(ConversionReport& report, const std::optional<QuantizedFile>& quantized) {
    if (quantized) {
        report.leftOut = quantized->leftOut();
        report.overflowed = quantized->overflowed();
    }
}

std::optional<QuantizedFile> quantizedBy(const FilePtr& file, const FileConversion& conversion,
                                         WriteFormat format, const Execution& execution) {
    if (!conversion.scheme) {
        return std::nullopt;
    }
    return QuantizedFile(file, {*conversion.scheme, format, conversion.dequantized}, execution);
}

Result<ConversionReport> convertToGguf(const FilePtr& file, const std::string& path,
                                       const FileConversion& conversion,
                                       const Execution& execution) {
    const GgufType* type = nullptr;
    if (conversion.scheme && !conversion.dequantized) {
        const auto found = ggufTypeOf(*conversion.scheme);
        if (!found) {
            return tl::unexpected(found.error());
        }
        type = *found;
    }
    const auto quantized = quantizedBy(file, conversion, WriteFormat::Safetensors, execution);
    return planGguf(file, conversion.tensors, quantized ? &*quantized : nullptr, type,
                    execution.stop)
        .and_then([&](GgufConversion made) {
            return writeGguf(path, made.output, execution).map([&](std::uint64_t bytes) {
                ConversionReport report;
                report.bytes = bytes;
                report.tensors = made.output.tensors.size();
                report.quantized = std::move(made.quantized);
                report.notes = std::move(made.notes);
                std::ranges::move(notesOf(*made.outOfReach), std::back_inserter(report.notes));
                note(report, quantized);
                return report;
            });
        });
}

/// Adds what one tensor becomes.
Result<void> add(WeightOutput& output, ConversionReport& report, const FilePtr& file,
                 std::size_t index, WriteFormat format, const QuantizedFile* quantized,
                 const OutOfReachPtr& outOfReach) {
    ++report.tensors;
    if (quantized == nullptr || !isWeight(*file, index)) {
        output.tensors.push_back(counted(outputOf(file, index, keptBy(format)),
                                         file->tensors()[index].dtype, outOfReach));
        return {};
    }
    report.quantized.push_back(index);
    return quantized->output(index).map([&](WeightOutput made) {
        std::ranges::move(made.tensors, std::back_inserter(output.tensors));
        std::ranges::move(made.metadata, std::back_inserter(output.metadata));
    });
}

Result<ConversionReport> convertTo(WriteFormat format, const FilePtr& file, const std::string& path,
                                   const FileConversion& conversion, const Execution& execution) {
    const auto quantized = quantizedBy(file, conversion, format, execution);
    WeightOutput output;
    output.metadata = file->metadata();
    if (quantized) {
        std::ranges::move(quantized->metadata(), std::back_inserter(output.metadata));
    }
    ConversionReport report;
    const auto outOfReach = std::make_shared<OutOfReach>();
    for (const std::size_t index : conversion.tensors) {
        const auto added =
            add(output, report, file, index, format, quantized ? &*quantized : nullptr, outOfReach);
        if (!added) {
            return tl::unexpected(added.error());
        }
    }
    return writeWeights(path, format, output, execution).map([&](std::uint64_t bytes) {
        report.bytes = bytes;
        report.notes = notesOf(*outOfReach);
        note(report, quantized);
        return report;
    });
}

/// A whole copy may take the place of what it is a copy of.
Result<void> checkSpares(const WeightFile& file, const std::string& path,
                         const FileConversion& conversion) {
    const bool whole = !conversion.scheme && conversion.tensors.size() == file.tensors().size();
    std::error_code ignored;
    return whole && std::filesystem::equivalent(file.path(), path, ignored)
               ? Result<void>()
               : checkNotOver(file, path);
}

}  // namespace

std::vector<std::size_t> readableTensors(const WeightFile& file) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        if (file.stored(i).unreadable.empty()) {
            indices.push_back(i);
        }
    }
    return indices;
}

bool canConvertTo(const std::string& path) {
    return isGgufPath(path) || writeFormatOf(path).has_value();
}

Result<ConversionReport> convertFile(const FilePtr& file, const std::string& path,
                                     const FileConversion& conversion, const Execution& execution) {
    if (conversion.dequantized && !conversion.scheme) {
        return fail(ErrorCode::InvalidArgument, "There is nothing to read back", "--dequantized",
                    "Say how to quantize, for instance with --format int8");
    }
    if (auto spared = checkSpares(*file, path, conversion); !spared) {
        return tl::unexpected(spared.error());
    }
    // What leaves is packed no more, or in another way.
    const FilePtr plain = unpackedByOutputs(file);
    if (isGgufPath(path)) {
        return convertToGguf(plain, path, conversion, execution);
    }
    const auto format = writeFormatOf(path);
    if (!format) {
        return fail(ErrorCode::InvalidArgument, "The format to write is not clear from the name",
                    path, "End it with .safetensors, .npy, .npz, .csv or .gguf");
    }
    return convertTo(*format, plain, path, conversion, execution);
}

}  // namespace zeropoint
