// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/train_fixture.h"
#include "ui/main_window/exports.h"

#include <QFile>
#include <QJsonDocument>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using namespace zeropoint::test;

class TestTrainMethods : public QObject {
    Q_OBJECT

private slots:
    void aSavedRunGoesOn() {
        TrainFixture f;
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("mine.safetensors"));
        f.makeSmall(100'000);
        f.click("train_step");
        QVERIFY(f.wait(RunState::Paused));
        QCOMPARE(f.run().step, std::uint64_t{1});
        QSignalSpy saved(&f.session, &TrainingSession::saved);
        f.click("train_save");
        auto* dialog = f.find<QFileDialog>("checkpoint_save_dialog");
        emit dialog->fileSelected(file);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, waitMilliseconds);
        f.session.openCheckpoint(file);
        QTRY_COMPARE_WITH_TIMEOUT(f.session.runs().size(), std::size_t{2}, waitMilliseconds);
        QCOMPARE(f.run(1).state, RunState::Paused);
        QCOMPARE(f.run(1).step, std::uint64_t{1});
        QVERIFY(std::ranges::equal(f.run(1).snapshot->model.parameters().all(),
                                   f.run(0).snapshot->model.parameters().all()));
        f.click("train_step");
        QTRY_COMPARE_WITH_TIMEOUT(f.run(1).step, std::uint64_t{2}, waitMilliseconds);
    }

    void aQuantizedRunIsSavedAndOpenedAgain_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("PTQ") << int(MethodKind::Ptq);
        QTest::newRow("QAT") << int(MethodKind::Qat);
    }

    // As packed as its size says, with the accuracy that it had, here and as weights of a file.
    void aQuantizedRunIsSavedAndOpenedAgain() {
        QFETCH(int, kind);
        TrainFixture f;
        f.chooseTask(TaskKind::Sort);
        QTRY_VERIFY(f.session.draft().ready());
        auto* start = f.find<QComboBox>("train_start");
        start->setCurrentIndex(start->findData(static_cast<int>(StartFrom::Sample)));
        emit start->activated(start->currentIndex());
        auto* method = f.find<QComboBox>("train_method");
        method->setCurrentIndex(method->findData(kind));
        emit method->activated(method->currentIndex());
        if (kind == int(MethodKind::Qat)) {
            f.type("train_steps", QStringLiteral("4"));
        }
        QVERIFY(!f.find<QPushButton>("train_save_quantized")->isEnabled());
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        QTRY_VERIFY(f.find<QPushButton>("train_save_quantized")->isEnabled());
        f.click("train_save_quantized");
        auto* dialog = f.find<QFileDialog>("quantized_save_dialog");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("codes.safetensors"));
        QSignalSpy saved(&f.session, &TrainingSession::saved);
        emit dialog->fileSelected(path);
        dialog->close();
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, waitMilliseconds);
        const double accuracy = f.run().evaluations.back().accuracy;
        const std::uint64_t bytes = f.run().facts.bytes;

        f.session.openCheckpoint(path);
        QTRY_COMPARE_WITH_TIMEOUT(f.session.runs().size(), std::size_t{2}, waitMilliseconds);
        const RunRecord& opened = f.run(1);
        QCOMPARE(opened.method(), MethodKind::Ptq);
        QCOMPARE(opened.state, RunState::Finished);
        QCOMPARE(opened.facts.bytes, bytes);
        QCOMPARE(opened.evaluations.back().accuracy, accuracy);
        QVERIFY(opened.snapshot != nullptr);
        BatchRunner<float> runner;
        Transformer<float> model = opened.snapshot->model.clone();
        model.prepare({}, BatchRunner<float>::shardCount);
        const auto& data = *opened.snapshot->data;
        const auto score = evaluateOn(model, data, runner, {}).value();
        QCOMPARE(accuracyOf(data.accuracyKind(), score), accuracy);
        // It is a file already.
        QVERIFY(!f.find<QPushButton>("train_save_quantized")->isEnabled());
        f.bench->openFile(path);
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        const auto& tensors = f.bench->file()->tensors();
        QCOMPARE_GE(std::ranges::count_if(
                        tensors, [](const TensorInfo& info) { return info.packed != nullptr; }),
                    13);
    }

    void aShippedSampleIsAStart() {
        TrainFixture f;
        auto* start = f.find<QComboBox>("train_start");
        const int sample = start->findData(static_cast<int>(StartFrom::Sample));
        start->setCurrentIndex(sample);
        emit start->activated(sample);
        QVERIFY(!f.find<QLineEdit>("train_width")->isVisible());
        f.click("train_step");
        QVERIFY(f.wait(RunState::Paused));
        const auto& digits = f.run().snapshot->probe.digits;
        const auto right = std::count_if(digits.begin(), digits.end(), [](const DigitGuess& guess) {
            return guess.guess() == guess.label;
        });
        QCOMPARE_GE(right, 11);
    }

    void codesThatOscillateAreDrawn() {
        TrainFixture f;
        f.chooseTask(TaskKind::Sort);
        QTRY_VERIFY(f.session.draft().ready());
        auto* start = f.find<QComboBox>("train_start");
        start->setCurrentIndex(start->findData(static_cast<int>(StartFrom::Sample)));
        emit start->activated(start->currentIndex());
        auto* method = f.find<QComboBox>("train_method");
        method->setCurrentIndex(method->findData(static_cast<int>(MethodKind::Qat)));
        emit method->activated(method->currentIndex());
        f.type("train_steps", QStringLiteral("120"));
        f.type("train_batch", QStringLiteral("8"));
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        QTest::mouseClick(f.find<Segment>("inside_choice")->button(3), Qt::LeftButton);
        QTest::mouseClick(f.find<Segment>("insight_choice")->button(1), Qt::LeftButton);
        const auto& insight = f.run().snapshot->insight.front();
        QCOMPARE_GT(insight.weights.oscillating, std::size_t{0});
        const auto& trails = insight.weights.trails;
        QCOMPARE_GT(trails.size(), std::size_t{0});
        // The code as steps and the master weight beside it, for each.
        const auto& lines = f.find<LinePlot>("insight_plot")->lines();
        QCOMPARE(lines.size(), 2 * trails.size());
        QCOMPARE(lines[0].x.size(), static_cast<qsizetype>(trails[0].codes.size()));
        QCOMPARE(lines[0].y.constLast(), static_cast<double>(trails[0].codes.back()));
        for (qsizetype i = 0; i < lines[0].y.size(); ++i) {
            const bool clipped = std::abs(lines[1].y[i]) > 7;
            QVERIFY(clipped || std::abs(lines[0].y[i] - lines[1].y[i]) <= 0.5 + 1e-5);
        }
    }

    void aRecipeIsEditedSavedAndOpened() {
        TrainFixture f;
        f.chooseTask(TaskKind::Sort);
        QTRY_VERIFY(f.session.draft().ready());
        auto* method = f.find<QComboBox>("train_method");
        method->setCurrentIndex(method->findData(static_cast<int>(MethodKind::Ptq)));
        emit method->activated(method->currentIndex());
        f.click("train_recipe");
        auto* dialog = f.find<QDialog>("recipe_dialog");
        const auto pick = [&](const QString& layer, const QString& column, const QString& text) {
            auto* box =
                dialog->findChild<QComboBox*>(QStringLiteral("recipe_%1_%2").arg(layer, column));
            QVERIFY2(box != nullptr, qPrintable(layer));
            const int index = box->findText(text);
            QVERIFY2(index >= 0, qPrintable(text));
            box->setCurrentIndex(index);
            emit box->activated(index);
        };
        const QString q = QStringLiteral("layers.0.attn.q");
        pick(q, QStringLiteral("weights"), QStringLiteral("INT8"));
        pick(q, QStringLiteral("rounding"), QStringLiteral("GPTQ"));
        pick(QStringLiteral("layers.1.ff1"), QStringLiteral("weights"), QStringLiteral("FP32"));
        pick(QStringLiteral("head"), QStringLiteral("inputs"), QStringLiteral("UINT8 per token"));
        // What does not fit is said, and cannot be used.
        auto* use = dialog->findChild<QPushButton*>(QStringLiteral("recipe_use"));
        auto* notice = dialog->findChild<Notice*>(QStringLiteral("recipe_notice"));
        pick(q, QStringLiteral("scale"), QStringLiteral("group 64"));  // rows of 32
        QVERIFY(!use->isEnabled());
        QVERIFY2(notice->text().contains(q), qPrintable(notice->text()));
        pick(q, QStringLiteral("scale"), QStringLiteral("group 16"));
        QVERIFY2(notice->text().isEmpty(), qPrintable(notice->text()));
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("recipe.json"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("recipe_save")),
                          Qt::LeftButton);
        emit f.find<QFileDialog>("recipe_save_dialog")->fileSelected(file);
        QTest::mouseClick(use, Qt::LeftButton);
        const QuantRecipe recipe = f.session.next().method.recipe;
        QCOMPARE(weightBits(recipeOfSite(recipe, q.toStdString())), 8);
        QVERIFY(recipeOfSite(recipe, q.toStdString()).method == PtqMethod::Gptq);
        QCOMPARE(recipeOfSite(recipe, q.toStdString()).weight->groupSize, std::int64_t{16});
        QVERIFY(!recipeOfSite(recipe, "layers.1.ff1").weight);
        QVERIFY(recipeOfSite(recipe, "head").activation.mode == ActivationMode::DynamicToken);
        QCOMPARE(weightBits(recipeOfSite(recipe, "layers.1.ff2")), 4);
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(quantRecipeFromJson(saved.readAll().toStdString()).value() == recipe);
    }

    void aBadRecipeLosesNothing_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("no JSON") << QByteArray("{") << "JSON";
        QTest::newRow("unknown key") << QByteArray(R"({"bits": 4})") << "bits";
        QTest::newRow("missing layer")
            << QByteArray(R"({"overrides": [{"sites": "layers.9.ff1", "weight": null}]})")
            << "layers.9.ff1";
        QTest::newRow("group that does not fit")
            << QByteArray(
                   R"({"base": {"weight": {"format": "int4", "per": "group", "group_size": 7}}})")
            << "layers.0.attn.q";
        QTest::newRow("no file") << QByteArray() << "cannot be read";
    }
    void aBadRecipeLosesNothing() {
        QFETCH(QByteArray, text);
        QFETCH(QString, told);
        TrainFixture f;
        auto* method = f.find<QComboBox>("train_method");
        method->setCurrentIndex(method->findData(static_cast<int>(MethodKind::Qat)));
        emit method->activated(method->currentIndex());
        const QuantRecipe before = f.session.next().method.recipe;
        f.click("train_recipe");
        auto* dialog = f.find<QDialog>("recipe_dialog");
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("bad.json")));
        if (!text.isEmpty()) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
        }
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("recipe_open")),
                          Qt::LeftButton);
        emit f.find<QFileDialog>("recipe_open_dialog")->fileSelected(file.fileName());
        const QString notice = dialog->findChild<Notice*>(QStringLiteral("recipe_notice"))->text();
        QVERIFY2(notice.contains(told), qPrintable(notice));
        // The table still has what it had, and it can be used.
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("recipe_use")),
                          Qt::LeftButton);
        QVERIFY(f.session.next().method.recipe == before);
    }

    void everyMethodTrainsASample_data() {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("trainsAll");
        const auto row = [](MethodKind method, const char* name, bool all) {
            QTest::newRow(name) << static_cast<int>(method) << QString::fromLatin1(name) << all;
        };
        row(MethodKind::Ptq, "PTQ INT4", false);
        row(MethodKind::Qat, "QAT INT4", true);
        row(MethodKind::Lora, "LoRA r 16", false);
        row(MethodKind::Qlora, "QLoRA NF4 r 16", false);
    }
    void everyMethodTrainsASample() {
        QFETCH(int, method);
        QFETCH(QString, name);
        QFETCH(bool, trainsAll);
        TrainFixture f;
        f.chooseTask(TaskKind::Sort);
        QTRY_VERIFY(f.session.draft().ready());
        auto* start = f.find<QComboBox>("train_start");
        const int sample = start->findData(static_cast<int>(StartFrom::Sample));
        emit start->activated((start->setCurrentIndex(sample), sample));
        f.type("train_steps", QStringLiteral("4"));
        f.type("train_batch", QStringLiteral("8"));
        auto* box = f.find<QComboBox>("train_method");
        const int index = box->findData(method);
        box->setCurrentIndex(index);
        emit box->activated(index);
        QVERIFY2(f.session.draft().ready(), qPrintable(f.find<Notice>("next_run_notice")->text()));
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        QCOMPARE(f.run().name, name);
        QVERIFY(!f.run().evaluations.empty());
        const std::size_t all = parameterCount(f.run().facts.model);
        QCOMPARE(f.run().facts.trained >= all, trainsAll);
        if (static_cast<MethodKind>(method) != MethodKind::Lora) {
            QCOMPARE_LT(f.run().facts.bytes, all * sizeof(float));
        }
        const bool watched = !f.run().snapshot->insight.empty();
        QCOMPARE(watched, static_cast<MethodKind>(method) == MethodKind::Qat);
        // What adapters learned leaves as a folder, also beside a base that QLoRA froze; the other
        // methods have none to give.
        const bool adapts = static_cast<MethodKind>(method) == MethodKind::Lora ||
                            static_cast<MethodKind>(method) == MethodKind::Qlora;
        QCOMPARE(Exports::whyNoAdapters(*f.bench).isEmpty(), adapts);
        if (adapts) {
            const QTemporaryDir out;
            Exports exports(*f.bench, f.window.get());
            exports.exportAdapters(out.filePath("adapter"));
            QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
            QFile config(out.filePath("adapter/adapter_config.json"));
            QVERIFY(config.open(QIODevice::ReadOnly));
            const int rank = QJsonDocument::fromJson(config.readAll())["r"].toInt();
            QVERIFY2(rank >= 1 && rank <= 16, qPrintable(QString::number(rank)));
            QVERIFY(QFile::exists(out.filePath("adapter/adapter_model.safetensors")));
        }
        // As a point of the trade-off it can be made again from its own settings, bit for bit.
        QTemporaryDir folder;
        f.bench->tradeOff().openFolder(folder.path());
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        f.click("train_add");
        QTRY_COMPARE_WITH_TIMEOUT(f.bench->tradeOff().runs().size(), std::size_t{1},
                                  waitMilliseconds);
        const RunResult kept = f.bench->tradeOff().runs().front().result;
        QCOMPARE(kept.accuracy, f.run().evaluations.back().accuracy);
        // Opened from there it is the run that stands here already.
        const std::size_t runs = f.session.runs().size();
        QSignalSpy fetched(&f.bench->tradeOff(), &TradeOff::fetched);
        f.session.select(RunId::None);
        f.bench->tradeOff().fetch(QString::fromStdString(kept.name));
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, waitMilliseconds);
        QCOMPARE(f.session.runs().size(), runs);
        QCOMPARE(f.session.selected(), f.run().id);
        const ExperimentSpec spec = experimentSpecFromJson(kept.settings).value();
        const auto again = runExperiment(spec, openExperiment(spec).value()).value();
        QCOMPARE(again.runs.size(), std::size_t{1});
        QCOMPARE(again.runs.front().loss, kept.loss);
        QCOMPARE(again.runs.front().accuracy, kept.accuracy);
        QCOMPARE(again.runs.front().sizeBytes, kept.sizeBytes);
    }

    // What a PTQ run quantized is trained again with it, and its codes leave from the store too.
    void aQuantizedRunIsMadeAgain_data() {
        QTest::addColumn<bool>("ofARun");
        QTest::newRow("of a run") << true;
        QTest::newRow("of the sample") << false;
    }
    void aQuantizedRunIsMadeAgain() {
        QFETCH(bool, ofARun);
        TrainFixture f;
        QTemporaryDir folder;
        f.bench->tradeOff().openFolder(folder.path());
        f.chooseTask(TaskKind::Sort);
        QTRY_VERIFY(f.session.draft().ready());
        NextRun next = f.session.next();
        next.start = StartFrom::Sample;
        next.training.steps = 4;
        next.training.batch = 8;
        next.training.learningRate = 0.01;
        f.session.setNext(next);
        QTRY_VERIFY_WITH_TIMEOUT(f.session.draft().ready(), waitMilliseconds);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        f.click("train_add");
        QTRY_COMPARE_WITH_TIMEOUT(f.bench->tradeOff().runs().size(), std::size_t{1},
                                  waitMilliseconds);
        next.method.method = MethodKind::Ptq;
        next.method.recipe.base.weight = QuantScheme{};
        next.method.recipe.base.weight->format = "int4";
        if (ofARun) {
            next.start = StartFrom::Run;
            next.base = f.run().id;
        }
        f.session.setNext(next);
        QTRY_VERIFY_WITH_TIMEOUT(f.session.draft().ready(), waitMilliseconds);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished, 1));
        f.click("train_add");
        QTRY_COMPARE_WITH_TIMEOUT(f.bench->tradeOff().runs().size(), std::size_t{2},
                                  waitMilliseconds);
        const RunResult kept = f.bench->tradeOff().runs().back().result;
        QCOMPARE(kept.accuracy, f.run(1).evaluations.back().accuracy);
        QCOMPARE(kept.loss, f.run(1).evaluations.back().testLoss);
        const ExperimentSpec spec = experimentSpecFromJson(kept.settings).value();
        QCOMPARE(spec.training.steps, std::size_t(ofARun ? 4 : 0));
        const auto again = runExperiment(spec, openExperiment(spec).value()).value();
        QCOMPARE(again.runs.size(), std::size_t{1});
        QCOMPARE(again.runs.front().loss, kept.loss);
        QCOMPARE(again.runs.front().sizeBytes, kept.sizeBytes);

        QTRY_VERIFY_WITH_TIMEOUT(f.session.runningRun() == nullptr, waitMilliseconds);
        const QString name = QString::fromStdString(kept.name);
        const QString file = folder.filePath("codes.safetensors");
        QCOMPARE(f.bench->tradeOff().quantizedProblem(name), QString());
        f.bench->tradeOff().saveQuantized(name, file);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), waitMilliseconds);
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        f.session.openCheckpoint(file);
        QTRY_COMPARE_WITH_TIMEOUT(f.session.runs().size(), std::size_t{3}, waitMilliseconds);
        QVERIFY(std::ranges::equal(f.run(2).snapshot->model.parameters().all(),
                                   f.run(1).snapshot->model.parameters().all()));
    }

    void aRunIsQuantizedAtEveryEvaluation() {
        TrainFixture f;
        f.makeSmall(48);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        QCOMPARE(f.run().checkpoints.size(), std::size_t{24});
        QVERIFY(!f.run().snapshot->probe.activations.empty());
        for (const SnapshotPtr& kept : f.run().checkpoints) {
            // Models alone: with their pictures fifty runs took a gigabyte and a half.
            QVERIFY(kept->probe.activations.empty() && kept->probe.attention.empty());
        }
        auto* start = f.find<QComboBox>("train_start");
        const int same = start->findData(static_cast<int>(StartFrom::Run));
        QCOMPARE_GE(same, 0);
        emit start->activated((start->setCurrentIndex(same), same));
        NextRun next = f.session.next();
        next.method.method = MethodKind::Ptq;
        setWeightBits(next.method.recipe.base, 8);
        f.session.setNext(next);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished, 1));
        QCOMPARE(f.run(1).evaluations.size(), std::size_t{24});
        // Eight bits lose nothing worth speaking of.
        for (std::size_t i = 0; i < 24; ++i) {
            QCOMPARE(f.run(1).evaluations[i].step, f.run(0).evaluations[i].step);
            QCOMPARE_LE(
                std::abs(f.run(1).evaluations[i].testLoss - f.run(0).evaluations[i].testLoss),
                0.05);
        }
    }

    void bitsOfOneLayerShowInTheDiagram() {
        TrainFixture f;
        NextRun next = f.session.next();
        next.method.method = MethodKind::Qat;
        f.session.setNext(next);
        auto* node = f.find<QAbstractButton>("node_layers.1.ff2");
        QVERIFY2(node->accessibleDescription().contains(QStringLiteral("W4")),
                 qPrintable(node->accessibleDescription()));
        QTest::mouseClick(node, Qt::LeftButton);
        const std::uint64_t before = f.session.draft().facts().bytes;
        QTest::mouseClick(f.find<Segment>("layer_bits")->button(4), Qt::LeftButton);
        QVERIFY(node->accessibleDescription().contains(QStringLiteral("W8")));
        // 64 x 256 weights, four bits more each.
        QCOMPARE(f.session.draft().facts().bytes - before, std::uint64_t{64 * 256 / 2});
        QVERIFY(f.find<QAbstractButton>("node_layers.0.ff2")
                    ->accessibleDescription()
                    .contains(QStringLiteral("W4")));
    }

    void textsThatCannotBeLearnedAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("ab\0cd", 5);
        QTest::newRow("too short") << QByteArray("To be or not to be");
    }
    void textsThatCannotBeLearnedAreRefused() {
        QFETCH(QByteArray, bytes);
        TrainFixture f;
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("mine.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        f.chooseTask(TaskKind::Text);
        QTRY_VERIFY_WITH_TIMEOUT(f.session.draft().ready(), waitMilliseconds);
        f.click("train_text_open");
        emit f.find<QFileDialog>("text_dialog")->fileSelected(file.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(f.session.draft().error().has_value(), waitMilliseconds);
        QVERIFY(!f.find<QPushButton>("train_queue")->isEnabled());
        QVERIFY(!f.find<Notice>("next_run_notice")->text().isEmpty());
        f.click("train_text_clear");
        QTRY_VERIFY_WITH_TIMEOUT(f.session.draft().ready(), waitMilliseconds);
    }

    // A text of one's own: its name widens no panel, why it starts from random weights is said, and
    // what adapters would train is right though they are refused on these.
    void aTextOfOnesOwnFitsItsPanel() {
        TrainFixture f;
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("my_own_notes_of_the_last_twelve_months.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(QByteArray("To be or not to be, that is the question. ").repeated(400)) >
                0);
        file.close();
        f.chooseTask(TaskKind::Text);
        QTRY_VERIFY_WITH_TIMEOUT(f.session.draft().ready(), waitMilliseconds);
        f.click("train_text_open");
        emit f.find<QFileDialog>("text_dialog")->fileSelected(file.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(f.session.draft().ready(), waitMilliseconds);
        NextRun next = f.session.next();
        QVERIFY(next.start == StartFrom::Scratch);
        const auto* hint = f.find<QLabel>("train_start_hint");
        QVERIFY(hint->isVisible());
        QVERIFY(hint->text().contains(QStringLiteral("other characters")));
        next.method.method = MethodKind::Qlora;
        f.session.setNext(next);
        QTRY_VERIFY_WITH_TIMEOUT(f.session.draft().error().has_value(), waitMilliseconds);
        const auto& facts = f.session.draft().facts();
        QCOMPARE_LT(facts.trained, facts.parameters);
        const auto* name = f.find<QLabel>("train_text_file");
        QVERIFY(name->isVisible());
        const QWidget* above = name;
        while (qobject_cast<const QScrollArea*>(above) == nullptr) {
            above = above->parentWidget();
            QVERIFY(above != nullptr);
        }
        const auto* area = qobject_cast<const QScrollArea*>(above);
        QTRY_COMPARE_LE(area->widget()->width(), area->viewport()->width());
    }

    void theTableOfRunsIsAProperModel() {
        TrainFixture f;
        auto* table = f.find<QTableView>("run_table");
        const QAbstractItemModelTester tester(
            table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        f.makeSmall(24);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished, 1));
        const auto text = [&](RunTableModel::Column column) {
            return table->model()->index(0, column).data().toString();
        };
        QCOMPARE(text(RunTableModel::Name), QStringLiteral("Digits: FP32"));
        QCOMPARE(text(RunTableModel::Step), QStringLiteral("24"));
        // Clicking a row looks at its run.
        const QRect row = table->visualRect(table->model()->index(0, RunTableModel::Name));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, row.center());
        QCOMPARE(f.session.selected(), f.run(0).id);
    }
};

QTEST_MAIN(TestTrainMethods)
#include "tst_train_methods.moc"
