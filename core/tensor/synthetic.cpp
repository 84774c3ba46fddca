// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/synthetic.h"

#include "core/support/random.h"
#include "core/tensor/synthetic_spec.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <set>
#include <span>

namespace zeropoint {
namespace {

/// Values that one stream draws; changing it changes every drawn tensor.
constexpr std::size_t shardSize = 1 << 14;
/// Streams beyond any shard's, for what is drawn once a tensor.
constexpr std::uint64_t outlierStream = std::uint64_t{1} << 40;
constexpr std::uint64_t channelStream = outlierStream + 1;

/// Spread of the gamma kind's values near zero, in units of its scale.
constexpr double nearZeroStd = 0.075;

/// Gamma of scale 1 (Marsaglia and Tsang 2000); shapes below 1 by their boost with U^(1/shape).
double drawGamma(Random& random, double shape) {
    if (shape < 1) {
        const double u = random.uniform() + 0x1.0p-54;
        return drawGamma(random, shape + 1) * portableExp(portableLog(u) / shape);
    }
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = random.normal();
        const double cube = 1 + c * x;
        const double v = cube * cube * cube;
        const double u = random.uniform() + 0x1.0p-54;
        if (v > 0 && portableLog(u) < 0.5 * x * x + d - d * v + d * portableLog(v)) {
            return d * v;
        }
    }
}

/// Student's t: a normal over the root of chi-squared / dof, and chi-squared is a gamma.
double drawStudentT(Random& random, double dof) {
    const double z = random.normal();
    return z / std::sqrt(drawGamma(random, dof / 2) * 2 / dof);
}

class Generator {
public:
    Generator(const SyntheticKind& kind, const SyntheticSpec& spec) : m_kind(kind), m_spec(spec) {
        const bool matrix = kind.name == "outlier-channels";
        m_shape = matrix ? Shape{whole("rows"), whole("cols")} : Shape{whole("n")};
        m_seed = static_cast<std::uint64_t>(value("seed"));
    }

    const Shape& shape() const { return m_shape; }

    Result<void> check() const {
        const bool ranged = m_kind.name == "uniform" || m_kind.name == "ramp";
        if (ranged && value("min") > value("max")) {
            return fail(ErrorCode::InvalidArgument, "'min' is above 'max'", "synthetic",
                        "Give a min that is not above max");
        }
        if (elementCount(m_shape) > std::int64_t{1} << 30) {
            return fail(ErrorCode::TooLarge, "The tensor would have more than 2^30 values",
                        "synthetic", "Give fewer rows or columns");
        }
        if (m_kind.name == "outlier-channels" && value("channels") > value("rows")) {
            return fail(ErrorCode::InvalidArgument, "There are more outlier channels than rows",
                        "synthetic", "Give a number of channels that is not above rows");
        }
        return {};
    }

    bool fill(std::span<float> values, const Execution& execution) const {
        const std::size_t shards = (values.size() + shardSize - 1) / shardSize;
        return runShards(execution, shards, [&](std::size_t shard) {
            const std::size_t begin = shard * shardSize;
            fillShard(values.subspan(begin, std::min(shardSize, values.size() - begin)), begin);
        });
    }

    /// Puts `outliers` values at drawn places: the place's sign, and half to the whole of
    /// outlier-gain times the largest magnitude of the tensor.
    void plantOutliers(std::span<float> values) const {
        const auto wanted = std::min(static_cast<std::size_t>(value("outliers")), values.size());
        if (wanted == 0) {
            return;
        }
        double largest = 0;
        for (const float x : values) {
            largest = std::max(largest, std::abs(static_cast<double>(x)));
        }
        Random random(m_seed, outlierStream);
        std::set<std::uint64_t> places;
        while (places.size() < wanted) {
            const std::uint64_t at = random.below(values.size());
            const double size =
                std::min(largest * value("outlier-gain") * (1 - random.uniform() / 2),
                         static_cast<double>(std::numeric_limits<float>::max()));
            if (places.insert(at).second) {
                values[at] = static_cast<float>(std::copysign(size, values[at]));
            }
        }
    }

    /// Multiplies `channels` drawn rows by `gain`.
    void raiseChannels(std::span<float> values) const {
        const auto channels = static_cast<std::size_t>(value("channels"));
        if (channels == 0) {
            return;
        }
        const auto columns = static_cast<std::size_t>(m_shape.back());
        const auto gain = value("gain");
        Random random(m_seed, channelStream);
        std::set<std::uint64_t> rows;
        while (rows.size() < channels) {
            rows.insert(random.below(static_cast<std::uint64_t>(m_shape.front())));
        }
        for (const std::uint64_t row : rows) {
            for (float& x : values.subspan(row * columns, columns)) {
                x = static_cast<float>(x * gain);
            }
        }
    }

private:
    double value(std::string_view key) const { return syntheticValue(m_kind, m_spec, key); }
    std::int64_t whole(std::string_view key) const { return static_cast<std::int64_t>(value(key)); }

    template <typename Draw>
    void each(std::span<float> values, std::size_t begin, Draw draw) const {
        Random random(m_seed, begin / shardSize);
        for (float& x : values) {
            x = static_cast<float>(draw(random));
        }
    }

    void fillShard(std::span<float> values, std::size_t begin) const;
    void fillGamma(std::span<float> values, std::size_t begin) const;
    void fillRamp(std::span<float> values, std::size_t begin) const;

    const SyntheticKind& m_kind;
    const SyntheticSpec& m_spec;
    Shape m_shape;
    std::uint64_t m_seed = 0;
};

void Generator::fillShard(std::span<float> values, std::size_t begin) const {
    const std::string_view kind = m_kind.name;
    const double mean = value("mean");
    const double std = value("std");
    const double scale = value("scale");
    if (kind == "normal" || kind == "outlier-channels") {
        each(values, begin, [&](Random& r) { return mean + std * r.normal(); });
    } else if (kind == "gamma") {
        fillGamma(values, begin);
    } else if (kind == "uniform") {
        const double lo = value("min");
        const double width = value("max") - lo;
        each(values, begin, [&](Random& r) { return lo + width * r.uniform(); });
    } else if (kind == "laplace") {
        each(values, begin, [&](Random& r) { return mean + scale * r.laplace(); });
    } else if (kind == "student-t") {
        const double dof = value("dof");
        each(values, begin, [&](Random& r) { return scale * drawStudentT(r, dof); });
    } else if (kind == "lognormal") {
        each(values, begin, [&](Random& r) { return portableExp(mean + std * r.normal()); });
    } else if (kind == "bimodal") {
        const double half = value("distance") / 2;
        each(values, begin,
             [&](Random& r) { return (r.uniform() < 0.5 ? -half : half) + std * r.normal(); });
    } else if (kind == "relu") {
        each(values, begin, [&](Random& r) { return std * std::max(0.0, r.normal()); });
    } else if (kind == "ramp") {
        fillRamp(values, begin);
    } else {
        std::ranges::fill(values, static_cast<float>(value("value")));
    }
}

void Generator::fillGamma(std::span<float> values, std::size_t begin) const {
    const double shape = value("shape");
    const double scale = value("scale");
    const double zeros = value("zeros");
    each(values, begin, [&](Random& r) {
        return scale * (r.uniform() < zeros ? nearZeroStd * r.normal() : drawGamma(r, shape));
    });
}

void Generator::fillRamp(std::span<float> values, std::size_t begin) const {
    const double lo = value("min");
    const double hi = value("max");
    const double last = std::max(value("n") - 1, 1.0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double share = static_cast<double>(begin + i) / last;
        // Both ends are hit exactly: no lo + (hi - lo) * 1, which may round.
        values[i] = static_cast<float>(lo * (1 - share) + hi * share);
    }
}

}  // namespace

Result<Tensor> generate(const SyntheticSpec& spec, const Execution& execution) {
    const auto kind = checkSynthetic(spec);
    if (!kind) {
        return tl::unexpected(kind.error());
    }
    const Generator generator(**kind, spec);
    if (const auto valid = generator.check(); !valid) {
        return tl::unexpected(valid.error());
    }
    std::vector<float> values;
    try {
        values.resize(static_cast<std::size_t>(elementCount(generator.shape())));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::TooLarge, "There is not enough memory for the tensor", "synthetic",
                    "Give fewer values");
    }
    if (!generator.fill(values, execution)) {
        return fail(ErrorCode::Cancelled, "Drawing the tensor was stopped", "synthetic");
    }
    generator.plantOutliers(values);
    generator.raiseChannels(values);
    return Tensor(toString(spec), generator.shape(), std::move(values));
}

}  // namespace zeropoint
