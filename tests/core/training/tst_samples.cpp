// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text.h"
#include "core/training/checkpoint.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

/// The models that ship with the program are what resources/samples/README.md says.
class TestSamples : public QObject {
    Q_OBJECT

private slots:
    void samplesAreAsGoodAsTheirNotes_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::size_t>("parameters");
        QTest::addColumn<double>("accuracy");
        QTest::newRow("digits") << QStringLiteral("digits") << std::size_t{102'080} << 0.97;
        QTest::newRow("text") << QStringLiteral("text") << std::size_t{116'608} << 0.85;
        QTest::newRow("sort") << QStringLiteral("sort") << std::size_t{30'432} << 0.95;
    }
    void samplesAreAsGoodAsTheirNotes() {
        QFETCH(QString, name);
        QFETCH(std::size_t, parameters);
        QFETCH(double, accuracy);
        const QString file = test::testData("../../resources/samples/" + name + ".safetensors");
        auto checkpoint = loadCheckpoint(file.toStdString());
        QVERIFY2(checkpoint, checkpoint ? "" : toString(checkpoint.error()).c_str());
        QCOMPARE(checkpoint->model.parameters().count(), parameters);
        const TransformerConfig& config = checkpoint->model.config();
        const auto data = openTask(checkpoint->info.task, config.context).value();
        QVERIFY(data->fits(config));
        checkpoint->model.prepare();
        ThreadPool pool(2);
        BatchRunner<float> runner;
        const Score score = evaluateOn(checkpoint->model, *data, runner, {&pool, {}, {}}).value();
        QCOMPARE_GE(accuracyOf(data->accuracyKind(), score), accuracy);
        // Another CPU level rounds a little differently.
        QCOMPARE_LE(std::abs(score.meanLoss() - checkpoint->info.result.testLoss), 1e-4);
        if (const auto* text = dynamic_cast<const Text*>(data.get())) {
            QCOMPARE_LE(score.meanLoss() / text->knownEntropy().value(), 1.05);
        }
    }
};

QTEST_APPLESS_MAIN(TestSamples)
#include "tst_samples.moc"
