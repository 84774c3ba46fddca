// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace zeropoint::ui {

/// Tells which changes belong to one movement of the hand: those while a mouse button is held, and
/// those of keys or wheel turns that follow each other within a second. Watches the application's
/// events, so that no widget has to say where its drags begin.
class GestureWatch : public QObject {
    Q_OBJECT

public:
    explicit GestureWatch(QObject* parent = nullptr);

    /// The number of the gesture that goes on now; 0: none does.
    int current() const;
    /// A number that no other gesture has, never 0.
    int next() { return ++m_last; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void release();

    int m_last = 0;
    int m_mouse = 0;  ///< 0: no button is held
    bool m_released = false;
    int m_burst = 0;
    QElapsedTimer m_sinceBurst;
};

}  // namespace zeropoint::ui
