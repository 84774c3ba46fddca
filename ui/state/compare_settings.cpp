// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/scheme_json.h"
#include "ui/state/setting_makers.h"

namespace zeropoint::ui {
namespace {

constexpr int mostTableColumns = 16;

Setting columnsSetting() {
    Setting setting =
        blank({"compare.columns", QT_TRANSLATE_NOOP("Setting", "Settings that are compared")},
              SettingKind::List);
    setting.read = [](const WorkbenchValues& values) {
        QJsonArray list;
        for (const QuantScheme& scheme : values.compare.columns) {
            list.append(schemeToJson(scheme));
        }
        return QJsonValue(list);
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const QJsonArray list = value.toArray();
        if (!value.isArray() || list.size() > CompareState::mostColumns) {
            return refuse(name, "Give a list of at most six settings");
        }
        std::vector<QuantScheme> columns;
        for (const auto& entry : list) {
            const Result<QuantScheme> scheme = schemeFromJson(entry, name);
            if (!scheme) {
                return tl::unexpected(scheme.error());
            }
            columns.push_back(*scheme);
        }
        values.compare.columns = std::move(columns);
        for (int& pin : values.compare.pinned) {
            pin = pin < static_cast<int>(values.compare.columns.size()) ? pin : -1;
        }
        return {};
    };
    return setting;
}

/// Places from 0; null where no column is pinned.
Setting pinnedSetting() {
    Setting setting = blank({"compare.pinned", QT_TRANSLATE_NOOP("Setting", "Pinned as A and B")},
                            SettingKind::List);
    setting.read = [](const WorkbenchValues& values) {
        QJsonArray list;
        for (const int pin : values.compare.pinned) {
            list.append(pin);
        }
        return QJsonValue(list);
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const QJsonArray list = value.toArray();
        const auto columns = static_cast<int>(values.compare.columns.size());
        const int first = list.at(0).toInt(-2);
        const int second = list.at(1).toInt(-2);
        const bool inside = first >= -1 && first < columns && second >= -1 && second < columns;
        if (list.size() != 2 || !inside || (first == second && first >= 0)) {
            return refuse(name, "Give the places of two different columns, -1 for none");
        }
        values.compare.pinned = {first, second};
        return {};
    };
    return setting;
}

Setting valueSetting() {
    Setting setting = blank(
        {"compare.files.value", QT_TRANSLATE_NOOP("Setting", "Value whose codes are counted")},
        SettingKind::Number);
    setting.read = [](const WorkbenchValues& values) {
        const auto& chosen = values.compareView.value;
        return chosen ? numberToJson(*chosen) : QJsonValue();
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const auto chosen = numberFromJson(value);
        if (!value.isNull() && !(chosen && std::isfinite(*chosen))) {
            return refuse(name, "Give a number, or null for a typical one");
        }
        values.compareView.value = chosen;
        return {};
    };
    return setting;
}

}  // namespace

std::vector<Setting> compareSettings() {
    return {
        columnsSetting(),
        pinnedSetting(),
        looks(choiceSetting(
            {"compare.segment", QT_TRANSLATE_NOOP("Setting", "What is compared")},
            {QStringLiteral("settings"), QStringLiteral("files"), QStringLiteral("model")},
            [](auto& v) -> auto& { return v.compareView.segment; })),
        looks(numberSetting(
            {"compare.column", QT_TRANSLATE_NOOP("Setting", "Chosen column")}, 0,
            CompareState::mostColumns - 1, [](auto& v) -> auto& { return v.compareView.column; })),
        looks(flagSetting(
            {"compare.equal_bits", QT_TRANSLATE_NOOP("Setting", "At equal bits per weight")},
            [](auto& v) -> auto& { return v.compareView.equalBits; })),
        looks(choiceSetting(
            {"compare.count_axis", QT_TRANSLATE_NOOP("Setting", "Count axis")},
            {QStringLiteral("linear"), QStringLiteral("log")},
            [](auto& v) -> auto& { return v.compareView.logarithmic; })),
        looks(choiceSetting(
            {"compare.channels", QT_TRANSLATE_NOOP("Setting", "Order of the channels")},
            {QStringLiteral("index"), QStringLiteral("sorted")},
            [](auto& v) -> auto& { return v.compareView.sortedChannels; })),
        looks(textSetting(
            {"compare.files.a", QT_TRANSLATE_NOOP("Setting", "File A")},
            [](auto& v) -> auto& { return v.compareView.fileA; })),
        looks(textSetting(
            {"compare.files.b", QT_TRANSLATE_NOOP("Setting", "File B")},
            [](auto& v) -> auto& { return v.compareView.fileB; })),
        looks(textSetting(
            {"compare.files.map", QT_TRANSLATE_NOOP("Setting", "Own pairs of names")},
            [](auto& v) -> auto& { return v.compareView.mapFile; })),
        looks(textSetting(
            {"compare.files.filter", QT_TRANSLATE_NOOP("Setting", "Filter names")},
            [](auto& v) -> auto& { return v.compareView.filter; })),
        looks(numberSetting(
            {"compare.files.sort", QT_TRANSLATE_NOOP("Setting", "Sorted by")}, 0, mostTableColumns,
            [](auto& v) -> auto& { return v.compareView.sortColumn; })),
        looks(flagSetting(
            {"compare.files.falling", QT_TRANSLATE_NOOP("Setting", "Falling order")},
            [](auto& v) -> auto& { return v.compareView.sortFalling; })),
        looks(forgets(
            textSetting(
                {"compare.files.pair", QT_TRANSLATE_NOOP("Setting", "Chosen tensor")},
                [](auto& v) -> auto& { return v.compareView.pair; }),
            [](auto& v) -> auto& { return v.compareView.value; })),
        looks(valueSetting()),
        looks(numberSetting(
            {"compare.model.sort", QT_TRANSLATE_NOOP("Setting", "Sorted by")}, -1, mostTableColumns,
            [](auto& v) -> auto& { return v.compareView.scanSortColumn; })),
        looks(flagSetting(
            {"compare.model.falling", QT_TRANSLATE_NOOP("Setting", "Falling order")},
            [](auto& v) -> auto& { return v.compareView.scanSortFalling; })),
    };
}

}  // namespace zeropoint::ui
