// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/block_curve.h"
#include "core/metrics/error_report.h"
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/format_settings.h"
#include "tests/support/golden.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/controls/figure_label.h"
#include "ui/controls/formula_line.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/notice.h"
#include "ui/controls/pipeline_strip.h"
#include "ui/controls/range_handle.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/table_dialog.h"
#include "ui/pages/calibrate/calibrate_coach.h"
#include "ui/plots/histogram_plot.h"
#include "ui/state/caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QUndoStack>
#include <QtTest>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

SyntheticSpec ramp(double min, double max) {
    return {"ramp", {{"min", min}, {"max", max}, {"n", 1001}}};
}

QuantScheme asymmetric8() {
    QuantScheme scheme;
    scheme.format = "uint8";
    scheme.symmetric = false;
    return scheme;
}

QString number(const PipelineStrip& strip, qsizetype box) {
    return strip.boxes().value(box).number;
}

/// Presses on a grip, moves by dx in ten steps, releases.
void drag(QWidget* handle, const QPoint& grip, int dx) {
    QTest::mousePress(handle, Qt::LeftButton, Qt::NoModifier, grip);
    const QPoint start = handle->mapToGlobal(grip);
    for (int step = 1; step <= 10; ++step) {
        const QPoint target = handle->mapFromGlobal(start + QPoint(dx * step / 10, 0));
        QMouseEvent move(QEvent::MouseMove, target, handle->mapToGlobal(target), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(handle, &move);
    }
    QTest::mouseRelease(handle, Qt::LeftButton, Qt::NoModifier,
                        handle->mapFromGlobal(start + QPoint(dx, 0)));
}

void drag(RangeHandle* handle, int dx) {
    drag(handle, QPoint(handle->width() / 2, handle->height() / 2), dx);
}

}  // namespace

class TestCalibratePage : public QObject {
    Q_OBJECT

private slots:
    void theCoachAsksOfEveryFormat_data() {
        QTest::addColumn<QString>("format");
        for (const char* format :
             {"int8", "uint4", "int2", "fp32", "fp16", "bf16", "fp8-e4m3", "fp4-e2m1", "nf4",
              "iq4nl", "ternary", "binary", "q4_0", "mxfp4", "nvfp4"}) {
            QTest::newRow(format) << QString(format);
        }
    }
    // Two sentences at least, something to predict with one right answer, and something to try.
    void theCoachAsksOfEveryFormat() {
        QFETCH(QString, format);
        WorkbenchFixture f(1);
        f.draw({"normal", {{"n", 4096}, {"seed", 9}}});
        QVERIFY(f.bench->settings().set("calibrate.scheme.format", format));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QTRY_VERIFY(f.bench->exact().has_value());
        const CoachText text = f.window->currentPage()->coachText();
        QVERIFY(!text.paragraphs.isEmpty());
        QCOMPARE(text.prediction.options.size(), 3);
        QVERIFY(text.prediction.correct >= 0 && text.prediction.correct < 3);
        QCOMPARE(
            QSet<QString>(text.prediction.options.begin(), text.prediction.options.end()).size(),
            3);
        QVERIFY(!text.prediction.explanation.isEmpty());
        QVERIFY(!text.next.text.isEmpty());
        QVERIFY(f.bench->settings().find(text.next.setting) != nullptr);
    }

    // What is no nearest level is not called rounded to one.
    void wordsOfChance() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"min", 0}, {"max", 255}}});  // of which a step of UINT8 is 1
        QVERIFY(f.bench->settings().set(QStringLiteral("calibrate.range.method"),
                                        QStringLiteral("minmax")));
        f.bench->setSample(20.25);
        QVERIFY(exampleWords(*f.bench).contains(QStringLiteral("rounds to 20")));
        QVERIFY(f.bench->settings().set(QStringLiteral("calibrate.scheme.rounding"),
                                        QStringLiteral("stochastic")));
        QVERIFY2(exampleWords(*f.bench).contains(QStringLiteral("up with a chance of 25 %")),
                 qPrintable(exampleWords(*f.bench)));
    }

    // The two examples that stand at the end of the command line's contract.
    void workedExamples_data() {
        QTest::addColumn<double>("min");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("zeroPoint");
        QTest::addColumn<int>("code");
        QTest::addColumn<double>("back");
        QTest::newRow("0..1000") << 0.0 << 1000.0 / 255 << 0 << 64 << 64 * (1000.0 / 255);
        QTest::newRow("-20..1000") << -20.0 << 4.0 << 5 << 67 << 248.0;
    }

    void workedExamples() {
        QFETCH(double, min);
        QFETCH(double, scale);
        QFETCH(int, zeroPoint);
        QFETCH(int, code);
        QFETCH(double, back);
        WorkbenchFixture f;
        f.draw(ramp(min, 1000));
        f.bench->setScheme(asymmetric8());
        f.bench->setSample(250);
        const auto& strip = *f.find<PipelineStrip>("example_pipeline");
        const QString scaleText = f.find<FormulaLine>("example_scale")->text();
        QVERIFY2(scaleText.endsWith(QStringLiteral("= ") + formatNumber(scale, 6)),
                 qPrintable(scaleText));
        QVERIFY(f.find<FormulaLine>("example_zero_point")
                    ->text()
                    .endsWith(QStringLiteral("= %1").arg(zeroPoint)));
        QCOMPARE(number(strip, 0), QStringLiteral("250"));
        QCOMPARE(number(strip, 5), QString::number(code));
        // Five digits: what comes back differs from 250 by 0.98, which four would hide.
        QCOMPARE(number(strip, 6), formatNumber(back, 5));
    }

    void draggingAHandleMovesTheRange_data() {
        QTest::addColumn<QString>("handle");
        QTest::addColumn<int>("dx");
        QTest::newRow("max inwards") << "high_handle" << -120;
        QTest::newRow("min inwards") << "low_handle" << 60;
    }

    void draggingAHandleMovesTheRange() {
        QFETCH(QString, handle);
        QFETCH(int, dx);
        WorkbenchFixture f;
        f.draw(ramp(-100, 1000));
        f.bench->setScheme(asymmetric8());
        auto* plot = f.find<HistogramPlot>("histogram_plot");
        auto* grip = f.find<RangeHandle>(handle.toLatin1().constData());
        const bool low = handle == QLatin1String("low_handle");
        const double before = low ? f.bench->live().range.lo : f.bench->live().range.hi;
        const double wanted = plot->valueAt(plot->pixelOf(before) + dx);
        const int steps = f.bench->undoStack().count();
        drag(grip, dx);
        const double now = low ? f.bench->live().range.lo : f.bench->live().range.hi;
        const double pixel = plot->valueAt(1) - plot->valueAt(0);
        QCOMPARE_LE(std::abs(now - wanted), 1.5 * pixel);
        // The page and the core agree on what this range means.
        const auto params =
            chooseParams(f.bench->live().range.lo, f.bench->live().range.hi, f.bench->scheme());
        QVERIFY(params.has_value());
        QCOMPARE(f.bench->live().params.scale, params->scale);
        QCOMPARE(f.bench->live().params.zeroPoint, params->zeroPoint);
        // One drag is one step, and it can be taken back.
        QCOMPARE(f.bench->undoStack().count(), steps + 1);
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(low ? f.bench->live().range.lo : f.bench->live().range.hi, before);
    }

    void aDragOfTheBitsIsOneStep() {
        WorkbenchFixture f;
        f.draw(ramp(-100, 1000));
        f.bench->setScheme(asymmetric8());
        auto* bits = f.find<SteppedSlider>("scheme_bits");
        const int steps = f.bench->undoStack().count();
        const QPoint grip(bits->width() * 6 / 7, bits->height() / 2);  // the stop of 8 bits
        drag(bits, grip, -bits->width() / 2);
        QCOMPARE_LT(bits->stop(), 6);
        QCOMPARE(f.bench->undoStack().count(), steps + 1);
        f.bench->undoStack().undo();
        QCOMPARE(bits->stop(), 8);
    }

    void arrowKeysMoveAFocusedHandle() {
        WorkbenchFixture f;
        f.draw(ramp(0, 1000));
        f.bench->setScheme(asymmetric8());
        auto* handle = f.find<RangeHandle>("high_handle");
        handle->setFocus();
        const double before = f.bench->live().range.hi;
        QTest::keyClick(handle, Qt::Key_Left);
        const double one = before - f.bench->live().range.hi;
        QCOMPARE_GT(one, 0.0);
        QTest::keyClick(handle, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE_LE(std::abs(before - f.bench->live().range.hi - 11 * one), 1e-6 * before);
        QTest::keyClick(handle, Qt::Key_End);
        QCOMPARE(f.bench->live().range.hi, 1000.0);
    }

    void handlesStandOnTheirValuesAfterAResize_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1024, 700);
        QTest::newRow("large") << QSize(1800, 1100);
    }

    void handlesStandOnTheirValuesAfterAResize() {
        QFETCH(QSize, size);
        WorkbenchFixture f;
        f.draw({"gamma", {{"seed", 5}}});
        f.window->resize(size);
        auto* plot = f.find<HistogramPlot>("histogram_plot");
        const auto stands = [&](const char* handle, double value) {
            const auto* line = f.find<RangeHandle>(handle);
            const double centre = line->geometry().left() + line->width() / 2.0;
            return std::abs(centre - plot->pixelOf(value)) <= 1.5;
        };
        QTRY_VERIFY(stands("high_handle", f.bench->live().range.hi));
        QTRY_VERIFY(stands("low_handle", f.bench->live().range.lo));
        QTRY_VERIFY(f.find<RangeHandle>("high_handle")->geometry().bottom() > plot->height() - 60);
    }

    void aTypedEndIsTaken() {
        WorkbenchFixture f;
        f.draw(ramp(0, 1000));
        f.bench->setScheme(asymmetric8());
        auto* handle = f.find<RangeHandle>("high_handle");
        QTest::mouseDClick(handle, Qt::LeftButton, Qt::NoModifier,
                           QPoint(handle->width() / 2, handle->height() / 2));
        auto* editor = f.find<QLineEdit>("range_editor");
        QVERIFY(editor->isVisible());
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("765.5"));
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(f.bench->live().range.hi, 765.5);
    }

    // What the editor cannot take stays open in it, and it says why.
    void aBadEndStaysInTheEditor() {
        WorkbenchFixture f;
        f.draw(ramp(0, 1000));
        f.bench->setScheme(asymmetric8());
        auto* handle = f.find<RangeHandle>("high_handle");
        const QPoint middle(handle->width() / 2, handle->height() / 2);
        QTest::mouseDClick(handle, Qt::LeftButton, Qt::NoModifier, middle);
        auto* editor = f.find<QLineEdit>("range_editor");
        const double before = f.bench->live().range.hi;
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("wide"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->text(), QStringLiteral("wide"));
        QVERIFY(editor->property("invalid").toBool());
        QVERIFY(!editor->accessibleDescription().isEmpty());
        QCOMPARE(f.bench->live().range.hi, before);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("512,25"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(!editor->isVisible());
        QCOMPARE(f.bench->live().range.hi, 512.25);
    }

    // A control writes its own field of the scheme: what it does not show stays.
    void eachControlOfTheSchemeChangesItsOwnField_data() {
        QTest::addColumn<QString>("format");
        QTest::newRow("a code book") << "iq4nl";
        QTest::newRow("the other code book") << "nf4";
        QTest::newRow("a float") << "fp6-e2m3";
        QTest::newRow("an integer") << "int12";
    }
    void eachControlOfTheSchemeChangesItsOwnField() {
        QFETCH(QString, format);
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 4096}}});
        QuantScheme wanted;
        wanted.format = format.toStdString();
        if (findNumberFormat(wanted.format) == nullptr) {
            QSKIP("no format of this name");
        }
        wanted.range.kind = RangeMethod::Kind::Percentile;
        wanted.range.percentile = 99.9873;
        f.bench->setScheme(wanted);
        QVERIFY(f.bench->scheme() == wanted);
        QTest::mouseClick(f.find<Segment>("scheme_granularity")->button(1), Qt::LeftButton);
        wanted.granularity = Granularity::Channel;
        QVERIFY(f.bench->scheme() == wanted);
        auto* rounding = f.find<QComboBox>("scheme_rounding");
        rounding->setCurrentIndex(3);
        emit rounding->activated(3);
        wanted.rounding = Rounding::Floor;
        QVERIFY(f.bench->scheme() == wanted);
        // The family that it has already changes nothing.
        auto* family = f.find<Segment>("scheme_family");
        QTest::mouseClick(family->button(family->current()), Qt::LeftButton);
        QVERIFY(f.bench->scheme() == wanted);
        auto* percentile = f.find<QLineEdit>("scheme_percentile");
        percentile->setFocus();
        percentile->selectAll();
        QTest::keyClicks(percentile, QStringLiteral("99,5"));
        QTest::keyClick(percentile, Qt::Key_Return);
        wanted.range.percentile = 99.5;
        QVERIFY(f.bench->scheme() == wanted);
    }

    void schemeControlsSayTheScheme() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 4096}}});
        auto* symmetry = f.find<Segment>("scheme_symmetry");
        auto* bits = f.find<SteppedSlider>("scheme_bits");
        QTest::mouseClick(symmetry->button(0), Qt::LeftButton);
        QCOMPARE(f.bench->scheme().format, std::string("int8"));
        QVERIFY(f.bench->scheme().symmetric);
        bits->setFocus();
        QTest::keyClick(bits, Qt::Key_Left);
        QCOMPARE(f.bench->scheme().format, std::string("int7"));
        QTest::mouseClick(symmetry->button(1), Qt::LeftButton);
        QCOMPARE(f.bench->scheme().format, std::string("uint7"));
        QTest::mouseClick(f.find<Segment>("scheme_family")->button(1), Qt::LeftButton);
        QCOMPARE(f.bench->scheme().format, std::string("fp8-e4m3"));
        QVERIFY(f.bench->scheme().symmetric);
        QTest::mouseClick(f.find<Segment>("scheme_family")->button(2), Qt::LeftButton);
        QCOMPARE(f.bench->scheme().format, std::string("nf4"));
        QTest::mouseClick(f.find<Segment>("scheme_granularity")->button(2), Qt::LeftButton);
        QVERIFY(f.bench->scheme().granularity == Granularity::Group);
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.bench->scheme().granularity == Granularity::Tensor);
    }

    void metricsAreTheExactReportOfTheCore_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("granularity");
        QTest::newRow("uint8 asymmetric") << "uint8" << false << 0;
        QTest::newRow("int4 symmetric") << "int4" << true << 0;
        QTest::newRow("int4 per group") << "int4" << true << 2;
        QTest::newRow("E4M3") << "fp8-e4m3" << true << 0;
    }

    void metricsAreTheExactReportOfTheCore() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(int, granularity);
        WorkbenchFixture f;
        f.draw({"laplace", {{"n", 20000}}});
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.symmetric = symmetric;
        scheme.granularity = static_cast<Granularity>(granularity);
        f.bench->setScheme(scheme);
        f.rest();
        const Tensor& tensor = f.bench->source()->tensor;
        const auto calibration = calibrate(tensor, scheme);
        QVERIFY(calibration.has_value());
        const auto report = measureError(tensor, scheme, *calibration);
        QVERIFY(report.has_value());
        QCOMPARE(f.find<MetricTile>("metric_mse")->value(), formatNumber(report->mse, 3));
        QCOMPARE(f.find<MetricTile>("metric_sqnr")->value(), formatNumber(report->sqnrDb, 3));
        QCOMPARE(f.find<FigureLabel>("metric_max")->figure(), formatNumber(report->maxAbsError, 4));
        // The estimate that a drag shows is within a few per cent of it.
        if (granularity == 0) {
            QCOMPARE_LE(std::abs(f.bench->live().error.mse / report->mse - 1), 0.02);
        }
    }

    // Handles, curve and figures stand beside each other: once the hand rests they are of one
    // range, that of the command line, though the first came from a histogram.
    void figuresBesideEachOtherAreOfOneRange() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"seed", 5}}});
        QuantScheme scheme = asymmetric8();
        scheme.range.kind = RangeMethod::Kind::Percentile;
        f.bench->setScheme(scheme);
        const RealRange first = f.bench->live().range;
        f.rest();
        const auto exact = calibrate(f.bench->source()->tensor, scheme);
        QVERIFY(exact.has_value());
        QVERIFY(first.hi != exact->hi);
        QCOMPARE(f.bench->live().range.lo, exact->lo);
        QCOMPARE(f.bench->live().range.hi, exact->hi);
        QCOMPARE(f.bench->live().params.scale, exact->params.front().scale);
        const double mse = f.bench->exact()->report.mse;
        QCOMPARE_LE(std::abs(f.bench->live().error.mse / mse - 1), 0.002);
    }

    // The list names the example that is shown, not the one that the arrows went over.
    void anExampleThatNobodyTookIsNotMarked() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"seed", 5}}});
        auto* list = f.find<QListWidget>("examples");
        const int before = list->currentRow();
        list->setFocus();
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(list, Qt::Key_Down);
        }
        QVERIFY(list->currentRow() != before);
        f.find<QWidget>("curve_best")->setFocus();
        QCOMPARE(list->currentRow(), before);
    }

    void theBestRangeIsNoWorse() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"seed", 5}}});
        f.bench->setScheme(asymmetric8());
        const double before = f.bench->live().error.mse;
        QTest::mouseClick(f.find<QToolButton>("curve_best"), Qt::LeftButton);
        QCOMPARE_LT(f.bench->live().error.mse, before);
        QVERIFY(f.bench->scheme().range.kind == RangeMethod::Kind::Explicit);
        // A method may have found a range between the curve's points: "Best" does not leave it.
        QuantScheme searched = asymmetric8();
        searched.range.kind = RangeMethod::Kind::Mse;
        f.bench->setScheme(searched);
        f.rest();
        const double least = f.bench->exact()->report.mse;
        QTest::mouseClick(f.find<QToolButton>("curve_best"), Qt::LeftButton);
        f.rest();
        QCOMPARE_LE(f.bench->exact()->report.mse, least);
    }

    // The best range of the worst channel is none of the others': each finds its own.
    void theBestRangeIsEachUnitsOwn_data() {
        QTest::addColumn<int>("granularity");
        QTest::newRow("channels") << int(Granularity::Channel);
        QTest::newRow("groups") << int(Granularity::Group);
    }
    void theBestRangeIsEachUnitsOwn() {
        QFETCH(int, granularity);
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 12}, {"cols", 48}, {"channels", 1}}});
        QuantScheme scheme;
        scheme.format = "int4";
        scheme.granularity = Granularity(granularity);
        scheme.groupSize = 16;
        f.bench->setScheme(scheme);
        f.rest();
        const double before = f.bench->exact()->report.mse;
        QVERIFY(f.window->actions().run(QStringLiteral("calibrate.optimum")));
        QVERIFY(f.bench->scheme().range.kind == RangeMethod::Kind::Mse);
        f.rest();
        QCOMPARE_LT(f.bench->exact()->report.mse, before);
    }

    // Blocks and plain casts have no range to move: the curve says so, and nothing moves.
    void withoutARangeThereIsNoBest() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        for (const char* format : {"mxfp4", "bf16"}) {
            QuantScheme scheme;
            scheme.format = format;
            f.bench->setScheme(scheme);
            f.rest();
            QVERIFY(!f.window->actions().run(QStringLiteral("calibrate.optimum")));
            QVERIFY(f.bench->scheme() == scheme);
        }
        QCOMPARE(f.find<QLabel>("curve_origin")->text(), whyNoRange(f.bench->scheme()));
        f.bench->setScheme(QuantScheme{});
        QVERIFY(f.window->actions().run(QStringLiteral("calibrate.optimum")));
    }

    // Blocks have a curve all the same, the one of the command line: each is clipped at a share of
    // its own range. Nothing on it can be set.
    void theCurveOfBlocksIsMeasured() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 12}, {"cols", 80}, {"channels", 1}}});
        QuantScheme scheme;
        scheme.format = "mxfp4";
        f.bench->setScheme(scheme);
        const auto* origin = f.find<QLabel>("curve_origin");
        QTRY_VERIFY(origin->text().startsWith(QStringLiteral("exact")));
        const ErrorCurve curve =
            blockErrorCurve(f.bench->source()->tensor, *findBlockFormat("mxfp4")).value();
        QVERIFY(f.window->actions().run(QStringLiteral("calibrate.curve_table")));
        const auto* table = f.window->findChild<TableDialog*>()->findChild<QAbstractItemView*>();
        QCOMPARE(table->model()->rowCount(), int(curve.points.size()));
        for (const int row : {0, 40, 80}) {
            const RangeError& point = curve.points[std::size_t(row)];
            const auto shown = [&](int column) {
                return table->model()->index(row, column).data().toString();
            };
            QCOMPARE(shown(1), formatNumber(point.hi, 6));
            QCOMPARE(shown(2), formatNumber(point.mse, 6));
        }
        auto* plot = f.find<QWidget>("error_curve");
        QVERIFY(!plot->accessibleDescription().isEmpty());
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->rect().center());
        QVERIFY(f.bench->scheme() == scheme);
    }

    // A setting that another format needed and this one ignores acts nowhere, is said of nothing,
    // and is there again with the other format.
    void whatAFormatIgnoresActsNowhere_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"fp16", "nf4", "fp8-e4m3", "mxfp4"}) {
            QTest::newRow(format) << QString(format);
        }
    }
    void whatAFormatIgnoresActsNowhere() {
        QFETCH(QString, format);
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 12}, {"cols", 80}, {"channels", 1}}});
        QuantScheme scheme;
        scheme.format = "int4";
        scheme.convention = Convention::PyTorch;
        scheme.narrow = true;
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 16;
        scheme.range.kind = RangeMethod::Kind::Explicit;
        scheme.range.lo = -1;
        scheme.range.hi = 1;
        f.bench->setScheme(scheme);
        QTRY_VERIFY(f.bench->unit() && !f.jobs.busy());
        QuantScheme other = scheme;
        other.format = format.toStdString();
        f.bench->setScheme(other);
        f.rest();
        QTRY_VERIFY(!f.jobs.busy());
        const QuantScheme acts = followed(other);
        const Tensor& tensor = f.bench->source()->tensor;
        const ErrorReport report =
            measureError(tensor, acts, calibrate(tensor, acts).value()).value();
        QCOMPARE(f.bench->exact()->report.mse, report.mse);
        const bool grouped = settingsOf(other.format).scale;
        QCOMPARE(f.bench->unit().has_value(), grouped);
        QCOMPARE(f.find<QLabel>("histogram_title")->text() == QStringLiteral("Histogram"),
                 !grouped);
        QCOMPARE(f.find<QLabel>("metric_origin")->text().contains(QStringLiteral("group")),
                 grouped);
        QCOMPARE(captionOf(*f.bench).contains(QStringLiteral("range")), grouped);
        QVERIFY(f.bench->scheme() == other);
    }

    // A hand sets one range for all channels or groups: said before it drags and while it does;
    // what stands beside says of which of them it is.
    void aRangeByHandIsThatOfEveryUnit() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 12}, {"cols", 80}, {"channels", 1}}});
        f.bench->setScheme(QuantScheme{});
        f.rest();
        auto* handle = f.find<RangeHandle>("high_handle");
        const auto* notes = f.find<Notice>("calibrate_notes");
        const QString every = QStringLiteral("that of every channel");
        QVERIFY(!handle->toolTip().contains(every));
        QuantScheme scheme;
        scheme.granularity = Granularity::Channel;
        f.bench->setScheme(scheme);
        QTRY_VERIFY(f.bench->unit() && !f.jobs.busy());
        QVERIFY(handle->toolTip().contains(every));
        QVERIFY(!notes->text().contains(every));
        const QString name = unitName(Granularity::Channel, f.bench->unit()->index);
        QTRY_COMPARE(f.find<QLabel>("curve_origin")->text(),
                     QStringLiteral("of %1: exact").arg(name));
        QVERIFY(captionOf(*f.bench).contains(name));
        drag(handle, -60);
        QVERIFY(f.bench->scheme().range.kind == RangeMethod::Kind::Explicit);
        QVERIFY2(notes->text().contains(every), qPrintable(notes->text()));
    }

    // In a small window the curve is behind its tab: its table is that of the tensor shown now.
    void theCurvesTableIsOfTheTensorThatIsShown() {
        WorkbenchFixture f;
        f.draw(ramp(0, 10));
        f.window->resize(1024, 700);
        f.bench->views().calibrate.set(&CalibrateView::lower, 0);
        QCoreApplication::processEvents();
        f.draw(ramp(0, 1000));
        QVERIFY(f.window->actions().run(QStringLiteral("calibrate.curve_table")));
        auto* dialog = f.window->findChild<TableDialog*>();
        QVERIFY(dialog != nullptr);
        const auto* table = dialog->findChild<QAbstractItemView*>()->model();
        double largest = 0;
        for (int row = 0; row < table->rowCount(); ++row) {
            const QString max = table->index(row, 1).data().toString();
            largest = std::max(largest, QString(max).remove(QChar(0x2009)).toDouble());
        }
        QCOMPARE(largest, 1000.0);
    }

    void undoBringsTheTensorBack() {
        WorkbenchFixture f;
        f.draw(ramp(0, 10));
        f.draw({"normal", {{"n", 1000}}});
        QCOMPARE(f.bench->source()->tensor.size(), std::size_t{1000});
        QTest::mouseClick(f.find<QPushButton>("calibrate_undo"), Qt::LeftButton);
        QCOMPARE(f.bench->source()->tensor.size(), std::size_t{1001});
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.bench->source()->tensor.size(), std::size_t{1000});
    }

    // At rest nothing on the page is an estimate: curve, handle and figures are sums over the
    // values, also where a histogram is wrong by decibels.
    void atRestNothingIsAnEstimate() {
        const QTemporaryDir folder;
        QFile table(folder.filePath(QStringLiteral("spiky.csv")));
        QVERIFY(table.open(QIODevice::WriteOnly));
        for (int row = 0; row < 20000; ++row) {
            table.write(row == 7       ? "900\n"
                        : row % 3 == 0 ? "-0.37\n"
                        : row % 3 == 1 ? "0\n"
                                       : "0.37\n");
        }
        table.close();
        WorkbenchFixture f;
        f.bench->openFile(table.fileName());
        QVERIFY(f.jobs.waitForIdle(20000));
        f.bench->setScheme(QuantScheme{});
        QCOMPARE(f.find<QLabel>("curve_origin")->text(), QStringLiteral("estimate; exact at rest"));
        f.rest();
        QVERIFY(f.jobs.waitForIdle(20000));
        const double mse = f.bench->exact()->report.mse;
        QCOMPARE(f.bench->live().error.mse, mse);
        QVERIFY(!f.bench->live().estimated);
        QCOMPARE(f.find<QLabel>("curve_origin")->text(), QStringLiteral("exact"));
        f.bench->setRange(-800, 800);
        QVERIFY(f.bench->live().estimated);
    }

    // Nothing finite: no picture, least of all that of the tensor before.
    void withoutAFiniteValuePlotsAreEmpty_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("infinities") << "cal_all_inf.npy";
        QTest::newRow("NaN") << "cal_all_nan.npy";
    }
    void withoutAFiniteValuePlotsAreEmpty() {
        QFETCH(QString, file);
        ZEROPOINT_NEED_GOLDEN("trials/" + file);
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        f.rest();
        f.bench->openFile(test::golden("trials/" + file));
        QVERIFY(f.jobs.waitForIdle(20000));
        f.rest();
        QVERIFY(f.jobs.waitForIdle(20000));
        QCOMPARE(f.bench->source()->summary.finite, std::size_t{0});
        for (const char* name : {"metric_mse", "metric_sqnr"}) {
            QCOMPARE(f.find<MetricTile>(name)->value(), formatNumber(qQNaN(), 3));
        }
        QVERIFY(f.find<QLabel>("metric_origin")->text().contains(QStringLiteral("undefined")));
        const auto* histogram = f.find<HistogramPlot>("histogram_plot");
        QVERIFY(histogram->isBlank());
        // Nor is there a range, or an axis to read it on.
        for (const RangeHandle* handle :
             {histogram->lowHandle(), histogram->highHandle(), histogram->sampleHandle()}) {
            QVERIFY(!handle->isVisible());
        }
        const auto* axes = histogram->findChild<QCustomPlot*>();
        for (const QCPAxis* axis : {axes->xAxis, axes->yAxis}) {
            QVERIFY(!axis->tickLabels());
        }
        QVERIFY(!axes->xAxis2->visible());
        QVERIFY(!f.find<QWidget>("scheme_ends")->isVisible());
        QCOMPARE(f.find<FormulaLine>("example_scale")->text(),
                 QStringLiteral("no value is finite: s = 1 stands in"));
        QCOMPARE(f.find<FormulaLine>("example_zero_point")->text(), QStringLiteral("z = 0"));
        QCOMPARE(f.find<QLabel>("curve_origin")->text(), QString());
        // No figure of nothing has a unit, or is written as C does.
        for (const QLabel* label : f.window->findChildren<QLabel*>()) {
            QVERIFY2(!label->text().contains(QStringLiteral("nan %")), qPrintable(label->text()));
        }
        // An array has the name of its file, wherever it is named.
        QCOMPARE(f.bench->source()->title(), QFileInfo(file).completeBaseName());
        const auto* tree = f.find<QTreeView>("tensor_tree");
        QCOMPARE(tree->model()->index(0, 0).data().toString(), f.bench->source()->title());
    }

    // PyTorch's least scale is another number than 1, and a plain cast has none.
    void whatStandsInIsNamedAsItIs() {
        ZEROPOINT_NEED_GOLDEN("trials/cal_all_nan.npy");
        WorkbenchFixture f;
        f.bench->openFile(test::golden("trials/cal_all_nan.npy"));
        QVERIFY(f.jobs.waitForIdle(20000));
        const auto* notes = f.find<Notice>("calibrate_notes");
        QVERIFY2(notes->text().contains("scale 1 and"), qPrintable(notes->text()));
        QuantScheme scheme = f.bench->scheme();
        scheme.convention = Convention::PyTorch;
        f.bench->setScheme(scheme);
        f.rest();
        QVERIFY2(notes->text().contains(formatNumber(std::exp2(-23))), qPrintable(notes->text()));
        scheme.format = "fp16";
        f.bench->setScheme(scheme);
        f.rest();
        QVERIFY2(!notes->text().contains("stand in"), qPrintable(notes->text()));
        // Back to a tensor with a range: all is there again.
        f.bench->setScheme({});
        f.draw({"normal", {{"n", 1000}}});
        f.rest();
        const auto* histogram = f.find<HistogramPlot>("histogram_plot");
        QVERIFY(histogram->lowHandle()->isVisible() && histogram->sampleHandle()->isVisible());
        QVERIFY(histogram->findChild<QCustomPlot*>()->xAxis->tickLabels());
        QVERIFY(f.find<QWidget>("scheme_ends")->isVisible());
    }

    // 4,096 zeros: none lies below or above the one point of the range.
    void zerosAreInsideTheirRange() {
        ZEROPOINT_NEED_GOLDEN("trials/cal_zeros.npy");
        WorkbenchFixture f;
        f.bench->openFile(test::golden("trials/cal_zeros.npy"));
        QVERIFY(f.jobs.waitForIdle(20000));
        f.rest();
        QCOMPARE(f.find<FigureLabel>("metric_clipped")->figure(), QStringLiteral("0"));
        const auto& scene = f.find<HistogramPlot>("histogram_plot")->scene();
        QCOMPARE(scene.below, 0.0);
        QCOMPARE(scene.above, 0.0);
    }

    // 64 x 64 values of two bytes: the size is of 8.19 KB, as the tree says.
    void theSizeIsThatOfTheFilesDtype() {
        ZEROPOINT_NEED_GOLDEN("trials/f16only.npy");
        WorkbenchFixture f;
        f.bench->openFile(test::golden("trials/f16only.npy"));
        QVERIFY(f.jobs.waitForIdle(20000));
        f.bench->setScheme(QuantScheme{});
        QCOMPARE(f.find<FigureLabel>("metric_size")->figure(), QStringLiteral("4.1 KB of 8.19 KB"));
    }

    // What a plain cast would ignore is not offered, and 0 is not its other zero.
    void aPlainCastHasNoRange() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        const auto offered = [&f](const char* name) { return f.find<QWidget>(name)->isVisible(); };
        for (const char* format : {"int8", "fp16", "bf16", "fp8-e4m3", "mxfp4"}) {
            QuantScheme scheme;
            scheme.format = format;
            f.bench->setScheme(scheme);
            f.bench->setSample(0);
            const bool cast = std::string(format).ends_with("16");
            const bool blocks = scheme.format == "mxfp4";
            for (const char* name : {"scheme_symmetry", "scheme_granularity", "scheme_range",
                                     "scheme_ends", "low_handle", "high_handle"}) {
                QVERIFY2(offered(name) == !(cast || blocks), name);
            }
            QCOMPARE(offered("scheme_rounding"), !blocks);
            const HistogramScene& scene = f.find<HistogramPlot>("histogram_plot")->scene();
            QCOMPARE(scene.handles, !(cast || blocks));
            // The hatch stands for values that are clipped: not where there is no range.
            QVERIFY(!blocks || (scene.clip.lo <= scene.viewLo && scene.clip.hi >= scene.viewHi));
            QCOMPARE(schemeDetail(scheme).contains(QLatin1String("min-max")), !(cast || blocks));
        }
    }

    // At rest the picture holds the counts of the values themselves, where a histogram's bins would
    // break ties and single values apart.
    void theDrawnCountsAreExactAtRest_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"int4", "fp4-e2m1", "mxfp4", "binary"}) {
            QTest::newRow(format) << QString(format);
        }
    }
    void theDrawnCountsAreExactAtRest() {
        QFETCH(QString, format);
        const QTemporaryDir folder;
        QFile table(folder.filePath(QStringLiteral("ties.csv")));
        QVERIFY(table.open(QIODevice::WriteOnly));
        for (int i = 0; i < 2900; ++i) {
            table.write(QByteArray::number((i * 7 % 29 - 14) * 0.5) + "\n");
        }
        table.close();
        WorkbenchFixture f;
        f.bench->openFile(table.fileName());
        QVERIFY(f.jobs.waitForIdle(20000));
        QuantScheme scheme;
        scheme.format = format.toStdString();
        f.bench->setScheme(scheme);
        f.rest();
        QTRY_VERIFY(!f.jobs.busy());
        const GridView grid = f.find<HistogramPlot>("histogram_plot")->scene().grid;
        const Tensor& tensor = f.bench->source()->tensor;
        const Tensor back = fakeQuantize(tensor, scheme, calibrate(tensor, scheme).value()).value();
        const auto inBin = [&](std::span<const float> values, std::size_t bin) {
            return double(std::ranges::count_if(values, [&](float value) {
                return value >= grid.edges[bin] && value < grid.edges[bin + 1];
            }));
        };
        for (std::size_t bin = 0; bin < grid.original.size(); ++bin) {
            QCOMPARE(grid.original[bin], inBin(tensor.values(), bin));
            QCOMPARE(grid.dequantized[bin], inBin(back.values(), bin));
        }
        for (const GridView::Level& level : grid.levels) {
            QCOMPARE(level.count, double(std::ranges::count(back.values(), float(level.value))));
        }
        QCOMPARE(!grid.levels.empty(), format != QLatin1String("mxfp4"));
    }

    // FP16 has no stored scale that could end, and no handle that a value is above.
    void aCastSaysWhereItEnds() {
        const QTemporaryDir folder;
        QFile table(folder.filePath(QStringLiteral("large.csv")));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("-90000\n1\n2\n90000\n");
        table.close();
        WorkbenchFixture f;
        f.bench->openFile(table.fileName());
        QVERIFY(f.jobs.waitForIdle(20000));
        QuantScheme scheme;
        scheme.format = "fp16";
        scheme.overflow = OverflowRule::Saturate;
        f.bench->setScheme(scheme);
        const QString notes = f.find<Notice>("calibrate_notes")->text();
        QVERIFY2(!notes.contains(QStringLiteral("scale")), qPrintable(notes));
        QVERIFY2(notes.contains(QStringLiteral("FP16 ends at")), qPrintable(notes));
    }

    void oddTensors_data() {
        QTest::addColumn<double>("value");
        QTest::newRow("all zero") << 0.0;
        QTest::newRow("constant") << 3.0;
        QTest::newRow("negative constant") << -2.5;
    }

    void oddTensors() {
        QFETCH(double, value);
        WorkbenchFixture f;
        f.draw({"constant", {{"value", value}, {"n", 100}}});
        QVERIFY(f.bench->source() != nullptr);
        QCOMPARE(f.bench->source()->summary.max, value);
        f.rest();
        QCOMPARE_LE(f.bench->exact()->report.mse, 1e-12);
        for (const char* name : {"metric_mse", "metric_sqnr"}) {
            QVERIFY(!f.find<MetricTile>(name)->value().isEmpty());
        }
        // A constant lies within its range, and so the plot says.
        QCOMPARE(f.find<FigureLabel>("metric_clipped")->figure(), QStringLiteral("0"));
        const auto& scene = f.find<HistogramPlot>("histogram_plot")->scene();
        QCOMPARE(scene.below + scene.above, 0.0);
    }
};

QTEST_MAIN(TestCalibratePage)
#include "tst_calibrate_page.moc"
