// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/pages/numbers/value/stored_values_chart.h"
#include "ui/plots/trade_off_plot.h"
#include "ui/state/course_state.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/trade_off.h"
#include "ui/state/views.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QWheelEvent>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

void settle(WorkbenchFixture& f) {
    QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
    QCoreApplication::processEvents();
}

/// The part of the number line that is shown.
AxisWindow lineOf(WorkbenchFixture& f) {
    f.window->showPageById(QStringLiteral("numbers"));
    return f.window->findChild<StoredValuesChart*>()->window();
}

void turnWheel(QWidget* widget, const QPoint& at, int notches) {
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

/// A store with three runs of one experiment and one of another.
void keepRuns(WorkbenchFixture& f, const QString& folder) {
    f.bench->tradeOff().openFolder(folder);
    const auto keep = [&](const char* experiment, const char* name, double bytes, double accuracy) {
        RunResult result;
        result.name = name;
        result.sizeBytes = bytes;
        result.accuracy = accuracy;
        f.bench->tradeOff().add(QLatin1String(experiment), result);
    };
    keep("other", "FP32", 90'000, 0.9);
    keep("small", "FP32", 120'000, 0.95);
    keep("small", "PTQ INT8", 32'000, 0.94);
    keep("small", "PTQ INT4", 18'000, 0.6);
    settle(f);
}

void dragOver(TradeOffPlot* plot, const QRect& part) {
    QWidget* canvas = plot->childAt(plot->rect().center());
    const auto send = [&](QEvent::Type type, const QPoint& at, Qt::MouseButton button,
                          Qt::MouseButtons buttons) {
        const QPoint place = canvas->mapFrom(plot, at);
        QMouseEvent event(type, place, canvas->mapToGlobal(place), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas, &event);
    };
    send(QEvent::MouseButtonPress, part.topLeft(), Qt::LeftButton, Qt::LeftButton);
    send(QEvent::MouseMove, part.center(), Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseMove, part.bottomRight(), Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, part.bottomRight(), Qt::LeftButton, Qt::NoButton);
}

}  // namespace

/// What is looked at closer is state: a session brings it back, and it is no step of undo.
class TestZoomedCharts : public QObject {
    Q_OBJECT

private slots:
    void theWheelOnTheNumberLine() {
        QByteArray saved;
        AxisWindow zoomed;
        {
            WorkbenchFixture f;
            const AxisWindow before = lineOf(f);
            auto* chart = f.window->findChild<StoredValuesChart*>();
            chart->setFocus();
            QTRY_VERIFY(chart->hasFocus());
            turnWheel(chart, chart->rect().center(), 3);
            zoomed = lineOf(f);
            QCOMPARE_LT(zoomed.hi - zoomed.lo, 0.6 * (before.hi - before.lo));  // 0.8^3 = 0.512
            QCOMPARE(f.bench->undoStack().count(), 0);
            saved = f.window->session().text();
        }
        WorkbenchFixture other;
        const AxisWindow fresh = lineOf(other);
        QVERIFY(other.window->session().open(saved));
        settle(other);
        QCOMPARE(lineOf(other).lo, zoomed.lo);
        QCOMPARE(lineOf(other).hi, zoomed.hi);
        QCOMPARE(other.window->session().text(), saved);
        QTest::mouseClick(other.find<QToolButton>("storedValuesReset"), Qt::LeftButton);
        QCOMPARE(lineOf(other).lo, fresh.lo);
        QCOMPARE(lineOf(other).hi, fresh.hi);
        QVERIFY(!other.bench->views().numbers->zoom);
    }

    void aCornerOfTheTradeOff() {
        const QTemporaryDir store;
        const QString small = QStringLiteral("PTQ INT4");
        const QString large = QStringLiteral("PTQ INT8");
        QByteArray saved;
        QPoint places[2];
        {
            WorkbenchFixture f;
            f.window->showPageById(QStringLiteral("tradeoff"));
            keepRuns(f, store.path());
            f.bench->tradeOff().setExperiment(QStringLiteral("small"));
            QCoreApplication::processEvents();
            auto* plot = f.find<TradeOffPlot>("tradeoff_plot");
            QVERIFY(plot->isVisible());
            const double apart = QLineF(plot->pointOf(small), plot->pointOf(large)).length();
            dragOver(plot, QRect(plot->pointOf(small), plot->pointOf(large))
                               .normalized()
                               .adjusted(-20, -12, 20, 12));
            QVERIFY(f.bench->views().runs->zoom.has_value());
            places[0] = plot->pointOf(small);
            places[1] = plot->pointOf(large);
            QCOMPARE_GT(QLineF(places[0], places[1]).length(), 1.5 * apart);
            QCOMPARE(f.bench->undoStack().count(), 0);
            saved = f.window->session().text();
        }
        WorkbenchFixture other;
        other.bench->tradeOff().openFolder(store.path());
        settle(other);
        QVERIFY(other.window->session().open(saved));
        settle(other);
        QCOMPARE(other.bench->views().window->page, QStringLiteral("tradeoff"));
        auto* plot = other.find<TradeOffPlot>("tradeoff_plot");
        QTRY_COMPARE(plot->pointOf(small), places[0]);
        QCOMPARE(plot->pointOf(large), places[1]);
        QCOMPARE(other.window->session().text(), saved);
        auto* all = other.find<QToolButton>("tradeoff_show_all");
        QVERIFY(all->isEnabled());
        // A run more is seen in the same part; another experiment is seen as a whole.
        RunResult more;
        more.name = "QAT INT4";
        more.sizeBytes = 18'100;
        more.accuracy = 0.8;
        other.bench->tradeOff().add(QStringLiteral("small"), more);
        settle(other);
        QCOMPARE(plot->pointOf(small), places[0]);
        other.bench->tradeOff().setExperiment(QStringLiteral("other"));
        QVERIFY(!plot->part());
        QVERIFY(!all->isEnabled());
        QCOMPARE(other.bench->undoStack().count(), 0);
    }

    void aDoubleClickShowsAllAgain() {
        const QTemporaryDir store;
        WorkbenchFixture f;
        f.window->showPageById(QStringLiteral("tradeoff"));
        keepRuns(f, store.path());
        f.bench->tradeOff().setExperiment(QStringLiteral("small"));
        QCoreApplication::processEvents();
        auto* plot = f.find<TradeOffPlot>("tradeoff_plot");
        const QPoint before = plot->pointOf(QStringLiteral("FP32"));
        QVERIFY(
            f.bench->settings().set(QStringLiteral("tradeoff.zoom"),
                                    QJsonObject{{QStringLiteral("kilobytes"), QJsonArray{10, 40}},
                                                {QStringLiteral("percent"), QJsonArray{50, 100}}}));
        QVERIFY(plot->pointOf(QStringLiteral("FP32")) != before);
        QTest::mouseDClick(plot->childAt(plot->rect().center()), Qt::LeftButton);
        QCOMPARE(plot->pointOf(QStringLiteral("FP32")), before);
        QVERIFY(!f.bench->views().runs->zoom);
    }

    void whatNoChartCanShowIsRefused_data() {
        QTest::addColumn<QJsonArray>("kilobytes");
        QTest::addColumn<QJsonArray>("percent");
        const QJsonArray sizes{10, 40};
        const QJsonArray shares{50, 100};
        QTest::newRow("no size is 0") << QJsonArray{0, 40} << shares;
        QTest::newRow("falling") << QJsonArray{40, 10} << shares;
        QTest::newRow("a point") << sizes << QJsonArray{50, 50};
        QTest::newRow("without end") << QJsonArray{10, QStringLiteral("inf")} << shares;
        QTest::newRow("one end") << sizes << QJsonArray{50};
        QTest::newRow("far away") << sizes << QJsonArray{-1e9, 1e9};
    }

    void whatNoChartCanShowIsRefused() {
        QFETCH(QJsonArray, kilobytes);
        QFETCH(QJsonArray, percent);
        WorkbenchFixture f;
        QVERIFY(!f.bench->settings().set(QStringLiteral("tradeoff.zoom"),
                                         QJsonObject{{QStringLiteral("kilobytes"), kilobytes},
                                                     {QStringLiteral("percent"), percent}}));
        QVERIFY(!f.bench->views().runs->zoom);
    }

    void theEntryThatIsLookedUp() {
        QByteArray saved;
        QString name;
        {
            WorkbenchFixture f;
            f.window->showPageById(QStringLiteral("learn"));
            auto* list = f.find<QListWidget>("look_up_list");
            QCOMPARE_GT(list->count(), 5);
            list->setCurrentRow(5);
            name = f.find<QLabel>("look_up_name")->text();
            QCOMPARE(name, list->item(5)->text());
            QCOMPARE(f.bench->undoStack().count(), 0);
            saved = f.window->session().text();
        }
        WorkbenchFixture other;
        QVERIFY(other.window->session().open(saved));
        settle(other);
        auto* entry = other.find<QWidget>("look_up_entry");
        QTRY_VERIFY(entry->isVisible());
        QCOMPARE(other.find<QLabel>("look_up_name")->text(), name);
        QCOMPARE(other.find<QListWidget>("look_up_list")->currentRow(), 5);
        QCOMPARE(other.window->session().text(), saved);
        // A search closes it; a term that is opened by its name ends the search.
        QTest::keyClicks(other.find<QLineEdit>("learn_search"), QStringLiteral("scale"));
        QVERIFY(!entry->isVisible());
        const std::string term = other.bench->course().course().glossary.terms.front().id;
        other.bench->course().openTerm(QString::fromStdString(term));
        QVERIFY(entry->isVisible());
        QCOMPARE(other.find<QLineEdit>("learn_search")->text(), QString());
        // What the course does not have is not shown.
        QVERIFY(other.bench->settings().set(QStringLiteral("learn.entry"),
                                            QStringLiteral("term/no-such-term")));
        QVERIFY(!entry->isVisible());
    }
};

QTEST_MAIN(TestZoomedCharts)
#include "tst_zoomed_charts.moc"
