// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/setting_makers.h"

namespace zeropoint::ui {

std::vector<Setting> learnSettings() {
    return {
        looks(textSetting(
            {"learn.lesson", QT_TRANSLATE_NOOP("Setting", "Lesson")},
            [](auto& v) -> auto& { return v.learn.lesson; })),
        looks(textSetting(
            {"learn.step", QT_TRANSLATE_NOOP("Setting", "Step of the lesson")},
            [](auto& v) -> auto& { return v.learn.step; })),
        looks(forgets(
            textSetting(
                {"learn.search", QT_TRANSLATE_NOOP("Setting", "Search the course")},
                [](auto& v) -> auto& { return v.learn.search; }),
            [](auto& v) -> auto& { return v.learn.entry; })),
        looks(textSetting(
            {"learn.entry", QT_TRANSLATE_NOOP("Setting", "Open entry")},
            [](auto& v) -> auto& { return v.learn.entry; })),
    };
}

}  // namespace zeropoint::ui
