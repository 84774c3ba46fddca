// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/catalogue.h"
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/notice.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/value_slider.h"
#include "ui/pages/memory/advice_plot.h"
#include "ui/pages/memory/assumptions_view.h"
#include "ui/pages/memory/bar_table.h"
#include "ui/pages/memory/device_grid.h"
#include "ui/pages/memory/memory_chart.h"
#include "ui/pages/memory/memory_page.h"
#include "ui/pages/memory/roofline_plot.h"
#include "ui/pages/memory/roofline_words.h"
#include "ui/pages/page.h"
#include "ui/state/advice_study.h"
#include "ui/state/caption.h"
#include "ui/state/memory_model.h"
#include "ui/state/memory_study.h"
#include "ui/state/own_device.h"
#include "ui/state/roofline_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/text/numbers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

int memoryPage() {
    const auto pages = pageList();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].id == QLatin1String("memory")) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

struct MemoryFixture : WorkbenchFixture {
    MemoryFixture() : WorkbenchFixture(memoryPage()) { QCoreApplication::processEvents(); }

    bool set(const char* name, const QJsonValue& value) {
        const bool done = bench->settings().set(QLatin1String(name), value).has_value();
        QCoreApplication::processEvents();
        return done;
    }
    /// "total, bytes" of a bar, as the table beside the chart has it.
    double total(int bar) {
        const TableContent table = find<MemoryChart>("memory_chart")->table();
        return table.rows[bar][table.columns.indexOf(QStringLiteral("total, bytes"))].toDouble();
    }
    double part(int bar, const char* column) {
        const TableContent table = find<MemoryChart>("memory_chart")->table();
        return table.rows[bar][table.columns.indexOf(QLatin1String(column))].toDouble();
    }
    /// Opens the small Llama of the golden files and measures its weights for the advice.
    void measureStories() {
        bench->openFile(test::golden(QStringLiteral("llama/stories260k-f32.gguf")));
        QVERIFY(jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QTRY_VERIFY(bench->memory().openArchitecture() != nullptr);
        QVERIFY(set("memory.model", QStringLiteral("file")));
        QVERIFY(set("memory.part", QStringLiteral("setting")));
        QVERIFY(set("memory.context", 128));
        QTest::mouseClick(find<QPushButton>("memory_measure"), Qt::LeftButton);
        QVERIFY(jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
    }
    static void type(QLineEdit* field, const QString& text) {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
};

}  // namespace

class TestMemoryPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        QStandardPaths::setTestModeEnabled(true);
    }

    // Llama 2 7B has 6,738,415,616 parameters; its cache takes 524,288 bytes a token in FP16.
    void barsAreTheSumsOfTheirParts() {
        MemoryFixture f;
        QVERIFY(f.set("memory.model", QStringLiteral("llama-2-7b")));
        QVERIFY(f.set("memory.context", 4096));
        constexpr double parameters = 6738415616.0;
        QCOMPARE(f.part(0, "Weights, bytes"), 4 * parameters);
        QCOMPARE(f.part(1, "Weights, bytes"), 2 * parameters);
        QCOMPARE(f.part(1, "KV cache, bytes"), 524288.0 * 4096);
        // 16 bytes a parameter: 2 + 2 + 4 + 8.
        QCOMPARE(f.part(4, "Weights, bytes") + f.part(4, "Gradients, bytes") +
                     f.part(4, "Optimizer state, bytes"),
                 16 * parameters);
        // Rank 16 on all seven matrices of 32 layers: 16 * 32 * (4 * 8192 + 3 * 15104).
        QCOMPARE(f.part(5, "Adapters, bytes"), 4.0 * 16 * 32 * (4 * 8192 + 3 * 15104));
        for (int bar = 0; bar < 8; ++bar) {
            double sum = 0;
            const TableContent table = f.find<MemoryChart>("memory_chart")->table();
            for (int column = 1; column <= 7; ++column) {
                sum += table.rows[bar][column].toDouble();
            }
            QCOMPARE(sum, f.total(bar));
        }
    }

    // The words below the grid explain its signs by no figure that the grid has not.
    // Phi-3 keeps Q, K and V in one matrix of 3072 x 9216, gate and up in one of 3072 x 16384: rank
    // 16 on each module, or on each of the parts.
    void adaptersOfJoinedMatrices() {
        MemoryFixture f;
        QVERIFY(f.set("memory.model", QStringLiteral("phi-3-mini-4k")));
        QVERIFY(f.set("memory.lower", QStringLiteral("assumptions")));
        const double others = 6144 + (8192 + 3072);
        const double modules = (3072 + 9216) + (3072 + 16384) + others;
        const double parts = 3 * (3072 + 3072) + 2 * (3072 + 8192) + others;
        QCOMPARE(f.part(5, "Adapters, bytes"), 4.0 * 16 * 32 * modules);
        QTest::mouseClick(f.find<QCheckBox>("memory_training_adapters_apart"), Qt::LeftButton,
                          Qt::NoModifier, QPoint(8, 8));
        QCoreApplication::processEvents();
        QCOMPARE(f.part(5, "Adapters, bytes"), 4.0 * 16 * 32 * parts);
        f.bench->undoStack().undo();
        QCoreApplication::processEvents();
        QCOMPARE(f.part(5, "Adapters, bytes"), 4.0 * 16 * 32 * modules);
    }

    void theLegendOfTheGridInventsNoFigure() {
        MemoryFixture f;
        QVERIFY(f.set("memory.lower", QStringLiteral("devices")));
        QString legend;
        for (const QLabel* label : f.window->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("Tight means"))) {
                legend = label->text();
            }
        }
        QVERIFY(!legend.isEmpty());
        static const QRegularExpression figure(QStringLiteral("\\d[\\d \u2009]*"));
        auto found = figure.globalMatch(legend);
        QStringList figures;
        while (found.hasNext()) {
            figures << found.next().captured().trimmed();
        }
        QCOMPARE(figures,
                 QStringList{QStringLiteral("90")});  // where "tight" begins: DESIGN's rule
    }

    void aClickOnABarExplainsIt() {
        MemoryFixture f;
        auto* chart = f.find<MemoryChart>("memory_chart");
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->pointOf(3));
        QCOMPARE(f.bench->views().memory->bar, 3);
        QCOMPARE(f.bench->undoStack().count(), 0);
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(f.bench->views().memory->bar, 4);
    }

    void unitsAreNeverMixed() {
        MemoryFixture f;
        auto* chart = f.find<MemoryChart>("memory_chart");
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("GB")));
        QVERIFY(!chart->accessibleDescription().contains(QStringLiteral("GiB")));
        QTest::mouseClick(f.find<Segment>("memory_unit")->button(1), Qt::LeftButton);
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("GiB")));
        QVERIFY(!chart->accessibleDescription().contains(QStringLiteral("GB")));
        QString cell = f.find<DeviceGrid>("memory_grid")->cellText(0, 0);
        cell.remove(QStringLiteral("SXM 80 GB"));  // a part of its name
        QVERIFY(cell.contains(QStringLiteral("GiB")));
        QVERIFY(!cell.contains(QStringLiteral("GB")));
    }

    void aSliderIsOneStepOfUndo() {
        MemoryFixture f;
        auto* slider = f.find<ValueSlider>("memory_context")->slider();
        const double before = f.total(3);
        const QJsonValue old = f.bench->settings().value(QStringLiteral("memory.context"));
        const int y = slider->height() / 2;
        const int from = slider->style()->sliderPositionFromValue(
            slider->minimum(), slider->maximum(), slider->value(), slider->width() - 16);
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(from + 8, y));
        for (int x = from; x > from - 40; x -= 4) {
            QTest::mouseMove(slider, QPoint(x + 8, y));
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(from - 32, y));
        QVERIFY(f.total(3) < before);
        QCOMPARE(f.bench->undoStack().count(), 1);
        f.bench->undoStack().undo();
        QCoreApplication::processEvents();
        QCOMPARE(f.bench->settings().value(QStringLiteral("memory.context")), old);
        QCOMPARE(f.total(3), before);
    }

    void impossibleNumbersAreRefusedByTheirField_data() {
        QTest::addColumn<QString>("slider");
        QTest::addColumn<QString>("typed");
        QTest::newRow("no parameters") << "memory_parameters"
                                       << "0";
        QTest::newRow("1e18 parameters") << "memory_parameters"
                                         << "1e9";
        QTest::newRow("context beyond the model's") << "memory_context"
                                                    << "131073";
        QTest::newRow("no context") << "memory_context"
                                    << "0";
        QTest::newRow("half a batch") << "memory_batch"
                                      << "1.5";
        QTest::newRow("words") << "memory_sizes_layers"
                               << "many";
    }

    void impossibleNumbersAreRefusedByTheirField() {
        QFETCH(QString, slider);
        QFETCH(QString, typed);
        MemoryFixture f;
        const double before = f.total(3);
        NumberField* field = f.find<ValueSlider>(slider.toLatin1().constData())->field();
        f.type(field, typed);
        QVERIFY(!field->refusal().isEmpty());
        QCOMPARE(field->text(), typed);
        QCOMPARE(f.total(3), before);
        QCOMPARE(f.bench->undoStack().count(), 0);
    }

    // What each field takes and all together cannot be: the chart keeps the last that could.
    void headsThatDoNotDivideKeepTheLastChart() {
        MemoryFixture f;
        const double before = f.total(1);
        NumberField* field = f.find<ValueSlider>("memory_sizes_kv_heads")->field();
        f.type(field, QStringLiteral("7"));
        QCOMPARE(f.bench->views().memoryQuestion->sizes.kvHeads, std::int64_t{7});
        QVERIFY(f.bench->memory().problem().has_value());
        QVERIFY(f.find<Notice>("memory_notice")->text().contains(QStringLiteral("divide")));
        QVERIFY(field->property("invalid").toBool());
        QCOMPARE(f.total(1), before);
        f.type(field, QStringLiteral("4"));
        QVERIFY(!f.bench->memory().problem().has_value());
        QVERIFY(f.find<Notice>("memory_notice")->text().isEmpty());
        QVERIFY(!field->property("invalid").toBool());
        QVERIFY(f.total(1) < before);
    }

    void anotherModelBeginsWithItsOwnSizes() {
        MemoryFixture f;
        QVERIFY(f.set("memory.sizes.layers", 3));
        QVERIFY(f.set("memory.parameters", 5e9));
        QVERIFY(f.set("memory.model", QStringLiteral("gpt2")));
        QCOMPARE(f.bench->settings().value(QStringLiteral("memory.sizes.layers")).toInt(), 12);
        QCOMPARE(f.bench->settings().value(QStringLiteral("memory.parameters")).toDouble(),
                 124439808.0);
        QCOMPARE(f.bench->settings().value(QStringLiteral("memory.context")).toInt(), 1024);
        f.bench->undoStack().undo();
        QCoreApplication::processEvents();
        QCOMPARE(f.bench->settings().value(QStringLiteral("memory.parameters")).toDouble(), 5e9);
    }

    void aDeviceOfOnesOwn() {
        MemoryFixture f;
        QTest::mouseClick(f.find<QToolButton>("memory_devices"), Qt::LeftButton);
        f.find<QLineEdit>("memory_own_name")->setText(QStringLiteral("Mine"));
        f.type(f.find<QLineEdit>("memory_own_memory"), QStringLiteral("1000"));
        f.type(f.find<QLineEdit>("memory_own_bandwidth"), QStringLiteral("500"));
        QTest::mouseClick(f.find<QPushButton>("memory_own_add"), Qt::LeftButton);
        QCoreApplication::processEvents();
        const MemoryAnswer* answer = f.bench->memory().answer();
        QVERIFY(answer != nullptr);
        const MemoryDevice& largest = answer->devices.front();
        QCOMPARE(largest.device.name, std::string("Mine"));
        // 1000 GiB less a reserve of 5 %.
        QCOMPARE(largest.fits[0].available, std::int64_t(1073741824000.0 * 0.95 + 0.5));
        QCOMPARE(largest.fits[1].tokensPerSecondBound,
                 500e9 / double(answer->bars[1].estimate.weightBytesPerToken));
        QVERIFY(f.find<DeviceGrid>("memory_grid")->cellText(0, 0).contains(QStringLiteral("Mine")));
        f.find<QWidget>("memory_devices_popup")->close();
    }

    // A form never takes the last good value of a field that shows another.
    void aDeviceWithARefusedNumberIsNotAdded() {
        MemoryFixture f;
        QTest::mouseClick(f.find<QToolButton>("memory_devices"), Qt::LeftButton);
        f.find<QLineEdit>("memory_own_name")->setText(QStringLiteral("Mine"));
        f.type(f.find<QLineEdit>("memory_own_memory"), QStringLiteral("-5"));
        auto* add = f.find<QPushButton>("memory_own_add");
        QTest::mouseClick(add, Qt::LeftButton);
        const auto& own = f.bench->views().memoryQuestion->ownDevices;
        QVERIFY(own.isEmpty());
        f.type(f.find<QLineEdit>("memory_own_memory"), QStringLiteral("24"));
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(own.size(), 1);
        QVERIFY2(own[0].contains(QStringLiteral("24")), qPrintable(own[0]));
        f.find<QWidget>("memory_devices_popup")->close();
    }

    void linesOfDevices_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<double>("bytes");
        QTest::addColumn<double>("bandwidth");
        QTest::newRow("GiB") << "My card = 24 GiB, 936 GB/s" << 24 * 1073741824.0 << 936.0;
        QTest::newRow("GB") << "b=12GB" << 12e9 << 0.0;
        QTest::newRow("no name") << "= 12 GB" << -1.0 << 0.0;
        QTest::newRow("no memory") << "a = 0 GB" << -1.0 << 0.0;
        QTest::newRow("no unit") << "a = 12" << -1.0 << 0.0;
        QTest::newRow("infinite") << "a = 1e400 GB" << -1.0 << 0.0;
        QTest::newRow("negative") << "a = -5 GB" << -1.0 << 0.0;
    }

    void linesOfDevices() {
        QFETCH(QString, line);
        QFETCH(double, bytes);
        QFETCH(double, bandwidth);
        const auto device = ownDevice(line);
        QCOMPARE(device.has_value(), bytes > 0);
        if (device) {
            QCOMPARE(double(device->memoryBytes), bytes);
            QCOMPARE(device->bandwidthGBps, bandwidth);
        }
    }

    void everyOfferedFormatGivesABar_data() {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("format");
        for (const QString& format : weightFormats()) {
            QTest::newRow(qPrintable(QStringLiteral("weights ") + format))
                << "memory.weights.format" << format;
        }
        for (const QString& format : cacheFormats()) {
            QTest::newRow(qPrintable(QStringLiteral("cache ") + format))
                << "memory.kv_format" << format;
        }
    }

    void everyOfferedFormatGivesABar() {
        QFETCH(QString, setting);
        QFETCH(QString, format);
        MemoryQuestion question;
        (setting.endsWith(QStringLiteral("weights.format")) ? question.format
                                                            : question.keyFormat) = format;
        const auto answer = answerTo(question, nullptr);
        QVERIFY2(answer, answer ? "" : toString(answer.error()).c_str());
    }

    void theOpenFileIsAModel() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f16.gguf");
        MemoryFixture f;
        f.bench->openFile(test::golden(QStringLiteral("llama/stories260k-f16.gguf")));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QTRY_VERIFY(f.bench->memory().openArchitecture() != nullptr);
        auto* model = f.find<QComboBox>("memory_model");
        model->setCurrentIndex(model->findData(QStringLiteral("file")));
        QCoreApplication::processEvents();
        QCOMPARE(f.bench->views().memoryQuestion->model, QStringLiteral("file"));
        QVERIFY(f.bench->memory().answer() != nullptr);
        QVERIFY(!f.bench->memory().problem().has_value());
        QCOMPARE(f.bench->memory().answer()->architecture.hidden, std::int64_t{64});
    }

    void withoutAFileTheModelIsAProblem() {
        MemoryFixture f;
        const double before = f.total(1);
        QVERIFY(f.set("memory.model", QStringLiteral("file")));
        QVERIFY(f.bench->memory().problem().has_value());
        QCOMPARE(f.total(1), before);
    }

    void theTableIsExported() {
        MemoryFixture f;
        const QTemporaryDir folder;
        QTest::mouseClick(f.find<QPushButton>("memory_export"), Qt::LeftButton);
        auto* dialog = f.find<QFileDialog>("memory_table_dialog");
        const QString path = folder.filePath(QStringLiteral("table.csv"));
        emit dialog->fileSelected(path);
        dialog->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 5 * 8);  // devices x bars
        QVERIFY(lines[1].contains("NVIDIA H100 SXM 80 GB"));
    }

    // What does not fit on the disk is said, and what stood there stays.
    void aFullDiskIsSaid_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("dialog");
        QTest::addColumn<QString>("file");
        QTest::newRow("table") << "memory_export"
                               << "memory_table_dialog"
                               << "t.csv";
        for (const char* file : {"f.png", "f.svg", "f.pdf"}) {
            QTest::newRow(file) << "memory_figure"
                                << "memory_figure_dialog" << file;
        }
    }
    void aFullDiskIsSaid() {
        QFETCH(QString, button);
        QFETCH(QString, dialog);
        QFETCH(QString, file);
        MemoryFixture f;
        const QTemporaryDir folder;
        const QString path = folder.filePath(file);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QTest::mouseClick(f.find<QPushButton>(qPrintable(button)), Qt::LeftButton);
        auto* chooser = f.find<QFileDialog>(qPrintable(dialog));
        QSignalSpy failed(f.bench.get(), &Workbench::failed);
        {
            const test::FullDisk full(200);
            emit chooser->fileSelected(path);
        }
        chooser->close();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(test::readAll(path), QByteArray("old"));
    }

    void theFigureIsWritten_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << "a.png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << "a.svg" << QByteArray("<?xml");
        QTest::newRow("pdf") << "a.pdf" << QByteArray("%PDF");
    }

    void theFigureIsWritten() {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        MemoryFixture f;
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        auto* page = f.window->findChild<MemoryPage*>();
        QVERIFY(page->saveFigure(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QVERIFY(!page->saveFigure(folder.filePath(QStringLiteral("no/") + name)));
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("no"))));
    }

    void withoutWeightsAdviceIsSizesAlone() {
        MemoryFixture f;
        QVERIFY(f.set("memory.model", QStringLiteral("llama-3.1-8b")));
        f.find<Segment>("memory_part")->button(1)->click();
        QCoreApplication::processEvents();
        auto* table = f.find<QTableView>("memory_advice_table");
        QVERIFY(table->model()->rowCount() > 12);
        QVERIFY(!f.find<QPushButton>("memory_measure")->isEnabled());
        QCOMPARE(f.bench->memory().advice().advice()->recommended, -1);
        QVERIFY(f.find<QLabel>("memory_reasons")->text().contains(QStringLiteral("alone")));
        QVERIFY(f.find<QLabel>("budget_left")->text().contains(QStringLiteral("GB")));
    }

    // Measured once; another device or context is answered from what was measured.
    void adviceFollowsTheWeightsOfTheFile() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        MemoryFixture f;
        f.measureStories();
        AdviceStudy& study = f.bench->memory().advice();
        QVERIFY(study.measured());
        const Advice* advice = study.advice();
        QVERIFY(advice->recommended >= 0);
        QVERIFY(!f.find<QPushButton>("memory_measure")->isVisible());
        auto* table = f.find<QTableView>("memory_advice_table");
        QCOMPARE(table->currentIndex().row(), advice->recommended);
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            QVERIFY2(!table->isColumnHidden(column),  // as wide as the picture of the design
                     qPrintable(table->model()->headerData(column, Qt::Horizontal).toString()));
        }
        // A click on a point chooses its row.
        auto* plot = f.find<AdvicePlot>("memory_advice_plot");
        const int last = static_cast<int>(advice->options.size()) - 1;
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->pointOf(last));
        QCOMPARE(table->currentIndex().row(), last);
        QCOMPARE(f.bench->undoStack().count(), 2);  // looking around is no step
        // Too small for anything: it says how much is missing, and measures nothing anew.
        QSignalSpy started(&f.jobs, &JobRunner::jobStarted);
        QVERIFY(f.set("memory.own_devices", QJsonArray{QStringLiteral("tiny = 0.001 GB")}));
        QVERIFY(f.set("memory.device", QStringLiteral("own:tiny")));
        QVERIFY(f.set("memory.reserve", 90));
        // Other work, such as the error of the tensor shown, may still be under way.
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
        for (const QVariantList& job : started) {
            QVERIFY2(!job[1].toString().contains(QStringLiteral("weights' error")),
                     qPrintable(job[1].toString()));
        }
        QCOMPARE(study.advice()->recommended, -1);
        QVERIFY(f.find<QLabel>("memory_reasons")->text().contains(QStringLiteral("Nothing fits")));
    }

    void theReportIsExported_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("md") << "a.md" << QByteArray("# Which setting for Llama 3.1 70B");
        QTest::newRow("csv") << "a.csv" << QByteArray("setting,bits_per_weight");
        QTest::newRow("html") << "a.html" << QByteArray("<!DOCTYPE html>");
        QTest::newRow("CSV") << "A.CSV" << QByteArray("setting,bits_per_weight");
        QTest::newRow("HTML") << "A.HTML" << QByteArray("<!DOCTYPE html>");
    }

    void theReportIsExported() {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        MemoryFixture f;
        QVERIFY(f.set("memory.part", QStringLiteral("setting")));
        const QTemporaryDir folder;
        QTest::mouseClick(f.find<QPushButton>("memory_report"), Qt::LeftButton);
        auto* dialog = f.find<QFileDialog>("memory_report_dialog");
        emit dialog->fileSelected(folder.filePath(name));
        dialog->close();
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QVERIFY(test::readAll(folder.filePath(name)).startsWith(start));
    }

    /// A row opens with the weight that it harms most, found here in what was measured.
    void aRowOpensElsewhere() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        MemoryFixture f;
        f.measureStories();
        AdviceStudy& study = f.bench->memory().advice();
        const Advice& advice = *study.advice();
        const auto row = std::ranges::find_if(advice.options, [](const AdviceOption& option) {
            return option.name.starts_with("INT4 group 32");
        });
        QVERIFY(row != advice.options.end());
        double worst = 1e9;
        std::string name;
        const int format = matrixFormatIndex("int4/group:32");
        for (const TensorErrors& tensor : study.errors()->tensors) {
            const double lost = tensor.errors[std::size_t(format)];
            if (tensor.place.layer == row->worstLayer && tensor.signal / lost < worst) {
                worst = tensor.signal / lost;
                name = tensor.name;
            }
        }
        f.bench->views().memory.set(&MemoryView::row, QString::fromStdString(row->name));
        QCoreApplication::processEvents();
        QTest::mouseClick(f.find<QPushButton>("memory_open_compare"), Qt::LeftButton);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->views().window->page, QStringLiteral("compare"));
        QCOMPARE(QString::fromStdString(f.bench->source()->tensor.name()),
                 QString::fromStdString(name));
        QCOMPARE(f.bench->compare().columns.front().format, std::string("int4"));
        QCOMPARE(f.bench->compare().columns.front().groupSize, std::int64_t{32});
        f.window->showPageById(QStringLiteral("memory"));
        QTest::mouseClick(f.find<QPushButton>("memory_open_calibrate"), Qt::LeftButton);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->views().window->page, QStringLiteral("calibrate"));
        QCOMPARE(f.bench->scheme(), f.bench->compare().columns.front());
        // Types that are read and not written have no values to look at.
        f.window->showPageById(QStringLiteral("memory"));
        f.bench->views().memory.set(&MemoryView::row, QStringLiteral("Q4_K_M"));
        QCoreApplication::processEvents();
        const auto known = std::ranges::find(advice.options, "Q4_K_M", &AdviceOption::name);
        QCOMPARE(f.find<QPushButton>("memory_open_calibrate")->isEnabled(),
                 known != advice.options.end() && !std::isnan(known->sqnrDb));
    }

    /// A measurement that was damaged on the disk is told, and can be made anew.
    void aDamagedMeasurementIsTold() {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QStringLiteral("/roofline.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"points\": [");
        file.close();
        MemoryFixture f;
        QSignalSpy failed(f.bench.get(), &Workbench::failed);
        QVERIFY(f.set("memory.part", QStringLiteral("speed")));
        QVERIFY(f.bench->memory().roofline().roofline() == nullptr);
        QCOMPARE(failed.count(), 1);
        QVERIFY(f.find<QPushButton>("memory_measure_machine")->isEnabled());
        QVERIFY(file.remove());
    }

    void aMachineIsMeasuredShownAndKept() {
        QFile::remove(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                      QStringLiteral("/roofline.json"));
        RooflineSpec spec;
        spec.inner = 64;
        spec.outer = 96;
        spec.batches = {1, 64};
        spec.patience = {2, 1, 0};
        spec.cube = 64;
        spec.bandwidthBytes = 1 << 20;
        std::string kept;
        {
            MemoryFixture f;
            QVERIFY(f.set("memory.part", QStringLiteral("speed")));
            RooflineStudy& study = f.bench->memory().roofline();
            QVERIFY(study.roofline() == nullptr);
            QVERIFY(f.find<RooflinePlot>("memory_roofline")->table().rows.isEmpty());
            QVERIFY(f.find<QPushButton>("memory_measure_machine")->isEnabled());
            study.measure(spec);
            QVERIFY(!f.find<QPushButton>("memory_measure_machine")->isEnabled());
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QCoreApplication::processEvents();
            if (study.problem()) {
                QSKIP(("cannot multiply here: " + toString(*study.problem())).c_str());
            }
            QVERIFY(study.roofline() != nullptr);
            QCOMPARE(std::size_t(f.find<RooflinePlot>("memory_roofline")->table().rows.size()),
                     study.roofline()->points.size());
            QVERIFY(f.find<QLabel>("memory_decode_words")->text().contains("batch 1"));
            kept = rooflineToJson(*study.roofline());
        }
        MemoryFixture again;
        QVERIFY(again.bench->memory().roofline().roofline() != nullptr);
        QCOMPARE(rooflineToJson(*again.bench->memory().roofline().roofline()), kept);
    }

    /// Nothing is concluded from what other programs disturbed; the figures stand as about right.
    void aDisturbedMeasurementConcludesNothing() {
        Roofline roofline;
        roofline.threads = 2;
        roofline.bytesPerSecond = 30e9;
        roofline.othersShare = 0.4;
        for (const ProductFormat format : {ProductFormat::Fp32, ProductFormat::Int8}) {
            roofline.ceilings.push_back({format, 1e11, 0.01});
            for (const std::int64_t batch : {1, 64}) {
                roofline.points.push_back({format, batch, {0.01, 0.02}, 1e9, 1e8});
            }
        }
        QVERIFY(decodeWords(roofline).contains("times as fast"));
        QVERIFY(promptWords(roofline).contains("times as fast"));
        QVERIFY(disturbanceText(roofline).contains("40 %"));
        roofline.points.back().timing.spread = 0.5;  // INT8 at batch 64
        QVERIFY(decodeWords(roofline).contains("times as fast"));
        QVERIFY(!promptWords(roofline).contains("times as fast"));
        QVERIFY(promptWords(roofline).contains("batch 64"));
        QVERIFY(disturbanceText(roofline).contains("hollow"));
        roofline.points.back().timing.spread = 0.02;
        roofline.othersShare = 0.05;
        QVERIFY(disturbanceText(roofline).isEmpty());
    }

    void measuringIsCancelled() {
        MemoryFixture f;
        QVERIFY(f.set("memory.part", QStringLiteral("speed")));
        const WorkbenchFixture::Gate gate(f.jobs);  // it waits its turn
        RooflineStudy& study = f.bench->memory().roofline();
        QTest::mouseClick(f.find<QPushButton>("memory_measure_machine"), Qt::LeftButton);
        QVERIFY(study.measuring());
        QTest::mouseClick(f.find<QPushButton>("memory_measure_cancel"), Qt::LeftButton);
        QTRY_VERIFY(!study.measuring());
        QVERIFY(study.problem().has_value());
        QVERIFY(f.find<QPushButton>("memory_measure_machine")->isEnabled());
    }

    // A model with other sizes is no longer the one of that name, in the box and in what leaves.
    void otherSizesAreAnotherModel() {
        MemoryFixture f;
        auto* model = f.find<QComboBox>("memory_model");
        const QString name = model->currentText();
        QVERIFY(f.set("memory.parameters", 7e9));
        QCOMPARE(model->currentText(), name + QStringLiteral(", own sizes"));
        QVERIFY(memoryCaptionOf(*f.bench).startsWith(name + QStringLiteral(", own sizes")));
        // Which the layers below do not make.
        QVERIFY(
            f.find<ValueSlider>("memory_parameters")
                ->field()
                ->toolTip()
                .contains(formatNumber(
                    double(shapesCount(f.bench->views().memoryQuestion.get(), nullptr)) / 1e9, 5)));
        f.bench->undoStack().undo();
        QCoreApplication::processEvents();
        QCOMPARE(model->currentText(), name);
        QVERIFY(f.set("memory.sizes.layers", 40));
        QCOMPARE(model->currentText(), name + QStringLiteral(", own sizes"));
    }

    // What is thin in a bar that is cut stays thin above the break: DeepSeek's working memory.
    void aCutBarEndsInItsOwnParts() {
        MemoryFixture f;
        QVERIFY(f.set("memory.model", QStringLiteral("deepseek-v3")));
        QCoreApplication::processEvents();
        auto* chart = f.find<MemoryChart>("memory_chart");
        const QImage image = chart->grab().toImage();
        const double ratio = image.devicePixelRatio();
        const Theme& theme = themeOf(chart);
        const int x = static_cast<int>(ratio * (chart->pointOf(0).x() - 12));
        int green = 0;
        int grey = 0;
        for (int y = 0; y < image.height(); ++y) {
            const QColor color = image.pixelColor(x, y);
            green += color == partColor(theme, MemoryPart::Activations).fill ? 1 : 0;
            grey += color == partColor(theme, MemoryPart::Weights).fill ? 1 : 0;
        }
        QCOMPARE_GT(grey, 100);
        QCOMPARE_LE(green, 2);
    }

    // A count that is set apart from the shapes is said, and goes by a button or with a new shape.
    void aCountSetApartIsSaidAndTakenBack() {
        MemoryFixture f;
        f.find<Segment>("memory_lower")->button(2)->click();
        QCoreApplication::processEvents();
        auto* back = f.find<QPushButton>("memory_count_shapes");
        QVERIFY(!back->isEnabled());
        const auto count = [&f] {
            return f.bench->settings().value(QStringLiteral("memory.parameters")).toDouble();
        };
        const auto said = [&f] {
            QStringList texts;
            for (const QLabel* label :
                 f.window->findChild<AssumptionsView*>()->findChildren<QLabel*>()) {
                texts << label->text();
            }
            return texts.join(QLatin1Char('\n')).contains(QStringLiteral("set by hand"));
        };
        const double own = count();
        QVERIFY(!said());
        QVERIFY(f.set("memory.parameters", 2e9));
        QVERIFY(said());
        QTest::mouseClick(back, Qt::LeftButton);
        QCoreApplication::processEvents();
        QCOMPARE(count(), own);
        QVERIFY(!said());
        QVERIFY(f.set("memory.parameters", 2e9));
        QVERIFY(f.set("memory.sizes.layers", 8));
        QVERIFY(!said());
        QCOMPARE(count(), double(shapesCount(f.bench->views().memoryQuestion.get(), nullptr)));
    }

    // The settings are those of the fourth bar, and so is the formula beside them.
    void theFormulaOfTheWeightsIsOfTheirOwnBar() {
        MemoryFixture f;
        f.find<Segment>("memory_lower")->button(2)->click();
        QCoreApplication::processEvents();
        QCOMPARE(f.bench->views().memory->bar, 6);  // QLoRA
        QStringList formulas;
        for (const QLabel* label :
             f.window->findChild<AssumptionsView*>()->findChildren<QLabel*>()) {
            formulas << label->text();
        }
        const QString all = formulas.join(QLatin1Char('\n'));
        // 4 bits and an FP16 scale for 128: 4 + 16 / 128.
        QVERIFY2(all.contains(QStringLiteral("4.125 bit")), qPrintable(all));
        QVERIFY2(!all.contains(QStringLiteral("4.127 bit")), qPrintable(all));
        // 32 / 64 bits, and 8 / 64 + 32 / (64 * 256) of them.
        QVERIFY2(all.contains(QStringLiteral("make 0.5 bits a weight 0.127")), qPrintable(all));
    }

    /// What is so already is not proposed.
    void theCoachProposesNothingThatIsSo() {
        MemoryFixture f;
        QVERIFY(f.set("window.coach", QStringLiteral("open")));
        QVERIFY(f.set("memory.model", QStringLiteral("llama-2-7b")));
        QVERIFY(f.set("memory.context", 4096));
        QVERIFY(f.set("memory.batch", 64));
        auto* next = f.find<QLabel>("coach_next");
        QTRY_VERIFY(next->text().contains(QStringLiteral("eight bits")));
        QVERIFY(next->isVisible());
        QVERIFY(f.set("memory.kv_format", QStringLiteral("q8_0")));
        QTRY_VERIFY(!next->text().contains(QStringLiteral("eight bits")));
    }

    void everyViewIsShown() {
        MemoryFixture f;
        for (int lower = 0; lower < 3; ++lower) {
            f.find<Segment>("memory_lower")->button(lower)->click();
            QCoreApplication::processEvents();
            QCOMPARE(f.bench->views().memory->lower, lower);
        }
        f.find<Segment>("memory_lower")->button(1)->click();
        QCOMPARE(f.find<BarTable>("memory_table")->model()->rowCount(), 5);
    }
};

QTEST_MAIN(TestMemoryPage)
#include "tst_memory_page.moc"
