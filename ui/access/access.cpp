// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/access.h"

#include "ui/access/accessible_node.h"

#include <QWidget>

#include <utility>

namespace zeropoint::ui {
namespace {

AnnounceHandler g_handler = nullptr;

/// Keeps what was said of its parent.
class AccessHolder : public QObject {
public:
    AccessHolder(QObject* parent, Access access) : QObject(parent), said(std::move(access)) {
        setObjectName(QStringLiteral("access"));
    }
    Access said;
};

AccessHolder* holderOf(const QObject* object) {
    for (QObject* child : object->children()) {
        if (auto* holder = dynamic_cast<AccessHolder*>(child)) {
            return holder;
        }
    }
    return nullptr;
}

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    const Access* access = widget != nullptr ? accessOf(widget) : nullptr;
    return access != nullptr ? new AccessibleNode(widget, *access) : nullptr;
}

}  // namespace

void setAccess(QWidget* widget, Access access) {
    static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(installed)
    if (AccessHolder* holder = holderOf(widget)) {
        holder->said = std::move(access);
        return;
    }
    auto* holder = new AccessHolder(widget, std::move(access));
    // A name that is set before makes Qt resolve and keep its own interface; and its factory is
    // asked before ours for a class that it takes for its own.
    QAccessibleInterface* made = QAccessible::queryAccessibleInterface(widget);
    if (dynamic_cast<AccessibleNode*>(made) == nullptr) {
        if (made != nullptr) {
            QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(made));
        }
        QAccessible::registerAccessibleInterface(new AccessibleNode(widget, holder->said));
    }
}

const Access* accessOf(const QObject* object) {
    const AccessHolder* holder = holderOf(object);
    return holder != nullptr ? &holder->said : nullptr;
}

AnnounceHandler installAnnounceHandler(AnnounceHandler handler) {
    return std::exchange(g_handler, handler);
}

void announce(QWidget* widget) {
    if (g_handler != nullptr) {
        g_handler(widget);
    }
    QAccessibleEvent alert(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void announceValue(QWidget* widget) {
    if (QAccessible::isActive()) {
        const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        QAccessibleValueChangeEvent event(
            widget, interface != nullptr ? interface->text(QAccessible::Value) : QString());
        QAccessible::updateAccessibility(&event);
    }
}

}  // namespace zeropoint::ui
