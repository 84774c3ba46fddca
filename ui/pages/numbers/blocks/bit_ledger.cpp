// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/blocks/bit_ledger.h"

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/controls/part_bar.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int barHeight = 14;
constexpr int lineHeight = 24;
constexpr int figureWidth = 72;

}  // namespace

BitLedger::BitLedger(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.ledger"), false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Bits per weight"));
}

double BitLedger::total() const {
    double sum = 0;
    for (const Item& item : m_items) {
        sum += item.bits;
    }
    return sum;
}

void BitLedger::setItems(std::vector<Item> items) {
    m_items = std::move(items);
    QStringList lines;
    for (const Item& item : m_items) {
        lines << item.name + QLatin1Char(' ') + formatNumber(item.bits, 6);
    }
    setAccessibleDescription(tr("%1; together %2 bits per weight")
                                 .arg(lines.join(QStringLiteral(", ")), formatNumber(total(), 6)));
    setFixedHeight(sizeHint().height());
    updateGeometry();
    update();
}

QSize BitLedger::sizeHint() const {
    return {420, barHeight + 10 + lineHeight * (static_cast<int>(m_items.size()) + 1)};
}

void BitLedger::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<BarPart> parts;
    for (const Item& item : m_items) {
        parts.push_back({item.bits, item.color(theme)});
    }
    paintParts(painter, QRectF(0, 0, width(), barHeight), parts);
    double y = barHeight + 10;
    for (const Item& item : m_items) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(item.color(theme));
        painter.drawRoundedRect(QRectF(0, y + lineHeight / 2.0 - 5, 10, 10), 2, 2);
        painter.setFont(textFont(12));
        painter.setPen(theme.text);
        const int name = painter.fontMetrics().horizontalAdvance(item.name);
        painter.drawText(QRectF(18, y, name + 4, lineHeight), Qt::AlignVCenter, item.name);
        painter.setFont(monoFont(11));
        painter.setPen(theme.text3);
        const QRectF room(18 + name + 10, y, width() - 28 - name - figureWidth, lineHeight);
        painter.drawText(room, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(item.detail, Qt::ElideRight,
                                                          static_cast<int>(room.width())));
        painter.setFont(monoFont(12));
        painter.setPen(theme.text);
        painter.drawText(QRectF(width() - figureWidth, y, figureWidth, lineHeight),
                         Qt::AlignVCenter | Qt::AlignRight, formatNumber(item.bits, 5));
        y += lineHeight;
    }
    painter.setPen(theme.border);
    painter.drawLine(QPointF(0, y + 0.5), QPointF(width(), y + 0.5));
    painter.setFont(textFont(12, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(QRectF(0, y, width(), lineHeight), Qt::AlignVCenter, tr("bits per weight"));
    painter.setFont(monoFont(13, QFont::DemiBold));
    painter.drawText(QRectF(0, y, width(), lineHeight), Qt::AlignVCenter | Qt::AlignRight,
                     formatNumber(total(), 6));
}

TableContent BitLedger::table() const {
    TableContent content{accessibleName(), {tr("what"), tr("calculation"), tr("bits")}, {}};
    for (const Item& item : m_items) {
        content.rows.append({item.name, item.detail, item.bits});
    }
    content.rows.append({tr("together"), QString(), total()});
    return content;
}

}  // namespace zeropoint::ui
