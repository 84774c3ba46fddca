// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/word.h"
#include "ui/state/setting.h"
#include "ui/state/workbench_values.h"

#include <QJsonArray>

#include <cmath>
#include <string>
#include <type_traits>
#include <utility>

namespace zeropoint::ui {

/// Makers of settings. A `lens` takes WorkbenchValues, const or not, and returns a reference into
/// them, so that one line says what is read and what is written.

struct Named {
    const char* name;
    const char* title;
};

inline Setting blank(const Named& named, SettingKind kind) {
    Setting setting;
    setting.name = QString::fromLatin1(named.name);
    setting.title = named.title;
    setting.kind = kind;
    return setting;
}

inline tl::unexpected<Error> refuse(const QString& name, std::string remedy) {
    return fail(ErrorCode::InvalidArgument, "The setting does not take this value",
                name.toStdString(), std::move(remedy));
}

template <typename Lens>
Setting flagSetting(const Named& named, Lens lens) {
    Setting setting = blank(named, SettingKind::Boolean);
    setting.read = [lens](const WorkbenchValues& values) { return QJsonValue(bool(lens(values))); };
    setting.write = [lens, name = setting.name](WorkbenchValues& values,
                                                const QJsonValue& value) -> Result<void> {
        if (!value.isBool()) {
            return refuse(name, "Give true or false");
        }
        lens(values) = value.toBool();
        return {};
    };
    return setting;
}

/// The words stand for 0, 1, 2 ... of an integer, a bool or an enum.
template <typename Lens>
Setting choiceSetting(const Named& named, const QStringList& words, Lens lens) {
    Setting setting = blank(named, SettingKind::Choice);
    setting.choices = words;
    setting.read = [lens, words](const WorkbenchValues& values) {
        const auto index = static_cast<qsizetype>(lens(values));
        return index >= 0 && index < words.size() ? QJsonValue(words[index]) : QJsonValue();
    };
    setting.write = [lens, words, name = setting.name](WorkbenchValues& values,
                                                       const QJsonValue& value) -> Result<void> {
        const qsizetype index = value.isString() ? words.indexOf(value.toString()) : -1;
        if (index < 0) {
            return refuse(name, "Give one of " + words.join(QStringLiteral(", ")).toStdString());
        }
        using Field = std::remove_reference_t<decltype(lens(values))>;
        lens(values) = static_cast<Field>(index);
        return {};
    };
    return setting;
}

template <typename Value, std::size_t Size, typename Lens>
Setting wordSetting(const Named& named, const Word<Value> (&words)[Size], Lens lens) {
    Setting setting = blank(named, SettingKind::Choice);
    for (const Word<Value>& word : words) {
        setting.choices << QString::fromUtf8(word.text.data(), qsizetype(word.text.size()));
    }
    setting.read = [lens, &words](const WorkbenchValues& values) {
        const std::string_view text = wordOf(words, Value(lens(values)));
        return QJsonValue(QString::fromUtf8(text.data(), qsizetype(text.size())));
    };
    setting.write = [lens, &words, name = setting.name](WorkbenchValues& values,
                                                        const QJsonValue& value) -> Result<void> {
        const auto found = valueOf(words, value.toString().toStdString());
        if (!value.isString() || !found) {
            return refuse(name, giveOneOf(words));
        }
        lens(values) = *found;
        return {};
    };
    return setting;
}

/// A choice among ids that are kept as texts.
template <typename Lens>
Setting idSetting(const Named& named, const QStringList& ids, Lens lens) {
    Setting setting = blank(named, SettingKind::Choice);
    setting.choices = ids;
    setting.read = [lens](const WorkbenchValues& values) {
        if constexpr (std::is_same_v<std::decay_t<decltype(lens(values))>, QString>) {
            return QJsonValue(lens(values));
        } else {
            return QJsonValue(QString::fromStdString(lens(values)));
        }
    };
    setting.write = [lens, ids, name = setting.name](WorkbenchValues& values,
                                                     const QJsonValue& value) -> Result<void> {
        if (!value.isString() || !ids.contains(value.toString())) {
            return refuse(name, "Give one of " + ids.join(QStringLiteral(", ")).toStdString());
        }
        if constexpr (std::is_same_v<std::decay_t<decltype(lens(values))>, QString>) {
            lens(values) = value.toString();
        } else {
            lens(values) = value.toString().toStdString();
        }
        return {};
    };
    return setting;
}

template <typename Lens>
Setting numberSetting(const Named& named, double least, double most, Lens lens) {
    using Field = std::decay_t<decltype(lens(std::declval<WorkbenchValues&>()))>;
    constexpr bool whole = std::is_integral_v<Field>;
    Setting setting = blank(named, whole ? SettingKind::Integer : SettingKind::Number);
    setting.least = least;
    setting.most = most;
    setting.read = [lens](const WorkbenchValues& values) {
        return numberToJson(static_cast<double>(lens(values)));
    };
    setting.write = [lens, least, most, name = setting.name](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        const std::optional<double> number = numberFromJson(value);
        // Written so that NaN, which no bound holds, is refused where there are bounds.
        const bool bounded = std::isfinite(least) || std::isfinite(most);
        if (!number || (bounded && !(*number >= least && *number <= most)) ||
            (whole && *number != std::floor(*number))) {
            return refuse(name, std::string(whole ? "Give a whole number" : "Give a number") +
                                    " from " + QString::number(least).toStdString() + " to " +
                                    QString::number(most).toStdString());
        }
        lens(values) = static_cast<Field>(*number);
        return {};
    };
    return setting;
}

template <typename Lens>
Setting textSetting(const Named& named, Lens lens) {
    Setting setting = blank(named, SettingKind::Text);
    setting.read = [lens](const WorkbenchValues& values) { return QJsonValue(lens(values)); };
    setting.write = [lens, name = setting.name](WorkbenchValues& values,
                                                const QJsonValue& value) -> Result<void> {
        if (!value.isString()) {
            return refuse(name, "Give a text");
        }
        lens(values) = value.toString();
        return {};
    };
    return setting;
}

/// `taken`: whether an entry may be in the list.
template <typename Lens>
Setting listSetting(const Named& named, Lens lens, bool (*taken)(const QString&) = nullptr) {
    Setting setting = blank(named, SettingKind::List);
    setting.read = [lens](const WorkbenchValues& values) {
        return QJsonValue(QJsonArray::fromStringList(lens(values)));
    };
    setting.write = [lens, taken, name = setting.name](WorkbenchValues& values,
                                                       const QJsonValue& value) -> Result<void> {
        QStringList list;
        for (const auto& entry : value.toArray()) {
            if (!entry.isString() || (taken != nullptr && !taken(entry.toString()))) {
                return refuse(name, "Give a list of its names");
            }
            list << entry.toString();
        }
        if (!value.isArray()) {
            return refuse(name, "Give a list");
        }
        lens(values) = list;
        return {};
    };
    return setting;
}

/// [low, high]
inline QJsonValue rangeToJson(const AxisRange& range) {
    return QJsonArray{numberToJson(range.low), numberToJson(range.high)};
}

/// Nothing for what is not two rising finite numbers.
inline std::optional<AxisRange> rangeFromJson(const QJsonValue& value) {
    const QJsonArray ends = value.toArray();
    const auto low = numberFromJson(ends.at(0));
    const auto high = numberFromJson(ends.at(1));
    const bool rises = ends.size() == 2 && low && high && *low < *high;
    return rises && std::isfinite(*low) && std::isfinite(*high)
               ? std::optional(AxisRange{*low, *high})
               : std::nullopt;
}

/// Another value of the setting takes back what the lens refers to: it was about the value before.
template <typename Lens>
Setting forgets(Setting setting, Lens lens) {
    setting.write = [plain = setting.write, read = setting.read, lens](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        const QJsonValue before = read(values);
        Result<void> written = plain(values, value);
        if (read(values) != before) {
            lens(values) = {};
        }
        return written;
    };
    return setting;
}

inline Setting looks(Setting setting) {
    setting.looks = true;
    return setting;
}

inline Setting derived(Setting setting) {
    setting.derived = true;
    return setting;
}

}  // namespace zeropoint::ui
