// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/range_handle.h"
#include "ui/plots/curve_family_plot.h"
#include "ui/plots/error_curve_plot.h"
#include "ui/plots/group_cost_plot.h"
#include "ui/plots/histogram_plot.h"
#include "ui/plots/label_places.h"
#include "ui/plots/run_curves_plot.h"
#include "ui/plots/trade_off_plot.h"

#include <QtTest>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

using Words = std::vector<PlotWidget::Words>;

/// Shown at this size and drawn.
void showAt(PlotWidget& plot, const QSize& size) {
    plot.resize(size);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(1);
}

const PlotWidget::Words* find(const Words& words, const QString& part) {
    const auto found = std::ranges::find_if(
        words, [&part](const PlotWidget::Words& one) { return one.text.contains(part); });
    return found == words.end() ? nullptr : &*found;
}

/// Two words that lie on each other, or nothing.
QString covered(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t k = i + 1; k < words.size(); ++k) {
            if (words[i].place.adjusted(1, 1, -1, -1).intersects(words[k].place)) {
                return words[i].text + QStringLiteral(" on ") + words[k].text;
            }
        }
    }
    return {};
}

RunSummary run(const char* name, MethodKind method, double kilobytes, double accuracy, bool front) {
    RunSummary one;
    one.name = name;
    one.method = method;
    one.sizeBytes = kilobytes * 1000;
    one.accuracy = accuracy;
    one.accuracyCi95 = {accuracy - 0.01, accuracy + 0.01};
    one.onFront = front;
    return one;
}

/// As the shipped sorting runs: crowded at the upper right.
std::vector<RunSummary> crowdedRuns() {
    return {run("INT2 PTQ", MethodKind::Ptq, 23.5, 0, false),
            run("INT2 QAT", MethodKind::Qat, 23.5, 0.91, true),
            run("INT3 PTQ", MethodKind::Ptq, 27, 0.67, false),
            run("INT3 QAT", MethodKind::Qat, 27, 0.985, true),
            run("INT4 PTQ", MethodKind::Ptq, 31, 0.989, false),
            run("INT4 QAT", MethodKind::Qat, 31, 0.995, true),
            run("INT8 PTQ", MethodKind::Ptq, 45, 0.997, false),
            run("INT8 QAT", MethodKind::Qat, 45, 0.998, true),
            run("NF4 QLoRA, rank 16", MethodKind::Qlora, 60, 0.99, false),
            run("LoRA, rank 16", MethodKind::Lora, 158, 0.993, false),
            run("FP32", MethodKind::Full, 122, 0.998, false)};
}

HistogramScene sceneOf(double lo, double hi) {
    HistogramScene scene;
    for (int i = 0; i <= 100; ++i) {
        scene.grid.edges.push_back(-1 + 0.02 * i);
    }
    scene.grid.original.assign(100, 5);
    scene.grid.dequantized.assign(100, 5);
    scene.viewLo = -1;
    scene.viewHi = 1;
    scene.dataLo = -1;
    scene.dataHi = 1;
    scene.range = {lo, hi};
    scene.clip = {lo, hi};
    scene.params = {(hi - lo) / 255, 127};
    scene.codes = {0, 255};
    scene.sample = 0.2;
    scene.below = 14;
    scene.above = 1234;
    return scene;
}

}  // namespace

class TestPlotWords : public QObject {
    Q_OBJECT

private slots:
    void placesAreFree_data() {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("seed");
        for (const int points : {1, 8, 20}) {
            for (const int seed : {1, 2, 3}) {
                QTest::addRow("%d points, seed %d", points, seed) << points << seed;
            }
        }
    }
    void placesAreFree() {
        QFETCH(int, points);
        QFETCH(int, seed);
        std::mt19937 random(static_cast<unsigned>(seed));
        std::uniform_real_distribution<double> x(10, 590);
        std::uniform_real_distribution<double> y(10, 290);
        const QRectF area(0, 0, 600, 300);
        LabelPlaces places(area);
        std::vector<QPointF> at;
        for (int i = 0; i < points; ++i) {
            at.emplace_back(x(random), y(random));
            places.avoid(QRectF(at.back().x() - 4, at.back().y() - 4, 8, 8));
        }
        const QLineF curve(0, 150, 600, 140);
        places.avoid(curve);
        std::vector<LabelPlaces::Name> names;
        for (const QPointF& point : at) {
            names.push_back({point, {60, 14}});
        }
        const auto found = places.place(names);
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(found[i].has_value());
            const QRectF rect = found[i]->rect;
            QVERIFY(area.contains(rect));
            for (std::size_t k = 0; k < i; ++k) {
                QVERIFY(!found[k]->rect.intersects(rect));
            }
            for (const QPointF& other : at) {
                QVERIFY(!rect.contains(other));
            }
            for (double along = 0; along <= 1; along += 0.002) {
                QVERIFY(!rect.contains(curve.pointAt(along)));
            }
            // A name away from its point is led to.
            const double gap = QLineF(rect.center(), at[i]).length();
            QVERIFY(found[i]->leader.has_value() || gap < 30 + 7 + 16);
        }
    }

    void everyRunOfTheTradeOffIsNamed_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1440") << QSize(870, 280);
        QTest::newRow("1366") << QSize(800, 250);
        QTest::newRow("1024") << QSize(560, 250);
    }
    // Two runs of the same size and nearly the same accuracy: the one on the front stands beside
    // its point, the other one is named too.
    void everyRunOfTheTradeOffIsNamed() {
        QFETCH(QSize, size);
        TradeOffPlot plot;
        plot.show(crowdedRuns(), {});
        showAt(plot, size);
        const Words words = plot.words();
        for (const RunSummary& one : crowdedRuns()) {
            QVERIFY2(find(words, QString::fromStdString(one.name)) != nullptr, one.name.c_str());
        }
        QCOMPARE(covered(words), QString());
        const auto away = [&](const char* name) {
            const QRectF place = find(words, QLatin1String(name))->place;
            const QPointF point = plot.pointOf(QLatin1String(name));
            const QPointF near(std::clamp(point.x(), place.left(), place.right()),
                               std::clamp(point.y(), place.top(), place.bottom()));
            return QLineF(near, point).length();
        };
        constexpr double besideThePoint = 13;
        QCOMPARE_LE(away("INT4 QAT"), besideThePoint);
    }

    // The eight runs of a ready story in a low window: those that have no room at the ends stand in
    // the picture.
    void everyRunOfAStoryIsNamed() {
        std::vector<RunCurve> curves;
        for (const int bits : {8, 4, 3, 2}) {
            for (const bool trained : {false, true}) {
                RunCurve curve;
                curve.method = trained ? MethodKind::Qat : MethodKind::Ptq;
                curve.name = QStringLiteral("%1 INT%2").arg(trained ? "QAT" : "PTQ").arg(bits);
                for (int step = 0; step <= 800; step += trained ? 100 : 800) {
                    curve.steps << step;
                    curve.values << (8.0 / bits) * std::exp(-step / 200.0) + 0.01 / bits;
                }
                curve.last = QStringLiteral("0.00123");
                curves.push_back(curve);
            }
        }
        RunCurvesPlot plot(RunCurvesPlot::Figure::Loss);
        plot.show(curves, 800, 0);
        showAt(plot, {360, 150});
        QCOMPARE(plot.named().size() + plot.unnamed(), 8);
        QCOMPARE_GE(plot.named().size(), 7);
        const Words words = plot.words();
        for (const QString& name : plot.named()) {
            QVERIFY2(find(words, name) != nullptr, qPrintable(name));
        }
        QCOMPARE(covered(words), QString());
    }

    // Curves that end close to each other: each name stands alone.
    void groupCurvesAreNamed() {
        std::vector<GroupSeries> series;
        for (int i = 0; i < 6; ++i) {
            GroupSeries one;
            one.name = QStringLiteral("UINT%1").arg(7 + i);
            one.curve.own = i == 5;
            for (int k = 0; k < 6; ++k) {
                GroupCost cost;
                cost.bitsPerWeight = 4.1 + 0.3 * k + 0.02 * i;
                cost.sqnrDb = 20 + k + 0.4 * i;
                one.curve.costs.push_back(cost);
            }
            series.push_back(one);
        }
        GroupCostPlot plot;
        plot.setSeries(series);
        showAt(plot, {420, 170});
        const Words words = plot.words();
        for (const GroupSeries& one : series) {
            QVERIFY2(find(words, one.name) != nullptr, qPrintable(one.name));
        }
        QCOMPARE(covered(words), QString());
    }

    // Widths whose errors are alike once all is clipped.
    void namesOfWidthsStandApart() {
        CurveStudy study;
        const auto curve = [](double end) {
            ErrorCurve one;
            for (int i = 1; i <= 8; ++i) {
                RangeError point;
                point.lo = 0;
                point.hi = i;
                point.mse = end * (1 + 8.0 / i);
                point.clipMse = point.mse / 2;
                point.roundMse = point.mse / 2;
                one.points.push_back(point);
            }
            one.best = 7;
            return one;
        };
        study.own = curve(0.01);
        for (int bits = 2; bits <= 8; ++bits) {
            study.family.push_back(
                {bits, "int" + std::to_string(bits), curve(0.01 + 0.0005 / bits)});
        }
        CurveFamilyPlot plot;
        plot.show(study);
        showAt(plot, {420, 170});
        QCOMPARE(plot.words().size(), std::size_t{7});
        QCOMPARE(covered(plot.words()), QString());
    }

    void namesOfTheErrorCurveStandApart_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("best");  ///< of the range, where clipping and rounding are alike
        for (const double best : {0.2, 0.5, 0.67, 0.9}) {
            QTest::addRow("small, %g", best) << QSize(210, 110) << best;
            QTest::addRow("large, %g", best) << QSize(260, 190) << best;
        }
    }
    // Wherever the handle is, "now" lies on no other name, nor do these on each other.
    void namesOfTheErrorCurveStandApart() {
        QFETCH(QSize, size);
        QFETCH(double, best);
        ErrorCurve curve;
        for (int i = 1; i <= 41; ++i) {
            RangeError point;
            point.lo = -1;
            point.hi = i / 41.0;
            point.clipMse = 10 * std::exp(-9 * point.hi / best);
            point.roundMse = 10 * std::exp(-9.0) * std::pow(point.hi / best, 2);
            point.mse = point.clipMse + point.roundMse;
            curve.points.push_back(point);
        }
        curve.best = static_cast<std::size_t>(
            std::ranges::min_element(curve.points, {}, &RangeError::mse) - curve.points.begin());
        ErrorCurvePlot plot;
        plot.setCurve(curve, RangeEnd::Hi);
        showAt(plot, size);
        for (const RangeError& point : curve.points) {
            plot.setPosition(point.hi, point.mse);
            QCOMPARE(covered(plot.words()), QString());
        }
    }

    // A curve is known at its points: a hand between them that errs less than all is the best, as
    // long as both are known alike.
    void aHandBetweenThePointsMayBeTheBest() {
        ErrorCurve curve;
        for (const auto& [hi, mse] :
             {std::pair{1.0, 9.0}, std::pair{2.0, 4.5}, std::pair{3.0, 6.0}}) {
            RangeError point;
            point.hi = hi;
            point.mse = mse;
            curve.points.push_back(point);
        }
        curve.best = 1;
        ErrorCurvePlot plot;
        plot.setCurve(curve, RangeEnd::Hi);
        showAt(plot, {260, 190});
        const auto says = [&plot] {
            return plot.findChild<QCustomPlot*>()->accessibleDescription();
        };
        plot.setPosition(1.75, 4.25);
        QVERIFY2(says().contains("smallest error is 4.25 at 1.75"), qPrintable(says()));
        plot.setPosition(1.75, 4.25, false);
        QVERIFY2(says().contains("smallest error is 4.5 at 2"), qPrintable(says()));
        plot.setPosition(2.5, 5);
        QVERIFY2(says().contains("smallest error is 4.5 at 2"), qPrintable(says()));
    }

    // Eight observers that find nearly the same range: each letter is read.
    void lettersOfObserversStandApart() {
        CurveStudy study;
        for (int i = 1; i <= 20; ++i) {
            RangeError point;
            point.hi = i;
            point.mse = 0.01 * (1 + 20.0 / i);
            study.own.points.push_back(point);
        }
        study.own.best = 19;
        for (int i = 0; i < 8; ++i) {
            RangeMarker marker;
            marker.at = study.own.points.back();
            marker.at.hi -= 0.1 * i;
            study.markers.push_back(marker);
        }
        CurveFamilyPlot plot;
        plot.show(study);
        showAt(plot, {420, 170});
        QCOMPARE(plot.words().size(), std::size_t{8});
        QCOMPARE(covered(plot.words()), QString());
    }

    void wordsOfABandKeepOffTheHandles_data() {
        QTest::addColumn<double>("lo");
        QTest::addColumn<double>("hi");
        QTest::addColumn<QString>("below");
        QTest::addColumn<QString>("above");
        // Of 600 pixels less the axis, a tenth of the picture holds a short form.
        QTest::newRow("wide bands") << -0.5 << 0.4 << QStringLiteral("14 value(s) below min")
                                    << QStringLiteral("1234 value(s) above max");
        QTest::newRow("narrow bands")
            << -0.75 << 0.65 << QStringLiteral("14 below") << QStringLiteral("1234 above");
        QTest::newRow("slits") << -0.86 << 0.8 << QStringLiteral("14") << QStringLiteral("1234");
        QTest::newRow("no room") << -0.98 << 0.98 << QString() << QString();
    }
    void wordsOfABandKeepOffTheHandles() {
        QFETCH(double, lo);
        QFETCH(double, hi);
        QFETCH(QString, below);
        QFETCH(QString, above);
        HistogramPlot plot;
        plot.show(sceneOf(lo, hi));
        showAt(plot, {600, 240});
        const Words words = plot.words();
        const auto shows = [&](const QString& text) {
            return std::ranges::any_of(
                words, [&](const PlotWidget::Words& one) { return one.text == text; });
        };
        QVERIFY2(below.isEmpty() || shows(below), qPrintable(below));
        QVERIFY2(above.isEmpty() || shows(above), qPrintable(above));
        constexpr double halfGrip = 5;
        for (const PlotWidget::Words& one : words) {
            for (const RangeHandle* handle :
                 {plot.lowHandle(), plot.highHandle(), plot.sampleHandle()}) {
                const double grip = handle == plot.sampleHandle() ? 0.5 : halfGrip;
                const bool beside = one.place.right() <= handle->position() - grip ||
                                    one.place.left() >= handle->position() + grip;
                QVERIFY2(beside || one.place.bottom() < 40, qPrintable(one.text));
            }
        }
    }

    // A sample far outside has its words where those of the band would stand.
    void wordsOfABandKeepOffTheSample() {
        HistogramPlot plot;
        HistogramScene scene = sceneOf(-0.9, 0.2);
        scene.sample = 1e308;
        plot.show(scene);
        showAt(plot, {600, 240});
        const Words words = plot.words();
        const PlotWidget::Words* above = find(words, QStringLiteral("above"));
        QVERIFY(above != nullptr);
        QCOMPARE_LT(above->place.right(),
                    plot.sampleHandle()->position() - plot.sampleHandle()->labelWidth());
    }

    void theWordOfZeroKeepsOffTheSample() {
        HistogramPlot plot;
        HistogramScene scene = sceneOf(-0.9, 0.9);
        scene.sample = 0.05;
        plot.show(scene);
        showAt(plot, {600, 240});
        const PlotWidget::Words* zero = nullptr;
        const Words words = plot.words();
        QVERIFY((zero = find(words, QStringLiteral("q 127"))) != nullptr);
        QCOMPARE_LT(zero->place.right(), plot.sampleHandle()->position());
        scene.sample = -0.05;
        plot.show(scene);
        const Words after = plot.words();
        QVERIFY((zero = find(after, QStringLiteral("q 127"))) != nullptr);
        QCOMPARE_GT(zero->place.left(), plot.sampleHandle()->position());
    }
};

QTEST_MAIN(TestPlotWords)
#include "tst_plot_words.moc"
