// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/convert.h"

#include "core/numerics/convert_kernels.h"
#include "core/numerics/stream_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace zeropoint {
namespace {

constexpr std::size_t valuesPerShard = 1 << 18;
constexpr std::size_t valuesPerPiece = 1 << 13;
/// Results above this leave the caches anyway, so they are written past them.
constexpr std::size_t streamFrom = std::size_t{8} << 20;

bool isInteger(BulkFormat format) {
    return format == BulkFormat::Int8 || format == BulkFormat::Int4;
}

Result<KernelOptions> prepare(BulkFormat format, const BulkOptions& options) {
    KernelOptions kernel{options.overflow == Overflow::Saturate, options.scale, 0, 0,
                         options.zeroPoint};
    if (!isInteger(format)) {
        return kernel;
    }
    const FormatLimits range = limits(numberFormat(format));
    const double zeroPoint = options.zeroPoint;
    if (!std::isfinite(options.scale) || options.scale <= 0) {
        return fail(ErrorCode::InvalidArgument, "The scale must be a finite number above 0", {},
                    "Give for example 0.05");
    }
    if (zeroPoint < range.lowest || zeroPoint > range.max) {
        return fail(ErrorCode::InvalidArgument, "The zero point is not a code of the format",
                    std::to_string(options.zeroPoint));
    }
    kernel.lowest = static_cast<float>(range.lowest - zeroPoint);
    kernel.highest = static_cast<float>(range.max - zeroPoint);
    return kernel;
}

Result<void> checkSize(BulkFormat format, std::size_t values, std::size_t bytes) {
    const std::size_t needed = bulkBytes(format, values);
    if (needed != bytes) {
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(values) + " values take " + std::to_string(needed) + " bytes, " +
                        std::to_string(bytes) + " given",
                    std::string(numberFormat(format).name));
    }
    return {};
}

bool onLine(const void* target) {
    return reinterpret_cast<std::uintptr_t>(target) % 64 == 0;
}

/// How many values lie before the first one whose target begins a cache line.
std::size_t valuesBeforeLine(const void* target, std::size_t bitsPerValue) {
    constexpr std::size_t line = 64;
    const std::size_t beyond = reinterpret_cast<std::uintptr_t>(target) % line;
    return beyond == 0 ? 0 : (line - beyond) * 8 / bitsPerValue;
}

/// Calls piece(first, count) over all values, in shards on the execution's pool. The first piece
/// holds `lead` values, so that the others begin where a cache line of the target does: a line
/// written partly past the cache and partly through it costs more than its neighbours together.
Result<void> forEachPiece(std::size_t values, std::size_t lead, const Execution& execution,
                          FunctionRef<void(std::size_t, std::size_t)> piece) {
    const std::size_t first = std::min(lead, values);
    const std::size_t shards =
        std::max<std::size_t>(1, (values - first + valuesPerShard - 1) / valuesPerShard);
    const bool done = runShards(execution, shards, [&](std::size_t shard) {
        if (shard == 0 && first > 0) {
            piece(0, first);
        }
        const std::size_t begin = first + shard * valuesPerShard;
        const std::size_t end = std::min(values, begin + valuesPerShard);
        for (std::size_t at = begin; at < end; at += valuesPerPiece) {
            piece(at, std::min(valuesPerPiece, end - at));
        }
        finishStreams();
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "Stopped", "conversion");
    }
    return {};
}

}  // namespace

const NumberFormat& numberFormat(BulkFormat format) {
    switch (format) {
        case BulkFormat::Fp16:
            return numberFormat("fp16");
        case BulkFormat::Bf16:
            return numberFormat("bf16");
        case BulkFormat::Fp8E4M3:
            return numberFormat("fp8-e4m3");
        case BulkFormat::Fp8E5M2:
            return numberFormat("fp8-e5m2");
        case BulkFormat::Int8:
            return numberFormat("int8");
        case BulkFormat::Int4:
            return numberFormat("int4");
    }
    return numberFormat("fp32");
}

std::size_t bulkBytes(BulkFormat format, std::size_t count) {
    switch (format) {
        case BulkFormat::Fp16:
        case BulkFormat::Bf16:
            return 2 * count;
        case BulkFormat::Int4:
            return count / 2 + count % 2;
        default:
            return count;
    }
}

Result<void> convertToCodes(BulkFormat format, std::span<const float> in, std::span<std::byte> out,
                            const BulkOptions& options, const Execution& execution) {
    if (const Result<void> checked = checkSize(format, in.size(), out.size()); !checked) {
        return checked;
    }
    const Result<KernelOptions> kernelOptions = prepare(format, options);
    if (!kernelOptions) {
        return tl::unexpected<Error>(kernelOptions.error());
    }
    const bool streams = out.size() >= streamFrom;
    const EncodeKernel plain = encodeKernel(format);
    const EncodeKernel onLines = encodeKernel(format, streams);
    const std::size_t lead = valuesBeforeLine(out.data(), 8 * bulkBytes(format, 2) / 2);
    return forEachPiece(in.size(), lead, execution, [&](std::size_t first, std::size_t count) {
        std::byte* target = out.data() + bulkBytes(format, first);
        (onLine(target) ? onLines : plain)(in.data() + first, count, target, *kernelOptions);
    });
}

Result<void> convertFromCodes(BulkFormat format, std::span<const std::byte> in,
                              std::span<float> out, const BulkOptions& options,
                              const Execution& execution) {
    if (const Result<void> checked = checkSize(format, out.size(), in.size()); !checked) {
        return checked;
    }
    const Result<KernelOptions> kernelOptions = prepare(format, options);
    if (!kernelOptions) {
        return tl::unexpected<Error>(kernelOptions.error());
    }
    const bool streams = sizeof(float) * out.size() >= streamFrom;
    const DecodeKernel plain = decodeKernel(format);
    const DecodeKernel onLines = decodeKernel(format, streams);
    std::size_t lead = valuesBeforeLine(out.data(), 8 * sizeof(float));
    lead += format == BulkFormat::Int4 ? lead % 2 : 0;  // a piece begins at a byte of its own
    return forEachPiece(out.size(), lead, execution, [&](std::size_t first, std::size_t count) {
        const std::byte* source = in.data() + bulkBytes(format, first);
        float* target = out.data() + first;
        (onLine(target) ? onLines : plain)(source, count, target, *kernelOptions);
    });
}

}  // namespace zeropoint
