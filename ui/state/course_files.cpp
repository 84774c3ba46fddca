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
#include <QJsonObject>
#include <QLocale>

namespace zeropoint::ui {
namespace {

/// A value as JSON text; undefined for what is none.
QJsonValue valueOf(const std::string& json) {
    const QByteArray array = "[" + QByteArray::fromStdString(json) + "]";
    return QJsonDocument::fromJson(array).array().at(0);
}

/// Written as a step writes them: all together, in the catalogue's order, into fresh values.
std::map<std::string, std::string> refusedOf(const std::vector<course::Setting>& state) {
    WorkbenchValues values;
    values.scheme.format = "uint8";
    values.scheme.symmetric = false;
    values.synthetic = SyntheticSpec{"gamma", {}};
    QJsonObject settings;
    for (const course::Setting& setting : state) {
        settings.insert(QString::fromStdString(setting.name), valueOf(setting.json));
    }
    std::map<std::string, std::string> refused;
    for (const Error& error : SettingsCatalogue::write(values, settings)) {
        refused[error.where] = error.remedy;
    }
    return refused;
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

course::WorkbenchNames workbenchNames(const QStringList& buttons) {
    return {[](const std::string& setting) {
                return SettingsCatalogue::find(QString::fromStdString(setting)) != nullptr;
            },
            refusedOf,
            [buttons](const std::string& anchor) {
                const QString name = QString::fromStdString(anchor);
                return findAnchorNamed(name) != nullptr || buttons.contains(name);
            },
            [](const std::string& figure) {
                return liveFigureNames().contains(QString::fromStdString(figure));
            }};
}

std::string courseLanguage() {
    return QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString();
}

}  // namespace zeropoint::ui
