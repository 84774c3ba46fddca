// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trade_off_fixture.h"
#include "ui/pages/tradeoff/trade_off_page.h"
#include "ui/state/runs/experiment_clock.h"
#include "ui/state/settings_catalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>
#include <qcustomplot.h>

using namespace zeropoint;
using namespace zeropoint::ui;
using namespace zeropoint::test;

class TestTradeOffPage : public QObject {
    Q_OBJECT

private slots:
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

    void whatCameWithTheProgramCanBeLookedAt() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        const QString name = QStringLiteral("Sorting, ascending to descending (shipped)");
        auto* picker = f.find<QComboBox>("tradeoff_experiment");
        QVERIFY(picker->isVisible());
        QVERIFY(picker->currentData().toString().isEmpty());
        QVERIFY(picker->findText(name) >= 0);
        QSignalSpy failures(&f.tradeOff, &TradeOff::failed);
        f.tradeOff.setExperiment(name);
        auto* table = f.find<QTableView>("results_table");
        QCOMPARE(table->model()->rowCount(), 10);
        // resources/experiments/README.md tells the sizes, which training does not decide.
        QCOMPARE(f.tradeOff.summary(QStringLiteral("INT3 PTQ"))->sizeBytes, 27664.0);
        QCOMPARE(f.tradeOff.summary(QStringLiteral("FP32"))->seeds.size(), std::size_t{3});
        f.tradeOff.select(QStringLiteral("INT3 PTQ"));
        f.tradeOff.compareWith(QStringLiteral("INT3 QAT"));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QVERIFY(!f.tradeOff.comparison());
        QCOMPARE(failures.size(), 0);
        // The linear layers alone: their bytes, bits by their own weights (the sample's 26,656),
        // and an axis that says so; a session that has them marks them in the segment.
        const double all = f.tradeOff.summary(QStringLiteral("INT4 PTQ"))->bitsPerWeight;
        QVERIFY(f.bench->settings().set(QStringLiteral("tradeoff.size"), QStringLiteral("linear")));
        QCOMPARE(f.find<Segment>("tradeoff_size")->current(), 1);
        QCOMPARE(f.tradeOff.summary(QStringLiteral("FP32"))->bitsPerWeight, 32.0);
        const RunSummary* four = f.tradeOff.summary(QStringLiteral("INT4 PTQ"));
        QCOMPARE(four->bitsPerWeight, 8 * four->sizeBytes / 26656);
        QCOMPARE_LT(four->bitsPerWeight, all);
        const auto* plot = f.find<TradeOffPlot>("tradeoff_plot")->findChild<QCustomPlot*>();
        QVERIFY(plot->xAxis->label().contains(QStringLiteral("linear layers")));
        QVERIFY(f.bench->settings().set(QStringLiteral("tradeoff.size"), QStringLiteral("all")));
        QCOMPARE(f.find<Segment>("tradeoff_size")->current(), 0);
        // They are figures: nothing is offered to compare with, and the reason is there.
        f.find<TradeOffPage>("page_tradeoff")->showView(2);
        const auto* with = f.find<QComboBox>("compare_with");
        QVERIFY(!with->isEnabled());
        QCOMPARE(with->count(), 1);
        QVERIFY(f.find<QLabel>("compare_text")->text().contains(QStringLiteral("not the models")));
        QVERIFY(!f.find<QPushButton>("tradeoff_remove")->isEnabled());
        QVERIFY(!f.find<QPushButton>("tradeoff_save_quantized")->isEnabled());
        f.tradeOff.removeSelected();
        QCOMPARE(table->model()->rowCount(), 10);
        // Its settings make it again.
        const auto spec = experimentSpecFromJson(f.tradeOff.settingsOf(f.tradeOff.selected()));
        QVERIFY(spec);
        QCOMPARE(spec->runs.front().name, std::string("INT3 PTQ"));
        QCOMPARE(spec->seeds.size(), std::size_t{1});
        // Runs of one's own stand apart.
        f.runSmall();
        QVERIFY(f.tradeOff.experiment() != name);
        QVERIFY(f.tradeOff.summary(QStringLiteral("INT3 PTQ")) == nullptr);
    }

    // The accuracy in the same row is a mean over the seeds; what the file says of each is read
    // here without our own reader.
    void whatWasForgottenIsAMeanOverTheSeeds() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.tradeOff.setExperiment(QStringLiteral("Text, one dialect to another (shipped)"));
        QFile file(QStringLiteral(":/lessons/results/dialect.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QMap<QString, QList<double>> changes;
        for (const QJsonValue& run :
             QJsonDocument::fromJson(file.readAll()).object()["runs"].toArray()) {
            const QJsonArray base = run["base_accuracy"].toArray();
            changes[run["name"].toString()] << base[1].toDouble() - base[0].toDouble();
        }
        QCOMPARE(changes.size(), 9);
        const auto* model =
            qobject_cast<const TradeOffModel*>(f.find<QTableView>("results_table")->model());
        for (int row = 0; row < model->rowCount(); ++row) {
            const QList<double>& of = changes[model->nameAt(row)];
            QCOMPARE(of.size(), 3);
            const double mean = std::accumulate(of.begin(), of.end(), 0.0) / 3 * 100;
            const QString shown = model->index(row, TradeOffModel::Forgot)
                                      .data()
                                      .toString()
                                      .replace(QChar(0x2212), QLatin1Char('-'));
            QVERIFY2(std::abs(shown.toDouble() - mean) < 0.1, qPrintable(shown));
        }
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
        auto* bars = f.find<BarList>("sensitivity_bars");
        const QString layer = bars->bars()[1].name;
        QTest::mouseMove(bars, bars->pointOf(layer));
        QTRY_COMPARE(f.find<BarList>("compare_bars")->highlight(), layer);
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
        auto* bars = f.find<BarList>("sensitivity_bars");
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
        for (const BarList::Bar& bar : {bars->bars().back(), bars->bars().front()}) {
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

    // Whatever run is chosen: a button stays under the pointer.
    void buttonsOfTheHeaderStay() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.window->resize(1440, 900);
        f.tradeOff.setExperiment(f.tradeOff.experiments().constLast());  // one that was shipped
        QTRY_VERIFY_WITH_TIMEOUT(!f.tradeOff.summaries().empty(), waitMilliseconds);
        const char* const names[] = {"add_to_compare", "copy",   "save_quantized",
                                     "remove",         "figure", "csv"};
        const auto places = [&] {
            QList<QPoint> all;
            QCoreApplication::processEvents();
            for (const char* name : names) {
                const auto* button =
                    f.find<QWidget>(qPrintable(QStringLiteral("tradeoff_") + QLatin1String(name)));
                all << button->mapTo(f.window.get(), QPoint());
            }
            return all;
        };
        f.tradeOff.select({});
        const QList<QPoint> before = places();
        for (const RunSummary& run : f.tradeOff.summaries()) {
            f.tradeOff.select(QString::fromStdString(run.name));
            QCOMPARE(places(), before);
        }
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

    // A run whose seed no other has cannot be told against FP32; its accuracy is known all the
    // same.
    void accuracyIsSortedWhateverTheSeeds() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        RunResult lone = f.tradeOff.runs().front().result;
        lone.name = "Lone";
        lone.method = MethodKind::Qat;
        lone.seed = 4711;
        lone.accuracy = 1;
        lone.artifacts = nullptr;
        f.tradeOff.add(f.tradeOff.experiment(), lone);
        QTRY_VERIFY(f.tradeOff.summary(QStringLiteral("Lone")) != nullptr);
        auto* table = f.find<QTableView>("results_table");
        const auto* model = qobject_cast<const TradeOffModel*>(table->model());
        table->sortByColumn(TradeOffModel::Accuracy, Qt::DescendingOrder);
        QCOMPARE(model->nameAt(0), QStringLiteral("Lone"));
        // The others have two seeds: the words under the chart say so of none that has not.
        const auto* what = f.find<QLabel>("tradeoff_bars");
        QVERIFY2(what->text().contains(QStringLiteral("1 to 2 seeds")), qPrintable(what->text()));
    }

    // The corner that decides: a rectangle around two runs puts them further apart, and a button, a
    // double click or Escape shows all of them again.
    void aRectangleLooksCloser() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        auto* plot = f.find<TradeOffPlot>("tradeoff_plot");
        auto* all = f.find<QToolButton>("tradeoff_show_all");
        QVERIFY(!all->isEnabled());
        QWidget* canvas = plot->childAt(plot->rect().center());
        const auto send = [&](QEvent::Type type, const QPoint& at, Qt::MouseButton button,
                              Qt::MouseButtons buttons) {
            const QPoint place = canvas->mapFrom(plot, at);
            QMouseEvent event(type, place, canvas->mapToGlobal(place), button, buttons,
                              Qt::NoModifier);
            QCoreApplication::sendEvent(canvas, &event);
        };
        const QString name = QStringLiteral("PTQ INT8");
        const QString other = QStringLiteral("QAT INT4");
        const QPoint before = plot->pointOf(name);
        const auto apart = [&] {
            return QLineF(plot->pointOf(name), plot->pointOf(other)).length();
        };
        const double near = apart();
        const QRect part =
            QRect(before, plot->pointOf(other)).normalized().adjusted(-20, -12, 20, 12);
        send(QEvent::MouseButtonPress, part.topLeft(), Qt::LeftButton, Qt::LeftButton);
        send(QEvent::MouseMove, part.center(), Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseMove, part.bottomRight(), Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, part.bottomRight(), Qt::LeftButton, Qt::NoButton);
        QVERIFY(plot->part());
        QCOMPARE_GT(apart(), 1.5 * near);
        f.click("tradeoff_show_all");
        QVERIFY(!plot->part());
        QCOMPARE(plot->pointOf(name), before);
        f.tradeOff.select(name);
        QTest::keyClick(plot, Qt::Key_Plus);
        QVERIFY(plot->part());
        QTest::keyClick(plot, Qt::Key_Escape);
        QCOMPARE(plot->pointOf(name), before);
    }

    // Before anything runs, the menu says for how long it would.
    void experimentsSayHowLongTheyWillTake() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        auto* button = f.find<QToolButton>("tradeoff_run");
        const QList<QAction*> entries = button->menu()->actions();
        const QString before = entries.first()->text();
        QVERIFY(!before.contains(QStringLiteral("about")));
        emit button->menu()->aboutToShow();
        QVERIFY2(entries.first()->text().contains(QStringLiteral("timing")),
                 qPrintable(entries.first()->text()));
        QTRY_VERIFY_WITH_TIMEOUT(entries.first()->text().contains(QStringLiteral("about")),
                                 waitMilliseconds);
        static const QRegularExpression time(QStringLiteral("· about \\d+ (s|min|h)$"));
        QVERIFY2(entries.first()->text().contains(time), qPrintable(entries.first()->text()));
        QVERIFY(entries.first()->toolTip().contains(QStringLiteral("estimate")));
        // All seeds take longer than the first.
        const ExperimentClock& clock = f.tradeOff.clock();
        const QString id = shippedExperiments().front().id;
        QCOMPARE_GT(*clock.seconds(id, false), *clock.seconds(id, true));
        f.tradeOff.jobs().cancelAll(&f.tradeOff.clock());
    }

    // However often it is asked to look closer: there is an end to it, and a way back.
    void lookingCloserHasAnEnd() {
        const auto run = [](const std::string& name, double bytes, double accuracy) {
            RunSummary summary;
            summary.name = name;
            summary.sizeBytes = bytes;
            summary.accuracy = accuracy;
            return summary;
        };
        const std::vector<RunSummary> runs{run("a", 30'000, 0.9), run("b", 60'000, 0.95)};
        TradeOffPlot plot;
        plot.resize(600, 400);
        plot.QWidget::show();
        plot.show(runs, QStringLiteral("a"));
        QCoreApplication::processEvents();
        const QPoint before = plot.pointOf(QStringLiteral("a"));
        for (int press = 0; press < 80; ++press) {
            QTest::keyClick(&plot, Qt::Key_Plus);
        }
        QVERIFY(plot.part());
        QVERIFY(plot.rect().contains(plot.pointOf(QStringLiteral("a"))));
        QTest::keyClick(&plot, Qt::Key_Escape);
        QCOMPARE(plot.pointOf(QStringLiteral("a")), before);
    }

    void theTableFitsItsWindow_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("allColumns");
        QTest::newRow("smallest") << QSize(1024, 700) << false;
        QTest::newRow("wide") << QSize(2000, 900) << true;  // what a run trained and forgot, too
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
};

QTEST_MAIN(TestTradeOffPage)
#include "tst_trade_off_page.moc"
