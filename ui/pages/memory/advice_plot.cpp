// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/advice_plot.h"

#include "ui/access/access.h"
#include "ui/controls/focus_ring.h"
#include "ui/controls/how_known.h"
#include "ui/text/advice_words.h"
#include "ui/text/memory_words.h"
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
#include <numeric>

namespace zeropoint::ui {
namespace {

constexpr double markerSize = 12;
constexpr double hitRadius = 14;
constexpr double ringRadius = 13;
constexpr double left = 44;
constexpr double right = 16;
constexpr double top = 26;
constexpr double bottom = 40;

}  // namespace

const DataColor& optionColor(const Theme& theme, OptionKind kind) {
    return kind == OptionKind::Recipe      ? theme.blue
           : kind == OptionKind::OneFormat ? theme.orange
                                           : theme.pink;
}

QPainterPath optionMarker(OptionKind kind, double size) {
    const double r = size / 2;
    QPainterPath path;
    if (kind == OptionKind::OneFormat) {
        path.addRect(QRectF(-0.85 * r, -0.85 * r, 1.7 * r, 1.7 * r));
        return path;
    }
    const QPolygonF corners =
        kind == OptionKind::Recipe
            ? QPolygonF({QPointF(0, -r), QPointF(r, 0.8 * r), QPointF(-r, 0.8 * r)})
            : QPolygonF({QPointF(0, -r), QPointF(r, 0), QPointF(0, r), QPointF(-r, 0)});
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

std::vector<Legend::Entry> optionLegend() {
    const auto entry = [](OptionKind kind, const QString& text) {
        return Legend::Entry{Legend::Mark::Shape,
                             [kind](const Theme& theme) { return optionColor(theme, kind).fill; },
                             text, optionMarker(kind, markerSize),
                             [kind](const Theme& theme) { return optionColor(theme, kind).line; }};
    };
    return {entry(OptionKind::Recipe, AdvicePlot::tr("GGUF recipe")),
            entry(OptionKind::OneFormat, AdvicePlot::tr("one format")),
            entry(OptionKind::Mix, AdvicePlot::tr("mix made here"))};
}

AdvicePlot::AdvicePlot(QWidget* parent) : QWidget(parent) {
    setHowKnown(this, QStringLiteral("advice.error"), false);
    setFocusPolicy(Qt::StrongFocus);
    setChartAccess(this);
    setAccessibleName(tr("Weight error against size"));
}

void AdvicePlot::show(const Advice* advice, const QString& device, int chosen, bool binary) {
    m_advice = advice;
    m_device = device;
    m_chosen = chosen;
    m_binary = binary;
    fitScales();
    setAccessibleDescription(description());
    update();
}

/// At most six steps of 1, 2 or 5 of a decade.
AdvicePlot::Scale AdvicePlot::scaleOf(double low, double high) {
    const double span = std::max(high - low, 1e-9);
    double step = std::pow(10.0, std::floor(std::log10(span / 2)));
    for (const double factor : {2.0, 2.5, 2.0, 2.0}) {
        if (span / step > 6) {
            step *= factor;
        }
    }
    return {std::floor(low / step) * step, std::ceil(high / step) * step, step};
}

std::vector<double> AdvicePlot::Scale::ticks() const {
    std::vector<double> values(static_cast<std::size_t>(std::lround((high - low) / step)) + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = low + static_cast<double>(i) * step;
    }
    return values;
}

void AdvicePlot::fitScales() {
    double lowX = INFINITY;
    double highX = 0;
    double lowY = INFINITY;
    double highY = -INFINITY;
    const double unit = memoryUnitBytes(m_binary);
    for (std::size_t i = 0; m_advice != nullptr && i < m_advice->options.size(); ++i) {
        const AdviceOption& option = m_advice->options[i];
        lowX = std::min(lowX, static_cast<double>(option.weights) / unit);
        highX = std::max(highX, static_cast<double>(option.weights) / unit);
        for (const double decibels : {option.sqnrDb, option.worstDb}) {
            if (std::isfinite(decibels)) {
                lowY = std::min(lowY, decibels);
                highY = std::max(highY, decibels);
            }
        }
    }
    if (highX <= 0) {
        lowX = 0;
        highX = 1;
    }
    const double margin = 0.05 * (highX - lowX) + 1e-12;
    m_x = scaleOf(lowX - margin, highX + margin);
    m_y = highY >= lowY ? scaleOf(lowY, highY) : Scale{0, 50, 10};
}

QRectF AdvicePlot::area() const {
    return {left, top, std::max(40.0, width() - left - right),
            std::max(40.0, height() - top - bottom)};
}

double AdvicePlot::xOf(double bytes) const {
    const QRectF at = area();
    return at.left() +
           (bytes / memoryUnitBytes(m_binary) - m_x.low) / (m_x.high - m_x.low) * at.width();
}

double AdvicePlot::yOf(double decibels) const {
    const QRectF at = area();
    return at.bottom() - (decibels - m_y.low) / (m_y.high - m_y.low) * at.height();
}

QPointF AdvicePlot::placeOf(const AdviceOption& option) const {
    const double y = std::isnan(option.sqnrDb)   ? area().bottom()
                     : std::isinf(option.sqnrDb) ? area().top()
                                                 : yOf(option.sqnrDb);
    return {xOf(static_cast<double>(option.weights)), y};
}

QPoint AdvicePlot::pointOf(int option) const {
    return placeOf(m_advice->options[static_cast<std::size_t>(option)]).toPoint();
}

int AdvicePlot::nearest(const QPointF& position) const {
    int best = -1;
    double least = hitRadius;
    for (std::size_t i = 0; m_advice != nullptr && i < m_advice->options.size(); ++i) {
        const double distance = QLineF(position, placeOf(m_advice->options[i])).length();
        if (distance < least) {
            least = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void AdvicePlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter);
    if (hasFocus()) {
        drawFocusRing(painter, rect(), 4, themeOf(this));
    }
}

void AdvicePlot::paint(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_advice == nullptr) {
        return;
    }
    paintLimit(painter);
    paintAxes(painter);
    paintFront(painter);
    for (int i = 0; i < static_cast<int>(m_advice->options.size()); ++i) {
        paintPoint(painter, i);
    }
    paintNames(painter);
}

void AdvicePlot::paintAxes(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const QRectF at = area();
    const bool measured = anyError();
    painter.setFont(monoFont(11));
    for (const double value : measured ? m_y.ticks() : std::vector<double>()) {
        const double y = std::round(yOf(value)) + 0.5;
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(at.left(), y), QPointF(at.right(), y));
        painter.setPen(theme.text3);
        painter.drawText(QRectF(0, y - 8, left - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         formatNumber(value, 4));
    }
    for (const double value : m_x.ticks()) {
        const double x = std::round(xOf(value * memoryUnitBytes(m_binary))) + 0.5;
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(x, at.top()), QPointF(x, at.bottom()));
        painter.setPen(theme.text3);
        const QString text = formatNumber(value, 4);
        const double half = painter.fontMetrics().horizontalAdvance(text) / 2.0;
        const double middle = std::min(x, width() - half);  // the last stays whole
        painter.drawText(QRectF(middle - 30, at.bottom() + 6, 60, 14), Qt::AlignCenter, text);
    }
    painter.setPen(QPen(theme.axis, 1));
    painter.drawLine(at.bottomLeft(), at.bottomRight());
    painter.setFont(textFont(11));
    painter.setPen(theme.text3);
    painter.drawText(QRectF(at.left(), at.bottom() + 22, at.width(), 16), Qt::AlignCenter,
                     tr("size of the weights, %1").arg(memoryUnit(m_binary)));
    if (measured) {
        painter.drawText(QRectF(0, 2, left + 30, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("SQNR, dB"));
    } else {
        painter.setFont(textFont(13));
        painter.setPen(theme.text2);
        painter.drawText(at, Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Sizes alone: open the weights and measure their error"));
    }
}

/// Without it there is no scale of decibels: the points stand on the axis of sizes.
bool AdvicePlot::anyError() const {
    return std::ranges::any_of(
        m_advice->options, [](const AdviceOption& option) { return !std::isnan(option.sqnrDb); });
}

/// What the device leaves for weights, and beyond it the dim half.
void AdvicePlot::paintLimit(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const QRectF at = area();
    const double x = std::clamp(xOf(static_cast<double>(m_advice->budget.left())), at.left() - 1,
                                at.right() + 1);
    painter.fillRect(QRectF(QPointF(x, at.top()), at.bottomRight()), theme.background);
    QPen pen(theme.text, 1.2);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.drawLine(QPointF(x, 6), QPointF(x, at.bottom()));
    const QString words =
        tr("%1 leaves %2 for weights")
            .arg(m_device,
                 memoryText(std::max<double>(0, double(m_advice->budget.left())), m_binary));
    painter.setFont(textFont(11));
    const double needed = painter.fontMetrics().horizontalAdvance(words) + 8;
    const bool behind = x + needed < width();
    painter.setPen(theme.text2);
    painter.drawText(QRectF(behind ? x + 6 : x - needed, 2, needed, 16),
                     Qt::AlignLeft | Qt::AlignVCenter, words);
}

void AdvicePlot::paintFront(QPainter& painter) const {
    QPolygonF line;
    for (const AdviceOption& option : m_advice->options) {
        if (option.onFront && std::isfinite(option.sqnrDb)) {
            line << placeOf(option);
        }
    }
    painter.setPen(QPen(themeOf(this).text2, 1.4));
    painter.drawPolyline(line);
}

void AdvicePlot::paintPoint(QPainter& painter, int index) const {
    const Theme& theme = themeOf(this);
    const AdviceOption& option = m_advice->options[static_cast<std::size_t>(index)];
    const DataColor& color = optionColor(theme, option.kind);
    const QPointF at = placeOf(option);
    if (std::isfinite(option.worstDb)) {
        painter.setPen(QPen(color.line, 1.4));
        const double y = yOf(option.worstDb);
        painter.drawLine(at, QPointF(at.x(), y));
        painter.drawLine(QPointF(at.x() - 4, y), QPointF(at.x() + 4, y));
    }
    painter.save();
    painter.translate(at);
    painter.setPen(QPen(color.line, 1.6));
    painter.setBrush(option.onFront ? color.fill : theme.surface);
    painter.drawPath(optionMarker(option.kind, markerSize));
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    if (index == m_advice->recommended || index == m_chosen) {
        painter.setPen(QPen(theme.accent, index == m_advice->recommended ? 2 : 1.2));
        painter.drawEllipse(at, ringRadius, ringRadius);
    }
}

/// Each name at the first place around its point where it meets no other.
void AdvicePlot::paintNames(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    std::vector<QRectF> taken;
    for (const AdviceOption& option : m_advice->options) {
        taken.emplace_back(placeOf(option) - QPointF(8, 8), QSizeF(16, 16));
    }
    std::vector<int> order(m_advice->options.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        const auto rank = [this](int i) {
            return i == m_advice->recommended                               ? 0
                   : i == m_chosen                                          ? 1
                   : m_advice->options[static_cast<std::size_t>(i)].onFront ? 2
                                                                            : 3;
        };
        return rank(a) < rank(b);
    });
    for (const int index : order) {
        const AdviceOption& option = m_advice->options[static_cast<std::size_t>(index)];
        const bool marked = index == m_advice->recommended || index == m_chosen;
        // On the axis for its size alone: among measured ones it would pass for no decibels.
        const bool unknown = m_advice->measured > 0 && std::isnan(option.sqnrDb);
        const QString name =
            unknown ? tr("%1, error not known").arg(optionName(option)) : optionName(option);
        painter.setFont(textFont(11, marked ? QFont::DemiBold : QFont::Normal));
        const double w = painter.fontMetrics().horizontalAdvance(name) + 4;
        constexpr double h = 15;
        const QPointF at = placeOf(option);
        for (const QPointF& place :
             {QPointF(12, -h / 2), QPointF(-w - 12, -h / 2), QPointF(-w / 2, -h - 14),
              QPointF(-w / 2, 14), QPointF(10, -h - 6), QPointF(-w - 10, -h - 6), QPointF(10, 6),
              QPointF(-w - 10, 6)}) {
            const QRectF rect(at + place, QSizeF(w, h));
            const bool free = area().adjusted(-4, 0, 12, 0).contains(rect) &&
                              std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) {
                                  return other.intersects(rect);
                              });
            if (free) {
                taken.push_back(rect);
                painter.setPen(index == m_advice->recommended ? theme.accent
                               : marked                       ? theme.text
                                                              : theme.text2);
                painter.drawText(rect, Qt::AlignCenter, name);
                break;
            }
        }
    }
}

QString AdvicePlot::tipOf(const AdviceOption& option) const {
    QString text = tr("%1: %2, %3 bits a weight")
                       .arg(optionName(option), memoryText(double(option.weights), m_binary),
                            formatNumber(option.bits, 3));
    if (!std::isnan(option.sqnrDb)) {
        text += tr("; %1 dB, in the worst layer (%2) %3 dB")
                    .arg(formatNumber(option.sqnrDb, 3))
                    .arg(option.worstLayer)
                    .arg(formatNumber(option.worstDb, 3));
    }
    if (option.fit.longestContext > 0) {
        text += tr("; up to %1 tokens").arg(formatCount(qulonglong(option.fit.longestContext)));
    }
    return text;
}

TableContent AdvicePlot::table() const {
    TableContent content;
    content.title = tr("Weight error against size");
    content.columns = {tr("setting"),         tr("bits a weight"), tr("weights, bytes"),
                       tr("longest context"), tr("SQNR, dB"),      tr("worst layer, dB"),
                       tr("worst layer"),     tr("on the front")};
    for (std::size_t i = 0; m_advice != nullptr && i < m_advice->options.size(); ++i) {
        const AdviceOption& o = m_advice->options[i];
        content.rows.append({optionName(o), o.bits, double(o.weights), double(o.fit.longestContext),
                             o.sqnrDb, o.worstDb,
                             o.worstLayer < 0 ? QVariant(QString()) : double(o.worstLayer),
                             o.onFront ? tr("yes") : tr("no")});
    }
    return content;
}

QString AdvicePlot::description() const {
    if (m_advice == nullptr) {
        return {};
    }
    const QString left = memoryText(std::max<double>(0, double(m_advice->budget.left())), m_binary);
    if (m_advice->recommended < 0) {
        return tr("%1 settings; %2 are left for weights").arg(m_advice->options.size()).arg(left);
    }
    return tr("%1 settings; %2 are left for weights. Recommended: %3")
        .arg(m_advice->options.size())
        .arg(left, tipOf(m_advice->options[static_cast<std::size_t>(m_advice->recommended)]));
}

bool AdvicePlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_advice != nullptr) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = nearest(help->pos());
        QToolTip::showText(
            help->globalPos(),
            at < 0 ? QString() : tipOf(m_advice->options[static_cast<std::size_t>(at)]), this);
        return true;
    }
    return QWidget::event(event);
}

void AdvicePlot::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (const int at = nearest(event->position()); at >= 0) {
        emit chosen(at);
    }
}

void AdvicePlot::keyPressEvent(QKeyEvent* event) {
    // They stand from the largest to the smallest.
    const int step = event->key() == Qt::Key_Right ? -1 : event->key() == Qt::Key_Left ? 1 : 0;
    if (step == 0 || m_advice == nullptr || m_advice->options.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int now = m_chosen >= 0 ? m_chosen : std::max(0, m_advice->recommended);
    emit chosen(std::clamp(now + step, 0, static_cast<int>(m_advice->options.size()) - 1));
}

}  // namespace zeropoint::ui
