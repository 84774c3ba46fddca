// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/pipeline_strip.h"

#include "ui/access/access.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int arrowGap = 16;
constexpr int notesFrom = 66;  ///< height at which notes fit

/// The largest mono size, from 16 px down, at which the number fits its box.
QFont fittingFont(const QString& number, double width) {
    for (int pixels = 16; pixels > 11; --pixels) {
        const QFont font = monoFont(pixels, QFont::Medium);
        if (QFontMetrics(font).horizontalAdvance(number) <= width) {
            return font;
        }
    }
    return monoFont(11, QFont::Medium);
}

/// Digits give way, never the exponent: without it the number would be another one.
QString fitted(const QString& text, const QFontMetrics& metrics, int width) {
    const qsizetype exponent = text.lastIndexOf(QStringLiteral("×10"));
    const QString tail = exponent < 0 ? QString() : text.mid(exponent);
    return metrics.horizontalAdvance(text) <= width
               ? text
               : metrics.elidedText(text.chopped(tail.size()), Qt::ElideRight,
                                    width - metrics.horizontalAdvance(tail)) +
                     tail;
}

}  // namespace

PipelineStrip::PipelineStrip(QWidget* parent) : QWidget(parent) {
    setAccess(this, {.role = QAccessible::List, .items = [this] {
                         std::vector<AccessItem> items;
                         for (const Box& box : m_boxes) {
                             items.push_back({box.caption, box.number, rect(), box.emphasised});
                         }
                         return items;
                     }});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PipelineStrip::setBoxes(const QVector<Box>& boxes) {
    m_boxes = boxes;
    QStringList spoken;
    for (const Box& box : boxes) {
        spoken << box.caption + QLatin1Char(' ') + box.number;
    }
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

void PipelineStrip::paintEvent(QPaintEvent*) {
    if (m_boxes.isEmpty()) {
        return;
    }
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto count = static_cast<double>(m_boxes.size());
    const double boxWidth = (width() - arrowGap * (count - 1)) / count;
    const bool notes = height() >= notesFrom;
    double x = 0;
    for (const Box& box : m_boxes) {
        const QRectF frame(x + 0.5, 0.5, boxWidth - 1, height() - 1);
        painter.setPen(QPen(box.emphasised ? theme.blue.line : theme.border, 1));
        painter.setBrush(box.emphasised ? theme.blue.soft : theme.background);
        painter.drawRoundedRect(frame, 6, 6);
        const double line = frame.height() / (notes ? 3.2 : 2.3);
        painter.setPen(box.emphasised ? theme.text2 : theme.text3);
        painter.setFont(monoFont(11));
        painter.drawText(QRectF(x, 4, boxWidth, line), Qt::AlignCenter, box.caption);
        painter.setPen(theme.text);
        painter.setFont(fittingFont(box.number, boxWidth - 6));
        painter.drawText(QRectF(x, 4 + line * 0.95, boxWidth, line), Qt::AlignCenter,
                         fitted(box.number, painter.fontMetrics(), int(boxWidth) - 6));
        if (notes) {
            painter.setPen(box.emphasised ? theme.text2 : theme.text3);
            painter.setFont(textFont(11));
            painter.drawText(QRectF(x + 2, 4 + line * 1.95, boxWidth - 4, line), Qt::AlignCenter,
                             fitted(box.note, painter.fontMetrics(), int(boxWidth) - 4));
        }
        x += boxWidth;
        if (&box != &m_boxes.last()) {
            painter.setPen(QPen(theme.text3, 1.4));
            const double middle = x + arrowGap / 2.0;
            const double y = height() / 2.0;
            painter.drawPolyline(
                QPolygonF({{middle - 2, y - 4}, {middle + 2, y}, {middle - 2, y + 4}}));
        }
        x += arrowGap;
    }
}

}  // namespace zeropoint::ui
