// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/course_files.h"

#include "ui/state/anchors.h"
#include "ui/state/live_figures.h"
#include "ui/state/settings_catalogue.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace zeropoint::ui {
namespace {

/// A value as JSON text; undefined for what is none.
QJsonValue valueOf(const std::string& json) {
    const QByteArray array = "[" + QByteArray::fromStdString(json) + "]";
    return QJsonDocument::fromJson(array).array().at(0);
}

bool isParameter(const QString& name) {
    return name.startsWith(QLatin1String("calibrate.synthetic.")) &&
           name != QLatin1String("calibrate.synthetic.kind");
}

/// Whether some state takes the value: a distribution's parameter waits for its kind, bits for an
/// integer format.
std::string refusalOf(const std::string& name, const std::string& json) {
    const Setting* setting = SettingsCatalogue::find(QString::fromStdString(name));
    if (setting == nullptr) {
        return "There is no setting '" + name + "'";
    }
    if (json.empty()) {
        return {};
    }
    WorkbenchValues values;
    const QJsonValue value = valueOf(json);
    if (setting->write(values, value)) {
        return {};
    }
    if (isParameter(setting->name)) {
        for (const SyntheticKind& kind : syntheticKinds()) {
            values.synthetic = SyntheticSpec{kind.name.data(), {}};
            if (setting->write(values, value)) {
                return {};
            }
        }
    }
    const auto written = setting->write(values, value);
    return "The setting '" + name + "' does not take " + json +
           (written ? std::string() : ": " + written.error().remedy);
}

}  // namespace

course::CourseFiles shippedCourseFiles() {
    course::CourseFiles files;
    for (const QString& root : {QStringLiteral(":/lessons"), QStringLiteral(":/decks")}) {
        QDirIterator it(root, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly)) {
                const std::string path = file.fileName().mid(2).toStdString();
                files[path] = {file.readAll().toStdString(), path};
            }
        }
    }
    return files;
}

course::WorkbenchNames workbenchNames() {
    return {refusalOf,
            [](const std::string& anchor) {
                return findAnchorNamed(QString::fromStdString(anchor)) != nullptr;
            },
            [](const std::string& figure) {
                return liveFigureNames().contains(QString::fromStdString(figure));
            }};
}

std::string courseLanguage() {
    return QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString();
}

}  // namespace zeropoint::ui
