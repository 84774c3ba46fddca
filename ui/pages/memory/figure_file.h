// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QPainter;
class QWidget;

namespace zeropoint::ui {

/// Writes what `paint` draws on a widget's area as a picture (.png, twice the size) or as a drawing
/// (.svg, .pdf), on the surface of its theme. False where the file cannot be written.
bool saveFigureOf(const QWidget* widget, const QString& file,
                  const std::function<void(QPainter&)>& paint);

}  // namespace zeropoint::ui
