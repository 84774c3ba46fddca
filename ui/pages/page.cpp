// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include <algorithm>

namespace zeropoint::ui {

QSize Page::minimumSizeHint() const {
    const QSize least = QWidget::minimumSizeHint();
    const int below = narrowBelow();
    return below > 0 ? QSize(std::min(least.width(), below - 1), least.height()) : least;
}

}  // namespace zeropoint::ui
