// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/ranked_bars.h"

#include "ui/access/access.h"
#include "ui/controls/focus_ring.h"
#include "ui/controls/how_known.h"
#include "ui/state/highlight.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 24;
constexpr int barHeight = 16;
constexpr int figureWidth = 56;
constexpr int gap = 8;

}  // namespace

RankedBars::RankedBars(QWidget* parent) : QWidget(parent) {
    setAccess(
        this,
        {.role = QAccessible::List,
         .value = [this] { return m_current; },
         .items = [this] { return accessItems(); },
         .choose = [this](int item) { choose(m_bars[static_cast<std::size_t>(item)].name); }});
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    const auto known = [this](const QPoint& at) {
        const auto row = static_cast<std::size_t>(std::max(0, at.y()) / rowHeight);
        const bool inside = rect().contains(at) && row < m_bars.size();
        return HowKnownAnswer{
            QStringLiteral("tradeoff.sensitivity"),
            inside ? m_bars[row].name + QStringLiteral(": ") + m_bars[row].text : QString()};
    };
    setHowKnownAt(this, known, false);
}

std::vector<AccessItem> RankedBars::accessItems() const {
    std::vector<AccessItem> items;
    for (const Bar& bar : m_bars) {
        const int top = static_cast<int>(items.size()) * rowHeight;
        items.push_back(
            {bar.name, bar.text, QRect(0, top, width(), rowHeight), bar.name == m_current});
    }
    return items;
}

void RankedBars::setHighlight(const QString& name) {
    m_highlight = name;
    update();
}

void RankedBars::follow(Highlight& highlight) {
    connect(this, &RankedBars::hovered, &highlight, &Highlight::setLayer);
    connect(this, &RankedBars::chosen, &highlight, &Highlight::chooseLayer);
    connect(&highlight, &Highlight::layerChanged, this,
            [this, &highlight] { setHighlight(highlight.layer()); });
}

void RankedBars::setCurrent(const QString& name) {
    m_current = name;
    emit currentMoved();
    update();
}

QString RankedBars::nameAt(const QPointF& position) const {
    const int row = static_cast<int>(position.y()) / rowHeight;
    return position.y() < 0 || row >= static_cast<int>(m_bars.size())
               ? QString()
               : m_bars[static_cast<std::size_t>(row)].name;
}

int RankedBars::indexOf(const QString& name) const {
    const auto found = std::find_if(m_bars.begin(), m_bars.end(),
                                    [&](const Bar& bar) { return bar.name == name; });
    return found == m_bars.end() ? -1 : static_cast<int>(found - m_bars.begin());
}

QPoint RankedBars::pointOf(const QString& name) const {
    return {width() / 2, indexOf(name) * rowHeight + rowHeight / 2};
}

void RankedBars::choose(const QString& name) {
    if (!name.isEmpty()) {
        setCurrent(name);
        emit chosen(name);
    }
}

void RankedBars::mouseMoveEvent(QMouseEvent* event) {
    emit hovered(nameAt(event->position()));
}

void RankedBars::mousePressEvent(QMouseEvent* event) {
    choose(nameAt(event->position()));
}

void RankedBars::leaveEvent(QEvent*) {
    emit hovered({});
}

void RankedBars::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(m_bars.size());
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || count == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    choose(
        m_bars[static_cast<std::size_t>(std::clamp(indexOf(m_current) + step, 0, count - 1))].name);
}

void RankedBars::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    emit currentMoved();
}

void RankedBars::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    std::stable_sort(m_bars.begin(), m_bars.end(),
                     [](const Bar& a, const Bar& b) { return a.value > b.value; });
    setMinimumHeight(static_cast<int>(m_bars.size()) * rowHeight);
    QStringList texts;
    for (const Bar& bar : m_bars) {
        texts << bar.name + QLatin1Char(' ') + bar.text;
    }
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
    emit currentMoved();
    update();
}

void RankedBars::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setFont(textFont(12));
    int names = 0;
    double largest = 0;
    for (const Bar& bar : m_bars) {
        names = std::max(names, painter.fontMetrics().horizontalAdvance(bar.name));
        largest = std::max(largest, bar.value);
    }
    names = std::min(names, width() / 2);
    const double room = width() - names - gap - figureWidth;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        const double top = static_cast<double>(i) * rowHeight;
        const bool marked = bar.name == m_highlight || bar.name == m_current;
        if (marked) {
            painter.fillRect(QRectF(0, top, width(), rowHeight),
                             bar.name == m_current ? theme.accentSoft : theme.hover);
        }
        painter.setFont(textFont(12, marked ? QFont::DemiBold : QFont::Normal));
        painter.setPen(marked || i == 0 ? theme.text : theme.text2);
        painter.drawText(QRectF(0, top, names, rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                         bar.name);
        const double length = largest > 0 ? std::max(0.0, bar.value) / largest * room : 0;
        const QRectF body(names + gap, top + (rowHeight - barHeight) / 2.0, std::max(1.0, length),
                          barHeight);
        painter.fillRect(body, theme.grey.fill);
        painter.setFont(monoFont(12));
        painter.setPen(theme.text);
        painter.drawText(QRectF(body.right() + gap, top, figureWidth, rowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, bar.text);
    }
    if (hasFocus()) {
        drawFocusRing(painter, rect(), 4, theme);
    }
}

QScrollArea* scrollAreaOf(RankedBars* bars) {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bars);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    QObject::connect(bars, &RankedBars::currentMoved, scroll, [bars, scroll] {
        const int middle = bars->pointOf(bars->current()).y();
        if (middle >= 0) {
            scroll->ensureVisible(0, bars->y() + middle, 0, rowHeight / 2);
        }
    });
    return scroll;
}

}  // namespace zeropoint::ui
