// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/quantize.h"

#include "core/quantization/block_tensor.h"
#include "core/quantization/float_buffer.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <atomic>
#include <span>
#include <vector>

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

/// Fills `out` value by value from `in`, of the same size, in shards; false when stopped.
/// map(unit, first, from, to) does a stretch of one unit that begins at index `first`.
template <typename In, typename Out, typename Map>
bool overRuns(const UnitLayout& layout, const Execution& execution, std::span<const In> in,
              std::span<Out> out, Map map) {
    const std::size_t shards = (layout.size() + shardValues - 1) / shardValues;
    return runShards(execution, shards, [&](std::size_t shard) {
        const std::size_t begin = shard * shardValues;
        layout.forRuns(begin, std::min(layout.size(), begin + shardValues),
                       [&](std::size_t unit, std::size_t from, std::size_t end) {
                           map(unit, from, in.subspan(from, end - from),
                               out.subspan(from, end - from));
                       });
    });
}

/// Channels along a last, or a nearly last, axis have runs of a value or few, and a call for each
/// costs more than its work. This collects the values of a channel within a shard of whole rows.
/// map must not depend on the index.
template <typename In, typename Out, typename Map>
bool overColumns(const UnitLayout& layout, const Execution& execution, std::span<const In> in,
                 std::span<Out> out, Map map) {
    const std::size_t run = layout.runLength();
    const std::size_t row = run * layout.units();
    const std::size_t rows = layout.size() / row;
    const std::size_t rowsOfShard = std::max<std::size_t>(1, shardValues / row);
    return runShards(execution, (rows + rowsOfShard - 1) / rowsOfShard, [&](std::size_t shard) {
        const std::size_t first = shard * rowsOfShard;
        const std::size_t count = std::min(rowsOfShard, rows - first);
        std::vector<In> from(count * run);
        std::vector<Out> to(count * run);
        for (std::size_t unit = 0; unit < layout.units(); ++unit) {
            const std::size_t place = first * row + unit * run;
            for (std::size_t i = 0; i < count; ++i) {
                std::copy_n(in.data() + place + i * row, run, from.data() + i * run);
            }
            map(unit, place, std::span<const In>(from), std::span<Out>(to));
            for (std::size_t i = 0; i < count; ++i) {
                std::copy_n(to.data() + i * run, run, out.data() + place + i * row);
            }
        }
    });
}

/// The quicker of the two with the same result.
template <typename In, typename Out, typename Map>
bool overUnits(const Prepared& ready, const QuantScheme& scheme, const Execution& execution,
               std::span<const In> in, std::span<Out> out, Map map) {
    constexpr std::size_t shortRun = 16;
    const bool drawsByIndex = effectiveRounding(scheme) == Rounding::Stochastic;
    if (scheme.granularity == Granularity::Channel && ready.layout.runLength() < shortRun &&
        ready.layout.size() > 0 && !drawsByIndex) {
        return overColumns(ready.layout, execution, in, out, map);
    }
    return overRuns(ready.layout, execution, in, out, map);
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
    const bool done =
        overUnits(*ready, scheme, execution, tensor.values(), std::span(out.codes),
                  [&](std::size_t unit, std::size_t first, std::span<const float> from,
                      std::span<std::int32_t> to) {
                      nan += ready->quantizer.quantize(from, out.params[unit], first, to);
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
    const bool done =
        overUnits(*ready, quantized.scheme, execution, std::span(quantized.codes), out.values,
                  [&](std::size_t unit, std::size_t, std::span<const std::int32_t> from,
                      std::span<float> to) {
                      ready->quantizer.dequantize(from, quantized.params[unit], to);
                  });
    if (!done) {
        return cancelled();
    }
    return tensorOf("", quantized.shape, out);
}

Result<Tensor> fakeQuantize(const Tensor& tensor, const QuantScheme& scheme,
                            const Calibration& calibration, const Execution& execution) {
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return throughBlocks(tensor, *blocks, execution, scheme.scaleRule);
    }
    const Result<Prepared> ready = prepare(tensor.shape(), scheme, calibration.params.size());
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    const FloatBuffer out(tensor.size());
    const bool done = overUnits(
        *ready, scheme, execution, tensor.values(), out.values,
        [&](std::size_t unit, std::size_t first, std::span<const float> from, std::span<float> to) {
            ready->quantizer.fakeQuantize(from, calibration.params[unit], first, to);
        });
    if (!done) {
        return cancelled();
    }
    return tensorOf(tensor.name(), tensor.shape(), out);
}

}  // namespace zeropoint
