// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/diagram_button.h"

#include "ui/access/access.h"
#include "ui/controls/focus_ring.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int ringRoom = 4;  ///< the focus ring stands around the node
constexpr double chipWidth = 25;
constexpr double chipPadding = 1.5;  ///< beside its text, at least
constexpr int chipText = 11;
constexpr int leastChipText = 9;
constexpr int smallestTarget = 24;

}  // namespace

DiagramButton::DiagramButton(const DiagramNode& node, QWidget* parent)
    : QAbstractButton(parent), m_kind(node.kind), m_id(node.id()), m_title(node.title) {
    setAccess(this, {.role = QAccessible::RadioButton});
    setText(node.label);
    setAccessibleName(node.title);
    setToolTip(node.title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    placeAt(node.rect);
}

void DiagramButton::placeAt(const QRectF& rect) {
    QRect target = rect.toAlignedRect().adjusted(-ringRoom, -ringRoom, ringRoom, ringRoom);
    const int missing = std::max(0, smallestTarget - target.height());
    target.adjust(-missing / 2, -missing / 2, missing / 2, missing / 2);
    setGeometry(target);
}

void DiagramButton::setChip(const DiagramChip& chip) {
    m_chip = chip;
    QStringList parts;
    if (!chip.text.isEmpty()) {
        parts << tr("weights %1").arg(chip.text);
    }
    if (!chip.input.isEmpty()) {
        parts << tr("inputs %1").arg(chip.input);
    }
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    parts.prepend(m_title);
    setToolTip(parts.join(QStringLiteral(", ")));
    update();
}

void DiagramButton::setMarked(bool marked) {
    m_marked = marked;
    update();
}

void DiagramButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    emit entered();
}

void DiagramButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    emit left();
}

void DiagramButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        emit openRequested();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void DiagramButton::mouseDoubleClickEvent(QMouseEvent* event) {
    QAbstractButton::mouseDoubleClickEvent(event);
    emit openRequested();
}

QPen DiagramButton::outline() const {
    const Theme& theme = themeOf(this);
    if (isChecked()) {
        return QPen(theme.accent, 2.5);
    }
    switch (m_chip.kind) {
        case DiagramChip::Kind::Quantized:
            return QPen(theme.blue.line, 1.4);
        case DiagramChip::Kind::Adapter:
            return QPen(theme.pink.line, 1.4);
        default:
            return QPen(theme.control, 1);
    }
}

void DiagramButton::paintWeight(QPainter& painter, const QRectF& box) const {
    const Theme& theme = themeOf(this);
    painter.setPen(outline());
    painter.setBrush(hovered() ? theme.hover : theme.surface);
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(theme.text);
    painter.setFont(textFont(12, QFont::DemiBold));
    const bool tall = box.height() > 30;
    const double inset = tall ? 8 : 7;
    painter.drawText(box.adjusted(inset, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_chip.text.isEmpty()) {
        return;
    }
    const double name = inset + painter.fontMetrics().horizontalAdvance(text());
    const double margin = tall ? 6 : 3;
    paintChip(painter, box.adjusted(name + 2, margin, -margin, -margin), tall);
}

/// At the right of its room, which it never leaves: the format and the rank below each other where
/// there is height, smaller where there is none.
void DiagramButton::paintChip(QPainter& painter, const QRectF& room, bool tall) const {
    const Theme& theme = themeOf(this);
    const bool plain = m_chip.kind == DiagramChip::Kind::Plain;
    const QFont::Weight weight = plain ? QFont::Medium : QFont::Bold;
    QString text = m_chip.text;
    if (tall) {
        text.replace(QLatin1Char(' '), QLatin1Char('\n'));
    }
    int size = chipText;
    const auto width = [&] {
        return QFontMetricsF(monoFont(size, weight)).size(0, text).width() + 2 * chipPadding;
    };
    while (size > leastChipText && width() > room.width()) {
        --size;
    }
    const double wide = std::min(std::max(chipWidth, width()), room.width());
    const QRectF chip(room.right() - wide, room.top(), wide, room.height());
    const DataColor& color = m_chip.kind == DiagramChip::Kind::Adapter ? theme.pink : theme.blue;
    painter.setPen(Qt::NoPen);
    painter.setBrush(plain ? theme.sunken : color.soft);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(plain ? theme.text2 : color.text);
    painter.setFont(monoFont(size, weight));
    painter.drawText(chip, Qt::AlignCenter, text);
}

void DiagramButton::paintPill(QPainter& painter, const QRectF& box) const {
    const Theme& theme = themeOf(this);
    painter.setPen(isChecked() ? outline() : QPen(theme.border, 1));
    painter.setBrush(hovered() ? theme.hover : theme.background);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(theme.text2);
    painter.setFont(textFont(11));
    painter.drawText(box, Qt::AlignCenter, text());
}

void DiagramButton::paintSum(QPainter& painter, const QRectF& box) const {
    const Theme& theme = themeOf(this);
    painter.setPen(isChecked() ? outline() : QPen(theme.axis, 1.2));
    painter.setBrush(hovered() ? theme.hover : theme.surface);
    painter.drawEllipse(box);
    painter.setPen(QPen(theme.text2, 1.2));
    const QPointF middle = box.center();
    painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0));
    painter.drawLine(middle - QPointF(0, 4), middle + QPointF(0, 4));
}

void DiagramButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area(rect());
    switch (m_kind) {
        case DiagramNode::Kind::Weight:
            paintWeight(painter, area.adjusted(ringRoom, ringRoom, -ringRoom, -ringRoom));
            break;
        case DiagramNode::Kind::Function:
            paintPill(painter, area.adjusted(ringRoom, ringRoom, -ringRoom, -ringRoom));
            break;
        case DiagramNode::Kind::Sum:
            paintSum(painter, QRectF(area.center() - QPointF(8, 8), QSizeF(16, 16)));
            break;
    }
    if (hasFocus()) {
        drawFocusRing(painter, area, 7, themeOf(this));
    }
}

}  // namespace zeropoint::ui
