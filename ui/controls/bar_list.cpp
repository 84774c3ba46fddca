// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/bar_list.h"

#include "ui/access/access.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int nameWidth = 154;
constexpr int figureWidth = 118;
constexpr int detailWidth = 168;
constexpr int comfortableRow = 28;

}  // namespace

BarList::BarList(QWidget* parent) : QWidget(parent) {
    setAccess(this,
              {.role = QAccessible::List, .items = [this] {
                   std::vector<AccessItem> items;
                   for (const Bar& bar : m_bars) {
                       const auto row = static_cast<double>(items.size());
                       items.push_back(
                           {bar.name, bar.figure + QLatin1Char(' ') + bar.detail,
                            QRectF(0, row * rowHeight(), width(), rowHeight()).toAlignedRect(),
                            bar.best});
                   }
                   return items;
               }});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarList::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    QStringList sentences;
    for (const Bar& bar : m_bars) {
        sentences << bar.name + QLatin1Char(' ') + bar.figure +
                         (bar.best ? QLatin1Char(' ') + tr("(best)") : QString());
    }
    setAccessibleDescription(sentences.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize BarList::sizeHint() const {
    return {560, comfortableRow * static_cast<int>(std::max<std::size_t>(1, m_bars.size()))};
}

QSize BarList::minimumSizeHint() const {
    return {300, 20 * static_cast<int>(std::max<std::size_t>(1, m_bars.size()))};
}

double BarList::rowHeight() const {
    const double rows = std::max<double>(1, static_cast<double>(m_bars.size()));
    return std::min<double>(comfortableRow, height() / rows);
}

void BarList::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    double most = 1e-9;
    for (const Bar& bar : m_bars) {
        most = std::max(most, bar.value);
    }
    const bool details = width() > nameWidth + figureWidth + detailWidth + 120;
    const double room = width() - nameWidth - figureWidth - (details ? detailWidth : 0) - 8;
    double y = 0;
    for (const Bar& bar : m_bars) {
        const double high = rowHeight();
        painter.setFont(textFont(12, bar.best ? QFont::DemiBold : QFont::Normal));
        painter.setPen(theme.text);
        painter.drawText(QRectF(0, y, nameWidth - 8, high), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, nameWidth - 8));
        const QRectF groove(nameWidth, y + high / 2 - 5, room, 10);
        const double share = std::clamp(bar.value / most, 0.0, 1.0);
        painter.fillRect(groove, theme.sunken);
        painter.fillRect(QRectF(groove.topLeft(), QSizeF(room * share, 10)),
                         bar.best ? theme.blue.fill : theme.grey.fill);
        painter.setFont(monoFont(12, bar.best ? QFont::DemiBold : QFont::Normal));
        painter.setPen(bar.best ? theme.good : theme.text);
        painter.drawText(QRectF(nameWidth + room + 8, y, figureWidth, high),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         bar.best ? bar.figure + QLatin1Char(' ') + tr("best") : bar.figure);
        if (details) {
            painter.setFont(monoFont(11));
            painter.setPen(theme.text3);
            painter.drawText(QRectF(width() - detailWidth, y, detailWidth, high),
                             Qt::AlignRight | Qt::AlignVCenter, bar.detail);
        }
        y += high;
    }
}

bool BarList::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto at = static_cast<std::size_t>(help->pos().y() / std::max(1.0, rowHeight()));
        QToolTip::showText(help->globalPos(), at < m_bars.size() ? m_bars[at].tip : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace zeropoint::ui
