// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace zeropoint::ui {

class Guide;

/// A ring that no lesson holds, that of "show me": it ends with the next click, with Escape, and
/// with anything that end() is connected to.
class PassingRing : public QObject {
    Q_OBJECT

public:
    PassingRing(Guide& guide, QWidget& window);

    /// Whether what is ringed now is such a ring.
    void setOn(bool on);
    void end();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Guide& m_guide;
    QWidget& m_window;
    bool m_on = false;
};

}  // namespace zeropoint::ui
