// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outcome.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/actions/guide.h"
#include "ui/controls/spotlight.h"
#include "ui/main_window/window_actions.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"

#include <QAction>
#include <QDialog>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QTableWidget>
#include <QUndoStack>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

const QString bits = QStringLiteral("calibrate.scheme.bits");

/// A window with a tensor, at the Calibrate page with the focus on the page.
struct Calibrating : WorkbenchFixture {
    Calibrating() {
        draw({"normal", {{"n", 1000}}});
        page()->setFocus();
    }
    QWidget* page() const { return find<QWidget>("page_calibrate"); }
    int bitsNow() const { return bench->settings().value(bits).toInt(); }
};

}  // namespace

class TestActions : public QObject {
    Q_OBJECT

private slots:
    void namesAreUniqueStableAndBeginWithTheirPage() {
        const auto pages = pageList();
        QSet<QString> known{QStringLiteral("window")};
        for (const PageEntry& page : pages) {
            known << page.id;
        }
        static const QRegularExpression pattern(QStringLiteral("^[a-z]+\\.[a-z0-9_-]+$"));
        QSet<QString> seen;
        for (const Action& action : allActions(pages)) {
            QVERIFY2(!seen.contains(action.name), qPrintable(action.name));
            seen << action.name;
            QVERIFY2(pattern.match(action.name).hasMatch(), qPrintable(action.name));
            QVERIFY2(known.contains(pageOf(action)), qPrintable(action.name));
            QVERIFY2(!action.title.isEmpty(), qPrintable(action.name));
            // A name says one thing: a setting or an action.
            QVERIFY2(SettingsCatalogue::find(action.name) == nullptr, qPrintable(action.name));
            // What has no doing is a page or something that a widget does.
            QVERIFY2(action.run != nullptr || action.kind != ActionKind::Action,
                     qPrintable(action.name));
        }
    }

    void noTwoActionsShareAKeyWhereBothWork() {
        const std::vector<Action> all = allActions(pageList());
        for (const Action& one : all) {
            for (const Action& other : all) {
                if (one.name >= other.name || one.kind == ActionKind::Key ||
                    other.kind == ActionKind::Key) {
                    continue;
                }
                const auto everywhere = [](const Action& action) {
                    return action.kind == ActionKind::Page ||
                           pageOf(action) == QLatin1String("window");
                };
                if (pageOf(one) != pageOf(other) && !everywhere(one) && !everywhere(other)) {
                    continue;
                }
                for (const QKeySequence& keys : keysOf(one)) {
                    QVERIFY2(!keysOf(other).contains(keys), qPrintable(one.name + other.name));
                }
            }
        }
        for (const Action& action : all) {
            for (const QKeySequence& keys : keysOf(action)) {
                QVERIFY2(keys.count() == 1 && keys[0].key() != Qt::Key_unknown,
                         qPrintable(action.name));
            }
        }
    }

    void theListSaysWhatThereIs() {
        const std::vector<Action> all = allActions(pageList());
        const QJsonArray list = Actions::describe(all);
        QCOMPARE(list.size(), qsizetype(all.size()));
        const QJsonObject first = list.first().toObject();
        QCOMPARE(first.value(QStringLiteral("name")).toString(), QStringLiteral("window.open"));
        QCOMPARE(first.value(QStringLiteral("kind")).toString(), QStringLiteral("action"));
        QCOMPARE(first.value(QStringLiteral("page")).toString(), QStringLiteral("window"));
        QCOMPARE(first.value(QStringLiteral("keys")).toArray(),
                 QJsonArray{QStringLiteral("Ctrl+O")});
    }

    void aButtonFollowsItsAction() {
        Calibrating f;
        auto* undo = f.find<QPushButton>("calibrate_undo");
        QVERIFY(!undo->isEnabled());
        QVERIFY(!undo->toolTip().isEmpty());  // says why not
        QVERIFY(f.bench->settings().set(bits, 4));
        QVERIFY(undo->isEnabled());
        QVERIFY2(undo->toolTip().contains(QStringLiteral("Ctrl+Z")), qPrintable(undo->toolTip()));
        QCOMPARE(undo->text(), QStringLiteral("Undo"));
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(f.bitsNow(), 8);
        // So does the menu's entry.
        QVERIFY(!f.window->actions().menuAction(QStringLiteral("window.undo"))->isEnabled());
        QVERIFY(f.window->actions().menuAction(QStringLiteral("window.redo"))->isEnabled());
    }

    void runningBringsThePageUpFirst() {
        Calibrating f;
        QVERIFY(f.window->findChild<QWidget*>(QStringLiteral("page_train")) == nullptr);
        QVERIFY(f.window->actions().run(QStringLiteral("train.open")));
        QVERIFY(f.find<QWidget>("page_train")->isVisible());
        auto* dialog = f.find<QDialog>("checkpoint_open_dialog");
        QVERIFY(dialog->isVisible());
        dialog->close();
    }

    void whatCannotBeDoneChangesNothingAndSaysWhy() {
        Calibrating f;
        Actions& actions = f.window->actions();
        const Result<void> stopped = actions.run(QStringLiteral("train.stop"));
        COMPARE_ERROR(stopped, ErrorCode::InvalidArgument);
        QCOMPARE(QString::fromStdString(stopped.error().remedy),
                 QStringLiteral("No run is training"));
        QVERIFY(f.page()->isVisible());
        const Result<void> unknown = actions.run(QStringLiteral("train.fly"));
        COMPARE_ERROR(unknown, ErrorCode::NotFound);
        // Float formats have no bits to choose.
        QVERIFY(f.bench->settings().set(QStringLiteral("calibrate.scheme.family"),
                                        QStringLiteral("float")));
        QVERIFY(!actions.run(QStringLiteral("calibrate.bits_4")));
    }

    // A shortcut of what cannot be done now is no silence.
    void aKeyOfWhatCannotBeDoneSaysWhy() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 100}}});
        QSignalSpy told(f.bench.get(), &Workbench::noticed);
        const Action* pick = Actions::of(*f.bench).find(QStringLiteral("window.find_tensor"));
        const QString why = Actions::of(*f.bench).state(*pick).missing;
        QVERIFY(!why.isEmpty());
        QTest::keyClick(f.window->currentPage(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), why);
    }

    void singleKeysActWhereNothingIsTyped() {
        Calibrating f;
        QTest::keyClick(f.page(), Qt::Key_4);
        QCOMPARE(f.bitsNow(), 4);
        const bool logarithmic = f.bench->views().calibrate->logarithmic;
        QTest::keyClick(f.page(), Qt::Key_L);
        QCOMPARE(f.bench->views().calibrate->logarithmic, !logarithmic);
        // Another page's keys do nothing here.
        QTest::keyClick(f.page(), Qt::Key_N);
        QVERIFY(f.bench->training().runs().empty());
        QVERIFY(f.bench->settings().set(QStringLiteral("window.single_keys"), false));
        QTest::keyClick(f.page(), Qt::Key_6);
        QCOMPARE(f.bitsNow(), 4);
    }

    void singleKeysNeverActInATextField_data() {
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("written") << false;
        QTest::newRow("read only") << true;  // lets keys through to the window
    }

    void singleKeysNeverActInATextField() {
        QFETCH(bool, readOnly);
        Calibrating f;
        QLineEdit field(f.page());
        field.setReadOnly(readOnly);
        field.show();
        f.window->activateWindow();
        field.setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), &field);
        QTest::keyClicks(&field, QStringLiteral("4lo?"));
        QCOMPARE(f.bitsNow(), 8);
        QCOMPARE(field.text(), readOnly ? QString() : QStringLiteral("4lo?"));
        QVERIFY(f.window->findChild<QDialog*>(QStringLiteral("keys_sheet")) == nullptr);
    }

    void theSheetListsEveryKey() {
        Calibrating f;
        QTest::keyClick(f.page(), Qt::Key_Question, Qt::ShiftModifier);
        auto* sheet = f.find<QDialog>("keys_sheet");
        QVERIFY(sheet->isVisible());
        const auto* table = f.find<QTableWidget>("keys_table");
        QSet<QString> rows;
        for (int row = 0; row < table->rowCount(); ++row) {
            rows << table->item(row, 0)->text() + QLatin1Char('|') + table->item(row, 1)->text();
        }
        for (const Action& action : f.window->actions().all()) {
            QVERIFY2(action.keys.isEmpty() ||
                         rows.contains(keysText(action) + QLatin1Char('|') + action.title),
                     qPrintable(action.name));
        }
        // Its own page's come first.
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("O"));
        sheet->close();
    }

    void regionsFollowEachOther() {
        Calibrating f;
        f.window->activateWindow();
        QTRY_VERIFY(QApplication::activeWindow() != nullptr);
        auto* rail = f.find<QWidget>("rail");
        rail->findChild<QWidget*>(QStringLiteral("rail_numbers"))->setFocus();
        QVERIFY(f.window->actions().run(QStringLiteral("window.next_region")));
        QVERIFY(f.page()->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(f.window->actions().run(QStringLiteral("window.previous_region")));
        QVERIFY(rail->isAncestorOf(QApplication::focusWidget()));
    }

    void theGuideKeepsClicksFromWhatIsDimmed() {
        Calibrating f;
        Guide& guide = Guide::of(*f.bench);
        QSignalSpy cleared(&guide, &Guide::cleared);
        QVERIFY(guide.pointAt(QStringLiteral("calibrate.scheme.bits")));
        QCOMPARE(guide.anchor(), QStringLiteral("calibrate.scheme.bits"));
        auto* slider = f.find<QWidget>("scheme_bits");
        QTRY_VERIFY(
            guide.ring().contains(QRect(slider->mapTo(f.window.get(), QPoint()), slider->size())));
        auto* spotlight = f.find<Spotlight>("spotlight");
        // Clicks go through, until they shall not.
        QVERIFY(spotlight->testAttribute(Qt::WA_TransparentForMouseEvents));
        guide.setBlocking(true);
        QVERIFY(!spotlight->testAttribute(Qt::WA_TransparentForMouseEvents));
        guide.clear();
        QVERIFY(spotlight->testAttribute(Qt::WA_TransparentForMouseEvents));
        QVERIFY(!spotlight->isVisible());
        QCOMPARE(cleared.count(), 1);
        // Where there is nothing to point at, nothing is.
        QVERIFY(!guide.pointAt(QStringLiteral("no.such")));
        QVERIFY(guide.anchor().isEmpty());
    }

    /// The rail and the theme's buttons are actions like any other.
    void theRailAndTheThemeGoThroughTheRegistry() {
        Calibrating f;
        QSignalSpy done(&f.window->actions(), &Actions::done);
        auto* numbers = f.find<QAbstractButton>("rail_numbers");
        QVERIFY2(numbers->toolTip().contains(
                     keysText(*f.window->actions().find(QStringLiteral("numbers.show")))),
                 qPrintable(numbers->toolTip()));
        QTest::mouseClick(numbers, Qt::LeftButton);
        QCOMPARE(done.last().first().toString(), QStringLiteral("numbers.show"));
        QCOMPARE(f.bench->views().window->page, QStringLiteral("numbers"));
        for (const bool dark : {true, false}) {
            auto* button = f.find<QAbstractButton>(dark ? "theme_dark" : "theme_light");
            QTest::mouseClick(button, Qt::LeftButton);
            QCOMPARE(done.last().first().toString(), dark ? QStringLiteral("window.dark_theme")
                                                          : QStringLiteral("window.light_theme"));
            QCOMPARE(f.bench->views().window->dark, dark);
            QVERIFY(button->isChecked());
        }
    }

    void theGuideGivesTheFocusToWhatItGoesTo() {
        Calibrating f;
        f.window->activateWindow();
        QTRY_VERIFY(QApplication::activeWindow() != nullptr);
        f.window->showPage(0);
        QVERIFY(Guide::of(*f.bench).goTo(QStringLiteral("calibrate.scheme.bits")));
        QVERIFY(f.page()->isVisible());
        const QWidget* slider = f.find<QWidget>("scheme_bits");
        QVERIFY(slider == QApplication::focusWidget() ||
                slider->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(!f.find<Spotlight>("spotlight")->isVisible());
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
