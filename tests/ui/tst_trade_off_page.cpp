// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/models/trade_off_model.h"
#include "ui/pages/tradeoff/ranked_bars.h"
#include "ui/pages/train/diagram_button.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/trade_off_plot.h"
#include "ui/state/layer_study.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/runs/runs_csv.h"
#include "ui/state/shipped_files.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

#include <numeric>
#include <set>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

constexpr int trainPage = 2;
constexpr int tradeOffPage = 3;

RunSpec runOf(MethodKind method, int bits) {
    RunSpec run;
    run.method = method;
    run.recipe = defaultRecipe();
    setWeightBits(run.recipe.base, bits);
    run.name = runName(run).toStdString();
    return run;
}

/// Four runs of two seeds on the shipped sorting model, a few steps each.
ExperimentSpec smallExperiment(const QString& folder) {
    ExperimentSpec spec;
    spec.name = "small";
    spec.task.kind = TaskKind::Sort;
    spec.base = unpackSample(TaskKind::Sort, folder).value();
    spec.training.steps = 4;
    spec.training.batch = 8;
    spec.training.evaluateEvery = 2;
    spec.training.warmup = 0;
    spec.training.learningRate = 1e-4;
    spec.seeds = {1, 2};
    spec.runs = {runOf(MethodKind::Full, fullBits), runOf(MethodKind::Ptq, 8),
                 runOf(MethodKind::Ptq, 2), runOf(MethodKind::Qat, 4)};
    return spec;
}

struct TradeOffFixture : WorkbenchFixture {
    static constexpr int waitMilliseconds = 60'000;  ///< experiments train

    explicit TradeOffFixture(const QString& folder)
        : WorkbenchFixture(tradeOffPage), tradeOff(bench->tradeOff()) {
        // Pages and their side views are built when they are first shown.
        window->showPage(tradeOffPage - 1);
        window->showPage(tradeOffPage);
        for (int view = 2; view >= 0; --view) {
            window->currentPage()->showView(view);
        }
        tradeOff.openFolder(folder);
        jobs.waitForIdle(waitMilliseconds);
    }

    void runSmall() {
        tradeOff.run(smallExperiment(tradeOff.folder()));
        QTRY_VERIFY_WITH_TIMEOUT(!tradeOff.running(), waitMilliseconds);
        QTRY_COMPARE_WITH_TIMEOUT(tradeOff.runs().size(), std::size_t{8}, waitMilliseconds);
    }

    void click(const char* name) {
        auto* button = find<QAbstractButton>(name);
        QVERIFY2(button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    TradeOff& tradeOff;
};

constexpr int waitMilliseconds = TradeOffFixture::waitMilliseconds;

}  // namespace

class TestTradeOffPage : public QObject {
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

    void aSelectionIsSeenEverywhere() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        auto* table = f.find<QTableView>("results_table");
        const QAbstractItemModelTester tester(
            table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        f.runSmall();
        auto* plot = f.find<TradeOffPlot>("tradeoff_plot");
        QTest::qWait(50);
        // A click on a point selects the row.
        const QString ptq = QStringLiteral("PTQ INT2");
        const QPoint point = plot->pointOf(ptq);
        QWidget* inside = plot->childAt(point);
        QVERIFY(inside != nullptr);
        QTest::mouseClick(inside, Qt::LeftButton, Qt::NoModifier, inside->mapFrom(plot, point));
        QCOMPARE(f.tradeOff.selected(), ptq);
        const auto* model = qobject_cast<const TradeOffModel*>(table->model());
        QCOMPARE(model->nameAt(table->currentIndex().row()), ptq);
        // Arrow keys walk by size; the smallest run is the first.
        QTest::keyClick(plot, Qt::Key_Right);
        const double before = f.tradeOff.summary(ptq)->sizeBytes;
        QCOMPARE_GT(f.tradeOff.summary(f.tradeOff.selected())->sizeBytes, before);
        // A click on a row selects the point.
        const int row = model->rowOf(QStringLiteral("FP32"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier,
                          table->visualRect(model->index(row, TradeOffModel::Name)).center());
        QCOMPARE(f.tradeOff.selected(), QStringLiteral("FP32"));
        // The settings of the run can be copied and read again.
        f.click("tradeoff_copy");
        const auto spec =
            experimentSpecFromJson(QGuiApplication::clipboard()->text().toStdString());
        QVERIFY(spec);
        QCOMPARE(spec->runs.size(), std::size_t{1});
        QCOMPARE(spec->seeds.size(), std::size_t{1});
    }

    void aHoverIsSeenEverywhere() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        auto* table = f.find<QTableView>("results_table");
        const auto* model = qobject_cast<const TradeOffModel*>(table->model());
        auto* plot = f.find<TradeOffPlot>("tradeoff_plot");
        QTest::qWait(50);
        const auto rowHovered = [&](const QString& name) {
            return model->index(model->rowOf(name), 0).data(TradeOffModel::HoverRole).toBool();
        };
        // A point marks the row.
        const QString ptq = QStringLiteral("PTQ INT2");
        const QPoint point = plot->pointOf(ptq);
        QWidget* inside = plot->childAt(point);
        QTest::mouseMove(inside, inside->mapFrom(plot, point));
        QTRY_VERIFY(rowHovered(ptq));
        // A row marks the point.
        const QImage before = plot->grab().toImage();
        const int row = model->rowOf(QStringLiteral("FP32"));
        QTest::mouseMove(table->viewport(), table->visualRect(model->index(row, 1)).center());
        QTRY_VERIFY(rowHovered(QStringLiteral("FP32")));
        QVERIFY(!rowHovered(ptq));
        QTRY_VERIFY(plot->grab().toImage() != before);
        // A bar marks the same layer among the other bars.
        f.click("sensitivity_measure");
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.study().sensitivity().has_value(), waitMilliseconds);
        auto* bars = f.find<RankedBars>("sensitivity_bars");
        const QString layer = bars->bars()[1].name;
        QTest::mouseMove(bars, bars->pointOf(layer));
        QTRY_COMPARE(f.find<RankedBars>("compare_bars")->highlight(), layer);
    }

    void aChosenLayerIsChosenEverywhere() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        QTRY_VERIFY_WITH_TIMEOUT(!f.tradeOff.study().sites().isEmpty(), waitMilliseconds);
        f.click("sensitivity_measure");
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.study().sensitivity().has_value(), waitMilliseconds);
        const QString first = QStringLiteral("layers.0.ff1");
        const QString second = QStringLiteral("layers.1.ff2");
        auto* bars = f.find<RankedBars>("sensitivity_bars");
        auto* live = f.find<QComboBox>("live_layer");
        auto* firstNode = f.find<DiagramButton>("node_layers.0.ff1");
        auto* secondNode = f.find<DiagramButton>("node_layers.1.ff2");
        // A bar is pointed at and clicked.
        QTest::mouseMove(bars, bars->pointOf(first));
        QTRY_VERIFY(firstNode->isMarked());
        QVERIFY(!secondNode->isMarked());
        QTest::mouseClick(bars, Qt::LeftButton, Qt::NoModifier, bars->pointOf(first));
        QCOMPARE(live->currentData().toString(), first);
        QVERIFY(firstNode->isChecked());
        // The bar of one that is chosen elsewhere is scrolled to.
        for (const RankedBars::Bar& bar : {bars->bars().back(), bars->bars().front()}) {
            f.tradeOff.highlight().chooseLayer(bar.name);
            QVERIFY(bars->visibleRegion().contains(bars->pointOf(bar.name)));
        }
        // One of the list on the Live tab.
        live->setCurrentIndex(live->findData(second));
        emit live->activated(live->currentIndex());
        QCOMPARE(bars->current(), second);
        QVERIFY(secondNode->isChecked());
        // A part of the diagram on the Train page.
        f.window->showPage(trainPage);
        QTest::qWait(50);
        QTest::mouseMove(firstNode, firstNode->rect().center());
        QTRY_COMPARE(bars->highlight(), first);
        QTest::mouseClick(firstNode, Qt::LeftButton);
        QCOMPARE(bars->current(), first);
        QCOMPARE(live->currentData().toString(), first);
        // A norm is no layer: the list keeps what it has.
        QTest::mouseClick(f.find<DiagramButton>("node_layers.0.ln1_out"), Qt::LeftButton);
        QCOMPARE(bars->current(), QString());
        QCOMPARE(live->currentData().toString(), first);
        // The list marks what it points at for as long as it is open.
        f.window->showPage(tradeOffPage);
        QTest::mouseClick(f.find<Segment>("tradeoff_views")->button(1), Qt::LeftButton);
        live->showPopup();
        QTest::keyClick(live->view(), Qt::Key_Up);
        const QString above = live->itemData(live->findData(first) - 1).toString();
        QTRY_COMPARE(bars->highlight(), above);
        live->hidePopup();
        QTRY_COMPARE(bars->highlight(), QString());
    }

    void headersSortTheTable() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        auto* table = f.find<QTableView>("results_table");
        const auto* model = qobject_cast<const TradeOffModel*>(table->model());
        const auto column = [&](TradeOffModel::Column which) {
            QList<double> values;
            for (int row = 0; row < model->rowCount(); ++row) {
                const RunSummary* run = f.tradeOff.summary(model->nameAt(row));
                values << (which == TradeOffModel::Size ? run->sizeBytes : run->accuracy);
            }
            return values;
        };
        const QList<double> sizes = column(TradeOffModel::Size);
        QVERIFY(std::is_sorted(sizes.rbegin(), sizes.rend()));  // the largest first
        QHeaderView* header = table->horizontalHeader();
        f.tradeOff.select(QStringLiteral("PTQ INT2"));
        const QPoint accuracy(header->sectionViewportPosition(TradeOffModel::Accuracy) + 20, 10);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, accuracy);
        QList<double> values = column(TradeOffModel::Accuracy);
        const bool rising = header->sortIndicatorOrder() == Qt::AscendingOrder;
        QVERIFY(rising ? std::is_sorted(values.begin(), values.end())
                       : std::is_sorted(values.rbegin(), values.rend()));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, accuracy);
        const QList<double> back = column(TradeOffModel::Accuracy);
        QVERIFY(std::equal(values.begin(), values.end(), back.rbegin()));
        // The selection stays with its run.
        QCOMPARE(model->nameAt(table->currentIndex().row()), QStringLiteral("PTQ INT2"));
        QCOMPARE(f.tradeOff.selected(), QStringLiteral("PTQ INT2"));
    }

    void theTableFitsItsWindow_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("allColumns");
        QTest::newRow("smallest") << QSize(1024, 700) << false;
        QTest::newRow("wide") << QSize(1700, 900) << true;
    }
    void theTableFitsItsWindow() {
        QFETCH(QSize, size);
        QFETCH(bool, allColumns);
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        f.window->resize(size);
        QTest::qWait(50);
        auto* table = f.find<QTableView>("results_table");
        const QHeaderView* header = table->horizontalHeader();
        QCOMPARE(header->length(), table->viewport()->width());
        QCOMPARE(header->hiddenSectionCount() == 0, allColumns);
        for (int column = 0; column < TradeOffModel::ColumnCount; ++column) {
            const bool figure = TradeOffModel::isFigure(column) || column == TradeOffModel::Front;
            for (int row = 0; figure && row < table->model()->rowCount(); ++row) {
                const QModelIndex index = table->model()->index(row, column);
                const int needed = table->itemDelegate()->sizeHint({}, index).width();
                QVERIFY2(header->isSectionHidden(column) || header->sectionSize(column) >= needed,
                         qPrintable(index.data().toString()));
            }
        }
        for (const int kept :
             {TradeOffModel::Name, TradeOffModel::Bits, TradeOffModel::ScalePer,
              TradeOffModel::Size, TradeOffModel::Accuracy, TradeOffModel::Front}) {
            QVERIFY(!header->isSectionHidden(kept));
        }
    }

    void bitsAndScalesHaveTheirOwnColumns() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        ExperimentSpec spec = smallExperiment(folder.path());
        spec.seeds = {1};
        spec.runs[2].recipe.base.weight->granularity = Granularity::Group;
        spec.runs[2].recipe.base.weight->groupSize = 16;
        spec.runs[3].qat.weights = WeightTraining::Lsq;
        f.tradeOff.run(spec);
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{4}, waitMilliseconds);
        auto* table = f.find<QTableView>("results_table");
        auto* model = qobject_cast<TradeOffModel*>(table->model());
        const auto cell = [&](const QString& name, TradeOffModel::Column column) {
            return model->index(model->rowOf(name), column).data().toString();
        };
        const QString group = QStringLiteral("PTQ INT2");
        const QString learned = QStringLiteral("QAT INT4");
        QCOMPARE(cell(group, TradeOffModel::Bits), QStringLiteral("2"));
        QCOMPARE(cell(group, TradeOffModel::ScalePer), QStringLiteral("group 16"));
        QCOMPARE(cell(learned, TradeOffModel::Method), QStringLiteral("QAT, LSQ"));
        QCOMPARE(cell(QStringLiteral("FP32"), TradeOffModel::ScalePer), QStringLiteral("–"));
        const QString tip = model->index(model->rowOf(group), 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("2 bits, a scale per group 16")), qPrintable(tip));
        model->sort(TradeOffModel::Bits, Qt::AscendingOrder);
        QCOMPARE(model->rowOf(group), 0);
        QCOMPARE(model->rowOf(QStringLiteral("FP32")), 3);
        model->sort(TradeOffModel::ScalePer, Qt::AscendingOrder);
        QCOMPARE_LT(model->rowOf(learned), model->rowOf(group));
        const QByteArray csv = runsCsv(f.tradeOff.runs(), {{spec.runs[2].name, spec.runs[2]}});
        QVERIFY2(csv.contains("PTQ INT2,ptq,int2 group 16,2,group 16,1,"), csv.constData());
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
            f.bench->undoStack().undo();
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
        // The weights of the worst layer, then of one that is clicked.
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.layerWeights().has_value(), waitMilliseconds);
        auto* bars = f.find<RankedBars>("compare_bars");
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

    void aBudgetIsSolvedAndAddsItsRun() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        QVERIFY(f.tradeOff.study().hasBase());
        auto* field = f.find<QLineEdit>("budget_field");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("30"));
        QTest::keyClick(field, Qt::Key_Return);
        f.click("budget_solve");
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{9}, waitMilliseconds);
        const RunResult& mixed = f.tradeOff.runs().back().result;
        QCOMPARE(mixed.method, MethodKind::Ptq);
        QCOMPARE_LE(mixed.sizeBytes, std::uint64_t{30'000});
        QCOMPARE(f.tradeOff.selected(), QString::fromStdString(mixed.name));
        // A budget buys more than two bits everywhere do.
        QCOMPARE_GT(mixed.accuracy, f.tradeOff.summary(QStringLiteral("PTQ INT2"))->accuracy);
    }

    void everyLayerIsMeasuredAlone() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        f.click("sensitivity_measure");
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.study().sensitivity().has_value(), waitMilliseconds);
        const auto& bars = f.find<RankedBars>("sensitivity_bars")->bars();
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

    void runsAreExportedAsCsv() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        f.click("tradeoff_csv");
        const QString file = folder.filePath(QStringLiteral("runs.csv"));
        emit f.find<QFileDialog>("csv_dialog")->fileSelected(file);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count('\n'), 9);
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
        f.find<QAction>("look_dialect")->trigger();
        QVERIFY(f.tradeOff.running());
        QCOMPARE(f.tradeOff.experiment(), QStringLiteral("Text, one dialect to another"));
        f.tradeOff.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!f.tradeOff.running(), waitMilliseconds);
        QVERIFY(!f.find<QAction>("look_dialect")->toolTip().isEmpty());
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
};

QTEST_MAIN(TestTradeOffPage)
#include "tst_trade_off_page.moc"
