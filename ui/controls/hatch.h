// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>

class QColor;
class QWidget;

namespace zeropoint::ui {

/// The 45 degree hatch that marks clipping: 1.2 px lines at a pitch of 6 px on `ground`, drawn
/// for the widget's device pixel ratio.
QBrush hatchBrush(const QColor& line, const QColor& ground, const QWidget* widget);

}  // namespace zeropoint::ui
