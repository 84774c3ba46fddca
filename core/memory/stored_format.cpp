// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/stored_format.h"

#include "core/numerics/number_format.h"

namespace zeropoint {
namespace {

constexpr std::int64_t codeBookGroup = 64;

std::int64_t parts(std::int64_t values, std::int64_t size) {
    return (values + size - 1) / size;
}

std::int64_t bytesForBits(std::int64_t count, std::int64_t bits) {
    return parts(count * bits, 8);
}

/// As core/quantization counts them: double quantization keeps the scales' mean too.
std::int64_t bytesOfScales(const StoredFormat& format, std::int64_t units) {
    if (format.doubleBlock > 0) {
        return units + 4 * parts(units, format.doubleBlock) + 4;
    }
    return units * format.scaleBytes;
}

Result<std::int64_t> bytesOfBlocks(const StoredFormat& format, std::int64_t rows,
                                   std::int64_t columns) {
    const BlockFormat& blocks = *format.blocks;
    if (columns % blocks.valuesPerBlock != 0) {
        return fail(ErrorCode::InvalidArgument,
                    "Rows of " + std::to_string(columns) + " values are no whole blocks of " +
                        std::to_string(blocks.valuesPerBlock),
                    format.name, "Choose a format with smaller blocks or without, such as f16");
    }
    return rows * (columns / blocks.valuesPerBlock) * blocks.bytesPerBlock + blocks.bytesPerTensor;
}

}  // namespace

double StoredFormat::bitsPerValue() const {
    if (blocks != nullptr) {
        return blocks->bitsPerWeight();
    }
    double bits = codeBits;
    if (group > 0) {
        const double scale =
            doubleBlock > 0 ? 8.0 + 32.0 / static_cast<double>(doubleBlock) : 8.0 * scaleBytes;
        bits += (scale + (zeroPoints ? codeBits : 0)) / static_cast<double>(group);
    }
    return bits;
}

Result<StoredFormat> findStoredFormat(std::string_view name) {
    StoredFormat format;
    format.name = name;
    if (name == "q8_kv") {
        format.codeBits = 8;
        format.rowBytes = 8;
        return format;
    }
    if (const BlockFormat* blocks = findBlockFormat(name); blocks != nullptr) {
        format.blocks = blocks;
        return format;
    }
    const NumberFormat* number = findNumberFormat(name);
    if (number == nullptr) {
        return fail(ErrorCode::NotFound, "No format has this name", std::string(name),
                    "zeropoint-cli formats lists them; GGUF mixes such as q4_k_m are for whole "
                    "models");
    }
    format.codeBits = number->bits;
    format.isFloat = number->kind == FormatKind::Minifloat;
    format.group = number->kind == FormatKind::CodeBook ? codeBookGroup : 0;
    return format;
}

Result<std::int64_t> bytesOf(const StoredFormat& format, std::int64_t rows, std::int64_t columns,
                             std::int64_t copies) {
    if (format.blocks != nullptr) {
        const auto one = bytesOfBlocks(format, rows, columns);
        return one ? Result<std::int64_t>(*one * copies) : one;
    }
    const std::int64_t count = rows * columns;
    std::int64_t bytes = bytesForBits(count, format.codeBits) + rows * format.rowBytes;
    if (format.group > 0) {
        const std::int64_t units = rows * parts(columns, format.group);
        bytes += bytesOfScales(format, units);
        bytes += format.zeroPoints ? bytesForBits(units, format.codeBits) : 0;
    }
    return bytes * copies;
}

}  // namespace zeropoint
