// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/device_grid.h"

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/pages/memory/bar_words.h"
#include "ui/pages/memory/memory_columns.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 34;
constexpr double cellHeight = 26;
constexpr double staleOpacity = 0.5;

}  // namespace

DeviceGrid::DeviceGrid(const QWidget* above, QWidget* parent) : QWidget(parent), m_above(above) {
    setAccess(this, {.role = QAccessible::Table, .table = [this] { return table(); }});
    const auto known = [this](const QPoint& at) {
        const int row = rect().contains(at) ? rowAt(at.y()) : -1;
        const int bar = MemoryColumns(m_above->width()).at(at.x());
        return HowKnownAnswer{QStringLiteral("memory.fits"),
                              row < 0 || bar < 0 ? QString() : cellText(row, bar)};
    };
    setHowKnownAt(this, known, false);
    setAccessibleName(tr("Which setting fits on which device"));
}

void DeviceGrid::show(const MemoryAnswer* answer, int bar, bool binary, bool stale) {
    m_answer = answer;
    m_bar = bar;
    m_binary = binary;
    m_stale = stale;
    const int rows = answer == nullptr ? 0 : static_cast<int>(answer->devices.size());
    setMinimumHeight(rows * rowHeight);
    setAccessibleDescription(description());
    update();
}

int DeviceGrid::rowAt(double y) const {
    const int row = static_cast<int>(y) / rowHeight;
    return m_answer != nullptr && y >= 0 && row < static_cast<int>(m_answer->devices.size()) ? row
                                                                                             : -1;
}

void DeviceGrid::paintEvent(QPaintEvent*) {
    if (m_answer == nullptr) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_stale ? staleOpacity : 1);
    for (int row = 0; row < static_cast<int>(m_answer->devices.size()); ++row) {
        paintRow(painter, row);
    }
}

void DeviceGrid::paintRow(QPainter& painter, int row) const {
    const Theme& theme = themeOf(this);
    const MemoryColumns columns(m_above->width());
    const MemoryDevice& device = m_answer->devices[static_cast<std::size_t>(row)];
    const double top = row * rowHeight;
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QPointF(0, top + 0.5), QPointF(width(), top + 0.5));
    for (int bar = 0; bar < static_cast<int>(device.fits.size()); ++bar) {
        const double w = columns.pitch() - 6;
        paintCell(
            painter,
            QRectF(columns.middle(bar) - w / 2, top + (rowHeight - cellHeight) / 2, w, cellHeight),
            device.fits[static_cast<std::size_t>(bar)]);
    }
    const QRectF place(columns.right() + 8, top, columns.namesWidth() - 8, rowHeight);
    painter.setFont(textFont(11, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(shortDeviceName(device.device),
                                                      Qt::ElideRight, int(place.width())));
}

void DeviceGrid::paintCell(QPainter& painter, const QRectF& cell, const DeviceFit& fit) const {
    const Theme& theme = themeOf(this);
    const Verdict verdict = verdictOf(fit);
    painter.setFont(textFont(11, verdict == Verdict::TooLarge ? QFont::Normal : QFont::Medium));
    if (verdict == Verdict::TooLarge) {
        painter.setPen(theme.text2);
        painter.drawText(cell, Qt::AlignCenter,
                         QString(QChar(0x2715)) + QLatin1Char(' ') + verdictText(fit));
        return;
    }
    const DataColor& color = verdict == Verdict::Fits    ? theme.green
                             : verdict == Verdict::Tight ? theme.orange
                                                         : theme.sky;
    painter.setPen(QPen(color.line, 1));
    painter.setBrush(color.soft);
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(color.text);
    painter.drawText(
        cell, Qt::AlignCenter,
        painter.fontMetrics().elidedText(verdictText(fit), Qt::ElideRight, int(cell.width()) - 4));
}

QString DeviceGrid::cellText(int device, int bar) const {
    return m_answer == nullptr
               ? QString()
               : verdictSentence(*m_answer, m_answer->devices[static_cast<std::size_t>(device)],
                                 bar, m_binary);
}

TableContent DeviceGrid::table() const {
    TableContent content{accessibleName(), {tr("Device")}, {}};
    if (m_answer == nullptr) {
        return content;
    }
    const int bars = static_cast<int>(m_answer->bars.size());
    for (int bar = 0; bar < bars; ++bar) {
        content.columns << barName(*m_answer, bar);
    }
    for (int device = 0; device < static_cast<int>(m_answer->devices.size()); ++device) {
        const std::string& name = m_answer->devices[static_cast<std::size_t>(device)].device.name;
        QVariantList row{QString::fromStdString(name)};
        for (int bar = 0; bar < bars; ++bar) {
            row << cellText(device, bar);
        }
        content.rows << row;
    }
    return content;
}

QPoint DeviceGrid::pointOf(int device, int bar) const {
    return {static_cast<int>(MemoryColumns(m_above->width()).middle(bar)),
            device * rowHeight + rowHeight / 2};
}

QString DeviceGrid::description() const {
    QStringList rows;
    for (int device = 0;
         m_answer != nullptr && m_bar >= 0 && device < static_cast<int>(m_answer->devices.size());
         ++device) {
        rows << cellText(device, m_bar);
    }
    return rows.join(QLatin1Char(' '));
}

bool DeviceGrid::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_answer != nullptr) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos().y());
        const int bar = MemoryColumns(m_above->width()).at(help->pos().x());
        QToolTip::showText(help->globalPos(), row < 0 || bar < 0 ? QString() : cellText(row, bar),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void DeviceGrid::mousePressEvent(QMouseEvent* event) {
    const int bar = MemoryColumns(m_above->width()).at(event->position().x());
    if (bar >= 0 && rowAt(event->position().y()) >= 0) {
        emit chosen(bar);
    }
}

}  // namespace zeropoint::ui
