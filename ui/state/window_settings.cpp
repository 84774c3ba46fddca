// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/setting_makers.h"

namespace zeropoint::ui {
namespace {

Setting coachSetting() {
    Setting setting =
        blank({"window.coach", QT_TRANSLATE_NOOP("Setting", "Coach")}, SettingKind::Choice);
    setting.choices = {QStringLiteral("auto"), QStringLiteral("open"), QStringLiteral("closed")};
    setting.read = [words = setting.choices](const WorkbenchValues& values) {
        const auto& coach = values.window.coach;
        return QJsonValue(words[!coach ? 0 : *coach ? 1 : 2]);
    };
    setting.write = [words = setting.choices, name = setting.name](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        const qsizetype index = words.indexOf(value.toString());
        if (!value.isString() || index < 0) {
            return refuse(name, "Give one of " + words.join(QStringLiteral(", ")).toStdString());
        }
        values.window.coach = index == 0 ? std::nullopt : std::optional(index == 1);
        return {};
    };
    return setting;
}

Setting zoomSetting() {
    QStringList percents;
    for (const int percent : zoomPercents) {
        percents << QString::number(percent);
    }
    return choiceSetting(
        {"window.zoom",
         QT_TRANSLATE_NOOP("Setting", "Size of everything in percent, from the next start on")},
        percents, [](auto& v) -> auto& { return v.window.zoom; });
}

}  // namespace

std::vector<Setting> windowSettings() {
    return {
        looks(textSetting(
            {"window.page", QT_TRANSLATE_NOOP("Setting", "Page")},
            [](auto& v) -> auto& { return v.window.page; })),
        looks(flagSetting(
            {"window.dark", QT_TRANSLATE_NOOP("Setting", "Dark theme")},
            [](auto& v) -> auto& { return v.window.dark; })),
        looks(coachSetting()),
        looks(flagSetting(
            {"window.single_keys", QT_TRANSLATE_NOOP("Setting", "Keys without Ctrl or Alt")},
            [](auto& v) -> auto& { return v.window.singleKeys; })),
        looks(zoomSetting()),
    };
}

}  // namespace zeropoint::ui
