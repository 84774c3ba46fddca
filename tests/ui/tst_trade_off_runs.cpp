// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/sqlite.h"
#include "tests/ui/trade_off_fixture.h"
#include "ui/state/settings_catalogue.h"

#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using namespace zeropoint::test;

class TestTradeOffRuns : public QObject {
    Q_OBJECT

private slots:
    void pointsAppearAndOutliveTheProgram() {
        QTemporaryDir folder;
        QString name;
        double accuracy = 0;
        {
            TradeOffFixture f(folder.path());
            QVERIFY(f.tradeOff.runs().empty());
            QSignalSpy appeared(&f.tradeOff, &TradeOff::runsChanged);
            f.runSmall();
            QCOMPARE_GT(appeared.count(), 2);  // while it ran, not at its end
            QCOMPARE(f.tradeOff.summaries().size(), std::size_t{4});
            const RunSummary* eight = f.tradeOff.summary(QStringLiteral("PTQ INT8"));
            QVERIFY(eight != nullptr);
            QCOMPARE(eight->seeds.size(), std::size_t{2});
            QVERIFY(eight->onFront);
            name = QStringLiteral("PTQ INT8");
            accuracy = eight->accuracy;
        }
        TradeOffFixture again(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(again.tradeOff.runs().size(), std::size_t{8}, waitMilliseconds);
        QCOMPARE(again.tradeOff.summary(name)->accuracy, accuracy);
        QCOMPARE(again.find<QTableView>("results_table")->model()->rowCount(), 4);
    }

    void enterOpensTheRunInTrain() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        auto* plot = f.find<TradeOffPlot>("tradeoff_plot");
        const MethodKind prepared = f.bench->training().next().method.method;
        f.tradeOff.select(QStringLiteral("QAT INT4"));
        QVERIFY(f.find<QPushButton>("tradeoff_open")->text().contains(QStringLiteral("QAT INT4")));
        QTest::keyClick(plot, Qt::Key_Return);
        QVERIFY(f.window->findChild<QWidget*>(QStringLiteral("page_train"))->isVisible());
        const NextRun& next = f.bench->training().next();
        QCOMPARE(next.task.kind, TaskKind::Sort);
        QCOMPARE(next.method.method, MethodKind::Qat);
        QCOMPARE(weightBits(next.method.recipe.base), 4);
        QCOMPARE(next.training.batch, std::size_t{8});
        QCOMPARE(next.start, StartFrom::Sample);
        QTRY_VERIFY(f.bench->training().draft().ready());
        // The run that was prepared before comes back.
        QVERIFY(f.bench->undoStack().canUndo());
        f.bench->undoStack().undo();
        QVERIFY(f.bench->training().next().method.method == prepared);
    }

    void aRunIsOpenedInTrainWithItsWeights() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        const TrainingSession& session = f.bench->training();
        const QString name = QStringLiteral("PTQ INT2");
        f.tradeOff.select(name);
        f.click("tradeoff_open");
        QTRY_COMPARE_WITH_TIMEOUT(session.runs().size(), std::size_t{2}, waitMilliseconds);
        const RunRecord* shown = session.selectedRun();
        QCOMPARE(shown->name, name);
        QCOMPARE(shown->state, RunState::Finished);
        QCOMPARE(shown->snapshot->probe.sorts.size(), std::size_t{12});
        const auto first = std::ranges::find_if(f.tradeOff.runs(), [&](const StoredRun& run) {
            return QString::fromStdString(run.result.name) == name;
        });
        QCOMPARE(shown->evaluations.back().accuracy, first->result.accuracy);
        QCOMPARE(shown->facts.bytes, first->result.sizeBytes);
        // A channel of two bits has four levels at most.
        const auto& parameters = shown->snapshot->model.parameters();
        const auto weights = parameters.values(*parameters.find("layers.0.ff1.weight"));
        const std::size_t inputs = shown->snapshot->model.config().width;
        QCOMPARE_LE(std::set<float>(weights.begin(), weights.begin() + qsizetype(inputs)).size(),
                    std::size_t{4});
        QVERIFY(f.find<QLabel>("model_subtitle")->text().contains(name));
        // There is nothing to go on from, and nothing to measure again.
        QVERIFY(!f.find<QPushButton>("train_save")->isEnabled());
        QVERIFY(!f.find<QPushButton>("train_add")->isEnabled());
        // The next run starts from what the run quantized, and comes out the same.
        QVERIFY(session.baseRun() != nullptr);
        QCOMPARE(session.baseRun()->name, QStringLiteral("FP32"));
        QTRY_VERIFY_WITH_TIMEOUT(session.draft().ready(), waitMilliseconds);
        f.click("train_queue");
        QTRY_COMPARE_WITH_TIMEOUT(session.runs().back().state, RunState::Finished,
                                  waitMilliseconds);
        QCOMPARE(session.runs().size(), std::size_t{3});
        QCOMPARE(session.runs().back().evaluations.back().accuracy, first->result.accuracy);
        QVERIFY(std::ranges::equal(session.runs().back().snapshot->model.parameters().all(),
                                   session.runs()[1].snapshot->model.parameters().all()));
        // Opened again it is the same run.
        f.window->showPage(tradeOffPage);
        f.click("tradeoff_open");
        QTRY_COMPARE_WITH_TIMEOUT(session.selected(), session.runs()[1].id, waitMilliseconds);
        QCOMPARE(session.runs().size(), std::size_t{3});
    }

    void aRunWithoutWeightsSaysSo() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        RunResult bare = f.tradeOff.runs().back().result;
        QVERIFY(!bare.artifacts);
        bare.name = "bare";
        f.tradeOff.add(QStringLiteral("small"), bare);
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.summary(QStringLiteral("bare")) != nullptr,
                                 waitMilliseconds);
        f.tradeOff.select(QStringLiteral("bare"));
        f.click("tradeoff_open");
        const auto* subtitle = f.find<QLabel>("model_subtitle");
        QTRY_VERIFY_WITH_TIMEOUT(
            subtitle->text().contains(QStringLiteral("the store has no weights of bare")),
            waitMilliseconds);
        QVERIFY(f.bench->training().runs().empty());
        QCOMPARE(f.bench->training().next().method.method, bare.method);
        // Another setting is another run, of which nothing is missing.
        f.bench->training().setNext(f.bench->training().next());
        QVERIFY(!subtitle->text().contains(QStringLiteral("bare")));
    }

    void aRunWithoutAResultIsListed() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        ExperimentSpec spec = smallExperiment(folder.path());
        spec.seeds = {1};
        RunSpec broken = spec.runs.back();  // another layer than the model has
        broken.name = "broken";
        broken.recipe.overrides.push_back({"layers.7.ff1", {}});
        spec.runs.push_back(broken);
        f.tradeOff.run(spec);
        QTRY_VERIFY_WITH_TIMEOUT(!f.tradeOff.running(), waitMilliseconds);
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{4}, waitMilliseconds);
        const QAbstractItemModel* model = f.find<QTableView>("results_table")->model();
        QCOMPARE(model->rowCount(), 5);
        QCOMPARE(model->index(4, TradeOffModel::Name).data().toString(), QStringLiteral("broken"));
        QCOMPARE(model->index(4, TradeOffModel::Accuracy).data().toString(), QStringLiteral("–"));
        QVERIFY(f.find<TradeOffPlot>("tradeoff_plot")->pointOf(QStringLiteral("broken")).isNull());
    }

    // All seeds of a run go, come back under their ids, and leave the disk with the last way back.
    void aRemovedRunComesBack() {
        QTemporaryDir folder;
        QString name;
        std::vector<std::int64_t> ids;
        const auto idsOf = [](const TradeOff& tradeOff, const QString& run) {
            std::vector<std::int64_t> found;
            for (const StoredRun& stored : tradeOff.runs()) {
                if (QString::fromStdString(stored.result.name) == run) {
                    found.push_back(stored.id);
                }
            }
            return found;
        };
        {
            TradeOffFixture f(folder.path());
            f.runSmall();
            name = QString::fromStdString(f.tradeOff.summaries().back().name);
            ids = idsOf(f.tradeOff, name);
            QCOMPARE(ids.size(), std::size_t{2});
            f.tradeOff.select(name);
            f.click("tradeoff_remove");
            QCOMPARE(f.tradeOff.runs().size(), std::size_t{6});
            QVERIFY(f.tradeOff.summary(name) == nullptr);
            QVERIFY(f.tradeOff.selected().isEmpty());
            // Reading the store anew does not bring it back; undo does.
            f.tradeOff.setSizeOf(SizeOf::LinearLayers);
            QCOMPARE(f.tradeOff.runs().size(), std::size_t{6});
            QVERIFY(f.bench->undoStack().undoText().contains(name));
            f.window->showPage(0);
            f.bench->undoStack().undo();
            QVERIFY(f.find<QWidget>("page_tradeoff")->isVisible());
            QCOMPARE(f.tradeOff.runs().size(), std::size_t{8});
            QVERIFY(idsOf(f.tradeOff, name) == ids);
            QCOMPARE(f.tradeOff.selected(), name);
            f.bench->undoStack().redo();
            QCOMPARE(f.tradeOff.runs().size(), std::size_t{6});
        }
        TradeOffFixture again(folder.path());
        QCOMPARE(again.tradeOff.runs().size(), std::size_t{6});
        QVERIFY(again.tradeOff.summary(name) == nullptr);
    }

    // Who looks at another experiment looks at none of the runs of the one before.
    void anotherExperimentHasNoneOfTheRuns_data() {
        QTest::addColumn<int>("way");
        QTest::newRow("chosen") << 0;
        QTest::newRow("by its setting") << 1;
        QTest::newRow("a run came to it") << 2;
    }
    void anotherExperimentHasNoneOfTheRuns() {
        QFETCH(int, way);
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        const QString other = QStringLiteral("other");
        RunResult run;
        run.name = "one";
        f.tradeOff.add(QStringLiteral("first"), run);
        f.tradeOff.select(QStringLiteral("one"));
        f.tradeOff.compareWith(QStringLiteral("two"));
        if (way == 0) {
            f.tradeOff.setExperiment(other);
        } else if (way == 1) {
            QVERIFY(f.bench->settings().set(QStringLiteral("tradeoff.experiment"), other));
        } else {
            f.tradeOff.add(other, run);
        }
        QCOMPARE(f.tradeOff.experiment(), other);
        QCOMPARE(f.tradeOff.selected(), QString());
        QCOMPARE(f.tradeOff.compared(), QString());
    }

    void runsAreExportedAsCsv() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        f.click("tradeoff_csv");
        const QString file = folder.filePath(QStringLiteral("runs.csv"));
        emit f.find<QFileDialog>("csv_dialog")->fileSelected(file);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = written.readAll().split('\n');
        QCOMPARE(lines.size(), 10);  // the last one is empty
        const QList<QByteArray> columns = lines[0].split(',');
        const qsizetype trained = columns.indexOf("trained_parameters");
        const qsizetype method = columns.indexOf("method");
        const qsizetype forgot = columns.indexOf("base_accuracy_after");
        QVERIFY(trained > 0 && forgot > 0 && columns.contains("optimizer_bytes"));
        for (qsizetype line = 1; line < 9; ++line) {
            const QList<QByteArray> cells = lines[line].split(',');
            QCOMPARE(cells.size(), columns.size());
            QCOMPARE(cells[trained] == "0", cells[method] == "ptq");
            // They go on with the task that their base learned: there is nothing to forget.
            QVERIFY(cells[forgot].isEmpty());
        }
        const QString picture = folder.filePath(QStringLiteral("figure.png"));
        f.click("tradeoff_figure");
        emit f.find<QFileDialog>("figure_dialog")->fileSelected(picture);
        QVERIFY(!QImage(picture).isNull());
    }

    void shippedExperimentsAreOffered() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        const auto shipped = shippedExperiments();
        QCOMPARE_GE(shipped.size(), std::size_t{4});
        QCOMPARE(shipped.front().id, QStringLiteral("default"));
        const QList<QAction*> actions = f.find<QToolButton>("tradeoff_run")->menu()->actions();
        for (const ShippedExperiment& it : shipped) {
            const auto whole = shippedExperiment(it.id, folder.path());
            const auto look = firstLook(it.id, folder.path());
            QVERIFY(whole && look);
            QCOMPARE(whole->seeds.size(), it.seeds);
            QCOMPARE(look->seeds, std::vector<std::uint64_t>{whole->seeds.front()});
            QCOMPARE(look->name, whole->name);
            QCOMPARE(std::ranges::count_if(
                         actions, [&](const QAction* a) { return a->text().startsWith(it.name); }),
                     2);
        }
    }

    void aFirstLookRunsOneSeed() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.find<QAction>("action_tradeoff.look_dialect")->trigger();
        QVERIFY(f.tradeOff.running());
        QCOMPARE(f.tradeOff.experiment(), QStringLiteral("Text, one dialect to another"));
        f.tradeOff.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!f.tradeOff.running(), waitMilliseconds);
        QVERIFY(!f.find<QAction>("action_tradeoff.look_dialect")->toolTip().isEmpty());
    }

    void aBrokenStoreIsMovedAside() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("runs.sqlite")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        TradeOffFixture f(folder.path());
        QVERIFY(f.tradeOff.runs().empty());
        QCOMPARE_GE(QDir(folder.path()).entryList({QStringLiteral("*unreadable*")}).size(), 1);
        // And the window says so.
        QVERIFY(f.find<QWidget>("error_banner")->isVisible());
        QVERIFY2(f.find<QLabel>("error_text")->text().contains(QStringLiteral("runs.sqlite")),
                 qPrintable(f.find<QLabel>("error_text")->text()));
        f.runSmall();
    }

    void aRunThatCannotBeReadIsSaid() {
        QTemporaryDir folder;
        { TradeOffFixture(folder.path()).runSmall(); }
        SqliteDatabase store;
        QCOMPARE(store.open(folder.filePath(QStringLiteral("runs.sqlite")).toStdString()),
                 SQLITE_OK);
        QCOMPARE(store.run("UPDATE runs SET result = '{' WHERE id = (SELECT MIN(id) FROM runs)"),
                 SQLITE_OK);
        store.close();
        TradeOffFixture f(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QWidget>("error_banner")->isVisible(), waitMilliseconds);
        QVERIFY2(
            f.find<QLabel>("error_text")->text().contains(QStringLiteral("1 run of the store")),
            qPrintable(f.find<QLabel>("error_text")->text()));
    }
};

QTEST_MAIN(TestTradeOffRuns)
#include "tst_trade_off_runs.moc"
