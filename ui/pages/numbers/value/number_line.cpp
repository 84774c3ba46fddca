// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/number_line.h"

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_text.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double axisY = 42.5;
constexpr int fewestDigits = 9;
constexpr int mostDigits = 17;

}  // namespace

/// From values to pixels: the chosen value and its neighbours, an eighth of the width at each end.
struct NumberLine::Scale {
    double low;
    double high;
    double left;
    double right;

    double x(double value) const {
        const double share = (value - low) / (high - low);
        return left + (right - left) * std::clamp(share, -0.12, 1.12);
    }
};

NumberLine::NumberLine(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.line"), false);
    setObjectName(QStringLiteral("numberLine"));
    setAccessibleName(tr("Number line around the value"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(84);
}

void NumberLine::show(const RowFacts& facts, Rounding rounding) {
    m_facts = facts;
    m_below = storedValue(facts, previousCode(*facts.format, facts.code));
    m_above = storedValue(facts, nextCode(*facts.format, facts.code));
    m_digits = fewestDigits;
    const auto alike = [this](double a, double b) {
        return a != b && formatNumber(a, m_digits) == formatNumber(b, m_digits);
    };
    while (m_digits < mostDigits &&
           (alike(m_below, facts.stored) || alike(m_above, facts.stored))) {
        ++m_digits;
    }
    m_midpointDecides = rounding == Rounding::NearestEven || rounding == Rounding::HalfAway ||
                        rounding == Rounding::HalfUp;
    setAccessibleDescription(tr("%1 lies between %2 and %3; %4")
                                 .arg(formatNumber(facts.value, m_digits),
                                      formatNumber(m_below, m_digits),
                                      formatNumber(m_above, m_digits), movementText()));
    update();
}

QString NumberLine::movementText() const {
    if (m_facts.isExact()) {
        return tr("x is stored exactly");
    }
    const QString steps = formatNumber(std::abs(m_facts.errorInUlp()), 2);
    return m_facts.error < 0 ? tr("stored %1 ULP below x").arg(steps)
                             : tr("stored %1 ULP above x").arg(steps);
}

void NumberLine::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!std::isfinite(m_facts.stored) || !std::isfinite(m_facts.value)) {
        painter.setFont(textFont(12));
        painter.setPen(theme.text2);
        painter.drawText(
            rect(), Qt::AlignCenter | Qt::TextWordWrap,
            std::isfinite(m_facts.value)
                ? tr("%1 is beyond the largest value, %2")
                      .arg(formatNumber(m_facts.value), formatNumber(m_facts.max, m_digits))
                : tr("There is no distance to a value that is not a finite number"));
        return;
    }
    double low = m_below;
    double high = m_above;
    if (low == high) {
        low -= m_facts.ulp;
        high += m_facts.ulp;
    }
    // At the ends of a format there is no neighbour: the step goes on as a dashed line would.
    low = std::isfinite(low) && low < m_facts.stored ? low : m_facts.stored - m_facts.ulp;
    high = std::isfinite(high) && high > m_facts.stored ? high : m_facts.stored + m_facts.ulp;
    const double margin = width() / 8.0;
    const Scale scale{low, high, margin, width() - margin};
    painter.setPen(theme.axis);
    painter.drawLine(QPointF(10, axisY), QPointF(width() - 10, axisY));
    paintTicks(painter, scale);
    paintMovement(painter, scale);
}

void NumberLine::paintTicks(QPainter& painter, const Scale& scale) const {
    const Theme& theme = themeOf(this);
    const auto tick = [&](double value, bool chosen) {
        const double x = scale.x(value);
        painter.setPen(QPen(theme.text2, 1.5));
        painter.drawLine(QPointF(x, axisY - 7.5), QPointF(x, axisY + 7.5));
        painter.setFont(monoFont(11, chosen ? QFont::DemiBold : QFont::Normal));
        painter.setPen(chosen ? theme.text : theme.text3);
        const QString text = formatNumber(value, m_digits);
        const double half = numberTextWidth(painter.font(), text) / 2.0 + 2;
        const double center = std::clamp(x, half, width() - half);
        drawNumberText(painter, QRectF(center - half, 55, 2 * half, 16), text, Qt::AlignHCenter);
    };
    if (m_below < m_facts.stored) {
        tick(m_below, false);
    }
    if (m_above > m_facts.stored) {
        tick(m_above, false);
    }
    tick(m_facts.stored, true);
    const double other = m_facts.error < 0 ? m_above : m_below;
    if (m_facts.isExact() || !m_midpointDecides || other == m_facts.stored ||
        !std::isfinite(other)) {
        return;
    }
    const double middle = scale.x((m_facts.stored + other) / 2);
    painter.setPen(QPen(theme.axis, 1, Qt::DashLine));
    painter.drawLine(QPointF(middle, axisY - 5), QPointF(middle, axisY + 5));
    painter.setFont(textFont(11));
    painter.setPen(theme.text3);
    painter.drawText(QRectF(middle - 40, 68, 80, 14), Qt::AlignCenter, tr("midpoint"));
}

void NumberLine::paintMovement(QPainter& painter, const Scale& scale) const {
    const Theme& theme = themeOf(this);
    const double stored = scale.x(m_facts.stored);
    const double value = scale.x(m_facts.value);
    const bool toRight = m_facts.error <= 0;  // the value lies right of what is stored
    painter.setBrush(Qt::NoBrush);
    if (!m_facts.isExact()) {
        QPainterPath bracket(QPointF(stored, 27));
        bracket.lineTo(stored, 23);
        bracket.lineTo(value, 23);
        bracket.lineTo(value, 27);
        painter.setPen(QPen(theme.accent, 1.2));
        painter.drawPath(bracket);
    }
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(theme.text);
    painter.drawEllipse(QPointF(stored, axisY), 5, 5);
    QPainterPath diamond(QPointF(value, axisY - 6));
    diamond.lineTo(value + 6, axisY);
    diamond.lineTo(value, axisY + 6);
    diamond.lineTo(value - 6, axisY);
    diamond.closeSubpath();
    painter.setPen(QPen(theme.accent, 1.8));
    painter.setBrush(theme.surface);
    painter.drawPath(diamond);
    painter.setPen(theme.accent);
    painter.setFont(textFont(11, QFont::DemiBold));
    const QRectF before(0, 14, std::min(stored, value) - 8, 18);
    const QRectF after(std::max(stored, value) + 8, 14, width() - std::max(stored, value) - 8, 18);
    painter.drawText(toRight ? before : after,
                     (toRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, movementText());
    painter.setFont(monoFont(11, QFont::DemiBold));
    const QString name = QStringLiteral("x = ") + formatNumber(m_facts.value, 6);
    painter.drawText(toRight ? after : before,
                     (toRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, name);
}

TableContent NumberLine::table() const {
    const auto text = [this](double value) { return formatNumber(value, m_digits); };
    return {tr("Number line around the value"),
            {tr("point"), tr("value"), tr("exactly")},
            {{tr("stored value below"), text(m_below), m_below},
             {tr("x"), text(m_facts.value), m_facts.value},
             {tr("chosen stored value"), text(m_facts.stored), m_facts.stored},
             {tr("stored value above"), text(m_above), m_above}}};
}

}  // namespace zeropoint::ui
