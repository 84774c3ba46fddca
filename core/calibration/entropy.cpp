// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/entropy.h"

#include "core/calibration/histogram_moments.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace zeropoint {
namespace {

constexpr std::size_t magnitudeBins = 2048;

/// Counts of |x| in equal bins over [0, largest].
std::vector<double> magnitudeCounts(const FineHistogram& histogram, double largest) {
    const HistogramMoments moments(histogram);
    const double width = largest / static_cast<double>(magnitudeBins);
    std::vector<double> counts(magnitudeBins);
    double before = 0;
    for (std::size_t bin = 0; bin < magnitudeBins; ++bin) {
        const double m = bin + 1 == magnitudeBins ? largest : width * static_cast<double>(bin + 1);
        const double upTo = moments.below(m).count - moments.below(-m).count;
        counts[bin] = std::max(0.0, upTo - before);
        before = upTo;
    }
    return counts;
}

double timesLog(double p) {
    return p > 0 ? p * std::log(p) : 0;
}

/// The divergence for every number of kept bins from running sums, so that one costs O(levels)
/// instead of O(bins).
class EntropyScan {
public:
    EntropyScan(const std::vector<double>& counts, std::size_t levels)
        : m_levels(levels), m_counts(counts), m_sum(1), m_filled(1), m_pLogP(1) {
        for (const double count : counts) {
            m_sum.push_back(m_sum.back() + count);
            m_filled.push_back(m_filled.back() + (count > 0 ? 1 : 0));
            m_pLogP.push_back(m_pLogP.back() + timesLog(count));
        }
    }

    double divergence(std::size_t kept) const {
        const double all = m_sum.back();
        const double inside = m_sum[kept];
        const double last = m_counts[kept - 1];
        const double beyond = all - inside;
        double pLogQ = 0;
        for (std::size_t level = 0; level < m_levels; ++level) {
            const std::size_t begin = level * kept / m_levels;
            const std::size_t end = (level + 1) * kept / m_levels;
            const double mass = m_sum[end] - m_sum[begin];
            if (mass <= 0) {
                continue;
            }
            const double logQ = std::log(mass / (m_filled[end] - m_filled[begin]) / inside);
            pLogQ += mass * logQ;
            pLogQ += end == kept && last > 0 ? beyond * logQ : 0;
        }
        if (last <= 0) {
            pLogQ += beyond * std::log(1e-12);
        }
        const double pLogP = m_pLogP[kept] - timesLog(last) + timesLog(last + beyond);
        return (pLogP - pLogQ) / all - std::log(all);
    }

private:
    std::size_t m_levels;
    const std::vector<double>& m_counts;
    std::vector<double> m_sum;
    std::vector<double> m_filled;
    std::vector<double> m_pLogP;
};

}  // namespace

RealRange entropyRange(const FineHistogram& histogram, int bits, bool symmetric) {
    const double largest = std::max(std::abs(histogram.lo), std::abs(histogram.hi));
    const bool oneSided = !symmetric && (histogram.lo >= 0 || histogram.hi <= 0);
    const std::size_t levels = std::size_t{1} << std::clamp(oneSided ? bits : bits - 1, 1, 30);
    if (histogram.counts.size() < 2 || levels >= magnitudeBins) {
        return {histogram.lo, histogram.hi};
    }
    const std::vector<double> counts = magnitudeCounts(histogram, largest);
    const EntropyScan scan(counts, levels);
    std::size_t best = magnitudeBins;
    double least = scan.divergence(best);
    for (std::size_t kept = levels; kept < magnitudeBins; ++kept) {
        const double candidate = scan.divergence(kept);
        if (candidate < least) {
            least = candidate;
            best = kept;
        }
    }
    const double cut = largest * static_cast<double>(best) / static_cast<double>(magnitudeBins);
    return {std::max(histogram.lo, -cut), std::min(histogram.hi, cut)};
}

}  // namespace zeropoint
