// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/setting_study.h"

#include "core/metrics/beside_finite.h"
#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/quantization/quantize.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t studiedPerShard = std::size_t{1} << 18;

/// The rows of a tensor along its first axis; one for a vector.
struct Rows {
    std::size_t count = 1;
    std::size_t length = 0;

    explicit Rows(const Tensor& tensor) : length(tensor.size()) {
        if (tensor.shape().size() >= 2 && tensor.size() > 0) {
            count = static_cast<std::size_t>(tensor.shape().front());
            length = tensor.size() / count;
        }
    }
};

struct RowSums {
    std::uint64_t finite = 0;
    double signal = 0;
    double error = 0;
};

/// Signal and error of a stretch in double, finite values alone.
RowSums sumsOf(std::span<const float> from, std::span<const float> to, std::uint64_t& becameZero) {
    constexpr std::size_t lanes = 8;
    double signal[lanes] = {};
    double error[lanes] = {};
    std::uint64_t zeros = 0;
    std::uint64_t counted = 0;
    const auto add = [&](std::size_t i, std::size_t lane) {
        const bool finite = std::abs(from[i]) <= std::numeric_limits<float>::max();
        const double x = finite ? double{from[i]} : 0.0;
        const double d = finite ? double{to[i]} - double{from[i]} : 0.0;
        signal[lane] += x * x;
        error[lane] += d * d;
        zeros += (to[i] == 0) & (x != 0) ? 1 : 0;
        counted += finite ? 1 : 0;
    };
    const std::size_t whole = from.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            add(i + lane, lane);
        }
    }
    for (std::size_t i = whole; i < from.size(); ++i) {
        add(i, i - whole);
    }
    becameZero += zeros;
    RowSums sums{counted, 0, 0};
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        sums.signal += signal[lane];
        sums.error += error[lane];
    }
    return sums;
}

/// What one shard of values gives.
struct Part {
    ValueCounts counts;
    DifferenceHistogram errors;
    std::uint64_t becameZero = 0;
    std::size_t firstRow = 0;
    std::vector<RowSums> rows;
};

void measurePart(Part& part, std::span<const float> from, std::span<const float> to,
                 std::size_t first, const Rows& rows, const RealRange& axis) {
    part.counts = ValueCounts::over(axis);
    if (allFinite(from)) {
        part.counts.add(to);
        part.errors.add(from, to);
    } else {
        const std::vector<float> back = besideFinite(from, to);
        part.counts.add(back);
        part.errors.add(besideFinite(from, from), back);
    }
    part.firstRow = first / rows.length;
    for (std::size_t done = 0; done < from.size();) {
        const std::size_t inRow = (first + done) % rows.length;
        const std::size_t count = std::min(rows.length - inRow, from.size() - done);
        part.rows.push_back(
            sumsOf(from.subspan(done, count), to.subspan(done, count), part.becameZero));
        done += count;
    }
}

float relativeError(const RowSums& sums) {
    if (sums.finite > 0 && sums.error == 0) {
        return 0;
    }
    return sums.signal > 0 ? static_cast<float>(std::sqrt(sums.error / sums.signal))
                           : std::numeric_limits<float>::quiet_NaN();
}

double medianDb(const std::vector<RowSums>& rows) {
    std::vector<double> db;
    for (const RowSums& row : rows) {
        if (row.signal > 0) {
            db.push_back(decibels(row.signal, row.error, 1));
        }
    }
    if (db.empty()) {
        return undefined;
    }
    const std::size_t middle = db.size() / 2;
    std::ranges::nth_element(db, db.begin() + static_cast<std::ptrdiff_t>(middle));
    if (db.size() % 2 == 1) {
        return db[middle];
    }
    const double below =
        *std::max_element(db.begin(), db.begin() + static_cast<std::ptrdiff_t>(middle));
    return std::isinf(db[middle]) || std::isinf(below) ? below : (below + db[middle]) / 2;
}

/// Slices are equally long, so that their energies stand for their RMS.
std::vector<std::size_t> outliersOf(const std::vector<RowSums>& rows) {
    constexpr double factor = 4;
    std::vector<double> energies;
    energies.reserve(rows.size());
    for (const RowSums& row : rows) {
        energies.push_back(row.signal);
    }
    std::vector<std::size_t> outliers;
    if (energies.empty()) {
        return outliers;
    }
    const auto middle = energies.begin() + static_cast<std::ptrdiff_t>(energies.size() / 2);
    std::ranges::nth_element(energies, middle);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (*middle > 0 && rows[i].signal > factor * factor * *middle) {
            outliers.push_back(i);
        }
    }
    return outliers;
}

void setGrid(SettingStudy& study, const QuantScheme& scheme, const Calibration& calibration) {
    if (findBlockFormat(scheme.format) != nullptr || calibration.params.size() != 1) {
        return;
    }
    const NumberFormat* format = findNumberFormat(scheme.format);
    study.scale = calibration.params.front().scale;
    study.zeroPoint = calibration.params.front().zeroPoint;
    if (format != nullptr && format->kind == FormatKind::Integer) {
        study.step = study.scale;
    }
}

}  // namespace

RealRange valueAxis(const Summary& summary) {
    const double width = summary.max - summary.min;
    const double margin = width > 0 ? width / 16 : std::max(std::abs(summary.max), 1.0) / 2;
    return {summary.min - margin, summary.max + margin};
}

Result<SettingStudy> studySetting(const Tensor& tensor, const Summary& summary,
                                  const QuantScheme& scheme, const Execution& execution) {
    const Execution inner{execution.pool, {}, execution.stop};
    const Result<Calibration> calibration = calibrate(tensor, scheme, inner);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    const Result<ErrorReport> report = measureError(tensor, scheme, *calibration, inner);
    if (!report) {
        return tl::unexpected(report.error());
    }
    const Result<Tensor> back = fakeQuantize(tensor, scheme, *calibration, inner);
    if (!back) {
        return tl::unexpected(back.error());
    }
    SettingStudy study;
    study.report = *report;
    setGrid(study, scheme, *calibration);
    const Rows rows(tensor);
    const RealRange axis = valueAxis(summary);
    std::vector<Part> parts((tensor.size() + studiedPerShard - 1) / studiedPerShard);
    const bool done = runShards(inner, parts.size(), [&](std::size_t shard) {
        const std::size_t first = shard * studiedPerShard;
        const std::size_t count = std::min(studiedPerShard, tensor.size() - first);
        measurePart(parts[shard], tensor.values().subspan(first, count),
                    back->values().subspan(first, count), first, rows, axis);
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "The comparison was stopped", tensor.name());
    }
    study.dequantized = ValueCounts::over(axis);
    std::vector<RowSums> sums(tensor.shape().size() >= 2 && tensor.size() > 0 ? rows.count : 0);
    for (const Part& part : parts) {
        study.dequantized.join(part.counts);
        study.errors.join(part.errors);
        study.becameZero += part.becameZero;
        for (std::size_t i = 0; i < part.rows.size() && !sums.empty(); ++i) {
            sums[part.firstRow + i].finite += part.rows[i].finite;
            sums[part.firstRow + i].signal += part.rows[i].signal;
            sums[part.firstRow + i].error += part.rows[i].error;
        }
    }
    study.becameZeroShare = summary.finite > 0 ? static_cast<double>(study.becameZero) /
                                                     static_cast<double>(summary.finite)
                                               : undefined;
    std::ranges::transform(sums, std::back_inserter(study.channelErrors), relativeError);
    study.medianChannelDb = medianDb(sums);
    study.outlierChannels = outliersOf(sums);
    return study;
}

}  // namespace zeropoint
