// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/bit_row_accessible.h"

#include "ui/controls/bit_row.h"

#include <QAccessibleWidget>

#include <map>

namespace zeropoint::ui {
namespace {

class AccessibleBit : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleBit(BitRow* row, int bit) : m_row(row), m_bit(bit) {}

    bool isValid() const override { return m_row && m_bit < m_row->bitCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_row);
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::CheckBox; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override {
        if (!isValid()) {
            return {};
        }
        const QString value = m_row->bit(m_bit) ? QStringLiteral("1") : QStringLiteral("0");
        switch (kind) {
            case QAccessible::Name:
                return m_row->bitName(m_bit) + QStringLiteral(", ") + value;
            case QAccessible::Value:
                return value;
            default:
                return {};
        }
    }

    QRect rect() const override {
        if (!isValid()) {
            return {};
        }
        const QRect cell = m_row->cellRect(m_bit);
        return {m_row->mapToGlobal(cell.topLeft()), cell.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        state.checkable = true;
        state.focusable = true;
        state.checked = isValid() && m_row->bit(m_bit);
        state.focused = isValid() && m_row->hasFocus() && m_row->currentBit() == m_bit;
        state.invisible = !isValid() || !m_row->isVisible();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }

    QStringList actionNames() const override { return {toggleAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override {
        if (!isValid()) {
            return;
        }
        if (name == toggleAction()) {
            m_row->toggle(m_bit);
        } else if (name == setFocusAction()) {
            m_row->setFocus();
            m_row->setCurrentBit(m_bit);
        }
    }

private:
    BitRow* m_row;
    int m_bit;
};

class AccessibleBitRow : public QAccessibleWidget {
public:
    explicit AccessibleBitRow(BitRow* row)
        : QAccessibleWidget(row, QAccessible::List), m_row(row) {}

    ~AccessibleBitRow() override {
        for (const auto& [bit, id] : m_bits) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return m_row->bitCount(); }

    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        const auto known = m_bits.find(index);
        if (known != m_bits.end()) {
            return QAccessible::accessibleInterface(known->second);
        }
        auto* bit = new AccessibleBit(m_row, index);
        m_bits[index] = QAccessible::registerAccessibleInterface(bit);
        return bit;
    }

    int indexOfChild(const QAccessibleInterface* child) const override {
        for (const auto& [bit, id] : m_bits) {
            if (QAccessible::accessibleInterface(id) == child) {
                return bit;
            }
        }
        return -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override {
        return child(m_row->bitAt(m_row->mapFromGlobal(QPoint(x, y))));
    }

    QAccessibleInterface* focusChild() const override {
        return m_row->hasFocus() ? child(m_row->currentBit()) : nullptr;
    }

    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? m_row->bits() : QAccessibleWidget::text(kind);
    }

private:
    BitRow* m_row;
    mutable std::map<int, QAccessible::Id> m_bits;
};

QAccessibleInterface* makeBitRowAccessible(const QString&, QObject* object) {
    auto* row = qobject_cast<BitRow*>(object);
    return row ? new AccessibleBitRow(row) : nullptr;
}

}  // namespace

void installBitRowAccessibility() {
    static const bool installed = (QAccessible::installFactory(makeBitRowAccessible), true);
    Q_UNUSED(installed);
}

void announceCurrentBit(BitRow* row) {
    if (QAccessible::isActive()) {
        QAccessibleEvent event(row, QAccessible::Focus);
        event.setChild(row->currentBit());
        QAccessible::updateAccessibility(&event);
    }
}

}  // namespace zeropoint::ui
