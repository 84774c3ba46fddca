// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roofline/roofline.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace zeropoint {
namespace {

constexpr std::int64_t slices = 8;  ///< of a layer: a stop is heard between them

std::string timestamp() {
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&time, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

/// Runs one measurement and keeps what it has.
class Measurement {
public:
    Measurement(const RooflineSpec& spec, const Execution& execution,
                const std::function<void(const Roofline&)>& tell)
        : m_spec(spec), m_execution(execution), m_tell(tell) {
        m_steps = static_cast<double>(1 + spec.formats.size() +
                                      spec.formats.size() * spec.batches.size());
    }

    Result<Roofline> run();

private:
    Result<void> measureBandwidth();
    Result<void> measureCeiling(ProductFormat format);
    Result<void> measurePoint(ProductFormat format, std::int64_t batch);
    /// `parts` are run one after the other, again and again; one result of each is checked first.
    Result<Timing> timed(std::vector<MatrixProduct>& parts) const;
    Result<void> checked(std::vector<MatrixProduct>& parts) const;
    tl::unexpected<Error> stopped() const {
        return fail(ErrorCode::Cancelled, "Measuring was stopped", "", "Measure again");
    }
    void step() {
        m_done += 1;
        m_roofline.othersShare = m_load.share();
        if (m_execution.progress) {
            m_execution.progress(m_done / m_steps);
        }
        if (m_tell) {
            m_tell(m_roofline);
        }
    }

    const RooflineSpec& m_spec;
    const Execution& m_execution;
    const std::function<void(const Roofline&)>& m_tell;
    Roofline m_roofline;
    OthersLoad m_load;
    double m_steps = 1;
    double m_done = 0;
};

Result<void> Measurement::measureBandwidth() {
    const auto timing = measureReading(m_spec.bandwidthBytes, m_spec.patience, m_execution);
    if (!timing) {
        return tl::unexpected(timing.error());
    }
    m_roofline.bytesPerSecond = static_cast<double>(m_spec.bandwidthBytes) / timing->seconds;
    m_roofline.bandwidthSpread = timing->spread;
    step();
    return {};
}

Result<void> Measurement::checked(std::vector<MatrixProduct>& parts) const {
    for (MatrixProduct& part : parts) {
        if (auto done = part.run(); !done) {
            return done;
        }
        if (part.result(0, 0) != part.expected(0, 0)) {
            return fail(ErrorCode::Internal, "A product of oneDNN is wrong", "",
                        "Tell the developers which processor this is");
        }
        if (m_execution.stopRequested()) {
            return stopped();
        }
    }
    return {};
}

Result<Timing> Measurement::timed(std::vector<MatrixProduct>& parts) const {
    if (auto right = checked(parts); !right) {
        return tl::unexpected(right.error());
    }
    return repeatedTiming(parts.size(), m_spec.patience, [&](std::size_t part) -> Result<double> {
        if (m_execution.stopRequested()) {
            return stopped();
        }
        const auto start = std::chrono::steady_clock::now();
        if (auto done = parts[part].run(); !done) {
            return tl::unexpected(done.error());
        }
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    });
}

Result<void> Measurement::measureCeiling(ProductFormat format) {
    const std::int64_t side = m_spec.cube;
    auto product = MatrixProduct::make(format, side, side, side, m_roofline.threads);
    if (!product) {
        return tl::unexpected(product.error());
    }
    std::vector<MatrixProduct> parts;
    parts.push_back(std::move(*product));
    const auto timing = timed(parts);
    if (!timing) {
        return tl::unexpected(timing.error());
    }
    const double operations =
        2.0 * static_cast<double>(side) * static_cast<double>(side) * static_cast<double>(side);
    m_roofline.ceilings.push_back({format, operations / timing->seconds, timing->spread});
    step();
    return {};
}

Result<void> Measurement::measurePoint(ProductFormat format, std::int64_t batch) {
    std::vector<MatrixProduct> parts;
    for (std::int64_t slice = 0; slice < slices; ++slice) {
        const std::int64_t outer =
            (slice + 1) * m_spec.outer / slices - slice * m_spec.outer / slices;
        if (m_execution.stopRequested()) {
            return stopped();
        }
        auto part = MatrixProduct::make(format, batch, m_spec.inner, outer, m_roofline.threads,
                                        static_cast<std::uint64_t>(slice + 1));
        if (!part) {
            return tl::unexpected(part.error());
        }
        parts.push_back(std::move(*part));
    }
    const auto timing = timed(parts);
    if (!timing) {
        return tl::unexpected(timing.error());
    }
    const auto m = static_cast<double>(batch);
    const auto k = static_cast<double>(m_spec.inner);
    const auto n = static_cast<double>(m_spec.outer);
    RooflinePoint point{format, batch, *timing, 2 * m * k * n, 0};
    point.bytes = bytesOfOperand(format) * (k * n + m * k) + 4 * m * n;
    m_roofline.add(point);
    step();
    return {};
}

Result<Roofline> Measurement::run() {
    m_roofline.machine = thisMachine();
    m_roofline.threads = m_spec.threads > 0 ? m_spec.threads : m_roofline.machine.processors;
    m_roofline.when = timestamp();
    m_roofline.inner = m_spec.inner;
    m_roofline.outer = m_spec.outer;
    if (auto done = measureBandwidth(); !done) {
        return tl::unexpected(done.error());
    }
    std::vector<ProductFormat> formats;
    for (const ProductFormat format : m_spec.formats) {
        auto done = measureCeiling(format);
        if (done) {
            formats.push_back(format);
        } else if (done.error().code != ErrorCode::Unsupported || m_spec.formats.size() == 1) {
            return tl::unexpected(done.error());
        }
    }
    if (formats.empty()) {
        return fail(ErrorCode::Unsupported, "No product can be measured with this build", "",
                    "Build it where the package libdnnl-dev is installed");
    }
    for (const std::int64_t batch : m_spec.batches) {
        for (const ProductFormat format : formats) {
            if (auto done = measurePoint(format, batch); !done) {
                return tl::unexpected(done.error());
            }
        }
    }
    return m_roofline;
}

}  // namespace

void Roofline::add(const RooflinePoint& point) {
    points.push_back(point);
    for (Ceiling& top : ceilings) {
        if (top.format == point.format && top.operationsPerSecond < point.operationsPerSecond()) {
            top.operationsPerSecond = point.operationsPerSecond();
            top.spread = point.timing.spread;
        }
    }
}

const Ceiling* Roofline::ceiling(ProductFormat format) const {
    const auto found = std::find_if(ceilings.begin(), ceilings.end(),
                                    [format](const Ceiling& c) { return c.format == format; });
    return found == ceilings.end() ? nullptr : &*found;
}

const RooflinePoint* Roofline::point(ProductFormat format, std::int64_t batch) const {
    const auto found = std::find_if(points.begin(), points.end(), [&](const RooflinePoint& p) {
        return p.format == format && p.batch == batch;
    });
    return found == points.end() ? nullptr : &*found;
}

double Roofline::ridge(ProductFormat format) const {
    const Ceiling* top = ceiling(format);
    return top != nullptr && bytesPerSecond > 0 ? top->operationsPerSecond / bytesPerSecond : 0;
}

Result<Roofline> measureRoofline(const RooflineSpec& spec, const Execution& execution,
                                 const std::function<void(const Roofline&)>& tell) {
    if (spec.patience.leastRuns < 1 || spec.inner < 1 || spec.outer < slices || spec.cube < 1 ||
        spec.bandwidthBytes < 4096) {
        return fail(ErrorCode::InvalidArgument, "The measurement's sizes are too small", "",
                    "Give at least one run and a layer of 1 x 8");
    }
    return Measurement(spec, execution, tell).run();
}

}  // namespace zeropoint
