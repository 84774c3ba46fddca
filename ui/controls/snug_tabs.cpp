// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/snug_tabs.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int mostAir = 14;  ///< beside each title, both sides together
constexpr int leastTab = 36;

}  // namespace

SnugTabs::SnugTabs(QWidget* parent) : QTabBar(parent) {
    setProperty("density", "snug");  // the style sheet leaves the air to tabSizeHint()
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideRight);
}

QSize SnugTabs::tabSizeHint(int index) const {
    int titles = 0;
    int shown = 0;
    for (int i = 0; i < count(); ++i) {
        if (isTabVisible(i)) {
            titles += QTabBar::tabSizeHint(i).width();
            ++shown;
        }
    }
    const int air = std::clamp((width() - titles) / std::max(shown, 1), 0, mostAir);
    return QTabBar::tabSizeHint(index) + QSize(air, 0);
}

QSize SnugTabs::minimumTabSizeHint(int index) const {
    return tabSizeHint(index).boundedTo(QSize(leastTab, tabSizeHint(index).height()));
}

}  // namespace zeropoint::ui
