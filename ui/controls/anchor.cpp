// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/anchor.h"

#include "ui/text/setting_tips.h"

#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr char property[] = "anchor";
constexpr char changedProperty[] = "changes";

}  // namespace

void setAnchor(QWidget* widget, const QString& name) {
    widget->setProperty(property, name);
    if (widget->toolTip().isEmpty()) {
        widget->setToolTip(settingTip(name));
    }
}

QString anchorOf(const QWidget* widget) {
    return widget->property(property).toString();
}

void setChangedSetting(QWidget* widget, const QString& name) {
    widget->setProperty(changedProperty, name);
}

QString changedSettingOf(const QWidget* widget) {
    return widget->property(changedProperty).toString();
}

QWidget* findAnchor(QWidget* root, const QString& name) {
    const QList<QWidget*> widgets = root->findChildren<QWidget*>();
    const auto found = std::find_if(widgets.begin(), widgets.end(), [&](const QWidget* widget) {
        return anchorOf(widget) == name;
    });
    return found == widgets.end() ? nullptr : *found;
}

}  // namespace zeropoint::ui
