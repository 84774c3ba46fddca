// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/quantized_output.h"

#include "core/files/packed/stored_scheme.h"
#include "core/quantization/packed_codes.h"
#include "core/scheme/element_format.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace zeropoint {
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

/// Of a width that integers of a file have; nothing for others, which become a stream of bits.
std::optional<DType> integersOf(const NumberFormat& format) {
    const bool isSigned = format.kind == FormatKind::Integer && format.isSigned;
    if (format.bits == 8) {
        return isSigned ? DType::I8 : DType::U8;
    }
    if (format.bits == 16) {
        return isSigned ? DType::I16 : DType::U16;
    }
    return std::nullopt;
}

std::optional<DType> codeType(const NumberFormat& format, bool (*keeps)(DType dtype)) {
    const auto own = dtypeOfCodes(format.id);
    return own && keeps(*own) ? own : integersOf(format);
}

DType scaleType(ScaleFormat format, bool (*keeps)(DType dtype)) {
    switch (format) {
        case ScaleFormat::Fp16:
            return DType::F16;
        case ScaleFormat::Bf16:
            return keeps(DType::BF16) ? DType::BF16 : DType::U16;
        case ScaleFormat::E8m0:
            return keeps(DType::F8E8M0) ? DType::F8E8M0 : DType::U8;
        case ScaleFormat::Fp32:
        case ScaleFormat::Double:
            break;
    }
    return DType::F32;
}

/// Fills bytes from what is made when they are asked for: bytesOf(made, offset, out).
template <typename Made, typename BytesOf>
TensorOutput bytes(std::string name, DType dtype, Shape shape, const MadeLater<Made>& source,
                   BytesOf bytesOf) {
    return {std::move(name), dtype, std::move(shape),
            [=](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
                return source().map(
                    [&](const std::shared_ptr<const Made>& made) { bytesOf(*made, offset, out); });
            }};
}

/// Little-endian elements: valueOf(made, index) has its bits.
template <typename Made, typename ValueOf>
TensorOutput elements(std::string name, DType dtype, Shape shape, const MadeLater<Made>& source,
                      ValueOf valueOf) {
    const std::size_t width = dtypeBits(dtype) / 8;
    return bytes(std::move(name), dtype, std::move(shape), source,
                 [=](const Made& made, std::uint64_t offset, std::span<std::byte> out) {
                     const auto first = static_cast<std::size_t>(offset) / width;
                     for (std::size_t i = 0; i < out.size(); ++i) {
                         const auto bits =
                             static_cast<std::uint32_t>(valueOf(made, first + i / width));
                         out[i] = static_cast<std::byte>((bits >> (8 * (i % width))) & 0xFF);
                     }
                 });
}

template <typename Made, typename ValueOf>
TensorOutput floats(std::string name, Shape shape, const MadeLater<Made>& source, ValueOf valueOf) {
    return elements(std::move(name), DType::F32, std::move(shape), source,
                    [=](const Made& made, std::size_t i) {
                        return std::bit_cast<std::uint32_t>(static_cast<float>(valueOf(made, i)));
                    });
}

Shape vectorOf(std::uint64_t count) {
    return {static_cast<std::int64_t>(count)};
}

/// One entry a unit: no dimension, the channels, or the groups of each row.
Shape unitShape(Shape shape, const QuantScheme& scheme, const UnitLayout& layout) {
    if (scheme.granularity == Granularity::Tensor) {
        return {};
    }
    if (scheme.granularity == Granularity::Channel || shape.empty()) {
        return vectorOf(layout.units());
    }
    shape.back() = shape.back() / scheme.groupSize + (shape.back() % scheme.groupSize != 0 ? 1 : 0);
    return shape;
}

using Source = MadeLater<CodedTensor>;

/// Values in a format of scales: valueOf(made, index) is one that the format holds.
template <typename ValueOf>
TensorOutput inScaleFormat(std::string name, ScaleFormat format, Shape shape,
                           bool (*keeps)(DType dtype), const Source& source, ValueOf valueOf) {
    return bytes(std::move(name), scaleType(format, keeps), std::move(shape), source,
                 [=](const CodedTensor& made, std::uint64_t offset, std::span<std::byte> out) {
                     const std::size_t width = scaleWidth(format);
                     std::vector<float> values;
                     for (std::size_t i = 0; i < out.size() / width; ++i) {
                         values.push_back(static_cast<float>(valueOf(made, offset / width + i)));
                     }
                     std::ranges::copy(packScales(values, format), out.begin());
                 });
}

void addScales(WeightOutput& output, const std::string& name, const QuantScheme& scheme,
               const UnitLayout& layout, Shape shape, bool (*keeps)(DType dtype),
               const Source& source) {
    if (scheme.scaleFormat != ScaleFormat::Double) {
        output.tensors.push_back(inScaleFormat(
            name + ".scale", scheme.scaleFormat, std::move(shape), keeps, source,
            [](const CodedTensor& made, std::size_t i) { return made.quantized.params[i].scale; }));
        return;
    }
    const auto block = static_cast<std::uint64_t>(scheme.doubleBlock);
    output.tensors.push_back(
        elements(name + ".scale_codes", keeps(DType::F8E4M3) ? DType::F8E4M3 : DType::U8,
                 vectorOf(layout.units()), source,
                 [](const CodedTensor& made, std::size_t i) { return made.doubled.codes[i]; }));
    output.tensors.push_back(
        floats(name + ".second_scale", vectorOf((layout.units() + block - 1) / block), source,
               [](const CodedTensor& made, std::size_t i) { return made.doubled.factors[i]; }));
    output.tensors.push_back(
        floats(name + ".scale_mean", {}, source,
               [](const CodedTensor& made, std::size_t) { return made.doubled.mean; }));
}

/// Codes as they are, or as a stream of bits: codesOf(made) are all of them.
template <typename CodesOf>
TensorOutput codes(std::string name, std::optional<DType> dtype, int bits, Shape shape,
                   std::uint64_t count, const Source& source, CodesOf codesOf) {
    if (dtype) {
        return elements(std::move(name), *dtype, std::move(shape), source,
                        [=](const CodedTensor& made, std::size_t i) { return codesOf(made, i); });
    }
    return bytes(std::move(name), DType::U8, vectorOf(packedBytes(count, bits)), source,
                 [=](const CodedTensor& made, std::uint64_t offset, std::span<std::byte> out) {
                     packCodes(
                         count, [&](std::size_t i) { return codesOf(made, i); }, bits, offset, out);
                 });
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

Result<WeightOutput> codeOutput(const std::string& name, const Shape& shape,
                                const QuantScheme& scheme, bool (*keeps)(DType dtype),
                                const MadeLater<CodedTensor>& source,
                                std::optional<ScaleFormat> realZero) {
    const auto element = elementFormat(scheme);
    const auto layout = UnitLayout::make(shape, scheme);
    if (!element || !layout) {
        return tl::unexpected(element ? layout.error() : element.error());
    }
    const NumberFormat& format = *element->format;
    const auto dtype = codeType(format, keeps);
    if (!dtype && format.bits > 16) {
        return fail(ErrorCode::InvalidArgument, "Codes of this format have no dtype in a file",
                    scheme.format, "Choose a format of 16 bits or fewer");
    }
    // A unit of zeros may have a zero point of its own, which a symmetric scheme does not store.
    StoredScheme stored = storedScheme(scheme, shape);
    stored.realZero = realZero;
    const bool moves = stored.zeroPoint != 0;
    const auto codeAt = [moves, zero = stored.zeroPoint, layout = *layout](const CodedTensor& made,
                                                                           std::size_t i) {
        const std::int32_t code = made.quantized.codes[i];
        return moves ? code - made.quantized.params[layout.unitOf(i)].zeroPoint + zero : code;
    };
    const Shape units = unitShape(shape, scheme, *layout);
    WeightOutput output;
    if (!element->scaled && dtype == dtypeOfCodes(scheme.format)) {
        output.tensors.push_back(elements(name, *dtype, shape, source, codeAt));
        return output;
    }
    output.tensors.push_back(
        codes(name + ".codes", dtype, format.bits, shape, layout->size(), source, codeAt));
    if (element->scaled) {
        addScales(output, name, scheme, *layout, units, keeps, source);
    }
    if (realZero) {
        output.tensors.push_back(inScaleFormat(
            name + ".real_zero", *realZero, units, keeps, source,
            [](const CodedTensor& made, std::size_t i) { return made.realZeros[i]; }));
    } else if (element->integer && !scheme.symmetric) {
        output.tensors.push_back(codes(name + ".zero_point", integersOf(format), format.bits, units,
                                       layout->units(), source,
                                       [](const CodedTensor& made, std::size_t i) {
                                           return made.quantized.params[i].zeroPoint;
                                       }));
    }
    output.metadata.emplace_back(std::string(packedPrefix) + name, toJson(stored));
    return output;
}

WeightOutput blockOutput(const std::string& name, const Shape& shape, const BlockFormat& format,
                         const MadeLater<BlockTensor>& source) {
    Shape rows = shape.empty() ? Shape{1} : shape;
    const std::int64_t blocks = (rows.back() + format.valuesPerBlock - 1) / format.valuesPerBlock;
    rows.back() = blocks * format.bytesPerBlock;
    WeightOutput output;
    output.tensors.push_back(
        bytes(name + ".blocks", DType::U8, rows, source,
              [](const BlockTensor& made, std::uint64_t offset, std::span<std::byte> out) {
                  std::ranges::copy(std::span(made.bytes).subspan(offset, out.size()), out.begin());
              }));
    if (format.bytesPerTensor > 0) {
        output.tensors.push_back(
            floats(name + ".tensor_scale", {}, source,
                   [](const BlockTensor& made, std::size_t) { return made.options.tensorScale; }));
    }
    QuantScheme scheme;
    scheme.format = format.id;
    output.metadata.emplace_back(std::string(packedPrefix) + name, toJson({scheme, shape, 0, {}}));
    return output;
}

}  // namespace zeropoint
