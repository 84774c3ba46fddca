// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/formula_line.h"
#include "ui/controls/lens_strip.h"
#include "ui/controls/notice.h"
#include "ui/controls/number_field.h"
#include "ui/controls/pipeline_strip.h"
#include "ui/controls/range_handle.h"
#include "ui/controls/segment.h"
#include "ui/controls/value_slider.h"
#include "ui/pages/page.h"
#include "ui/plots/histogram_plot.h"
#include "ui/state/teaching_examples.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QRegularExpression>
#include <QSlider>
#include <QTableWidget>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

/// Types over what stands in a field and leaves it by Enter.
void type(QLineEdit* field, const QString& text) {
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

/// Clicks the example of this id, as a hand does.
void clickExample(WorkbenchFixture& f, const QString& id) {
    auto* list = f.find<QListWidget>("examples");
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(Qt::UserRole).toString() == id) {
            list->scrollToItem(list->item(row));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                              list->visualItemRect(list->item(row)).center());
        }
    }
    QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
}

void chooseMethod(WorkbenchFixture& f, const char* word) {
    auto* method = f.find<QComboBox>("scheme_range");
    method->setCurrentIndex(method->findData(QString::fromLatin1(word)));
    QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
}

}  // namespace

class TestCalibrateTyping : public QObject {
    Q_OBJECT

private slots:
    // Symmetric eight bits of a ramp from -1 to 1. The scale is 1 / 127; PyTorch divides by half
    // the number of steps, 127.5; without the lowest code the codes end at -127.
    void conventionsAreOffered() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"n", 1001}, {"min", -1}, {"max", 1}}});
        chooseMethod(f, "minmax");
        QTest::mouseClick(f.find<Segment>("scheme_symmetry")->button(0), Qt::LeftButton);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        const auto choose = [&f](const char* box, const char* word) {
            auto* combo = f.find<QComboBox>(box);
            QVERIFY(combo->isVisible());
            const int index = combo->findData(QString::fromLatin1(word));
            QCOMPARE_GE(index, 0);
            combo->setCurrentIndex(index);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        };
        const auto scale = [&f] { return f.bench->live().params.scale; };
        QCOMPARE(float(scale()), 1.0F / 127);
        auto* more = f.find<QToolButton>("scheme_more");
        QVERIFY(!f.find<QComboBox>("scheme_convention")->isVisible());
        QTest::mouseClick(more, Qt::LeftButton);
        choose("scheme_convention", "pytorch");
        QCOMPARE_LE(std::abs(scale() * 127.5 - 1), 1e-6);
        choose("scheme_convention", "zeropoint");
        auto* narrow = f.find<QCheckBox>("scheme_narrow");
        // The box tells the codes that there are, also where the convention alone decides.
        choose("scheme_convention", "tflite");
        QCOMPARE(codeRange(f.bench->wholeScheme()).qmin, -127);
        QVERIFY(narrow->isChecked() && !narrow->isEnabled());
        QVERIFY(narrow->toolTip().contains(QStringLiteral("convention")));
        choose("scheme_convention", "zeropoint");
        QCOMPARE(codeRange(f.bench->wholeScheme()).qmin, -128);
        QVERIFY(!narrow->isChecked() && narrow->isEnabled());
        QTest::mouseClick(narrow, Qt::LeftButton, Qt::NoModifier, QPoint(8, narrow->height() / 2));
        QCOMPARE(codeRange(f.bench->wholeScheme()).qmin, -127);
        // 1 / 127 has no FP16: the nearest is 1032 * 2^-17.
        choose("scheme_scale_format", "fp16");
        QCOMPARE(scale(), 1032.0 / 131072);
        // What differs stays in sight, and one step of undo at a time takes it back.
        QTRY_VERIFY(!more->isVisible());
        f.bench->undoStack().undo();
        QCOMPARE(float(scale()), 1.0F / 127);
        choose("scheme_scale_format", "double");
        QVERIFY(f.find<NumberField>("scheme_double_block")->isVisible());
    }

    void methodsAskForWhatTheyNeed() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 4000}}});
        QVERIFY(!f.find<NumberField>("scheme_sigmas")->isVisible());
        chooseMethod(f, "sigma");
        QTRY_VERIFY(f.find<NumberField>("scheme_sigmas")->isVisible());
        type(f.find<NumberField>("scheme_sigmas"), QStringLiteral("2"));
        QCOMPARE(f.bench->scheme().range.sigmas, 2.0);
    }

    void aRampToAThousandIsOne() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"n", 1001}}});
        auto* slider = f.find<ValueSlider>("synthetic_max");
        type(slider->field(), QStringLiteral("1000"));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->source()->summary.max, 1000.0);
        QCOMPARE(slider->value(), 1000.0);
        // The slider reaches there now, and its other values are no jump back to its first end.
        QCOMPARE(slider->slider()->value(), slider->slider()->maximum());
        type(f.find<ValueSlider>("synthetic_min")->field(), QStringLiteral("-20"));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->source()->summary.min, -20.0);
        QCOMPARE(f.bench->source()->summary.max, 1000.0);
    }

    void whatAParameterCannotBeStaysWithTheReason() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        auto* slider = f.find<ValueSlider>("synthetic_std");
        type(slider->field(), QStringLiteral("-3"));
        QCOMPARE(slider->field()->text(), QStringLiteral("-3"));
        QVERIFY(!slider->field()->refusal().isEmpty());
        QVERIFY(!slider->field()->toolTip().isEmpty());
        // Its outline says so also while the pointer or the focus is on it.
        slider->field()->setFocus();
        const QImage marked = slider->field()->grab().toImage();
        QCOMPARE(marked.pixelColor(marked.width() / 2, 0), lightTheme().bad);
        QCOMPARE(slider->value(), 1.0);
    }

    // An end that is out itself is named as it was written, not by the double beside it.
    void limitsAreNamedAsTheyWereWritten_data() {
        QTest::addColumn<double>("lo");
        QTest::addColumn<double>("hi");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("reason");
        const double none = std::numeric_limits<double>::infinity();
        QTest::newRow("above") << std::nextafter(-20.0, none) << none << "-30"
                               << "More than -20 is wanted.";
        QTest::newRow("at least") << -20.0 << none << "-30"
                                  << "At least -20 is wanted.";
        QTest::newRow("below") << -none << std::nextafter(0.3, -none) << "1"
                               << "Less than 0.3 is wanted.";
        QTest::newRow("above 0") << std::nextafter(0.0, none) << none << "0"
                                 << "More than 0 is wanted.";
        QTest::newRow("thirds") << 1.0 / 3 << none << "0"
                                << "At least 0.3333333333333333 is wanted.";
    }
    void limitsAreNamedAsTheyWereWritten() {
        QFETCH(double, lo);
        QFETCH(double, hi);
        QFETCH(QString, typed);
        QFETCH(QString, reason);
        QWidget window;
        auto* field = new NumberField(&window);
        field->setLimits({lo, hi});
        window.show();
        type(field, typed);
        QCOMPARE(field->refusal(), reason);
    }

    // Without a hand that points at the field: below it, and gone with what was refused.
    void aRefusalSaysWhyBesideItsField_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("sample") << QByteArray("example_sample");
        QTest::newRow("end of the range") << QByteArray("scheme_high");
    }

    void aRefusalSaysWhyBesideItsField() {
        QFETCH(QByteArray, field);
        WorkbenchFixture f;
        clickExample(f, QStringLiteral("ramp-1000"));
        auto* edit = f.find<NumberField>(field.constData());
        type(edit, QStringLiteral("nothing"));
        QCOMPARE(edit->text(), QStringLiteral("nothing"));
        const auto shown = [&f] {
            QList<Notice*> seen;
            for (auto* notice : f.window->findChildren<Notice*>(QStringLiteral("field_notice"))) {
                if (notice->isVisible()) {
                    seen << notice;
                }
            }
            return seen;
        };
        QCOMPARE(shown().size(), 1);
        const Notice* notice = shown().front();
        QCOMPARE(notice->text(), edit->refusal());
        QVERIFY(notice->text().contains(QStringLiteral("3e-3")));
        const QRect place(notice->mapToGlobal(QPoint()), notice->size());
        const QRect typed(edit->mapToGlobal(QPoint()), edit->size());
        QVERIFY(!place.intersects(typed));
        QVERIFY(place.adjusted(0, -8, 0, 8).intersects(typed));
        QVERIFY(QRect(f.window->mapToGlobal(QPoint()), f.window->size()).contains(place));
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(shown().isEmpty());
        type(edit, QStringLiteral("nothing"));
        QCOMPARE(shown().size(), 1);
        type(edit, QStringLiteral("500"));
        QVERIFY(shown().isEmpty());
        type(edit, QStringLiteral("nothing"));
        f.window->showPage(0);
        QVERIFY(shown().isEmpty());
    }

    // A reader who takes a calculator gets what is shown: of the start state the ends with four
    // digits would give 5.2291 for 5.22827.
    void theFormulasOperandsGiveItsResult() {
        WorkbenchFixture f;
        clickExample(f, QStringLiteral("start"));
        const QString text = f.find<FormulaLine>("example_scale")->text();
        static const QRegularExpression formula(
            QStringLiteral(R"(= \(([^()]+) − \(([^()]+)\)\) / 255 = (.+)$)"));
        const auto match = formula.match(text);
        QVERIFY2(match.hasMatch(), qPrintable(text));
        const auto number = [&match](int part) { return *readNumber(match.captured(part)); };
        QCOMPARE(formatNumber((number(1) - number(2)) / 255, 6), match.captured(3));
        // And each box from those before it.
        const auto& strip = *f.find<PipelineStrip>("example_pipeline");
        const auto& boxes = strip.boxes();
        const auto operands = [&boxes](int box, const QString& sign) {
            const QStringList parts = boxes[box].note.split(sign);
            return std::pair(*readNumber(parts.at(0)), *readNumber(parts.at(1)));
        };
        const double s = *readNumber(boxes[1].note.mid(2));
        QCOMPARE(formatBeforeRounding(*readNumber(boxes[0].number) / s), boxes[1].number);
        const auto [steps, scale] = operands(6, QStringLiteral(" × "));
        const auto digits = boxes[6].number.size() - 1;  // without its point
        QCOMPARE(formatNumber(steps * scale, int(digits)), boxes[6].number);
    }

    // One code is not "1 codes", and no codes are not said to stand for values.
    void codesBelowZeroAreCountedInWords_data() {
        QTest::addColumn<QString>("example");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << QStringLiteral("ramp-1000") << 8
                              << QStringLiteral("the lowest one");
        QTest::newRow("one") << QStringLiteral("start") << 5
                             << QStringLiteral("one code lies below");
        QTest::newRow("many") << QStringLiteral("start") << 8
                              << QStringLiteral("5 codes lie below");
    }

    void codesBelowZeroAreCountedInWords() {
        QFETCH(QString, example);
        QFETCH(int, bits);
        QFETCH(QString, words);
        WorkbenchFixture f;
        clickExample(f, example);
        QTest::keyClick(f.window->currentPage(), Qt::Key(Qt::Key_0 + bits));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        const QString text = f.find<QLabel>("example_words")->text();
        QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("0 codes")));
    }

    // Ends of ordinary weights have a sign and six digits behind zeros.
    void endsOfTheRangeAreWhole() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 4000}, {"std", 0.02}, {"seed", 3}}});
        for (const char* name : {"scheme_low", "scheme_high"}) {
            const auto* field = f.find<NumberField>(name);
            QTRY_VERIFY(field->text().contains(QLatin1Char('.')));
            const int around = 8;  // frame and padding
            QVERIFY2(QFontMetrics(field->font()).horizontalAdvance(field->text()) <=
                         field->width() - around,
                     qPrintable(field->text()));
        }
    }

    // In a field that is too narrow a number is rounded, not cut: a sign and a power of ten stand.
    void aLongNumberIsRoundedInItsField_data() {
        QTest::addColumn<double>("value");
        QTest::newRow("sign and power") << -2.99954999e+38;
        QTest::newRow("small") << -6.69109e-05;
        QTest::newRow("fits") << 0.5;
    }

    void aLongNumberIsRoundedInItsField() {
        QFETCH(double, value);
        QWidget window;
        auto* other = new QLineEdit(&window);
        auto* field = new NumberField(&window);
        field->setGeometry(0, 40, 74, 28);
        window.show();
        other->setFocus();
        field->setValue(value);
        QVERIFY(!field->hasFocus());
        QCOMPARE_LE(QFontMetrics(field->font()).horizontalAdvance(field->text()),
                    field->width() - 4);
        const double shown = *readNumber(field->text());
        QCOMPARE_LE(std::abs(shown / value - 1), 0.01);
        QCOMPARE(field->value(), value);
        // Who comes to change it has all of it.
        field->setFocus();
        QTRY_COMPARE(*readNumber(field->text()), value);
        QVERIFY(!field->isModified());
    }

    void theSampleIsShownAsTyped() {
        WorkbenchFixture f;
        clickExample(f, QStringLiteral("ramp-1000"));
        type(f.find<NumberField>("example_sample"), QStringLiteral("1500.5"));
        QCOMPARE(f.find<PipelineStrip>("example_pipeline")->boxes().front().number,
                 QStringLiteral("1500.5"));
    }

    // "x = 25" of 250 would be another number.
    void theSamplesNameStaysInThePlot_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("far above") << QStringLiteral("1e308");
        QTest::newRow("far below") << QStringLiteral("-123456");
    }

    void theSamplesNameStaysInThePlot() {
        QFETCH(QString, typed);
        WorkbenchFixture f;
        clickExample(f, QStringLiteral("ramp-1000"));
        type(f.find<NumberField>("example_sample"), typed);
        const auto* diamond = f.find<RangeHandle>("sample_handle");
        constexpr int labelLine = 35;
        const QRegion label = diamond->mask() & QRect(-1000, labelLine, 3000, 1);
        const QRect place = label.boundingRect().translated(diamond->pos());
        const QRect plot = f.find<HistogramPlot>("histogram_plot")->rect();
        QCOMPARE_GE(place.width(), diamond->labelWidth());
        QVERIFY2(place.left() >= plot.left() && place.right() <= plot.right(),
                 qPrintable(QStringLiteral("%1 to %2").arg(place.left()).arg(place.right())));
        // All of it lies on the widget that paints it.
        QVERIFY(diamond->geometry().contains(place));
    }

    // What float32 cannot hold is said, beside an infinity that the quotient itself is not.
    void aSampleBeyondFloat32SaysSo_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("words");
        QTest::newRow("above") << QStringLiteral("1e308") << QStringLiteral("overflow")
                               << QString::fromUtf8("largest number is 3.403×10³⁸: x overflows");
        QTest::newRow("quotient") << QStringLiteral("3e38") << QStringLiteral("overflow")
                                  << QString::fromUtf8("3.403×10³⁸: x ÷ s overflows");
        QTest::newRow("below") << QStringLiteral("1e-320") << QStringLiteral("underflow")
                               << QString::fromUtf8("smallest number above 0 is 1.401×10⁻⁴⁵");
        QTest::newRow("within") << QStringLiteral("250") << QString() << QString();
    }

    void aSampleBeyondFloat32SaysSo() {
        QFETCH(QString, typed);
        QFETCH(QString, note);
        QFETCH(QString, words);
        WorkbenchFixture f;
        f.draw({"ramp", {{"n", 1000}, {"min", -0.02}, {"max", 0.02}}});
        type(f.find<NumberField>("example_sample"), typed);
        const auto boxes = f.find<PipelineStrip>("example_pipeline")->boxes();
        const QString said = f.find<QLabel>("example_words")->text();
        if (note.isEmpty()) {
            QVERIFY(boxes[1].note.startsWith(QStringLiteral("÷ ")));
            QVERIFY(!said.contains(QStringLiteral("float32")));
            return;
        }
        QCOMPARE(boxes[1].note, note);
        QVERIFY2(said.contains(words), qPrintable(said));
    }

    void theSampleIsTakenAsTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        QTest::newRow("inside") << "250" << 250.0;
        QTest::newRow("outside the data") << "1500" << 1500.0;
        QTest::newRow("below") << "-40.25" << -40.25;
        QTest::newRow("comma") << "62,5" << 62.5;
        QTest::newRow("exponent") << "1e-3" << 1e-3;
    }

    void theSampleIsTakenAsTyped() {
        QFETCH(QString, typed);
        QFETCH(double, value);
        WorkbenchFixture f;
        clickExample(f, QStringLiteral("ramp-1000"));
        type(f.find<NumberField>("example_sample"), typed);
        QCOMPARE(f.bench->sample(), value);
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.bench->sample(), 250.0);
    }

    void theDiamondIsTypedByEnter() {
        WorkbenchFixture f;
        clickExample(f, QStringLiteral("ramp-20-1000"));
        auto* diamond = f.find<RangeHandle>("sample_handle");
        diamond->setFocus();
        QTest::keyClick(diamond, Qt::Key_Return);
        auto* editor = f.find<NumberField>("range_editor");
        QVERIFY(editor->isVisible());
        type(editor, QStringLiteral("123.456"));
        QVERIFY(!editor->isVisible());
        QCOMPARE(f.bench->sample(), 123.456);
    }

    void rangeEndsAreTakenAsTyped() {
        WorkbenchFixture f;
        clickExample(f, QStringLiteral("ramp-1000"));
        type(f.find<NumberField>("scheme_high"), QStringLiteral("2500.5"));
        QCOMPARE(f.bench->live().range.hi, 2500.5);
        type(f.find<NumberField>("scheme_low"), QStringLiteral("-999"));
        QCOMPARE(f.bench->live().range.lo, -999.0);
        // Ends that would cross stay in the field with the reason; the range holds.
        auto* high = f.find<NumberField>("scheme_high");
        type(high, QStringLiteral("-1000"));
        QCOMPARE(high->text(), QStringLiteral("-1000"));
        QVERIFY(!high->refusal().isEmpty());
        QCOMPARE(f.bench->live().range.hi, 2500.5);
    }

    void eachExampleIsAClickAndAStep_data() {
        QTest::addColumn<QString>("id");
        for (const TeachingExample& example : teachingExamples()) {
            QTest::newRow(qPrintable(example.id)) << example.id;
        }
    }

    void eachExampleIsAClickAndAStep() {
        QFETCH(QString, id);
        const TeachingExample& example = *findTeachingExample(id);
        WorkbenchFixture f;
        f.draw({"laplace", {{"n", 5000}}});
        QuantScheme before = f.bench->scheme();
        before.format = "int4";
        before.symmetric = true;
        f.bench->setScheme(before);
        f.bench->setSample(0.625);
        const int steps = f.bench->undoStack().count();
        clickExample(f, id);
        const auto shown = std::get<SyntheticSpec>(f.bench->source()->origin);
        QCOMPARE(QString::fromStdString(toString(shown)),
                 QString::fromStdString(toString(example.tensor)));
        QCOMPARE(f.bench->scheme() == schemeOf(example, before), true);
        if (!std::isnan(example.sample)) {
            QCOMPARE(f.bench->sample(), example.sample);
        }
        QCOMPARE(f.bench->undoStack().count(), steps + 1);
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(std::get<SyntheticSpec>(f.bench->source()->origin).kind, std::string("laplace"));
        QCOMPARE(f.bench->scheme() == before, true);
        QCOMPARE(f.bench->sample(), 0.625);
    }

    // The seed's own example, reached by one click: code 64, read back as 250.98.
    void theFirstExampleOfAll() {
        WorkbenchFixture f;
        clickExample(f, QStringLiteral("ramp-1000"));
        const auto& strip = *f.find<PipelineStrip>("example_pipeline");
        QCOMPARE(strip.boxes().value(0).number, QStringLiteral("250"));
        QCOMPARE(strip.boxes().value(5).number, QStringLiteral("64"));
        QCOMPARE(strip.boxes().value(6).number, QStringLiteral("250.98"));
    }

    // 79.4995 rounds to 79; "79.5 -> 79" would be a lie. As a double it lies below 79.4995, so that
    // five digits are 79.499.
    void aNearTieShowsItsDigits() {
        QCOMPARE(formatBeforeRounding(79.4995), QStringLiteral("79.499"));
        QCOMPARE(formatBeforeRounding(79.5), QStringLiteral("79.5"));
        QCOMPARE(formatBeforeRounding(62.5), QStringLiteral("62.5"));
        QCOMPARE(formatBeforeRounding(63.75), QStringLiteral("63.75"));
        QCOMPARE(formatBeforeRounding(1.4999999), QStringLiteral("1.4999999"));
    }

    void theLensShowsLevelsOfTheFormat_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"int8", "uint4", "fp8-e4m3", "fp4-e2m1", "nf4", "fp16"}) {
            QTest::newRow(format) << format;
        }
    }

    /// Every level in the lens reads back as itself, and is the level of the code beside it.
    void theLensShowsLevelsOfTheFormat() {
        QFETCH(QString, format);
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 4000}, {"seed", 2}}});
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.symmetric = !format.startsWith(QLatin1Char('u'));
        f.bench->setScheme(scheme);
        f.bench->setSample(0.3);
        const auto& levels = f.find<LensStrip>("histogram_lens")->levels();
        QVERIFY(levels.size() >= 3);
        bool holdsTheSamples = false;
        const SampleTrace sample = traceSample(0.3, f.bench->live().params, scheme);
        for (const LensStrip::Level& level : levels) {
            const SampleTrace trace = traceSample(level.value, f.bench->live().params, scheme);
            QCOMPARE(trace.code, level.code);
            QVERIFY(std::abs(trace.error) <= 1e-6 * std::abs(level.value));
            holdsTheSamples = holdsTheSamples || level.code == sample.code;
        }
        QVERIFY(holdsTheSamples);
    }

    // With channels the page shows one of them, the worst first, and says which.
    void channelsAreShownOneByOne() {
        WorkbenchFixture f;
        SyntheticSpec spec{"outlier-channels",
                           {{"rows", 16}, {"cols", 64}, {"channels", 1}, {"gain", 30}}};
        f.draw(spec);
        QuantScheme scheme;
        scheme.format = "int4";
        scheme.granularity = Granularity::Channel;
        f.bench->setScheme(scheme);
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->unit().has_value(), WorkbenchFixture::waitMilliseconds);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        // By hand: the channel of the largest magnitude has the widest step and the largest error.
        const auto values = f.bench->source()->tensor.values();
        std::size_t widest = 0;
        float most = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::abs(values[i]) > most) {
                most = std::abs(values[i]);
                widest = i / 64;
            }
        }
        QCOMPARE(f.bench->unit()->index, widest);
        const QString name = QStringLiteral("channel %1").arg(widest);
        QVERIFY(f.find<QLabel>("histogram_title")->text().contains(name));
        QVERIFY(f.find<QLabel>("example_title")->text().contains(name));
        QVERIFY(f.find<QComboBox>("unit_worst")->itemText(0).contains(name));
        QCOMPARE(f.bench->live().params.scale, double(most / 7));
        // Any other by its number: its own largest value over 7 is its step.
        const std::size_t other = (widest + 1) % 16;
        type(f.find<NumberField>("unit_number"), QString::number(other));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->unit()->index, other);
        float own = 0;
        for (std::size_t k = 0; k < 64; ++k) {
            own = std::max(own, std::abs(values[other * 64 + k]));
        }
        QCOMPARE(f.bench->live().params.scale, double(own / 7));
        QCOMPARE(f.find<HistogramPlot>("histogram_plot")->scene().range.hi, double(own));
    }

    void theTableHoldsWholeCounts() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4225}, {"scale", 130}, {"seed", 5}}});
        f.rest();
        auto* card = f.window->findChild<QToolButton*>(QStringLiteral("histogram_table"));
        QTest::mouseClick(card, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.window->findChild<QTableWidget*>() != nullptr,
                                 WorkbenchFixture::waitMilliseconds);
        auto* table = f.window->findChild<QTableWidget*>();
        double sum = 0;
        for (int row = 0; row < table->rowCount(); ++row) {
            const double count = table->item(row, 2)->data(Qt::DisplayRole).toString().toDouble();
            QCOMPARE(count, std::floor(count));
            sum += count;
        }
        QCOMPARE(sum, 4225.0);
    }
};

QTEST_MAIN(TestCalibrateTyping)
#include "tst_calibrate_typing.moc"
