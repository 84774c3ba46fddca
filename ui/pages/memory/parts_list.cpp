// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/parts_list.h"

#include "ui/pages/memory/memory_chart.h"
#include "ui/text/memory_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 38;
constexpr int totalHeight = 26;
constexpr int indent = 18;
constexpr int swatch = 10;
constexpr double staleOpacity = 0.5;

QString tipOf(const MemoryRow& row) {
    QStringList lines{rowName(row), rowFormula(row), rowExplains(row)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

PartsList::PartsList(QWidget* parent) : QWidget(parent) {
    setAccess(this, {.role = QAccessible::List, .items = [this] { return items(); }});
    setAccessibleName(tr("The estimate part by part"));
    setHowKnownAt(
        this, [this](const QPoint& at) { return howKnown(at); }, true);
    setCursor(Qt::WhatsThisCursor);
}

void PartsList::show(const MemoryEstimate* estimate, bool binary, bool stale) {
    m_rows.clear();
    m_total = 0;
    m_binary = binary;
    m_stale = stale;
    QStringList texts;
    if (estimate != nullptr) {
        for (const MemoryRow& row : estimate->rows) {
            if (row.bytes > 0) {
                m_rows.push_back(row);
                texts << rowName(row) + QLatin1Char(' ') + memoryText(double(row.bytes), binary);
            }
        }
        m_total = estimate->total();
        texts << tr("total %1").arg(memoryText(double(m_total), binary));
    }
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
    const int needed = minimumSizeHint().height();
    if (minimumHeight() != needed) {
        setMinimumHeight(needed);
    }
    update();
}

/// Of the row at a place, else of the sum.
HowKnownAnswer PartsList::howKnown(const QPoint& at) const {
    const auto row = static_cast<std::size_t>(std::max(0, at.y()) / rowHeight);
    if (!rect().contains(at) || row >= m_rows.size()) {
        QStringList parts;
        for (const MemoryRow& one : m_rows) {
            parts << memoryAmount(double(one.bytes), m_binary);
        }
        return {QStringLiteral("memory.total"), parts.join(QStringLiteral(" + ")) +
                                                    QStringLiteral(" = ") +
                                                    memoryText(double(m_total), m_binary)};
    }
    const MemoryRow& one = m_rows[row];
    const QString explains = rowExplains(one);
    return {partKnown(partOf(one)),
            rowName(one) + QStringLiteral(": ") + rowFormula(one) + QStringLiteral(" = ") +
                memoryText(double(one.bytes), m_binary) +
                (explains.isEmpty() ? QString() : QLatin1Char('\n') + explains)};
}

std::vector<AccessItem> PartsList::items() const {
    std::vector<AccessItem> items;
    const auto add = [&](const QString& name, std::int64_t bytes, int height) {
        const int top = static_cast<int>(items.size()) * rowHeight;
        items.push_back({name, memoryText(double(bytes), m_binary), {0, top, width(), height}});
    };
    for (const MemoryRow& row : m_rows) {
        add(rowName(row), row.bytes, rowHeight);
    }
    add(tr("Total"), m_total, totalHeight);
    return items;
}

QSize PartsList::minimumSizeHint() const {
    return {180, static_cast<int>(m_rows.size()) * rowHeight + totalHeight};
}

void PartsList::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_stale ? staleOpacity : 1);
    double y = 0;
    for (const MemoryRow& row : m_rows) {
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(0, y + 0.5), QPointF(width(), y + 0.5));
        painter.setPen(Qt::NoPen);
        painter.setBrush(partBrush(theme, partOf(row), this));
        painter.setBrushOrigin(0, y);
        painter.drawRoundedRect(QRectF(0, y + 13, swatch, swatch), 2, 2);
        painter.setBrush(Qt::NoBrush);
        painter.setFont(monoFont(12));
        const QString amount = memoryAmount(double(row.bytes), m_binary);
        const double figure = painter.fontMetrics().horizontalAdvance(amount) + 8;
        painter.setPen(theme.text);
        painter.drawText(QRectF(0, y, width(), rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                         amount);
        const QRectF words(indent, y + 2, width() - indent - figure, 17);
        painter.setFont(textFont(12));
        painter.drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(rowName(row), Qt::ElideRight, int(words.width())));
        painter.setFont(monoFont(11));
        painter.setPen(theme.text3);
        painter.drawText(
            words.translated(0, 17), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(rowFormula(row), Qt::ElideRight, int(words.width())));
        y += rowHeight;
    }
    painter.setPen(QPen(theme.control, 1));
    painter.drawLine(QPointF(0, y + 0.5), QPointF(width(), y + 0.5));
    const QRectF total(0, y, width(), totalHeight);
    painter.setFont(textFont(12, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(total.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Total"));
    painter.setFont(monoFont(12, QFont::DemiBold));
    painter.drawText(total, Qt::AlignRight | Qt::AlignVCenter,
                     memoryText(double(m_total), m_binary));
}

bool PartsList::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto row = static_cast<std::size_t>(help->pos().y() / rowHeight);
        QToolTip::showText(help->globalPos(), row < m_rows.size() ? tipOf(m_rows[row]) : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace zeropoint::ui
