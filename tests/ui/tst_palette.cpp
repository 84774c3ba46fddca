// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/actions/palette.h"
#include "ui/actions/palette_match.h"
#include "ui/actions/palette_model.h"
#include "ui/actions/setting_steps.h"
#include "ui/state/anchors.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/interview.h"
#include "ui/state/memory_study.h"
#include "ui/state/roofline_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QUndoStack>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

const QString bits = QStringLiteral("calibrate.scheme.bits");

struct PaletteFixture : WorkbenchFixture {
    PaletteFixture() {
        draw({"normal", {{"n", 1000}}});
        window->activateWindow();
    }

    Palette* open() {
        window->activateWindow();
        [this] { QTRY_COMPARE(QApplication::activeWindow(), window.get()); }();
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        return palette();
    }
    Palette* palette() const {
        for (Palette* open :
             window->findChildren<Palette*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (open->isVisible()) {
                return open;
            }
        }
        return nullptr;
    }
    static void type(Palette* palette, const QString& text) {
        palette->field()->clear();
        QTest::keyClicks(palette->field(), text);
    }
    static void key(Palette* palette, Qt::Key key) { QTest::keyClick(palette->field(), key); }

    /// Types the name, opens what is folded and goes to the line by the keys. False: not found.
    static bool goTo(Palette* palette, const QString& section, const QString& id) {
        type(palette, id);
        const QString wanted = section + QLatin1Char(':') + id;
        PaletteModel* model = palette->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->line(row) == PaletteModel::Line::More) {
                model->expand(row);
                row = 0;
            }
        }
        for (int row = palette->currentRow(), last = -1; row != last; row = palette->currentRow()) {
            if (row >= 0 && model->line(row) == PaletteModel::Line::Entry &&
                model->key(row) == wanted) {
                return true;
            }
            last = row;
            key(palette, Qt::Key_Down);
        }
        return false;
    }
    /// Whatever an action has left on the screen or at work.
    void tidy() {
        bench->memory().roofline().cancel();          // it measures for half a minute
        QVERIFY(jobs.waitForIdle(waitMilliseconds));  // some tables are counted first
        QCoreApplication::processEvents();
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget != window.get() && widget->isVisible()) {
                widget->close();
            }
        }
        if (Palette* left = palette()) {
            left->leave();
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        bench->tradeOff().cancel();
        while (bench->training().runningRun() != nullptr) {
            bench->training().select(bench->training().running());
            bench->training().stop();
            QTest::qWait(10);
        }
        QTRY_VERIFY(!bench->tradeOff().running());
        window->show();
    }
};

QString spoken(const Palette* palette) {
    return palette->model()->spoken(palette->currentRow());
}

}  // namespace

class TestPalette : public QObject {
    Q_OBJECT

private slots:
    void init() { QCoreApplication::setOrganizationName(QStringLiteral("ZeropointTest")); }

    void wordsAreFoundWhereTheyStand_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("distance");  // -1: no match
        QTest::newRow("nothing typed") << "" << 0;
        QTest::newRow("begins so") << "mark" << 0;
        QTest::newRow("in any case of letters") << "MARK" << 0;
        QTest::newRow("begins a word") << "out" << 1;
        QTest::newRow("within a word") << "annel" << 2;
        QTest::newRow("in the context") << "calib" << 3;
        QTest::newRow("by its other words") << "calibrate.mark" << 3;
        QTest::newRow("two words") << "out mark" << 1;
        QTest::newRow("one of two") << "mark elephants" << -1;
        QTest::newRow("nowhere") << "elephants" << -1;
    }

    void wordsAreFoundWhereTheyStand() {
        QFETCH(QString, query);
        QFETCH(int, distance);
        PaletteEntry entry;
        entry.title = QStringLiteral("Mark outlier channels");
        entry.context = QStringLiteral("Calibrate");
        entry.words = QStringLiteral("calibrate.mark");
        const auto match = matchPalette(entry, query.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(match ? match->distance : -1, distance);
        if (query == QLatin1String("out")) {
            QCOMPARE(match->title, (QList<std::pair<int, int>>{{5, 3}}));
        }
    }

    void theFocusIsInTheFieldAndGoesBack() {
        PaletteFixture f;
        QWidget* page = f.find<QWidget>("page_calibrate");
        page->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), page);
        Palette* palette = f.open();
        QVERIFY(palette != nullptr);
        QCOMPARE(palette->geometry(), f.window->rect());
        QCOMPARE(QApplication::focusWidget(), palette->field());
        QAbstractItemModelTester tester(palette->model());
        PaletteFixture::type(palette, QStringLiteral("4"));  // a key of the page, but typed
        QCOMPARE(f.bench->settings().value(bits).toInt(), 8);
        PaletteFixture::key(palette, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), palette->field());
        PaletteFixture::key(palette, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        QCOMPARE(QApplication::focusWidget(), page);
        QTRY_VERIFY(f.palette() == nullptr);
        // A click beside it closes it as well, and so do its keys.
        palette = f.open();
        QTest::mouseClick(palette, Qt::LeftButton, Qt::NoModifier, QPoint(5, 5));
        QTRY_VERIFY(f.palette() == nullptr);
        f.open();
        f.open();
        QTRY_VERIFY(f.palette() == nullptr);
    }

    // An editor's Ctrl+K deletes to the end of the line; here it finds.
    void itOpensFromATextField() {
        PaletteFixture f;
        f.window->showPage(0);
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field != nullptr);
        field->setCursorPosition(0);
        const QString text = field->text();
        QTest::keyClick(field, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(f.palette() != nullptr);
        QCOMPARE(field->text(), text);
        // And closes with the same keys.
        QTest::keyClick(f.palette()->field(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(f.palette() == nullptr);
    }

    void sectionsStandInTheirOrderAndAreCut() {
        PaletteFixture f;
        Palette* palette = f.open();
        PaletteFixture::type(palette, QStringLiteral("f"));
        const PaletteModel* model = palette->model();
        QStringList headings;
        int inSection = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->line(row) == PaletteModel::Line::Heading) {
                headings << model->index(row).data().toString();
                inSection = 0;
            } else if (model->line(row) == PaletteModel::Line::Entry) {
                QCOMPARE_LE(++inSection, PaletteModel::cut + 1);
            }
        }
        const QStringList order{QStringLiteral("Actions"),        QStringLiteral("Settings"),
                                QStringLiteral("Pages"),          QStringLiteral("Formats"),
                                QStringLiteral("Lessons"),        QStringLiteral("Glossary"),
                                QStringLiteral("Interview cards")};
        QCOMPARE(headings, order);
        QCOMPARE(f.find<QLabel>("palette_count")->text(),
                 QStringLiteral("%1 of %2").arg(model->matches()).arg(model->entries()));
        // "More" shows the rest and leaves the line where it is.
        int more = 0;
        while (model->line(more) != PaletteModel::Line::More) {
            ++more;
        }
        const int rows = model->rowCount();
        while (palette->currentRow() < more) {
            PaletteFixture::key(palette, Qt::Key_Down);
        }
        PaletteFixture::key(palette, Qt::Key_Return);
        QCOMPARE_GT(model->rowCount(), rows);
        QCOMPARE(palette->currentRow(), more);
        QCOMPARE(static_cast<int>(model->line(more)), static_cast<int>(PaletteModel::Line::Entry));
    }

    void pageKeysJumpSections() {
        PaletteFixture f;
        Palette* palette = f.open();
        PaletteFixture::type(palette, QStringLiteral("o"));
        const PaletteModel* model = palette->model();
        const int first = palette->currentRow();
        PaletteFixture::key(palette, Qt::Key_PageDown);
        const int second = palette->currentRow();
        QVERIFY(spoken(palette).startsWith(QStringLiteral("Settings")));
        QCOMPARE(static_cast<int>(model->line(second - 1)),
                 static_cast<int>(PaletteModel::Line::Heading));
        PaletteFixture::key(palette, Qt::Key_PageUp);
        QCOMPARE(palette->currentRow(), first);
        PaletteFixture::key(palette, Qt::Key_PageUp);
        QCOMPARE(palette->currentRow(), first);
    }

    /// Every action is found by its name and done; what cannot be done says why and changes
    /// nothing.
    void everyActionIsFoundAndRun() {
        PaletteFixture f;
        QTemporaryDir folder;
        f.bench->tradeOff().openFolder(folder.path());
        Actions& actions = f.window->actions();
        QSignalSpy done(&actions, &Actions::done);
        int usable = 0;
        for (const Action& action : actions.all()) {
            if (action.kind != ActionKind::Action ||
                action.name == QLatin1String("window.palette")) {
                continue;
            }
            Palette* palette = f.open();
            QVERIFY2(palette != nullptr, qPrintable(action.name));
            QVERIFY2(PaletteFixture::goTo(palette, QStringLiteral("actions"), action.name),
                     qPrintable(action.name));
            const QString missing = actions.state(action).missing;
            done.clear();
            PaletteFixture::key(palette, Qt::Key_Return);
            if (missing.isEmpty()) {
                ++usable;
                QCOMPARE(done.count(), 1);
                QCOMPARE(done.first().first().toString(), action.name);
            } else {
                QCOMPARE(done.count(), 0);
                QVERIFY2(palette->isVisible(), qPrintable(action.name));
                QVERIFY2(spoken(palette).contains(missing), qPrintable(spoken(palette)));
            }
            f.tidy();
        }
        QCOMPARE_GT(usable, 15);
    }

    void whatWasUsedLastComesFirst() {
        PaletteFixture f;
        Palette* palette = f.open();
        // Nothing yet: the pages.
        QCOMPARE(palette->model()->index(0).data().toString(), QStringLiteral("Pages"));
        QVERIFY(PaletteFixture::goTo(palette, QStringLiteral("actions"),
                                     QStringLiteral("calibrate.bits_5")));
        PaletteFixture::key(palette, Qt::Key_Return);
        QCOMPARE(f.bench->settings().value(bits).toInt(), 5);
        palette = f.open();
        QCOMPARE(palette->model()->index(0).data().toString(), QStringLiteral("Used last"));
        QCOMPARE(palette->model()->key(palette->currentRow()),
                 QStringLiteral("actions:calibrate.bits_5"));
        // Among equals as well.
        PaletteFixture::type(palette, QStringLiteral("quantize to"));
        QCOMPARE(palette->model()->key(palette->currentRow()),
                 QStringLiteral("actions:calibrate.bits_5"));
    }

    void arrowsChangeASettingAndUndoTakesItBack() {
        PaletteFixture f;
        Palette* palette = f.open();
        QVERIFY(PaletteFixture::goTo(palette, QStringLiteral("settings"), bits));
        PaletteFixture::key(palette, Qt::Key_Left);
        QCOMPARE(f.bench->settings().value(bits).toInt(), 7);
        QVERIFY(palette->isVisible());
        const QModelIndex row = palette->model()->index(palette->currentRow());
        QCOMPARE(row.data(PaletteModel::ValueRole).toString(), QStringLiteral("7"));
        QVERIFY(spoken(palette).contains(QStringLiteral("7")));
        PaletteFixture::key(palette, Qt::Key_Right);
        PaletteFixture::key(palette, Qt::Key_Right);
        QCOMPARE(f.bench->settings().value(bits).toInt(), 9);
        PaletteFixture::key(palette, Qt::Key_Escape);
        f.bench->undoStack().undo();  // one burst of keys
        QCOMPARE(f.bench->settings().value(bits).toInt(), 8);
        // In the text of a line without steps they move the cursor.
        palette = f.open();
        PaletteFixture::type(palette, QStringLiteral("undo"));
        PaletteFixture::key(palette, Qt::Key_Left);
        QCOMPARE(palette->field()->cursorPosition(), 3);
    }

    void enterGoesToTheControl() {
        PaletteFixture f;
        f.window->showPage(0);
        Palette* palette = f.open();
        QVERIFY(PaletteFixture::goTo(palette, QStringLiteral("settings"),
                                     QStringLiteral("calibrate.groups.size")));
        PaletteFixture::key(palette, Qt::Key_Return);
        QVERIFY(f.find<QWidget>("page_calibrate")->isVisible());
        auto* slider = f.find<QWidget>("group_size_slider");
        QVERIFY(slider->isVisible());
        QVERIFY(slider == QApplication::focusWidget() ||
                slider->isAncestorOf(QApplication::focusWidget()));
    }

    void whatDoesNotApplyIsListedWithItsReason() {
        PaletteFixture f;
        QVERIFY(f.bench->settings().set(QStringLiteral("calibrate.scheme.family"),
                                        QStringLiteral("float")));
        Palette* palette = f.open();
        QVERIFY(PaletteFixture::goTo(palette, QStringLiteral("settings"), bits));
        const QModelIndex row = palette->model()->index(palette->currentRow());
        QVERIFY(!row.data(PaletteModel::MissingRole).toString().isEmpty());
        PaletteFixture::key(palette, Qt::Key_Right);
        PaletteFixture::key(palette, Qt::Key_Return);
        QVERIFY(palette->isVisible());
        QVERIFY(f.bench->settings().value(bits).isNull());
    }

    // Nor does what the format ignores.
    void whatTheFormatIgnoresIsListedWithItsReason() {
        PaletteFixture f;
        const auto missing = [&](const char* name) {
            Palette* palette = f.open();
            if (!PaletteFixture::goTo(palette, QStringLiteral("settings"), QLatin1String(name))) {
                qFatal("no setting named %s", name);
            }
            const QModelIndex row = palette->model()->index(palette->currentRow());
            const QString reason = row.data(PaletteModel::MissingRole).toString();
            palette->leave();
            return !reason.isEmpty();
        };
        QuantScheme scheme;
        scheme.format = "fp16";
        f.bench->setScheme(scheme);
        for (const char* name : {"calibrate.scheme.granularity", "calibrate.range.method",
                                 "calibrate.scheme.zero_point"}) {
            QVERIFY2(missing(name), name);
        }
        QVERIFY(!missing("calibrate.scheme.rounding"));
        f.bench->setScheme(QuantScheme{});
        QVERIFY(!missing("calibrate.scheme.granularity"));
        QVERIFY(missing("calibrate.scheme.scale_rule"));
    }

    void pagesTabsFormatsTensorsAndRunsAreFound() {
        PaletteFixture f;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("table.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1,2\n3,4\n5,7\n");
        file.close();
        f.bench->openFile(path);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        const auto choose = [&](const QString& query, const QString& key) {
            Palette* palette = f.open();
            PaletteFixture::type(palette, query);
            const PaletteModel* model = palette->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->line(row) == PaletteModel::Line::Entry && model->key(row) == key) {
                    while (palette->currentRow() < row) {
                        PaletteFixture::key(palette, Qt::Key_Down);
                    }
                    PaletteFixture::key(palette, Qt::Key_Return);
                    return true;
                }
            }
            palette->leave();
            return false;
        };
        QVERIFY(choose(QStringLiteral("numbers"), QStringLiteral("pages:page:numbers.show")));
        QVERIFY(f.find<QWidget>("page_numbers")->isVisible());
        QVERIFY(
            choose(QStringLiteral("outliers tab"), QStringLiteral("pages:calibrate.tab=outliers")));
        QCOMPARE(f.bench->settings().value(QStringLiteral("calibrate.tab")).toString(),
                 QStringLiteral("outliers"));
        QVERIFY(choose(QStringLiteral("fp8-e5m2"), QStringLiteral("formats:fp8-e5m2")));
        QCOMPARE(f.bench->number().inspected, QStringLiteral("fp8-e5m2"));
        QVERIFY(f.find<QWidget>("page_numbers")->isVisible());
        f.bench->setSynthetic({"uniform", {{"n", 100}}});
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        const QString tensor = QString::fromStdString(f.bench->file()->tensors().front().name);
        QVERIFY(choose(QStringLiteral("table ") + tensor, QStringLiteral("tensors:") + tensor));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->source()->tensor.size(), std::size_t{6});
        QVERIFY(f.find<QWidget>("page_calibrate")->isVisible());
        f.bench->training().queueRun();
        const RunRecord& run = f.bench->training().runs().front();
        f.bench->training().select(RunId::None);
        QVERIFY(choose(run.name, QStringLiteral("runs:") + run.key));
        QCOMPARE(f.bench->training().selected(), run.id);
        f.tidy();
        // Ctrl+T offers the tensors alone.
        QTest::keyClick(f.window.get(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(f.palette() != nullptr);
        QCOMPARE(f.palette()->model()->entries(), 1);
        QCOMPARE(f.palette()->model()->index(0).data().toString(), QStringLiteral("Tensors"));
    }

    void nothingIsCalledSo() {
        PaletteFixture f;
        Palette* palette = f.open();
        PaletteFixture::type(palette, QStringLiteral("xyzzy"));
        QCOMPARE(palette->model()->rowCount(), 1);
        QCOMPARE(static_cast<int>(palette->model()->line(0)),
                 static_cast<int>(PaletteModel::Line::Nothing));
        QVERIFY(!palette->field()->accessibleDescription().isEmpty());
        PaletteFixture::key(palette, Qt::Key_Return);
        PaletteFixture::key(palette, Qt::Key_Right);
        PaletteFixture::key(palette, Qt::Key_PageDown);
        QVERIFY(palette->isVisible());
    }

    void lessonsTermsAndCardsAreFoundAndOpened() {
        PaletteFixture f;
        CourseState& course = f.bench->course();
        const course::Lesson& lesson = course.course().lessons.front();
        Palette* palette = f.open();
        QVERIFY(PaletteFixture::goTo(palette, QStringLiteral("lessons"),
                                     QString::fromStdString(lesson.id)));
        PaletteFixture::key(palette, Qt::Key_Return);
        QVERIFY(course.lesson() != nullptr);
        QCOMPARE(course.lesson()->id, lesson.id);
        course.leave();

        const course::Term& term = course.course().glossary.terms.front();
        palette = f.open();
        QVERIFY(PaletteFixture::goTo(palette, QStringLiteral("terms"),
                                     QString::fromStdString(term.id)));
        PaletteFixture::key(palette, Qt::Key_Return);
        QCOMPARE(f.bench->views().learn->entry,
                 QStringLiteral("term/") + QString::fromStdString(term.id));
        QCOMPARE(f.bench->views().window->page, QStringLiteral("learn"));

        const course::Card& card = course.course().decks.front().cards.front();
        palette = f.open();
        QVERIFY(PaletteFixture::goTo(palette, QStringLiteral("cards"),
                                     QString::fromStdString(card.id)));
        PaletteFixture::key(palette, Qt::Key_Return);
        QCOMPARE(f.bench->views().window->page, QStringLiteral("interview"));
        QVERIFY(f.bench->interview().attempt() != nullptr);
        QCOMPARE(f.bench->interview().attempt()->asked.card.id, card.id);
    }

    void aNearTermIsOfferedWhereNothingIsCalledSo() {
        PaletteFixture f;
        Palette* palette = f.open();
        PaletteFixture::type(palette, QStringLiteral("qauntisation"));
        QCOMPARE(static_cast<int>(palette->model()->line(0)),
                 static_cast<int>(PaletteModel::Line::Nothing));
        QCOMPARE(palette->model()->rowCount(), 2);
        PaletteFixture::key(palette, Qt::Key_Return);
        QCOMPARE(f.bench->views().learn->entry, QStringLiteral("term/quantization"));
    }

    void itFitsItsWindow_data() {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<int>("width");
        QTest::newRow("usual") << QSize(1440, 900) << 678;
        QTest::newRow("small") << QSize(1024, 700) << 560;
    }

    void itFitsItsWindow() {
        QFETCH(QSize, window);
        QFETCH(int, width);
        PaletteFixture f;
        f.window->resize(window);
        Palette* palette = f.open();
        PaletteFixture::type(palette, QStringLiteral("o"));
        const auto* card = palette->findChild<QFrame*>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(card->width(), width);
        QVERIFY(palette->rect().contains(card->geometry()));
        QVERIFY(palette->findChild<QListView*>()->isVisible());
    }

    void everySettingStepsWithinItsBounds() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        SettingsCatalogue& settings = f.bench->settings();
        // Between 8 bits and none there are no others: they are passed over.
        const QString weights = QStringLiteral("train.next.weight_bits");
        QVERIFY(settings.set(weights, 8));
        stepSetting(settings, *SettingsCatalogue::find(weights), 1);
        QCOMPARE(settings.value(weights), QJsonValue(16));
        stepSetting(settings, *SettingsCatalogue::find(weights), 1);
        QCOMPARE(settings.value(weights), QJsonValue(16));
        for (const Setting& setting : SettingsCatalogue::all()) {
            const QJsonValue before = settings.value(setting.name);
            if (!hasSteps(setting) || before.isNull() ||
                setting.name.startsWith(QStringLiteral("calibrate.synthetic."))) {
                continue;
            }
            QVERIFY2(!valueText(setting, before).isEmpty() || before.toString().isEmpty(),
                     qPrintable(setting.name));
            stepSetting(settings, setting, 1);
            const QJsonValue up = settings.value(setting.name);
            stepSetting(settings, setting, -1);
            const QJsonValue down = settings.value(setting.name);
            QVERIFY2(up != before || down != before, qPrintable(setting.name));
        }
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
