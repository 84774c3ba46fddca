// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/scheme_scan.h"
#include "tests/support/golden.h"
#include "tests/support/temporary_file.h"
#include "tests/ui/compare_fixture.h"
#include "ui/controls/notice.h"
#include "ui/pages/compare/files_view.h"
#include "ui/pages/compare/model_scan.h"
#include "ui/plots/code_plot.h"
#include "ui/plots/heat_plot.h"
#include "ui/plots/setting_plot.h"
#include "ui/state/session.h"
#include "ui/state/views.h"
#include "ui/text/numbers.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>
#include <qcustomplot.h>

#include <cmath>
#include <numeric>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

struct Compare : test::CompareFixture {
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
    /// What the page writes into a file with this ending.
    QString report(QLatin1String ending) {
        QTest::mouseClick(find<QPushButton>("compare_report"), Qt::LeftButton);
        QFileDialog* dialog = window->findChildren<QFileDialog*>().last();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.") + ending);
        emit dialog->fileSelected(path);
        delete dialog;
        measure();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
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
};

}  // namespace

/// Whole models on the Compare page: two files of one, and one under every setting.
class TestCompareModels : public QObject {
    Q_OBJECT

private slots:
    /// One tensor without a name, some of whose values are NaN: what no figure counts is said, of
    /// all, of the pair and in the reports, and the tensor is called by its file.
    void saysWhatTwoFilesLeaveOut() {
        Compare f;
        const test::TemporaryFile file(test::rowOfNan(), QStringLiteral("odd.npy"));
        f.openPaths(file.qpath(), file.qpath());
        const auto* notice = f.find<Notice>("compare_files_notice");
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains("64 of 384"), qPrintable(notice->text()));
        const QString totals = f.find<QLabel>("compare_totals")->text();
        QVERIFY2(totals.startsWith("One tensor ") && totals.contains("equal"), qPrintable(totals));
        auto* table = f.find<QTableView>("compare_pairs");
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("odd"));
        table->setCurrentIndex(table->model()->index(0, 0));
        f.measure();
        QCOMPARE(f.find<QLabel>("pair_name")->text(), QStringLiteral("odd"));
        const QString other = f.find<QLabel>("pair_other")->text();
        QVERIFY2(other.startsWith("in B odd, 6x64"), qPrintable(other));
        QVERIFY2(other.endsWith("64 NaN or infinite, left out"), qPrintable(other));
        const SettingScene& scene = f.find<SettingPlot>("pair_plot")->scene();
        for (const QVector<double>* counts : {&scene.original, &scene.dequantized, &scene.errors}) {
            QCOMPARE(std::round(std::accumulate(counts->begin(), counts->end(), 0.0)), 320.0);
        }
        for (const auto& [ending, said] :
             {std::pair("md", "NaN or infinite, left out: 64 of 384 values"),
              std::pair("csv", "\nodd,odd,6x64,")}) {
            const QString report = f.report(QLatin1String(ending));
            QVERIFY2(report.contains(QLatin1String(said)), qPrintable(report));
            QVERIFY2(report.contains("NaN or infinite, left out"), qPrintable(report));
        }
        // Nothing is left out of B, but NaN stands where A has values.
        QByteArray bytes = test::rowOfNan();
        const float nan = std::numeric_limits<float>::quiet_NaN();
        bytes.replace(128, qsizetype(sizeof nan),
                      QByteArray(reinterpret_cast<const char*>(&nan), sizeof nan));
        const test::TemporaryFile worse(bytes, QStringLiteral("worse.npy"));
        f.openPaths(file.qpath(), worse.qpath());
        QVERIFY2(notice->text().contains("an error without end"), qPrintable(notice->text()));
        QVERIFY(!f.find<QLabel>("compare_totals")->text().contains("dB  ·  equal"));
        QVERIFY(table->model()->index(0, 4).data().toString() != QStringLiteral("equal"));
    }

    /// The same of a whole model, once and not for each setting.
    void saysWhatAScanLeavesOut() {
        Compare f;
        const test::TemporaryFile file(test::rowOfNan(), QStringLiteral("odd.npy"));
        f.bench->openFile(file.qpath());
        f.measure();
        f.bench->views().compare.set(&ComparisonView::segment, 2);
        f.scan();
        const auto* notice = f.find<Notice>("scan_left_out");
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains("64 of 384"), qPrintable(notice->text()));
        QCOMPARE(f.scannedNames(), QStringList{QStringLiteral("odd")});
        // The one cell of a row has all of its room.
        auto* plot = f.find<HeatPlot>("scan_map")->findChild<QCustomPlot*>();
        const auto* map = qobject_cast<QCPColorMap*>(plot->plottable(0));
        QVERIFY(map != nullptr);
        QCOMPARE(map->data()->keyRange(), plot->xAxis->range());
        for (const auto& [ending, said] :
             {std::pair("md", "NaN or infinite, left out: 64 of 384 values"),
              std::pair("csv", "\"NaN or infinite, left out\"")}) {
            const QString report = f.report(QLatin1String(ending));
            QVERIFY2(report.contains(QLatin1String(said)), qPrintable(report));
        }
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
        QVERIFY(f.bench->views().compare->value.has_value());
        const auto chosen = codes->counts();
        // A session brings the value back; another pair begins with a typical one of its own.
        const QByteArray saved = f.window->session().text();
        table->setCurrentIndex(table->model()->index(1, 0));
        f.measure();
        QVERIFY(!f.bench->views().compare->value);
        QVERIFY(f.window->session().open(saved));
        f.measure();
        QTRY_COMPARE(codes->counts(), chosen);
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
            const test::WorkbenchFixture::Gate gate(f.jobs);
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

    /// The least window that is asked for shows all of it.
    void aSmallWindowShowsItWhole() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        Compare f;
        f.window->resize(1024, 700);
        f.openFiles("llama/stories260k-f32.gguf", "llama/stories260k-q4_0.gguf");
        ComparisonView view = f.bench->views().compare.get();
        view.lookAtPair(QStringLiteral("blk.0.attn_q.weight"));
        f.bench->views().compare.set(view);
        f.measure();
        QTRY_VERIFY(f.find<CodePlot>("pair_codes")->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(f.find<QScrollArea>("page_scroll")->verticalScrollBar()->maximum(), 0);
    }

    void saysWhatIsWrongWithAFile() {
        Compare f;
        const test::TemporaryFile broken("no weights at all", "broken.gguf");
        f.openPaths(broken.qpath(), broken.qpath());
        QVERIFY(f.find<FilesView>("compare_files")->comparison().problem().has_value());
        QCOMPARE(f.find<QTableView>("compare_pairs")->model()->rowCount(), 0);
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

    /// Work that somebody waits for is not given up with the window, unasked.
    void closingAsksAboutAScan() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        Compare f;
        f.bench->openFile(test::golden("llama/stories260k-f32.gguf"));
        f.measure();
        f.bench->views().compare.set(&ComparisonView::segment, 2);
        QCoreApplication::processEvents();
        {
            const test::WorkbenchFixture::Gate gate(f.jobs);
            QTest::mouseClick(f.find<QPushButton>("scan_start"), Qt::LeftButton);
            f.window->close();
            auto* question = f.find<QMessageBox>("close_question");
            QVERIFY2(question->text().contains(QStringLiteral("Scanning the model")),
                     qPrintable(question->text()));
            QTest::mouseClick(f.find<QPushButton>("close_stay"), Qt::LeftButton);
        }
        f.measure();
        QVERIFY(f.window->isVisible());
        QCOMPARE_GT(f.find<QTableView>("scan_table")->model()->rowCount(), 0);
        QVERIFY(f.jobs.unfinished().isEmpty());
    }

    /// A scan that is stopped offers to go on, and is then what it would have been.
    void theScanStopsAndGoesOn() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        Compare f;
        f.bench->openFile(test::golden("llama/stories260k-f32.gguf"));
        f.measure();
        f.bench->views().compare.set(&ComparisonView::segment, 2);
        QCoreApplication::processEvents();
        auto* resume = f.find<QPushButton>("scan_resume");
        QVERIFY(!resume->isVisible());
        {
            const test::WorkbenchFixture::Gate gate(f.jobs);
            QTest::mouseClick(f.find<QPushButton>("scan_start"), Qt::LeftButton);
            f.jobs.cancelAll(f.window->findChild<ModelScan*>());
        }
        f.measure();
        QVERIFY(resume->isVisible());
        QTest::mouseClick(resume, Qt::LeftButton);
        f.measure();
        QVERIFY(!resume->isVisible());
        const QString totals = f.find<QLabel>("scan_totals")->text();
        const int rows = f.find<QTableView>("scan_table")->model()->rowCount();
        f.scan();
        QCOMPARE(f.find<QLabel>("scan_totals")->text(), totals);
        QCOMPARE(f.find<QTableView>("scan_table")->model()->rowCount(), rows);
        QCOMPARE_GT(rows, 30);
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
};

QTEST_MAIN(TestCompareModels)
#include "tst_compare_models.moc"
