// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace zeropoint::ui {

/// Keeps a widget that is in no layout at an edge of another one and above it: what comes and goes
/// there moves nothing. At the upper or lower edge it is as wide as its place or as it may be, and
/// as high as its text takes; at the right one as high as its place, and as wide as it wants to be.
class FloatOver : public QObject {
    Q_OBJECT

public:
    /// Becomes a child of `widget`, which lives beside `place` from when it is first shown; a child
    /// of `place` stays one.
    FloatOver(QWidget* widget, QWidget* place, Qt::Edge edge, const QMargins& margins = {});

    /// While it is not, the widget's layout has it.
    void setActive(bool active);
    bool isActive() const { return m_active; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void settle();

    QWidget* m_widget;
    QPointer<QWidget> m_place;  ///< may go first
    Qt::Edge m_edge;
    QMargins m_margins;
    bool m_active = true;
};

}  // namespace zeropoint::ui
