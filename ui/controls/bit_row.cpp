// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/bit_row.h"

#include "ui/controls/bit_row_accessible.h"
#include "ui/controls/bit_row_layout.h"
#include "ui/controls/focus_ring.h"
#include "ui/controls/number_text.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

#include <algorithm>

namespace zeropoint::ui {
namespace {

struct CellColors {
    const BitColor& cell;
    const DataColor& group;
};

CellColors colorsOf(BitGroup::Kind kind, const Theme& theme) {
    switch (kind) {
        case BitGroup::Kind::Sign:
            return {theme.signBit, theme.vermillion};
        case BitGroup::Kind::Exponent:
            return {theme.exponentBit, theme.blue};
        case BitGroup::Kind::Mantissa:
            return {theme.mantissaBit, theme.green};
        case BitGroup::Kind::Index:
            break;
    }
    return {theme.indexBit, theme.grey};
}

}  // namespace

BitRow::BitRow(Size size, QWidget* parent) : QWidget(parent), m_size(size) {
    installBitRowAccessibility();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);  // bits are never mirrored
    layOut(width());
}

void BitRow::setGroups(const std::vector<BitGroup>& groups) {
    int count = 0;
    for (const BitGroup& group : groups) {
        count += group.count;
    }
    m_groups = groups;
    if (count != bitCount()) {
        m_bits = QString(count, QLatin1Char('0'));
        m_weights.clear();
        m_current = std::clamp(m_current, 0, std::max(0, count - 1));
    }
    layOut(width());
    updateGeometry();
    update();
}

void BitRow::setBits(const QString& bits) {
    if (bits != m_bits && bits.size() == m_bits.size()) {
        m_bits = bits;
        update();
    }
}

void BitRow::setWeights(const QStringList& weights) {
    m_weights = weights;
    update();
}

void BitRow::setCurrentBit(int fromMsb) {
    m_current = std::clamp(fromMsb, 0, std::max(0, bitCount() - 1));
    update();
    if (hasFocus()) {
        announceCurrentBit(this);
    }
}

int BitRow::bitAt(const QPoint& point) const {
    for (int bit = 0; bit < bitCount(); ++bit) {
        if (cellRect(bit).adjusted(0, -1, 1, 1).contains(point)) {
            return bit;
        }
    }
    return -1;
}

std::size_t BitRow::groupOf(int fromMsb) const {
    std::size_t group = 0;
    for (int end = m_groups[0].count; fromMsb >= end && group + 1 < m_groups.size();) {
        end += m_groups[++group].count;
    }
    return group;
}

QString BitRow::bitName(int fromMsb) const {
    int first = 0;
    for (std::size_t group = 0; group < groupOf(fromMsb); ++group) {
        first += m_groups[group].count;
    }
    const int number = fromMsb - first + 1;
    QString name;
    switch (m_groups[groupOf(fromMsb)].kind) {
        case BitGroup::Kind::Sign:
            return tr("sign bit");
        case BitGroup::Kind::Exponent:
            name = tr("exponent bit %1").arg(number);
            break;
        case BitGroup::Kind::Mantissa:
            name = tr("mantissa bit %1").arg(number);
            break;
        case BitGroup::Kind::Index:
            name = tr("index bit %1").arg(number);
            break;
    }
    const QString weight = m_weights.value(fromMsb);
    return weight.isEmpty() ? name : tr("%1, weight %2").arg(name, weight);
}

void BitRow::toggle(int fromMsb) {
    emit gestureStarted();
    setCurrentBit(fromMsb);
    emit bitToggled(fromMsb);
}

QSize BitRow::sizeHint() const {
    return {preferredBitRowWidth(m_groups, m_size), m_height};
}

QSize BitRow::minimumSizeHint() const {
    return {40, m_height};
}

void BitRow::layOut(int width) {
    const BitRowLayout layout = layOutBitRow(m_groups, m_size, width);
    m_cells = layout.cells;
    if (layout.height != m_height) {
        m_height = layout.height;
        setFixedHeight(m_height);
    }
}

bool BitRow::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = bitAt(help->pos());
        QToolTip::showText(help->globalPos(), at < 0 ? QString() : bitName(at), this);
        return true;
    }
    return QWidget::event(event);
}

void BitRow::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int bit = 0; bit < bitCount(); ++bit) {
        paintCell(painter, bit, theme);
    }
    if (m_size == Size::Large) {
        paintTitles(painter, theme);
        paintWeights(painter, theme);
    }
    if (hasFocus() && m_current < bitCount()) {
        drawFocusRing(painter, QRectF(cellRect(m_current)).adjusted(-2, -2, 2, 2), 4, theme);
    }
}

void BitRow::paintCell(QPainter& painter, int fromMsb, const Theme& theme) const {
    const auto [cell, group] = colorsOf(m_groups[groupOf(fromMsb)].kind, theme);
    const bool one = bit(fromMsb);
    const QRectF box = QRectF(cellRect(fromMsb)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(one || fromMsb == m_hovered ? group.fill : cell.zeroBorder);
    painter.setBrush(one ? cell.one : cell.zero);
    const double radius = m_size == Size::Large ? 3 : 2;
    painter.drawRoundedRect(box, radius, radius);
    if (fromMsb == m_hovered) {
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
    if (box.width() >= 8) {
        painter.setFont(monoFont(box.width() >= 20 ? 15 : 11, QFont::Medium));
        painter.setPen(one ? theme.text : theme.text2);
        painter.drawText(box, Qt::AlignCenter, QString(m_bits.at(fromMsb)));
    }
}

void BitRow::paintTitles(QPainter& painter, const Theme& theme) const {
    painter.setFont(textFont(11, QFont::Medium));
    int first = 0;
    for (const BitGroup& group : m_groups) {
        const DataColor& color = colorsOf(group.kind, theme).group;
        for (int bit = first; bit < first + group.count; ++bit) {
            const QRect cell = cellRect(bit);
            const bool lineStarts = bit == first || cellRect(bit - 1).top() != cell.top();
            painter.fillRect(QRect(cell.left() - (lineStarts ? 0 : 2), cell.top() - 6,
                                   cell.width() + (lineStarts ? 0 : 2), 2),
                             color.fill);
        }
        const QRect start = cellRect(first);
        painter.setPen(color.text);
        first += group.count;
        const bool isLast = first >= bitCount() || cellRect(first).top() != start.top();
        const int room = (isLast ? width() : cellRect(first).left()) - start.left();
        const bool fits = painter.fontMetrics().horizontalAdvance(group.title) <= room;
        painter.drawText(QPoint(start.left(), start.top() - 11),
                         fits ? group.title : group.title.left(1));
    }
}

void BitRow::paintWeights(QPainter& painter, const Theme& theme) const {
    painter.setFont(monoFont(11));
    painter.setPen(theme.text3);
    QRect previous;
    for (int bit = 0; bit < bitCount() && bit < m_weights.size(); ++bit) {
        const QRect cell = cellRect(bit);
        const int text = qCeil(numberTextWidth(painter.font(), m_weights[bit]));
        const int left = std::clamp(cell.center().x() - text / 2, 0, std::max(0, width() - text));
        const QRect place(left, cell.bottom() + 2, text, 14);
        const bool sameLine = previous.isValid() && previous.top() == place.top();
        if (!sameLine || place.left() >= previous.right() + 1) {
            drawNumberText(painter, place, m_weights[bit], Qt::AlignHCenter);
            previous = place;
        }
    }
}

void BitRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut(width());
}

void BitRow::mousePressEvent(QMouseEvent* event) {
    const int at = bitAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || at < 0) {
        event->ignore();  // the row around the bits is selected by such a click
        return;
    }
    m_paintOnes = !bit(at);
    toggle(at);
}

void BitRow::mouseMoveEvent(QMouseEvent* event) {
    const int at = bitAt(event->position().toPoint());
    if (at != m_hovered) {
        m_hovered = at;
        setCursor(at < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
        update();
    }
    if ((event->buttons() & Qt::LeftButton) && at >= 0 && bit(at) != m_paintOnes) {
        setCurrentBit(at);
        emit bitToggled(at);
    }
}

void BitRow::leaveEvent(QEvent* event) {
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void BitRow::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & (Qt::AltModifier | Qt::ControlModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
        case Qt::Key_Left:
            setCurrentBit(m_current - 1);
            break;
        case Qt::Key_Right:
            setCurrentBit(m_current + 1);
            break;
        case Qt::Key_Home:
            setCurrentBit(0);
            break;
        case Qt::Key_End:
            setCurrentBit(bitCount() - 1);
            break;
        case Qt::Key_Space:
            toggle(m_current);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void BitRow::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    announceCurrentBit(this);
}

}  // namespace zeropoint::ui
