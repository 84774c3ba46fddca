// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

class QFont;
class QPainter;

namespace zeropoint::ui {

/// Numbers whose exponents are set as raised small digits: the superscript characters of a fixed
/// width font are tiny and wide apart. The text is what ui/text/numbers.h makes ("1.5×10⁻⁶ %").

/// Draws with the painter's font and pen, on one line, vertically centred. `alignment` is
/// Qt::AlignLeft, AlignRight or AlignHCenter.
void drawNumberText(QPainter& painter, const QRectF& rect, const QString& text,
                    Qt::Alignment alignment = Qt::AlignLeft);
double numberTextWidth(const QFont& font, const QString& text);

}  // namespace zeropoint::ui
