// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

class QWidget;

namespace zeropoint::ui {

/// The ring of focus around what Qt paints without one: tables, lists, trees and sliders, in every
/// window of the program. One, wherever the focus is.
class FocusFrame : public QObject {
    Q_OBJECT

public:
    explicit FocusFrame(QObject* parent);
    ~FocusFrame() override;

private:
    void follow(QWidget* focus);

    QPointer<QFocusFrame> m_frame;  ///< goes with the window that it is in
};

}  // namespace zeropoint::ui
