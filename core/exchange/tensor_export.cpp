// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tensor_export.h"

#include "core/exchange/c_header.h"
#include "core/exchange/gguf_conversion.h"
#include "core/files/gguf/gguf_writer.h"
#include "core/files/packed/quantized_output.h"
#include "core/numerics/block_format.h"
#include "core/quantization/block_tensor.h"
#include "core/quantization/quantize.h"
#include "core/scheme/scheme_text.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace zeropoint {
namespace {

/// What goes into a file, and how to get the values as they are read back.
struct Made {
    WeightOutput output;
    std::function<Result<Tensor>()> values;
};

/// For people who look into the file; what reading it back takes stands beside each weight.
void describe(WeightOutput& output, const QuantScheme& scheme) {
    for (auto& line : schemeMetadata(scheme)) {
        output.metadata.push_back(std::move(line));
    }
}

Result<Made> codesOf(const Tensor& tensor, const QuantScheme& scheme,
                     const Calibration& calibration, WriteFormat format,
                     const Execution& execution) {
    return quantize(tensor, scheme, calibration, execution).and_then([&](QuantizedTensor codes) {
        const auto made =
            std::make_shared<const CodedTensor>(CodedTensor{std::move(codes), calibration.doubled});
        return codeOutput(nameInFile(tensor.name()), tensor.shape(), scheme, keptBy(format),
                          madeAlready(made))
            .map([&](WeightOutput output) {
                describe(output, scheme);
                return Made{std::move(output),
                            [made, execution] { return dequantize(made->quantized, execution); }};
            });
    });
}

Result<Made> blocksOf(const Tensor& tensor, const QuantScheme& scheme, const BlockFormat& format,
                      const Execution& execution) {
    return quantizeToBlocks(tensor, format, execution, scheme.scaleRule).map([&](BlockTensor made) {
        const auto blocks = std::make_shared<const BlockTensor>(std::move(made));
        WeightOutput output =
            blockOutput(nameInFile(tensor.name()), tensor.shape(), format, madeAlready(blocks));
        describe(output, scheme);
        return Made{std::move(output), [blocks, name = tensor.name(), execution] {
                        return dequantize(*blocks, name, execution);
                    }};
    });
}

Result<TensorExport> exportCodes(const Tensor& tensor, const QuantScheme& scheme,
                                 const Calibration& calibration, const std::string& path,
                                 const Execution& execution) {
    const WriteFormat format = *writeFormatOf(path);
    const BlockFormat* blocks = findBlockFormat(scheme.format);
    auto made = blocks != nullptr ? blocksOf(tensor, scheme, *blocks, execution)
                                  : codesOf(tensor, scheme, calibration, format, execution);
    return made.and_then([&](const Made& all) {
        return writeWeights(path, format, all.output, execution).map([&](std::uint64_t bytes) {
            return TensorExport{bytes, all.values};
        });
    });
}

Result<TensorExport> exportReadBack(const Tensor& tensor, const QuantScheme& scheme,
                                    const Calibration& calibration, const std::string& path,
                                    const Execution& execution) {
    return fakeQuantize(tensor, scheme, calibration, execution).and_then([&](const Tensor& values) {
        return exportValues(values, tensor.name(), path, execution).map([&](std::uint64_t bytes) {
            return TensorExport{bytes, [values]() -> Result<Tensor> { return values; }};
        });
    });
}

Result<TensorExport> exportHeader(const Tensor& tensor, const QuantScheme& scheme,
                                  const Calibration& calibration, const std::string& path,
                                  const Execution& execution) {
    if (auto valid = checkForCHeader(scheme); !valid) {
        return tl::unexpected(valid.error());
    }
    return quantize(tensor, scheme, calibration, execution).and_then([&](QuantizedTensor codes) {
        const auto made = std::make_shared<const QuantizedTensor>(std::move(codes));
        return writeCHeader(path, nameInFile(tensor.name()), *made, execution)
            .map([&](std::uint64_t bytes) {
                return TensorExport{bytes,
                                    [made, execution] { return dequantize(*made, execution); }};
            });
    });
}

/// One tensor of bytes that are at hand.
Result<std::uint64_t> writeOne(const std::string& path, const std::string& name, const Shape& shape,
                               const GgufType& type, std::span<const std::byte> bytes,
                               const Execution& execution) {
    GgufOutput output;
    output.tensors.push_back(
        {nameInFile(name), shape, &type,
         [bytes](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
             std::ranges::copy(bytes.subspan(offset, out.size()), out.begin());
             return {};
         }});
    output.entries = {ggufText("general.architecture", "unknown")};
    sayTypes(output, &type);
    return writeGguf(path, output, execution);
}

Result<TensorExport> exportGguf(const Tensor& tensor, const QuantScheme& scheme,
                                const Calibration& calibration, const std::string& path,
                                const Execution& execution) {
    const auto type = ggufTypeOf(scheme);
    if (!type) {
        return tl::unexpected(type.error());
    }
    if ((*type)->dtype == DType::Block) {
        const BlockFormat& format = *findBlockFormat((*type)->block);
        return quantizeToBlocks(tensor, format, execution, scheme.scaleRule)
            .and_then([&](BlockTensor made) {
                const auto blocks = std::make_shared<const BlockTensor>(std::move(made));
                return writeOne(path, tensor.name(), tensor.shape(), **type, blocks->bytes,
                                execution)
                    .map([&](std::uint64_t bytes) {
                        return TensorExport{bytes, [blocks, name = tensor.name(), execution] {
                                                return dequantize(*blocks, name, execution);
                                            }};
                    });
            });
    }
    return codesOf(tensor, scheme, calibration, WriteFormat::Safetensors, execution)
        .and_then([&](const Made& made) {
            const TensorOutput& cast = made.output.tensors.front();
            std::vector<std::byte> bytes(cast.bytes());
            return cast.fill(0, bytes)
                .and_then([&] {
                    return writeOne(path, tensor.name(), tensor.shape(), **type, bytes, execution);
                })
                .map([&](std::uint64_t size) {
                    return TensorExport{size, made.values};
                });
        });
}

}  // namespace

Result<QuantizedFileKind> quantizedFileKind(const std::string& path) {
    if (path.ends_with(".gguf")) {
        return QuantizedFileKind::Gguf;
    }
    if (path.ends_with(".h")) {
        return QuantizedFileKind::CHeader;
    }
    const auto format = writeFormatOf(path);
    if (!format) {
        return fail(ErrorCode::InvalidArgument, "The format to write is not clear from the name",
                    path, "End the name with .safetensors, .npz, .npy, .csv, .gguf or .h");
    }
    const bool several = format == WriteFormat::Safetensors || format == WriteFormat::Npz;
    return several ? QuantizedFileKind::Codes : QuantizedFileKind::Values;
}

Result<TensorExport> exportQuantization(const Tensor& tensor, const QuantScheme& scheme,
                                        const Calibration& calibration, const std::string& path,
                                        const Execution& execution) {
    const auto kind = quantizedFileKind(path);
    if (!kind) {
        return tl::unexpected(kind.error());
    }
    switch (*kind) {
        case QuantizedFileKind::Codes:
            return exportCodes(tensor, scheme, calibration, path, execution);
        case QuantizedFileKind::Values:
            return exportReadBack(tensor, scheme, calibration, path, execution);
        case QuantizedFileKind::Gguf:
            return exportGguf(tensor, scheme, calibration, path, execution);
        case QuantizedFileKind::CHeader:
            break;
    }
    return exportHeader(tensor, scheme, calibration, path, execution);
}

Result<std::uint64_t> exportValues(const Tensor& values, const std::string& name,
                                   const std::string& path, const Execution& execution) {
    const auto kind = quantizedFileKind(path);
    if (!kind || *kind == QuantizedFileKind::CHeader) {
        return fail(ErrorCode::InvalidArgument, "Values are not written in this format", path,
                    "End the name with .safetensors, .npz, .npy, .csv or .gguf");
    }
    if (*kind == QuantizedFileKind::Gguf) {
        return writeOne(path, name, values.shape(), *ggufTypeOf(DType::F32),
                        std::as_bytes(values.values()), execution);
    }
    WeightOutput output;
    output.tensors.push_back(outputOf(values));
    output.tensors.back().name = nameInFile(name);
    return writeWeights(path, *writeFormatOf(path), output, execution);
}

}  // namespace zeropoint
