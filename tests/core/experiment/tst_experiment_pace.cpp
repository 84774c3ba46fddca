// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_pace.h"
#include "tests/core/experiment/small_experiment.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>

using namespace zeropoint;

namespace {

/// Whole seconds, for sums by hand.
ExperimentPace wholePace() {
    return {{{MethodKind::Full, 1},
             {MethodKind::Qat, 2},
             {MethodKind::Lora, 3},
             {MethodKind::Qlora, 4}},
            10,
            5,
            7};
}

void drop(ExperimentSpec& spec, MethodKind method) {
    std::erase_if(spec.runs, [&](const RunSpec& run) { return run.method == method; });
}

}  // namespace

class TestExperimentPace : public QObject {
    Q_OBJECT

private slots:
    void sumsByHand_data() {
        QTest::addColumn<int>("threads");
        QTest::addColumn<double>("seconds");
        // Six steps and two evaluations, then the closing: full 6 + 20 + 7 = 33, with the PTQ that
        // follows it 38; QAT 39, LoRA 45, QLoRA 51. Of two seeds.
        QTest::newRow("one") << 1 << 2.0 * (38 + 39 + 45 + 51);
        QTest::newRow("two") << 2 << 38.0 + 39 + 45 + 51;
        QTest::newRow("many") << 100 << 51.0;  // no task is shared out
    }

    void sumsByHand() {
        QFETCH(int, threads);
        QFETCH(double, seconds);
        QCOMPARE(secondsOf(test::smallSpec(), wholePace(), std::size_t(threads)), seconds);
    }

    // PTQ without a full run trains all the same; without PTQ nothing does.
    void theHiddenTrainingCounts() {
        ExperimentSpec spec = test::smallSpec();
        drop(spec, MethodKind::Full);
        QCOMPARE(secondsOf(spec, wholePace(), 1), 2.0 * (38 + 39 + 45 + 51));
        drop(spec, MethodKind::Ptq);
        QCOMPARE(secondsOf(spec, wholePace(), 1), 2.0 * (39 + 45 + 51));
    }

    // One after the other and of one seed, from the base as it is: no training before the PTQ.
    void oneAfterTheOtherInTurn() {
        ExperimentSpec spec = test::smallSpec();
        QCOMPARE(secondsInTurn(spec, wholePace()), 33.0 + 5 + 39 + 45 + 51);
        drop(spec, MethodKind::Full);
        QCOMPARE(secondsInTurn(spec, wholePace()), 5.0 + 39 + 45 + 51);
    }

    void everyKindIsTimed() {
        const ExperimentSpec spec = test::smallSpec();
        const auto pace = measurePace(spec, test::smallInput());
        QVERIFY(pace.has_value());
        QCOMPARE(pace->step.size(), std::size_t{4});
        for (const auto& [method, seconds] : pace->step) {
            QCOMPARE_GT(seconds, 0.0);
        }
        QCOMPARE_GT(pace->evaluation, 0.0);
        QCOMPARE_GT(pace->quantizing, 0.0);
        QCOMPARE_GT(pace->closing, 0.0);
    }

    void whatIsNotThereIsNotTimed() {
        ExperimentSpec spec = test::smallSpec();
        spec.runs = {test::runOf("LoRA", MethodKind::Lora)};
        const auto pace = measurePace(spec, test::smallInput());
        QVERIFY(pace.has_value());
        QCOMPARE(pace->step.size(), std::size_t{1});
        QVERIFY(pace->step.contains(MethodKind::Lora));
        QCOMPARE(pace->quantizing, 0.0);
    }

    void badOnesFail() {
        ExperimentSpec spec = test::smallSpec();
        spec.runs.clear();
        QVERIFY(!measurePace(spec, test::smallInput()));
        std::stop_source stop;
        stop.request_stop();
        ThreadPool pool(1);
        const auto stopped =
            measurePace(test::smallSpec(), test::smallInput(), {&pool, {}, stop.get_token()});
        COMPARE_ERROR(stopped, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestExperimentPace)
#include "tst_experiment_pace.moc"
