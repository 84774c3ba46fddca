// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/number_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double raisedSize = 0.82;
constexpr double raisedBy = 0.38;  // of the font's size

/// The plain sign of a superscript character, null for others.
QChar plainOf(QChar character) {
    static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹⁻");
    static const QString plain = QStringLiteral("0123456789−");
    const auto at = raised.indexOf(character);
    return at < 0 ? QChar() : plain[at];
}

struct Run {
    QString text;
    bool isRaised = false;
};

QList<Run> runsOf(const QString& text) {
    QList<Run> runs;
    for (const QChar character : text) {
        const QChar plain = plainOf(character);
        const bool isRaised = !plain.isNull();
        if (runs.isEmpty() || runs.last().isRaised != isRaised) {
            runs.append({QString(), isRaised});
        }
        runs.last().text += isRaised ? plain : character;
    }
    return runs;
}

QFont raisedFont(QFont font) {
    font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * raisedSize)));
    return font;
}

}  // namespace

double numberTextWidth(const QFont& font, const QString& text) {
    const QFontMetricsF normal(font);
    const QFontMetricsF small(raisedFont(font));
    double width = 0;
    for (const Run& run : runsOf(text)) {
        width += (run.isRaised ? small : normal).horizontalAdvance(run.text);
    }
    return width;
}

void drawNumberText(QPainter& painter, const QRectF& rect, const QString& text,
                    Qt::Alignment alignment) {
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    const double spare = rect.width() - numberTextWidth(font, text);
    double x = rect.left();
    if (alignment & Qt::AlignRight) {
        x += spare;
    } else if (alignment & Qt::AlignHCenter) {
        x += spare / 2;
    }
    const double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const Run& run : runsOf(text)) {
        painter.setFont(run.isRaised ? raisedFont(font) : font);
        painter.drawText(QPointF(x, baseline - (run.isRaised ? raisedBy * font.pixelSize() : 0)),
                         run.text);
        x += QFontMetricsF(painter.font()).horizontalAdvance(run.text);
    }
    painter.setFont(font);
}

}  // namespace zeropoint::ui
