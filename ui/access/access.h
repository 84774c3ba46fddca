// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/table_content.h"

#include <QAccessible>
#include <QRect>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace zeropoint::ui {

/// One of the things that a widget paints: a bar, a cell, a node.
struct AccessItem {
    QString name;
    QString value;
    QRect rect;  ///< in the widget
    bool current = false;
};

/// What a painted widget is to a machine that reads the screen: a value, items, a table, or
/// several of them. Functions are asked when somebody reads; empty ones have nothing to say.
struct Access {
    QAccessible::Role role = QAccessible::Graphic;
    std::function<QString()> value{};  ///< where it is not QWidget::accessibleDescription()
    std::function<std::vector<AccessItem>()> items{};
    std::function<void(int item)> choose{};  ///< makes an item the current one
    std::function<TableContent()> table{};
};

/// Says it of a widget, in its constructor.
void setAccess(QWidget* widget, Access access);
/// Of a chart with `TableContent table() const`.
template <typename Chart>
void setChartAccess(Chart* chart) {
    setAccess(chart, {.role = QAccessible::Chart, .table = [chart] { return chart->table(); }});
}
/// Null for a widget of which nothing was said.
const Access* accessOf(const QObject* object);

/// Speaks what has come to be seen, by its accessible name: a banner, an answer, the end of a job.
void announce(QWidget* widget);
/// Called for all that is announced, whether a reader listens or not; returns the one before.
using AnnounceHandler = void (*)(const QWidget* widget);
AnnounceHandler installAnnounceHandler(AnnounceHandler handler);
/// The value of a widget is another one now.
void announceValue(QWidget* widget);

}  // namespace zeropoint::ui
