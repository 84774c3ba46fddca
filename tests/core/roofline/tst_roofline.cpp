// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roofline/roofline.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

/// Small enough for a slow machine.
RooflineSpec smallSpec() {
    RooflineSpec spec;
    spec.inner = 64;
    spec.outer = 96;
    spec.batches = {1, 4};
    spec.patience = {3, 1, 0};
    spec.cube = 64;
    spec.bandwidthBytes = 1 << 20;
    return spec;
}

}  // namespace

#define NEED_ONEDNN()                                                            \
    do {                                                                         \
        const auto probe = MatrixProduct::make(ProductFormat::Fp32, 1, 8, 8, 1); \
        if (!probe) {                                                            \
            QSKIP(("cannot multiply here: " + toString(probe.error())).c_str()); \
        }                                                                        \
    } while (false)

class TestRoofline : public QObject {
    Q_OBJECT

private slots:
    // Whole numbers: every format must give exactly what a plain loop gives.
    void productsAreRight_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("inner");
        QTest::addColumn<int>("outer");
        for (int format = 0; format < 3; ++format) {
            const std::string_view text = productFormatName(static_cast<ProductFormat>(format));
            const QByteArray name(text.data(), qsizetype(text.size()));
            QTest::addRow("%s 1x32x16", name.constData()) << format << 1 << 32 << 16;
            QTest::addRow("%s 5x67x31", name.constData()) << format << 5 << 67 << 31;
            QTest::addRow("%s 64x256x128", name.constData()) << format << 64 << 256 << 128;
        }
    }

    void productsAreRight() {
        NEED_ONEDNN();
        QFETCH(int, format);
        QFETCH(int, batch);
        QFETCH(int, inner);
        QFETCH(int, outer);
        auto product =
            MatrixProduct::make(static_cast<ProductFormat>(format), batch, inner, outer, 2, 9);
        if (!product && product.error().code == ErrorCode::Unsupported) {
            QSKIP("this machine has no such product");
        }
        QVERIFY(product);
        QVERIFY(product->run());
        for (int row = 0; row < batch; ++row) {
            for (int column = 0; column < outer; ++column) {
                QCOMPARE(product->result(row, column), product->expected(row, column));
            }
        }
    }

    void aMeasurementIsWholeAndTold() {
        NEED_ONEDNN();
        std::size_t told = 0;
        std::vector<double> progress;
        Execution execution;
        execution.progress = [&](double share) { progress.push_back(share); };
        const auto roofline =
            measureRoofline(smallSpec(), execution, [&](const Roofline&) { ++told; });
        QVERIFY2(roofline, roofline ? "" : toString(roofline.error()).c_str());
        QVERIFY(roofline->bytesPerSecond > 0);
        QCOMPARE(roofline->points.size(), 2 * roofline->ceilings.size());
        QCOMPARE(told, 1 + roofline->ceilings.size() + roofline->points.size());
        QCOMPARE(progress.size(), told);
        QVERIFY(std::is_sorted(progress.begin(), progress.end()));
        // FP32, batch 4: 2 * 4 * 64 * 96 operations; weights, inputs and results once.
        const RooflinePoint* point = roofline->point(ProductFormat::Fp32, 4);
        QVERIFY(point != nullptr);
        QCOMPARE(point->operations, 49152.0);
        QCOMPARE(point->bytes, 4.0 * (64 * 96 + 4 * 64 + 4 * 96));
        const RooflinePoint* small = roofline->point(ProductFormat::Int8, 1);
        QVERIFY(small == nullptr || small->bytes == 64 * 96 + 64 + 4.0 * 96);
        QCOMPARE(
            roofline->ridge(ProductFormat::Fp32),
            roofline->ceiling(ProductFormat::Fp32)->operationsPerSecond / roofline->bytesPerSecond);
    }

    /// A ceiling that another program disturbed stands under no point.
    void noPointStandsAboveItsCeiling() {
        Roofline roofline;
        roofline.ceilings = {{ProductFormat::Fp32, 100, 0.01}, {ProductFormat::Int8, 100, 0.01}};
        RooflinePoint point{ProductFormat::Int8, 64, {}, 300, 1};
        point.timing.seconds = 1;
        point.timing.spread = 0.02;
        roofline.add(point);
        point.operations = 200;
        roofline.add(point);
        QCOMPARE(roofline.points.size(), std::size_t{2});
        QCOMPARE(roofline.ceiling(ProductFormat::Int8)->operationsPerSecond, 300.0);
        QCOMPARE(roofline.ceiling(ProductFormat::Int8)->spread, 0.02);
        QCOMPARE(roofline.ceiling(ProductFormat::Fp32)->operationsPerSecond, 100.0);
    }

    void itIsReadBackAsItWas() {
        NEED_ONEDNN();
        const auto roofline = measureRoofline(smallSpec(), {});
        QVERIFY(roofline);
        const std::string json = rooflineToJson(*roofline);
        const auto read = rooflineFromJson(json, "there");
        QVERIFY(read);
        QCOMPARE(rooflineToJson(*read), json);
        QCOMPARE(read->machine.processor, roofline->machine.processor);
    }

    void whatIsNoMeasurementIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1, 2]");
        QTest::newRow("another object") << QByteArray("{\"machine\": 3}");
        QTest::newRow("cut") << QByteArray("{\"machine\": {\"processor\": \"a\"");
    }

    void whatIsNoMeasurementIsRefused() {
        QFETCH(QByteArray, json);
        const auto read = rooflineFromJson(json.toStdString(), "there");
        COMPARE_ERROR(read, ErrorCode::Malformed);
        QCOMPARE(read.error().where, std::string("there"));
    }

    /// Three runs that agree are undisturbed, however slow the rest was.
    void theSpreadIsThatOfTheThirdFastest() {
        const Timing timing = timingOf({1.5, 1.0, 1.2, 9.0, 1.1});
        QCOMPARE(timing.seconds, 1.0);
        QVERIFY(std::abs(timing.spread - 0.2) < 1e-12);
        QVERIFY(!timing.isSteady());
        QVERIFY(timingOf({1.0}).isSteady());
        QVERIFY(timingOf({3.0, 1.0, 7.0, 1.05, 8.0, 1.02, 9.0}).isSteady());
    }

    /// A work of two parts of 1 s and 2 s. A disturbance comes in most runs, and never in both
    /// parts' quiet ones: no run is undisturbed as a whole, and the parts still are.
    void shortPartsFindQuietMoments() {
        int run = 0;
        const auto took = repeatedTiming(2, {5, 0.03, 1e9}, [&](std::size_t part) {
            run += part == 0 ? 1 : 0;
            const bool quiet = part == 0 ? run % 4 == 0 : run % 4 == 2;
            return Result<double>((part == 0 ? 1.0 : 2.0) + (quiet ? 0.0 : 5.0 + run));
        });
        QVERIFY(took.has_value());
        QCOMPARE(took->seconds, 3.0);
        QCOMPARE(took->spread, 0.0);
        QCOMPARE(run, 12);  // the first part's third quiet moment
    }

    /// Where no three runs agree, patience ends, and the spread says so.
    void patienceEnds() {
        int run = 0;
        const auto took = repeatedTiming(1, {5, 0.03, 0}, [&](std::size_t) {
            ++run;
            return Result<double>(1.0 + run);
        });
        QVERIFY(took.has_value());
        QCOMPARE(run, 5);
        QCOMPARE(took->seconds, 2.0);
        QCOMPARE(took->spread, 1.0);  // 4 against 2
        const auto failed = repeatedTiming(1, {}, [](std::size_t) -> Result<double> {
            return fail(ErrorCode::Cancelled, "stopped");
        });
        COMPARE_ERROR(failed, ErrorCode::Cancelled);
    }

    /// What this program does itself is no load of others'.
    void ownWorkIsNoLoadOfOthers() {
        const OthersLoad load;
        QVERIFY(load.share() <= 1);
        Roofline roofline;
        roofline.othersShare = 0.25;
        QCOMPARE(rooflineFromJson(rooflineToJson(roofline), "there")->othersShare, 0.25);
        // A measurement of an older program says nothing of it.
        std::string older = rooflineToJson(roofline);
        const std::size_t line = older.find(" \"others_share\"");
        older.erase(line, older.find('\n', line) - line + 1);
        const auto read = rooflineFromJson(older, "there");
        QVERIFY(read.has_value());
        QVERIFY(read->othersShare < 0);
    }

    void itIsStopped() {
        std::stop_source stop;
        stop.request_stop();
        Execution execution;
        execution.stop = stop.get_token();
        const auto roofline = measureRoofline(smallSpec(), execution);
        COMPARE_ERROR(roofline, ErrorCode::Cancelled);
    }

    void sizesThatCannotBeAreRefused() {
        RooflineSpec spec = smallSpec();
        spec.patience.leastRuns = 0;
        COMPARE_ERROR(measureRoofline(spec, {}), ErrorCode::InvalidArgument);
    }

    void thisMachineHasAName() {
        const MachineFacts facts = thisMachine();
        QVERIFY(facts.processors >= 1);
        QCOMPARE(facts.instructions.size(), std::size_t{7});
    }
};

QTEST_GUILESS_MAIN(TestRoofline)
#include "tst_roofline.moc"
