// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace zeropoint::ui {

/// Installed on the application: the wheel scrolls. A combo box, slider, spin box or tab bar takes
/// it only while it has the focus, which the wheel itself never gives.
class WheelGuard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace zeropoint::ui
