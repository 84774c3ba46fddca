// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QString>

#include <utility>
#include <vector>

namespace zeropoint::ui {

/// A place in the window that can be pointed at, by the name of the setting it shows, with what has
/// to be looked at for it to be seen. Needs no window.
struct Anchor {
    QString name;
    QString page;
    std::vector<std::pair<QString, QJsonValue>> bring;  ///< settings that open its tab
};

const std::vector<Anchor>& anchors();
/// What has to be looked at for a place to be seen, be it of a setting or a button's action.
std::vector<std::pair<QString, QJsonValue>> bringOf(const QString& name);
/// Null for a name that there is not.
const Anchor* findAnchorNamed(const QString& name);
/// [{"name", "page", "title", "bring": {setting: value}}].
QJsonArray describeAnchors();

}  // namespace zeropoint::ui
