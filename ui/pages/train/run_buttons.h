// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace zeropoint::ui {

class Workbench;

/// Queue, pause or resume, one step, stop.
class RunButtons : public QWidget {
    Q_OBJECT

public:
    explicit RunButtons(Workbench& bench, QWidget* parent = nullptr);
};

}  // namespace zeropoint::ui
