// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/lens_strip.h"

#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int shownLevels = 6;
constexpr int labelColumn = 44;

}  // namespace

LensStrip::LensStrip(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Levels around the sample"));
}

void LensStrip::show(const SampleTrace& trace, const QuantParams& params, const CodeRange& codes,
                     double pictureWidth) {
    m_trace = trace;
    m_params = params;
    m_codes = codes;
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
    const double span = shownLevels * m_params.scale;
    // The window of levels holds both the sample and the level it goes to; a clipped sample is far
    // outside of it and its arrow only points.
    const double centre =
        m_trace.clipped ? m_trace.dequantized : (m_trace.x + m_trace.dequantized) / 2;
    const double left = labelColumn;
    const double right = width() - 12;
    const double axis = height() / 2.0;
    const auto xOf = [&](double value) {
        return left + (value - centre + span / 2) / span * (right - left);
    };
    painter.setPen(theme.text3);
    painter.setFont(textFont(11));
    painter.drawText(QRectF(0, axis - 18, labelColumn, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("zoom"));
    painter.setFont(monoFont(11));
    painter.drawText(QRectF(0, axis - 2, labelColumn, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("×") + formatNumber(m_pictureWidth / span, 2));
    painter.setPen(QPen(theme.axis, 1));
    painter.drawLine(QPointF(left, axis), QPointF(right, axis));

    const double sampleX = std::clamp(xOf(m_trace.x), left, right);
    const auto first = static_cast<std::int64_t>(std::ceil((centre - span / 2) / m_params.scale));
    for (std::int64_t level = first; level <= first + shownLevels; ++level) {
        const std::int64_t code = level + m_params.zeroPoint;
        const double x = xOf(static_cast<double>(level) * m_params.scale);
        if (code < m_codes.qmin || code > m_codes.qmax || x > right) {
            continue;
        }
        const bool chosen = code == m_trace.code;
        painter.setPen(QPen(chosen ? theme.blue.line : theme.axis, chosen ? 3 : 1.2));
        painter.drawLine(QPointF(x, axis - 8), QPointF(x, axis + 8));
        painter.setPen(chosen ? theme.blue.text : theme.text3);
        painter.setFont(monoFont(11, chosen ? QFont::DemiBold : QFont::Normal));
        painter.drawText(QRectF(x - 50, axis - 28, 100, 16), Qt::AlignCenter,
                         QStringLiteral("q %1").arg(code));
        painter.drawText(QRectF(x - 50, axis + 12, 100, 16), Qt::AlignCenter,
                         formatNumber(static_cast<double>(level) * m_params.scale));
    }
    const double target = std::clamp(xOf(m_trace.dequantized), left, right);
    if (std::abs(target - sampleX) > 14) {
        const double direction = target > sampleX ? 1 : -1;
        const double from = sampleX + direction * 8;
        const double to = target - direction * 4;
        painter.setPen(QPen(theme.blue.line, 1.6));
        painter.drawLine(QPointF(from, axis - 4), QPointF(to, axis - 4));
        painter.drawLine(QPointF(to, axis - 4), QPointF(to - direction * 5, axis - 8));
        painter.drawLine(QPointF(to, axis - 4), QPointF(to - direction * 5, axis));
    }
    painter.setPen(QPen(theme.text, 1.6));
    painter.setBrush(theme.surface);
    painter.drawPolygon(QPolygonF(
        {{sampleX, axis - 6}, {sampleX + 6, axis}, {sampleX, axis + 6}, {sampleX - 6, axis}}));
}

}  // namespace zeropoint::ui
