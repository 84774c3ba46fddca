// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "ui/controls/table_dialog.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/line_plot.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <limits>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

TableContent content() {
    return {QStringLiteral("Error | range"),
            {QStringLiteral("layer"), QStringLiteral("figure, dB")},
            {{QStringLiteral("a, \"b\""), 1.0 / 3}, {QStringLiteral("c|d"), 2.0}}};
}

/// A chart as it stands in a dark window.
class Chart {
public:
    Chart() : m_plot(QStringLiteral("test")) {
        LinePlot::Line line;
        line.name = QStringLiteral("line");
        line.color = &Theme::blue;
        line.x = {0, 1, 2, 3};
        line.y = {0, 1, 4, 9};
        m_plot.resize(400, 240);
        m_plot.show({line}, QStringLiteral("steps"), QStringLiteral("a line"));
        m_plot.QWidget::show();
    }
    LinePlot& plot() { return m_plot; }
    QColor corner() { return m_plot.grab().toImage().pixelColor(2, 2); }

private:
    LinePlot m_plot;
};

}  // namespace

class TestFigures : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase() { applyTheme(*qApp, darkTheme()); }

    /// The picture is light whatever the window is, and the window is afterwards what it was.
    void theFigureIsLightAndTheWindowStaysDark() {
        Chart chart;
        QVERIFY(themeOf(&chart.plot()).dark);
        const QColor before = chart.corner();
        const Figure figure = chartFigure({&chart.plot()}, "A title", "file · seed 1");
        const QImage image = figure.image();
        QCOMPARE(image.pixelColor(4, 4), lightTheme().surface);
        // Within the plot too: its background, between two lines of the grid.
        int light = 0;
        for (int y = 0; y < image.height(); y += 8) {
            light += image.pixelColor(image.width() - 60, y).lightness() > 200 ? 1 : 0;
        }
        QCOMPARE_GT(light, image.height() / 8 * 3 / 4);
        QVERIFY(themeOf(&chart.plot()).dark);
        QCOMPARE(chart.corner(), before);
    }

    void everyEnding_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("png") << "f.png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << "f.svg" << QByteArray("<?xml");
        QTest::newRow("pdf") << "f.pdf" << QByteArray("%PDF-");
        QTest::newRow("upper case") << "f.PNG" << QByteArray("\x89PNG");
    }

    void everyEnding() {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        Chart chart;
        const QString file = m_folder.filePath(name);
        QVERIFY(chartFigure({&chart.plot()}, "t", "c").save(file));
        const QByteArray bytes = test::readAll(file);
        QCOMPARE(bytes.left(begins.size()), begins);
        QVERIFY(!bytes.contains("/Subtype /Image"));  // a vector stays one
    }

    /// Text is text in an SVG, and no part of it is a picture of pixels.
    void theSvgHasTitleCaptionAndLabels() {
        Chart chart;
        QVERIFY(chartFigure({&chart.plot(), &chart.plot()}, "Loss & more", "seed 7 · step 3")
                    .save(path("t.svg")));
        QXmlStreamReader xml(test::readAll(path("t.svg")));
        QString text;
        int pictures = 0;
        int lines = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::Characters) {
                text += xml.text();
            } else if (xml.isStartElement()) {
                pictures += xml.name() == QLatin1String("image") ? 1 : 0;
                lines += xml.name() == QLatin1String("path") &&
                                 xml.attributes().value("fill") == QLatin1String("none")
                             ? 1
                             : 0;
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(pictures, 0);
        QVERIFY(text.contains("Loss & more"));
        QVERIFY(text.contains("seed 7"));
        QCOMPARE(text.count("steps"), 2);  // the axis of each of the two
        QCOMPARE_GE(lines, 2);
    }

    void whatCannotBeWritten() {
        Chart chart;
        const Figure figure = chartFigure({&chart.plot()}, "t", "c");
        QCOMPARE(figure.save(path("f.bmp")).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(path("f.bmp")));
        QVERIFY(!figure.save(path("none/f.png")));
        QFile old(path("old.pdf"));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const test::FullDisk full(2000);
        const Result<void> saved = figure.save(path("old.pdf"));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::WriteFailed);
        QCOMPARE(saved.error().where, path("old.pdf").toStdString());
        QCOMPARE(test::readAll(path("old.pdf")), QByteArray("old"));
    }

    void aChartThatIsGoneIsLeftOut() {
        auto chart = std::make_unique<Chart>();
        const Figure figure = chartFigure({&chart->plot()}, "t", "c");
        chart.reset();
        QVERIFY(!figure.image().isNull());
    }

    /// Copying and saving, by the dialog's own buttons.
    void tablesLeaveInEveryForm() {
        TableDialog dialog(content());
        dialog.show();
        const auto copied = [&](const char* name) {
            dialog.findChild<QAction*>(QLatin1String(name))->trigger();
            return QGuiApplication::clipboard()->text();
        };
        QCOMPARE(copied("copy_csv"),
                 QString("layer,\"figure, dB\"\n\"a, \"\"b\"\"\",0.3333333333333333\nc|d,2\n"));
        QCOMPARE(copied("copy_text"),
                 QString("layer\tfigure, dB\na, \"b\"\t0.3333333333333333\nc|d\t2\n"));
        QCOMPARE(copied("copy_markdown"),
                 QString("| layer | figure, dB |\n| --- | ---: |\n"
                         "| a, \"b\" | 0.3333333333333333 |\n| c\\|d | 2 |\n"));
        QVERIFY(!dialog.findChild<QAction*>("copy_picture")->isVisible());
        dialog.saveAs(path("t.csv"));
        QVERIFY(test::readAll(path("t.csv")).startsWith("layer,"));
        dialog.saveAs(path("t.md"));
        QVERIFY(test::readAll(path("t.md")).startsWith("| layer |"));
        auto* outcome = dialog.findChild<QLabel*>("table_outcome");
        QVERIFY(outcome->text().startsWith("Saved"));
        dialog.saveAs(path("t.png"));  // there is no picture
        QVERIFY(!outcome->text().startsWith("Saved"));
        dialog.saveAs(path("none/t.csv"));  // which file, and why not
        QVERIFY(outcome->text().contains(path("none/t.csv")));
        QVERIFY(outcome->text().contains("No such file"));
    }

    void theDialogOfAChartSavesItsPicture() {
        Chart chart;
        QWidget parent;
        showChartTable(content(), {&chart.plot()}, "caption", &parent);
        auto* dialog = parent.findChild<TableDialog*>();
        QVERIFY(dialog != nullptr);
        QAction* picture = dialog->findChild<QAction*>("copy_picture");
        QVERIFY(picture->isVisible());
        picture->trigger();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
        QTest::mouseClick(dialog->findChild<QPushButton*>("table_save"), Qt::LeftButton);
        auto* files = dialog->findChild<QFileDialog*>("figure_dialog");
        QVERIFY(files != nullptr);
        QCOMPARE(files->defaultSuffix(), QString("png"));
        emit files->fileSelected(path("dialog.svg"));
        QVERIFY(QFile::exists(path("dialog.svg")));
    }
};

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
