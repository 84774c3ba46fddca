// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/quantize.h"

#include "core/quantization/block_tensor.h"
#include "core/quantization/float_buffer.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"

#include <atomic>
#include <span>

namespace zeropoint {
namespace {

constexpr std::size_t shardValues = std::size_t{1} << 17;

/// What every verb here needs, checked once.
struct Prepared {
    UnitLayout layout;
    Quantizer quantizer;
};

Result<Prepared> prepare(const Shape& shape, const QuantScheme& scheme, std::size_t paramCount) {
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!quantizer) {
        return tl::unexpected(quantizer.error());
    }
    const Result<UnitLayout> layout = UnitLayout::make(shape, scheme);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    if (layout->units() != paramCount) {
        return fail(ErrorCode::InvalidArgument, "The calibration is of another tensor or scheme",
                    std::to_string(paramCount) + " scales for " + std::to_string(layout->units()),
                    "Calibrate the tensor with this scheme");
    }
    return Quantizer::make(scheme).map([&](const Quantizer& quantizer) {
        return Prepared{*layout, quantizer};
    });
}

/// Calls use(unit, begin, end) for runs of all values, in shards; false when stopped.
template <typename Use>
bool overRuns(const UnitLayout& layout, const Execution& execution, Use use) {
    const std::size_t shards = (layout.size() + shardValues - 1) / shardValues;
    return runShards(execution, shards, [&](std::size_t shard) {
        const std::size_t begin = shard * shardValues;
        layout.forRuns(begin, std::min(layout.size(), begin + shardValues), use);
    });
}

Tensor tensorOf(std::string name, Shape shape, const FloatBuffer& buffer) {
    return Tensor(std::move(name), std::move(shape), buffer.values, buffer.owner, DType::F32);
}

tl::unexpected<Error> cancelled() {
    return fail(ErrorCode::Cancelled, "The quantization was stopped");
}

}  // namespace

Result<QuantizedTensor> quantize(const Tensor& tensor, const QuantScheme& scheme,
                                 const Calibration& calibration, const Execution& execution) {
    const Result<Prepared> ready = prepare(tensor.shape(), scheme, calibration.params.size());
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    QuantizedTensor out{tensor.shape(), scheme, {}, calibration.params, 0};
    out.codes.resize(tensor.size());
    std::atomic<std::size_t> nan = 0;
    const bool done = overRuns(
        ready->layout, execution, [&](std::size_t unit, std::size_t begin, std::size_t end) {
            nan += ready->quantizer.quantize(tensor.values().subspan(begin, end - begin),
                                             out.params[unit], begin,
                                             std::span(out.codes).subspan(begin, end - begin));
        });
    out.nanCount = nan;
    if (!done) {
        return cancelled();
    }
    return out;
}

Result<Tensor> dequantize(const QuantizedTensor& quantized, const Execution& execution) {
    const Result<Prepared> ready =
        prepare(quantized.shape, quantized.scheme, quantized.params.size());
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    const FloatBuffer out(quantized.codes.size());
    const std::span<const std::int32_t> codes = quantized.codes;
    const bool done = overRuns(
        ready->layout, execution, [&](std::size_t unit, std::size_t begin, std::size_t end) {
            ready->quantizer.dequantize(codes.subspan(begin, end - begin), quantized.params[unit],
                                        out.values.subspan(begin, end - begin));
        });
    if (!done) {
        return cancelled();
    }
    return tensorOf("", quantized.shape, out);
}

Result<Tensor> fakeQuantize(const Tensor& tensor, const QuantScheme& scheme,
                            const Calibration& calibration, const Execution& execution) {
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return throughBlocks(tensor, *blocks, execution);
    }
    const Result<Prepared> ready = prepare(tensor.shape(), scheme, calibration.params.size());
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    const FloatBuffer out(tensor.size());
    const bool done = overRuns(
        ready->layout, execution, [&](std::size_t unit, std::size_t begin, std::size_t end) {
            ready->quantizer.fakeQuantize(tensor.values().subspan(begin, end - begin),
                                          calibration.params[unit], begin,
                                          out.values.subspan(begin, end - begin));
        });
    if (!done) {
        return cancelled();
    }
    return tensorOf(tensor.name(), tensor.shape(), out);
}

}  // namespace zeropoint
