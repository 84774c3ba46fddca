// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/scheme_scan.h"
#include "core/quantization/quantize.h"
#include "tests/support/golden.h"
#include "tests/support/temporary_file.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/segment.h"
#include "ui/pages/compare/column_card.h"
#include "ui/pages/compare/files_view.h"
#include "ui/plots/code_plot.h"
#include "ui/plots/heat_plot.h"
#include "ui/state/compare_state.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/text/numbers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

/// The page over a matrix whose rows differ: outlier channels.
struct Compare : WorkbenchFixture {
    Compare() {
        window->showPageById(QStringLiteral("compare"));
        draw({"outlier-channels", {{"rows", 64}, {"cols", 512}, {"seed", 7}}});
        measure();
    }

    /// Until every column has its figures.
    void measure() {
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCoreApplication::processEvents();
    }
    ColumnCard* card(int column) {
        return find<ColumnCard>(qPrintable(QStringLiteral("compare_column_%1").arg(column)));
    }
    const std::vector<QuantScheme>& columns() { return bench->compare().columns; }
    void preset(const char* id) {
        auto* menu = find<QToolButton>("compare_presets")->menu();
        menu->findChild<QAction*>(QStringLiteral("preset_") + QLatin1String(id))->trigger();
        measure();
    }
    /// Triggers an entry of a column's menu.
    void choose(int column, const char* entry) {
        QMenu* menu = card(column)->menuButton()->menu();
        emit menu->aboutToShow();
        auto* action = menu->findChild<QAction*>(QLatin1String(entry));
        QVERIFY2(action != nullptr, entry);
        QVERIFY2(action->isEnabled(), entry);
        action->trigger();
        measure();
    }
    void openPaths(const QString& a, const QString& b) {
        ComparisonView view = bench->views().compare.get();
        view.segment = 1;
        view.fileA = a;
        view.fileB = b;
        bench->views().compare.set(view);
        measure();
        measure();
    }
    void openFiles(const char* a, const char* b) {
        openPaths(test::golden(QLatin1String(a)), test::golden(QLatin1String(b)));
    }
    void scan() {
        QCoreApplication::processEvents();
        QTest::mouseClick(find<QPushButton>("scan_start"), Qt::LeftButton);
        measure();
    }
    /// Of the whole model's table, from its first row to its last.
    QStringList scannedNames() {
        const auto* model = find<QTableView>("scan_table")->model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row) {
            names << model->index(row, 0).data().toString();
        }
        return names;
    }
    void undo() {
        bench->undoStack().undo();
        measure();
    }
};

QString format(const QuantScheme& scheme) {
    return QString::fromStdString(scheme.format);
}

}  // namespace

class TestComparePage : public QObject {
    Q_OBJECT

private slots:
    /// The figures are those of measureError, and those that stand alone at their bits are not
    /// called the best.
    void showsFigures() {
        Compare f;
        const Tensor& tensor = f.bench->source()->tensor;
        QCOMPARE(f.columns().size(), std::size_t{2});
        for (int i = 0; i < 2; ++i) {
            const QuantScheme& scheme = f.columns()[std::size_t(i)];
            const auto calibration = zeropoint::calibrate(tensor, scheme);
            const auto report = measureError(tensor, scheme, *calibration);
            const QString sqnr = f.card(i)->figureText(ColumnCard::Sqnr);
            QVERIFY2(sqnr.startsWith(QString::number(report->sqnrDb, 'g', 3)), qPrintable(sqnr));
            QVERIFY(!sqnr.contains("best"));
            QVERIFY(
                f.card(i)->figureText(ColumnCard::BitsPerWeight).startsWith(i == 0 ? "8" : "4"));
            QVERIFY(!f.card(i)->plot()->scene().dequantized.isEmpty());
        }
        // One axis for both.
        QCOMPARE(f.card(0)->plot()->scene().edges, f.card(1)->plot()->scene().edges);
        QCOMPARE(f.card(0)->plot()->scene().errorEdges, f.card(1)->plot()->scene().errorEdges);
    }

    void marksTheBestAtEqualBits() {
        Compare f;
        f.preset("four_bits");
        QCOMPARE(f.columns().size(), std::size_t{6});
        int best = 0;
        for (int i = 0; i < 6; ++i) {
            best += f.card(i)->figureText(ColumnCard::Sqnr).contains("best") ? 1 : 0;
        }
        QCOMPARE(best, 1);
    }

    /// Hover one plot: every plot has the mark at the same value.
    void pointsInAllColumns() {
        Compare f;
        SettingPlot* plot = f.card(0)->plot();
        auto* inner = plot->findChild<QWidget*>();
        QVERIFY(inner != nullptr);
        const double value = (plot->scene().edges.front() + plot->scene().edges.back()) / 2;
        const QPoint place(int(plot->pixelOf(value)) - inner->x(), inner->height() / 4);
        QMouseEvent move(QEvent::MouseMove, place, inner->mapToGlobal(place), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(inner, &move);
        QVERIFY(plot->pointer().has_value());
        QCOMPARE(f.card(1)->plot()->pointer(), plot->pointer());
        QVERIFY(!f.card(1)->plot()->pointerText().isEmpty());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(inner, &leave);
        QVERIFY(!f.card(1)->plot()->pointer().has_value());
    }

    void columnsCanBeArranged() {
        Compare f;
        QTest::mouseClick(f.find<QPushButton>("compare_add"), Qt::LeftButton);
        f.measure();
        QCOMPARE(f.columns().size(), std::size_t{3});
        QCOMPARE(f.columns()[2], f.bench->scheme());
        f.choose(0, "column_duplicate");
        QCOMPARE(f.columns().size(), std::size_t{4});
        QCOMPARE(f.columns()[1], f.columns()[0]);
        f.choose(3, "column_left");
        QCOMPARE(f.columns()[2], f.bench->scheme());
        f.choose(1, "column_pin_a");
        QCOMPARE(f.bench->compare().pinned[0], 1);
        f.choose(0, "column_remove");
        QCOMPARE(f.columns().size(), std::size_t{3});
        QCOMPARE(f.bench->compare().pinned[0], 0);
        for (int i = 0; i < 5; ++i) {
            f.undo();
        }
        QCOMPARE(f.bench->compare(), CompareState());
        f.bench->undoStack().redo();
        QCOMPARE(f.columns().size(), std::size_t{3});
    }

    void editorChangesOneColumn() {
        Compare f;
        QTest::mouseClick(f.card(1)->editButton(), Qt::LeftButton);
        auto* format = f.find<QComboBox>("editor_format");
        const int block = format->findData(QStringLiteral("q4_0"));
        QVERIFY(block >= 0);
        format->setCurrentIndex(block);
        emit format->activated(block);
        QCOMPARE(::format(f.columns()[1]), QStringLiteral("q4_0"));
        QVERIFY(!f.find<Segment>("editor_granularity")->isEnabled());
        f.measure();
        QVERIFY(f.card(1)->figureText(ColumnCard::BitsPerWeight).startsWith("4.5"));
        const int eight = format->findData(QStringLiteral("uint8"));
        format->setCurrentIndex(eight);
        emit format->activated(eight);
        QVERIFY(!f.columns()[1].symmetric);
        QTest::mouseClick(f.find<Segment>("editor_granularity")->button(1)->parentWidget(),
                          Qt::LeftButton);
        f.find<Segment>("editor_granularity")->button(1)->click();
        QCOMPARE(f.columns()[1].granularity, Granularity::Channel);
        QCOMPARE(::format(f.columns()[0]), QStringLiteral("int8"));
        f.measure();
        QVERIFY(!f.card(1)->figureText(ColumnCard::Sqnr).contains(QChar(0x2013)));
    }

    void usesAColumnInCalibrate() {
        Compare f;
        f.choose(1, "column_use");
        QCOMPARE(f.bench->scheme(), f.columns()[1]);
        QCOMPARE(f.bench->views().window->page, QStringLiteral("calibrate"));
    }

    void filtersByBits() {
        Compare f;
        f.preset("granularity");  // 4, 4.06, 4.25, 4.5 and 5 bits
        f.bench->views().compare.set(&ComparisonView::column, 0);
        f.find<QCheckBox>("compare_equal_bits")->click();
        const auto bits = [&](int i) {
            return storedSize(f.bench->source()->tensor.shape(), f.columns()[std::size_t(i)])
                .bitsPerWeight;
        };
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(f.card(i)->isVisible(), std::abs(bits(i) - bits(0)) <= 0.25 + 1e-9);
        }
        QVERIFY(!f.card(4)->isVisible());
    }

    void addsFromOtherPages() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 4096}, {"seed", 1}}});
        QTest::mouseClick(f.find<QPushButton>("calibrate_add_to_compare"), Qt::LeftButton);
        QCOMPARE(f.bench->compare().columns.back(), f.bench->scheme());
        f.window->showPageById(QStringLiteral("numbers"));
        f.bench->views().numbers.set(&NumbersView::tab, 3);
        QCoreApplication::processEvents();
        auto* blocks = f.find<QPushButton>("blocksAddToCompare");
        QTest::mouseClick(blocks, Qt::LeftButton);
        QCOMPARE(format(f.bench->compare().columns.back()), f.bench->number().blocks.format);
        // A format that is only read quantizes nothing.
        QVERIFY(f.bench->settings().set(QStringLiteral("numbers.blocks.format"),
                                        QStringLiteral("q2_k")));
        QVERIFY(!blocks->isEnabled());
        f.window->showPageById(QStringLiteral("tradeoff"));
        QVERIFY(!f.find<QPushButton>("tradeoff_add_to_compare")->isEnabled());
        QCOMPARE(f.bench->compare().columns.size(), std::size_t{4});
    }

    void savedInSessions() {
        Compare f;
        f.preset("scales");
        const auto saved = f.bench->compare();
        const QByteArray text = f.window->session().text();
        f.preset("observers");
        QVERIFY(f.window->session().open(text).has_value());
        f.measure();
        QCOMPARE(f.bench->compare(), saved);
    }

    /// Another tensor: its own histogram at once, and then new figures.
    void followsTheSource() {
        Compare f;
        const QString before = f.card(0)->figureText(ColumnCard::Sqnr);
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            f.bench->setSynthetic({"uniform", {{"n", 4096}, {"seed", 2}}});
        }
        f.measure();
        QVERIFY(f.card(0)->figureText(ColumnCard::Sqnr) != before);
        // A vector has no channels.
        QCOMPARE(f.card(0)->figureText(ColumnCard::MedianChannel), QStringLiteral("–"));
    }

    /// What a setting cannot do stands in its column; the others have their figures.
    void failingColumn() {
        Compare f;
        CompareState state = f.bench->compare();
        state.columns[1].granularity = Granularity::Group;
        state.columns[1].groupSize = 0;
        f.bench->setCompare(state);
        f.measure();
        QVERIFY(f.card(0)->figureText(ColumnCard::Sqnr).contains("dB"));
        QCOMPARE(f.card(1)->figureText(ColumnCard::Sqnr), QStringLiteral("–"));
    }

    /// Two files of a real Llama: a table that fills, the worst first; what has no partner, a
    /// choice, a filter and the detail.
    void comparesTwoFiles() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        Compare f;
        f.openFiles("llama/stories260k/model.safetensors", "llama/stories260k-q4_0.gguf");
        auto* table = f.find<QTableView>("compare_pairs");
        QCOMPARE(table->model()->rowCount(), 47);
        QVERIFY(f.find<QLabel>("compare_matched")->text().contains("47"));
        const auto name = [&](int row) {
            const QString tip = table->model()->index(row, 0).data(Qt::ToolTipRole).toString();
            return tip.section(QStringLiteral(" in A"), 0, 0);
        };
        const auto sqnr = [&](int row) {
            return table->model()->index(row, 4).data().toString().toDouble();
        };
        QCOMPARE_LE(sqnr(0), sqnr(1));
        QVERIFY(f.find<QLabel>("compare_totals")->text().startsWith("All 47 tensors"));
        QVERIFY(!f.find<QPushButton>("compare_resume")->isVisible());
        table->setCurrentIndex(table->model()->index(2, 0));
        f.measure();
        QCOMPARE(f.bench->views().compare->pair, name(2));
        QCOMPARE(f.find<QLabel>("pair_name")->text(), name(2));
        QVERIFY(!f.find<SettingPlot>("pair_plot")->scene().dequantized.isEmpty());
        auto* filter = f.find<QLineEdit>("compare_filter");
        QTest::keyClicks(filter, "q_proj");
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(table->model()->rowCount(), 5);
        // Sorted by another column, and by it again.
        f.bench->views().compare.set(&ComparisonView::filter, QString());
        QTest::mouseClick(table->horizontalHeader()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(table->horizontalHeader()->sectionViewportPosition(0) + 10, 8));
        QVERIFY(name(0) < name(1) && name(1) < name(46));
        QTest::mouseClick(table->horizontalHeader()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(table->horizontalHeader()->sectionViewportPosition(0) + 10, 8));
        QVERIFY(name(0) > name(46));
        QTest::mouseClick(f.find<QPushButton>("compare_swap"), Qt::LeftButton);
        f.measure();
        QVERIFY(name(0).startsWith("blk.") || name(0).startsWith("token"));
        table->setCurrentIndex(table->model()->index(0, 0));
        f.measure();
        QTest::mouseClick(f.find<QPushButton>("compare_open_tensor"), Qt::LeftButton);
        f.measure();
        QTRY_COMPARE(QString::fromStdString(f.bench->source()->tensor.name()),
                     f.bench->views().compare->pair);
        QCOMPARE(f.bench->views().window->page, QStringLiteral("calibrate"));
    }

    /// The codes that a value got, by the hand's choice, and the report of what is shown.
    void showsCodesAndWritesAReport() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        Compare f;
        f.openFiles("llama/stories260k/model.safetensors", "llama/stories260k-q4_0.gguf");
        auto* table = f.find<QTableView>("compare_pairs");
        table->setCurrentIndex(table->model()->index(0, 0));
        f.measure();
        auto* codes = f.find<CodePlot>("pair_codes");
        QVERIFY(codes->isVisible());
        const auto before = codes->counts();
        QVERIFY(codes->firstCode() >= 0 && codes->firstCode() + before.size() <= 16);
        auto* plot = f.find<SettingPlot>("pair_plot");
        auto* inner = plot->findChild<QWidget*>();
        const QPoint place(int(plot->pixelOf(plot->scene().edges[40])) - inner->x(),
                           inner->height() / 4);
        QTest::mouseClick(inner, Qt::LeftButton, Qt::NoModifier, place);
        f.measure();
        QVERIFY(codes->counts() != before);
        QVERIFY(f.find<QLabel>("pair_codes_title")->text().contains("Q4_0"));
        QTest::mouseClick(f.find<QPushButton>("compare_report"), Qt::LeftButton);
        auto* dialog = f.find<QFileDialog>("compare_report_dialog");
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.html"));
        emit dialog->fileSelected(path);
        f.measure();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.startsWith("<!DOCTYPE html>"));
        QVERIFY(!text.contains("<script"));
        QVERIFY(text.contains("model.layers.4.mlp.down_proj.weight"));
        QFile own(test::golden("llama/stories260k-q4_0.gguf"));
        QVERIFY(own.open(QIODevice::ReadOnly));
        QVERIFY(text.contains(QString::fromLatin1(
            QCryptographicHash::hash(own.readAll(), QCryptographicHash::Sha256).toHex())));
        // Where nothing can be written the reason is told and nothing is left.
        emit dialog->fileSelected(folder.filePath(QStringLiteral("no/report.html")));
        f.measure();
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("no"))));
    }

    /// What was read before a stop stays, and going on reads the rest.
    void stopsAndGoesOn() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        Compare f;
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            ComparisonView view = f.bench->views().compare.get();
            view.segment = 1;
            view.fileA = test::golden("llama/stories260k-f32.gguf");
            view.fileB = test::golden("llama/stories260k-q8_0.gguf");
            f.bench->views().compare.set(view);
            QCoreApplication::processEvents();
            f.jobs.cancelAll(f.find<FilesView>("compare_files")->findChild<FilesComparison*>());
        }
        f.measure();
        auto* resume = f.find<QPushButton>("compare_resume");
        QVERIFY(resume->isVisible());
        // Stopped before both were open: there is no row that is being read yet.
        QVERIFY(!f.find<QLabel>("compare_reading")->isVisible());
        QTest::mouseClick(resume, Qt::LeftButton);
        f.measure();
        QCOMPARE(f.find<QTableView>("compare_pairs")->model()->rowCount(), 47);
    }

    void saysWhatIsWrongWithAFile() {
        Compare f;
        const test::TemporaryFile broken("no weights at all", "broken.gguf");
        f.openPaths(broken.qpath(), broken.qpath());
        QVERIFY(f.find<FilesView>("compare_files")->comparison().problem().has_value());
        QCOMPARE(f.find<QTableView>("compare_pairs")->model()->rowCount(), 0);
    }

    /// Pinned columns: where they read values back differently, counted one by one.
    void comparesPinnedColumns() {
        Compare f;
        QVERIFY(!f.find<QWidget>("compare_difference")->isVisible());
        f.choose(0, "column_pin_a");
        f.choose(1, "column_pin_b");
        QVERIFY(f.find<QWidget>("compare_difference")->isVisible());
        const Tensor& tensor = f.bench->source()->tensor;
        const auto back = [&](int column) {
            const QuantScheme& scheme = f.columns()[std::size_t(column)];
            return fakeQuantize(tensor, scheme, *zeropoint::calibrate(tensor, scheme));
        };
        const auto a = back(0);
        const auto b = back(1);
        std::size_t same = 0;
        std::size_t closer = 0;
        for (std::size_t i = 0; i < tensor.size(); ++i) {
            const double x = tensor.values()[i];
            same += a->values()[i] == b->values()[i] ? 1 : 0;
            closer += std::abs(a->values()[i] - x) < std::abs(b->values()[i] - x) ? 1 : 0;
        }
        const auto percent = [&](std::size_t part) {
            return formatPercent(double(part) / double(tensor.size()));
        };
        const QString text = f.find<QLabel>("difference_text")->text();
        QVERIFY2(text.startsWith(percent(same)), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("closer in ") + percent(closer)), qPrintable(text));
        f.choose(0, "column_pin_a");
        QVERIFY(!f.find<QWidget>("compare_difference")->isVisible());
    }

    /// Every weight of a model under the columns: the figures of scan, sorting, a click into
    /// Calibrate.
    void scansTheModel() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        Compare f;
        f.bench->openFile(test::golden("llama/stories260k-f32.gguf"));
        f.measure();
        f.bench->views().compare.set(&ComparisonView::segment, 2);
        QCoreApplication::processEvents();
        QTest::mouseClick(f.find<QPushButton>("scan_start"), Qt::LeftButton);
        f.measure();
        auto* table = f.find<QTableView>("scan_table");
        const WeightFile& file = *f.bench->file();
        SchemeScan scan({{"A", f.columns()[0]}, {"B", f.columns()[1]}});
        int weights = 0;
        for (std::size_t i = 0; i < file.tensors().size(); ++i) {
            if (file.tensors()[i].shape.size() == 2) {
                ++weights;
                QVERIFY(scan.add(*file.read(i)));
            }
        }
        QCOMPARE(table->model()->rowCount(), weights);
        const QString totals = f.find<QLabel>("scan_totals")->text();
        QVERIFY2(totals.contains(QStringLiteral("B ") + formatNumber(scan.totals()[1].sqnrDb, 3)),
                 qPrintable(totals));
        QCOMPARE(f.find<HeatPlot>("scan_map")->scene().cells.size(), std::size_t{2});
        QCOMPARE(f.find<HeatPlot>("scan_map")->scene().columns.size(), weights);
        // The first click on "Peak" ranks outliers, the largest first.
        auto* header = table->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(header->sectionViewportPosition(2) + 10, 8));
        const auto peak = [&](int row) {
            return table->model()->index(row, 2).data(Qt::UserRole).toDouble();
        };
        QCOMPARE_GE(peak(0), peak(1));
        QCOMPARE_GE(peak(1), peak(weights - 1));
        const QString name = table->model()->index(0, 0).data().toString();
        emit table->activated(table->model()->index(0, 4));
        f.measure();
        QTRY_COMPARE(QString::fromStdString(f.bench->source()->tensor.name()), name);
        QCOMPARE(f.bench->scheme(), f.columns()[1]);
        QCOMPARE(f.bench->views().window->page, QStringLiteral("calibrate"));
    }

    /// The order of the whole model's table comes back with the session, before and after a scan.
    void theScansOrderIsKept_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("clicks");
        QTest::addColumn<bool>("falling");
        QTest::newRow("peak, the largest first") << 2 << 1 << true;
        QTest::newRow("a setting, the worst first") << 4 << 1 << false;
        QTest::newRow("a setting, the best first") << 4 << 2 << true;
    }

    void theScansOrderIsKept() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        QFETCH(int, column);
        QFETCH(int, clicks);
        QFETCH(bool, falling);
        QByteArray session;
        QStringList order;
        {
            Compare f;
            f.bench->openFile(test::golden("llama/stories260k-f32.gguf"));
            f.measure();
            f.bench->views().compare.set(&ComparisonView::segment, 2);
            f.scan();
            auto* header = f.find<QTableView>("scan_table")->horizontalHeader();
            for (int click = 0; click < clicks; ++click) {
                QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier,
                                  QPoint(header->sectionViewportPosition(column) + 10, 8));
            }
            order = f.scannedNames();
            const auto figure = [&](int row) {
                const auto* model = f.find<QTableView>("scan_table")->model();
                return model->index(row, column).data(Qt::UserRole).toDouble();
            };
            for (int row = 1; row < order.size(); ++row) {
                QVERIFY(falling ? figure(row - 1) >= figure(row) : figure(row - 1) <= figure(row));
            }
            session = f.window->session().text();
        }
        Compare g;
        QVERIFY(g.window->session().open(session).has_value());
        g.measure();
        g.scan();
        QCOMPARE(g.scannedNames(), order);
    }

    void smallWindow() {
        Compare f;
        f.preset("four_bits");
        f.window->resize(1024, 700);
        QCoreApplication::processEvents();
        for (int i = 0; i < 6; ++i) {
            QCOMPARE_GE(f.card(i)->width(), 200);
        }
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_compare_page.moc"
