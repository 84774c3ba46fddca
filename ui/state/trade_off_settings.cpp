// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/setting_makers.h"

namespace zeropoint::ui {
namespace {

constexpr int mostColumns = 64;

/// Runs of one experiment are not those of another.
Setting experimentSetting() {
    Setting setting = textSetting(
        {"tradeoff.experiment", QT_TRANSLATE_NOOP("Setting", "Experiment")},
        [](auto& v) -> auto& { return v.runs.experiment; });
    setting.write = [plain = setting.write](WorkbenchValues& values,
                                            const QJsonValue& value) -> Result<void> {
        const QString before = values.runs.experiment;
        Result<void> written = plain(values, value);
        if (values.runs.experiment != before) {
            values.runs.run.clear();
            values.runs.compared.clear();
        }
        return written;
    };
    return setting;
}

/// As the page offers them: words that stand for numbers of bits.
Setting sensitivityBitsSetting() {
    static constexpr Word<int> words[] = {{"4", 4}, {"3", 3}, {"2", 2}};
    return wordSetting(
        {"tradeoff.sensitivity.bits", QT_TRANSLATE_NOOP("Setting", "Bits of the layer")}, words,
        [](auto& v) -> auto& { return v.tradeOff.sensitivityBits; });
}

}  // namespace

std::vector<Setting> tradeOffSettings() {
    return {
        looks(experimentSetting()),
        looks(choiceSetting(
            {"tradeoff.size", QT_TRANSLATE_NOOP("Setting", "What counts as size")},
            {QStringLiteral("all"), QStringLiteral("linear")},
            [](auto& v) -> auto& { return v.runs.linearLayersAlone; })),
        looks(textSetting(
            {"tradeoff.run", QT_TRANSLATE_NOOP("Setting", "Run")},
            [](auto& v) -> auto& { return v.runs.run; })),
        looks(textSetting(
            {"tradeoff.compared", QT_TRANSLATE_NOOP("Setting", "Compare with")},
            [](auto& v) -> auto& { return v.runs.compared; })),
        looks(choiceSetting(
            {"tradeoff.tab", QT_TRANSLATE_NOOP("Setting", "What to show above the table")},
            {QStringLiteral("chart"), QStringLiteral("layers")},
            [](auto& v) -> auto& { return v.tradeOff.tab; })),
        looks(choiceSetting(
            {"tradeoff.side", QT_TRANSLATE_NOOP("Setting", "What to look at in the layers")},
            {QStringLiteral("sensitivity"), QStringLiteral("live"), QStringLiteral("compare")},
            [](auto& v) -> auto& { return v.tradeOff.side; })),
        looks(sensitivityBitsSetting()),
        looks(choiceSetting(
            {"tradeoff.sensitivity.side",
             QT_TRANSLATE_NOOP("Setting", "Which layers are quantized")},
            {QStringLiteral("quantized"), QStringLiteral("kept")},
            [](auto& v) -> auto& { return v.tradeOff.aloneKept; })),
        looks(numberSetting(
            {"tradeoff.budget", QT_TRANSLATE_NOOP("Setting", "Model within")}, 0, 1e9,
            [](auto& v) -> auto& { return v.tradeOff.budgetKilobytes; })),
        looks(textSetting(
            {"tradeoff.live.layer", QT_TRANSLATE_NOOP("Setting", "Layer")},
            [](auto& v) -> auto& { return v.tradeOff.liveLayer; })),
        looks(numberSetting(
            {"tradeoff.table.column", QT_TRANSLATE_NOOP("Setting", "Sorted by")}, -1, mostColumns,
            [](auto& v) -> auto& { return v.tradeOff.sortColumn; })),
        looks(flagSetting(
            {"tradeoff.table.rising", QT_TRANSLATE_NOOP("Setting", "Rising order")},
            [](auto& v) -> auto& { return v.tradeOff.sortRising; })),
    };
}

}  // namespace zeropoint::ui
