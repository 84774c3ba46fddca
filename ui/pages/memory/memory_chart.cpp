// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_chart.h"

#include "ui/access/access.h"
#include "ui/controls/focus_ring.h"
#include "ui/controls/hatch.h"
#include "ui/pages/memory/bar_words.h"
#include "ui/pages/memory/memory_columns.h"
#include "ui/state/memory_model.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace zeropoint::ui {
namespace {

constexpr double headHeight = 44;  ///< groups and totals
constexpr double footHeight = 42;  ///< names of the bars
constexpr double barShare = 0.68;  ///< of a column
constexpr double zigzag = 8;
constexpr double labelPitch = 15;
constexpr int ticks = 4;
constexpr int dotsPitch = 5;
constexpr double staleBars = 0.5;

constexpr std::array<MemoryPart, memoryParts> parts{
    MemoryPart::Weights,   MemoryPart::Cache,    MemoryPart::Activations, MemoryPart::Gradients,
    MemoryPart::Optimizer, MemoryPart::Adapters, MemoryPart::Overhead};

/// The next of 1, 2, 4, 6, 8, 10 of a decade: it has four even ticks.
double niceTop(double value) {
    const double decade = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 6.0, 8.0}) {
        if (value <= step * decade) {
            return step * decade;
        }
    }
    return 10 * decade;
}

QBrush dots(const QColor& dot, const QColor& ground, const QWidget* widget) {
    const double ratio = widget->devicePixelRatioF();
    QPixmap pixmap(QSizeF(dotsPitch * ratio, dotsPitch * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(ground);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(dot);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(dotsPitch / 2.0, dotsPitch / 2.0), 1.1, 1.1);
    return pixmap;
}

/// A jagged edge: a bar that goes on above the chart.
QPainterPath jagged(const QRectF& bar, double y) {
    QPainterPath path(QPointF(bar.left(), y));
    bool up = true;
    for (double x = bar.left(); x < bar.right(); up = !up) {
        x = std::min(x + zigzag, bar.right());
        path.lineTo(x, up ? y - zigzag : y);
    }
    for (double x = bar.right(); x > bar.left(); up = !up) {
        path.lineTo(x, (up ? y : y - zigzag) + zigzag / 2);
        x = std::max(x - zigzag, bar.left());
    }
    path.lineTo(bar.left(), y + zigzag / 2);
    path.closeSubpath();
    return path;
}

}  // namespace

const DataColor& partColor(const Theme& theme, MemoryPart part) {
    switch (part) {
        case MemoryPart::Cache:
            return theme.sky;
        case MemoryPart::Activations:
            return theme.green;
        case MemoryPart::Gradients:
            return theme.orange;
        case MemoryPart::Optimizer:
            return theme.vermillion;
        case MemoryPart::Adapters:
            return theme.pink;
        default:
            return theme.grey;
    }
}

QBrush partBrush(const Theme& theme, MemoryPart part, const QWidget* widget) {
    const DataColor& color = partColor(theme, part);
    switch (part) {
        case MemoryPart::Gradients:
            return dots(theme.surface, color.fill, widget);
        case MemoryPart::Optimizer:
            return hatchBrush(theme.surface, color.fill, widget);
        case MemoryPart::Overhead:
            return theme.sunken;
        default:
            return color.fill;
    }
}

MemoryChart::MemoryChart(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setHowKnownAt(
        this, [this](const QPoint& at) { return howKnown(at); }, false);
    setChartAccess(this);
    setAccessibleName(tr("Memory of each way to run or train the model"));
}

void MemoryChart::show(const MemoryAnswer* answer, int bar, bool binary, bool stale) {
    m_answer = answer;
    m_bar = bar;
    m_binary = binary;
    m_stale = stale;
    setAccessibleDescription(description());
    update();
}

QRectF MemoryChart::plotArea() const {
    const MemoryColumns columns(width());
    return {columns.left(), headHeight, columns.right() - columns.left(),
            std::max(40.0, height() - headHeight - footHeight)};
}

/// Twice the largest device: what is larger is cut, so that the devices can be told apart.
double MemoryChart::topBytes() const {
    double largest = 0;
    double smallest = INFINITY;
    for (const MemoryBar& bar : m_answer->bars) {
        largest = std::max(largest, static_cast<double>(bar.estimate.total()));
        smallest = std::min(smallest, static_cast<double>(bar.estimate.total()));
    }
    double devices = 0;
    for (const MemoryDevice& device : m_answer->devices) {
        devices = std::max(devices, static_cast<double>(device.fits.front().available));
    }
    const double wanted = devices > 0 ? std::max(2 * devices, 1.25 * smallest) : largest;
    const double unit = memoryUnitBytes(m_binary);
    return niceTop(std::max(1e-6, std::min(wanted, 1.02 * largest) / unit)) * unit;
}

double MemoryChart::yOf(double bytes) const {
    const QRectF area = plotArea();
    return area.bottom() - bytes / topBytes() * area.height();
}

void MemoryChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter);
    if (hasFocus()) {
        drawFocusRing(painter, rect(), 4, themeOf(this));
    }
}

void MemoryChart::paint(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_answer == nullptr) {
        painter.setFont(textFont(12));
        painter.setPen(themeOf(this).text2);
        painter.drawText(rect(), Qt::AlignCenter, tr("There is no model to estimate yet"));
        return;
    }
    painter.setOpacity(m_stale ? staleBars : 1);
    paintAxis(painter);
    paintGroups(painter);
    for (int bar = 0; bar < static_cast<int>(m_answer->bars.size()); ++bar) {
        paintBar(painter, bar);
    }
    paintDevices(painter);
    for (int bar = 0; bar < static_cast<int>(m_answer->bars.size()); ++bar) {
        paintTotal(painter, bar);
    }
    paintNames(painter);
}

void MemoryChart::paintAxis(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const QRectF area = plotArea();
    const double top = topBytes();
    painter.setFont(monoFont(11));
    for (int tick = 0; tick <= ticks; ++tick) {
        const double bytes = top * tick / ticks;
        const double y = std::round(yOf(bytes)) + 0.5;
        painter.setPen(QPen(tick == 0 ? theme.axis : theme.grid, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.text3);
        painter.drawText(QRectF(0, y - 8, area.left() - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         formatNumber(bytes / memoryUnitBytes(m_binary), 4));
    }
    painter.setFont(textFont(11));
    painter.drawText(QRectF(0, area.top() - 26, area.left() - 8, 16),
                     Qt::AlignRight | Qt::AlignVCenter, memoryUnit(m_binary));
}

void MemoryChart::paintGroups(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const MemoryColumns columns(width());
    painter.setPen(QPen(theme.border, 1));
    const double x = std::round(columns.divider()) + 0.5;
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    const auto head = [&](int first, const QString& title, std::int64_t batch,
                          std::int64_t tokens) {
        const double left = columns.middle(first) - columns.pitch() / 2 + 4;
        const double room = runningBars * columns.pitch() - 8;
        painter.setFont(textFont(11, QFont::DemiBold));
        painter.setPen(theme.text);
        painter.drawText(QRectF(left, 0, room, 16), Qt::AlignLeft | Qt::AlignVCenter, title);
        const double used = painter.fontMetrics().horizontalAdvance(title) + 12;
        painter.setFont(textFont(11));
        painter.setPen(theme.text2);
        const QString detail =
            tr("batch %1, %2 tokens")
                .arg(formatCount(qulonglong(batch)), formatCount(qulonglong(tokens)));
        painter.drawText(QRectF(left + used, 0, room - used, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(detail, Qt::ElideRight,
                                                          int(std::max(0.0, room - used))));
    };
    const MemoryQuestion& question = m_answer->question;
    head(0, tr("Run it"), question.batch, question.context);
    head(runningBars, tr("Fine-tune it"), question.trainingBatch, question.length);
}

void MemoryChart::paintBar(QPainter& painter, int bar) const {
    const Theme& theme = themeOf(this);
    const MemoryEstimate& estimate = m_answer->bars[static_cast<std::size_t>(bar)].estimate;
    const MemoryColumns columns(width());
    const QRectF area = plotArea();
    const double w = std::min(56.0, columns.pitch() * barShare);
    const double top = topBytes();
    const auto total = static_cast<double>(estimate.total());
    const bool cut = total > top;
    const QRectF whole(columns.middle(bar) - w / 2, cut ? area.top() : yOf(total), w,
                       area.bottom() - (cut ? area.top() : yOf(total)));
    double below = 0;
    for (const MemoryPart part : parts) {
        const auto bytes = static_cast<double>(bytesOf(estimate, part));
        if (bytes <= 0) {
            continue;
        }
        const double from = yOf(std::min(below, top));
        const double to = yOf(std::min(below + bytes, top));
        below += bytes;
        const QRectF body(whole.left(), to, w, from - to);
        painter.fillRect(body, partBrush(theme, part, this));
        if (body.height() > 2) {
            painter.setPen(QPen(theme.surface, 1));
            painter.drawLine(body.topLeft(), body.topRight());
        }
    }
    if (cut) {
        paintAboveBreak(painter, QRectF(whole.left(), area.top(), w, 3 * zigzag), estimate);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.surface);
        painter.drawPath(jagged(whole, area.top() + 4 * zigzag));
        painter.setBrush(Qt::NoBrush);
    }
    if (bar == m_bar) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(whole.adjusted(-4, -4, 4, 2), 3, 3);
    }
}

/// The end of a bar that is cut, at the scale of the rest: what is thin stays thin.
void MemoryChart::paintAboveBreak(QPainter& painter, const QRectF& end,
                                  const MemoryEstimate& estimate) const {
    const Theme& theme = themeOf(this);
    double y = end.top();
    for (auto part = std::rbegin(parts); part != std::rend(parts) && y < end.bottom(); ++part) {
        const double bytes = static_cast<double>(bytesOf(estimate, *part));
        const double to = std::min(end.bottom(), y + bytes / topBytes() * plotArea().height());
        painter.fillRect(QRectF(end.left(), y, end.width(), to - y), partBrush(theme, *part, this));
        y = to;
    }
}

/// Above the bars and over the lines of the devices.
void MemoryChart::paintTotal(QPainter& painter, int bar) const {
    const Theme& theme = themeOf(this);
    const auto total =
        static_cast<double>(m_answer->bars[static_cast<std::size_t>(bar)].estimate.total());
    const double top = total > topBytes() ? plotArea().top() : yOf(total);
    painter.setFont(monoFont(12, bar == m_bar ? QFont::DemiBold : QFont::Normal));
    const QString text = memoryAmount(total, m_binary, 1);
    const double w = painter.fontMetrics().horizontalAdvance(text) + 6;
    const QRectF place(MemoryColumns(width()).middle(bar) - w / 2, top - 22, w, 16);
    painter.fillRect(place, theme.surface);
    painter.setPen(theme.text);
    painter.drawText(place, Qt::AlignCenter, text);
}

/// Lines over the bars; their names at the right, pushed apart where they would meet.
void MemoryChart::paintDevices(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const MemoryColumns columns(width());
    const QRectF area = plotArea();
    const double top = topBytes();
    double lowest = area.top() - labelPitch;
    for (const MemoryDevice& device : m_answer->devices) {
        const auto bytes = static_cast<double>(device.fits.front().available);
        if (bytes > top) {
            continue;
        }
        const double y = std::round(yOf(bytes)) + 0.5;
        painter.setPen(QPen(theme.surface, 3));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(QPen(theme.text, 1.2, Qt::CustomDashLine));
        QPen pen = painter.pen();
        pen.setDashPattern({6, 4});
        painter.setPen(pen);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right() + 2, y));
        const double at = std::max(y, lowest + labelPitch);
        lowest = at;
        const QRectF place(columns.right() + 8, at - 8, columns.namesWidth() - 8, 16);
        const QString amount = memoryText(bytes, m_binary, 1);
        painter.setFont(textFont(11));
        const double figure = painter.fontMetrics().horizontalAdvance(amount) + 6;
        painter.setFont(textFont(11, QFont::DemiBold));
        const QString name = painter.fontMetrics().elidedText(
            shortDeviceName(device.device), Qt::ElideRight, int(place.width() - figure));
        painter.setPen(theme.text);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, name);
        const double used = painter.fontMetrics().horizontalAdvance(name) + 6;
        painter.setFont(textFont(11));
        painter.setPen(theme.text2);
        painter.drawText(place.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, amount);
    }
}

void MemoryChart::paintNames(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const MemoryColumns columns(width());
    const double y = plotArea().bottom() + 6;
    for (int bar = 0; bar < static_cast<int>(m_answer->bars.size()); ++bar) {
        const QRectF place(columns.middle(bar) - columns.pitch() / 2, y, columns.pitch(), 16);
        painter.setFont(textFont(12, QFont::DemiBold));
        painter.setPen(bar == m_bar ? theme.accent : theme.text);
        painter.drawText(place, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(barName(*m_answer, bar), Qt::ElideRight,
                                                          int(place.width())));
        painter.setFont(textFont(11));
        painter.setPen(theme.text2);
        painter.drawText(place.translated(0, 16), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(barDetail(*m_answer, bar), Qt::ElideRight,
                                                          int(place.width())));
    }
}

std::vector<Legend::Entry> MemoryChart::legend() const {
    std::vector<Legend::Entry> entries;
    for (const MemoryPart part : parts) {
        const bool used =
            m_answer != nullptr &&
            std::any_of(m_answer->bars.begin(), m_answer->bars.end(),
                        [part](const MemoryBar& bar) { return bytesOf(bar.estimate, part) > 0; });
        if (used) {
            entries.push_back(
                {part == MemoryPart::Optimizer ? Legend::Mark::Hatch : Legend::Mark::Square,
                 [part](const Theme& theme) {
                     return part == MemoryPart::Overhead ? theme.control
                                                         : partColor(theme, part).fill;
                 },
                 partName(part)});
        }
    }
    return entries;
}

TableContent MemoryChart::table() const {
    TableContent content;
    content.title = tr("Memory of each way to run or train the model");
    content.columns = {tr("setting")};
    for (const MemoryPart part : parts) {
        content.columns << tr("%1, bytes").arg(partName(part));
    }
    content.columns << tr("total, bytes") << tr("bits a weight");
    for (int bar = 0; m_answer != nullptr && bar < static_cast<int>(m_answer->bars.size()); ++bar) {
        const MemoryEstimate& estimate = m_answer->bars[static_cast<std::size_t>(bar)].estimate;
        QVariantList row{barName(*m_answer, bar) + QStringLiteral(", ") +
                         barDetail(*m_answer, bar)};
        for (const MemoryPart part : parts) {
            row << static_cast<double>(bytesOf(estimate, part));
        }
        row << static_cast<double>(estimate.total()) << estimate.bitsPerWeight;
        content.rows.append(row);
    }
    return content;
}

QPoint MemoryChart::pointOf(int bar) const {
    return {static_cast<int>(MemoryColumns(width()).middle(bar)),
            static_cast<int>(plotArea().bottom()) - 4};
}

QString MemoryChart::tipOf(int bar) const {
    const MemoryEstimate& estimate = m_answer->bars[static_cast<std::size_t>(bar)].estimate;
    QStringList lines{
        tr("%1: %2").arg(barName(*m_answer, bar), memoryText(double(estimate.total()), m_binary))};
    for (const MemoryPart part : parts) {
        if (const std::int64_t bytes = bytesOf(estimate, part); bytes > 0) {
            lines << tr("%1 %2").arg(partName(part), memoryText(double(bytes), m_binary));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QString MemoryChart::description() const {
    QStringList bars;
    for (int bar = 0; m_answer != nullptr && bar < static_cast<int>(m_answer->bars.size()); ++bar) {
        const MemoryEstimate& estimate = m_answer->bars[static_cast<std::size_t>(bar)].estimate;
        bars << tr("%1 %2").arg(barName(*m_answer, bar),
                                memoryText(double(estimate.total()), m_binary, 1));
    }
    return bars.join(QStringLiteral("; "));
}

/// Of the bar under a place, else of the chosen one.
HowKnownAnswer MemoryChart::howKnown(const QPoint& at) const {
    const int under = rect().contains(at) ? MemoryColumns(width()).at(at.x()) : -1;
    const int bar = under >= 0 ? under : m_bar;
    const bool known = m_answer != nullptr && bar >= 0;
    return {QStringLiteral("memory.total"), known ? tipOf(bar) : QString()};
}

bool MemoryChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_answer != nullptr) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int bar = MemoryColumns(width()).at(help->pos().x());
        QToolTip::showText(help->globalPos(), bar < 0 ? QString() : tipOf(bar), this);
        return true;
    }
    return QWidget::event(event);
}

void MemoryChart::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    const int bar = MemoryColumns(width()).at(event->position().x());
    if (m_answer != nullptr && bar >= 0) {
        emit chosen(bar);
    }
}

void MemoryChart::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || m_answer == nullptr) {
        QWidget::keyPressEvent(event);
        return;
    }
    emit chosen(std::clamp(m_bar + step, 0, static_cast<int>(m_answer->bars.size()) - 1));
}

}  // namespace zeropoint::ui
