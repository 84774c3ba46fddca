// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"
#include "ui/controls/bit_row.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/notice.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/job/job_runner.h"
#include "ui/pages/numbers/facts/row_facts.h"
#include "ui/pages/numbers/numbers_page.h"
#include "ui/pages/numbers/value/format_row.h"
#include "ui/pages/numbers/value/formats_popup.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMap>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <cmath>
#include <memory>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

bool same(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

QString bitText(const NumberFormat& format, std::uint64_t code) {
    QString text;
    for (int bit = format.bits - 1; bit >= 0; --bit) {
        text += (code >> bit) & 1 ? QLatin1Char('1') : QLatin1Char('0');
    }
    return text;
}

std::uint64_t codeOf(const QString& bits) {
    return bits.toULongLong(nullptr, 2);
}

}  // namespace

class TestNumbersPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void startsWithTheReferenceValues_data();
    void startsWithTheReferenceValues();
    void everyBitFlipsToWhatItSays_data();
    void everyBitFlipsToWhatItSays();
    void takesWhatIsTyped_data();
    void takesWhatIsTyped();
    void takesWhatIsPasted_data();
    void takesWhatIsPasted();
    void refusesAndKeepsTheValue_data();
    void refusesAndKeepsTheValue();
    void forgetsTheErrorWithTheNextNumber();
    void keepsThePayloadOfNan();
    void undoesATypedNumberAtOnce();
    void undoesADragAtOnce();
    void movesByKeyboard();
    void stepsByOneUlp();
    void selectsARow();
    void scalesIntegers();
    void refusesAScale_data();
    void refusesAScale();
    void picksExamples();
    void choosesPresets();
    void anotherListOfFormatsShowsItsBits();
    void roundsAsChosen();
    void stochasticRoundingFollowsItsSeed();
    void theChoiceOfAViewIsNoStep();
    void largeBitsFollowTheSelectedRow();
    void showsTheError();
    void readsEveryBitAloud();
    void coachKnowsTheAnswer();

private:
    template <typename T>
    T* find(const QString& name) const {
        T* found = m_page->findChild<T*>(name);
        if (!found) {
            qFatal("no %s", qPrintable(name));
        }
        return found;
    }
    BitRow* bits(const QString& id) const { return find<BitRow>(QStringLiteral("bits-") + id); }
    void type(const QString& text, bool enter = true) const;
    void click(BitRow* row, int bit) const {
        QTest::mouseClick(row, Qt::LeftButton, {}, row->cellRect(bit).center());
    }
    const NumberState& state() const { return m_bench->number(); }

    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<NumbersPage> m_page;
};

void TestNumbersPage::initTestCase() {
    QLocale::setDefault(QLocale::c());
    applyTheme(*qApp, lightTheme());
}

void TestNumbersPage::init() {
    m_jobs = std::make_unique<JobRunner>();
    m_bench = std::make_unique<Workbench>(*m_jobs);
    QSignalSpy loaded(m_bench.get(), &Workbench::sourceChanged);
    m_bench->setSynthetic(SyntheticSpec{});  // commands are undoable once a source is there
    QVERIFY(!loaded.isEmpty() || loaded.wait());
    m_page = std::make_unique<NumbersPage>(*m_bench);
    m_page->resize(1096, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestNumbersPage::cleanup() {
    m_page.reset();
    m_bench.reset();
    m_jobs.reset();
}

void TestNumbersPage::type(const QString& text, bool enter) const {
    auto* field = find<QLineEdit>(QStringLiteral("value"));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    if (enter) {
        QTest::keyClick(field, Qt::Key_Return);
    }
}

// DESIGN.md section 10: worked by hand from the formats' definitions.
void TestNumbersPage::startsWithTheReferenceValues_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<double>("stored");
    QTest::newRow("fp16") << "fp16"
                          << "0010111001100110" << 0.0999755859375;
    QTest::newRow("bf16") << "bf16"
                          << "0011110111001101" << 0.10009765625;
    QTest::newRow("e4m3") << "fp8-e4m3"
                          << "00011101" << 0.1015625;
    QTest::newRow("e5m2") << "fp8-e5m2"
                          << "00101110" << 0.09375;
    QTest::newRow("e2m1") << "fp4-e2m1"
                          << "0000" << 0.0;
    QTest::newRow("int8") << "int8"
                          << "00001101" << 13.0 / 127;
    QTest::newRow("int4") << "int4"
                          << "0001" << 1.0 / 7;
    QTest::newRow("nf4") << "nf4"
                         << "1000" << 0.07958029955625534;
}

void TestNumbersPage::startsWithTheReferenceValues() {
    QFETCH(QString, format);
    QFETCH(QString, expected);
    QFETCH(double, stored);
    QCOMPARE(bits(format)->bits(), expected);
    const RowFacts& facts = find<FormatRow>(QStringLiteral("row-") + format)->facts();
    QCOMPARE_LE(std::abs(facts.stored - stored), 1e-9);
    QCOMPARE_LE(std::abs(facts.error - (stored - 0.1)), 1e-9);
}

void TestNumbersPage::everyBitFlipsToWhatItSays_data() {
    QTest::addColumn<QString>("format");
    for (const NumberFormat& format : numberFormats()) {
        if (format.bits <= 32) {
            const auto id = QString::fromUtf8(format.id.data(), qsizetype(format.id.size()));
            QTest::newRow(qPrintable(id)) << id;
        }
    }
}

void TestNumbersPage::everyBitFlipsToWhatItSays() {
    QFETCH(QString, format);
    const NumberFormat& row = numberFormat(format.toStdString());
    if (!state().formats.contains(format)) {
        NumberState with = state();
        with.formats = {format};
        with.inspected = format;
        m_bench->setNumber(with);
        QCoreApplication::processEvents();
    }
    // |max| is 1 and goes to the end that is nearer to 0: of two's complement the positive one, of
    // IQ4_NL 113 and not -127.
    double above = 0, below = 0;
    for (std::uint64_t code = 0; row.bits <= 16 && code < (1ULL << row.bits); ++code) {
        const double value = decode(row, code);
        above = std::isfinite(value) ? std::max(above, value) : above;
        below = std::isfinite(value) ? std::max(below, -value) : below;
    }
    const double largest = below > 0 ? std::min(above, below) : above;
    const double scale = row.kind == FormatKind::Minifloat ? 1 : 1 / largest;
    for (int bit = 0; bit < row.bits; ++bit) {
        const std::uint64_t before = codeOf(bits(format)->bits());
        const double valueBefore = state().value;
        const std::uint64_t after = before ^ (std::uint64_t{1} << (row.bits - 1 - bit));
        click(bits(format), bit);
        QCOMPARE(bits(format)->bits(), bitText(row, after));
        QVERIFY2(same(state().value, decode(row, after) * scale), qPrintable(format));
        QCOMPARE(state().inspected, format);
        m_bench->undoStack().undo();
        QVERIFY(same(state().value, valueBefore));
        QCOMPARE(bits(format)->bits(), bitText(row, before));
    }
}

void TestNumbersPage::takesWhatIsTyped_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("decimal") << "0.25" << 0.25;
    QTest::newRow("exponent") << "-1e-5" << -1e-5;
    QTest::newRow("fraction") << "1/3" << 1.0 / 3;
    QTest::newRow("blanks") << "  300 " << 300.0;
    QTest::newRow("a decimal comma") << "1,5" << 1.5;
    QTest::newRow("hexadecimal float") << "0x1.8p3" << 12.0;
    QTest::newRow("bits of FP16") << "0x2E66" << 0.0999755859375;
    QTest::newRow("infinity") << "inf" << HUGE_VAL;
    QTest::newRow("NaN") << "nan" << std::nan("");
    QTest::newRow("negative zero") << "-0" << -0.0;
    QTest::newRow("subnormal of FP16") << "6e-8" << 6e-8;
    QTest::newRow("subnormal of a double") << "5e-324" << 5e-324;
}

void TestNumbersPage::takesWhatIsTyped() {
    QFETCH(QString, text);
    QFETCH(double, value);
    type(text);
    QVERIFY2(same(state().value, value), qPrintable(QString::number(state().value, 'g', 17)));
    QVERIFY(find<Notice>(QStringLiteral("valueError"))->isHidden());
    const NumberFormat& fp16 = numberFormat("fp16");
    QCOMPARE(bits(QStringLiteral("fp16"))->bits(), bitText(fp16, encode(fp16, value)));
}

void TestNumbersPage::takesWhatIsPasted_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("blanks around") << "   0.25 " << 0.25;
    QTest::newRow("a tab and a line end, as from a table") << "\t0.25\n" << 0.25;
    QTest::newRow("no-break spaces") << QString(QChar(0xA0)) + "0.25" + QChar(0x202F) << 0.25;
    QTest::newRow("the minus of the pages") << QString(QChar(0x2212)) + "0.25" << -0.25;
}

void TestNumbersPage::takesWhatIsPasted() {
    QFETCH(QString, text);
    QFETCH(double, value);
    QGuiApplication::clipboard()->setText(text);
    auto* field = find<QLineEdit>(QStringLiteral("value"));
    field->setFocus();
    field->selectAll();
    field->paste();
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(state().value, value);
    QVERIFY(find<Notice>(QStringLiteral("valueError"))->isHidden());
}

void TestNumbersPage::refusesAndKeepsTheValue_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("word") << "abc";
    QTest::newRow("beyond double") << "1e400";
    QTest::newRow("pattern of another width") << "0x12";
    QTest::newRow("two numbers") << "1 2";
    QTest::newRow("nothing") << "  ";
}

void TestNumbersPage::refusesAndKeepsTheValue() {
    QFETCH(QString, text);
    m_bench->setNumber([] {
        NumberState start;
        start.value = 42;
        return start;
    }());
    const int steps = m_bench->undoStack().count();
    type(text);
    auto* error = find<Notice>(QStringLiteral("valueError"));
    QVERIFY(!error->isHidden());
    QVERIFY(!error->text().isEmpty());
    QCOMPARE(m_bench->undoStack().count(), steps);
    // While typing, a prefix such as the 1e40 of 1e400 was a number; what is refused changes
    // nothing.
    QCOMPARE(state().value, 42.0);
    auto* field = find<QLineEdit>(QStringLiteral("value"));
    QCOMPARE(field->text(), text);
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(field->text(), text);
    QVERIFY(!error->isHidden());
    QCOMPARE(state().value, 42.0);
}

void TestNumbersPage::forgetsTheErrorWithTheNextNumber() {
    auto* error = find<Notice>(QStringLiteral("valueError"));
    type(QStringLiteral("abc"));
    QVERIFY(!error->isHidden());
    type(QStringLiteral("2"));
    QVERIFY(error->isHidden());
    type(QStringLiteral("abc"));
    QVERIFY(!error->isHidden());
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("example3")), Qt::LeftButton);
    QVERIFY(error->isHidden());
    QCOMPARE(find<QLineEdit>(QStringLiteral("value"))->text(), QStringLiteral("300"));
}

void TestNumbersPage::keepsThePayloadOfNan() {
    type(QStringLiteral("nan"));
    const QString before = bits(QStringLiteral("fp16"))->bits();
    click(bits(QStringLiteral("fp16")), 15);
    QVERIFY(std::isnan(state().value));
    QString expected = before;
    expected[15] = before[15] == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
    QCOMPARE(bits(QStringLiteral("fp16"))->bits(), expected);
}

void TestNumbersPage::undoesATypedNumberAtOnce() {
    type(QStringLiteral("123.5"));
    QCOMPARE(state().value, 123.5);
    m_bench->undoStack().undo();
    QCOMPARE(state().value, 0.1);
    QCOMPARE(find<QLineEdit>(QStringLiteral("value"))->text(), QStringLiteral("0.1"));
    m_bench->undoStack().redo();
    QCOMPARE(state().value, 123.5);
}

void TestNumbersPage::undoesADragAtOnce() {
    BitRow* row = bits(QStringLiteral("fp8-e4m3"));  // 0 0011 101
    const int steps = m_bench->undoStack().index();
    QTest::mousePress(row, Qt::LeftButton, {}, row->cellRect(1).center());
    QTest::mouseMove(row, row->cellRect(2).center());
    QMouseEvent move(QEvent::MouseMove, row->cellRect(2).center(),
                     row->mapToGlobal(row->cellRect(2).center()), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(row, &move);
    QTest::mouseRelease(row, Qt::LeftButton, {}, row->cellRect(2).center());
    QCOMPARE(row->bits(), QStringLiteral("01111101"));
    QCOMPARE(state().value, 416.0);  // 2^(15 - 7) * (1 + 5/8)
    QCOMPARE(m_bench->undoStack().index(), steps + 1);
    m_bench->undoStack().undo();
    QCOMPARE(state().value, 0.1);
}

void TestNumbersPage::movesByKeyboard() {
    BitRow* row = bits(QStringLiteral("fp16"));
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Home);
    QTest::keyClick(row, Qt::Key_Space);
    QCOMPARE(state().value, -0.0999755859375);
    QTest::keyClick(row, Qt::Key_Right);
    QCOMPARE(row->currentBit(), 1);
    QTest::keyClick(row, Qt::Key_End);
    QCOMPARE(row->currentBit(), 15);
    QTest::keyClick(row, Qt::Key_Down);
    QCOMPARE(state().inspected, QStringLiteral("fp8-e4m3"));
    QTRY_VERIFY(bits(QStringLiteral("fp8-e4m3"))->hasFocus());
    QTest::keyClick(bits(QStringLiteral("fp8-e4m3")), Qt::Key_Up);
    QCOMPARE(state().inspected, QStringLiteral("fp16"));
}

void TestNumbersPage::stepsByOneUlp() {
    const NumberFormat& fp16 = numberFormat("fp16");
    QTest::keyClick(bits(QStringLiteral("fp16")), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(state().value, decode(fp16, 0x2E67));
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("ulpDown")), Qt::LeftButton);
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("ulpDown")), Qt::LeftButton);
    QCOMPARE(state().value, decode(fp16, 0x2E65));
    auto* field = find<QLineEdit>(QStringLiteral("value"));
    QTest::keyClick(field, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(state().value, decode(fp16, 0x2E66));
    type(QStringLiteral("0.1"));
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(state().value, 0.11);
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("valueDown")), Qt::LeftButton);
    QCOMPARE(state().value, 0.1);
}

void TestNumbersPage::selectsARow() {
    auto* row = find<FormatRow>(QStringLiteral("row-int4"));
    QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(30, 16));
    QCOMPARE(state().inspected, QStringLiteral("int4"));
    QCOMPARE(state().value, 0.1);
}

void TestNumbersPage::scalesIntegers() {
    auto* field = find<QLineEdit>(QStringLiteral("absMax"));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("0.5"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(state().absMax, 0.5);
    QCOMPARE(bits(QStringLiteral("int8"))->bits(),
             QStringLiteral("00011001"));  // 0.1 / 0.5 * 127 = 25.4
    const RowFacts& facts = find<FormatRow>(QStringLiteral("row-int8"))->facts();
    QCOMPARE_LE(std::abs(facts.stored - 25 * 0.5 / 127), 1e-15);
}

void TestNumbersPage::refusesAScale_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << "0";
    QTest::newRow("negative") << "-1";
    QTest::newRow("infinite") << "inf";
    QTest::newRow("NaN") << "nan";
    QTest::newRow("word") << "wide";
}

void TestNumbersPage::refusesAScale() {
    QFETCH(QString, text);
    auto* field = find<QLineEdit>(QStringLiteral("absMax"));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(state().absMax, 1.0);
    QVERIFY(!find<Notice>(QStringLiteral("valueError"))->isHidden());
}

void TestNumbersPage::picksExamples() {
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("example6")), Qt::LeftButton);
    QVERIFY(same(state().value, -0.0));
    QCOMPARE(bits(QStringLiteral("fp16"))->bits(), QStringLiteral("1000000000000000"));
    QVERIFY(find<QAbstractButton>(QStringLiteral("example6"))->isChecked());
    QVERIFY(!find<QAbstractButton>(QStringLiteral("example0"))->isChecked());
}

void TestNumbersPage::choosesPresets() {
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("chooseFormats")), Qt::LeftButton);
    auto* popup = find<FormatsPopup>(QStringLiteral("formatsPopup"));
    QTRY_VERIFY(popup->isVisible());
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("preset3")), Qt::LeftButton);
    QCOMPARE(state().formats, presetFormats(3));
    QVERIFY(state().formats.contains(state().inspected));
    QVERIFY(!m_page->findChild<BitRow*>(QStringLiteral("bits-fp32")));
    QCOMPARE(bits(QStringLiteral("fp4-bnb"))->bitCount(), 4);
    popup->hide();
    m_bench->undoStack().undo();
    QCOMPARE(state().formats, NumberState().formats);
    QVERIFY(m_page->findChild<BitRow*>(QStringLiteral("bits-fp32")));
}

// Rows that are made anew learn their number only after they have their columns.
void TestNumbersPage::anotherListOfFormatsShowsItsBits() {
    QMap<QString, int> widths;
    for (const QString& id : state().formats) {
        widths[id] = bits(id)->width();
        QVERIFY2(widths[id] > 0, qPrintable(id));
    }
    NumberState fewer = state();
    fewer.formats.removeOne(QStringLiteral("bf16"));
    m_bench->setNumber(fewer);
    for (const QString& id : fewer.formats) {
        QCOMPARE(id + QString::number(bits(id)->width()), id + QString::number(widths[id]));
    }
}

void TestNumbersPage::roundsAsChosen() {
    NumberState next = state();
    next.value = 300;
    next.rounding = Rounding::Ceil;
    m_bench->setNumber(next);
    // E4M3 has 288 and 320 around 300: nearest is 288, upwards is 320.
    QCOMPARE(find<FormatRow>(QStringLiteral("row-fp8-e4m3"))->facts().stored, 320.0);
    next.rounding = Rounding::NearestEven;
    next.value = 1000;
    m_bench->setNumber(next);
    QVERIFY(std::isnan(find<FormatRow>(QStringLiteral("row-fp8-e4m3"))->facts().stored));
    next.overflow = Overflow::Saturate;
    m_bench->setNumber(next);
    QCOMPARE(find<FormatRow>(QStringLiteral("row-fp8-e4m3"))->facts().stored, 448.0);
}

// 300 lies three eighths of the way from 288 to 320: that share of the seeds goes up.
void TestNumbersPage::stochasticRoundingFollowsItsSeed() {
    NumberState next = state();
    next.value = 300;
    next.rounding = Rounding::Stochastic;
    int up = 0;
    constexpr int seeds = 400;
    for (int seed = 0; seed < seeds; ++seed) {
        next.seed = static_cast<std::uint64_t>(seed);
        const double stored = rowFacts(numberFormat("fp8-e4m3"), next).stored;
        QVERIFY(stored == 288 || stored == 320);
        QCOMPARE(rowFacts(numberFormat("fp8-e4m3"), next).stored, stored);
        up += stored == 320 ? 1 : 0;
    }
    // Four standard deviations of the binomial distribution.
    QCOMPARE_LE(std::abs(up - 0.375 * seeds), 4 * std::sqrt(seeds * 0.375 * 0.625));
    m_bench->setNumber(next);
    auto* popup = find<QWidget>(QStringLiteral("formatsPopup"));
    auto* seed = popup->findChild<NumberField*>(QStringLiteral("roundingSeed"));
    QVERIFY(seed->isEnabled());
    QCOMPARE(seed->value(), double{seeds - 1});
    seed->selectAll();
    QTest::keyClicks(seed, QStringLiteral("7"));
    QTest::keyClick(seed, Qt::Key_Return);
    QCOMPARE(state().seed, std::uint64_t{7});
}

// Undo takes back what was changed; a view only shows it (until now each choice was a step too, so
// that undo had to walk through all the looking around).
void TestNumbersPage::theChoiceOfAViewIsNoStep() {
    auto* views = find<Segment>(QStringLiteral("numberViews"));
    const int steps = m_bench->undoStack().count();
    QTest::mouseClick(views->button(3), Qt::LeftButton);
    QCOMPARE(m_bench->views().numbers->tab, 3);
    QVERIFY(find<QWidget>(QStringLiteral("blockBytes"))->isVisible());
    QCOMPARE(m_bench->undoStack().count(), steps);
    QTest::mouseClick(views->button(0), Qt::LeftButton);
    QCOMPARE(views->current(), 0);
    QVERIFY(!find<QWidget>(QStringLiteral("blockBytes"))->isVisible());
}

void TestNumbersPage::largeBitsFollowTheSelectedRow() {
    auto* large = find<BitRow>(QStringLiteral("largeBits"));
    QCOMPARE(large->bits(), bits(QStringLiteral("fp16"))->bits());
    click(large, 1);
    QCOMPARE(bits(QStringLiteral("fp16"))->bits(), QStringLiteral("0110111001100110"));
    QCOMPARE(state().value, decode(numberFormat("fp16"), 0x6E66));
}

void TestNumbersPage::showsTheError() {
    QCOMPARE(find<MetricTile>(QStringLiteral("absoluteError"))->value(),
             QStringLiteral("−2.441×10⁻⁵"));
    QCOMPARE(find<MetricTile>(QStringLiteral("relativeError"))->value(),
             QStringLiteral("−0.0244 %"));
    QCOMPARE(find<MetricTile>(QStringLiteral("ulpError"))->value(), QStringLiteral("0.40"));
    QCOMPARE(find<MetricTile>(QStringLiteral("direction"))->value(), QStringLiteral("down"));
}

void TestNumbersPage::readsEveryBitAloud() {
    BitRow* row = bits(QStringLiteral("fp16"));
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(row);
    QVERIFY(list);
    QCOMPARE(list->childCount(), 16);
    QCOMPARE(list->child(0)->text(QAccessible::Name), QStringLiteral("sign bit, 0"));
    QCOMPARE(list->child(8)->text(QAccessible::Name),
             QStringLiteral("mantissa bit 3, weight 2⁻³, 0"));
    QVERIFY(!list->child(8)->state().checked);
    QVERIFY(list->child(6)->state().checked);
    list->child(8)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(list->child(8)->state().checked);
    QCOMPARE(state().value, decode(numberFormat("fp16"), 0x2EE6));
}

void TestNumbersPage::coachKnowsTheAnswer() {
    // No format stores 0.1; ten times that is 1, which each of those that hold it has a code for.
    const Prediction asked = m_page->coachText().prediction;
    QVERIFY2(asked.question.startsWith(QStringLiteral("Ten times")), qPrintable(asked.question));
    int exact = 0;
    for (const QString& id : state().formats) {
        const RowFacts row = rowFacts(numberFormat(id.toStdString()), withValue(state(), 1));
        exact += row.stored == 1 ? 1 : 0;
    }
    QVERIFY(exact > 0);
    QCOMPARE(asked.correct, exact == int(state().formats.size()) ? 0 : 1);
    QVERIFY(asked.explanation.contains(QStringLiteral("exact in %1 of").arg(exact)));
    type(QStringLiteral("300"));
    QVERIFY(m_page->coachText().prediction.question != asked.question);
    QCOMPARE_GE(m_page->coachText().paragraphs.size(), 2);
}

QTEST_MAIN(TestNumbersPage)
#include "tst_numbers_page.moc"
