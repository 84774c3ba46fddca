// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/what_if.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace zeropoint;

namespace {

FineHistogram histogramOf(const std::vector<float>& values) {
    return fineHistogram(values, summarize(values));
}

/// -1 to 1 in a thousand steps.
std::vector<float> ramp() {
    std::vector<float> values;
    for (int i = 0; i <= 1000; ++i) {
        values.push_back(static_cast<float>(i) / 500.0F - 1.0F);
    }
    return values;
}

}  // namespace

class TestWhatIf : public QObject {
    Q_OBJECT

private slots:
    // One value goes, the other end stays as far as it is: the next largest magnitude decides.
    void theOtherEndStays_data() {
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<float>("outermost");
        QTest::addColumn<float>("other");  ///< end, alone there too
        QTest::addColumn<double>("scale");
        QTest::newRow("below, symmetric") << true << -38.9F << 4.4F << 4.4 / 127;
        QTest::newRow("above, symmetric") << true << 50.0F << -6.0F << 6.0 / 127;
        QTest::newRow("below, asymmetric") << false << -38.9F << 4.4F << 5.4 / 255;
        QTest::newRow("above, asymmetric") << false << 50.0F << -6.0F << 7.0 / 255;
    }
    void theOtherEndStays() {
        QFETCH(bool, symmetric);
        QFETCH(float, outermost);
        QFETCH(float, other);
        QFETCH(double, scale);
        std::vector<float> values = ramp();
        values.push_back(outermost);
        values.push_back(other);
        const FineHistogram histogram = histogramOf(values);
        QuantScheme scheme;
        scheme.symmetric = symmetric;
        scheme.format = symmetric ? "int8" : "uint8";
        const double without = scaleWithoutOutermost(histogram, scheme);
        QCOMPARE_LE(std::abs(without - scale), histogram.binWidth() / 127);
    }

    void oneValueThatStretchesTheScale() {
        std::vector<float> values = ramp();
        values.push_back(50);
        const FineHistogram histogram = histogramOf(values);
        // 50 / 127 with it; 1 / 127 without, within a bin of the histogram.
        const double without = scaleWithoutOutermost(histogram, QuantScheme());
        QCOMPARE_LE(std::abs(without - 1.0 / 127), histogram.binWidth() / 127);
        QCOMPARE(scaleWithoutOutermost(histogramOf({-1, 0, 1}), QuantScheme()), 0.0);
    }

    void mirroredAtZero() {
        const std::vector<float> values{0, 1, 2, 3, 4, 5, 6, 7};
        QuantScheme scheme;
        scheme.format = "uint4";
        scheme.symmetric = false;
        const RangeError mirrored = mirroredError(histogramOf(values), scheme);
        // INT4 over -7..7 has the steps 0, 1 .. 7 themselves.
        QCOMPARE(mirrored.lo, -7.0);
        QCOMPARE(mirrored.hi, 7.0);
        QCOMPARE_LT(mirrored.mse, 1e-6);
    }

    void whatLiesOutside() {
        const FineHistogram histogram = histogramOf(ramp());
        QCOMPARE_LE(std::abs(countOutside(histogram, 0.5, true) - 250), 1.0);
        QCOMPARE_LE(std::abs(countOutside(histogram, -0.5, false) - 250), 1.0);
        QCOMPARE(countOutside(histogram, 2, true), 0.0);
        QCOMPARE(countOutside(histogram, 2, false), 1001.0);
    }

    void aConstantIsOutsideAsAWhole() {
        const FineHistogram histogram = histogramOf({3, 3, 3, 3});
        QCOMPARE(countOutside(histogram, 2, true), 4.0);
        QCOMPARE(countOutside(histogram, 3, true), 0.0);
        QCOMPARE(countOutside(histogram, 4, false), 4.0);
    }
};

QTEST_APPLESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
