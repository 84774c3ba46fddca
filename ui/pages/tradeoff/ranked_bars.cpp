// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/ranked_bars.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 24;
constexpr int barHeight = 16;
constexpr int figureWidth = 56;
constexpr int gap = 8;

}  // namespace

RankedBars::RankedBars(QWidget* parent) : QWidget(parent) {}

void RankedBars::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    std::stable_sort(m_bars.begin(), m_bars.end(),
                     [](const Bar& a, const Bar& b) { return a.value > b.value; });
    setMinimumHeight(static_cast<int>(m_bars.size()) * rowHeight);
    QStringList texts;
    for (const Bar& bar : m_bars) {
        texts << bar.name + QLatin1Char(' ') + bar.text;
    }
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
    update();
}

void RankedBars::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setFont(textFont(12));
    int names = 0;
    double largest = 0;
    for (const Bar& bar : m_bars) {
        names = std::max(names, painter.fontMetrics().horizontalAdvance(bar.name));
        largest = std::max(largest, bar.value);
    }
    names = std::min(names, width() / 2);
    const double room = width() - names - gap - figureWidth;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        const double top = static_cast<double>(i) * rowHeight;
        painter.setFont(textFont(12));
        painter.setPen(i == 0 ? theme.text : theme.text2);
        painter.drawText(QRectF(0, top, names, rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                         bar.name);
        const double length = largest > 0 ? std::max(0.0, bar.value) / largest * room : 0;
        const QRectF body(names + gap, top + (rowHeight - barHeight) / 2.0, std::max(1.0, length),
                          barHeight);
        painter.fillRect(body, theme.grey.fill);
        painter.setFont(monoFont(12));
        painter.setPen(theme.text);
        painter.drawText(QRectF(body.right() + gap, top, figureWidth, rowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, bar.text);
    }
}

}  // namespace zeropoint::ui
