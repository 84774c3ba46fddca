// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/train_fixture.h"
#include "ui/actions/actions.h"
#include "ui/main_window/start_again.h"
#include "ui/models/run_table_model.h"
#include "ui/plots/plot_style.h"
#include "ui/state/session.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QFile>
#include <QHeaderView>
#include <QListWidget>
#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;
using namespace zeropoint::test;

class TestTrainPage : public QObject {
    Q_OBJECT

private slots:
    void aRunIsStartedPausedSteppedResumedAndStopped() {
        TrainFixture f;
        f.makeSmall(100'000);
        QCOMPARE(f.session.draft().model().layers, std::size_t{1});
        f.click("train_queue");
        QCOMPARE(f.session.runs().size(), std::size_t{1});

        // The curves grow while it trains, and the window stays awake.
        auto* loss = f.find<RunCurvesPlot>("loss_curves");
        QTRY_VERIFY_WITH_TIMEOUT(
            !loss->curves().empty() && loss->curves().front().fineSteps.size() > 5,
            waitMilliseconds);
        const auto before = loss->curves().front().fineSteps.constLast();
        QTRY_VERIFY_WITH_TIMEOUT(loss->curves().front().fineSteps.constLast() > before,
                                 waitMilliseconds);

        f.click("train_pause");
        QVERIFY(f.wait(RunState::Paused));
        const std::uint64_t paused = f.run().step;
        QCOMPARE_GT(paused, std::uint64_t{0});
        QCOMPARE(f.run().snapshot->step, paused);
        QTest::qWait(50);
        QCOMPARE(f.run().step, paused);

        f.click("train_step");
        QTRY_COMPARE_WITH_TIMEOUT(f.run().step, paused + 1, waitMilliseconds);
        QVERIFY(f.wait(RunState::Paused));
        QCOMPARE(f.run().snapshot->step, paused + 1);

        // Space resumes.
        f.window->findChild<QWidget*>(QStringLiteral("page_train"))->setFocus();
        QTest::keyClick(f.window->findChild<QWidget*>(QStringLiteral("page_train")), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(f.run().step > paused + 3, waitMilliseconds);
        f.click("train_stop");
        QVERIFY(f.wait(RunState::Stopped));
        QVERIFY(!f.find<QPushButton>("train_pause")->isEnabled());
    }

    // A paused run goes on whatever is looked at, and Space is Pause also in the lists.
    void aPausedRunGoesOnFromAnywhere_data() {
        QTest::addColumn<QString>("focus");
        for (const char* focus : {"page_train", "run_table", "train_stories"}) {
            QTest::newRow(focus) << QString(focus);
        }
    }
    void aPausedRunGoesOnFromAnywhere() {
        QFETCH(QString, focus);
        TrainFixture f;
        f.makeSmall(4);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        f.makeSmall(100'000);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Running, 1));
        auto* from = f.window->findChild<QWidget*>(focus);
        from->setFocus();
        f.session.select(f.run(0).id);
        QTest::keyClick(from, Qt::Key_Space);
        QVERIFY(f.wait(RunState::Paused, 1));
        f.session.select(f.run(0).id);
        const auto* pause = f.find<QPushButton>("train_pause");
        QTRY_VERIFY(pause->isEnabled());
        QVERIFY(pause->toolTip().contains(f.run(1).name));
        QTest::keyClick(from, Qt::Key_Space);
        QVERIFY(f.wait(RunState::Running, 1));
        QCOMPARE(f.session.selected(), f.run(1).id);
        QCOMPARE(f.session.runs().size(), std::size_t{2});
        f.click("train_stop");
        QVERIFY(f.wait(RunState::Stopped, 1));
    }

    // Loss and accuracy of a stopped run are of its last evaluation, and say of which step.
    void aStoppedRunSaysOfWhichStepItsFiguresAre() {
        TrainFixture f;
        f.makeSmall(100'000);
        f.click("train_step");  // the curves begin with the first step
        QVERIFY(f.wait(RunState::Paused));
        while (f.run().evaluations.empty() || f.run().evaluations.back().step == f.run().step) {
            const std::uint64_t before = f.run().step;
            f.click("train_pause");
            QTRY_VERIFY_WITH_TIMEOUT(f.run().step > before, waitMilliseconds);
            f.click("train_pause");
            QVERIFY(f.wait(RunState::Paused));
        }
        f.click("train_stop");
        QVERIFY(f.wait(RunState::Stopped));
        const RunTableModel model(f.session);
        const QString status = model.index(0, RunTableModel::Status).data().toString();
        const QString step = formatCount(f.run().evaluations.back().step);
        QCOMPARE_LT(f.run().evaluations.back().step, f.run().step);
        QVERIFY2(status.endsWith(QStringLiteral("figures of step %1").arg(step)),
                 qPrintable(status));
    }

    void ticksOfALogarithmicAxisStandApart_data() {
        QTest::addColumn<double>("lo");
        QTest::addColumn<double>("hi");
        QTest::newRow("a first loss") << 1.6 << 3.9;
        QTest::newRow("a late loss") << 0.0149 << 0.0261;
        QTest::newRow("one decade") << 0.3 << 3.2;
        QTest::newRow("many decades") << 1e-7 << 30.0;
        QTest::newRow("between round numbers") << 0.0211 << 0.0239;
        QTest::newRow("hardly any") << 0.9999 << 1.0001;
    }
    void ticksOfALogarithmicAxisStandApart() {
        QFETCH(double, lo);
        QFETCH(double, hi);
        const std::vector<double> ticks = spacedTicks(lo, hi);
        QCOMPARE_GE(ticks.size(), std::size_t{2});
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            QCOMPARE_GE(ticks[i], lo);
            QCOMPARE_LE(ticks[i], hi);
            // Four labels at most over a plot of the least height: 14 pixels of 60.
            QVERIFY(i == 0 || std::log(ticks[i] / ticks[i - 1]) / std::log(hi / lo) > 14.0 / 60);
        }
    }

    void aRunEndsWithItsEvaluationAndPredictions() {
        TrainFixture f;
        f.makeSmall(48);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        QCOMPARE(f.run().step, std::uint64_t{48});
        QCOMPARE(f.run().evaluations.size(), std::size_t{24});
        QCOMPARE(f.run().snapshot->probe.digits.size(), std::size_t{12});
        auto* accuracy = f.find<RunCurvesPlot>("accuracy_curves");
        QTRY_COMPARE(accuracy->curves().front().values.size(), 24);
        QCOMPARE(accuracy->curves().front().values.constLast(),
                 f.run().evaluations.back().accuracy * 100);
        // What the window trains is what the core trains.
        TrainingConfig config = f.run().plan.training;
        TrainingRun again = startRun({{}, f.run().plan.sizes, config, {}}).value();
        QCOMPARE(again.trainer->run().value().last.testLoss, f.run().evaluations.back().testLoss);
        // The table holds what the curves show.
        f.click("curves_table");
        auto* table = f.find<QDialog>("table_dialog")->findChild<QTableWidget*>();
        QVERIFY(table != nullptr);
        QCOMPARE(table->rowCount(), 24);
    }

    void aDigitSaysHowSureItIs() {
        TrainFixture f;
        f.makeSmall(24);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        auto* view = f.find<QWidget>("digit_predictions");
        const DigitGuess guess = f.run().snapshot->probe.digits.front();
        const QPoint inside(view->width() / 8, 20);
        QHelpEvent help(QEvent::ToolTip, inside, view->mapToGlobal(inside));
        QApplication::sendEvent(view, &help);
        QVERIFY2(QToolTip::text().contains(formatPercent(guess.confidence())),
                 qPrintable(QToolTip::text()));
        QVERIFY(QToolTip::text().contains(QString::number(guess.guess())));
    }

    void theStatusBarsCancelStopsTheRun() {
        TrainFixture f;
        f.makeSmall(1'000'000);
        f.click("train_queue");
        QTRY_VERIFY_WITH_TIMEOUT(f.run().step > 0, waitMilliseconds);
        QElapsedTimer timer;
        auto* strip = f.find<QWidget>("training_strip");
        QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), waitMilliseconds);
        timer.start();
        QTest::mouseClick(strip->findChild<QPushButton*>(QStringLiteral("job_cancel")),
                          Qt::LeftButton);
        QVERIFY(f.wait(RunState::Stopped));
        qInfo("stopped after %lld ms", static_cast<long long>(timer.elapsed()));
    }

    // Data whose opening was stopped say so, and are opened when the page is shown again.
    void stoppedDataAreOpenedAgain() {
        TrainFixture f;
        auto* queue = f.find<QPushButton>("train_queue");
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            f.chooseTask(TaskKind::Text);
            QVERIFY(!queue->isEnabled());
            f.jobs.cancelAll(&f.session.draft());
            QTRY_VERIFY(!f.find<Notice>("next_run_notice")->text().isEmpty());
            QVERIFY(!queue->isEnabled());
        }
        f.window->showPage(0);
        f.window->showPage(trainPage);
        QTRY_VERIFY(queue->isEnabled());
        QCOMPARE(f.find<Notice>("next_run_notice")->text(), QString());
    }

    void aQueuedRunWaitsForTheOneBefore() {
        TrainFixture f;
        f.makeSmall(40);
        f.click("train_queue");
        QTest::keyClick(f.window->findChild<QWidget*>(QStringLiteral("page_train")), Qt::Key_N);
        QCOMPARE(f.session.runs().size(), std::size_t{2});
        QCOMPARE(f.run(1).state, RunState::Waiting);
        QVERIFY(f.wait(RunState::Finished, 1));
        QCOMPARE(f.run(0).state, RunState::Finished);
        QCOMPARE(f.run(1).name, QStringLiteral("FP32 (2)"));
        // The same seed gives the same bits.
        QCOMPARE(f.run(0).evaluations.back().testLoss, f.run(1).evaluations.back().testLoss);
    }

    // Stop is about the run that is selected: one that waits leaves the queue, the other trains on.
    void stopEndsTheSelectedRun() {
        TrainFixture f;
        f.makeSmall(1'000'000);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Running));
        QTest::keyClick(f.window->findChild<QWidget*>(QStringLiteral("page_train")), Qt::Key_N);
        QCOMPARE(f.session.selected(), f.run(1).id);
        QVERIFY(f.find<QPushButton>("train_stop")->toolTip().contains(f.run(1).name));
        f.click("train_stop");
        QCOMPARE(f.run(1).state, RunState::Stopped);
        QCOMPARE(f.run(0).state, RunState::Running);
        // It is over: there is nothing to stop of it, whoever else trains.
        QVERIFY(!f.find<QPushButton>("train_stop")->isEnabled());
        f.session.select(f.run(0).id);
        f.click("train_stop");
        QVERIFY(f.wait(RunState::Stopped));
    }

    void aRemovedRunComesBack() {
        TrainFixture f;
        f.makeSmall(1'000'000);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(f.window->findChild<QWidget*>(QStringLiteral("page_train")), Qt::Key_N);
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.run(0).state, RunState::Running, waitMilliseconds);
        QAbstractItemModelTester tester(f.find<QTableView>("run_table")->model());
        const RunId first = f.run(0).id;
        const RunId middle = f.run(1).id;
        const RunId last = f.run(2).id;
        f.session.select(first);
        QVERIFY(!f.find<QPushButton>("train_remove")->isEnabled());  // it trains
        // The one in the middle, by Delete in the table; the table looks at its neighbour.
        f.session.select(middle);
        auto* table = f.find<QTableView>("run_table");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(f.session.runs().size(), std::size_t{2});
        QVERIFY(f.session.find(middle) == nullptr);
        QCOMPARE(f.session.selected(), last);
        QCOMPARE(table->currentIndex().row(), 1);
        // Another comes meanwhile, and gets none of the ids that were given.
        f.session.queueRun();
        QVERIFY(f.run(2).id != middle);
        f.window->showPage(0);
        f.bench->undoStack().undo();  // Workbench steps and this one share the stack
        QVERIFY(f.find<QWidget>("page_train")->isVisible());
        QCOMPARE(f.session.runs().size(), std::size_t{4});
        QCOMPARE(f.run(1).id, middle);
        QCOMPARE(f.run(1).state, RunState::Waiting);
        QCOMPARE(f.session.selected(), middle);
        QCOMPARE(table->currentIndex().row(), 1);
        f.bench->undoStack().redo();
        QCOMPARE(f.session.runs().size(), std::size_t{3});
        QVERIFY(f.session.find(middle) == nullptr);
        f.session.select(first);
        f.click("train_stop");
        QVERIFY(f.wait(RunState::Stopped));
        f.click("train_remove");
        QVERIFY(f.session.find(first) == nullptr);
    }

    // What only training needs goes when a run is over; its weights can still be saved and opened.
    void aRunThatIsOverGivesBackItsTrainer() {
        TrainFixture f;
        f.makeSmall(24);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        const auto worker = f.session.list().worker(f.run().id);
        QVERIFY(worker->released());
        QVERIFY(!worker->checkpoint()->resumable());
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("over.safetensors"));
        QVERIFY(f.run().unsaved());
        QSignalSpy saved(&f.session, &TrainingSession::saved);
        f.session.saveCheckpoint(file);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, waitMilliseconds);
        QVERIFY(!f.run().unsaved());
        f.session.openCheckpoint(file);
        QTRY_COMPARE_WITH_TIMEOUT(f.session.runs().size(), std::size_t{2}, waitMilliseconds);
        QCOMPARE(f.run(1).state, RunState::Finished);
        QCOMPARE(f.run(1).step, std::uint64_t{24});
        QCOMPARE(f.run(1).evaluations.back().testLoss, f.run(0).evaluations.back().testLoss);
        QVERIFY(std::ranges::equal(f.run(1).snapshot->model.parameters().all(),
                                   f.run(0).snapshot->model.parameters().all()));
        QVERIFY(f.session.list().worker(f.run(1).id)->released());
    }

    void closingAsksAboutWhatWouldBeLost() {
        TrainFixture f;
        f.makeSmall(1'000'000);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Running));
        const QString name = f.run().name;
        QVERIFY(!f.window->close());
        auto* question = f.find<QMessageBox>("close_question");
        QVERIFY2(question->text().contains(name), qPrintable(question->text()));
        QTest::mouseClick(f.find<QPushButton>("close_stay"), Qt::LeftButton);
        QTRY_VERIFY(f.window->findChild<QMessageBox*>(QStringLiteral("close_question")) == nullptr);
        QVERIFY(f.window->isVisible());
        QCOMPARE(f.run().state, RunState::Running);
        QTRY_VERIFY_WITH_TIMEOUT(f.run().step > 0, waitMilliseconds);  // else nothing is lost
        f.click("train_stop");
        QVERIFY(f.wait(RunState::Stopped));
        QVERIFY(!f.window->close());  // what it learned is nowhere else
        QTest::mouseClick(f.find<QPushButton>("close_anyway"), Qt::LeftButton);
        QTRY_VERIFY(!f.window->isVisible());
    }

    // Starting again for another size asks as closing does, and is offered again to who stays.
    void startingAgainAsksAboutWhatWouldBeLost() {
        TrainFixture f;
        f.makeSmall(1'000'000);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Running));
        QTRY_VERIFY_WITH_TIMEOUT(f.run().step > 0, waitMilliseconds);
        QVERIFY(f.window->actions().run(QStringLiteral("window.larger")));
        auto* offer = f.find<QAbstractButton>("raise_limit");
        QTRY_VERIFY(offer->isVisible());
        QTest::mouseClick(offer, Qt::LeftButton);
        QVERIFY(f.window->isVisible());
        QVERIFY(!f.window->startsAgain());
        QTest::mouseClick(f.find<QPushButton>("close_stay"), Qt::LeftButton);
        QTRY_VERIFY(f.window->findChild<QMessageBox*>(QStringLiteral("close_question")) == nullptr);
        QVERIFY(!f.window->startsAgain());
        QCOMPARE(f.run().state, RunState::Running);
        QVERIFY(offer->isVisible());
        QTest::mouseClick(offer, Qt::LeftButton);
        QTest::mouseClick(f.find<QPushButton>("close_anyway"), Qt::LeftButton);
        QTRY_VERIFY(!f.window->isVisible());
        QVERIFY(f.window->startsAgain());
        QVERIFY(QFile::remove(StartAgain::file()));
    }

    void nothingLostNothingAsked() {
        TrainFixture f;
        QVERIFY(f.window->close());
    }

    // A control writes its own field: what it does not show stays.
    void eachControlChangesItsOwnField_data() {
        QTest::addColumn<QString>("weights");
        QTest::addColumn<QString>("inputs");
        QTest::addColumn<QString>("ownWeights");
        QTest::newRow("FP8") << "fp8-e4m3"
                             << "fp8-e4m3"
                             << "int2";
        QTest::newRow("NF4 and a layer in FP4") << "nf4"
                                                << "uint8"
                                                << "fp4-e2m1";
        QTest::newRow("asymmetric") << "uint4"
                                    << "int8"
                                    << "nf4";
    }
    void eachControlChangesItsOwnField() {
        QFETCH(QString, weights);
        QFETCH(QString, inputs);
        QFETCH(QString, ownWeights);
        TrainFixture f;
        NextRun next = f.session.next();
        next.method.method = MethodKind::Ptq;
        next.start = StartFrom::Sample;
        SiteRecipe& base = next.method.recipe.base;
        base.weight->format = weights.toStdString();
        base.activation.mode = ActivationMode::DynamicToken;
        base.activation.scheme.format = inputs.toStdString();
        SiteRecipe own = base;
        own.weight->format = ownWeights.toStdString();
        own.activation.scheme.format = "int4";
        next.method.recipe.overrides = {{"layers.0.ff1", own}};
        f.session.setNext(next);
        const QuantRecipe before = f.session.next().method.recipe;
        const auto recipe = [&]() -> const QuantRecipe& { return f.session.next().method.recipe; };

        auto* granularity = f.find<Segment>("train_granularity");
        QTest::mouseClick(granularity->button(0), Qt::LeftButton);
        QuantRecipe wanted = before;
        wanted.base.weight->granularity = Granularity::Tensor;
        wanted.base.weight->groupSize = recipe().base.weight->groupSize;
        wanted.overrides[0].recipe.weight->granularity = Granularity::Tensor;
        wanted.overrides[0].recipe.weight->groupSize = recipe().base.weight->groupSize;
        QVERIFY(recipe() == wanted);

        // The inputs' slider leaves weights, the way of finding a range, and the layer's own
        // inputs.
        auto* slider = f.find<SteppedSlider>("train_input_bits");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(inputBits(recipe().base), 6);
        QVERIFY(recipe().base.activation.mode == ActivationMode::DynamicToken);
        wanted.base.activation = recipe().base.activation;
        QVERIFY(recipe() == wanted);

        auto* rounding = f.find<QComboBox>("train_rounding");
        const int index = rounding->findData(static_cast<int>(PtqMethod::Hqq));
        rounding->setCurrentIndex(index);
        emit rounding->activated(index);
        wanted.base.method = PtqMethod::Hqq;
        wanted.overrides[0].recipe.method = PtqMethod::Hqq;
        QVERIFY(recipe() == wanted);
        // And the recipe dialog shows what is there without changing it.
        f.click("train_recipe");
        auto* dialog = f.find<QDialog>("recipe_dialog");
        auto* box = dialog->findChild<QComboBox*>(QStringLiteral("recipe_all_inputs"));
        QVERIFY(box != nullptr);
        QVERIFY(f.session.next().method.recipe == wanted);
    }

    // Weights that learned another task are told about before the run starts.
    void anotherTasksWeightsAreToldAbout() {
        TrainFixture f;
        f.chooseTask(TaskKind::Sort);
        QTRY_VERIFY(f.session.draft().ready());
        auto* hint = f.find<QLabel>("train_start_hint");
        QVERIFY(!hint->isVisible());
        auto* start = f.find<QComboBox>("train_start");
        const int sample = start->findData(static_cast<int>(StartFrom::Sample));
        start->setCurrentIndex(sample);
        emit start->activated(sample);
        QVERIFY(!hint->isVisible());  // the sample sorts in ascending order, and so does the run
        QTest::mouseClick(f.find<Segment>("train_variant")->button(1), Qt::LeftButton);
        QTRY_VERIFY(hint->isVisible());
        QVERIFY2(hint->text().contains(QStringLiteral("descending")), qPrintable(hint->text()));
    }

    // "0.003" with its first digit cut is "3.003" to a reader.
    void fieldsShowTheirWholeNumbers() {
        TrainFixture f;
        f.window->resize(1024, 700);
        QTest::qWait(1);
        for (const char* name : {"train_rate", "train_steps", "train_width", "train_seed"}) {
            const auto* field = f.find<QLineEdit>(name);
            const int padding = 10;  // its own and the frame's, left and right
            QCOMPARE_GE(field->width() - padding,
                        QFontMetrics(field->font()).horizontalAdvance(field->text()));
        }
    }

    // However long the names of the runs are that it may start from.
    void theFormFitsItsCard() {
        TrainFixture f;
        f.makeSmall(2);
        f.type("train_seed", QStringLiteral("123456"));
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        auto* start = f.find<QComboBox>("train_start");
        QCOMPARE_GE(start->count(), 3);
        const QWidget* form = start->parentWidget();
        QTRY_VERIFY(form->width() <= form->parentWidget()->width());
        QCOMPARE_LE(form->minimumSizeHint().width(), form->parentWidget()->width());
    }

    // Where the diagram leaves room beside it nothing of the form has to be scrolled to.
    void theWholeFormIsSeen() {
        TrainFixture f;
        const QWidget* form = f.find<QComboBox>("train_start")->parentWidget();
        QTRY_COMPARE_LE(form->height(), form->parentWidget()->height());
        f.window->resize(1024, 700);
        QTRY_COMPARE_GT(form->height(), form->parentWidget()->height());
    }

    // How long a story takes is said before it begins, and not while something trains.
    void storiesSayHowLongTheyTake() {
        TrainFixture f;
        const auto* stories = f.find<QListWidget>("train_stories");
        const QRegularExpression time(QStringLiteral("about .+ (s|min|h)$"));
        for (int row = 0; row < stories->count(); ++row) {
            QTRY_VERIFY_WITH_TIMEOUT(
                stories->item(row)->data(Qt::AccessibleTextRole).toString().contains(time),
                3 * waitMilliseconds);
            QVERIFY(stories->item(row)->toolTip().contains(QStringLiteral("estimate")));
        }
        QVERIFY(f.session.runs().empty());
    }

    // A digit that is cut off makes another figure.
    void figuresOfRunsAreWhole_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1366") << QSize(1366, 768);
        QTest::newRow("1440") << QSize(1440, 900);
        QTest::newRow("narrow") << QSize(1024, 700);
    }

    void figuresOfRunsAreWhole() {
        QFETCH(QSize, size);
        TrainFixture f;
        f.makeSmall(2);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        f.window->resize(size);
        if (size.width() < 1300) {
            QTest::mouseClick(f.find<Segment>("train_tabs")->button(1), Qt::LeftButton);
        }
        const auto* table = f.find<QTableView>("run_table");
        QTRY_VERIFY(table->isVisible());
        const int needed = QFontMetrics(monoFont(12)).horizontalAdvance("0.00149") + 16;
        QTRY_COMPARE_GE(table->columnWidth(RunTableModel::Loss), needed);
        const QHeaderView* header = table->horizontalHeader();
        QCOMPARE_LE(header->length(), table->viewport()->width());
        for (int column = RunTableModel::Status + 1; column < RunTableModel::ColumnCount;
             ++column) {
            const QString title = table->model()->headerData(column, Qt::Horizontal).toString();
            QCOMPARE_GE(header->sectionSize(column),
                        QFontMetrics(textFont(11)).horizontalAdvance(title) + 8);
        }
    }

    // Neither the header nor the pace of a run makes the page wider than a small window.
    void theSmallestWindowHasTheWholePage() {
        TrainFixture f;
        f.makeSmall(100'000);
        f.click("train_queue");
        QTRY_VERIFY_WITH_TIMEOUT(!f.find<QLabel>("train_speed")->text().isEmpty(),
                                 waitMilliseconds);
        f.window->resize(960, 540);
        const auto* page = f.window->findChild<QWidget*>(QStringLiteral("page_train"));
        QTRY_COMPARE_LE(page->width(), page->parentWidget()->width());
        f.session.stop();
        QVERIFY(f.wait(RunState::Stopped));
    }

    // A run that waits shows the size and the trained weights that it will have.
    void aWaitingRunKnowsItsSize_data() {
        QTest::addColumn<int>("method");
        for (const MethodKind kind :
             {MethodKind::Ptq, MethodKind::Qat, MethodKind::Lora, MethodKind::Qlora}) {
            QTest::newRow(methodName(kind).data()) << static_cast<int>(kind);
        }
    }
    void aWaitingRunKnowsItsSize() {
        QFETCH(int, method);
        TrainFixture f;
        NextRun next = f.session.next();
        next.training.steps = 2;
        next.start = StartFrom::Sample;
        next.sizes = defaultModel(TaskKind::Digits);
        next.method.method = static_cast<MethodKind>(method);
        f.session.setNext(next);
        QVERIFY(f.session.draft().ready());
        const RunFacts expected = f.session.draft().facts();
        f.session.queueRun();
        QCOMPARE(f.run().facts.bytes, expected.bytes);
        QVERIFY(f.wait(RunState::Finished));
        // What it was once it ran is what was told before.
        QCOMPARE(f.run().facts.bytes, expected.bytes);
        QCOMPARE(f.run().facts.trained, expected.trained);
    }

    // Names of lines do not vanish: each is named or counted, and the selected one is named.
    void everyCurveIsNamedOrCounted() {
        TrainFixture f;
        f.makeSmall(2);
        constexpr int many = 24;
        for (int i = 0; i < many; ++i) {
            f.session.queueRun();
        }
        QVERIFY(f.wait(RunState::Finished, many - 1));
        f.session.select(f.run(0).id);
        QTest::qWait(1);
        auto* plot = f.find<RunCurvesPlot>("loss_curves");
        QCOMPARE(plot->curves().size(), std::size_t{many});
        QCOMPARE(static_cast<int>(plot->named().size()) + plot->unnamed(), many);
        QVERIFY(plot->named().contains(f.run(0).name));
        QVERIFY(plot->named().contains(f.run(many - 1).name));
    }

    void badSettingsAreMarkedInPlace_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("width not shared by heads") << QByteArray("train_heads") << "7";
        QTest::newRow("no layers") << QByteArray("train_layers") << "0";
        QTest::newRow("width above the limit") << QByteArray("train_width") << "4096";
        QTest::newRow("no steps") << QByteArray("train_steps") << "0";
        QTest::newRow("negative rate") << QByteArray("train_rate") << "-1";
        QTest::newRow("rate no number") << QByteArray("train_rate") << "fast";
        QTest::newRow("rate beyond a double") << QByteArray("train_rate") << "1e400";
        QTest::newRow("half a head") << QByteArray("train_heads") << "2.5";
    }
    void badSettingsAreMarkedInPlace() {
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        TrainFixture f;
        const QString good = f.find<QLineEdit>(field)->text();
        f.type(field, text);
        QVERIFY(f.find<QLineEdit>(field)->property("invalid").toBool());
        const auto* notice = f.find<Notice>("next_run_notice");
        QVERIFY(!notice->text().isEmpty());
        // Nothing starts with another value than the one that stands there, and it can be seen.
        QVERIFY(!f.find<QPushButton>("train_queue")->isEnabled());
        QVERIFY(!f.find<QPushButton>("train_step")->isEnabled());
        QCoreApplication::processEvents();
        const auto placeOf = [&f](const QWidget* part) {
            return QRect(part->mapTo(f.window.get(), QPoint()), part->size());
        };
        QVERIFY(!placeOf(notice).intersects(placeOf(f.find<QLineEdit>(field))));
        f.type(field, good);
        QVERIFY(!f.find<QLineEdit>(field)->property("invalid").toBool());
        QVERIFY(f.find<Notice>("next_run_notice")->text().isEmpty());
        QVERIFY(f.find<QPushButton>("train_queue")->isEnabled());
    }

    void aDivergingRunSaysWhenAndWhy() {
        TrainFixture f;
        f.makeSmall(400);
        f.type("train_rate", QStringLiteral("100"));
        NextRun next = f.session.next();
        next.training.optimizer.kind = OptimizerKind::Sgd;
        next.training.clipNorm = 0;
        f.session.setNext(next);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Failed));
        QCOMPARE(f.run().error->code, ErrorCode::Diverged);
        const QString text = f.find<Notice>("run_notice")->text();
        QVERIFY2(text.contains(QStringLiteral("step")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("learning rate")), qPrintable(text));
        for (const float value : f.run().snapshot->model.parameters().all()) {
            QVERIFY(std::isfinite(value));
        }
    }

    void aBlockOpensOnCalibrate() {
        TrainFixture f;
        f.makeSmall(24);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        auto* node = f.find<QAbstractButton>("node_layers.0.ff1");
        QCOMPARE(node->accessibleName(), QStringLiteral("Block 0 FC1"));
        QTest::mouseClick(node, Qt::LeftButton);
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(f.find<QLabel>("layer_title")->text(), QStringLiteral("Block 0 FC1"));
        QCOMPARE(f.bench->source()->title(), QStringLiteral("layers.0.ff1.weight"));
        QCOMPARE(f.bench->source()->detail(), QStringLiteral("64×16"));
        const auto& parameters = f.run().snapshot->model.parameters();
        const auto values = parameters.values(*parameters.find("layers.0.ff1.weight"));
        QVERIFY(std::ranges::equal(f.bench->source()->tensor.values(), values));
        QVERIFY(f.window->findChild<QWidget*>(QStringLiteral("page_train"))->isVisible());
        // Enter shows it there.
        QTest::keyClick(node, Qt::Key_Return);
        QVERIFY(f.window->findChild<QWidget*>(QStringLiteral("page_calibrate"))->isVisible());
    }

    void thePartThatIsLookedAtIsKept_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("title");
        QTest::newRow("layer") << "layers.1.ff1"
                               << "Block 1 FC1";
        QTest::newRow("norm") << "ln_f_out"
                              << "Last norm";
        QTest::newRow("sum") << "layers.0.out"
                             << "Block 0 output";
    }

    /// A session has the chosen part, whether it is a layer that can be quantized or not.
    void thePartThatIsLookedAtIsKept() {
        QFETCH(QString, part);
        QFETCH(QString, title);
        QByteArray saved;
        {
            TrainFixture f;
            QTest::mouseClick(f.find<QAbstractButton>(qPrintable("node_" + part)), Qt::LeftButton);
            QCOMPARE(f.find<QLabel>("layer_title")->text(), title);
            saved = f.window->session().text();
        }
        TrainFixture f;
        QVERIFY(f.window->session().open(saved));
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        QCoreApplication::processEvents();
        QVERIFY(f.find<QAbstractButton>(qPrintable("node_" + part))->isChecked());
        QCOMPARE(f.find<QLabel>("layer_title")->text(), title);
        QCOMPARE(f.window->session().text(), saved);
        // Each part has a name of its own, by which it is found again.
        QSet<QString> names;
        const auto nodes = f.find<QWidget>("model_diagram")->findChildren<QAbstractButton*>();
        for (const QAbstractButton* node : nodes) {
            QVERIFY2(node->objectName() != QLatin1String("node_"),
                     qPrintable(node->accessibleName()));
            names << node->objectName();
        }
        QCOMPARE(names.size(), nodes.size());
    }

    void theAccuracyIsNamedAfterTheNextRunsTask() {
        TrainFixture f;
        auto* what = f.find<QLabel>("accuracy_kind");
        QCOMPARE(what->text(), QStringLiteral("test digits right"));
        f.chooseTask(TaskKind::Sort);
        QCOMPARE(what->text(), QStringLiteral("whole sequences right"));
    }

    void everyNodeIsReachedByTheKeyboard() {
        TrainFixture f;
        const auto nodes = f.find<QWidget>("model_diagram")->findChildren<QAbstractButton*>();
        QCOMPARE(nodes.size(), 2 * 12 + 3);
        // One stop of Tab, and arrows from node to node.
        const auto stops = std::ranges::count_if(
            nodes, [](const auto* node) { return bool(node->focusPolicy() & Qt::TabFocus); });
        QCOMPARE(stops, 1);
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        nodes.front()->setFocus();
        QTRY_VERIFY(nodes.front()->hasFocus());
        QStringList names;
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            const auto* node = qobject_cast<QAbstractButton*>(f.window->focusWidget());
            QVERIFY(node != nullptr && node->focusPolicy() & Qt::TabFocus);
            names << node->accessibleName();
            QTest::keyClick(f.window->focusWidget(), Qt::Key_Right);
        }
        QCOMPARE(names.removeDuplicates(), 0);
        QTest::keyClick(f.window->focusWidget(), Qt::Key_Home);
        QVERIFY(nodes.front()->hasFocus());
    }

    void anotherHeadIsAnotherMap() {
        TrainFixture f;
        f.chooseTask(TaskKind::Sort);
        QTRY_VERIFY(f.session.draft().ready());
        f.makeSmall(24);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Finished));
        QCOMPARE(f.run().snapshot->probe.sorts.size(), std::size_t{12});
        QTest::mouseClick(f.find<Segment>("inside_choice")->button(1), Qt::LeftButton);
        auto* head = f.find<QComboBox>("attention_head");
        QCOMPARE(head->count(), 2);
        auto* plot = f.find<QWidget>("attention_plot");
        const auto picture = [plot] {
            QTest::qWait(20);
            return plot->grab().toImage();
        };
        const QImage first = picture();
        head->setCurrentIndex(1);
        const QImage second = picture();
        QVERIFY(first != second);
        head->setCurrentIndex(0);
        QCOMPARE(picture(), first);
    }
};

QTEST_MAIN(TestTrainPage)
#include "tst_train_page.moc"
