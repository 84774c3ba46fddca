// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/lens_strip.h"

#include "ui/access/access.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int labelColumn = 44;
constexpr double edgeShare = 0.06;  ///< of the window, beyond the outermost levels
constexpr int labelGap = 8;

/// Draws a text centred at x unless it would meet one that is there already.
class Labels {
public:
    Labels(QPainter& painter, double y) : m_painter(painter), m_y(y) {}

    void draw(double x, const QString& text) {
        const double half = m_painter.fontMetrics().horizontalAdvance(text) / 2.0 + labelGap / 2.0;
        const auto meets = [&](const std::pair<double, double>& taken) {
            return x - half < taken.second && x + half > taken.first;
        };
        if (std::ranges::none_of(m_taken, meets)) {
            m_taken.emplace_back(x - half, x + half);
            m_painter.drawText(QRectF(x - 80, m_y, 160, 16), Qt::AlignCenter, text);
        }
    }

private:
    QPainter& m_painter;
    double m_y;
    std::vector<std::pair<double, double>> m_taken;
};

/// From the sample to the level that it goes to, unless they touch.
void drawArrow(QPainter& painter, const Theme& theme, double sample, double target, double axis) {
    if (std::abs(target - sample) <= 14) {
        return;
    }
    const double direction = target > sample ? 1 : -1;
    const double from = sample + direction * 8;
    const double to = target - direction * 4;
    painter.setPen(QPen(theme.blue.line, 1.6));
    painter.drawLine(QPointF(from, axis - 4), QPointF(to, axis - 4));
    painter.drawLine(QPointF(to, axis - 4), QPointF(to - direction * 5, axis - 8));
    painter.drawLine(QPointF(to, axis - 4), QPointF(to - direction * 5, axis));
}

}  // namespace

LensStrip::LensStrip(QWidget* parent) : QWidget(parent) {
    setAccess(this, {.role = QAccessible::Graphic});
    setAccessibleName(tr("Levels around the sample"));
}

void LensStrip::show(const SampleTrace& trace, const std::vector<Level>& levels,
                     double pictureWidth) {
    m_trace = trace;
    m_levels = levels;
    m_pictureWidth = pictureWidth;
    setAccessibleDescription(tr("x = %1 is stored as code %2, read back as %3")
                                 .arg(formatNumber(trace.x))
                                 .arg(trace.code)
                                 .arg(formatNumber(trace.dequantized)));
    update();
}

void LensStrip::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double axis = height() / 2.0;
    painter.setPen(theme.text3);
    painter.setFont(textFont(11));
    if (m_levels.empty()) {
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("The levels lie closer than any picture could show."));
        return;
    }
    // The window of levels holds the sample too, unless it is clipped: then its arrow only points.
    double first = m_levels.front().value;
    double last = m_levels.back().value;
    if (!m_trace.clipped && std::isfinite(m_trace.x)) {
        first = std::min(first, m_trace.x);
        last = std::max(last, m_trace.x);
    }
    const double margin = std::max((last - first) * edgeShare, std::abs(last) * 1e-9 + 1e-300);
    first -= margin;
    last += margin;
    const double left = labelColumn;
    const double right = width() - 12;
    const auto xOf = [&](double value) {
        return left + (value - first) / (last - first) * (right - left);
    };
    painter.drawText(QRectF(0, axis - 18, labelColumn, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("zoom"));
    painter.setFont(monoFont(11));
    painter.drawText(QRectF(0, axis - 2, labelColumn, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("×") + formatNumber(m_pictureWidth / (last - first), 2));
    painter.setPen(QPen(theme.axis, 1));
    painter.drawLine(QPointF(left, axis), QPointF(right, axis));

    const double sampleX = std::clamp(xOf(m_trace.x), left, right);
    Labels codes(painter, axis - 28);
    Labels values(painter, axis + 12);
    for (const bool chosen : {true, false}) {  // its labels before those of its neighbours
        for (const Level& level : m_levels) {
            if ((level.value == m_trace.dequantized) != chosen) {
                continue;
            }
            const double x = xOf(level.value);
            painter.setPen(QPen(chosen ? theme.blue.line : theme.axis, chosen ? 3 : 1.2));
            painter.drawLine(QPointF(x, axis - 8), QPointF(x, axis + 8));
            painter.setPen(chosen ? theme.blue.text : theme.text3);
            painter.setFont(monoFont(11, chosen ? QFont::DemiBold : QFont::Normal));
            codes.draw(x, QStringLiteral("q %1").arg(level.code));
            values.draw(x, formatNumber(level.value));
        }
    }
    drawArrow(painter, theme, sampleX, std::clamp(xOf(m_trace.dequantized), left, right), axis);
    painter.setPen(QPen(theme.text, 1.6));
    painter.setBrush(theme.surface);
    painter.drawPolygon(QPolygonF(
        {{sampleX, axis - 6}, {sampleX + 6, axis}, {sampleX, axis + 6}, {sampleX - 6, axis}}));
}

}  // namespace zeropoint::ui
