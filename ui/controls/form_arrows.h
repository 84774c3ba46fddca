// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace zeropoint::ui {

/// The fields of a form are one stop of Tab: the arrows that a field has no use for itself go from
/// field to field, Left and Right from a drop-down box, Up and Down from all others, and Tab goes
/// on to what is behind the form. Buttons that belong together are an ArrowGroup.
class FormArrows : public QObject {
    Q_OBJECT

public:
    /// Everything in `parts` that Tab reaches; becomes a child of the first.
    explicit FormArrows(const QList<QWidget*>& parts);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool holds(const QWidget* widget) const;
    QList<QWidget*> fields() const;
    bool moveTo(QWidget* from, int step) const;
    bool leave(QWidget* from, bool forward) const;

    QList<QPointer<QWidget>> m_parts;
};

}  // namespace zeropoint::ui
