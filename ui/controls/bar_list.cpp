// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/bar_list.h"

#include "ui/controls/focus_ring.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int gap = 8;
constexpr int comparedNames = 146;
constexpr int comparedFigures = 118;
constexpr int comparedDetails = 168;
constexpr int comparedBar = 10;
constexpr int comfortableRow = 28;
constexpr int leastBars = 120;  ///< pixels that details leave to them
constexpr int rankedFigures = 56;
constexpr int rankedBar = 16;
constexpr int rankedRow = 24;

}  // namespace

BarList::BarList(Kind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
    Access access{.role = QAccessible::List, .items = [this] { return accessItems(); }};
    if (ranked()) {
        access.value = [this] { return current(); };
        access.choose = [this](int item) { choose(&m_bars[static_cast<std::size_t>(item)]); };
        setMouseTracking(true);
        setFocusPolicy(Qt::StrongFocus);
    } else {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }
    setAccess(this, std::move(access));
}

void BarList::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    if (ranked()) {
        std::stable_sort(m_bars.begin(), m_bars.end(),
                         [](const Bar& a, const Bar& b) { return a.value > b.value; });
        setMinimumHeight(static_cast<int>(m_bars.size()) * rankedRow);
    }
    QStringList sentences;
    for (const Bar& bar : m_bars) {
        sentences << bar.name + QLatin1Char(' ') + bar.figure +
                         (bar.best ? QLatin1Char(' ') + tr("(best)") : QString());
    }
    setAccessibleDescription(sentences.join(QStringLiteral(", ")));
    updateGeometry();
    emit currentMoved();
    update();
}

std::vector<AccessItem> BarList::accessItems() const {
    std::vector<AccessItem> items;
    for (const Bar& bar : m_bars) {
        const double top = static_cast<double>(items.size()) * rowHeight();
        const QString figures =
            bar.detail.isEmpty() ? bar.figure : bar.figure + QLatin1Char(' ') + bar.detail;
        items.push_back({bar.name, figures, QRectF(0, top, width(), rowHeight()).toAlignedRect(),
                         ranked() ? bar.name == m_current : bar.best});
    }
    return items;
}

QSize BarList::sizeHint() const {
    const int rows = static_cast<int>(std::max<std::size_t>(1, m_bars.size()));
    return ranked() ? QSize(-1, -1) : QSize(560, comfortableRow * rows);
}

QSize BarList::minimumSizeHint() const {
    const int rows = static_cast<int>(std::max<std::size_t>(1, m_bars.size()));
    return ranked() ? QSize(-1, -1) : QSize(300, 20 * rows);
}

double BarList::rowHeight() const {
    const double rows = std::max<double>(1, static_cast<double>(m_bars.size()));
    return ranked() ? rankedRow : std::min<double>(comfortableRow, height() / rows);
}

void BarList::setHighlight(const QString& name) {
    m_highlight = name;
    update();
}

void BarList::setCurrent(const QString& name) {
    m_current = name;
    emit currentMoved();
    update();
}

QString BarList::current() const {
    const bool here = std::ranges::find(m_bars, m_current, &Bar::name) != m_bars.end();
    return here ? m_current : QString();
}

bool BarList::marked(const Bar& bar) const {
    return bar.name == m_highlight || bar.name == m_current;
}

const BarList::Bar* BarList::barAt(const QPoint& position) const {
    const auto row =
        static_cast<std::size_t>(std::max(0, position.y()) / std::max(1.0, rowHeight()));
    return rect().contains(position) && row < m_bars.size() ? &m_bars[row] : nullptr;
}

int BarList::indexOf(const QString& name) const {
    const auto found = std::find_if(m_bars.begin(), m_bars.end(),
                                    [&](const Bar& bar) { return bar.name == name; });
    return found == m_bars.end() ? -1 : static_cast<int>(found - m_bars.begin());
}

QPoint BarList::pointOf(const QString& name) const {
    return {width() / 2, static_cast<int>((indexOf(name) + 0.5) * rowHeight())};
}

void BarList::choose(const Bar* bar) {
    if (ranked() && bar != nullptr) {
        const QString name = bar->name;  // who hears of it may set other bars
        setCurrent(name);
        emit chosen(name);
    }
}

void BarList::mouseMoveEvent(QMouseEvent* event) {
    const Bar* bar = barAt(event->pos());
    emit hovered(bar != nullptr ? bar->name : QString());
}

void BarList::mousePressEvent(QMouseEvent* event) {
    choose(barAt(event->pos()));
}

void BarList::leaveEvent(QEvent*) {
    emit hovered({});
}

void BarList::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(m_bars.size());
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || count == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int next = std::clamp(indexOf(m_current) + step, 0, count - 1);
    choose(&m_bars[static_cast<std::size_t>(next)]);
}

void BarList::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    emit currentMoved();
}

bool BarList::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Bar* bar = barAt(help->pos());
        QToolTip::showText(help->globalPos(), bar != nullptr ? bar->tip : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

BarList::Columns BarList::columns() const {
    if (!ranked()) {
        const int rest = width() - comparedNames - comparedFigures - 2 * gap;
        const int details = rest + gap > comparedDetails + leastBars ? comparedDetails : 0;
        return {comparedNames, double(rest - details), double(details)};
    }
    const QFontMetrics metrics(textFont(12, QFont::DemiBold));  // as a marked one is
    int names = 0;
    for (const Bar& bar : m_bars) {
        names = std::max(names, metrics.horizontalAdvance(bar.name) + 1);
    }
    names = std::min(names, width() / 2);
    return {double(names), double(width() - names - gap - rankedFigures), 0};
}

void BarList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    double most = 0;
    for (const Bar& bar : m_bars) {
        most = std::max(most, bar.value);
    }
    const Columns where = columns();
    QRectF row(0, 0, width(), rowHeight());
    for (const Bar& bar : m_bars) {
        paintBar(painter, bar, row, where, most > 0 ? std::max(0.0, bar.value) / most : 0);
        row.translate(0, row.height());
    }
    if (hasFocus()) {
        drawFocusRing(painter, rect(), 4, themeOf(this));
    }
}

void BarList::paintBar(QPainter& painter, const Bar& bar, const QRectF& row, const Columns& columns,
                       double share) const {
    const Theme& theme = themeOf(this);
    const bool strong = bar.best || marked(bar);
    if (marked(bar)) {
        painter.fillRect(row, bar.name == m_current ? theme.accentSoft : theme.hover);
    }
    painter.setFont(textFont(12, strong ? QFont::DemiBold : QFont::Normal));
    painter.setPen(!ranked() || strong || &bar == &m_bars.front() ? theme.text : theme.text2);
    const QRectF name(0, row.top(), columns.names, row.height());
    painter.drawText(
        name, (ranked() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, static_cast<int>(name.width())));
    const double high = ranked() ? rankedBar : comparedBar;
    const QRectF groove(columns.names + gap, row.center().y() - high / 2, columns.bars, high);
    QRectF body = groove;
    body.setWidth(ranked() ? std::max(1.0, share * groove.width()) : share * groove.width());
    if (!ranked()) {
        painter.fillRect(groove, theme.sunken);
    }
    painter.fillRect(body, bar.best ? theme.blue.fill : theme.grey.fill);
    painter.setFont(monoFont(12, bar.best ? QFont::DemiBold : QFont::Normal));
    painter.setPen(bar.best ? theme.good : theme.text);
    const double figure = (ranked() ? body.right() : groove.right()) + gap;
    painter.drawText(
        QRectF(figure, row.top(), ranked() ? rankedFigures : comparedFigures, row.height()),
        Qt::AlignLeft | Qt::AlignVCenter,
        bar.best ? bar.figure + QLatin1Char(' ') + tr("best") : bar.figure);
    if (columns.details > 0) {
        painter.setFont(monoFont(11));
        painter.setPen(theme.text3);
        painter.drawText(
            QRectF(width() - columns.details, row.top(), columns.details, row.height()),
            Qt::AlignRight | Qt::AlignVCenter, bar.detail);
    }
}

}  // namespace zeropoint::ui
