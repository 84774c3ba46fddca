// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/setting.h"
#include "ui/state/workbench_values.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <map>

namespace zeropoint::ui {

class Workbench;

/// Every setting of the workbench by its name: sessions, lessons, palette, undo and the widgets
/// themselves read and write through it. A widget that shows a setting carries its name as the
/// dynamic property `anchor` (ui/controls/anchor.h).
class SettingsCatalogue : public QObject {
    Q_OBJECT

public:
    explicit SettingsCatalogue(Workbench& bench);
    ~SettingsCatalogue() override;

    /// In the order in which a session writes them back. Needs neither window nor workbench.
    static const std::vector<Setting>& all();
    /// Null for a name that there is not.
    static const Setting* find(const QString& name);
    /// [{"name", "kind", "page", "title", "choices" | "least" and "most", "undo", "session"}].
    static QJsonArray describe();

    /// Null for a name that there is not, and while the setting does not apply.
    QJsonValue value(const QString& name) const;
    /// As one command: a step of undo unless the setting only says what is looked at. NotFound for
    /// a name that there is not; else as Setting::write.
    Result<void> set(const QString& name, const QJsonValue& value, int gesture = 0);
    /// What a session keeps.
    QJsonObject values() const;
    /// As set() for many into `values`, in the catalogue's order, so that what depends on another
    /// is written behind it. What does not work is left out and told.
    static std::vector<Error> write(WorkbenchValues& values, const QJsonObject& settings);

signals:
    /// Also for a setting that now applies or does not.
    void changed(const QString& name);

private:
    void watch();
    void compare(const QString& page);

    Workbench& m_bench;
    /// As the listeners know them, by page: another page's signal may still be on its way.
    std::map<QString, WorkbenchValues> m_told;
};

}  // namespace zeropoint::ui
