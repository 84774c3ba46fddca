// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/number_state.h"

#include <QWidget>

namespace zeropoint::ui {

class Workbench;

/// One way to look at the value: what the switch under the page's title chooses between.
class NumberView : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void show(const NumberState& state) = 0;

signals:
    /// A command for the workbench, one step of undo.
    void changed(const zeropoint::ui::NumberState& state);
    /// A command that belongs to the gesture begun last: all of them are one step of undo.
    void dragged(const zeropoint::ui::NumberState& state);
    void gestureStarted();
};

}  // namespace zeropoint::ui
