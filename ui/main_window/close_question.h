// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace zeropoint::ui {

class Workbench;

/// What closing the window now would end or lose, a sentence each; empty: nothing. `exports` are
/// files that are still being written.
QStringList lostByClosing(const Workbench& bench, const QStringList& exports = {});

/// Asks whether to close all the same; `close` is called if so. Returns at once.
void askToClose(const QStringList& lost, QWidget* window, const std::function<void()>& close);

}  // namespace zeropoint::ui
