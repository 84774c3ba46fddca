// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/scheme_scan.h"

#include "core/quantization/bits_per_weight.h"
#include "core/scheme/error_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

double signalOf(const Tensor& tensor) {
    double sum = 0;
    for (const float value : tensor.values()) {
        sum += std::isfinite(value) ? double{value} * double{value} : 0.0;
    }
    return sum;
}

}  // namespace

SchemeScan::SchemeScan(std::vector<NamedScheme> schemes)
    : m_schemes(std::move(schemes)), m_sums(m_schemes.size()) {}

Result<std::vector<ErrorReport>> SchemeScan::add(const Tensor& tensor, const Execution& execution) {
    std::vector<ErrorReport> reports;
    for (const NamedScheme& named : m_schemes) {
        const Result<ErrorReport> report =
            calibrate(tensor, named.scheme, execution).and_then([&](const Calibration& found) {
                return measureError(tensor, named.scheme, found, execution);
            });
        if (!report) {
            return tl::unexpected(report.error());
        }
        reports.push_back(*report);
    }
    for (std::size_t i = 0; i < reports.size(); ++i) {
        Sums& sums = m_sums[i];
        sums.bytes += reports[i].bytes;
        if (reports[i].count > 0) {
            sums.count += reports[i].count;
            sums.error += reports[i].mse * static_cast<double>(reports[i].count);
            sums.maxError = std::max(sums.maxError, reports[i].maxAbsError);
        }
    }
    if (!reports.empty()) {
        m_nan += reports.front().nan;
        m_infinite += reports.front().infinite;
    }
    m_values += tensor.size();
    m_signal += signalOf(tensor);
    return reports;
}

std::vector<ErrorReport> SchemeScan::totals() const {
    std::vector<ErrorReport> totals;
    for (const Sums& sums : m_sums) {
        ErrorReport total;
        total.count = sums.count;
        constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
        total.nan = m_nan;
        total.infinite = m_infinite;
        total.mse = sums.count > 0 ? sums.error / static_cast<double>(sums.count) : undefined;
        total.sqnrDb = decibels(m_signal, sums.error, sums.count);
        total.maxAbsError = sums.count > 0 ? sums.maxError : undefined;
        total.bytes = sums.bytes;
        total.bitsPerWeight = bitsPerWeightOf(sums.bytes, m_values);
        totals.push_back(total);
    }
    return totals;
}

}  // namespace zeropoint
