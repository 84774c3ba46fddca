// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace zeropoint::ui {

/// Tabs that stand closer where there is little room, and cut their titles where that is not
/// enough: all of them can be seen and clicked, and no arrows scroll them.
class SnugTabs : public QTabBar {
    Q_OBJECT

public:
    explicit SnugTabs(QWidget* parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
};

}  // namespace zeropoint::ui
