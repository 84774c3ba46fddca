// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/table_button.h"
#include "ui/controls/value_slider.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

QString describe(const QWidget* widget) {
    return QStringLiteral("%1 '%2' in '%3'")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() != nullptr ? widget->parentWidget()->objectName() : QString());
}

bool isControl(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
           qobject_cast<const QTabBar*>(widget) != nullptr;
}

/// What needs none, and why.
bool isExcepted(const QWidget* widget) {
    const QString name = widget->objectName();
    // What hangs on it are actions and choices, which have names of their own.
    static const QStringList menus{
        QStringLiteral("program_menu"),    QStringLiteral("source_chip"),
        QStringLiteral("scheme_chip"),     QStringLiteral("decks_menu"),
        QStringLiteral("compare_presets"), QStringLiteral("tradeoff_run"),
        QStringLiteral("tradeoff_more")};
    // What is said there is an answer, which the progress keeps, and no setting.
    static const QStringList answers{QStringLiteral("card_answer"), QStringLiteral("card_number")};
    // A table is a part of the chart that it stands beside: the chart has it for screen readers.
    const auto* tool = qobject_cast<const QToolButton*>(widget);
    const bool table = qobject_cast<const TableButton*>(widget) != nullptr ||
                       (tool != nullptr && tool->text() == QLatin1String("Table"));
    return table || menus.contains(name) || answers.contains(name) ||
           name.startsWith(QStringLiteral("coach_option_"));
}

/// The names that a control carries, or that of which it is a part.
QStringList namesOf(const QWidget* widget) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        QStringList names{anchorOf(widget), changedSettingOf(widget), actionOf(widget)};
        names.removeAll(QString());
        if (!names.isEmpty()) {
            return names;
        }
    }
    return {};
}

QStringList nameless(const QWidget* window, const Actions& actions) {
    QStringList found;
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        const bool shown = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus);
        if (!shown || !isControl(widget) || isExcepted(widget)) {
            continue;
        }
        const QStringList names = namesOf(widget);
        if (names.isEmpty()) {
            found << describe(widget);
        }
        for (const QString& name : names) {
            if (SettingsCatalogue::find(name) == nullptr && actions.find(name) == nullptr) {
                found << QStringLiteral("%1: there is no %2").arg(describe(widget), name);
            }
        }
    }
    return found;
}

}  // namespace

class TestNames : public QObject {
    Q_OBJECT

private slots:
    void everyControlHasAName() {
        WorkbenchFixture f;
        f.window->resize(1600, 1000);
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 32}}});
        f.rest();
        QStringList all;
        const auto look = [&](const QString& where) {
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QCoreApplication::processEvents();
            for (const QString& one : nameless(f.window.get(), f.window->actions())) {
                if (!all.contains(one)) {
                    all << one;
                    qInfo("%s: %s", qPrintable(where), qPrintable(one));
                }
            }
        };
        for (const PageEntry& page : f.window->pages()) {
            f.window->showPageById(page.id);
            Page* shown = f.window->currentPage();
            for (int view = 0; view <= shown->viewNames().size(); ++view) {
                shown->showView(view);
                look(page.id);
            }
        }
        for (const Setting& setting : SettingsCatalogue::all()) {
            if (setting.looks && setting.kind == SettingKind::Choice &&
                !setting.name.startsWith(QStringLiteral("window."))) {
                f.window->showPageById(pageOf(setting));
                for (const QString& choice : setting.choices) {
                    QVERIFY(f.bench->settings().set(setting.name, choice));
                    look(setting.name + QLatin1Char('=') + choice);
                }
            }
        }
        QVERIFY2(all.isEmpty(), qPrintable(all.join(QStringLiteral("; "))));
    }

    /// What a form offers is what its setting takes.
    void everyChoiceOfABoxIsAValueOfItsSetting() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        int choices = 0;
        for (const PageEntry& page : f.window->pages()) {
            f.window->showPageById(page.id);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            for (QComboBox* box : f.window->currentPage()->findChildren<QComboBox*>()) {
                const QString name = anchorOf(box);
                const Setting* setting = SettingsCatalogue::find(name);
                if (setting == nullptr || setting->kind != SettingKind::Choice) {
                    continue;
                }
                for (int index = 0; index < box->count(); ++index) {
                    const QString text = box->itemText(index);
                    box->setCurrentIndex(index);
                    emit box->activated(index);
                    const QString value = f.bench->settings().value(name).toString();
                    QVERIFY2(setting->choices.contains(value),
                             qPrintable(QStringLiteral("%1: %2").arg(name, text)));
                    ++choices;
                }
            }
        }
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE_GT(choices, 30);
    }

    /// Found by its name, an action that a button does presses the button, or says why not.
    void aButtonIsPressedByItsName() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        Actions& actions = f.window->actions();
        QSignalSpy failed(f.bench.get(), &Workbench::failed);
        const std::uint64_t seed = f.bench->views().calibrate->integerSeed;
        QVERIFY(actions.run(QStringLiteral("calibrate.next_differing")));
        QCOMPARE(f.bench->views().calibrate->tab, 6);
        QVERIFY(f.bench->views().calibrate->integerSeed != seed);
        QCOMPARE(failed.count(), 0);
        // Nothing is open about which anything could be said.
        QVERIFY(actions.run(QStringLiteral("calibrate.about_file")));
        QCOMPARE(failed.count(), 1);
    }

    /// What is tried live is a setting like any other.
    void theLiveRecipeIsKeptByName() {
        WorkbenchFixture f(4);
        SettingsCatalogue& settings = f.bench->settings();
        const auto set = [&](const char* name, const QJsonValue& value) {
            QVERIFY2(settings.set(QString::fromLatin1(name), value), name);
        };
        set("tradeoff.side", QStringLiteral("live"));
        set("tradeoff.live.layer", QStringLiteral("layers.0.attn.q"));
        set("tradeoff.live.bits", 3);
        set("tradeoff.live.clip", 0.5);
        set("tradeoff.live.layer", QString());
        QCOMPARE(settings.value(QStringLiteral("tradeoff.live.bits")), QJsonValue(4));
        QCOMPARE(f.find<SteppedSlider>("live_bits")->stop(), 4);
        set("tradeoff.live.layer", QStringLiteral("layers.0.attn.q"));
        QCOMPARE(settings.value(QStringLiteral("tradeoff.live.bits")), QJsonValue(3));
        QCOMPARE(f.find<SteppedSlider>("live_bits")->stop(), 3);
        QCOMPARE(f.find<ValueSlider>("live_clip_slider")->value(), 50.0);
        // All layers at once, and none keeps its own.
        set("tradeoff.live.layer", QString());
        set("tradeoff.live.bits", 2);
        set("tradeoff.live.layer", QStringLiteral("layers.0.attn.q"));
        QCOMPARE(settings.value(QStringLiteral("tradeoff.live.bits")), QJsonValue(2));
        QCOMPARE(settings.value(QStringLiteral("tradeoff.live.clip")), QJsonValue(1));
    }
};

QTEST_MAIN(TestNames)
#include "tst_names.moc"
