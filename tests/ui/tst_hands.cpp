// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/anchor.h"
#include "ui/controls/number_field.h"
#include "ui/controls/value_slider.h"
#include "ui/pages/numbers/value/stored_values_chart.h"
#include "ui/pages/page.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>
#include <QWheelEvent>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

void turnWheel(QWidget* widget) {
    const QPointF at = widget->rect().center();
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

struct Press {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};

/// How many presses of Tab, and of the keys that go from card to card, each widget of a page is
/// away from the page itself: breadth first, by pressing them.
QMap<QWidget*, int> pressesTo(QWidget* page) {
    const Press keys[] = {{Qt::Key_Tab, Qt::NoModifier},
                          {Qt::Key_Backtab, Qt::ShiftModifier},
                          {Qt::Key_F6, Qt::ControlModifier},
                          {Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier}};
    QMap<QWidget*, int> presses{{page, 0}};
    QList<QWidget*> waiting{page};
    while (!waiting.isEmpty()) {
        QWidget* from = waiting.takeFirst();
        for (const Press& press : keys) {
            from->setFocus(Qt::OtherFocusReason);
            QTest::keyClick(from, press.key, press.modifiers);
            QWidget* now = page->window()->focusWidget();
            if (now != nullptr && page->isAncestorOf(now) && !presses.contains(now)) {
                presses[now] = presses[from] + 1;
                waiting << now;
            }
        }
    }
    return presses;
}

QList<QWidget*> settingsOf(const QWidget* page) {
    QList<QWidget*> found;
    for (QWidget* widget : page->findChildren<QWidget*>()) {
        const bool slider = qobject_cast<QAbstractSlider*>(widget) != nullptr &&
                            qobject_cast<QScrollBar*>(widget) == nullptr;
        if (widget->isVisible() && widget->isEnabled() &&
            (slider || qobject_cast<StoredValuesChart*>(widget) != nullptr ||
             qobject_cast<QComboBox*>(widget) != nullptr ||
             qobject_cast<QTabBar*>(widget) != nullptr)) {
            found << widget;
        }
    }
    return found;
}

}  // namespace

class TestHands : public QObject {
    Q_OBJECT

private slots:
    void theWheelChangesNothingWithoutFocus_data() {
        QTest::addColumn<QString>("page");
        for (const char* page : {"numbers", "calibrate", "train", "tradeoff"}) {
            QTest::newRow(page) << QString::fromLatin1(page);
        }
    }

    void theWheelChangesNothingWithoutFocus() {
        QFETCH(QString, page);
        WorkbenchFixture f;
        f.window->showPageById(page);
        f.draw({"gamma", {{"n", 4000}}});
        int turned = 0;
        for (int view = 0; view <= f.window->currentPage()->viewNames().size(); ++view) {
            f.window->currentPage()->showView(view);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            const QJsonObject before = f.bench->settings().values();
            for (QWidget* widget : settingsOf(f.window->currentPage())) {
                turnWheel(widget);
                QVERIFY2(!widget->hasFocus(), qPrintable(widget->objectName()));
                QVERIFY2(widget->focusPolicy() != Qt::WheelFocus, qPrintable(widget->objectName()));
                ++turned;
            }
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QCOMPARE(f.bench->settings().values(), before);
        }
        QCOMPARE_GT(turned, 0);
    }

    void fewStopsOfTab_data() {
        QTest::addColumn<QString>("page");
        for (const PageEntry& page : pageList()) {
            if (page.id != QLatin1String("memory")) {  // its options are one long form
                QTest::newRow(page.id.toUtf8().constData()) << page.id;
            }
        }
    }

    /// Fewer than 15 to any part, though a page has up to fifty fields.
    void fewStopsOfTab() {
        QFETCH(QString, page);
        WorkbenchFixture f;
        f.window->resize(1440, 900);
        f.draw({"outlier-channels", {{"rows", 16}, {"cols", 64}}});
        f.window->showPageById(page);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        for (int view = 0; view <= f.window->currentPage()->viewNames().size(); ++view) {
            f.window->currentPage()->showView(view);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            const QMap<QWidget*, int> presses = pressesTo(f.window->currentPage());
            QCOMPARE_GT(presses.size(), 2);
            for (const auto& [widget, count] : presses.asKeyValueRange()) {
                QVERIFY2(count < 15, qPrintable(QStringLiteral("view %1: %2 after %3")
                                                    .arg(view)
                                                    .arg(widget->objectName())
                                                    .arg(count)));
            }
        }
    }

    void everySettingHasATip_data() { theWheelChangesNothingWithoutFocus_data(); }

    // Whatever shows a setting or does an action says what it is, under the pointer.
    void everySettingHasATip() {
        QFETCH(QString, page);
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 16}, {"cols", 64}}});
        f.window->showPageById(page);
        int tips = 0;
        for (int view = 0; view <= f.window->currentPage()->viewNames().size(); ++view) {
            f.window->currentPage()->showView(view);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            for (const QWidget* widget : f.window->currentPage()->findChildren<QWidget*>()) {
                if (!anchorOf(widget).isEmpty()) {
                    QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(anchorOf(widget)));
                    ++tips;
                }
            }
        }
        QCOMPARE_GT(tips, 5);
    }

    // The button under the hand cannot be pressed for a moment: its neighbour, which stops the run,
    // does not get the keyboard.
    void theFocusStaysWhereARunWasStarted() {
        WorkbenchFixture f;
        f.window->showPageById(QStringLiteral("train"));
        auto* start = f.find<QPushButton>("train_queue");
        QTRY_VERIFY(start->isEnabled());
        start->setFocus();
        QTRY_VERIFY(start->hasFocus());
        QTest::keyClick(start, Qt::Key_Space);
        const auto& session = f.bench->training();
        QTRY_VERIFY(session.runningRun() != nullptr);
        QTRY_VERIFY(start->isEnabled());
        QVERIFY(start->hasFocus());
        // The same of any button that an action has: Stop has nothing to stop any more.
        auto* stop = f.find<QPushButton>("train_stop");
        stop->setFocus();
        QTest::keyClick(stop, Qt::Key_Space);
        QTRY_VERIFY(!stop->isEnabled());
        auto* focus = f.window->focusWidget();
        QVERIFY2(qobject_cast<QAbstractButton*>(focus) == nullptr,
                 focus == nullptr ? "" : qPrintable(focus->objectName()));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(stop->isEnabled());
        QTRY_VERIFY(session.runningRun() != nullptr);
        f.bench->training().stop();
    }

    void theWheelTurnsWhatHasTheFocus() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4000}}});
        auto* box = f.find<QComboBox>("scheme_rounding");
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        const QString before = box->currentText();
        turnWheel(box);
        QVERIFY(box->currentText() != before);
    }

    void theBarOfTabsStaysWhereItIs() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 16}, {"cols", 64}}});
        auto* tabs = f.find<QTabBar>("analysis_tabs");
        const QPoint before = tabs->mapTo(f.window.get(), QPoint());
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->isTabVisible(tab)) {
                tabs->setCurrentIndex(tab);
                QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
                QCoreApplication::processEvents();
                QCOMPARE(tabs->mapTo(f.window.get(), QPoint()), before);
            }
        }
    }

    void aWarningMovesNothing() {
        WorkbenchFixture f;
        f.window->resize(1440, 900);
        f.draw({"ramp", {{"n", 1000}, {"min", -10}, {"max", 20}}});
        auto* below = f.find<QTabBar>("analysis_tabs");
        auto* notes = f.find<QWidget>("calibrate_notes");
        QVERIFY(!notes->isVisible());
        const QPoint before = below->mapTo(f.window.get(), QPoint());
        f.draw({"ramp", {{"n", 1000}, {"min", 10}, {"max", 20}}});  // without zero
        auto& settings = f.bench->settings();
        QVERIFY(settings.set(QStringLiteral("calibrate.scheme.zero_point"),
                             QStringLiteral("asymmetric")));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QTRY_VERIFY(notes->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(below->mapTo(f.window.get(), QPoint()), before);
    }

    void whatWillBeDroppedIsShown() {
        WorkbenchFixture f;
        auto* hint = f.find<QWidget>("drop_hint");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/models/tiny.gguf"))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(hint->isVisible());
        QVERIFY(hint->accessibleName().contains(QStringLiteral("tiny.gguf")));
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(f.window.get(), &leave);
        QVERIFY(!hint->isVisible());
    }

    // What was opened before is offered while nothing is open.
    void recentFilesAreOffered() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("weights.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("0.5,1.5\n-2,3\n");
        file.close();
        {
            WorkbenchFixture f;
            f.bench->openFile(path);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QVERIFY(f.window->findChild<QPushButton*>(QStringLiteral("recent0")) == nullptr);
            const QStringList recent =
                QSettings().value(QStringLiteral("recentFiles")).toStringList();
            QCOMPARE(recent.size(), 1);
        }
        WorkbenchFixture f;
        QSettings().setValue(QStringLiteral("recentFiles"),
                             QStringList{path, path + QStringLiteral("gone")});
        f.window->showPage(0);
        emit f.bench->fileChanged();  // the panel looks again
        QVERIFY(f.window->findChild<QPushButton*>(QStringLiteral("recent1")) == nullptr);
        f.window->showPage(1);
        auto* again = f.find<QPushButton>("recent0");
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QVERIFY(f.bench->file() != nullptr);
        QCOMPARE(f.bench->source()->tensor.size(), std::size_t{4});
    }

    // One stop of Tab; a digit on the slider begins to type into its field.
    void aSliderIsTypedInto() {
        ValueSlider slider(QStringLiteral("x"), 0, 10);
        slider.setFieldLimits(-1e6, 1e6);
        slider.show();
        slider.slider()->setFocus();
        QSignalSpy changed(&slider, &ValueSlider::valueChanged);
        QTest::keyClick(slider.slider(), Qt::Key_4);
        QTRY_VERIFY(slider.field()->hasFocus());
        QTest::keyClicks(slider.field(), QStringLiteral("20.5"));
        QTest::keyClick(slider.field(), Qt::Key_Return);
        QCOMPARE(slider.value(), 420.5);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(slider.slider()->value(), slider.slider()->maximum());
        QCOMPARE(slider.field()->focusPolicy() & Qt::TabFocus, 0);
    }
};

QTEST_MAIN(TestHands)
#include "tst_hands.moc"
