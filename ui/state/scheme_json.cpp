// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/scheme_json.h"

#include "core/numerics/block_format.h"
#include "core/scheme/scheme_words.h"
#include "ui/state/setting_makers.h"

namespace zeropoint::ui {
namespace {

const QString formatKey = QStringLiteral("scheme.format");

/// The settings of Calibrate that make a scheme, without the format, of which it offers fewer.
const std::vector<Setting>& parts() {
    static const std::vector<Setting> made = [] {
        std::vector<Setting> settings;
        for (Setting& setting : calibrateSettings()) {
            const bool scheme = setting.name.startsWith(QLatin1String("calibrate.scheme.")) ||
                                setting.name.startsWith(QLatin1String("calibrate.range."));
            setting.name = setting.name.section(QLatin1Char('.'), 1);
            if (scheme && !setting.derived && setting.name != formatKey) {
                settings.push_back(std::move(setting));
            }
        }
        settings.push_back(wordSetting(
            {"scheme.scale_rule", QT_TRANSLATE_NOOP("Setting", "Rule of the scale")},
            scaleRuleWords, [](auto& v) -> auto& { return v.scheme.scaleRule; }));
        return settings;
    }();
    return made;
}

bool isFormat(const std::string& id) {
    const BlockFormat* block = findBlockFormat(id);
    return findNumberFormat(id) != nullptr || (block != nullptr && block->quantizes());
}

WorkbenchValues valuesOf(const QuantScheme& scheme) {
    WorkbenchValues values;
    values.scheme = scheme;
    return values;
}

}  // namespace

QJsonObject schemeToJson(const QuantScheme& scheme) {
    const WorkbenchValues values = valuesOf(scheme);
    const WorkbenchValues fresh = valuesOf({});
    QJsonObject object{{formatKey, QString::fromStdString(scheme.format)}};
    for (const Setting& part : parts()) {
        const QJsonValue value = part.read(values);
        if (!value.isNull() && value != part.read(fresh)) {
            object.insert(part.name, value);
        }
    }
    return object;
}

Result<QuantScheme> schemeFromJson(const QJsonValue& value, const QString& where) {
    const QJsonObject object = value.toObject();
    WorkbenchValues values = valuesOf({});
    // The zero point renames an integer format: the format comes behind it.
    qsizetype taken = object.contains(formatKey) ? 1 : 0;
    for (const Setting& part : parts()) {
        if (!object.contains(part.name)) {
            continue;
        }
        ++taken;
        if (const auto written = part.write(values, object[part.name]); !written) {
            return refuse(where, part.name.toStdString() + ": " + written.error().remedy);
        }
    }
    values.scheme.format = object[formatKey].toString().toStdString();
    if (!value.isObject() || taken != object.size() || !isFormat(values.scheme.format)) {
        return refuse(where, "Give objects with scheme.format and other settings of a scheme");
    }
    return values.scheme;
}

}  // namespace zeropoint::ui
