// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace zeropoint::ui {

struct WorkbenchValues;

enum class SettingKind {
    Boolean,
    Choice,   ///< one of `choices`
    Integer,  ///< within `least` and `most`
    Number,   ///< within `least` and `most`; what JSON lacks is "nan", "inf", "-inf" or "-0"
    Text,
    List,    ///< of texts
    Object,  ///< a structure with a format of its own
};

/// One thing that can be set in the workbench, by a name that never changes and is never
/// translated. It is a lens on WorkbenchValues: reading and writing are pure, and
/// SettingsCatalogue makes a command of them.
struct Setting {
    QString name;  ///< "calibrate.scheme.bits": its page first
    SettingKind kind = SettingKind::Text;
    const char* title = "";  ///< English; titleOf() translates
    QStringList choices;
    std::optional<double> least;
    std::optional<double> most;
    /// What is looked at: changing it is no step of undo.
    bool looks = false;
    /// Others say the same together: sessions leave it out.
    bool derived = false;
    /// Null where it does not apply now ("calibrate.scheme.bits" of a float format).
    std::function<QJsonValue(const WorkbenchValues&)> read;
    /// InvalidArgument with the setting's name as `where` for a value that it does not take; the
    /// values then stay as they are.
    std::function<Result<void>(WorkbenchValues&, const QJsonValue&)> write;
};

QString pageOf(const Setting& setting);
QString titleOf(const Setting& setting);
/// Translates what QT_TRANSLATE_NOOP("Setting", ...) marks, where lupdate reads it: the catalogue
/// is made once, and its words follow the language.
QString settingText(const char* marked);
QString kindName(SettingKind kind);  ///< "boolean", "choice", ...

/// Doubles in JSON and back, with the values that JSON lacks as texts.
QJsonValue numberToJson(double value);
std::optional<double> numberFromJson(const QJsonValue& value);

// The settings of each page, in the order in which a session writes them back: what others depend
// on first.
std::vector<Setting> windowSettings();
std::vector<Setting> numbersSettings();
std::vector<Setting> calibrateSettings();
std::vector<Setting> compareSettings();
std::vector<Setting> trainSettings();
std::vector<Setting> tradeOffSettings();
std::vector<Setting> learnSettings();
std::vector<Setting> interviewSettings();
std::vector<Setting> memorySettings();

}  // namespace zeropoint::ui
