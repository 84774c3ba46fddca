// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace zeropoint::ui {

/// A ring around a real widget, and its name spoken. The widget takes clicks as ever, and the ring
/// follows it.
class Spotlight : public QWidget {
    Q_OBJECT

public:
    explicit Spotlight(QWidget* window);

    /// Scrolls to it and shows the ring; null: takes the ring away.
    void pointAt(QWidget* target);
    QWidget* target() const { return m_target; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QPointer<QWidget> m_target;
};

}  // namespace zeropoint::ui
