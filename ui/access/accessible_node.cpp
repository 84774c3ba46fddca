// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/accessible_node.h"

#include "ui/access/accessible_part.h"

#include <QAbstractButton>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int mostColumns = 1024;  ///< of a table, to number its cells

}  // namespace

AccessibleNode::AccessibleNode(QWidget* widget, const Access& access)
    : QAccessibleWidget(widget, access.role), m_access(access) {}

AccessibleNode::~AccessibleNode() {
    for (const auto& [key, id] : m_parts) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

std::vector<AccessItem> AccessibleNode::items() const {
    return m_access.items ? m_access.items() : std::vector<AccessItem>();
}

TableContent AccessibleNode::table() const {
    return m_access.table ? m_access.table() : TableContent();
}

void AccessibleNode::choose(int item) {
    if (m_access.choose) {
        m_access.choose(item);
    }
}

/// Buttons that are painted keep what buttons are.
QAccessible::State AccessibleNode::state() const {
    QAccessible::State state = QAccessibleWidget::state();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget())) {
        state.checkable = button->isCheckable();
        state.checked = button->isChecked();
    }
    return state;
}

QString AccessibleNode::text(QAccessible::Text kind) const {
    if (kind == QAccessible::Value) {
        return m_access.value ? m_access.value() : widget()->accessibleDescription();
    }
    const QString said = QAccessibleWidget::text(kind);
    if (!said.isEmpty() || kind != QAccessible::Name) {
        return said;
    }
    const auto* button = qobject_cast<const QAbstractButton*>(widget());
    return button != nullptr ? button->text() : text(QAccessible::Value);
}

void* AccessibleNode::interface_cast(QAccessible::InterfaceType type) {
    if (type == QAccessible::TableInterface) {
        return m_access.table ? static_cast<QAccessibleTableInterface*>(this) : nullptr;
    }
    return QAccessibleWidget::interface_cast(type);
}

QStringList AccessibleNode::actionNames() const {
    QStringList names = QAccessibleWidget::actionNames();
    if (qobject_cast<const QAbstractButton*>(widget()) != nullptr && widget()->isEnabled()) {
        names.prepend(pressAction());
    }
    return names;
}

void AccessibleNode::doAction(const QString& action) {
    auto* button = qobject_cast<QAbstractButton*>(widget());
    if (button != nullptr && action == pressAction()) {
        button->click();
    } else {
        QAccessibleWidget::doAction(action);
    }
}

QAccessibleInterface* AccessibleNode::made(
    int key, const std::function<QAccessibleInterface*()>& make) const {
    const auto known = m_parts.find(key);
    if (known != m_parts.end()) {
        return QAccessible::accessibleInterface(known->second);
    }
    QAccessibleInterface* part = make();
    m_parts[key] = QAccessible::registerAccessibleInterface(part);
    return part;
}

int AccessibleNode::childCount() const {
    return QAccessibleWidget::childCount() + static_cast<int>(items().size()) +
           rowCount() * columnCount();
}

QAccessibleInterface* AccessibleNode::child(int index) const {
    const int widgets = QAccessibleWidget::childCount();
    if (index < widgets) {
        return QAccessibleWidget::child(index);
    }
    const int item = index - widgets;
    const auto count = static_cast<int>(items().size());
    auto* self = const_cast<AccessibleNode*>(this);
    if (item < count) {
        return made(item, [self, item] { return new AccessibleItem(self, item); });
    }
    const int columns = columnCount();
    return columns > 0 ? cellAt((item - count) / columns, (item - count) % columns) : nullptr;
}

int AccessibleNode::indexOfChild(const QAccessibleInterface* child) const {
    const int widgets = QAccessibleWidget::childCount();
    for (const auto& [key, id] : m_parts) {
        if (QAccessible::accessibleInterface(id) == child) {
            const int cell = -key - 1;
            return key >= 0 ? widgets + key
                            : widgets + static_cast<int>(items().size()) +
                                  cell / mostColumns * columnCount() + cell % mostColumns;
        }
    }
    return QAccessibleWidget::indexOfChild(child);
}

QAccessibleInterface* AccessibleNode::childAt(int x, int y) const {
    const std::vector<AccessItem> all = items();
    const QPoint at = QPoint(x, y) - rect().topLeft();
    const auto found =
        std::ranges::find_if(all, [at](const AccessItem& item) { return item.rect.contains(at); });
    return found == all.end()
               ? QAccessibleWidget::childAt(x, y)
               : child(QAccessibleWidget::childCount() + static_cast<int>(found - all.begin()));
}

QAccessibleInterface* AccessibleNode::focusChild() const {
    const std::vector<AccessItem> all = items();
    const auto found = std::ranges::find_if(all, &AccessItem::current);
    return found == all.end() || !widget()->hasFocus()
               ? QAccessibleWidget::focusChild()
               : child(QAccessibleWidget::childCount() + static_cast<int>(found - all.begin()));
}

QAccessibleInterface* AccessibleNode::cellAt(int row, int column) const {
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount()) {
        return nullptr;
    }
    auto* self = const_cast<AccessibleNode*>(this);
    return made(-1 - (row * mostColumns + column),
                [=] { return new AccessibleCell(self, row, column); });
}

QString AccessibleNode::columnDescription(int column) const {
    return table().columns.value(column);
}

int AccessibleNode::columnCount() const {
    return m_access.table ? std::min(static_cast<int>(table().columns.size()), mostColumns) : 0;
}

int AccessibleNode::rowCount() const {
    return m_access.table ? static_cast<int>(table().rows.size()) : 0;
}

}  // namespace zeropoint::ui
