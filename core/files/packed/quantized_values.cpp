// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/quantized_values.h"

#include "core/numerics/double_quantization.h"
#include "core/quantization/block_tensor.h"
#include "core/quantization/packed_codes.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <optional>

namespace zeropoint {
namespace {

using Bytes = std::vector<std::byte>;

/// Values that are decoded at once.
constexpr std::uint64_t pieceSize = 1 << 15;

/// Where the bytes of a part are, without the file's list of tensors.
struct Part {
    std::shared_ptr<const ByteSource> source;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;

    Result<Bytes> read(std::uint64_t at, std::uint64_t count) const {
        return readBlock(*source, offset + at, count, "part of a packed weight");
    }
    Result<Bytes> all() const { return read(0, size); }
};

Part partOf(const StoredTensor& tensor) {
    return {tensor.source, tensor.info.offset, tensor.info.bytes};
}

bool hasBytes(const StoredTensor* tensor, std::uint64_t bytes) {
    return tensor != nullptr && tensor->isPlain() && tensor->strides.empty() &&
           tensor->order == ByteOrder::Little && tensor->info.bytes == bytes;
}

bool isSignedFormat(const NumberFormat& format) {
    return format.kind == FormatKind::Integer && format.isSigned;
}

/// Codes with scales: of every format that is no block format.
class CodeValues final : public PackedValues {
public:
    CodeValues(const StoredScheme& stored, const UnitLayout& layout, const Quantizer& quantizer,
               const QuantizedParts& parts)
        : m_scheme(stored.scheme),
          m_commonZero(stored.zeroPoint),
          m_layout(layout),
          m_quantizer(quantizer),
          m_format(*quantizer.element().format),
          m_codes(partOf(*parts.codes)) {
        const auto keep = [](const StoredTensor* part) {
            return part != nullptr ? std::optional(partOf(*part)) : std::nullopt;
        };
        m_scale = keep(parts.scale);
        m_secondScale = keep(parts.secondScale);
        m_scaleMean = keep(parts.scaleMean);
        m_zeroPoint = keep(parts.zeroPoint);
        if (stored.realZero) {
            m_realZero = keep(parts.realZero);
            m_realZeroFormat = *stored.realZero;
        }
    }

    Result<void> read(std::uint64_t first, std::span<float> out) const override {
        const auto loaded = this->units();
        if (!loaded) {
            return tl::unexpected(loaded.error());
        }
        const Units& units = **loaded;
        std::vector<std::int32_t> codes(std::min<std::uint64_t>(pieceSize, out.size()));
        while (!out.empty()) {
            const auto piece =
                std::span(codes).first(std::min<std::uint64_t>(pieceSize, out.size()));
            if (auto read = readCodes(first, piece); !read) {
                return read;
            }
            m_layout.forRuns(first, first + piece.size(),
                             [&](std::size_t unit, std::size_t begin, std::size_t end) {
                                 dequantize(piece.subspan(begin - first, end - begin), units, unit,
                                            out.subspan(begin - first, end - begin));
                             });
            out = out.subspan(piece.size());
            first += piece.size();
        }
        return {};
    }

    Result<void> readCodes(std::uint64_t first, std::span<std::int32_t> out) const override {
        // Eight codes of any width begin and end with whole bytes.
        const std::uint64_t begin = first / 8 * 8;
        const std::uint64_t at = packedBytes(begin, m_format.bits);
        const std::uint64_t count = first - begin + out.size();
        const auto bytes = m_codes.read(at, packedBytes(count, m_format.bits));
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        const auto codes = unpackCodes(*bytes, m_format.bits, isSignedFormat(m_format), count);
        std::ranges::copy(std::span(codes).subspan(first - begin), out.begin());
        return {};
    }

    Result<PackedGrid> gridAt(std::uint64_t index) const override {
        const auto units = this->units();
        if (!units) {
            return tl::unexpected(units.error());
        }
        const std::size_t at = m_layout.unitOf(index);
        const QuantParams& unit = (*units)->params[at];
        const float zero =
            m_realZero ? (*units)->realZeros[at] : static_cast<float>(unit.zeroPoint);
        PackedGrid grid{static_cast<float>(unit.scale), zero, 0, {}};
        std::vector<std::int32_t> codes(std::size_t{1} << m_format.bits);
        grid.firstCode =
            isSignedFormat(m_format) ? -static_cast<std::int32_t>(codes.size() / 2) : 0;
        std::iota(codes.begin(), codes.end(), grid.firstCode);
        grid.levels.resize(codes.size());
        dequantize(codes, **units, at, grid.levels);
        return grid;
    }

private:
    /// What all units have, loaded when a value is first asked for.
    struct Units {
        std::vector<QuantParams> params;
        std::vector<float> realZeros;  ///< one a unit, or empty
    };

    Result<std::shared_ptr<const Units>> units() const {
        const std::scoped_lock lock(m_mutex);
        if (m_units == nullptr) {
            auto params = load();
            auto zeros = loadRealZeros();
            if (!params || !zeros) {
                return tl::unexpected(params ? zeros.error() : params.error());
            }
            m_units = std::make_shared<const Units>(Units{std::move(*params), std::move(*zeros)});
        }
        return m_units;
    }

    void dequantize(std::span<const std::int32_t> codes, const Units& units, std::size_t unit,
                    std::span<float> out) const {
        if (!m_realZero) {
            m_quantizer.dequantize(codes, units.params[unit], out);
            return;
        }
        const auto scale = static_cast<float>(units.params[unit].scale);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            out[i] = scale * (static_cast<float>(codes[i]) - units.realZeros[unit]);
        }
    }

    Result<std::vector<float>> loadRealZeros() const {
        if (!m_realZero) {
            return std::vector<float>();
        }
        return m_realZero->all().map(
            [&](const Bytes& bytes) { return unpackScales(bytes, m_realZeroFormat); });
    }

    Result<std::vector<QuantParams>> load() const {
        std::vector<QuantParams> params(m_layout.units(), {1.0, m_commonZero});
        const auto scales = loadScales();
        if (!scales) {
            return tl::unexpected(scales.error());
        }
        for (std::size_t i = 0; i < scales->size(); ++i) {
            params[i].scale = double{(*scales)[i]};
        }
        if (!m_zeroPoint) {
            return params;
        }
        return m_zeroPoint->all().map([&](const Bytes& bytes) {
            const auto zeros =
                unpackCodes(bytes, m_format.bits, isSignedFormat(m_format), params.size());
            for (std::size_t i = 0; i < params.size(); ++i) {
                params[i].zeroPoint = zeros[i];
            }
            return params;
        });
    }

    Result<std::vector<float>> loadScales() const {
        if (!m_scale) {
            return std::vector<float>();
        }
        const auto stored = m_scale->all();
        if (!stored || !m_secondScale) {
            return stored.map(
                [&](const Bytes& bytes) { return unpackScales(bytes, m_scheme.scaleFormat); });
        }
        const auto factors = m_secondScale->all();
        const auto mean = m_scaleMean->all();
        if (!factors || !mean) {
            return tl::unexpected(factors ? mean.error() : factors.error());
        }
        DoubleQuantization doubled;
        for (const std::byte code : *stored) {
            doubled.codes.push_back(std::to_integer<std::uint8_t>(code));
        }
        doubled.factors = unpackScales(*factors, ScaleFormat::Fp32);
        doubled.mean = unpackScales(*mean, ScaleFormat::Fp32).front();
        doubled.block = static_cast<std::size_t>(m_scheme.doubleBlock);
        std::vector<float> scales(doubled.codes.size());
        for (std::size_t i = 0; i < scales.size(); ++i) {
            scales[i] = doubled.at(i);
        }
        return scales;
    }

    QuantScheme m_scheme;
    std::int32_t m_commonZero;  ///< where no zero points are stored
    UnitLayout m_layout;
    Quantizer m_quantizer;
    const NumberFormat& m_format;
    Part m_codes;
    std::optional<Part> m_scale;
    std::optional<Part> m_secondScale;
    std::optional<Part> m_scaleMean;
    std::optional<Part> m_zeroPoint;
    std::optional<Part> m_realZero;
    ScaleFormat m_realZeroFormat = ScaleFormat::Fp32;
    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const Units> m_units;
};

/// Rows of blocks, each padded to whole ones.
class BlockValues final : public PackedValues {
public:
    BlockValues(const BlockFormat& format, const Shape& shape, const QuantizedParts& parts)
        : m_format(format),
          m_columns(shape.empty() ? 1 : static_cast<std::uint64_t>(shape.back())),
          m_blocks(partOf(*parts.codes)) {
        if (parts.tensorScale != nullptr) {
            m_tensorScale = partOf(*parts.tensorScale);
        }
    }

    Result<void> read(std::uint64_t first, std::span<float> out) const override {
        BlockOptions options;
        if (m_tensorScale) {
            const auto bytes = m_tensorScale->all();
            if (!bytes) {
                return tl::unexpected(bytes.error());
            }
            options.tensorScale = unpackScales(*bytes, ScaleFormat::Fp32).front();
        }
        while (!out.empty()) {
            const std::uint64_t column = first % m_columns;
            const std::uint64_t count =
                std::min({m_columns - column, pieceSize, std::uint64_t{out.size()}});
            if (auto read = readRow(first / m_columns, column, out.first(count), options); !read) {
                return read;
            }
            out = out.subspan(count);
            first += count;
        }
        return {};
    }

    Result<void> readCodes(std::uint64_t, std::span<std::int32_t>) const override {
        return noCodes();
    }
    Result<PackedGrid> gridAt(std::uint64_t) const override { return noCodes(); }

private:
    tl::unexpected<Error> noCodes() const {
        return fail(ErrorCode::Unsupported, "Blocks of this format are read as values alone",
                    std::string(m_format.id), "Look at the values: they are read");
    }

    /// Values [column, column + out.size()) of a row, through the blocks that they lie in.
    Result<void> readRow(std::uint64_t row, std::uint64_t column, std::span<float> out,
                         const BlockOptions& options) const {
        const auto length = static_cast<std::uint64_t>(m_format.valuesPerBlock);
        const auto width = static_cast<std::uint64_t>(m_format.bytesPerBlock);
        const std::uint64_t perRow = (m_columns + length - 1) / length;
        const std::uint64_t begin = column / length;
        const std::uint64_t end = (column + out.size() + length - 1) / length;
        const auto bytes = m_blocks.read((row * perRow + begin) * width, (end - begin) * width);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        std::vector<float> values((end - begin) * length);
        return dequantizeBlocks(m_format, *bytes, values, options).map([&] {
            std::ranges::copy(std::span(values).subspan(column - begin * length, out.size()),
                              out.begin());
        });
    }

    const BlockFormat& m_format;
    std::uint64_t m_columns;
    Part m_blocks;
    std::optional<Part> m_tensorScale;
};

bool partsFit(const StoredScheme& stored, const UnitLayout& layout, const Quantizer& quantizer,
              const QuantizedParts& parts) {
    const ElementFormat& element = quantizer.element();
    const QuantScheme& scheme = stored.scheme;
    const int bits = element.format->bits;
    const std::uint64_t units = layout.units();
    if (bits > 16 || !hasBytes(parts.codes, packedBytes(layout.size(), bits))) {
        return false;
    }
    if (stored.realZero && (!element.integer || !element.scaled ||
                            !hasBytes(parts.realZero, units * scaleWidth(*stored.realZero)))) {
        return false;
    }
    if (element.integer && !scheme.symmetric && !stored.realZero &&
        !hasBytes(parts.zeroPoint, packedBytes(units, bits))) {
        return false;
    }
    if (!element.scaled) {
        return true;
    }
    if (scheme.scaleFormat != ScaleFormat::Double) {
        return hasBytes(parts.scale, units * scaleWidth(scheme.scaleFormat));
    }
    const auto block = static_cast<std::uint64_t>(scheme.doubleBlock);
    return hasBytes(parts.scale, units) &&
           hasBytes(parts.secondScale, (units + block - 1) / block * sizeof(float)) &&
           hasBytes(parts.scaleMean, sizeof(float));
}

}  // namespace

Result<std::shared_ptr<const PackedValues>> quantizedValues(const StoredScheme& stored,
                                                            const QuantizedParts& parts,
                                                            const std::string& where) {
    const auto misfit = [&] {
        return fail(ErrorCode::Malformed,
                    "The parts of a packed weight do not fit what the file says of it", where,
                    "Quantize the model again");
    };
    // A value takes a bit at least: what claims more is not even counted.
    const auto values = static_cast<std::uint64_t>(elementCount(stored.shape));
    if (parts.codes == nullptr || values / 8 > parts.codes->info.bytes) {
        return misfit();
    }
    if (const BlockFormat* blocks = findBlockFormat(stored.scheme.format); blocks != nullptr) {
        const auto tensorBytes = static_cast<std::uint64_t>(blocks->bytesPerTensor);
        const bool fits =
            hasBytes(parts.codes, blockTensorBytes(stored.shape, *blocks) - tensorBytes) &&
            (tensorBytes == 0 || hasBytes(parts.tensorScale, sizeof(float)));
        if (!fits) {
            return misfit();
        }
        return std::make_shared<const BlockValues>(*blocks, stored.shape, parts);
    }
    const auto layout = UnitLayout::make(stored.shape, stored.scheme);
    const auto quantizer = Quantizer::make(stored.scheme);
    if (!layout || !quantizer || !partsFit(stored, *layout, *quantizer, parts)) {
        return misfit();
    }
    return std::make_shared<const CodeValues>(stored, *layout, *quantizer, parts);
}

}  // namespace zeropoint
