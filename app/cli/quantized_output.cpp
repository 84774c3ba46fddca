// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quantized_output.h"

#include "app/cli/quant_options.h"
#include "core/numerics/number_format.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

namespace zeropoint::cli {
namespace {

struct CodeType {
    std::string_view format;
    DType dtype;
};

/// Formats whose codes are what a file calls a dtype.
constexpr CodeType ownTypes[] = {
    {"fp32", DType::F32},
    {"fp16", DType::F16},
    {"bf16", DType::BF16},
    {"fp8-e4m3", DType::F8E4M3},
    {"fp8-e5m2", DType::F8E5M2},
    {"fp8-e4m3fnuz", DType::F8E4M3Fnuz},
    {"fp8-e5m2fnuz", DType::F8E5M2Fnuz},
};

std::optional<DType> codeType(const NumberFormat& format) {
    for (const CodeType& own : ownTypes) {
        if (own.format == format.id) {
            return own.dtype;
        }
    }
    const bool isSigned = format.kind == FormatKind::Integer && format.isSigned;
    if (format.bits <= 8) {
        return isSigned ? DType::I8 : DType::U8;
    }
    if (format.bits <= 16) {
        return isSigned ? DType::I16 : DType::U16;
    }
    return std::nullopt;
}

/// Little-endian integers of `width` bytes from element `first` on.
template <typename ValueOf>
void storeElements(std::span<std::byte> out, std::size_t first, std::size_t width,
                   ValueOf valueOf) {
    for (std::size_t i = 0; i < out.size() / width; ++i) {
        const auto bits = static_cast<std::uint32_t>(valueOf(first + i));
        for (std::size_t byte = 0; byte < width; ++byte) {
            out[i * width + byte] = static_cast<std::byte>((bits >> (8 * byte)) & 0xFF);
        }
    }
}

template <typename ValueOf>
TensorOutput elements(std::string name, DType dtype, Shape shape, ValueOf valueOf) {
    const std::size_t width = dtypeBits(dtype) / 8;
    return {std::move(name), dtype, std::move(shape),
            [width, valueOf](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
                storeElements(out, static_cast<std::size_t>(offset) / width, width, valueOf);
                return {};
            }};
}

/// One scale a unit: no dimension, the channels, or the groups of each row.
Shape paramShape(const QuantizedTensor& quantized) {
    const auto units = static_cast<std::int64_t>(quantized.params.size());
    if (quantized.scheme.granularity == Granularity::Tensor) {
        return {};
    }
    if (quantized.scheme.granularity == Granularity::Channel || quantized.shape.empty()) {
        return {units};
    }
    Shape shape = quantized.shape;
    const std::int64_t size = quantized.scheme.groupSize;
    shape.back() = (shape.back() + size - 1) / size;
    return shape;
}

std::uint32_t bitsOfFloat(double value) {
    const auto single = static_cast<float>(value);
    std::uint32_t bits = 0;
    std::memcpy(&bits, &single, sizeof bits);
    return bits;
}

}  // namespace

Result<WeightOutput> outputOf(const std::string& name,
                              const std::shared_ptr<const QuantizedTensor>& quantized) {
    const QuantScheme& scheme = quantized->scheme;
    const NumberFormat& format = numberFormat(scheme.format);
    const std::optional<DType> dtype = codeType(format);
    if (!dtype) {
        return fail(ErrorCode::InvalidArgument, "Codes of this format have no dtype in a file",
                    scheme.format, "Choose a format of 16 bits or fewer");
    }
    const std::string base = name.empty() ? "tensor" : name;
    WeightOutput output;
    output.tensors.push_back(elements(base + ".codes", *dtype, quantized->shape,
                                      [quantized](std::size_t i) { return quantized->codes[i]; }));
    output.tensors.push_back(
        elements(base + ".scale", DType::F32, paramShape(*quantized),
                 [quantized](std::size_t i) { return bitsOfFloat(quantized->params[i].scale); }));
    if (format.kind == FormatKind::Integer) {
        output.tensors.push_back(
            elements(base + ".zero_point", *dtype, paramShape(*quantized),
                     [quantized](std::size_t i) { return quantized->params[i].zeroPoint; }));
    }
    output.metadata = {{"format", scheme.format},
                       {"per", perText(scheme)},
                       {"axis", std::to_string(scheme.axis)},
                       {"equation", "x = scale * (code - zero_point)"}};
    return output;
}

WeightOutput outputOf(const std::string& name, const std::shared_ptr<const BlockTensor>& blocks) {
    const std::string base = name.empty() ? "tensor" : name;
    Shape shape = blocks->shape.empty() ? Shape{1} : blocks->shape;
    shape.back() = static_cast<std::int64_t>(blocks->bytesPerRow);
    WeightOutput output;
    output.tensors.push_back(
        {base + ".blocks", DType::U8, std::move(shape),
         [blocks](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
             std::copy_n(blocks->bytes.begin() + static_cast<std::ptrdiff_t>(offset), out.size(),
                         out.begin());
             return {};
         }});
    if (blocks->format->bytesPerTensor > 0) {
        output.tensors.push_back(
            elements(base + ".tensor_scale", DType::F32, {},
                     [blocks](std::size_t) { return bitsOfFloat(blocks->options.tensorScale); }));
    }
    output.metadata = {{"format", std::string(blocks->format->id)},
                       {"shape", toString(blocks->shape)},
                       {"values_per_block", std::to_string(blocks->format->valuesPerBlock)},
                       {"bytes_per_block", std::to_string(blocks->format->bytesPerBlock)},
                       {"equation", std::string(blocks->format->formula)}};
    return output;
}

}  // namespace zeropoint::cli
