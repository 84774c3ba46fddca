// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/scheme_json.h"

#include "ui/state/setting_makers.h"

namespace zeropoint::ui {
namespace {

const QString formatKey = QStringLiteral("scheme.format");

/// The settings of Calibrate that make a scheme, in the order in which they are written.
const std::vector<Setting>& parts() {
    static const std::vector<Setting> made = [] {
        std::vector<Setting> settings;
        for (Setting& setting : calibrateSettings()) {
            const bool scheme = setting.name.startsWith(QLatin1String("calibrate.scheme.")) ||
                                setting.name.startsWith(QLatin1String("calibrate.range."));
            setting.name = setting.name.section(QLatin1Char('.'), 1);
            if (scheme && !setting.derived && !setting.looks) {
                settings.push_back(std::move(setting));
            }
        }
        return settings;
    }();
    return made;
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
    QJsonObject object;
    for (const Setting& part : parts()) {
        const QJsonValue value = part.read(values);
        if (!value.isNull() && (value != part.read(fresh) || part.name == formatKey)) {
            object.insert(part.name, value);
        }
    }
    return object;
}

Result<QuantScheme> schemeFromJson(const QJsonValue& value, const QString& where) {
    const QJsonObject object = value.toObject();
    WorkbenchValues values = valuesOf({});
    qsizetype taken = 0;
    for (const Setting& part : parts()) {
        if (!object.contains(part.name)) {
            continue;
        }
        ++taken;
        if (const auto written = part.write(values, object[part.name]); !written) {
            return refuse(where, part.name.toStdString() + ": " + written.error().remedy);
        }
    }
    if (!object.contains(formatKey) || taken != object.size()) {
        return refuse(where, "Give objects with scheme.format and other settings of a scheme");
    }
    return values.scheme;
}

}  // namespace zeropoint::ui
