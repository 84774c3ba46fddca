// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace zeropoint::ui {

/// A row of choices of which exactly one is current: 28 px high, the current one soft-filled with
/// accent text. Tab reaches the current choice, arrow keys move to its neighbours.
class Segment : public QWidget {
    Q_OBJECT

public:
    explicit Segment(const QStringList& choices, QWidget* parent = nullptr);

    int count() const { return static_cast<int>(m_buttons.size()); }
    /// -1 while nothing is chosen.
    int current() const;
    /// Shows a choice without emitting chosen().
    void setCurrent(int index);
    /// `reason` becomes the tool tip of a choice that cannot be taken now.
    void setChoiceEnabled(int index, bool enabled, const QString& reason = {});
    QAbstractButton* button(int index) const { return m_buttons.value(index); }

signals:
    void chosen(int index);  ///< by mouse or keyboard, never by setCurrent()

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
    QList<QAbstractButton*> m_buttons;
};

}  // namespace zeropoint::ui
