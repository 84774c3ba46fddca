// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/grid_view.h"
#include "core/metrics/error_report.h"
#include "core/metrics/unit_error.h"
#include "core/quantization/quantize.h"
#include "core/tensor/synthetic.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

Tensor drawn() {
    return *generate({"outlier-channels", {{"rows", 12}, {"cols", 40}, {"channels", 2}}});
}

}  // namespace

class TestUnitError : public QObject {
    Q_OBJECT

private slots:
    void unitsAddUpToTheWhole_data() {
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("axis");
        QTest::addColumn<int>("rounding");
        const int even = int(Rounding::NearestEven);
        QTest::newRow("tensor") << int(Granularity::Tensor) << 0 << even;
        QTest::newRow("rows") << int(Granularity::Channel) << 0 << even;
        QTest::newRow("columns") << int(Granularity::Channel) << 1 << even;
        QTest::newRow("groups") << int(Granularity::Group) << 0 << even;
        QTest::newRow("stochastic") << int(Granularity::Channel) << 1 << int(Rounding::Stochastic);
    }

    /// Against each unit's squared errors, summed by hand from the values read back.
    void unitsAddUpToTheWhole() {
        QFETCH(int, granularity);
        QFETCH(int, axis);
        QFETCH(int, rounding);
        const Tensor tensor = drawn();
        QuantScheme scheme;
        scheme.format = "int4";
        scheme.granularity = Granularity(granularity);
        scheme.axis = axis;
        scheme.groupSize = 16;  // rows of 40: the last group has 8
        scheme.rounding = Rounding(rounding);
        const auto calibration = calibrate(tensor, scheme);
        const auto units = unitErrors(tensor, scheme, *calibration);
        QVERIFY(units.has_value());
        const Tensor back = *fakeQuantize(tensor, scheme, *calibration);
        std::vector<double> sums(units->size());
        for (std::size_t i = 0; i < tensor.size(); ++i) {
            const std::size_t row = i / 40;
            const std::size_t column = i % 40;
            const std::size_t unit = scheme.granularity == Granularity::Tensor ? 0
                                     : scheme.granularity == Granularity::Group
                                         ? row * 3 + column / 16
                                     : axis == 0 ? row
                                                 : column;
            const double d = double{back.values()[i]} - tensor.values()[i];
            sums[unit] += d * d;
        }
        for (std::size_t unit = 0; unit < sums.size(); ++unit) {
            // x' - x is taken in float32. It is exact where x' is within a factor of two of x, as
            // nearest rounding has it; stochastic rounding does not, and each difference is then
            // off by 2^-24 of itself.
            const double tolerance = scheme.rounding == Rounding::Stochastic ? 1e-6 : 1e-12;
            QVERIFY(std::abs((*units)[unit].error() - sums[unit]) <= tolerance * (1 + sums[unit]));
        }
    }

    void theWorstComeFirst() {
        std::vector<ErrorSums> sums(4);
        const double errors[] = {1, 3, 3, 2};
        for (std::size_t i = 0; i < 4; ++i) {
            sums[i].count = 1;
            sums[i].roundError = errors[i];
        }
        QCOMPARE(worstUnits(sums, 3), (std::vector<std::size_t>{1, 2, 3}));
        QCOMPARE(worstUnits(sums, 9).size(), std::size_t{4});
        QCOMPARE(worstUnits({}, 3).size(), std::size_t{0});
    }

    void blocksAreNoUnits() {
        QuantScheme scheme;
        scheme.format = "q8_0";
        QCOMPARE(unitErrors(drawn(), scheme, {}).error().code, ErrorCode::Unsupported);
    }

    /// Exact counts of a view's bins, against a loop over values and edges.
    void countsAreExact() {
        const Tensor tensor = *generate({"normal", {{"n", 5000}, {"seed", 4}}});
        const Summary summary = summarize(tensor.values());
        const FineHistogram histogram = fineHistogram(tensor.values(), summary);
        QuantScheme scheme;
        scheme.format = "int4";
        const auto calibration = calibrate(tensor, scheme);
        const QuantParams params = calibration->params.front();
        const GridView view = gridView(histogram, params, scheme, summary.min, summary.max);
        const auto counted = countGrid(tensor.values(), view, params, scheme);
        QVERIFY(counted.has_value());
        double total = 0;
        for (std::size_t bin = 0; bin + 1 < view.edges.size(); ++bin) {
            double expected = 0;
            for (const float value : tensor.values()) {
                expected += value >= view.edges[bin] && value < view.edges[bin + 1] ? 1 : 0;
            }
            QCOMPARE(counted->original[bin], expected);
            total += expected;
        }
        QCOMPARE(total, 5000.0);
        double levels = 0;
        for (const GridView::Level& level : counted->levels) {
            levels += level.count;
        }
        QCOMPARE(levels, 5000.0);
    }
};

QTEST_GUILESS_MAIN(TestUnitError)
#include "tst_unit_error.moc"
