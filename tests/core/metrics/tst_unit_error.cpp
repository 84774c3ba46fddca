// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/grid_view.h"
#include "core/metrics/error_report.h"
#include "core/metrics/unit_error.h"
#include "core/quantization/quantize.h"
#include "core/scheme/quantizer.h"
#include "core/tensor/synthetic.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

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
        COMPARE_ERROR(unitErrors(drawn(), scheme, {}), ErrorCode::Unsupported);
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
        // The same of values that others read back, on any number of threads.
        std::vector<float> back(tensor.size());
        Quantizer::make(scheme)->fakeQuantize(tensor.values(), params, 0, back);
        ThreadPool pool(3);
        const GridView other = countGrid(tensor.values(), back, view, {&pool, {}, {}}).value();
        QCOMPARE(other.original, counted->original);
        QCOMPARE(other.dequantized, counted->dequantized);
    }

    /// A picture before and after, against a loop over values: bins that follow the steps of
    /// integers, every value in one bin, and what each level gets.
    void viewsFollowTheGrid_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("bins");
        QTest::addColumn<double>("steps");  // a bin's, of integers
        QTest::addColumn<bool>("stems");
        // A picture from -5 to 5; the steps are 3/7 and 3/127 wide.
        QTest::newRow("a step is five bins") << "int4" << 110 << 1 / 5.0 << true;
        QTest::newRow("a step is a bin") << "int4" << 23 << 1.0 << false;
        QTest::newRow("a bin and a little") << "int4" << 24 << 1.0 << false;
        QTest::newRow("a bin is four steps") << "int8" << 110 << 4.0 << false;
        QTest::newRow("a bin is many steps") << "int8" << 20 << 21.0 << false;
        QTest::newRow("levels of a book") << "nf4" << 110 << 0.0 << true;
        QTest::newRow("more levels than bins") << "fp8-e4m3" << 110 << 0.0 << false;
    }
    void viewsFollowTheGrid() {
        QFETCH(QString, format);
        QFETCH(int, bins);
        QFETCH(double, steps);
        QFETCH(bool, stems);
        const Tensor tensor = *generate({"normal", {{"n", 20000}, {"seed", 4}}});
        const Summary summary = summarize(tensor.values());
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.range = {RangeMethod::Kind::Explicit, 0, -3, 3};
        const QuantParams params = calibrate(tensor, scheme)->params.front();
        const GridView view = gridView(fineHistogram(tensor.values(), summary), params, scheme, -5,
                                       5, std::size_t(bins));
        QCOMPARE(view.stems, stems);
        QCOMPARE(!view.levels.empty(), stems);
        const double width = view.edges[1] - view.edges[0];
        for (std::size_t i = 1; i < view.edges.size(); ++i) {
            QCOMPARE_LE(std::abs(view.edges[i] - view.edges[i - 1] - width), 1e-9 * width);
        }
        if (steps > 0) {
            // Half a step off a level, and a whole number of bins from there.
            const double place = (view.edges[0] + params.scale / 2) / width;
            QCOMPARE_LE(std::abs(place - std::nearbyint(place)), 1e-6);
            QCOMPARE_LE(std::abs(width - steps * params.scale), 1e-9 * width);
        }
        QVERIFY(view.edges.front() <= -5 && view.edges.back() >= 5);
        QVERIFY(view.edges.front() > -5 - width && view.edges.back() < 5 + width);
        std::vector<float> back(tensor.size());
        Quantizer::make(scheme)->fakeQuantize(tensor.values(), params, 0, back);
        const auto compare = [&](const std::vector<double>& counts, std::span<const float> values) {
            double moved = 0;
            double all = 0;
            for (std::size_t bin = 0; bin < counts.size(); ++bin) {
                // A level on an edge stands in the bin above it.
                const auto inBin = std::ranges::count_if(values, [&](float x) {
                    const double at = x + 1e-6 * width;
                    return at >= view.edges[bin] && at < view.edges[bin + 1];
                });
                moved += std::abs(counts[bin] - double(inBin)) / 2;
                all += counts[bin];
            }
            QCOMPARE_LE(std::abs(all - 20000), 1e-6);
            // The histogram's bins are cut where the picture's, or a level's cell, ends within one.
            QCOMPARE_LE(moved, 20000 * 0.01);
        };
        compare(view.original, tensor.values());
        compare(view.dequantized, back);
        double stored = 0;
        for (const GridView::Level& level : view.levels) {
            const auto own = std::ranges::count_if(
                back, [&](float x) { return std::abs(x - level.value) < 1e-6 * width; });
            QCOMPARE_LE(std::abs(level.count - double(own)), 20000 * 0.002);
            stored += level.count;
        }
        QCOMPARE_LE(std::abs(stored - (stems ? 20000 : 0)), 1e-6);
    }

    /// A constant stands in the middle of a picture as wide as its magnitude.
    void aConstantHasAPicture() {
        const std::vector<float> values(50, 4.0F);
        const Summary summary = summarize(values);
        const QuantScheme scheme;
        const GridView view = gridView(fineHistogram(values, summary), {0.5, 0}, scheme, 4, 4);
        QVERIFY(view.edges.front() <= 2 && view.edges.front() > 1);
        QVERIFY(view.edges.back() >= 6 && view.edges.back() < 7);
        for (const auto* counts : {&view.original, &view.dequantized}) {
            for (std::size_t bin = 0; bin < counts->size(); ++bin) {
                const bool here = view.edges[bin] <= 4 && 4 < view.edges[bin + 1];
                QCOMPARE((*counts)[bin], here ? 50.0 : 0.0);
            }
        }
        QVERIFY(gridView({}, {0.5, 0}, scheme, 0, 1).edges.empty());
        QVERIFY(gridView(fineHistogram(values, summary), {0.5, 0}, scheme, 0, 1, 0).edges.empty());
        QVERIFY(!gridView(fineHistogram(values, summary), {0.5, 0}, scheme, 0, 1, 1).edges.empty());
        // On the last of three levels it is met all the same.
        QuantScheme ternary;
        ternary.format = "ternary";
        const GridView last = gridView(fineHistogram(values, summary), {4, 0}, ternary, 4, 4);
        QCOMPARE(std::accumulate(last.dequantized.begin(), last.dequantized.end(), 0.0), 50.0);
        // Two bins for a step are enough for a stem.
        QuantScheme four;
        four.format = "int4";
        QVERIFY(gridView(fineHistogram(values, summary), {0.5, 0}, four, -5, 5, 40).stems);
        // In the first bin as in the others.
        const std::vector<float> lowest(50, -3.0F);
        const GridView first =
            gridView(fineHistogram(lowest, summarize(lowest)), {1, 0}, QuantScheme{}, -3, 3, 6);
        QCOMPARE(first.dequantized.front(), 50.0);
        // Zeros alone: one to either side, whatever the scale is.
        const std::vector<float> zeros(50, 0.0F);
        const GridView none =
            gridView(fineHistogram(zeros, summarize(zeros)), {0, 0}, scheme, 0, 0);
        QVERIFY(none.edges.front() <= -1 && none.edges.front() > -2);
        QVERIFY(none.edges.back() >= 1 && none.edges.back() < 2);
        // FP32 has too many levels for a picture: what comes back is what was there.
        QuantScheme exact;
        exact.format = "fp32";
        const GridView same = gridView(fineHistogram(values, summary), {1, 0}, exact, 4, 4);
        QCOMPARE(same.dequantized, same.original);
        QVERIFY(!same.stems);
    }
};

QTEST_GUILESS_MAIN(TestUnitError)
#include "tst_unit_error.moc"
