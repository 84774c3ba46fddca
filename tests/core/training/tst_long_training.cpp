// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text.h"
#include "core/training/task.h"
#include "core/training/trainer.h"
#include "tests/support/tiny_model.h"

#include <QtTest>

#include <malloc.h>

#include <cmath>

using namespace zeropoint;

/// What takes minutes: whole trainings with the default settings.
class TestLongTraining : public QObject {
    Q_OBJECT

private slots:
    void memoryIsFlatOverTenThousandSteps() {
        const Sorting sorting;
        Transformer<float> model = test::tinyModel(sorting);
        TrainingConfig config;
        config.steps = 20'000;
        config.batch = 8;
        Trainer trainer = Trainer::create(model, sorting, config).value();
        ThreadPool pool(2);
        const Execution execution{&pool, {}, {}};
        const auto walk = [&](int steps) {
            for (int i = 0; i < steps; ++i) {
                QVERIFY(trainer.step(execution));
                if (i % 1000 == 999) {
                    QVERIFY(trainer.evaluate(execution));
                }
            }
        };
        walk(1000);
        const std::size_t before = mallinfo2().uordblks;
        walk(10'000);
        QCOMPARE(mallinfo2().uordblks, before);
    }

    void fiveSeeds_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("digits") << static_cast<int>(TaskKind::Digits);
        QTest::newRow("text") << static_cast<int>(TaskKind::Text);
        QTest::newRow("sort") << static_cast<int>(TaskKind::Sort);
    }
    void fiveSeeds() {
        QFETCH(int, kind);
        TaskSpec spec;
        spec.kind = static_cast<TaskKind>(kind);
        const TransformerConfig sizes = defaultModel(spec.kind);
        const auto data = openTask(spec, sizes.context).value();
        ThreadPool pool;
        double accuracy = 0;
        double loss = 0;
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            auto model = Transformer<float>::create(data->shaped(sizes), seed).value();
            TrainingConfig config = defaultTraining(spec.kind);
            config.seed = seed;
            Trainer trainer = Trainer::create(model, *data, config).value();
            const TrainingResult result = trainer.run({&pool, {}, {}}).value();
            accuracy += result.last.accuracy / 5;
            loss += result.last.testLoss / 5;
        }
        if (const auto* text = dynamic_cast<const Text*>(data.get())) {
            QCOMPARE_LE(std::abs(loss / text->knownEntropy().value() - 1), 0.05);
        } else {
            QCOMPARE_GE(accuracy, spec.kind == TaskKind::Digits ? 0.97 : 0.95);
        }
    }
};

QTEST_APPLESS_MAIN(TestLongTraining)
#include "tst_long_training.moc"
