// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/codes/nf4_chart.h"

#include "core/support/random.h"
#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double reach = 2.4;  // standard deviations to each side
constexpr double axisRoom = 34;

double bell(double z) {
    return std::exp(-z * z / 2);
}

}  // namespace

Nf4Chart::Nf4Chart(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.nf4"), false);
    setObjectName(QStringLiteral("nf4Chart"));
    setAccessibleName(tr("Construction of the NF4 levels"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setLayoutDirection(Qt::LeftToRight);
}

void Nf4Chart::setValues(std::vector<double> values, Meaning meaning) {
    m_values = std::move(values);
    m_meaning = meaning;
    QStringList texts;
    for (const double value : m_values) {
        texts << formatNumber(value, 5);
    }
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    update();
}

QPointF Nf4Chart::pointOf(double z) const {
    const double base = height() - axisRoom;
    return {width() * (z + reach) / (2 * reach), base - (base - 16) * bell(z)};
}

void Nf4Chart::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double base = height() - axisRoom;
    QPainterPath curve(pointOf(-reach));
    for (double z = -reach; z <= reach; z += 0.02) {
        curve.lineTo(pointOf(z));
    }
    painter.setPen(QPen(theme.grey.line, 2.2));
    painter.drawPath(curve);
    painter.setPen(theme.axis);
    painter.drawLine(QPointF(0, base + 0.5), QPointF(width(), base + 0.5));
    // The largest quantile of the construction: the levels are the quantiles over it.
    constexpr double outermost = 1 - (1.0 / 32 + 1.0 / 30) / 2;
    const double largest = normalQuantile(outermost);
    painter.setFont(monoFont(11));
    double lastLabel = -1e9;
    std::vector<double> ordered = m_values;
    std::sort(ordered.begin(), ordered.end());
    for (const double value : ordered) {
        const double z = m_meaning == Meaning::Probabilities ? normalQuantile(value)
                         : m_meaning == Meaning::Levels      ? value * largest
                                                             : value;
        const QPointF top = pointOf(z);
        painter.setPen(QPen(theme.blue.line, 1.6));
        painter.drawLine(QPointF(top.x(), base), top);
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(theme.blue.fill);
        painter.drawEllipse(top, 4.5, 4.5);
        const QString text = formatNumber(value, m_meaning == Meaning::Probabilities ? 4 : 3);
        const double half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 2;
        // Labels that would touch go to a second line.
        const double line = top.x() - half < lastLabel ? 15 : 0;
        lastLabel = line == 0 ? top.x() + half : -1e9;
        const double center = std::clamp(top.x(), half, width() - half);
        painter.setPen(theme.text2);
        painter.drawText(QRectF(center - half, base + 3 + line, 2 * half, 15), Qt::AlignCenter,
                         text);
    }
}

TableContent Nf4Chart::table() const {
    const QString meaning = m_meaning == Meaning::Probabilities ? tr("probability")
                            : m_meaning == Meaning::Quantiles   ? tr("quantile")
                                                                : tr("level");
    TableContent content{accessibleName(), {tr("number"), meaning}, {}};
    for (const double value : m_values) {
        content.rows.append({QString::number(content.rows.size() + 1), value});
    }
    return content;
}

}  // namespace zeropoint::ui
