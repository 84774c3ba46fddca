// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"
#include "ui/theme/theme.h"

#include <QPainterPath>
#include <QPen>

class QPainter;

namespace zeropoint::ui {

/// How a method looks wherever it is drawn: colour, marker and dash, so that none is told apart
/// by colour alone.
const DataColor& runColor(const Theme& theme, MethodKind method);
QPen runPen(const Theme& theme, MethodKind method);
/// Circle, square, triangle, diamond, inverted triangle; as wide as `size`, around the origin.
QPainterPath runMarker(MethodKind method, double size);
/// A piece of the line with its marker, for tables and legends.
void paintRunSample(QPainter& painter, const QRectF& rect, MethodKind method, const Theme& theme);

}  // namespace zeropoint::ui
