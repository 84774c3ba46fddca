// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/access/access.h"
#include "ui/controls/legend.h"
#include "ui/controls/segment.h"
#include "ui/main_window/banner.h"
#include "ui/state/anchors.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/shipped_files.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QLabel>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <utility>
#include <vector>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

constexpr int mostViews = 10;  ///< a choice of more is no tab

QStringList g_announced;

void hear(const QWidget* widget) {
    const QAccessibleInterface* interface =
        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    g_announced << (interface != nullptr ? interface->text(QAccessible::Name) : QString());
}

/// A painted widget with a value, items and a table.
class Painted : public QWidget {
public:
    Painted() {
        resize(100, 40);
        setAccessibleName(QStringLiteral("Painted"));
        setAccessibleDescription(QStringLiteral("two bars"));
        setAccess(
            this,
            {.role = QAccessible::Chart,
             .items =
                 [this] {
                     return std::vector<AccessItem>{
                         {QStringLiteral("a"), QStringLiteral("1"), {0, 0, 50, 40}, chosen == 0},
                         {QStringLiteral("b"), QStringLiteral("2"), {50, 0, 50, 40}, chosen == 1}};
                 },
             .choose = [this](int item) { chosen = item; },
             .table =
                 [] {
                     return TableContent{QStringLiteral("Painted"),
                                         {QStringLiteral("name"), QStringLiteral("value")},
                                         {{QStringLiteral("a"), 1.0}, {QStringLiteral("b"), 2.5}}};
                 }});
    }
    int chosen = 0;
};

/// A class of its own whose name is set before its role, as its parts are set in any order.
class NamedFirst : public QWidget {
    Q_OBJECT

public:
    NamedFirst() {
        setAccessibleName(QStringLiteral("Bars"));
        setAccess(this, {.role = QAccessible::List});
    }
};

QString describe(const QWidget* widget) {
    return QStringLiteral("%1 '%2' in '%3'")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() != nullptr ? widget->parentWidget()->objectName() : QString());
}

bool hasValue(QAccessible::Role role) {
    return role == QAccessible::Slider || role == QAccessible::ComboBox ||
           role == QAccessible::SpinBox || role == QAccessible::ProgressBar;
}

/// Ours, painted by itself, with nothing inside that would speak for it.
bool isPaintedLeaf(const QWidget* widget) {
    const auto* legend = qobject_cast<const Legend*>(widget);
    if (legend != nullptr && legend->sizeHint().width() == 0) {
        return false;  // it has nothing to tell
    }
    return QByteArray(widget->metaObject()->className()).startsWith("zeropoint::ui::") &&
           widget->findChildren<QWidget*>().isEmpty();
}

/// Complaints about what is seen now.
QStringList silent(const QWidget* window) {
    QStringList found;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->objectName() == QLatin1String("qt_spinbox_lineedit") ||
            widget->objectName().startsWith(QLatin1String("qt_scrollarea"))) {
            continue;
        }
        const bool interactive = (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled();
        if (!interactive && !isPaintedLeaf(widget)) {
            continue;
        }
        const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr) {
            found << QStringLiteral("no interface: ") + describe(widget);
            continue;
        }
        const QAccessible::Role role = interface->role();
        if (role == QAccessible::Client || role == QAccessible::NoRole) {
            found << QStringLiteral("no role: ") + describe(widget);
        }
        if (role == QAccessible::StaticText && interface->text(QAccessible::Value).isEmpty()) {
            continue;  // a figure that is not there yet
        }
        if (interface->text(QAccessible::Name).isEmpty()) {
            found << QStringLiteral("no name: ") + describe(widget);
        }
        if (hasValue(role) && interface->text(QAccessible::Value).isEmpty()) {
            found << QStringLiteral("no value: ") + describe(widget);
        }
    }
    return found;
}

/// Settings that choose what a page shows: its tabs, and how it shows them.
QStringList viewSettings() {
    QStringList names;
    for (const Setting& setting : SettingsCatalogue::all()) {
        if (setting.looks && setting.kind == SettingKind::Choice &&
            pageOf(setting) != QLatin1String("window") && setting.choices.size() <= mostViews) {
            names << setting.name;
        }
    }
    return names;
}

/// A window with something to show on every page: a tensor, a finished run, runs that are kept.
struct FullWindow : WorkbenchFixture {
    explicit FullWindow(const QString& folder) {
        window->resize(1600, 1000);
        draw({"outlier-channels", {{"rows", 64}, {"cols", 32}}});
        rest();
        bench->tradeOff().openFolder(folder);
        for (const auto& [name, value] : std::vector<std::pair<const char*, QJsonValue>>{
                 {"train.next.task", QStringLiteral("sort")},
                 {"train.next.steps", 4},
                 {"train.next.layers", 1}}) {
            QVERIFY(bench->settings().set(QLatin1String(name), value));
        }
        TrainingSession& training = bench->training();
        QTRY_VERIFY_WITH_TIMEOUT(training.draft().ready(), waitMilliseconds);
        training.queueRun();
        QTRY_VERIFY_WITH_TIMEOUT(training.runs().size() == 1 && training.runningRun() == nullptr,
                                 waitMilliseconds);
        QVERIFY(bench->settings().set(QStringLiteral("tradeoff.experiment"),
                                      shippedExperiments().front().name));
    }

    /// Each view of each page in turn.
    void forEachView(const std::function<void(const QString& where)>& look) {
        const auto settled = [&](const QString& where) {
            QVERIFY(jobs.waitForIdle(waitMilliseconds));
            QCoreApplication::processEvents();
            look(where);
        };
        for (const PageEntry& page : window->pages()) {
            window->showPageById(page.id);
            settled(page.id);
        }
        for (const QString& name : viewSettings()) {
            window->showPageById(name.section(QLatin1Char('.'), 0, 0));
            if (const Anchor* anchor = findAnchorNamed(name)) {
                for (const auto& [setting, value] : anchor->bring) {
                    QVERIFY(bench->settings().set(setting, value));
                }
            }
            for (const QString& choice : SettingsCatalogue::find(name)->choices) {
                QVERIFY(bench->settings().set(name, choice));
                settled(name + QLatin1Char('=') + choice);
            }
        }
    }
};

}  // namespace

class TestAccess : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installAnnounceHandler(hear); }
    void cleanupTestCase() { installAnnounceHandler(nullptr); }

    void aRoleMayComeAfterTheName() {
        NamedFirst named;
        const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&named);
        QVERIFY(interface != nullptr);
        QCOMPARE(interface->role(), QAccessible::List);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Bars"));
    }

    void aPaintedWidgetHasRoleNameValueItemsAndTable() {
        Painted painted;
        painted.show();
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&painted);
        QVERIFY(interface != nullptr);
        QCOMPARE(interface->role(), QAccessible::Chart);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Painted"));
        QCOMPARE(interface->text(QAccessible::Value), QStringLiteral("two bars"));
        QCOMPARE(interface->childCount(), 2 + 4);
        QAccessibleInterface* second = interface->child(1);
        QCOMPARE(second->text(QAccessible::Name), QStringLiteral("b"));
        QCOMPARE(second->text(QAccessible::Value), QStringLiteral("2"));
        QCOMPARE(second->parent(), interface);
        QCOMPARE(interface->indexOfChild(second), 1);
        QVERIFY(!second->state().selected);
        const QPoint middle = painted.mapToGlobal(QPoint(75, 20));
        QCOMPARE(interface->childAt(middle.x(), middle.y()), second);
        QCOMPARE(second->rect().topLeft(), painted.mapToGlobal(QPoint(50, 0)));
        second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(painted.chosen, 1);
        QVERIFY(second->state().selected);
        QAccessibleTableInterface* table = interface->tableInterface();
        QVERIFY(table != nullptr);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->columnCount(), 2);
        QCOMPARE(table->columnDescription(1), QStringLiteral("value"));
        QAccessibleInterface* cell = table->cellAt(1, 1);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("2.5"));
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 1);
        QCOMPARE(interface->indexOfChild(cell), 5);
        QCOMPARE(interface->child(5), cell);
        QVERIFY(table->cellAt(2, 0) == nullptr);
        QVERIFY(table->cellAt(0, -1) == nullptr);
    }

    void segmentsAreRadioButtons() {
        Segment segment({QStringLiteral("one"), QStringLiteral("two")});
        segment.setAccessibleName(QStringLiteral("Which"));
        segment.setCurrent(1);
        QSignalSpy chosen(&segment, &Segment::chosen);
        const QAccessibleInterface* group = QAccessible::queryAccessibleInterface(&segment);
        QCOMPARE(group->text(QAccessible::Value), QStringLiteral("two"));
        QAccessibleInterface* first = QAccessible::queryAccessibleInterface(segment.button(0));
        QCOMPARE(first->role(), QAccessible::RadioButton);
        QCOMPARE(first->text(QAccessible::Name), QStringLiteral("one"));
        QVERIFY(first->state().checkable);
        QVERIFY(!first->state().checked);
        first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chosen.count(), 1);
        QVERIFY(first->state().checked);
        QCOMPARE(group->text(QAccessible::Value), QStringLiteral("one"));
    }

    void whatArrivesIsSpoken() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        g_announced.clear();
        f.window->openFile(QStringLiteral("/no/such/file.safetensors"));
        QTRY_VERIFY(f.find<QWidget>("error_banner")->isVisible());
        QVERIFY2(g_announced.join(QLatin1Char('|')).contains(QStringLiteral("file.safetensors")),
                 qPrintable(g_announced.join(QLatin1Char('|'))));
        g_announced.clear();
        QVERIFY(f.window->pointAt(QStringLiteral("calibrate.scheme.rounding")));
        QVERIFY2(g_announced.contains(QStringLiteral("Rounding")),
                 qPrintable(g_announced.join(QLatin1Char('|'))));
    }

    void theEndOfAJobIsSpoken() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        g_announced.clear();
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            QTest::qWait(400);  // long enough to be shown
            QVERIFY(f.find<QWidget>("job_strip")->isVisible());
        }
        QTRY_VERIFY2(g_announced.join(QLatin1Char('|')).contains(QStringLiteral("Gate")),
                     qPrintable(g_announced.join(QLatin1Char('|'))));
    }

    /// On every page and tab.
    void nothingThatIsSeenIsSilent() {
        const QTemporaryDir folder;
        FullWindow f(folder.path());
        QSet<QString> complaints;
        f.forEachView([&](const QString& where) {
            for (const QString& complaint : silent(f.window.get())) {
                if (!complaints.contains(complaint)) {
                    qInfo("%s: %s", qPrintable(where), qPrintable(complaint));
                    complaints << complaint;
                }
            }
        });
        QVERIFY2(complaints.isEmpty(),
                 qPrintable(QStringList(complaints.begin(), complaints.end()).join("; ")));
    }

    /// The charts that are seen on every page and tab have a table or items, and its figures.
    void everyChartIsATableOrAList() {
        const QTemporaryDir folder;
        FullWindow f(folder.path());
        int charts = 0;
        f.forEachView([&](const QString&) {
            for (QWidget* widget : f.window->findChildren<QWidget*>()) {
                const Access* access = widget->isVisible() ? accessOf(widget) : nullptr;
                if (access == nullptr || access->role != QAccessible::Chart) {
                    continue;
                }
                const TableContent table = access->table();
                for (const QVariantList& row : table.rows) {
                    QVERIFY2(row.size() == table.columns.size(), qPrintable(describe(widget)));
                }
                ++charts;
            }
        });
        QCOMPARE_GT(charts, 20);
    }
};

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
