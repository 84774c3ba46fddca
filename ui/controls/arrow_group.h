// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace zeropoint::ui {

/// Widgets that belong together are one stop of Tab; arrows, Home and End move among them. The stop
/// is the one that had the focus last, else the first that can be used.
class ArrowGroup : public QObject {
    Q_OBJECT

public:
    explicit ArrowGroup(QObject* parent) : QObject(parent) {}

    /// In the order in which arrows go through them; they may be destroyed while they are members.
    void setMembers(const QList<QWidget*>& members);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeStop(QWidget* stop);
    void settle();
    bool moveTo(qsizetype from, int key);

    QList<QPointer<QWidget>> m_members;
    QPointer<QWidget> m_stop;
};

}  // namespace zeropoint::ui
