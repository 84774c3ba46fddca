// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "core/training/training_run.h"
#include "tests/ui/trade_off_fixture.h"
#include "ui/state/layer_study.h"
#include "ui/state/session.h"

#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using namespace zeropoint::test;

class TestTradeOffLayers : public QObject {
    Q_OBJECT

private slots:
    // What is compared is what was asked for last: a comparison under way is not shown under the
    // names of the next.
    void anOldComparisonIsNotShown() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        const QString a = QString::fromStdString(f.tradeOff.summaries()[0].name);
        const QString b = QString::fromStdString(f.tradeOff.summaries()[1].name);
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            f.tradeOff.select(a);
            f.tradeOff.compareWith(b);
            f.tradeOff.select({});
        }
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        QVERIFY(!f.tradeOff.comparison());
        QVERIFY(!f.tradeOff.layerWeights());
        // One that was stopped says so, and comes when the page is shown again.
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            f.tradeOff.select(a);
            f.tradeOff.compareWith(b);
            f.jobs.cancelAll(f.tradeOff.comparer());
            QTRY_VERIFY(f.tradeOff.comparisonStopped());
        }
        f.window->showPage(0);
        f.window->showPage(tradeOffPage);
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        QVERIFY(f.tradeOff.comparison().has_value());
        QVERIFY(!f.tradeOff.comparisonStopped());
    }

    void twoRunsAreCompared() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        f.tradeOff.select(QStringLiteral("FP32"));
        QTest::mouseClick(f.find<Segment>("tradeoff_views")->button(2), Qt::LeftButton);
        auto* with = f.find<QComboBox>("compare_with");
        const int two = with->findData(QStringLiteral("PTQ INT2"));
        QCOMPARE_GE(two, 0);
        with->setCurrentIndex(two);
        emit with->activated(two);
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.comparison().has_value(), waitMilliseconds);
        QCOMPARE(f.tradeOff.comparison()->sequences, std::size_t{2000});
        QCOMPARE_GT(f.tradeOff.comparison()->changed.size(), std::size_t{0});
        QCOMPARE_GT(f.tradeOff.comparison()->onlyARight, f.tradeOff.comparison()->onlyBRight);
        // Two seeds of each were kept, in whatever order: the same one of both is compared, and
        // said.
        QVERIFY(f.find<QLabel>("compare_text")->text().endsWith(QStringLiteral("Both of seed 1.")));
        // The weights of the worst layer, then of one that is clicked.
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.layerWeights().has_value(), waitMilliseconds);
        auto* bars = f.find<BarList>("compare_bars");
        QVERIFY(!f.tradeOff.layer().isEmpty());
        const QString ff1 = QStringLiteral("layers.0.ff1");
        QTest::mouseClick(bars, Qt::LeftButton, Qt::NoModifier, bars->pointOf(ff1));
        QCOMPARE(f.tradeOff.layer(), ff1);
        QCOMPARE(bars->current(), ff1);
        const auto total = [](const std::vector<std::uint32_t>& counts) {
            return std::accumulate(counts.begin(), counts.end(), 0U);
        };
        QTRY_COMPARE_WITH_TIMEOUT(total(f.tradeOff.layerWeights()->first), 128U * 32U,
                                  waitMilliseconds);
        QTRY_COMPARE(f.find<LinePlot>("compare_weights")->lines().size(), std::size_t{2});
    }

    // Runs arrive after the settings that name them.
    void whatASessionComparesIsCompared() {
        QTemporaryDir folder;
        QByteArray session;
        {
            TradeOffFixture f(folder.path());
            f.runFirst(3);
            f.tradeOff.select(QStringLiteral("FP32"));
            f.tradeOff.compareWith(QStringLiteral("PTQ INT2"));
            QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.comparison().has_value(), waitMilliseconds);
            session = f.window->session().text();
        }
        WorkbenchFixture f(tradeOffPage);
        TradeOff& tradeOff = f.bench->tradeOff();
        QVERIFY(f.window->session().open(session));
        QSignalSpy changed(&tradeOff, &TradeOff::runsChanged);
        tradeOff.openFolder(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(tradeOff.comparison().has_value(), waitMilliseconds);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(tradeOff.selected(), QStringLiteral("FP32"));
        QCOMPARE(tradeOff.compared(), QStringLiteral("PTQ INT2"));
    }

    // Codes of a run of the store open as packed weights, as small as the table says and with the
    // accuracy that it shows.
    void aRunIsSavedAsCodes() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        f.tradeOff.select(QStringLiteral("QAT INT4"));
        QVERIFY(!f.find<QPushButton>("tradeoff_save_quantized")->isEnabled());
        f.tradeOff.select(QStringLiteral("PTQ INT2"));
        f.window->resize(1600, 900);
        f.click("tradeoff_save_quantized");
        auto* dialog = f.find<QFileDialog>("quantized_save_dialog");
        const QString path = folder.filePath(QStringLiteral("two.safetensors"));
        QSignalSpy saved(&f.tradeOff, &TradeOff::saved);
        emit dialog->fileSelected(path);
        dialog->close();
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, waitMilliseconds);
        const auto file = openWeightFile(path.toStdString()).value();
        std::uint64_t bytes = 0;
        std::size_t packed = 0;
        for (const TensorInfo& tensor : file->tensors()) {
            bytes += tensor.bytes;
            packed += tensor.packed != nullptr ? 1 : 0;
        }
        const RunSummary* run = f.tradeOff.summary(QStringLiteral("PTQ INT2"));
        QCOMPARE(double(bytes), run->sizeBytes);
        QCOMPARE(packed, std::size_t{13});  // six layers a block, and the head
        const auto opened = loadCheckpoint(path.toStdString());
        QVERIFY(opened);
        auto model = opened->model.clone();
        model.prepare({}, BatchRunner<float>::shardCount);
        TaskSpec task = opened->info.task;
        const auto data = openData(task, model.config().context).value();
        BatchRunner<float> runner;
        QCOMPARE(accuracyOf(data->accuracyKind(), evaluateOn(model, *data, runner, {}).value()),
                 opened->info.result.accuracy);
    }

    void everyLayerIsMeasuredAlone() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        f.click("sensitivity_measure");
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.study().sensitivity().has_value(), waitMilliseconds);
        const auto& bars = f.find<BarList>("sensitivity_bars")->bars();
        QCOMPARE(bars.size(), std::size_t{13});  // six layers a block, and the head
        for (std::size_t i = 1; i < bars.size(); ++i) {
            QCOMPARE_GE(bars[i - 1].value, bars[i].value);
        }
    }

    void theAccuracyFollowsTheHand() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        QTest::mouseClick(f.find<Segment>("tradeoff_views")->button(1), Qt::LeftButton);
        auto* bits = f.find<SteppedSlider>("live_bits");
        // Several requests at once: the latest wins.
        for (const int value : {0, 3, 6}) {
            bits->setValue(value);
        }
        const LayerStudy& study = f.tradeOff.study();
        QTRY_VERIFY_WITH_TIMEOUT(study.live().has_value(), waitMilliseconds);
        QVERIFY(f.tradeOff.study().jobs().waitForIdle(waitMilliseconds));
        QCOMPARE(weightBits(study.recipe().base), 8);
        QCOMPARE_GT(study.live()->accuracy, 0.9);
        bits->setValue(0);
        QTRY_VERIFY_WITH_TIMEOUT(study.live()->accuracy < 0.5, waitMilliseconds);
    }

    // What was tried becomes a run: measured on the test part, with the bytes that were shown, and
    // with the recipe that makes it again.
    void aLiveSettingIsKeptAsARun() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runFirst(1);
        QTest::mouseClick(f.find<Segment>("tradeoff_views")->button(1), Qt::LeftButton);
        auto* keep = f.find<QPushButton>("live_keep");
        QVERIFY(!keep->isEnabled());
        f.find<SteppedSlider>("live_bits")->setValue(1);  // 3 bits
        LayerStudy& study = f.tradeOff.study();
        QTRY_VERIFY_WITH_TIMEOUT(keep->isEnabled(), waitMilliseconds);
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        const QuantRecipe tried = study.recipe();
        const auto bytes = study.liveBytes();
        QTest::mouseClick(keep, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{2}, waitMilliseconds);
        const RunResult& kept = f.tradeOff.runs().back().result;
        QCOMPARE(int(kept.method), int(MethodKind::Ptq));
        QCOMPARE(kept.sizeBytes, std::uint64_t(bytes));
        QCOMPARE(f.tradeOff.selected(), QString::fromStdString(kept.name));
        const RunSpec* spec = f.tradeOff.spec(kept.name);
        QVERIFY(spec != nullptr);
        QVERIFY(spec->recipe == tried);
        QCOMPARE(weightBits(spec->recipe.base), 3);
        // In the table, and on the chart.
        QVERIFY(!f.find<TradeOffPlot>("tradeoff_plot")
                     ->pointOf(QString::fromStdString(kept.name))
                     .isNull());
    }

    void whatWasAskedIsNotAskedAgainUnlessItFailed() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runFirst(1);
        LayerStudy& study = f.tradeOff.study();
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        QuantRecipe recipe = defaultRecipe();
        QSignalSpy started(&study.jobs(), &JobRunner::jobStarted);
        study.ask(recipe);
        study.ask(recipe);  // on its way
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        study.ask(recipe);  // answered
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        QCOMPARE(started.size(), 1);
        study.ask(recipe, "layers.0.ff1");
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        QCOMPARE(started.size(), 2);
        setWeightBits(recipe.base, 3);
        study.ask(recipe);
        study.jobs().cancelAll(&study);
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        QSignalSpy answered(&study, &LayerStudy::liveChanged);
        study.ask(recipe);
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        QCOMPARE(answered.size(), 1);
    }

    // What is kept is what the figures are of, not what the hand asks for next.
    void whatIsShownIsKept() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runFirst(1);
        LayerStudy& study = f.tradeOff.study();
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        QuantRecipe recipe = defaultRecipe();
        setWeightBits(recipe.base, 8);
        study.ask(recipe);
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        QVERIFY(study.live().has_value());
        QSignalSpy kept(&study, &LayerStudy::solved);
        setWeightBits(recipe.base, 2);
        study.ask(recipe);
        study.keepLive();  // the answer is still on its way
        QVERIFY(study.jobs().waitForIdle(waitMilliseconds));
        QCOMPARE(kept.size(), 1);
        const auto result = kept.front().front().value<RunResult>();
        const auto spec = experimentSpecFromJson(result.settings);
        QVERIFY(spec.has_value());
        QCOMPARE(weightBits(spec->runs.front().recipe.base), 8);
        QVERIFY2(result.name.find("INT8") != std::string::npos, result.name.c_str());
    }

    void theRangeIsDraggedAndTheFiguresKeepUp() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        QTest::mouseClick(f.find<Segment>("tradeoff_views")->button(1), Qt::LeftButton);
        const LayerStudy& study = f.tradeOff.study();
        QTRY_VERIFY_WITH_TIMEOUT(!study.sites().isEmpty(), waitMilliseconds);
        auto* layer = f.find<QComboBox>("live_layer");
        const int index = layer->findData(QStringLiteral("layers.0.ff1"));
        QCOMPARE_GE(index, 1);
        layer->setCurrentIndex(index);
        emit layer->activated(index);
        QTRY_VERIFY_WITH_TIMEOUT(study.live().has_value(), waitMilliseconds);
        // A hand that never rests: a step every few milliseconds, answers all along.
        auto* slider = f.find<QSlider>("live_clip");
        QSignalSpy answers(&study, &LayerStudy::liveChanged);
        double slowest = 0;
        const auto note = [&] { slowest = std::max(slowest, study.liveMilliseconds()); };
        connect(&study, &LayerStudy::liveChanged, slider, note);
        slider->setFocus();
        QElapsedTimer clock;
        clock.start();
        int steps = 0;
        while (answers.count() < 5 && clock.elapsed() < waitMilliseconds) {
            QTest::keyClick(slider, Qt::Key_Left);
            QTest::qWait(4);
            ++steps;
        }
        QCOMPARE_GE(answers.count(), 5);
        qInfo("%d steps, %lld answers in %lld ms, the slowest took %.1f ms", steps,
              static_cast<long long>(answers.count()), static_cast<long long>(clock.elapsed()),
              slowest);
        QVERIFY(f.tradeOff.study().jobs().waitForIdle(waitMilliseconds));
        QTRY_VERIFY_WITH_TIMEOUT(!f.tradeOff.study().jobs().busy(), waitMilliseconds);
        // The last request was answered, of that layer alone.
        const SiteRecipe own = recipeOfSite(study.recipe(), "layers.0.ff1");
        QCOMPARE_LT(own.clip, 1.0);
        QCOMPARE(recipeOfSite(study.recipe(), "layers.0.ff2").clip, 1.0);
        QCOMPARE(study.liveError()->count, std::size_t{128 * 32});
        QCOMPARE_GT(study.liveError()->clipped, std::size_t{0});
        QVERIFY(f.find<QLabel>("live_split")->text().contains(QStringLiteral("clipping")));
    }
};

QTEST_MAIN(TestTradeOffLayers)
#include "tst_trade_off_layers.moc"
