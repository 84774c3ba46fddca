// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/palette_sections.h"

#include "ui/actions/actions.h"
#include "ui/actions/guide.h"
#include "ui/actions/setting_steps.h"
#include "ui/state/anchors.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/setting_words.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class PaletteSections {
    Q_DECLARE_TR_FUNCTIONS(PaletteSections)
};

const QString showEnding = QStringLiteral(".show");
const QString pagePrefix = QStringLiteral("page:");
const QString syntheticPrefix = QStringLiteral("calibrate.synthetic.");

/// The title of a page, "Window" of what belongs to none.
QString pageTitle(const Actions& actions, const QString& page) {
    const Action* show = actions.find(page + showEnding);
    return show != nullptr ? show->title : PaletteSections::tr("Window");
}

QStringList keyNames(const Action& action) {
    const QList<QKeySequence> keys = keysOf(action);
    QStringList names;
    if (!keys.isEmpty()) {
        const QString text = keys.first().toString(QKeySequence::NativeText);
        names =
            text.size() > 1 ? text.split(QLatin1Char('+'), Qt::SkipEmptyParts) : QStringList{text};
    }
    return names;
}

std::vector<PaletteEntry> actionEntries(const Actions& actions) {
    std::vector<PaletteEntry> entries;
    for (const Action& action : actions.all()) {
        if (action.kind != ActionKind::Action || action.name == QLatin1String("window.palette")) {
            continue;
        }
        const ActionState now = actions.state(action);
        PaletteEntry entry;
        entry.id = action.name;
        entry.title = now.text.isEmpty() ? action.title : now.text;
        entry.context = pageTitle(actions, pageOf(action));
        entry.icon = QStringLiteral(":/icons/bolt.svg");
        entry.keys = keyNames(action);
        entry.missing = now.missing;
        entry.words = action.name + QLatin1Char(' ') + action.title;
        entries.push_back(std::move(entry));
    }
    return entries;
}

QString settingTitle(const Setting& setting) {
    const QString key = setting.name.mid(syntheticPrefix.size()).replace(u'_', u'-');
    return setting.name.startsWith(syntheticPrefix) && key != QLatin1String("kind")
               ? syntheticParameterTitle(key.toStdString())
               : titleOf(setting);
}

/// Structures and lists have no line of their own; pages are a section of theirs.
bool isListed(const Setting& setting) {
    return setting.kind != SettingKind::Object && setting.kind != SettingKind::List &&
           setting.name != QLatin1String("window.page");
}

std::vector<PaletteEntry> settingEntries(Workbench& bench) {
    const Actions& actions = Actions::of(bench);
    std::vector<PaletteEntry> entries;
    for (const Setting& setting : SettingsCatalogue::all()) {
        if (!isListed(setting)) {
            continue;
        }
        const QJsonValue value = bench.settings().value(setting.name);
        PaletteEntry entry;
        entry.id = setting.name;
        entry.title = settingTitle(setting);
        entry.context = setting.name.startsWith(syntheticPrefix)
                            ? PaletteSections::tr("synthetic tensor")
                            : pageTitle(actions, pageOf(setting));
        entry.icon = QStringLiteral(":/icons/sliders.svg");
        entry.value = valueText(setting, value);
        const bool applies = !value.isNull() && isFollowed(setting.name, bench.scheme());
        entry.steps = hasSteps(setting) && applies;
        entry.missing =
            applies ? QString() : PaletteSections::tr("It does not apply to what is chosen now.");
        entry.words = setting.name;
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// To the control that shows it, or where there is none one step further.
void goToSetting(Workbench& bench, const QString& name) {
    if (findAnchorNamed(name) == nullptr) {
        stepSetting(bench.settings(), *SettingsCatalogue::find(name), 1);
    } else if (const Result<void> gone = Guide::of(bench).goTo(name); !gone) {
        bench.report(gone.error());
    }
}

/// A choice between the views of a page; those of small windows alone are left out.
bool isTabs(const Setting& setting) {
    static const QStringList beside{QStringLiteral("train.inside"),
                                    QStringLiteral("tradeoff.side")};
    static const QStringList small{QStringLiteral("train.tab"), QStringLiteral("tradeoff.tab")};
    return setting.kind == SettingKind::Choice &&
           (beside.contains(setting.name) ||
            (setting.name.endsWith(QLatin1String(".tab")) && !small.contains(setting.name)));
}

std::vector<PaletteEntry> pageEntries(const Actions& actions) {
    std::vector<PaletteEntry> entries;
    for (const Action& action : actions.all()) {
        if (action.kind == ActionKind::Page) {
            PaletteEntry entry;
            entry.id = pagePrefix + action.name;
            entry.title = action.title;
            entry.icon = QStringLiteral(":/icons/%1.svg").arg(pageOf(action));
            entry.keys = keyNames(action);
            entries.push_back(std::move(entry));
        }
    }
    for (const Setting& setting : SettingsCatalogue::all()) {
        if (!isTabs(setting)) {
            continue;
        }
        for (const QString& choice : setting.choices) {
            QString title = choiceWords(choice);
            title[0] = title[0].toUpper();
            PaletteEntry entry;
            entry.id = setting.name + QLatin1Char('=') + choice;
            entry.title = title;
            entry.context =
                PaletteSections::tr("tab of %1").arg(pageTitle(actions, pageOf(setting)));
            entry.icon = QStringLiteral(":/icons/%1.svg").arg(pageOf(setting));
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

void showPlace(Workbench& bench, const QString& id) {
    Actions& actions = Actions::of(bench);
    if (id.startsWith(pagePrefix)) {
        (void)actions.run(id.mid(pagePrefix.size()));
        return;
    }
    const QString setting = id.section(QLatin1Char('='), 0, 0);
    (void)actions.run(setting.section(QLatin1Char('.'), 0, 0) + showEnding);
    if (const Anchor* anchor = findAnchorNamed(setting)) {
        for (const auto& [name, value] : anchor->bring) {
            (void)bench.settings().set(name, value);
        }
    }
    (void)bench.settings().set(setting, id.section(QLatin1Char('='), 1));
}

}  // namespace

std::vector<PaletteSection> commonSections(Workbench& bench) {
    const Actions& actions = Actions::of(bench);
    return {
        {QStringLiteral("actions"), PaletteSections::tr("Actions"), PaletteSection::Actions,
         [&actions] { return actionEntries(actions); },
         [&bench](const PaletteEntry& entry) { (void)Actions::of(bench).run(entry.id); }, nullptr},
        {QStringLiteral("settings"), PaletteSections::tr("Settings"), PaletteSection::Settings,
         [&bench] { return settingEntries(bench); },
         [&bench](const PaletteEntry& entry) { goToSetting(bench, entry.id); },
         [&bench](const PaletteEntry& entry, int step) {
             const Setting& setting = *SettingsCatalogue::find(entry.id);
             stepSetting(bench.settings(), setting, step);
             return valueText(setting, bench.settings().value(entry.id));
         }},
        {QStringLiteral("pages"), PaletteSections::tr("Pages"), PaletteSection::Pages,
         [&actions] { return pageEntries(actions); },
         [&bench](const PaletteEntry& entry) { showPlace(bench, entry.id); }, nullptr},
    };
}

}  // namespace zeropoint::ui
