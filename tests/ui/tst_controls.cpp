// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/bit_row.h"
#include "ui/controls/figure_label.h"
#include "ui/controls/icon.h"
#include "ui/controls/legend.h"
#include "ui/controls/segment.h"
#include "ui/controls/split_bar.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/value_slider.h"
#include "ui/controls/whole_label.h"
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
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

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
    void valueSliderIsLogarithmic();
    void bitRowFitsNarrowRooms_data();
    void bitRowFitsNarrowRooms();
    void splitBarSaysItsParts();
    void iconTakesTheColor();
    void figuresKeepTheirPlace();
    void figuresAreCopied();
    void wholeLabelIsNeverCut();
    void legendSaysWhatItLeavesOut();
};

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
    slider.setStop(9);  // no stop
    QCOMPARE(slider.stop(), 8);
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
    QTest::newRow("beyond the end") << "99" << 10.0;
    QTest::newRow("before the start") << "-1" << 0.0;
    QTest::newRow("no number") << "many" << 1.0;
    QTest::newRow("locale's comma") << "2,5" << 1.0;
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
    QCOMPARE(changed.count(), value == 1.0 ? 0 : 1);
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
