// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/setting_makers.h"

namespace zeropoint::ui {
namespace {

constexpr double largestSeed = 4294967295.0;
constexpr int mostNewCards = 200;
constexpr double leastRetention = 0.7;
constexpr double mostRetention = 0.99;

}  // namespace

std::vector<Setting> interviewSettings() {
    return {
        looks(choiceSetting(
            {"interview.mode", QT_TRANSLATE_NOOP("Setting", "Cards or a mock interview")},
            {QStringLiteral("cards"), QStringLiteral("mock")},
            [](auto& v) -> auto& { return v.interview.mode; })),
        looks(textSetting(
            {"interview.deck", QT_TRANSLATE_NOOP("Setting", "Deck")},
            [](auto& v) -> auto& { return v.interview.deck; })),
        looks(textSetting(
            {"interview.card", QT_TRANSLATE_NOOP("Setting", "Card")},
            [](auto& v) -> auto& { return v.interview.card; })),
        looks(numberSetting(
            {"interview.seed", QT_TRANSLATE_NOOP("Setting", "Seed of the card's numbers")}, 0,
            largestSeed, [](auto& v) -> auto& { return v.interview.seed; })),
        looks(choiceSetting(
            {"interview.chart", QT_TRANSLATE_NOOP("Setting", "Days ahead or behind")},
            {QStringLiteral("ahead"), QStringLiteral("behind")},
            [](auto& v) -> auto& { return v.interview.chart; })),
        looks(numberSetting(
            {"interview.new_per_day", QT_TRANSLATE_NOOP("Setting", "New cards a day")}, 0,
            mostNewCards, [](auto& v) -> auto& { return v.interview.newPerDay; })),
        looks(numberSetting(
            {"interview.retention", QT_TRANSLATE_NOOP("Setting", "Chance to remember when due")},
            leastRetention, mostRetention, [](auto& v) -> auto& { return v.interview.retention; })),
    };
}

}  // namespace zeropoint::ui
