// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quantized_output.h"

#include "app/cli/quant_options.h"
#include "core/numerics/number_format.h"

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

std::optional<DType> codeType(const NumberFormat& format, bool (*keeps)(DType dtype)) {
    if (const auto own = dtypeOfCodes(format.id); own && keeps(*own)) {
        return own;
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

/// Elements of something that is made when they are asked for: valueOf(made, index).
template <typename Made, typename ValueOf>
TensorOutput elements(std::string name, DType dtype, Shape shape, const MadeLater<Made>& source,
                      ValueOf valueOf) {
    const std::size_t width = dtypeBits(dtype) / 8;
    return {std::move(name), dtype, std::move(shape),
            [=](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
                return source().map([&](const std::shared_ptr<const Made>& made) {
                    storeElements(out, static_cast<std::size_t>(offset) / width, width,
                                  [&](std::size_t i) { return valueOf(*made, i); });
                });
            }};
}

/// One scale a unit: no dimension, the channels, or the groups of each row.
Shape paramShape(Shape shape, const QuantScheme& scheme) {
    if (scheme.granularity == Granularity::Tensor) {
        return {};
    }
    if (shape.empty()) {
        return {1};
    }
    if (scheme.granularity == Granularity::Channel) {
        const auto rank = static_cast<int>(shape.size());
        const int axis = scheme.axis < 0 ? scheme.axis + rank : scheme.axis;
        // An axis that is not there ends the quantization before anything is written of it.
        return {axis < 0 || axis >= rank ? 1 : shape[static_cast<std::size_t>(axis)]};
    }
    shape.back() = (shape.back() + scheme.groupSize - 1) / scheme.groupSize;
    return shape;
}

template <typename Made>
MadeLater<Made> madeAlready(const std::shared_ptr<const Made>& made) {
    return [made]() -> Result<std::shared_ptr<const Made>> { return made; };
}

bool anyDType(DType) {
    return true;
}

std::uint32_t bitsOfFloat(double value) {
    const auto single = static_cast<float>(value);
    std::uint32_t bits = 0;
    std::memcpy(&bits, &single, sizeof bits);
    return bits;
}

}  // namespace

std::optional<DType> dtypeOfCodes(std::string_view format) {
    for (const CodeType& own : ownTypes) {
        if (own.format == format) {
            return own.dtype;
        }
    }
    return std::nullopt;
}

Result<std::vector<TensorOutput>> codeOutputs(const std::string& name, const Shape& shape,
                                              const QuantScheme& scheme, bool (*keeps)(DType dtype),
                                              const MadeLater<QuantizedTensor>& source) {
    const NumberFormat& format = numberFormat(scheme.format);
    const std::optional<DType> dtype = codeType(format, keeps);
    if (!dtype) {
        return fail(ErrorCode::InvalidArgument, "Codes of this format have no dtype in a file",
                    scheme.format, "Choose a format of 16 bits or fewer");
    }
    const Shape units = paramShape(shape, scheme);
    std::vector<TensorOutput> outputs;
    outputs.push_back(
        elements(name + ".codes", *dtype, shape, source,
                 [](const QuantizedTensor& made, std::size_t i) { return made.codes[i]; }));
    outputs.push_back(elements(name + ".scale", DType::F32, units, source,
                               [](const QuantizedTensor& made, std::size_t i) {
                                   return bitsOfFloat(made.params[i].scale);
                               }));
    if (format.kind == FormatKind::Integer) {
        outputs.push_back(elements(
            name + ".zero_point", *dtype, units, source,
            [](const QuantizedTensor& made, std::size_t i) { return made.params[i].zeroPoint; }));
    }
    return outputs;
}

std::vector<TensorOutput> blockOutputs(const std::string& name, const Shape& shape,
                                       const BlockFormat& format,
                                       const MadeLater<BlockTensor>& source) {
    Shape bytes = shape.empty() ? Shape{1} : shape;
    const std::int64_t blocks = (bytes.back() + format.valuesPerBlock - 1) / format.valuesPerBlock;
    bytes.back() = blocks * format.bytesPerBlock;
    std::vector<TensorOutput> outputs;
    outputs.push_back(elements(name + ".blocks", DType::U8, bytes, source,
                               [](const BlockTensor& made, std::size_t i) {
                                   return std::to_integer<std::uint32_t>(made.bytes[i]);
                               }));
    if (format.bytesPerTensor > 0) {
        outputs.push_back(elements(name + ".tensor_scale", DType::F32, {}, source,
                                   [](const BlockTensor& made, std::size_t) {
                                       return bitsOfFloat(made.options.tensorScale);
                                   }));
    }
    return outputs;
}

Result<WeightOutput> outputOf(const std::string& name,
                              const std::shared_ptr<const QuantizedTensor>& quantized) {
    const QuantScheme& scheme = quantized->scheme;
    auto outputs = codeOutputs(name.empty() ? "tensor" : name, quantized->shape, scheme, anyDType,
                               madeAlready(quantized));
    if (!outputs) {
        return tl::unexpected(outputs.error());
    }
    return WeightOutput{std::move(*outputs),
                        {{"format", scheme.format},
                         {"per", perText(scheme)},
                         {"axis", std::to_string(scheme.axis)},
                         {"equation", "x = scale * (code - zero_point)"}}};
}

WeightOutput outputOf(const std::string& name, const std::shared_ptr<const BlockTensor>& blocks) {
    return {blockOutputs(name.empty() ? "tensor" : name, blocks->shape, *blocks->format,
                         madeAlready(blocks)),
            {{"format", std::string(blocks->format->id)},
             {"shape", toString(blocks->shape)},
             {"values_per_block", std::to_string(blocks->format->valuesPerBlock)},
             {"bytes_per_block", std::to_string(blocks->format->bytesPerBlock)},
             {"equation", std::string(blocks->format->formula)}}};
}

}  // namespace zeropoint::cli
