// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/day_chart.h"

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int nameHeight = 18;
constexpr int countHeight = 16;
constexpr double barShare = 0.72;

}  // namespace

DayChart::DayChart(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("day_chart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("interview.days"), false);
}

void DayChart::show(std::vector<Day> days, const QString& finding, const QString& strong) {
    m_days = std::move(days);
    m_strong = strong;
    setAccessibleName(finding);
    setToolTip(finding);
    setHowKnownNumbers(this, finding);
    update();
}

TableContent DayChart::table() const {
    TableContent content;
    content.title = accessibleName();
    content.columns = {tr("Day"), tr("Cards")};
    if (!m_strong.isEmpty()) {
        content.columns << m_strong;
    }
    for (const Day& day : m_days) {
        content.rows.append({day.label, double(day.count)});
        if (!m_strong.isEmpty()) {
            content.rows.last() << double(day.strong);
        }
    }
    return content;
}

void DayChart::paintEvent(QPaintEvent*) {
    if (m_days.empty()) {
        return;
    }
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    const auto tallestDay = std::max_element(
        m_days.begin(), m_days.end(), [](const Day& a, const Day& b) { return a.count < b.count; });
    const double slot = width() / static_cast<double>(m_days.size());
    const double base = height() - nameHeight;
    const double tallest = base - countHeight;
    const bool counts = slot >= 18;
    if (tallestDay->count == 0) {
        painter.setFont(textFont(12));
        painter.setPen(theme.text3);
        painter.drawText(QRectF(0, 0, width(), base), Qt::AlignCenter | Qt::TextWordWrap,
                         accessibleName());
    }
    painter.setFont(monoFont(11));
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const Day& day = m_days[i];
        const double left = static_cast<double>(i) * slot;
        const auto heightOf = [&](int count) {
            return tallest * count / std::max(tallestDay->count, 1);
        };
        const double bar = heightOf(day.count);
        const double strong = heightOf(day.strong);
        const double inset = slot * (1 - barShare) / 2;
        painter.fillRect(QRectF(left + inset, base - bar, slot * barShare, bar),
                         theme.histogramBody);
        painter.fillRect(QRectF(left + inset, base - strong, slot * barShare, strong),
                         theme.accent);
        painter.setPen(theme.text2);
        if (counts && day.count > 0) {
            painter.drawText(QRectF(left, base - bar - countHeight, slot, countHeight),
                             Qt::AlignCenter, QString::number(day.count));
        }
        // Under its bar, wider than it where its neighbours have none, within the chart.
        const double wide = painter.fontMetrics().horizontalAdvance(day.name);
        const double most = std::max(0.0, width() - wide);
        painter.setPen(theme.text3);
        painter.drawText(
            QRectF(std::clamp(left + (slot - wide) / 2, 0.0, most), base, wide, nameHeight),
            Qt::AlignCenter | Qt::TextDontClip, day.name);
    }
    painter.setPen(theme.axis);
    painter.drawLine(QPointF(0, base), QPointF(width(), base));
}

}  // namespace zeropoint::ui
