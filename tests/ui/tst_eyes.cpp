// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/ui/drawn_texts.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/number_field.h"
#include "ui/controls/pipeline_strip.h"
#include "ui/controls/whole_label.h"
#include "ui/controls/wrapped_button.h"
#include "ui/pages/page.h"
#include "ui/plots/plot_style.h"
#include "ui/plots/run_curves_plot.h"
#include "ui/state/views.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

/// Pixels by which a text may miss: fonts are measured in fractions, widgets in whole pixels.
constexpr int grace = 1;
constexpr int comboArrow = 16;
/// Share of its width by which a text on paper may be wider than on the screen, which rounds
/// glyphs.
constexpr double metricsDiffer = 0.04;
/// Milliseconds after which what is measured once the hand rests has begun.
constexpr int handRests = 130;

bool isRich(const QLabel& label) {
    return label.textFormat() == Qt::RichText ||
           (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
}

int widest(const QFontMetrics& metrics, const QString& text) {
    int most = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        most = std::max(most, metrics.horizontalAdvance(line));
    }
    return most;
}

/// What a widget writes that is wider than its room, or nothing.
QString cutText(const QWidget* widget) {
    const auto verdict = [&](const QString& text, int needed, int room) {
        return needed <= room + grace ? QString()
                                      : QStringLiteral("%1 “%2”: %3 px in %4")
                                            .arg(widget->objectName(), text)
                                            .arg(needed)
                                            .arg(room);
    };
    const auto tooLow = [&](const QString& text, int needed) {
        return needed <= widget->height() + grace ? QString()
                                                  : QStringLiteral("%1 “%2”: %3 px high in %4")
                                                        .arg(widget->objectName(), text)
                                                        .arg(needed)
                                                        .arg(widget->height());
    };
    const QFontMetrics metrics = widget->fontMetrics();
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        // Wrapped text grows downwards: then its height counts.
        const bool whole = qobject_cast<const WholeLabel*>(label) != nullptr;  // or not at all
        if (label->text().isEmpty() || isRich(*label) || whole) {
            return {};
        }
        const QRect room = label->contentsRect();
        if (label->wordWrap()) {
            return tooLow(label->text(), label->heightForWidth(label->width()));
        }
        return verdict(label->text(), widest(metrics, label->text()), room.width());
    }
    if (const auto* table = qobject_cast<const QTableView*>(widget)) {
        return verdict(QStringLiteral("columns"), table->horizontalHeader()->length(),
                       table->viewport()->width());
    }
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
        const int room = edit->width() - 4;  // the least frame that any style here draws
        return edit->text().isEmpty() || edit->hasFocus()
                   ? QString()
                   : verdict(edit->text(), metrics.horizontalAdvance(edit->text()), room);
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        return verdict(box->currentText(), metrics.horizontalAdvance(box->currentText()),
                       box->width() - comboArrow);
    }
    if (const auto* wrapped = qobject_cast<const WrappedButton*>(widget)) {  // grows downwards
        return tooLow(wrapped->text(), wrapped->heightForWidth(wrapped->width()));
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        const bool plain = qobject_cast<const QPushButton*>(widget) != nullptr ||
                           qobject_cast<const QToolButton*>(widget) != nullptr;
        if (!plain || button->text().isEmpty() ||
            button->property("role") == QLatin1String("chip")) {
            return {};  // painted by themselves
        }
        const auto* tool = qobject_cast<const QToolButton*>(widget);
        const bool iconAlone = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
        if (iconAlone || button->objectName().startsWith(QStringLiteral("rail_"))) {
            return {};  // the rail paints its words only where they fit
        }
        const bool link = button->property("role") == QLatin1String("link");  // without a frame
        const int icon = button->icon().isNull() ? 0 : button->iconSize().width();
        return verdict(button->text(), metrics.horizontalAdvance(button->text()) + icon,
                       button->width() - (link ? 0 : 2));
    }
    return {};
}

/// What a widget paints that its edge or its clipping cuts, or that lies on another text of its.
QStringList paintFaults(QWidget* widget) {
    QStringList faults;
    const std::vector<test::DrawnText> texts = test::textsOf(*widget);
    // Rows of a list end where it is scrolled to; what is typed scrolls in its field.
    const bool rolls = qobject_cast<QAbstractScrollArea*>(widget->parentWidget()) != nullptr;
    const QRectF all(widget->rect());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const test::DrawnText& one = texts[i];
        const QRectF seen = one.room.intersected(all);
        if (rolls && !seen.intersects(one.ink)) {
            continue;  // scrolled out of sight
        }
        const double slack = grace + metricsDiffer * one.ink.width();
        const QRectF room = seen.adjusted(-slack, -grace, slack, grace);
        const bool across = one.ink.left() >= room.left() && one.ink.right() <= room.right();
        const bool down = one.ink.top() >= room.top() && one.ink.bottom() <= room.bottom();
        if (!across || (!down && !rolls)) {
            faults << QStringLiteral("%1 (%2) cuts “%3”: %4,%5 %6x%7 in %8,%9 %10x%11")
                          .arg(widget->objectName(),
                               QString::fromLatin1(widget->metaObject()->className()), one.text)
                          .arg(one.ink.x())
                          .arg(one.ink.y())
                          .arg(one.ink.width())
                          .arg(one.ink.height())
                          .arg(room.x())
                          .arg(room.y())
                          .arg(room.width())
                          .arg(room.height());
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (one.ink.adjusted(1, 1, -1, -1).intersects(texts[k].ink)) {
                faults << QStringLiteral("%1 (%2) writes “%3” on “%4”")
                              .arg(widget->objectName(),
                                   QString::fromLatin1(widget->metaObject()->className()), one.text,
                                   texts[k].text);
            }
        }
    }
    return faults;
}

/// Labels of axes and colour bars that are there twice, or that have no room and are left out.
QStringList axisFaults(QCustomPlot* plot) {
    QStringList faults;
    QStringList drawn;
    for (const test::DrawnText& one : test::textsOf(*plot)) {
        drawn << one.text;
    }
    for (QCPAxis* axis : test::axesOf(*plot)) {
        const QStringList labels = test::labelsOf(*axis);
        for (const QString& label : labels) {
            const QString who = plot->parentWidget()->objectName() + QLatin1Char(' ') + label;
            if (labels.count(label) > 1) {
                faults << who + QStringLiteral(": twice at one axis");
            }
            // Powers of ten are drawn as two texts.
            const bool shown = std::ranges::any_of(drawn, [&label](const QString& text) {
                return text == label ||
                       (text.endsWith(QStringLiteral("×10")) && label.startsWith(text));
            });
            if (!shown && !label.contains(QLatin1Char('e'))) {
                faults << who + QStringLiteral(": has no room at its axis");
            }
        }
    }
    return faults;
}

/// At scale factor 2 a screen of 1080 lines has 540; where nothing is scaled, offscreen screens are
/// smaller than windows, and that is no matter.
bool fitsScreen(const QSize& size) {
    const QSize room = QGuiApplication::primaryScreen()->availableSize();
    return qApp->devicePixelRatio() < 2 ||
           (size.width() <= room.width() && size.height() <= room.height());
}

bool scrolls(const QWidget* widget) {
    for (const QWidget* above = widget->parentWidget(); above != nullptr;
         above = above->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(above) != nullptr) {
            return true;
        }
    }
    return false;
}

/// What stands outside an area sideways that scrolls upwards alone.
QString cutSideways(const QWidget* widget) {
    for (const QWidget* above = widget->parentWidget(); above != nullptr;
         above = above->parentWidget()) {
        const auto* area = qobject_cast<const QScrollArea*>(above);
        if (area == nullptr || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff ||
            !area->viewport()->isAncestorOf(widget)) {
            continue;
        }
        const int left = widget->mapTo(area->viewport(), QPoint()).x();
        const int right = left + widget->width() - area->viewport()->width();
        return left >= -grace && right <= grace
                   ? QString()
                   : QStringLiteral("%1 (%2) reaches %3 px beyond its area")
                         .arg(widget->objectName(),
                              QString::fromLatin1(widget->metaObject()->className()))
                         .arg(std::max(-left, right));
    }
    return {};
}

/// What stands outside the window where nothing scrolls to it.
QString unreachable(const QWidget* widget, const QWidget* window) {
    if (!widget->isEnabled() || widget->focusPolicy() == Qt::NoFocus || scrolls(widget)) {
        return {};
    }
    const QRect place(widget->mapTo(window, QPoint()), widget->size());
    return window->rect().adjusted(-grace, -grace, grace, grace).contains(place)
               ? QString()
               : QStringLiteral("%1 (%2) lies at %3,%4 %5x%6")
                     .arg(widget->objectName(),
                          QString::fromLatin1(widget->metaObject()->className()))
                     .arg(place.x())
                     .arg(place.y())
                     .arg(place.width())
                     .arg(place.height());
}

}  // namespace

class TestEyes : public QObject {
    Q_OBJECT

private slots:
    void aSmallerWindowMakesThePageSmaller_data() {
        QTest::addColumn<QString>("id");
        for (const PageEntry& page : pageList()) {
            QTest::newRow(page.id.toUtf8().constData()) << page.id;
        }
    }

    /// A page fits into the window of the design, and one that was wide takes its small
    /// arrangement; it does not stay wide and scroll sideways.
    void aSmallerWindowMakesThePageSmaller() {
        QFETCH(QString, id);
        WorkbenchFixture f;
        f.window->resize(1440, 900);
        f.window->showPageById(id);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
        const auto* scroll = f.find<QScrollArea>("page_scroll");
        QTRY_COMPARE_LE(scroll->widget()->height(), scroll->viewport()->height());
        for (const QSize& smaller : {QSize(1024, 700), QSize(960, 540)}) {
            if (!fitsScreen(smaller)) {
                continue;
            }
            f.window->resize(smaller);
            QTRY_COMPARE_LE(scroll->widget()->width(), scroll->viewport()->width());
        }
    }

    // Whatever the scale, the window begins no larger than its screen, and can be made as small.
    void theWindowFitsTheScreen() {
        WorkbenchFixture f;
        const QSize room = f.window->screen()->availableSize();
        f.window->restoreLastTime();
        QCoreApplication::processEvents();
        QCOMPARE_LE(f.window->minimumWidth(), room.width());
        QCOMPARE_LE(f.window->minimumHeight(), room.height());
        QCOMPARE_LE(f.window->width(), room.width());
        // The frame's title comes on top of it: the last line would hang below the screen.
        constexpr int leastTitle = 24;
        QCOMPARE_LE(f.window->minimumHeight(), room.height() - leastTitle);
        QCOMPARE_LE(f.window->height(), room.height() - leastTitle);
        if (qEnvironmentVariable("QT_SCALE_FACTOR") == QLatin1String("2")) {
            QCOMPARE(qApp->devicePixelRatio(), 2.0);
            QCOMPARE(room, QSize(960, 540));
        }
    }

    void rowsAreTallEnoughToHit_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("list");
        QTest::newRow("examples") << QStringLiteral("calibrate") << QStringLiteral("examples");
        QTest::newRow("stories") << QStringLiteral("train") << QStringLiteral("train_stories");
    }

    // From the first sight on, not only once the theme was changed: a target of 24 pixels.
    void rowsAreTallEnoughToHit() {
        QFETCH(QString, page);
        QFETCH(QString, list);
        WorkbenchFixture f(0);
        f.window->showPageById(page);
        QTest::qWait(1);
        const auto* rows = f.find<QListWidget>(qPrintable(list));
        QTRY_COMPARE_GE(rows->visualItemRect(rows->item(0)).height(), 24);
        if (page == QLatin1String("train")) {  // without a bar to scroll
            QVERIFY(rows->viewport()->rect().contains(
                rows->visualItemRect(rows->item(rows->count() - 1))));
        }
    }

    void theTabsOfCalibrateHaveRoom_data() {
        QTest::addColumn<bool>("stored");
        QTest::newRow("values") << false;
        QTest::newRow("stored codes") << true;
    }
    /// Calibrate's tabs all fit, that of stored codes too: no arrows of Qt's own scroll them, and
    /// no title is cut.
    void theTabsOfCalibrateHaveRoom() {
        QFETCH(bool, stored);
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        f.window->showPageById(QStringLiteral("calibrate"));
        auto* tabs = f.find<QTabBar>("analysis_tabs");
        tabs->setTabVisible(tabs->count() - 1, stored);
        for (const int width : {960, 1024, 1100, 1152, 1230, 1260, 1290, 1366, 1440}) {
            f.window->resize(width, 720);
            QTest::qWait(20);
            QVERIFY2(tabs->sizeHint().width() <= tabs->width(),
                     qPrintable(QStringLiteral("%1: %2 in %3")
                                    .arg(width)
                                    .arg(tabs->sizeHint().width())
                                    .arg(tabs->width())));
            for (const QToolButton* arrow : tabs->findChildren<QToolButton*>()) {
                QVERIFY(!arrow->isVisible());
            }
            for (int tab = 0; tab < tabs->count(); ++tab) {
                QFont font = tabs->font();
                font.setWeight(tab == tabs->currentIndex() ? QFont::DemiBold : font.weight());
                const int title = QFontMetrics(font).horizontalAdvance(tabs->tabText(tab));
                QVERIFY2(!tabs->isTabVisible(tab) || tabs->tabRect(tab).width() >= title + 4,
                         qPrintable(QStringLiteral("%1: %2").arg(width).arg(tabs->tabText(tab))));
            }
        }
    }

    /// A low window leaves the histogram its height, and what is below scrolls whole.
    void aLowWindowIsTheHistograms() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 128}, {"seed", 2}}});
        f.window->showPageById(QStringLiteral("calibrate"));
        f.window->resize(960, 540);
        QCoreApplication::processEvents();
        auto* tabs = f.find<QTabBar>("analysis_tabs");
        for (int tab = 0; tab < tabs->count() - 1; ++tab) {
            tabs->setCurrentIndex(tab);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QTest::qWait(1);
            const auto* stack = tabs->parentWidget()->findChild<LazyStack*>();
            const auto* scroll = qobject_cast<QScrollArea*>(stack->currentWidget());
            QVERIFY2(scroll != nullptr, qPrintable(tabs->tabText(tab)));
            constexpr int leastTab = 200;
            const QWidget* shown = scroll->widget()->layout()->itemAt(0)->widget();
            QCOMPARE_GE(shown->height(), leastTab);
            QTRY_VERIFY2(shown->height() >= shown->minimumSizeHint().height(),
                         qPrintable(tabs->tabText(tab)));
            constexpr int leastHistogram = 100;
            QCOMPARE_GE(f.find<QWidget>("histogram_plot")->height(), leastHistogram);
        }
    }

    /// With a file open the card of sources has three links, in place of two.
    void linksOfAnOpenFileAreWhole() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        WorkbenchFixture f;
        f.bench->openFile(test::golden("llama/stories260k-f32.gguf"));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        f.window->showPageById(QStringLiteral("calibrate"));
        f.window->resize(1440, 900);
        QCoreApplication::processEvents();
        for (const char* name : {"open_file", "open_folder", "about_file"}) {
            const auto* link = f.find<QPushButton>(name);
            QVERIFY(link->isVisible());
            QCOMPARE_GE(link->width(), link->sizeHint().width());
        }
    }

    void nothingIsCut_data() {
        QTest::addColumn<QSize>("size");
        const QSize sizes[] = {{960, 540}, {1024, 700}, {1366, 768}, {1440, 900}};
        const char* const pages[] = {"numbers",  "calibrate", "compare", "train",
                                     "tradeoff", "memory",    "learn",   "interview"};
        for (const char* page : pages) {
            for (const QSize& size : sizes) {
                if (!fitsScreen(size)) {
                    continue;
                }
                QTest::addRow("%s %dx%d", page, size.width(), size.height()) << size;
            }
        }
    }

    /// Every text of every view has the room that it takes, and every control can be reached.
    void nothingIsCut() {
        QFETCH(QSize, size);
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 128}, {"seed", 2}}});
        f.window->showPageById(QString::fromLatin1(QTest::currentDataTag()).section(' ', 0, 0));
        f.window->resize(size);
        QCoreApplication::processEvents();
        QCOMPARE_LE(f.window->width(), size.width());
        QCOMPARE_LE(f.window->height(), size.height());
        Page* shown = f.window->currentPage();
        const bool analyses = f.bench->views().window->page == QLatin1String("calibrate");
        QStringList faults;
        for (int view = 0; view <= shown->viewNames().size(); ++view) {
            shown->showView(view);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QTest::qWait(analyses ? handRests : 1);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QCoreApplication::processEvents();
            const QScrollBar* sideways = f.find<QScrollArea>("page_scroll")->horizontalScrollBar();
            if (sideways->maximum() > 0) {
                faults << QStringLiteral("view %1: the page scrolls sideways, %2 px")
                              .arg(view)
                              .arg(sideways->maximum());
            }
            for (QWidget* widget : f.window->findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->window() != f.window.get()) {
                    continue;
                }
                QStringList found{cutText(widget), cutSideways(widget),
                                  unreachable(widget, f.window.get())};
                found << paintFaults(widget);
                if (auto* plot = qobject_cast<QCustomPlot*>(widget)) {
                    found << axisFaults(plot);
                }
                found.removeAll(QString());
                for (const QString& fault : found) {
                    faults << QStringLiteral("view %1: %2").arg(view).arg(fault);
                }
            }
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
    }

    void stepsOfNarrowCurvesStandApart_data() {
        QTest::addColumn<int>("width");
        for (const int width : {240, 280, 340, 600}) {
            QTest::addRow("%d", width) << width;
        }
    }
    /// The labels of the steps have a gap between them, however narrow the curves are.
    void stepsOfNarrowCurvesStandApart() {
        QFETCH(int, width);
        RunCurvesPlot plot(RunCurvesPlot::Figure::Loss);
        RunCurve curve;
        curve.name = QStringLiteral("PTQ against QAT");
        for (int step = 0; step <= 2000; step += 100) {
            curve.steps << step;
            curve.values << std::exp(-step / 500.0);
        }
        curve.last = QStringLiteral("0.0183");
        plot.show({curve}, 2000, 0);
        plot.resize(width, 150);
        plot.QWidget::show();
        auto* inner = plot.findChild<QCustomPlot*>();
        QTest::qWait(50);
        std::vector<QRectF> labels;
        const QStringList steps = test::labelsOf(*inner->xAxis);
        for (const test::DrawnText& one : test::textsOf(*inner)) {
            if (steps.contains(one.text) && one.ink.top() > inner->axisRect()->bottom()) {
                labels.push_back(one.ink);
            }
        }
        QCOMPARE_GE(labels.size(), std::size_t{2});
        std::ranges::sort(labels, {}, [](const QRectF& ink) { return ink.left(); });
        for (std::size_t i = 1; i < labels.size(); ++i) {
            QCOMPARE_GE(labels[i].left() - labels[i - 1].right(), 4.0);
        }
    }

    /// Where a number has too little room its digits end in dots, and its exponent stays.
    void exponentsOfThePipelineStay() {
        PipelineStrip strip;
        strip.resize(7 * 80, 72);
        strip.setBoxes({{QStringLiteral("x"), QStringLiteral("1.00000012345678×10⁻⁴²"), {}, false},
                        {QStringLiteral("÷ s"), QStringLiteral("40"),
                         QStringLiteral("÷ 2.52233724123456×10⁻⁴⁴"), false},
                        {QStringLiteral("q"), QStringLiteral("40"), {}, false},
                        {QStringLiteral("q"), QStringLiteral("40"), {}, false},
                        {QStringLiteral("q"), QStringLiteral("40"), {}, false},
                        {QStringLiteral("q"), QStringLiteral("40"), {}, false},
                        {QStringLiteral("(q-z)×s"), QStringLiteral("1"),
                         QStringLiteral("40 × 2.52233724×10⁻⁴⁴"), false}});
        QString all;
        for (const test::DrawnText& one : test::textsOf(strip)) {
            all += one.text;
        }
        QVERIFY2(all.count(QStringLiteral("×10⁻⁴⁴")) == 2 && all.contains(QStringLiteral("×10⁻⁴²")),
                 qPrintable(all));
        QCOMPARE(paintFaults(&strip), QStringList());
    }

    void colourBarsNameTheirEnds_data() {
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::addColumn<double>("pixels");
        for (const double pixels : {40.0, 90.0, 300.0}) {
            QTest::addRow("four decades, %g", pixels) << 1e-4 << 1.0 << pixels;
            QTest::addRow("close to a decade, %g", pixels) << 2.2e-5 << 1.0 << pixels;
            QTest::addRow("within a decade, %g", pixels) << 0.02 << 0.05 << pixels;
            QTest::addRow("nearly one value, %g", pixels) << 0.1 << 0.1001 << pixels;
            QTest::addRow("nine decades, %g", pixels) << 3e-7 << 2e2 << pixels;
        }
    }
    /// A logarithmic colour bar has both ends, no label twice, none beyond them, and none closer to
    /// another than a line of 11 pixels.
    void colourBarsNameTheirEnds() {
        QFETCH(double, least);
        QFETCH(double, most);
        QFETCH(double, pixels);
        QVector<double> ticks;
        QVector<QString> labels;
        colorBarTicker(least, most, pixels)
            ->generate(QCPRange(least, most), QLocale::c(), 'g', 6, ticks, nullptr, &labels);
        QVERIFY(ticks.contains(least));
        const QString lowest = labels[ticks.indexOf(least)];
        QVector<QString> withZeros;
        colorBarTicker(least, most, pixels, true)
            ->generate(QCPRange(least, most), QLocale::c(), 'g', 6, ticks, nullptr, &withZeros);
        QCOMPARE(withZeros[ticks.indexOf(least)], QStringLiteral("≤ ") + lowest);
        QVERIFY(ticks.contains(most) || labels.size() == 1);
        std::ranges::sort(ticks);
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            QCOMPARE(labels.count(labels[i]), 1);
            QCOMPARE_GE(ticks[i], least);
            QCOMPARE_LE(ticks[i], most);
            if (i > 0) {
                QCOMPARE_GE(pixels * std::log(ticks[i] / ticks[i - 1]) / std::log(most / least),
                            11);
            }
        }
    }

    /// Without a tensor the scheme's rows stand as close to each other as with one.
    void rowsOfTheSchemeStandTogether() {
        WorkbenchFixture f;
        QVERIFY(!f.bench->source());
        f.window->showPageById(QStringLiteral("calibrate"));
        QTest::qWait(1);
        const auto below = [&](const char* upper, const char* lower) {
            const auto* from = f.find<QWidget>(upper);
            const auto* to = f.find<QWidget>(lower);
            return to->mapTo(f.window.get(), QPoint()).y() -
                   from->mapTo(f.window.get(), QPoint(0, from->height())).y();
        };
        const int empty = below("scheme_range", "scheme_ends");
        f.draw({"normal", {{"n", 1000}}});
        QTest::qWait(1);
        QCOMPARE(empty, below("scheme_range", "scheme_ends"));
        QCOMPARE_LE(empty, 8);
    }
};

QTEST_MAIN(TestEyes)
#include "tst_eyes.moc"
