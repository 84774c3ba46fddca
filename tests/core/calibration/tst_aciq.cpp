// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/aciq.h"
#include "core/calibration/entropy.h"
#include "core/support/random.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;

namespace {

/// Entropy calibration written out bin by bin, as its authors describe it.
double slowEntropyThreshold(const std::vector<double>& magnitudes, std::size_t levels,
                            double largest) {
    double least = INFINITY;
    std::size_t best = magnitudes.size();
    for (std::size_t kept = levels; kept <= magnitudes.size(); ++kept) {
        std::vector<double> p(magnitudes.begin(),
                              magnitudes.begin() + static_cast<std::ptrdiff_t>(kept));
        std::vector<double> q(kept, 0);
        for (std::size_t level = 0; level < levels; ++level) {
            const std::size_t begin = level * kept / levels;
            const std::size_t end = (level + 1) * kept / levels;
            double sum = 0;
            double filled = 0;
            for (std::size_t i = begin; i < end; ++i) {
                sum += p[i];
                filled += p[i] > 0;
            }
            for (std::size_t i = begin; i < end; ++i) {
                q[i] = p[i] > 0 ? sum / filled : 0;
            }
        }
        double qSum = 0;
        for (const double value : q) {
            qSum += value;
        }
        double pSum = qSum;
        for (std::size_t i = kept; i < magnitudes.size(); ++i) {
            p.back() += magnitudes[i];
            pSum += magnitudes[i];
        }
        double divergence = 0;
        for (std::size_t i = 0; i < kept; ++i) {
            if (p[i] > 0) {
                const double qShare = q[i] > 0 ? q[i] / qSum : 1e-12;
                divergence += p[i] / pSum * std::log(p[i] / pSum / qShare);
            }
        }
        if (divergence < least - 1e-12) {
            least = divergence;
            best = kept;
        }
    }
    return largest * static_cast<double>(best) / static_cast<double>(magnitudes.size());
}

}  // namespace

class TestAciq : public QObject {
    Q_OBJECT

private slots:
    // The constants that the authors' code holds, and a solver of another program confirms.
    void constants_data() {
        QTest::addColumn<int>("bits");
        QTest::addColumn<double>("gauss");
        QTest::addColumn<double>("laplace");
        const double gauss[] = {1.2399, 1.7106, 2.1516, 2.5591, 2.9362, 3.2869, 3.6151, 3.9240};
        const double laplace[] = {1.8628, 2.8307, 3.8972, 5.0286, 6.2048, 7.4131, 8.6456, 9.8968};
        for (int bits = 1; bits <= 8; ++bits) {
            QTest::addRow("%d bits", bits) << bits << gauss[bits - 1] << laplace[bits - 1];
        }
    }

    void constants() {
        QFETCH(int, bits);
        QFETCH(double, gauss);
        QFETCH(double, laplace);
        QCOMPARE_LE(std::abs(aciqGaussAlpha(bits) - gauss), 6e-5);
        QCOMPARE_LE(std::abs(aciqLaplaceAlpha(bits) - laplace), 6e-5);
    }

    // The model promises 10.60 dB for two bits of a Gaussian; the true optimum is 9.25.
    void theModelIsOptimisticAtFewBits() {
        const double model = -10 * std::log10(aciqGaussError(aciqGaussAlpha(2), 2));
        QCOMPARE_LE(std::abs(model - 10.60), 0.005);
    }

    void entropyIsTheSlowSearch_data() {
        QTest::addColumn<int>("seed");
        QTest::addColumn<bool>("laplace");
        for (const int seed : {1, 2}) {
            for (const bool laplace : {true, false}) {
                QTest::addRow("seed %d, laplace %d", seed, laplace) << seed << laplace;
            }
        }
    }

    void entropyIsTheSlowSearch() {
        QFETCH(int, seed);
        QFETCH(bool, laplace);
        // Magnitudes that fall on a histogram of 2048 bins over [0, 8], mirrored.
        Random random(static_cast<std::uint64_t>(seed));
        std::vector<double> magnitudes(2048, 0);
        FineHistogram histogram{-8, 8, std::vector<std::uint64_t>(4096, 0), 0};
        const auto add = [&](double x) {
            const auto bin = static_cast<std::size_t>(std::min(std::abs(x), 7.999) * 256);
            ++magnitudes[bin];
            ++histogram.counts[x < 0 ? 2047 - bin : 2048 + bin];
            ++histogram.total;
        };
        add(7.9999);
        add(-7.9999);
        for (int i = 0; i < 30000; ++i) {
            add(laplace ? random.laplace() : random.normal());
        }
        const RealRange range = entropyRange(histogram, 8, true);
        const double expected = slowEntropyThreshold(magnitudes, 128, 8);
        QCOMPARE_LE(std::abs(range.hi - expected), 1e-9);
        QCOMPARE(range.lo, -range.hi);
        QVERIFY(laplace || range.hi < 8);
        // Both signs share the codes, asymmetric or not; values of one sign have them all, if the
        // scheme gives them.
        QCOMPARE(entropyRange(histogram, 8, false), range);
        FineHistogram positive{0, 8, std::vector<std::uint64_t>(2048, 0), histogram.total};
        for (std::size_t bin = 0; bin < 2048; ++bin) {
            positive.counts[bin] = histogram.counts[2048 + bin] + histogram.counts[2047 - bin];
        }
        const double half = slowEntropyThreshold(magnitudes, 8, 8);
        const double all = slowEntropyThreshold(magnitudes, 16, 8);
        QCOMPARE_LE(std::abs(entropyRange(positive, 4, true).hi - half), 1e-9);
        QCOMPARE_LE(std::abs(entropyRange(positive, 4, false).hi - all), 1e-9);
        QCOMPARE_GT(std::abs(all - half), 1e-3);
        // The same below zero; two bits leave two levels a side.
        FineHistogram negative{-8, 0, positive.counts, histogram.total};
        std::reverse(negative.counts.begin(), negative.counts.end());
        QCOMPARE_LE(std::abs(entropyRange(negative, 4, false).lo + all), 1e-9);
        QCOMPARE_LE(std::abs(entropyRange(negative, 4, true).lo + half), 1e-9);
        const double two = slowEntropyThreshold(magnitudes, 2, 8);
        QCOMPARE_LE(std::abs(entropyRange(histogram, 2, true).hi - two), 1e-9);
        // Both sides share the codes from the first value above zero on.
        FineHistogram oneAbove{-8, 0.5, negative.counts, histogram.total};
        oneAbove.counts.resize(oneAbove.counts.size() + 128);
        QCOMPARE_LE(std::abs(entropyRange(oneAbove, 4, false).lo + half), 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestAciq)
#include "tst_aciq.moc"
