// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/anchor.h"
#include "ui/controls/notice.h"
#include "ui/controls/number_field.h"
#include "ui/controls/value_slider.h"
#include "ui/pages/numbers/value/stored_values_chart.h"
#include "ui/pages/page.h"
#include "ui/state/recent_files.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>
#include <QWheelEvent>
#include <QtTest>

#include <functional>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

/// A page over a tensor with outliers.
struct PageFixture : WorkbenchFixture {
    explicit PageFixture(const QString& id) {
        draw({"outlier-channels", {{"rows", 16}, {"cols", 64}}});
        window->resize(1440, 900);
        window->showPageById(id);
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
    }
    qsizetype views() const { return window->currentPage()->viewNames().size() + 1; }
    /// Until all is computed that it shows.
    void showView(int view) {
        window->currentPage()->showView(view);
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
    }
};

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

/// The stops of a page in the order of Tab, pressed from the page itself until it is left.
QList<QWidget*> stopsOf(QWidget* page) {
    QList<QWidget*> stops;
    page->setFocus(Qt::OtherFocusReason);
    QWidget* now = page->window()->focusWidget();
    for (int press = 0; press < 500; ++press) {
        QTest::keyClick(now, Qt::Key_Tab);
        now = page->window()->focusWidget();
        if (now == nullptr || !page->isAncestorOf(now) || stops.contains(now)) {
            break;
        }
        stops << now;
    }
    return stops;
}

/// The innermost card around a widget, or the page.
QWidget* partOf(QWidget* widget, QWidget* page) {
    while (widget != page && widget->property("role") != QLatin1String("card") &&
           !widget->property("part").toBool()) {
        widget = widget->parentWidget();
    }
    return widget;
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
        PageFixture f(page);
        for (int view = 0; view < f.views(); ++view) {
            f.showView(view);
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

    void tabAloneReachesEveryPart_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("method");  ///< of the next run: another one, other fields
        for (const PageEntry& page : pageList()) {
            QTest::newRow(page.id.toUtf8().constData()) << page.id << QString();
        }
        for (const char* method : {"ptq", "qat", "lora", "qlora"}) {
            QTest::newRow(method) << "train" << method;
        }
    }

    /// What is made anew, of another distribution or another model, stands where it stood before:
    /// Tab comes to no card twice.
    void whatIsMadeLateKeepsItsPlace_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");
        QTest::newRow("sliders") << "calibrate"
                                 << "calibrate.synthetic.kind"
                                 << "laplace";
        QTest::newRow("diagram") << "train"
                                 << "train.next.task"
                                 << "sort";
    }
    void whatIsMadeLateKeepsItsPlace() {
        QFETCH(QString, page);
        QFETCH(QString, setting);
        QFETCH(QString, value);
        PageFixture f(page);
        f.window->resize(1440, 900);
        QVERIFY(f.bench->settings().set(setting, value));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QTest::qWait(1);
        QList<QWidget*> parts;
        for (QWidget* stop : stopsOf(f.window->currentPage())) {
            QWidget* part = partOf(stop, f.window->currentPage());
            if (part == f.window->currentPage() || (!parts.isEmpty() && parts.last() == part)) {
                continue;
            }
            QVERIFY2(!parts.contains(part), qPrintable(stop->objectName()));
            parts << part;
        }
        QCOMPARE_GT(parts.size(), 3);
    }

    /// Nobody has to know the keys that go from card to card: Tab alone takes fewer than 15 presses
    /// to each part of a page, and what is within one answers to arrows.
    void tabAloneReachesEveryPart() {
        QFETCH(QString, page);
        QFETCH(QString, method);
        PageFixture f(page);
        if (!method.isEmpty()) {
            QVERIFY(f.bench->settings().set(QStringLiteral("train.next.method"), method));
        }
        QStringList far;
        for (int view = 0; view < f.views(); ++view) {
            f.showView(view);
            const QList<QWidget*> stops = stopsOf(f.window->currentPage());
            QMap<QWidget*, int> first;
            for (int i = 0; i < stops.size(); ++i) {
                QWidget* part = partOf(stops[i], f.window->currentPage());
                first.insert(part, std::min(first.value(part, i + 1), i + 1));
            }
            for (const auto& [part, press] : first.asKeyValueRange()) {
                if (press >= 15) {
                    far << QStringLiteral("view %1: %2 after %3")
                               .arg(view)
                               .arg(QString::fromLatin1(part->metaObject()->className()))
                               .arg(press);
                }
            }
        }
        QVERIFY2(far.isEmpty(), qPrintable(far.join(QLatin1Char('\n'))));
    }

    void everySettingHasATip_data() { theWheelChangesNothingWithoutFocus_data(); }

    // Whatever shows a setting or does an action says what it is, under the pointer.
    void everySettingHasATip() {
        QFETCH(QString, page);
        PageFixture f(page);
        int tips = 0;
        for (int view = 0; view < f.views(); ++view) {
            f.showView(view);
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

    // Within a form: arrows that a field has no use for go on, those that it has stay its own.
    void arrowsGoThroughAForm() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4000}}});
        auto* bits = f.find<QWidget>("scheme_bits");
        auto* range = f.find<QComboBox>("scheme_range");
        auto* rounding = f.find<QComboBox>("scheme_rounding");
        bits->setFocus();
        const auto press = [&f](Qt::Key key) { QTest::keyClick(f.window->focusWidget(), key); };
        press(Qt::Key_Down);
        QVERIFY(f.find<QWidget>("scheme_symmetry")->isAncestorOf(f.window->focusWidget()));
        press(Qt::Key_Down);
        QVERIFY(f.find<QWidget>("scheme_granularity")->isAncestorOf(f.window->focusWidget()));
        press(Qt::Key_Down);
        QCOMPARE(f.window->focusWidget(), range);
        const QString before = range->currentText();
        press(Qt::Key_Down);  // the box has a use for it
        QCOMPARE(f.window->focusWidget(), range);
        QVERIFY(range->currentText() != before);
        for (int steps = 0; f.window->focusWidget() != rounding && steps < 5; ++steps) {
            press(f.window->focusWidget() == range ? Qt::Key_Right : Qt::Key_Down);
        }
        QCOMPARE(f.window->focusWidget(), rounding);
        press(Qt::Key_Tab);
        QVERIFY(f.window->focusWidget() != nullptr);
        QVERIFY(!rounding->parentWidget()->isAncestorOf(f.window->focusWidget()));
    }

    void noNoticeMovesAnything_data() {
        QTest::addColumn<QString>("page");
        for (const PageEntry& page : pageList()) {
            if (page.id != QLatin1String("compare")) {  // its files' doubts stay as long as they do
                QTest::newRow(page.id.toUtf8().constData()) << page.id;
            }
        }
    }

    // Whatever notice comes, on whichever page: everything else stays where it is.
    void noNoticeMovesAnything() {
        QFETCH(QString, page);
        PageFixture f(page);
        for (int view = 0; view < f.views(); ++view) {
            f.showView(view);
            QTest::qWait(1);
            const auto places = [&f] {
                QMap<const QWidget*, QRect> all;
                for (const QWidget* widget : f.window->findChildren<QWidget*>()) {
                    const QWidget* above = widget;
                    while (above != nullptr && qobject_cast<const Notice*>(above) == nullptr &&
                           above->objectName() != QLatin1String("error_banner")) {
                        above = above->parentWidget();
                    }
                    if (above == nullptr && widget->isVisible()) {
                        all.insert(widget,
                                   {widget->mapTo(f.window.get(), QPoint()), widget->size()});
                    }
                }
                return all;
            };
            // Figures that come in a moment after the jobs move handles by themselves: a view has
            // settled when it stays as it is for a tenth of a second.
            const auto settled = [&] {
                auto known = places();
                for (int round = 0, same = 0; round < 400 && same < 20; ++round) {
                    QTest::qWait(5);
                    const auto now = places();
                    same = now == known ? same + 1 : 0;
                    known = now;
                }
                return known;
            };
            // What stands elsewhere while it is shown. A page may have moved something by itself
            // just then, so it counts when it happens three times.
            const auto moves = [&](const std::function<void()>& show,
                                   const std::function<void()>& hide) {
                QString moved;
                for (int attempt = 0; attempt < 3; ++attempt) {
                    const auto before = settled();
                    show();
                    QCoreApplication::processEvents();
                    moved.clear();
                    for (const auto& [widget, place] : places().asKeyValueRange()) {
                        if (before.value(widget, place) != place) {
                            moved =
                                QStringLiteral("view %1: %2 (%3)")
                                    .arg(view)
                                    .arg(widget->objectName(),
                                         QString::fromLatin1(widget->metaObject()->className()));
                        }
                    }
                    if (moved.isEmpty()) {
                        break;
                    }
                    hide();
                    QCoreApplication::processEvents();
                }
                return moved;
            };
            const QString text =
                QStringLiteral("Something went wrong here, and this is what to do.");
            for (Notice* notice : f.window->currentPage()->findChildren<Notice*>()) {
                // What is said of the open file or of the machine stays as long as it is true, and
                // has a place of its own.
                const bool stays = page == QLatin1String("memory") &&
                                   notice->objectName() != QLatin1String("memory_notice");
                if (!notice->parentWidget()->isVisible() || !notice->text().isEmpty() || stays) {
                    continue;
                }
                const QString moved =
                    moves([&] { notice->setText(text); }, [&] { notice->setText({}); });
                if (moved.isEmpty() && notice->text() != text) {
                    continue;  // its page had just something to say itself
                }
                QVERIFY2(moved.isEmpty(), qPrintable(moved));
                QVERIFY2(
                    notice->visibleRegion().boundingRect().height() > 10,
                    qPrintable(QStringLiteral("view %1: %2 in %3")
                                   .arg(view)
                                   .arg(notice->objectName(),
                                        QString::fromLatin1(
                                            notice->parentWidget()->metaObject()->className()))));
                notice->setText({});
            }
            const QString moved = moves(
                [&] {
                    emit f.bench->failed(
                        {ErrorCode::NotFound, "It is not there", "file.gguf", "Look again"});
                },
                [&] { f.find<QWidget>("error_banner")->hide(); });
            QVERIFY2(moved.isEmpty(), qPrintable(moved));
            QVERIFY(f.find<QWidget>("error_banner")->isVisible());
            f.find<QWidget>("error_banner")->hide();
        }
    }

    // The words that come beneath the stories move none of them: a second click on the same place
    // would start another one.
    void storiesStayUnderThePointer() {
        PageFixture f(QStringLiteral("train"));
        const auto* stories = f.find<QListWidget>("train_stories");
        QVERIFY(QTest::qWaitForWindowExposed(f.window.get()));
        QTest::qWait(200);  // the layouts of a page that was just made settle
        const QRect second = stories->visualItemRect(stories->item(1));
        const QPoint at = second.center();
        const QPoint global = stories->viewport()->mapToGlobal(at);
        QTest::mouseClick(stories->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QTRY_VERIFY(f.find<QLabel>("train_story_shared")->isVisible());
        QCoreApplication::processEvents();
        f.bench->training().stop();
        QCOMPARE(
            stories->viewport()->mapToGlobal(stories->visualItemRect(stories->item(1)).center()),
            global);
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
        // What would not be opened is not asked for.
        data.setUrls({QUrl(QStringLiteral("https://models.example/tiny.gguf"))});
        QDragEnterEvent far(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        far.ignore();
        QCoreApplication::sendEvent(f.window.get(), &far);
        QVERIFY(!far.isAccepted());
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

    // A session that was opened is offered in the menu, where weights are not the only thing.
    void recentSessionsAreOffered() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lesson.zpw"));
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        QVERIFY(f.window->session().save(path));
        f.window->openFile(path);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(recentFiles().value(0), path);
        QVERIFY(!recentWeights().contains(path));
        emit f.bench->fileChanged();
        f.window->showPageById(QStringLiteral("calibrate"));
        QVERIFY(f.window->findChild<QPushButton*>(QStringLiteral("recent0")) == nullptr);
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
