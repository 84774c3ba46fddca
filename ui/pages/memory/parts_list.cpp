// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/parts_list.h"

#include "ui/controls/row_painter.h"
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

constexpr int partHeight = 38;
constexpr int totalHeight = 26;
constexpr int lineHeight = 17;  ///< of the two of a row
constexpr int indent = 18;
constexpr int swatch = 10;
constexpr double staleRows = 0.5;

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
    const auto row = static_cast<std::size_t>(std::max(0, at.y()) / partHeight);
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
        const int top = static_cast<int>(items.size()) * partHeight;
        items.push_back({name, memoryText(double(bytes), m_binary), {0, top, width(), height}});
    };
    for (const MemoryRow& row : m_rows) {
        add(rowName(row), row.bytes, partHeight);
    }
    add(tr("Total"), m_total, totalHeight);
    return items;
}

QSize PartsList::minimumSizeHint() const {
    return {180, static_cast<int>(m_rows.size()) * partHeight + totalHeight};
}

void PartsList::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setOpacity(m_stale ? staleRows : 1);
    QRect place(0, 0, width(), partHeight);
    for (const MemoryRow& part : m_rows) {
        paintPart(painter, place, part);
        place.translate(0, partHeight);
    }
    place.setHeight(totalHeight);
    RowPainter row(&painter, place, theme);
    row.line(theme.control, Qt::TopEdge);
    row.words(place.adjusted(indent, 0, 0, 0), tr("Total"), textFont(12, QFont::DemiBold),
              theme.text);
    row.words(place, memoryText(double(m_total), m_binary), monoFont(12, QFont::DemiBold),
              theme.text, Qt::AlignRight | Qt::AlignVCenter);
}

void PartsList::paintPart(QPainter& painter, const QRect& place, const MemoryRow& part) const {
    const Theme& theme = themeOf(this);
    RowPainter row(&painter, place, theme);
    row.line(theme.grid, Qt::TopEdge);
    row.swatch(QRectF(place.left(), place.top() + 13, swatch, swatch),
               partBrush(theme, partOf(part), this));
    const QString amount = memoryAmount(double(part.bytes), m_binary);
    const QFont figures = monoFont(12);
    row.words(place, amount, figures, theme.text, Qt::AlignRight | Qt::AlignVCenter);
    const int figure = QFontMetrics(figures).horizontalAdvance(amount) + 8;
    const QRect words(indent, place.top() + 2, width() - indent - figure, lineHeight);
    row.words(words, rowName(part), textFont(12), theme.text);
    row.words(words.translated(0, lineHeight), rowFormula(part), monoFont(11), theme.text3);
}

bool PartsList::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto row = static_cast<std::size_t>(help->pos().y() / partHeight);
        QToolTip::showText(help->globalPos(), row < m_rows.size() ? tipOf(m_rows[row]) : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace zeropoint::ui
