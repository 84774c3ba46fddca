// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace zeropoint::ui {

/// An area that is as wide as its place and scrolls `content`, which it owns, up and down. It takes
/// no focus of its own, and makes its content transparent: what paints itself stands inside another
/// widget.
QScrollArea* scrolled(QWidget* content, QWidget* parent = nullptr);

}  // namespace zeropoint::ui
