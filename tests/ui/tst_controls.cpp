// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/bit_row.h"
#include "ui/controls/figure_label.h"
#include "ui/controls/icon.h"
#include "ui/controls/legend.h"
#include "ui/controls/number_field.h"
#include "ui/controls/row_painter.h"
#include "ui/controls/segment.h"
#include "ui/controls/split_bar.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/value_slider.h"
#include "ui/controls/whole_label.h"
#include "ui/text/numbers.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <cstdlib>

using namespace zeropoint::ui;

class TestControls : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, lightTheme()); }
    void segmentChoosesByMouseAndArrows();
    void segmentStaysSilentWhenSet();
    void steppedSliderStandsOnStops();
    void steppedSliderSaysItsStop();
    void valueSliderTakesText_data();
    void valueSliderTakesText();
    void numbersAreReadInEveryLocale_data();
    void numbersAreReadInEveryLocale();
    void aFieldShowsTheLocalesWay();
    void valueSliderIsLogarithmic();
    void bitRowFitsNarrowRooms_data();
    void bitRowFitsNarrowRooms();
    void splitBarSaysItsParts();
    void iconTakesTheColor();
    void anIconFollowsTheTheme_data();
    void anIconFollowsTheTheme();
    void figuresKeepTheirPlace();
    void figuresAreCopied();
    void wholeLabelIsNeverCut();
    void legendSaysWhatItLeavesOut();
    void cellsStandOnOneLine();
};

// A thin space between thousands comes from another font, which has other heights.
void TestControls::cellsStandOnOneLine() {
    const auto rows = [](const QString& text) {
        QImage image(120, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            RowPainter row(&painter, image.rect(), lightTheme());
            row.words(image.rect(), text, monoFont(12), Qt::black,
                      Qt::AlignRight | Qt::AlignVCenter);
        }
        int first = image.height();
        int last = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).lightness() < 128) {
                    first = std::min(first, y);
                    last = y;
                }
            }
        }
        return std::pair(first, last);
    };
    const QString grouped = formatCount(30'432);
    QCOMPARE(grouped, QString::fromUtf8("30\u2009432"));
    QCOMPARE(rows(grouped), rows(QStringLiteral("30432")));
}

void TestControls::segmentChoosesByMouseAndArrows() {
    Segment segment({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
    segment.setCurrent(0);
    segment.show();
    QVERIFY(QTest::qWaitForWindowExposed(&segment));
    QSignalSpy chosen(&segment, &Segment::chosen);
    QTest::mouseClick(segment.button(2), Qt::LeftButton);
    QCOMPARE(segment.current(), 2);
    segment.button(2)->setFocus();
    QTest::keyClick(segment.button(2), Qt::Key_Left);
    QCOMPARE(segment.current(), 1);
    QCOMPARE(chosen.count(), 2);
    segment.setChoiceEnabled(0, false, QStringLiteral("not now"));
    QCOMPARE(segment.button(0)->toolTip(), QStringLiteral("not now"));
    QTest::mouseClick(segment.button(0), Qt::LeftButton);
    QCOMPARE(segment.current(), 1);
}

void TestControls::segmentStaysSilentWhenSet() {
    Segment segment({QStringLiteral("one"), QStringLiteral("two")});
    QCOMPARE(segment.current(), -1);
    QSignalSpy chosen(&segment, &Segment::chosen);
    segment.setCurrent(1);
    QCOMPARE(segment.current(), 1);
    QCOMPARE(chosen.count(), 0);
}

void TestControls::steppedSliderStandsOnStops() {
    SteppedSlider slider({2, 3, 4, 5, 6, 7, 8, 16}, QStringLiteral("%1 bits"));
    slider.resize(240, 36);
    slider.show();
    QSignalSpy chosen(&slider, &SteppedSlider::stopChosen);
    slider.setStop(8);
    QCOMPARE(slider.value(), 6);
    slider.setStop(9);  // not offered, but the value: it is shown, and gone with the next
    QCOMPARE(slider.stop(), 9);
    slider.setStop(8);
    QCOMPARE(slider.stop(), 8);
    QCOMPARE(slider.maximum(), 7);
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(slider.stop(), 16);
    QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(9, 10));
    QCOMPARE(slider.stop(), 2);
    QCOMPARE(chosen.count(), 2);
}

void TestControls::steppedSliderSaysItsStop() {
    SteppedSlider slider({2, 4, 8}, QStringLiteral("%1 bits"));
    slider.setStop(4);
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&slider);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::Slider);
    QCOMPARE(accessible->text(QAccessible::Value), QStringLiteral("4 bits"));
}

void TestControls::valueSliderTakesText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("number") << "2.5" << 2.5;
    QTest::newRow("with a comma") << "2,5" << 2.5;
    // What cannot be taken is refused: 1 stays the value.
    QTest::newRow("beyond the end") << "99" << 1.0;
    QTest::newRow("before the start") << "-1" << 1.0;
    QTest::newRow("no number") << "many" << 1.0;
    QTest::newRow("not finite") << "nan" << 1.0;
}

void TestControls::valueSliderTakesText() {
    QFETCH(QString, text);
    QFETCH(double, value);
    ValueSlider slider(QStringLiteral("shape"), 0, 10, 1);
    slider.setValue(1);
    slider.show();
    QSignalSpy changed(&slider, &ValueSlider::valueChanged);
    slider.field()->setFocus();
    slider.field()->selectAll();
    QTest::keyClicks(slider.field(), text);
    QTest::keyClick(slider.field(), Qt::Key_Return);
    QCOMPARE(slider.value(), value);
    const bool refused = value == 1.0;
    QCOMPARE(changed.count(), refused ? 0 : 1);
    // It says why, and what was typed stays to be mended.
    QCOMPARE(slider.field()->text() == text, refused || text == QLatin1String("2.5"));
    QCOMPARE(slider.field()->refusal().isEmpty(), !refused);
    QCOMPARE(slider.field()->property("invalid").toBool(), refused);
    QTest::keyClick(slider.field(), Qt::Key_Escape);
    QVERIFY(slider.field()->refusal().isEmpty());
    QCOMPARE(slider.field()->text(), numberForField(value));
}

// Worked by hand: the last sign is the decimal one, whatever the locale; groups have three digits.
void TestControls::numbersAreReadInEveryLocale_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");  // NaN: refused
    const double refused = std::nan("");
    QTest::newRow("point") << "99.5" << 99.5;
    QTest::newRow("comma") << "0,5" << 0.5;
    QTest::newRow("one comma is no group") << "1,500" << 1.5;
    QTest::newRow("one point is no group") << "1.500" << 1.5;
    QTest::newRow("German") << "1.234,5" << 1234.5;
    QTest::newRow("English") << "1,234.5" << 1234.5;
    QTest::newRow("millions") << "1,234,567" << 1234567.0;
    QTest::newRow("millions, German") << "-1.234.567" << -1234567.0;
    QTest::newRow("French") << QString(QStringLiteral("1") + QChar(0x202F) +
                                       QStringLiteral("234,5"))
                            << 1234.5;
    QTest::newRow("Swiss") << "1'234.5" << 1234.5;
    QTest::newRow("exponent") << "3e-3" << 0.003;
    QTest::newRow("exponent with a comma") << "2,5e4" << 25000.0;
    QTest::newRow("as the pages write it") << QStringLiteral("−1.5×10⁻⁶") << -1.5e-6;
    QTest::newRow("groups of two") << "12,34,56" << refused;
    QTest::newRow("two decimal signs") << "1.2,3.4" << refused;
    QTest::newRow("two numbers") << "1 2" << refused;
    QTest::newRow("nothing") << "" << refused;
    QTest::newRow("word") << "fast" << refused;
    QTest::newRow("infinite") << "inf" << refused;
}

void TestControls::numbersAreReadInEveryLocale() {
    QFETCH(QString, text);
    QFETCH(double, value);
    for (const char* name : {"C", "en_US", "de_DE", "fr_FR", "hi_IN"}) {
        QLocale::setDefault(QLocale(QLatin1String(name)));
        const std::optional<double> read = readNumber(text);
        QVERIFY2(read.has_value() != std::isnan(value), name);
        QVERIFY2(!read || *read == value, name);
    }
    QLocale::setDefault(QLocale::c());
}

void TestControls::aFieldShowsTheLocalesWay() {
    QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
    NumberField field;
    field.setSuffix(QStringLiteral(" %"));
    field.setLimits({50, 100, false});
    field.setValue(99.99);
    field.show();
    QCOMPARE(field.text(), QStringLiteral("99,99 %"));
    QSignalSpy entered(&field, &NumberField::valueEntered);
    const auto type = [&field](const QString& text) {
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    };
    type(QStringLiteral("99.5"));
    QCOMPARE(field.value(), 99.5);
    QCOMPARE(field.text(), QStringLiteral("99,5 %"));
    type(QStringLiteral("99,75%"));
    QCOMPARE(field.value(), 99.75);
    QCOMPARE(entered.count(), 2);
    // What a state says anew does not take away what was refused and waits to be mended.
    type(QStringLiteral("101"));
    field.setValue(99.75);
    QCOMPARE(field.text(), QStringLiteral("101"));
    QVERIFY(field.toolTip().contains(QStringLiteral("100")));
    type(QStringLiteral("99,75"));
    QVERIFY(field.refusal().isEmpty());
    QCOMPARE(entered.count(), 2);
    QLocale::setDefault(QLocale::c());
}

void TestControls::valueSliderIsLogarithmic() {
    ValueSlider slider(QStringLiteral("count"), 100, 10000, 0, ValueSlider::Scale::Logarithmic);
    slider.setValue(1000);
    QCOMPARE(slider.slider()->value(), slider.slider()->maximum() / 2);
    slider.slider()->setValue(slider.slider()->maximum());
    QCOMPARE(slider.value(), 10000.0);
}

void TestControls::bitRowFitsNarrowRooms_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("mantissa");
    for (const int width : {300, 460, 900}) {
        for (const int mantissa : {2, 10, 23, 52}) {
            QTest::addRow("%d bits in %d px", mantissa, width) << width << mantissa;
        }
    }
}

void TestControls::bitRowFitsNarrowRooms() {
    QFETCH(int, width);
    QFETCH(int, mantissa);
    BitRow row(BitRow::Size::Large);
    row.setGroups({{BitGroup::Kind::Sign, 1},
                   {BitGroup::Kind::Exponent, 8},
                   {BitGroup::Kind::Mantissa, mantissa}});
    row.resize(width, row.height());
    row.show();
    for (int bit = 0; bit < row.bitCount(); ++bit) {
        const QRect cell = row.cellRect(bit);
        QVERIFY2(cell.left() >= 0 && cell.right() < width, qPrintable(QString::number(bit)));
        QCOMPARE_LT(cell.bottom(), row.height());
        QCOMPARE_GE(cell.width(), 13);
        QCOMPARE(row.bitAt(cell.center()), bit);
        QVERIFY(bit == 0 || !cell.intersects(row.cellRect(bit - 1)));
    }
}

void TestControls::splitBarSaysItsParts() {
    SplitBar bar;
    bar.setParts(3, 1);
    QCOMPARE(bar.accessibleDescription(), QStringLiteral("clipping 75 %, rounding 25 %"));
    bar.setParts(0, 0);
    QCOMPARE(bar.accessibleDescription(), QStringLiteral("no error"));
}

void TestControls::iconTakesTheColor() {
    const QColor normal = lightTheme().bad;
    const QColor active = lightTheme().accent;
    const QIcon icon = tintedIcon(QStringLiteral(":/icons/minus.svg"), normal, active);
    const auto isAt = [&icon](double ratio, QIcon::State state, const QColor& expected) {
        const QPixmap pixmap = icon.pixmap(QSize(20, 20), ratio, QIcon::Normal, state);
        const QColor seen = pixmap.toImage().pixelColor(pixmap.rect().center());
        const int off = std::abs(seen.red() - expected.red()) +
                        std::abs(seen.green() - expected.green()) +
                        std::abs(seen.blue() - expected.blue());
        return pixmap.size() == QSize(20, 20) * ratio && off <= 6;  // an edge's rounding
    };
    for (const double ratio : {1.0, 2.0}) {
        QVERIFY(isAt(ratio, QIcon::Off, normal));
        QVERIFY(isAt(ratio, QIcon::On, active));
    }
}

/// A figure that follows a hand must not lay out the card with each step.
void TestControls::figuresKeepTheirPlace() {
    QWidget card;
    auto* row = new QHBoxLayout(&card);
    auto* label = new FigureLabel(monoFont(12), Qt::AlignRight);
    row->addWidget(label);
    label->setFigure(QStringLiteral("1.5×10⁻⁶"), QStringLiteral("12 %"));
    QCOMPARE(label->text(), QStringLiteral("1.5×10⁻⁶ 12 %"));
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QCoreApplication::processEvents();
    const int wide = label->width();
    struct : QObject {
        int layouts = 0;
        bool eventFilter(QObject*, QEvent* event) override {
            layouts += event->type() == QEvent::LayoutRequest ? 1 : 0;
            return false;
        }
    } watch;
    card.installEventFilter(&watch);
    label->setFigure(QStringLiteral("2"));
    QCoreApplication::processEvents();
    QCOMPARE(label->width(), wide);
    QCOMPARE(watch.layouts, 0);
    label->setFigure(QStringLiteral("123456789.5"), QStringLiteral("12 %"));
    QCoreApplication::processEvents();
    QVERIFY(label->width() > wide);
    QVERIFY(watch.layouts > 0);
}

void TestControls::figuresAreCopied() {
    FigureLabel label(monoFont(12));
    label.setFigure(QStringLiteral("40.5"), QStringLiteral("dB"));
    QCOMPARE(label.actions().size(), 1);
    label.actions().first()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("40.5 dB"));
}

void TestControls::wholeLabelIsNeverCut() {
    WholeLabel label(QStringLiteral("Which runs give the most accuracy?"));
    const QSize whole = label.sizeHint();
    const auto isBlank = [&label] {
        const QImage picture = label.grab().toImage();
        QImage blank = picture;
        blank.fill(picture.pixelColor(0, 0));
        return picture == blank;
    };
    label.resize(whole);
    QVERIFY(label.fits());
    QVERIFY(!isBlank());
    label.resize(whole.width() - 1, whole.height());
    QVERIFY(!label.fits());
    QVERIFY(isBlank());
}

void TestControls::anIconFollowsTheTheme_data() {
    QTest::addColumn<QString>("role");
    for (const char* role : {"", "icon", "outlinedIcon", "headerMenu"}) {
        QTest::newRow(*role == 0 ? "plain" : role) << QString::fromLatin1(role);
    }
}

// Also of a button that stood nowhere when it got its icon.
void TestControls::anIconFollowsTheTheme() {
    QFETCH(QString, role);
    const auto inkOf = [](const QToolButton& button) {
        const QImage picture = button.icon().pixmap(48, 48).toImage();
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y).alpha() == 255) {
                    return picture.pixelColor(x, y).name();
                }
            }
        }
        return QString();
    };
    const auto restore = qScopeGuard([] { applyTheme(*qApp, lightTheme()); });
    auto* button = new QToolButton;
    button->setProperty("role", role);
    setTintedIcon(button, "table");
    QWidget ground;
    auto* row = new QHBoxLayout(&ground);
    row->addWidget(button);
    ground.show();
    QCOMPARE(inkOf(*button), lightTheme().text2.name());
    for (const Theme* theme : {&darkTheme(), &lightTheme()}) {
        applyTheme(*qApp, *theme);
        QTRY_COMPARE(inkOf(*button), theme->text2.name());
    }
}

void TestControls::legendSaysWhatItLeavesOut() {
    Legend legend;
    QPainterPath square;
    square.addRect(-5, -5, 10, 10);
    const auto blue = [](const Theme& theme) { return theme.blue.fill; };
    const auto orange = [](const Theme& theme) { return theme.orange.line; };
    legend.setEntries({{Legend::Mark::Shape, blue, QStringLiteral("one"), square, orange},
                       {Legend::Mark::Line, orange, QStringLiteral("the other")}});
    legend.resize(legend.sizeHint());
    legend.show();
    QVERIFY(legend.toolTip().isEmpty());
    const QColor seen = legend.grab().toImage().pixelColor(7, legend.height() / 2);
    QCOMPARE(seen, lightTheme().blue.fill);
    legend.resize(legend.sizeHint().width() / 2, legend.height());
    QCOMPARE(legend.toolTip(), QStringLiteral("one, the other"));
}

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
