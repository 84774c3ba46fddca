// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "ui/controls/table_dialog.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/curve_family_plot.h"
#include "ui/plots/error_curve_plot.h"
#include "ui/plots/group_cost_plot.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/run_curves_plot.h"
#include "ui/plots/trade_off_plot.h"
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

#include <cmath>
#include <functional>
#include <limits>
#include <memory>

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

std::vector<RunSummary> summaries() {
    const auto run = [](const char* name, MethodKind method, double bytes, double accuracy) {
        RunSummary summary;
        summary.name = name;
        summary.method = method;
        summary.sizeBytes = bytes;
        summary.accuracy = accuracy;
        summary.accuracyCi95 = {accuracy - 0.05, std::min(1.0, accuracy + 0.05)};
        return summary;
    };
    return {run("first", MethodKind::Ptq, 20'000, 0.1), run("second", MethodKind::Qat, 30'000, 0.7),
            run("third", MethodKind::Ptq, 30'500, 0.68), run("last", MethodKind::Full, 120'000, 1)};
}

/// A clipping error that falls and a rounding error that grows with the range.
ErrorCurve errorCurveOf(double scale) {
    ErrorCurve curve;
    for (int i = 1; i <= 40; ++i) {
        const double clip = std::exp(-0.2 * i);
        const double round = scale * i * i;
        curve.points.push_back({.lo = -0.1 * i,
                                .hi = 0.1 * i,
                                .mse = clip + round,
                                .clipMse = clip,
                                .roundMse = round});
        if (curve.points.back().mse < curve.points[curve.best].mse) {
            curve.best = curve.points.size() - 1;
        }
    }
    return curve;
}

using MakePlot = std::function<std::unique_ptr<PlotWidget>()>;

std::unique_ptr<PlotWidget> makeTradeOff(const QString& selected) {
    auto plot = std::make_unique<TradeOffPlot>();
    plot->show(summaries(), selected);
    return plot;
}

std::unique_ptr<PlotWidget> makeRunCurves() {
    auto plot = std::make_unique<RunCurvesPlot>(RunCurvesPlot::Figure::Loss);
    std::vector<RunCurve> curves;
    for (int i = 0; i < 14; ++i) {  // more than a low plot has room to name
        RunCurve curve;
        curve.name = QStringLiteral("a run with a name of its own %1").arg(i * i * i);
        curve.steps = {0, 50, 100};
        curve.values = {3, 1, 0.1 + 0.01 * i};
        curve.last = QStringLiteral("0.1");
        curves.push_back(curve);
    }
    plot->show(std::move(curves), 100, 0);
    return plot;
}

std::unique_ptr<PlotWidget> makeErrorCurve() {
    auto plot = std::make_unique<ErrorCurvePlot>();
    plot->setCurve(errorCurveOf(1e-4), RangeEnd::Hi);
    plot->setPosition(2, 0.1);
    return plot;
}

std::unique_ptr<PlotWidget> makeFamily() {
    auto plot = std::make_unique<CurveFamilyPlot>();
    CurveStudy study;
    study.own = errorCurveOf(1e-4);
    for (const int bits : {2, 8}) {
        FamilyMember member;
        member.bits = bits;
        member.curve = errorCurveOf(1e-2 / bits);
        study.family.push_back(member);
    }
    plot->show(std::move(study));
    return plot;
}

std::unique_ptr<PlotWidget> makeGroupCost() {
    auto plot = std::make_unique<GroupCostPlot>();
    GroupCurve curve;
    curve.costs = {{128, 1e-4, 18, 4.1}, {32, 1e-5, 20, 4.5}};
    plot->setSeries({{QStringLiteral("INT4"), curve}});
    return plot;
}

}  // namespace

Q_DECLARE_METATYPE(MakePlot)

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

    /// Names stand where the figure has the points, whatever the window's size, and what the hand
    /// has chosen there is no part of it.
    void theFigureIsTheSameFromEveryWindow_data() {
        QTest::addColumn<MakePlot>("make");
        QTest::addColumn<MakePlot>("other");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const MakePlot& make, const char* title) {
            QTest::newRow(name) << make << make << title;
        };
        const MakePlot none = [] { return makeTradeOff({}); };
        const MakePlot chosen = [] { return makeTradeOff(QStringLiteral("second")); };
        row("trade-off", none, "accuracy, %");
        QTest::newRow("trade-off, a run chosen") << none << chosen << "accuracy, %";
        row("runs", makeRunCurves, "loss");
        row("error against range", makeErrorCurve, "mean squared error");
        row("curves of all widths", makeFamily, "mean squared error");
        row("groups", makeGroupCost, "SQNR, dB");
    }

    void theFigureIsTheSameFromEveryWindow() {
        QFETCH(MakePlot, make);
        QFETCH(MakePlot, other);
        QFETCH(QString, title);
        const auto figureAt = [this](const MakePlot& plotOf, const QSize& size) {
            const std::unique_ptr<PlotWidget> plot = plotOf();
            plot->resize(size);
            plot->QWidget::show();
            QTest::qWait(10);
            const QImage before = plot->grab().toImage();
            if (!chartFigure({plot.get()}, "t", "c").save(path("same.svg"))) {
                return QByteArray();
            }
            QTest::qWait(10);
            return plot->grab().toImage() == before ? test::readAll(path("same.svg"))
                                                    : QByteArray();
        };
        const QByteArray fitting = figureAt(make, {852, 468});
        QVERIFY(fitting.contains(title.toUtf8()));
        QCOMPARE(figureAt(other, {320, 200}), fitting);
        QCOMPARE(figureAt(other, {1200, 300}), fitting);
    }

    /// Where nothing can be drawn, nothing is left of what was there before.
    void nothingHasNoScale() {
        const auto emptied = [](double scale) {
            ErrorCurvePlot plot;
            plot.resize(400, 240);
            plot.QWidget::show();
            plot.setCurve(errorCurveOf(scale), RangeEnd::Hi);
            plot.setCurve({}, RangeEnd::Hi);
            return plot.grab().toImage();
        };
        const auto emptiedFamily = [](double scale) {
            CurveFamilyPlot plot;
            plot.resize(400, 240);
            plot.QWidget::show();
            CurveStudy study;
            study.own = errorCurveOf(scale);
            plot.show(study);
            plot.show(CurveStudy());
            return plot.grab().toImage();
        };
        QCOMPARE(emptied(1e-4), emptied(10));
        QCOMPARE(emptiedFamily(1e-4), emptiedFamily(10));
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
        COMPARE_ERROR(figure.save(path("f.bmp")), ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(path("f.bmp")));
        QVERIFY(!figure.save(path("none/f.png")));
        QFile old(path("old.pdf"));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const test::FullDisk full(2000);
        const Result<void> saved = figure.save(path("old.pdf"));
        COMPARE_ERROR(saved, ErrorCode::WriteFailed);
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
