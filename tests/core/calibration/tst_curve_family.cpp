// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrate.h"
#include "core/calibration/curve_family.h"
#include "core/calibration/symmetry_advice.h"
#include "core/metrics/error_report.h"
#include "core/support/random.h"
#include "tests/support/npy_values.h"

#include <cmath>

using namespace zeropoint;

namespace {

std::vector<float> drawn(double mean, std::size_t n = 300000) {
    Random random(8);
    std::vector<float> values(n);
    for (float& value : values) {
        value = static_cast<float>(mean + random.normal());
    }
    return values;
}

}  // namespace

class TestCurveFamily : public QObject {
    Q_OBJECT

private slots:
    void oneCurveAWidth() {
        const std::vector<float> values = drawn(0);
        const FineHistogram histogram = fineHistogram(values, summarize(values));
        QuantScheme scheme;
        const std::vector<int> widths = {2, 3, 4, 6, 8, 99};
        const auto family = curveFamily(histogram, scheme, widths, 41);
        QCOMPARE(family.size(), std::size_t{5});
        for (std::size_t i = 0; i < family.size(); ++i) {
            QCOMPARE(family[i].bits, widths[i]);
            QCOMPARE(family[i].format, "int" + std::to_string(widths[i]));
            QCOMPARE(family[i].curve.points.size(), std::size_t{41});
            if (i > 0) {
                // More bits: less error at the best range, which lies further out.
                QCOMPARE_LT(family[i].curve.points[family[i].curve.best].mse,
                            family[i - 1].curve.points[family[i - 1].curve.best].mse);
                QVERIFY(family[i].curve.best >= family[i - 1].curve.best);
            }
        }
        scheme.format = "uint8";
        QCOMPARE(curveFamily(histogram, scheme, widths, 5).front().format, std::string("uint2"));
        const auto exact = curveFamily(std::span(values).first(1000), scheme, widths, 5).value();
        QCOMPARE(exact.front().format, std::string("uint2"));
        QCOMPARE(exact.back().bits, 8);
    }

    void theoryMeetsTheObservedCurve_data() {
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<double>("mean");
        QTest::newRow("symmetric") << true << 0.0;
        QTest::newRow("asymmetric, off centre") << false << 1.5;
    }

    void theoryMeetsTheObservedCurve() {
        QFETCH(bool, symmetric);
        QFETCH(double, mean);
        const std::vector<float> values = drawn(mean);
        const Summary summary = summarize(values);
        const FineHistogram histogram = fineHistogram(values, summary);
        QuantScheme scheme;
        scheme.format = symmetric ? "int4" : "uint4";
        scheme.symmetric = symmetric;
        const ErrorCurve curve = errorCurve(histogram, scheme, 40);
        const auto theory = theoryCurve(curve, {SourceDistribution::Kind::Gauss, 1}, mean, scheme);
        QCOMPARE(theory.size(), curve.points.size());
        for (std::size_t i = 0; i < theory.size(); ++i) {
            QCOMPARE_LE(std::abs(theory[i] - curve.points[i].mse), 0.02 * theory[i]);
        }
        scheme.format = "nf4";
        QVERIFY(theoryCurve(curve, {}, 0, scheme).empty());
    }

    void everyMethodIsAMarker() {
        const std::vector<float> values = drawn(0);
        const Tensor tensor("", {static_cast<std::int64_t>(values.size())}, values);
        const QuantScheme scheme;
        const auto markers = rangeMarkers(values, scheme).value();
        QCOMPARE(markers.size(), std::size_t{8});
        for (const RangeMarker& marker : markers) {
            QuantScheme same = scheme;
            same.range = marker.method;
            const Calibration calibration = calibrate(tensor, same).value();
            const ErrorReport report = measureError(tensor, same, calibration).value();
            QCOMPARE(marker.at.hi, calibration.hi);
            // The same terms in another order of summation.
            QCOMPARE_LE(std::abs(marker.at.mse - report.mse), 1e-12 * report.mse);
            QCOMPARE(marker.at.clippedFraction, report.clippedFraction);
        }
        QVERIFY(rangeMarkers({}, scheme).value().empty());
    }

    void adviceOnSymmetry_data() {
        QTest::addColumn<std::vector<float>>("values");
        QTest::addColumn<bool>("asymmetric");
        QTest::addColumn<int>("reason");
        QTest::newRow("normal") << drawn(0, 50000) << false
                                << static_cast<int>(SymmetryReason::Balanced);
        QTest::newRow("shifted") << drawn(3, 50000) << true
                                 << static_cast<int>(SymmetryReason::Lopsided);
        std::vector<float> relu = drawn(0, 50000);
        for (float& x : relu) {
            x = std::max(x, 0.0F);
        }
        QTest::newRow("relu") << relu << true << static_cast<int>(SymmetryReason::OneSided);
        QTest::newRow("zeros") << std::vector<float>(10, 0.0F) << false
                               << static_cast<int>(SymmetryReason::NoValues);
    }

    void adviceOnSymmetry() {
        QFETCH(std::vector<float>, values);
        QFETCH(bool, asymmetric);
        QFETCH(int, reason);
        const Summary summary = summarize(values);
        const auto advice = adviseSymmetry(summary, values, QuantScheme{}).value();
        QCOMPARE(advice.suggestAsymmetric, asymmetric);
        // Where there is nothing to judge no figure is 0 decibels.
        QCOMPARE(std::isnan(advice.symmetricDb), advice.reason == SymmetryReason::NoValues);
        QCOMPARE(static_cast<int>(advice.reason), reason);
    }

    // A signed grid on data without negatives loses a bit, 6.02 dB, and half of its codes.
    void aSignedGridOnReluLosesABit() {
        std::vector<float> values(100001);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = static_cast<float>(i) / 100000;
        }
        const Summary summary = summarize(values);
        const auto advice = adviseSymmetry(summary, values, QuantScheme{}).value();
        QCOMPARE_LE(std::abs(advice.asymmetricDb - advice.symmetricDb - 6.02), 0.1);
        QCOMPARE(advice.wastedCodes, 0.5);
        QCOMPARE(advice.wastedAsymmetric, 0.0);
        QCOMPARE(advice.negativeShare, 0.0);
        QCOMPARE_LE(std::abs(advice.meanShare - 0.5), 1e-6);
    }

    // Far from zero a zero point wastes codes too: of 0 .. 255 with s = 5.1 / 255 the values take
    // 245 to 255.
    void aZeroPointFarFromZeroWastesCodes() {
        const std::vector<float> values{4.9F, 5.0F, 5.1F};
        const auto advice = adviseSymmetry(summarize(values), values, QuantScheme{}).value();
        QCOMPARE(advice.reason, SymmetryReason::OneSided);
        QCOMPARE(advice.wastedAsymmetric, 245.0 / 256);
    }
};

QTEST_APPLESS_MAIN(TestCurveFamily)
#include "tst_curve_family.moc"
