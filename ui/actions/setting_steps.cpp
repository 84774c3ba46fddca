// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/setting_steps.h"

#include "ui/state/settings_catalogue.h"
#include "ui/text/numbers.h"
#include "ui/text/setting_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

class SettingSteps {
    Q_DECLARE_TR_FUNCTIONS(SettingSteps)
};

constexpr int mostRefused = 16;      ///< values that are passed over: bits from 8 to 16 are few
constexpr double smallRange = 1000;  ///< of which a step is the hundredth part
constexpr int stepsInRange = 100;
constexpr double wholeSteps = 100;  ///< whole numbers above move by their leading digits

/// One step of a number of this size.
double stepOf(const Setting& setting, double value) {
    const double size = std::abs(value);
    const double leading = std::pow(10, std::floor(std::log10(std::max(size, 1e-6))) - 1);
    if (setting.kind == SettingKind::Integer) {
        return size < wholeSteps ? 1 : std::max(1.0, std::round(leading));
    }
    const double range = setting.least && setting.most ? *setting.most - *setting.least : HUGE_VAL;
    return range <= smallRange ? range / stepsInRange : size > 0 ? leading : 0.1;
}

/// The candidate behind `value`; null: there is none.
QJsonValue behind(const Setting& setting, const QJsonValue& value, int step) {
    switch (setting.kind) {
        case SettingKind::Boolean:
            return !value.toBool();
        case SettingKind::Choice: {
            const auto index = setting.choices.indexOf(value.toString()) + step;
            return index >= 0 && index < setting.choices.size() ? QJsonValue(setting.choices[index])
                                                                : QJsonValue();
        }
        case SettingKind::Integer:
        case SettingKind::Number: {
            const auto number = numberFromJson(value);
            if (!number || !std::isfinite(*number)) {
                return {};
            }
            const double next =
                std::clamp(*number + step * stepOf(setting, *number),
                           setting.least.value_or(-HUGE_VAL), setting.most.value_or(HUGE_VAL));
            return next == *number ? QJsonValue() : numberToJson(next);
        }
        default:
            return {};
    }
}

}  // namespace

QString valueText(const Setting& setting, const QJsonValue& value) {
    if (value.isNull() || value.isUndefined()) {
        return {};
    }
    switch (setting.kind) {
        case SettingKind::Boolean:
            return value.toBool() ? SettingSteps::tr("on") : SettingSteps::tr("off");
        case SettingKind::Choice:
            return choiceWords(value.toString());
        case SettingKind::Integer:
        case SettingKind::Number: {
            const auto number = numberFromJson(value);
            return number ? formatNumber(*number, 6) : value.toString();
        }
        case SettingKind::Text:
            return value.toString();
        default:
            return {};
    }
}

bool hasSteps(const Setting& setting) {
    return setting.kind == SettingKind::Boolean || setting.kind == SettingKind::Choice ||
           setting.kind == SettingKind::Integer || setting.kind == SettingKind::Number;
}

void stepSetting(SettingsCatalogue& settings, const Setting& setting, int step) {
    QJsonValue value = settings.value(setting.name);
    for (int refused = 0; refused < mostRefused; ++refused) {
        value = behind(setting, value, step);
        if (value.isNull() || settings.set(setting.name, value)) {
            return;
        }
    }
}

}  // namespace zeropoint::ui
