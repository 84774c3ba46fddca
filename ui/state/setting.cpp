// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/setting.h"

#include <QCoreApplication>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr char context[] = "Setting";

}  // namespace

QString pageOf(const Setting& setting) {
    return setting.name.section(QLatin1Char('.'), 0, 0);
}

QString titleOf(const Setting& setting) {
    return settingText(setting.title);
}

QString settingText(const char* marked) {
    return QCoreApplication::translate(context, marked);
}

QString kindName(SettingKind kind) {
    switch (kind) {
        case SettingKind::Boolean:
            return QStringLiteral("boolean");
        case SettingKind::Choice:
            return QStringLiteral("choice");
        case SettingKind::Integer:
            return QStringLiteral("integer");
        case SettingKind::Number:
            return QStringLiteral("number");
        case SettingKind::Text:
            return QStringLiteral("text");
        case SettingKind::List:
            return QStringLiteral("list");
        case SettingKind::Object:
            return QStringLiteral("object");
    }
    return {};
}

QJsonValue numberToJson(double value) {
    if (std::isnan(value)) {
        return QStringLiteral("nan");
    }
    if (std::isinf(value)) {
        return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    }
    // Qt's JSON keeps whole numbers as integers, which have one zero.
    return value == 0 && std::signbit(value) ? QJsonValue(QStringLiteral("-0")) : QJsonValue(value);
}

std::optional<double> numberFromJson(const QJsonValue& value) {
    if (value.isDouble()) {
        return value.toDouble();
    }
    const QString text = value.toString();
    if (text == QLatin1String("nan")) {
        return std::nan("");
    }
    if (text == QLatin1String("inf") || text == QLatin1String("-inf")) {
        return text.startsWith(QLatin1Char('-')) ? -HUGE_VAL : HUGE_VAL;
    }
    return text == QLatin1String("-0") ? std::optional(-0.0) : std::nullopt;
}

}  // namespace zeropoint::ui
