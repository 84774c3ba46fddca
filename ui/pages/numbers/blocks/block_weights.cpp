// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/blocks/block_weights.h"

#include "ui/access/access.h"
#include "ui/controls/focus_ring.h"
#include "ui/controls/how_known.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {

BlockWeights::BlockWeights(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.block"), false);
    setObjectName(QStringLiteral("blockWeights"));
    setAccessibleName(tr("Weights of the block"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(120);
    setLayoutDirection(Qt::LeftToRight);
}

void BlockWeights::show(const BlockSample& sample) {
    m_sample = sample;
    m_largest = 1e-30;
    for (std::size_t i = 0; i < sample.values.size(); ++i) {
        m_largest = std::max(
            {m_largest, std::abs(double{sample.values[i]}), std::abs(double{sample.decoded[i]})});
    }
    update();
}

void BlockWeights::setWeight(int index) {
    m_weight = index;
    if (index >= 0 && index < count()) {
        const auto at = static_cast<std::size_t>(index);
        setAccessibleDescription(
            tr("weight %1: %2 becomes %3")
                .arg(index)
                .arg(formatNumber(m_sample.values[at]), formatNumber(m_sample.decoded[at])));
    }
    update();
}

double BlockWeights::barWidth() const {
    return (width() - 4.0) / std::max(1, count());
}

void BlockWeights::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double reach = middle - 8;
    const double wide = barWidth();
    const double inset = wide > 6 ? 1.5 : 0.3;
    for (int i = 0; i < count(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double left = 2 + wide * i;
        if (i == m_weight) {
            painter.fillRect(QRectF(left, 0, wide, height()), theme.accentSoft);
            painter.fillRect(QRectF(left, height() - 3, wide, 3), theme.accent);
        }
        const double given = reach * m_sample.values[at] / m_largest;
        const double back = reach * m_sample.decoded[at] / m_largest;
        const auto bar = [&](double value) {
            return QRectF(left + inset, middle - std::max(0.0, value), wide - 2 * inset,
                          std::abs(value));
        };
        painter.fillRect(bar(back), theme.blue.fill);
        painter.setPen(QPen(theme.grey.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar(given));
    }
    painter.setPen(theme.axis);
    painter.drawLine(QPointF(0, middle), QPointF(width(), middle));
    if (hasFocus()) {
        drawFocusRing(painter, rect(), 6, theme);
    }
}

void BlockWeights::mouseMoveEvent(QMouseEvent* event) {
    const int index = static_cast<int>((event->position().x() - 2) / barWidth());
    if (index >= 0 && index < count() && index != m_weight) {
        emit weightChosen(index);
    }
}

void BlockWeights::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            emit weightChosen(std::max(0, m_weight - 1));
            break;
        case Qt::Key_Right:
            emit weightChosen(std::min(count() - 1, m_weight + 1));
            break;
        case Qt::Key_Home:
            emit weightChosen(0);
            break;
        case Qt::Key_End:
            emit weightChosen(count() - 1);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

TableContent BlockWeights::table() const {
    TableContent content{accessibleName(),
                         {tr("weight"), tr("given"), tr("code"), tr("scale"), tr("level"),
                          tr("minimum"), tr("read back")},
                         {}};
    for (int i = 0; i < count(); ++i) {
        const BlockTerm term = m_sample.term(i);
        const auto at = static_cast<std::size_t>(i);
        content.rows.append({QString::number(i), double{m_sample.values[at]},
                             QString::number(term.code), double{term.scale}, double{term.level},
                             double{term.minimum}, double{m_sample.decoded[at]}});
    }
    return content;
}

}  // namespace zeropoint::ui
