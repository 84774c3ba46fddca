// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/step_names.h"

#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench_values.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

struct Difference {
    QStringList settings;  ///< that undo is about
    const Setting* first = nullptr;
};

/// Settings of a page that read differently: one that others say too only where it is the simpler
/// one ("bits" rather than "format").
Difference difference(const QString& page, const WorkbenchValues& before,
                      const WorkbenchValues& after) {
    Difference found;
    for (const Setting& setting : SettingsCatalogue::all()) {
        if (setting.looks || pageOf(setting) != page ||
            setting.read(before) == setting.read(after)) {
            continue;
        }
        found.settings << setting.name;
        const bool plain = setting.kind != SettingKind::Object;
        if (found.first == nullptr ||
            (plain && (setting.derived || found.first->kind == SettingKind::Object) &&
             !found.first->derived)) {
            found.first = &setting;
        }
    }
    return found;
}

StepName nameOf(const QString& page, const Difference& difference, const char* otherwise) {
    // Together they are what merges: never two different settings.
    return {page, difference.settings.join(QLatin1Char(' ')),
            difference.first != nullptr ? titleOf(*difference.first) : settingText(otherwise)};
}

}  // namespace

StepName stepOf(const QString& setting) {
    const Setting* found = SettingsCatalogue::find(setting);
    return {setting.section(QLatin1Char('.'), 0, 0), setting,
            found != nullptr ? titleOf(*found) : setting};
}

StepName schemeStep(const QuantScheme& before, const QuantScheme& after) {
    WorkbenchValues a;
    WorkbenchValues b;
    a.scheme = before;
    b.scheme = after;
    const QString page = QStringLiteral("calibrate");
    return nameOf(page, difference(page, a, b), QT_TRANSLATE_NOOP("Setting", "Scheme"));
}

StepName rangeStep(bool lowMoved, bool highMoved) {
    if (lowMoved != highMoved) {
        return stepOf(lowMoved ? QStringLiteral("calibrate.range.low")
                               : QStringLiteral("calibrate.range.high"));
    }
    StepName both = stepOf(QStringLiteral("calibrate.range.method"));
    both.setting = QStringLiteral("calibrate.range.ends");
    return both;
}

StepName drawStep(const Origin& before, const Origin& after) {
    WorkbenchValues a;
    WorkbenchValues b;
    if (const auto* spec = std::get_if<SyntheticSpec>(&before)) {
        a.synthetic = *spec;
    }
    b.synthetic = std::get<SyntheticSpec>(after);
    if (!a.synthetic || a.synthetic->kind != b.synthetic->kind) {
        return stepOf(QStringLiteral("calibrate.synthetic.kind"));
    }
    const QString page = QStringLiteral("calibrate");
    return nameOf(page, difference(page, a, b),
                  QT_TRANSLATE_NOOP("Setting", "Parameter of the distribution"));
}

StepName nextRunStep(const NextRun& before, const NextRun& after) {
    WorkbenchValues a;
    WorkbenchValues b;
    a.next = before;
    b.next = after;
    const QString page = QStringLiteral("train");
    Difference found = difference(page, a, b);
    // A task and a method bring settings of their own along: these name the step.
    for (const char* lead : {"train.next.method", "train.next.task"}) {
        if (found.settings.contains(QLatin1String(lead))) {
            found.first = SettingsCatalogue::find(QString::fromLatin1(lead));
        }
    }
    return nameOf(page, found, QT_TRANSLATE_NOOP("Setting", "The next run"));
}

std::optional<StepName> numberStep(const NumberState& before, const NumberState& after) {
    WorkbenchValues a;
    WorkbenchValues b;
    a.number = before;
    b.number = after;
    const QString page = QStringLiteral("numbers");
    Difference found = difference(page, a, b);
    if (found.settings.isEmpty()) {
        return std::nullopt;
    }
    StepName name = nameOf(page, found, QT_TRANSLATE_NOOP("Setting", "Value"));
    // Typed bits and typed values are one number that is typed.
    if (found.settings.removeAll(QStringLiteral("numbers.code")) > 0 &&
        found.settings.size() <= 1) {
        name.setting = QStringLiteral("numbers.value");
    }
    return name;
}

}  // namespace zeropoint::ui
