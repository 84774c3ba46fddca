// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/roofline_plot.h"

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <map>

namespace zeropoint::ui {
namespace {

constexpr double rooflineLeft = 52;
constexpr double rooflineRight = 116;
constexpr double rooflineTop = 32;
constexpr double rooflineBottom = 42;
constexpr double giga = 1e9;
constexpr double workMarkerSize = 10;
constexpr double workHitRadius = 12;
constexpr qint64 mostDecode = 4;  ///< batches that decoding sees
constexpr qint64 leastPrompt = 64;
constexpr double ceilingPitch = 15;

const DataColor& colorOf(const Theme& theme, ProductFormat format) {
    return format == ProductFormat::Fp32   ? theme.grey
           : format == ProductFormat::Bf16 ? theme.orange
                                           : theme.blue;
}

QPainterPath markerOf(ProductFormat format, double size) {
    const double r = size / 2;
    QPainterPath path;
    if (format == ProductFormat::Fp32) {
        path.addEllipse(QPointF(), r, r);
    } else if (format == ProductFormat::Bf16) {
        path.addRect(QRectF(-0.88 * r, -0.88 * r, 1.76 * r, 1.76 * r));
    } else {
        path.addPolygon(QPolygonF(
            {QPointF(0, -1.1 * r), QPointF(1.1 * r, 0.9 * r), QPointF(-1.1 * r, 0.9 * r)}));
        path.closeSubpath();
    }
    return path;
}

/// 1, 2, 5 and their decades within a range.
std::vector<double> ticksOf(double low, double high) {
    std::vector<double> ticks;
    const int last = static_cast<int>(std::floor(std::log10(high)));
    for (int power = static_cast<int>(std::floor(std::log10(low))); power <= last; ++power) {
        const double decade = std::pow(10.0, power);
        for (const double step : {1.0, 2.0, 5.0}) {
            if (step * decade >= low * 0.999 && step * decade <= high * 1.001) {
                ticks.push_back(step * decade);
            }
        }
    }
    return ticks;
}

}  // namespace

QString productName(ProductFormat format) {
    return format == ProductFormat::Fp32   ? QStringLiteral("FP32")
           : format == ProductFormat::Bf16 ? QStringLiteral("BF16")
                                           : QStringLiteral("INT8");
}

RooflinePlot::RooflinePlot(QWidget* parent) : QWidget(parent) {
    setHowKnown(this, QStringLiteral("roofline.speed"), false);
    setChartAccess(this);
    setAccessibleName(tr("Speed of matrix products against their reuse of bytes"));
}

void RooflinePlot::show(const Roofline* roofline) {
    m_roofline = roofline;
    fitScales();
    setAccessibleDescription(description());
    update();
}

void RooflinePlot::fitScales() {
    m_lowX = 0.25;
    m_highX = 1000;
    double least = INFINITY;
    double most = 0;
    if (m_roofline != nullptr) {
        for (const RooflinePoint& point : m_roofline->points) {
            least = std::min(least, point.operationsPerSecond());
            most = std::max(most, point.operationsPerSecond());
            m_lowX = std::min(m_lowX, point.operationsPerByte() / 1.6);
            m_highX = std::max(m_highX, point.operationsPerByte() * 1.6);
        }
        for (const Ceiling& ceiling : m_roofline->ceilings) {
            most = std::max(most, ceiling.operationsPerSecond);
            least = std::min(least, ceiling.operationsPerSecond / 8);
        }
    }
    m_lowY = std::isfinite(least) ? least / 1.6 : giga;
    m_highY = most > 0 ? most * 1.6 : 1000 * giga;
}

QRectF RooflinePlot::area() const {
    return {rooflineLeft, rooflineTop, std::max(60.0, width() - rooflineLeft - rooflineRight),
            std::max(60.0, height() - rooflineTop - rooflineBottom)};
}

double RooflinePlot::xOf(double value) const {
    const QRectF at = area();
    return at.left() + std::log(value / m_lowX) / std::log(m_highX / m_lowX) * at.width();
}

double RooflinePlot::yOf(double value) const {
    const QRectF at = area();
    return at.bottom() - std::log(value / m_lowY) / std::log(m_highY / m_lowY) * at.height();
}

QPointF RooflinePlot::placeOf(const RooflinePoint& point) const {
    return {xOf(point.operationsPerByte()), yOf(point.operationsPerSecond())};
}

QPoint RooflinePlot::pointOf(ProductFormat format, qint64 batch) const {
    const RooflinePoint* point = m_roofline != nullptr ? m_roofline->point(format, batch) : nullptr;
    return point != nullptr ? placeOf(*point).toPoint() : QPoint();
}

void RooflinePlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter);
}

void RooflinePlot::paint(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_roofline != nullptr && !m_roofline->points.empty()) {
        const qint64 largest =
            std::max_element(m_roofline->points.begin(), m_roofline->points.end(),
                             [](const auto& a, const auto& b) { return a.batch < b.batch; })
                ->batch;
        paintRegion(painter, 1, mostDecode, tr("Decode"),
                    tr("batch 1 to %1: one token for each user").arg(mostDecode));
        paintRegion(painter, leastPrompt, largest, tr("Prompt"),
                    tr("batch %1 and more: tokens together").arg(leastPrompt));
    }
    paintAxes(painter);
    if (m_roofline == nullptr) {
        painter.setFont(textFont(13));
        painter.setPen(themeOf(this).text2);
        painter.drawText(area(), Qt::AlignCenter, tr("Measure this machine, about 30 s"));
        return;
    }
    paintRoof(painter);
    paintSameBatch(painter);
    paintPoints(painter);
}

void RooflinePlot::paintAxes(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const QRectF at = area();
    painter.setFont(monoFont(11));
    for (const double tick : ticksOf(m_lowX, m_highX)) {
        const double x = std::round(xOf(tick)) + 0.5;
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(x, at.top()), QPointF(x, at.bottom()));
        painter.setPen(theme.text3);
        painter.drawText(QRectF(x - 24, at.bottom() + 6, 48, 14), Qt::AlignCenter,
                         formatNumber(tick, 3));
    }
    for (const double tick : ticksOf(m_lowY, m_highY)) {
        const double y = std::round(yOf(tick)) + 0.5;
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(at.left(), y), QPointF(at.right(), y));
        painter.setPen(theme.text3);
        painter.drawText(QRectF(0, y - 8, rooflineLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         formatNumber(tick / giga, 3));
    }
    painter.setPen(QPen(theme.axis, 1));
    painter.drawLine(at.bottomLeft(), at.bottomRight());
    painter.setFont(textFont(11));
    painter.setPen(theme.text3);
    painter.drawText(QRectF(0, 6, rooflineLeft + 10, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("GOP/s"));
    painter.drawText(QRectF(at.left(), at.bottom() + 24, at.width(), 16), Qt::AlignCenter,
                     tr("operations per byte read and written (log)"));
}

/// A band from the lowest place of its batches to the highest.
void RooflinePlot::paintRegion(QPainter& painter, qint64 from, qint64 to, const QString& title,
                               const QString& detail) const {
    double low = INFINITY;
    double high = 0;
    for (const RooflinePoint& point : m_roofline->points) {
        if (point.batch >= from && point.batch <= to) {
            low = std::min(low, point.operationsPerByte());
            high = std::max(high, point.operationsPerByte());
        }
    }
    if (high <= 0) {
        return;
    }
    const Theme& theme = themeOf(this);
    const QRectF band(QPointF(xOf(low) - 14, area().top()),
                      QPointF(xOf(high) + 14, area().bottom()));
    painter.fillRect(band, theme.background);
    painter.fillRect(QRectF(band.left(), band.top() - 1, band.width(), 2), theme.axis);
    painter.setFont(textFont(11, QFont::DemiBold));
    const QString whole = title + QLatin1Char(' ') + detail;
    const QString shown =
        painter.fontMetrics().horizontalAdvance(whole) < band.width() ? whole : title;
    painter.setPen(theme.text);
    painter.drawText(QRectF(band.left(), band.top() - 20, band.width(), 16), Qt::AlignCenter,
                     shown);
}

void RooflinePlot::paintRoof(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const double bandwidth = m_roofline->bytesPerSecond;
    double highest = m_highY / 1.6;
    for (const Ceiling& ceiling : m_roofline->ceilings) {
        highest = std::max(highest, ceiling.operationsPerSecond);
    }
    if (bandwidth > 0) {
        const double from = std::max(m_lowX, m_lowY / bandwidth);
        const QPointF start(xOf(from), yOf(from * bandwidth));
        const QPointF end(xOf(highest / bandwidth), yOf(highest));
        painter.setPen(QPen(theme.text, 2));
        painter.drawLine(start, end);
        painter.save();
        painter.translate((start + end) / 2);
        painter.rotate(std::atan2(end.y() - start.y(), end.x() - start.x()) * 180 / M_PI);
        painter.setFont(textFont(11, QFont::DemiBold));
        painter.drawText(QRectF(-100, -20, 200, 16), Qt::AlignCenter,
                         tr("memory %1 GB/s").arg(formatNumber(bandwidth / giga, 3)));
        painter.restore();
    }
    std::vector<const Ceiling*> sorted;
    for (const Ceiling& ceiling : m_roofline->ceilings) {
        sorted.push_back(&ceiling);
    }
    std::sort(sorted.begin(), sorted.end(), [](const Ceiling* a, const Ceiling* b) {
        return a->operationsPerSecond > b->operationsPerSecond;
    });
    double lowest = -INFINITY;
    for (const Ceiling* ceiling : sorted) {
        const double y = std::max(yOf(ceiling->operationsPerSecond), lowest + ceilingPitch);
        lowest = y;
        paintCeiling(painter, *ceiling, y);
    }
}

void RooflinePlot::paintCeiling(QPainter& painter, const Ceiling& ceiling, double labelY) const {
    const DataColor& color = colorOf(themeOf(this), ceiling.format);
    const double ridge = m_roofline->ridge(ceiling.format);
    const double y = yOf(ceiling.operationsPerSecond);
    QPen pen(color.line, 2);
    if (ceiling.format == ProductFormat::Bf16) {
        pen.setDashPattern({4, 2});
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(xOf(std::clamp(ridge, m_lowX, m_highX)), y),
                     QPointF(area().right(), y));
    painter.setFont(textFont(11, QFont::DemiBold));
    painter.setPen(color.text);
    painter.drawText(
        QRectF(area().right() + 6, labelY - 8, rooflineRight - 8, 16),
        Qt::AlignLeft | Qt::AlignVCenter,
        tr("%1 ceiling %2")
            .arg(productName(ceiling.format), formatNumber(ceiling.operationsPerSecond / giga, 3)));
}

/// Dotted lines join what one batch gives in each format.
void RooflinePlot::paintSameBatch(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    std::map<std::int64_t, QPolygonF> batches;
    for (const RooflinePoint& point : m_roofline->points) {
        batches[point.batch] << placeOf(point);
    }
    QPen pen(theme.text3, 1);
    pen.setDashPattern({1, 3});
    painter.setFont(textFont(11));
    for (const std::int64_t batch : {std::int64_t{1}, std::int64_t{16}, std::int64_t{512}}) {
        const auto found = batches.find(batch);
        if (found == batches.end()) {
            continue;
        }
        painter.setPen(pen);
        painter.drawPolyline(found->second);
        painter.setPen(theme.text2);
        painter.drawText(found->second.constFirst() + QPointF(10, 16), tr("batch %1").arg(batch));
    }
}

void RooflinePlot::paintPoints(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    for (const RooflinePoint& point : m_roofline->points) {
        const DataColor& color = colorOf(theme, point.format);
        painter.save();
        painter.translate(placeOf(point));
        painter.setPen(QPen(color.line, 1.6));
        painter.setBrush(point.timing.isSteady() ? color.fill : theme.surface);
        painter.drawPath(markerOf(point.format, workMarkerSize));
        painter.restore();
    }
}

std::vector<Legend::Entry> RooflinePlot::legend() const {
    std::vector<Legend::Entry> entries;
    for (const ProductFormat format :
         {ProductFormat::Fp32, ProductFormat::Bf16, ProductFormat::Int8}) {
        entries.push_back({Legend::Mark::Shape,
                           [format](const Theme& theme) { return colorOf(theme, format).fill; },
                           productName(format), markerOf(format, workMarkerSize),
                           [format](const Theme& theme) { return colorOf(theme, format).line; }});
    }
    return entries;
}

TableContent RooflinePlot::table() const {
    TableContent content;
    content.title = tr("Speed of matrix products");
    content.columns = {tr("format"),
                       tr("batch"),
                       tr("seconds"),
                       tr("spread"),
                       tr("operations"),
                       tr("bytes"),
                       tr("operations a byte"),
                       tr("operations a second"),
                       tr("share of the ceiling")};
    // They were measured batch by batch; a format's own stand together here.
    std::vector<RooflinePoint> points =
        m_roofline != nullptr ? m_roofline->points : std::vector<RooflinePoint>();
    std::ranges::stable_sort(points, {}, &RooflinePoint::format);
    for (const RooflinePoint& point : points) {
        const Ceiling* ceiling = m_roofline->ceiling(point.format);
        content.rows.append({productName(point.format), double(point.batch), point.timing.seconds,
                             point.timing.spread, point.operations, point.bytes,
                             point.operationsPerByte(), point.operationsPerSecond(),
                             ceiling != nullptr
                                 ? point.operationsPerSecond() / ceiling->operationsPerSecond
                                 : 0.0});
    }
    return content;
}

QString RooflinePlot::caption() const {
    if (m_roofline == nullptr) {
        return {};
    }
    return tr("%1 · %n thread(s) · matrices of %2 by %3 · measured %4", nullptr,
              static_cast<int>(m_roofline->threads))
        .arg(QString::fromStdString(m_roofline->machine.processor))
        .arg(m_roofline->outer)
        .arg(m_roofline->inner)
        .arg(QString::fromStdString(m_roofline->when));
}

QString RooflinePlot::tipOf(const RooflinePoint& point) const {
    QString text = tr("%1, batch %2: %3 operations a byte, %4 GOP/s, %5 ms")
                       .arg(productName(point.format))
                       .arg(point.batch)
                       .arg(formatNumber(point.operationsPerByte(), 3),
                            formatNumber(point.operationsPerSecond() / giga, 3),
                            formatNumber(point.timing.seconds * 1e3, 3));
    if (const Ceiling* ceiling = m_roofline->ceiling(point.format)) {
        text += tr(", %1 of the ceiling")
                    .arg(formatPercent(point.operationsPerSecond() / ceiling->operationsPerSecond));
    }
    if (!point.timing.isSteady()) {
        text += tr(". Unsteady: the runs differ by %1").arg(formatPercent(point.timing.spread));
    }
    return text;
}

QString RooflinePlot::description() const {
    if (m_roofline == nullptr) {
        return tr("Nothing was measured yet");
    }
    QStringList parts{tr("memory %1 GB/s").arg(formatNumber(m_roofline->bytesPerSecond / giga, 3))};
    for (const Ceiling& ceiling : m_roofline->ceilings) {
        parts << tr("%1 ceiling %2 GOP/s")
                     .arg(productName(ceiling.format),
                          formatNumber(ceiling.operationsPerSecond / giga, 3));
    }
    return parts.join(QStringLiteral("; "));
}

bool RooflinePlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_roofline != nullptr) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QString tip;
        double least = workHitRadius;
        for (const RooflinePoint& point : m_roofline->points) {
            const double distance = QLineF(help->pos(), placeOf(point)).length();
            if (distance < least) {
                least = distance;
                tip = tipOf(point);
            }
        }
        QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace zeropoint::ui
