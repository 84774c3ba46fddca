// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/accessible_part.h"

#include "ui/access/accessible_node.h"

#include <QLocale>
#include <QWidget>

namespace zeropoint::ui {

bool AccessiblePart::isValid() const {
    return m_node->isValid();
}

QAccessibleInterface* AccessiblePart::parent() const {
    return m_node;
}

QString AccessibleItem::text(QAccessible::Text kind) const {
    const std::vector<AccessItem> items = m_node->items();
    const auto index = static_cast<std::size_t>(m_index);
    if (index >= items.size()) {
        return {};
    }
    return kind == QAccessible::Name    ? items[index].name
           : kind == QAccessible::Value ? items[index].value
                                        : QString();
}

QRect AccessibleItem::rect() const {
    const std::vector<AccessItem> items = m_node->items();
    const auto index = static_cast<std::size_t>(m_index);
    return index < items.size() ? items[index].rect.translated(m_node->rect().topLeft()) : QRect();
}

QAccessible::State AccessibleItem::state() const {
    const std::vector<AccessItem> items = m_node->items();
    const auto index = static_cast<std::size_t>(m_index);
    QAccessible::State state;
    state.selectable = accessOf(m_node->object())->choose != nullptr;
    state.focusable = state.selectable;
    state.selected = index < items.size() && items[index].current;
    state.focused = state.selected && m_node->state().focused;
    state.invisible = m_node->state().invisible;
    return state;
}

void* AccessibleItem::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::ActionInterface && state().selectable
               ? static_cast<QAccessibleActionInterface*>(this)
               : nullptr;
}

void AccessibleItem::doAction(const QString& action) {
    if (action == pressAction()) {
        m_node->choose(m_index);
    }
}

QString AccessibleCell::text(QAccessible::Text kind) const {
    const TableContent table = m_node->table();
    if (kind != QAccessible::Name || m_index >= table.rows.size()) {
        return {};
    }
    const QVariant cell = table.rows[m_index].value(m_column);
    return cell.typeId() == QMetaType::Double ? QLocale().toString(cell.toDouble(), 'g', 6)
                                              : cell.toString();
}

QRect AccessibleCell::rect() const {
    return m_node->rect();
}

QAccessible::State AccessibleCell::state() const {
    QAccessible::State state;
    state.readOnly = true;
    state.invisible = m_node->state().invisible;
    return state;
}

void* AccessibleCell::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::TableCellInterface
               ? static_cast<QAccessibleTableCellInterface*>(this)
               : nullptr;
}

}  // namespace zeropoint::ui
