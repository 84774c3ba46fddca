// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/codes/code_table.h"

#include "ui/access/access.h"
#include "ui/controls/focus_ring.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_text.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int cellHeight = 24;
constexpr int headerHeight = 18;
constexpr int rowHeaderWidth = 34;
constexpr int widestLine = 16;

QString fitting(double value, const QFont& font, double room) {
    QString text = formatNumber(value, 6);
    for (int digits = 5; digits >= 2 && numberTextWidth(font, text) > room; --digits) {
        text = formatNumber(value, digits);
    }
    return text;
}

}  // namespace

std::vector<bool> codesMissingIn(const NumberFormat& format, const NumberFormat& other) {
    constexpr double tolerance = 1e-6;
    const auto values = [](const NumberFormat& of) {
        const double largest = limits(of).max;
        std::vector<double> list;
        for (std::uint64_t code = 0; code < (1ULL << of.bits); ++code) {
            list.push_back(decode(of, code) / largest);
        }
        return list;
    };
    const std::vector<double> there = values(other);
    std::vector<bool> missing;
    for (const double value : values(format)) {
        const bool found = std::any_of(there.begin(), there.end(), [&](double candidate) {
            return std::abs(candidate - value) < tolerance || candidate == value ||
                   (std::isnan(candidate) && std::isnan(value));
        });
        missing.push_back(!found);
    }
    return missing;
}

CodeTable::CodeTable(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.codes"), false);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);
}

void CodeTable::show(const RowFacts& facts) {
    m_facts = facts;
    setFixedHeight(sizeHint().height());
    setAccessibleName(tr("All codes of %1").arg(nameOf(*facts.format)));
    setAccessibleDescription(codeText(static_cast<int>(facts.code)));
    updateGeometry();
    update();
}

void CodeTable::setDiffering(const std::vector<bool>& differing) {
    m_differing = differing;
    update();
}

int CodeTable::codeCount() const {
    return m_facts.format ? 1 << m_facts.format->bits : 0;
}

int CodeTable::columns() const {
    return std::min(widestLine, std::max(1, codeCount()));
}

QSize CodeTable::sizeHint() const {
    const int lines = (codeCount() + columns() - 1) / columns();
    return {900, headerHeight + lines * cellHeight + 2};
}

QSize CodeTable::minimumSizeHint() const {
    return {560, sizeHint().height()};
}

QRectF CodeTable::cellRect(int code) const {
    const double wide = (width() - rowHeaderWidth - 2.0) / columns();
    return {rowHeaderWidth + wide * (code % columns()),
            static_cast<double>(headerHeight + cellHeight * (code / columns())), wide, cellHeight};
}

int CodeTable::codeAt(const QPointF& point) const {
    for (int code = 0; code < codeCount(); ++code) {
        if (cellRect(code).contains(point)) {
            return code;
        }
    }
    return -1;
}

QString CodeTable::codeText(int code) const {
    const NumberFormat& format = *m_facts.format;
    const auto own = static_cast<std::uint64_t>(code);
    return QString::fromStdString(toHex(format, own)) + QStringLiteral(" = ") +
           formatExact(storedValue(m_facts, own)) + QStringLiteral(", ") +
           numberClassName(classify(format, own));
}

void CodeTable::paintEvent(QPaintEvent*) {
    if (!m_facts.format) {
        return;
    }
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setFont(monoFont(11));
    painter.setPen(theme.text3);
    for (int column = 0; column < columns(); ++column) {
        const QRectF cell = cellRect(column);
        painter.drawText(QRectF(cell.left(), 0, cell.width(), headerHeight - 2), Qt::AlignCenter,
                         QStringLiteral("_%1").arg(column, 0, 16).toUpper());
    }
    for (int code = 0; code < codeCount(); code += columns()) {
        painter.drawText(QRectF(0, cellRect(code).top(), rowHeaderWidth - 6, cellHeight),
                         Qt::AlignVCenter | Qt::AlignRight,
                         QStringLiteral("%1_").arg(code / widestLine, 0, 16).toUpper());
    }
    for (int code = 0; code < codeCount(); ++code) {
        paintCell(painter, code);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawRoundedRect(cellRect(static_cast<int>(m_facts.code)).adjusted(1, 1, -1, -1), 3, 3);
    if (hasFocus()) {
        drawFocusRing(painter, rect(), 6, theme);
    }
}

void CodeTable::paintCell(QPainter& painter, int code) const {
    const Theme& theme = themeOf(this);
    const auto own = static_cast<std::uint64_t>(code);
    const QRectF cell = cellRect(code);
    const NumberClass kind = classify(*m_facts.format, own);
    const bool differs = own < m_differing.size() && m_differing[own];
    const bool special = kind == NumberClass::Nan || kind == NumberClass::Infinite;
    QColor fill = kind == NumberClass::Subnormal ? theme.background : theme.surface;
    fill = special ? theme.sunken : fill;
    fill = differs ? theme.orange.soft : fill;
    fill = code == m_hovered ? theme.hover : fill;
    fill = own == m_facts.code ? theme.accentSoft : fill;
    painter.fillRect(cell, fill);
    painter.setPen(differs ? theme.orange.line : theme.grid);
    painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(monoFont(11, own == m_facts.code ? QFont::DemiBold : QFont::Normal));
    painter.setPen(special ? theme.text3 : theme.text);
    const double value = storedValue(m_facts, own);
    const QString mark = differs ? QStringLiteral("≠ ") : QString();
    const double room = cell.width() - 6 - numberTextWidth(painter.font(), mark);
    drawNumberText(painter, cell, mark + fitting(value, painter.font(), room), Qt::AlignHCenter);
}

bool CodeTable::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int code = codeAt(help->pos());
        QToolTip::showText(help->globalPos(), code < 0 ? QString() : codeText(code), this);
        return true;
    }
    return QWidget::event(event);
}

void CodeTable::mousePressEvent(QMouseEvent* event) {
    const int code = codeAt(event->position());
    if (event->button() == Qt::LeftButton && code >= 0) {
        emit codePicked(static_cast<quint64>(code));
    }
}

void CodeTable::mouseMoveEvent(QMouseEvent* event) {
    m_hovered = codeAt(event->position());
    setCursor(m_hovered < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void CodeTable::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void CodeTable::keyPressEvent(QKeyEvent* event) {
    int step = 0;
    switch (event->key()) {
        case Qt::Key_Left:
            step = -1;
            break;
        case Qt::Key_Right:
            step = 1;
            break;
        case Qt::Key_Up:
            step = -columns();
            break;
        case Qt::Key_Down:
            step = columns();
            break;
        default:
            break;
    }
    const int code = static_cast<int>(m_facts.code) + step;
    if (step == 0 || event->modifiers() != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
    } else if (code >= 0 && code < codeCount()) {
        emit codePicked(static_cast<quint64>(code));
    }
}

TableContent CodeTable::table() const {
    TableContent content{accessibleName(), {tr("code"), tr("value"), tr("kind")}, {}};
    for (int code = 0; code < codeCount(); ++code) {
        const auto own = static_cast<std::uint64_t>(code);
        content.rows.append({QString::fromStdString(toHex(*m_facts.format, own)),
                             storedValue(m_facts, own),
                             numberClassName(classify(*m_facts.format, own))});
    }
    return content;
}

}  // namespace zeropoint::ui
