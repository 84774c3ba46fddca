// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_spec.h"
#include "ui/state/live_recipe.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/setting_makers.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int mostColumns = 64;
// What the chart's axes can be asked for.
constexpr double leastKilobytes = 1e-3;
constexpr double mostKilobytes = 1e12;
constexpr double mostPercent = 1000;

Setting experimentSetting() {
    Setting setting = textSetting(
        {"tradeoff.experiment", QT_TRANSLATE_NOOP("Setting", "Experiment")},
        [](auto& v) -> auto& { return v.runs.experiment; });
    setting.write = [plain = setting.write](WorkbenchValues& values,
                                            const QJsonValue& value) -> Result<void> {
        const RunChoice before = values.runs;
        Result<void> written = plain(values, value);
        const QString experiment = std::exchange(values.runs, before).experiment;
        values.runs.lookAt(experiment);
        return written;
    };
    return setting;
}

/// {"kilobytes": [low, high], "percent": [low, high]}, null for all runs.
Setting scatterZoomSetting() {
    static const QString sizes = QStringLiteral("kilobytes");
    static const QString accuracies = QStringLiteral("percent");
    Setting setting =
        blank({"tradeoff.zoom", QT_TRANSLATE_NOOP("Setting", "Part of the chart that is shown")},
              SettingKind::Object);
    setting.read = [](const WorkbenchValues& values) {
        const auto& zoom = values.runs.zoom;
        return zoom ? QJsonValue(QJsonObject{{sizes, rangeToJson(zoom->across)},
                                             {accuracies, rangeToJson(zoom->up)}})
                    : QJsonValue();
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        if (value.isNull()) {
            values.runs.zoom.reset();
            return {};
        }
        const auto across = rangeFromJson(value.toObject().value(sizes));
        const auto up = rangeFromJson(value.toObject().value(accuracies));
        if (!across || !up || across->low < leastKilobytes || across->high > mostKilobytes ||
            up->low < -mostPercent || up->high > mostPercent) {
            return refuse(name, "Give the least and the most kilobytes, above 0, and percent");
        }
        values.runs.zoom = ChartWindow{*across, *up};
        return {};
    };
    return setting;
}

Setting liveRecipeSetting() {
    Setting setting = blank({"tradeoff.live.recipe", QT_TRANSLATE_NOOP("Setting", "Live recipe")},
                            SettingKind::Object);
    setting.read = [](const WorkbenchValues& values) {
        const std::string json = toJson(liveRecipe(values.tradeOff));
        return QJsonValue(QJsonDocument::fromJson(QByteArray::fromStdString(json)).object());
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        if (!value.isObject()) {
            return refuse(name, "Give a recipe");
        }
        const auto recipe = quantRecipeFromJson(
            QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString());
        if (!recipe) {
            return tl::unexpected(recipe.error());
        }
        values.tradeOff.liveRecipe = *recipe;
        return {};
    };
    return setting;
}

Setting liveBitsSetting() {
    Setting setting = blank({"tradeoff.live.bits", QT_TRANSLATE_NOOP("Setting", "Live bits")},
                            SettingKind::Integer);
    setting.least = 2;
    setting.most = fullBits;
    setting.read = [](const WorkbenchValues& values) {
        return QJsonValue(weightBits(liveSite(values.tradeOff)));
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const double bits = value.toDouble(-1);
        if (bits != std::floor(bits) || bits < 2 || (bits > 8 && bits != fullBits)) {
            return refuse(name, "Give 2 to 8, or 16 for none");
        }
        SiteRecipe own = liveSite(values.tradeOff);
        if (!own.weight) {
            own.weight = liveRecipe(values.tradeOff).base.weight;
        }
        setWeightBits(own, static_cast<int>(bits));
        own.clip = own.weight ? own.clip : 1;
        setLiveSite(values.tradeOff, own);
        return {};
    };
    return setting;
}

Setting liveClipSetting() {
    Setting setting = blank(
        {"tradeoff.live.clip", QT_TRANSLATE_NOOP("Setting", "Live range, as a share of max |w|")},
        SettingKind::Number);
    setting.least = 0.01;
    setting.most = 1;
    setting.read = [](const WorkbenchValues& values) {
        return QJsonValue(liveSite(values.tradeOff).clip);
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const double share = value.toDouble(-1);
        if (!(share >= 0.01 && share <= 1)) {
            return refuse(name, "Give a share from 0.01 to 1");
        }
        SiteRecipe own = liveSite(values.tradeOff);
        own.clip = own.weight ? share : 1;
        setLiveSite(values.tradeOff, own);
        return {};
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
        looks(scatterZoomSetting()),
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
        looks(liveRecipeSetting()),
        looks(derived(liveBitsSetting())),
        looks(derived(liveClipSetting())),
        looks(numberSetting(
            {"tradeoff.table.column", QT_TRANSLATE_NOOP("Setting", "Sorted by")}, -1, mostColumns,
            [](auto& v) -> auto& { return v.tradeOff.sortColumn; })),
        looks(flagSetting(
            {"tradeoff.table.rising", QT_TRANSLATE_NOOP("Setting", "Rising order")},
            [](auto& v) -> auto& { return v.tradeOff.sortRising; })),
    };
}

}  // namespace zeropoint::ui
