// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roofline/machine_facts.h"
#include "core/roofline/matrix_product.h"
#include "core/roofline/timing.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// One layer at one batch. Operations are two for a multiply and an add; bytes are those of
/// weights, inputs and results, each moved once.
struct RooflinePoint {
    ProductFormat format = ProductFormat::Fp32;
    std::int64_t batch = 0;
    Timing timing;
    double operations = 0;
    double bytes = 0;

    double operationsPerByte() const { return operations / bytes; }
    double operationsPerSecond() const { return operations / timing.seconds; }
};

/// The most operations a second that a product reaches: one in the cache, or a layer's where that
/// was disturbed.
struct Ceiling {
    ProductFormat format = ProductFormat::Fp32;
    double operationsPerSecond = 0;
    double spread = 0;
};

struct RooflineSpec {
    std::int64_t inner = 4096;  ///< of the layer: Llama 2 7B's FFN
    std::int64_t outer = 11008;
    std::vector<std::int64_t> batches = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
    std::vector<ProductFormat> formats = {ProductFormat::Fp32, ProductFormat::Bf16,
                                          ProductFormat::Int8};
    Patience patience;         ///< for each of the bandwidth, the ceilings and the points
    std::int64_t cube = 1024;  ///< side of the product that gives a ceiling
    std::size_t bandwidthBytes = std::size_t{256} << 20;
    unsigned threads = 0;  ///< 0: all that the program may use
};

/// What was measured so far; a measurement that was stopped keeps its points.
struct Roofline {
    MachineFacts machine;
    unsigned threads = 0;
    std::string when;  ///< UTC, "2026-11-30T14:02:11Z"
    std::int64_t inner = 0;
    std::int64_t outer = 0;
    double bytesPerSecond = 0;  ///< reading main memory
    double bandwidthSpread = 0;
    double othersShare = -1;  ///< of the processors, that other programs used; negative: unknown
    std::vector<Ceiling> ceilings;
    std::vector<RooflinePoint> points;

    /// Takes a point, and raises its format's ceiling to it: what was reached can be reached.
    void add(const RooflinePoint& point);
    const Ceiling* ceiling(ProductFormat format) const;
    const RooflinePoint* point(ProductFormat format, std::int64_t batch) const;
    /// Operations a byte below which memory is the limit; 0 unknown.
    double ridge(ProductFormat format) const;
};

/// Reading `bytes` of main memory by so many threads of the core's pool. Cancelled.
Result<Timing> measureReading(std::size_t bytes, const Patience& patience,
                              const Execution& execution);

/// Measures bandwidth, the ceilings and then every batch under every format, telling of each as it
/// is there. A product checks one of its results before it counts: Internal where it is wrong.
/// Everything is the fastest of many runs of short parts, so that other programs disturb it little;
/// how much they used meanwhile is told beside it. Formats that oneDNN does not have on this
/// machine are left out. NotFound, Unsupported without oneDNN; Cancelled within one slice of a
/// layer (an eighth of it).
Result<Roofline> measureRoofline(const RooflineSpec& spec, const Execution& execution,
                                 const std::function<void(const Roofline&)>& tell = {});

/// A measurement as JSON, and back. Malformed.
std::string rooflineToJson(const Roofline& roofline);
Result<Roofline> rooflineFromJson(std::string_view json, const std::string& where);

}  // namespace zeropoint
