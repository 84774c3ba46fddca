// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_curve_plot.h"

#include "core/calibration/curve_ranges.h"
#include "ui/access/access.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double markMargin = 0.03;  ///< of the axis, beside the outermost marks
/// Parts below this share of the smallest total are not drawn: a logarithmic axis has no zero.
constexpr double lowestShare = 0.05;
constexpr double aboveBest = 9;    ///< pixels from its mark to its words, at least
constexpr double textPadding = 2;  ///< of addText()

}  // namespace

ErrorCurvePlot::ErrorCurvePlot(QWidget* parent)
    : PlotWidget(QStringLiteral("plot.error_curve"), parent) {
    m_plot->setObjectName(QStringLiteral("error_curve"));
    m_plot->setAccessibleName(tr("Mean squared error against the range"));
    setAccess(m_plot, {.role = QAccessible::Chart, .table = [this] {
                           TableContent table{m_plot->accessibleName(),
                                              {tr("min"), tr("max"), tr("MSE"), tr("clipping"),
                                               tr("rounding"), tr("SQNR, dB")},
                                              {}};
                           for (const RangeError& point : m_curve.points) {
                               table.rows.append({point.lo, point.hi, point.mse, point.clipMse,
                                                  point.roundMse, point.sqnrDb});
                           }
                           return table;
                       }});
    m_plot->axisRect()->setMinimumMargins(QMargins(40, 8, 12, 24));
    setValueTitle(tr("mean squared error"));
    m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_plot->xAxis->ticker()->setTickCount(3);
    m_clip = m_plot->addGraph();
    m_round = m_plot->addGraph();
    m_total = m_plot->addGraph();
    m_now = m_plot->addGraph();
    m_best = m_plot->addGraph();
    m_line = new QCPItemStraightLine(m_plot);
    m_nowText = addText();
    m_bestText = addText();
    m_clipText = addText();
    m_roundText = addText();
    m_nowText->setText(tr("now"));
    m_nowText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_plot->addLayer(QStringLiteral("now"), m_plot->layer(QStringLiteral("main")));
    m_plot->layer(QStringLiteral("now"))->setMode(QCPLayer::lmBuffered);
    for (QCPLayerable* part : std::initializer_list<QCPLayerable*>{m_line, m_now, m_nowText}) {
        part->setLayer(QStringLiteral("now"));
    }
    // The line of the hand goes behind the words that it meets.
    for (QCPItemText* text : {m_bestText, m_clipText, m_roundText}) {
        text->setLayer(QStringLiteral("overlay"));
    }
    m_clipText->setText(tr("clipping"));
    m_roundText->setText(tr("rounding"));
    // Also after a resize of the plot's own: names stand at pixels.
    connect(m_plot, &QCustomPlot::afterLayout, this, &ErrorCurvePlot::placeLabels);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        if (!m_curve.points.empty()) {
            emit positionChosen(m_plot->xAxis->pixelToCoord(event->position().x()));
        }
    });
    restyle();
}

double ErrorCurvePlot::endOf(const RangeError& point) const {
    if (m_axis == Axis::BlockShare) {
        const auto place = static_cast<double>(&point - m_curve.points.data());
        return 100 * (place + 1) / static_cast<double>(m_curve.points.size());
    }
    return m_moving == RangeEnd::Hi ? point.hi : point.lo;
}

ErrorCurvePlot::Mark ErrorCurvePlot::best() const {
    const RangeError& point = m_curve.points[m_curve.best];
    return m_hand && m_hand->error < point.mse ? *m_hand : Mark{endOf(point), point.mse};
}

QString ErrorCurvePlot::bestWords() const {
    const QString at = formatNumber(best().at);
    return m_axis == Axis::BlockShare ? tr("best %1 %").arg(at)
           : m_moving == RangeEnd::Hi ? tr("best max %1").arg(at)
                                      : tr("best min %1").arg(at);
}

void ErrorCurvePlot::showBest() {
    const Mark mark = best();
    if (hasBest(m_curve)) {
        m_best->setData({mark.at}, {std::max(mark.error, m_floor)});
    } else {
        m_best->setData({}, {});
    }
    m_bestText->setText(bestWords());
}

void ErrorCurvePlot::setCurve(const ErrorCurve& curve, RangeEnd moving, Axis axis) {
    m_curve = curve;
    m_moving = moving;
    m_axis = axis;
    m_hand.reset();
    const std::vector<RangeError>& points = m_curve.points;
    if (points.empty()) {
        clear();  // no finite value: not the curve of another tensor
        return;
    }
    const bool ranked = hasBest(m_curve);
    for (QCPItemText* text : {m_nowText, m_clipText, m_roundText}) {
        text->setVisible(true);
    }
    m_bestText->setVisible(ranked);
    m_line->setVisible(true);
    showScales(true);
    m_highest = 0;
    double lowest = std::numeric_limits<double>::infinity();
    for (const RangeError& point : points) {
        m_highest = std::max(m_highest, point.mse);
        lowest = point.mse > 0 ? std::min(lowest, point.mse) : lowest;
    }
    if (!std::isfinite(lowest)) {
        lowest = 1e-12;  // every point is exact
        m_highest = 1;
    }
    m_floor = lowest * lowestShare;
    QVector<double> x;
    QVector<double> total;
    QVector<double> clip;
    QVector<double> round;
    for (const RangeError& point : points) {
        x.append(endOf(point));
        total.append(std::max(point.mse, m_floor));
        clip.append(point.clipMse > m_floor ? point.clipMse : qQNaN());
        round.append(point.roundMse > m_floor ? point.roundMse : qQNaN());
    }
    m_total->setData(x, total, true);
    m_clip->setData(x, clip, true);
    m_round->setData(x, round, true);
    showBest();
    const auto [first, last] = std::minmax(x.first(), x.last());
    // A mark at an end is drawn whole.
    const double margin = (last - first) * markMargin;
    m_plot->xAxis->setRange(first - margin, last + margin);
    m_plot->xAxis->setLabel(axis == Axis::BlockShare ? tr("share of each block’s range, %")
                            : moving == RangeEnd::Hi ? tr("max handle")
                                                     : tr("min handle"));
    m_plot->yAxis->setRange(m_floor * 1.5, m_highest * 1.6);
    m_plot->replot();
}

void ErrorCurvePlot::clear() {
    for (QCPGraph* graph : {m_total, m_clip, m_round, m_best, m_now}) {
        graph->setData({}, {});
    }
    for (QCPItemText* text : {m_bestText, m_nowText, m_clipText, m_roundText}) {
        text->setVisible(false);
    }
    m_line->setVisible(false);
    // Nor the axes of another tensor.
    m_plot->xAxis->setRange(0, 1);
    m_plot->yAxis->setRange(0.1, 1);
    showScales(false);
    m_plot->setAccessibleDescription(tr("There is nothing to draw"));
    m_plot->replot();
}

void ErrorCurvePlot::setPosition(double position, double error, bool comparable) {
    if (m_curve.points.empty()) {
        return;
    }
    const double before = best().at;
    m_hand = comparable ? std::optional(Mark{position, error}) : std::nullopt;
    const Mark least = best();
    const bool moved = least.at != before;
    if (moved) {
        showBest();
    }
    m_now->setData({position}, {std::max(error, m_floor)});
    m_line->point1->setCoords(position, m_floor);
    m_line->point2->setCoords(position, m_highest);
    placeNow();
    const QString now = tr("Now %1 at %2").arg(formatNumber(error), formatNumber(position));
    m_plot->setAccessibleDescription(
        hasBest(m_curve) ? tr("%1; the smallest error is %2 at %3")
                               .arg(now, formatNumber(least.error), formatNumber(least.at))
                         : now);
    const double top = std::max(m_highest, error) * 1.6;
    if (top > m_plot->yAxis->range().upper || moved) {
        m_plot->yAxis->setRangeUpper(std::max(top, m_plot->yAxis->range().upper));
        m_plot->replot();
    } else {
        m_now->layer()->replot();  // the curve stands as it is
    }
}

void ErrorCurvePlot::placeLabels() {
    const auto& points = m_curve.points;
    if (points.empty()) {
        return;
    }
    const QRect area = m_plot->axisRect()->rect();
    const auto pixelOf = [this](double at, double error) {
        return QPointF(m_plot->xAxis->coordToPixel(at), m_plot->yAxis->coordToPixel(error));
    };
    const auto place = [](QCPItemText* text, const QPointF& pixel, Qt::Alignment side) {
        text->position->setPixelPosition(pixel);
        text->setPositionAlignment(side);
    };
    const Mark mark = best();
    // Centred over its mark as far as the edges let it: words are cut off beyond them.
    const double half =
        QFontMetricsF(m_bestText->font()).horizontalAdvance(m_bestText->text()) / 2 + textPadding;
    const double least = std::max(mark.error, m_floor);
    QPointF words = pixelOf(mark.at, least * 2.5);
    words.setX(std::max(area.left() + half, std::min(words.x(), area.right() - half)));
    words.setY(std::min(words.y(), pixelOf(mark.at, least).y() - aboveBest));
    place(m_bestText, words, Qt::AlignHCenter | Qt::AlignBottom);
    const double line = QFontMetricsF(m_bestText->font()).height();
    m_bestPlace = QRectF(words.x() - half, words.y() - line, 2 * half, line);
    const QRectF rounding = placeRound(area);
    placeClip(area.bottom(), {m_bestPlace, rounding});
    placeNow();
}

/// Over the line that rises, where that is well below the total and beside the best's words.
/// @return the place of its words; empty where there is none
QRectF ErrorCurvePlot::placeRound(const QRect& area) {
    const auto& points = m_curve.points;
    const QFontMetricsF metrics(m_roundText->font());
    const double width = metrics.horizontalAdvance(m_roundText->text()) + 2 * textPadding;
    for (const std::size_t fifths : {1, 2, 3, 4}) {
        const RangeError& point = points[points.size() * fifths / 5];
        const double x = m_plot->xAxis->coordToPixel(endOf(point));
        const double y = m_plot->yAxis->coordToPixel(std::max(point.roundMse, m_floor));
        const QRectF words(x - width / 2, y - metrics.height(), width, metrics.height());
        if (point.roundMse > 0 && words.top() >= area.top() && !words.intersects(m_bestPlace)) {
            m_roundText->position->setPixelPosition({x, y});
            m_roundText->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
            m_roundText->setVisible(true);
            return words;
        }
    }
    m_roundText->setVisible(false);
    return {};
}

/// At the top, on the side of the line that is away from the best's words; on the other one where
/// an edge is near, and below those words where neither is free.
void ErrorCurvePlot::placeNow() {
    if (m_now->data()->isEmpty()) {
        return;
    }
    const double position = m_now->data()->constBegin()->key;
    const QRectF area = m_plot->axisRect()->rect();
    const QFontMetricsF metrics(m_nowText->font());
    const double width = metrics.horizontalAdvance(m_nowText->text()) + 2 * textPadding;
    const double line = m_plot->xAxis->coordToPixel(position);
    const bool leftFirst = position < best().at;
    struct Place {
        bool left;
        double top;
    };
    const double below = m_bestPlace.bottom();
    Place chosen{leftFirst, area.top()};
    for (const Place& place : {Place{leftFirst, area.top()}, Place{!leftFirst, area.top()},
                               Place{leftFirst, below}, Place{!leftFirst, below}}) {
        const QRectF words(place.left ? line - width : line, place.top, width, metrics.height());
        if (words.left() >= area.left() && words.right() <= area.right() &&
            !words.intersects(m_bestPlace)) {
            chosen = place;
            break;
        }
    }
    m_nowText->position->setCoords(
        position, area.height() > 0 ? (chosen.top - area.top()) / area.height() : 0);
    m_nowText->setPositionAlignment((chosen.left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
}

/// Under the line that falls, as far along it as the words have room above `bottom` and beside the
/// words that are there.
void ErrorCurvePlot::placeClip(double bottom, const std::array<QRectF, 2>& others) {
    const auto& points = m_curve.points;
    const double leastClip = points[m_curve.best].mse * lowestShare * 2;
    const QFontMetricsF metrics(m_clipText->font());
    const double height = metrics.height();
    const double width = metrics.horizontalAdvance(m_clipText->text()) + 2 * textPadding;
    const bool falls = endOf(points.back()) > endOf(points.front());
    for (std::size_t i = points.size() * 4 / 5; i > 0; --i) {
        const RangeError& point = points[i];
        const double y = m_plot->yAxis->coordToPixel(std::max(point.clipMse, m_floor));
        const double x = m_plot->xAxis->coordToPixel(endOf(point));
        const QRectF words(falls ? x - width : x, y, width, height);
        const bool free = std::ranges::none_of(
            others, [&words](const QRectF& other) { return other.intersects(words); });
        if (point.clipMse > leastClip && y + height <= bottom && free) {
            m_clipText->position->setPixelPosition({x, y});
            m_clipText->setPositionAlignment((falls ? Qt::AlignRight : Qt::AlignLeft) |
                                             Qt::AlignTop);
            m_clipText->setVisible(true);
            return;
        }
    }
    m_clipText->setVisible(false);
}

void ErrorCurvePlot::restyle() {
    const Theme& theme = styled();
    m_total->setPen(QPen(theme.text, 2.2));
    m_clip->setPen(QPen(theme.vermillion.line, 1.6, Qt::DashLine));
    m_round->setPen(QPen(theme.sky.line, 1.6, Qt::DotLine));
    m_now->setLineStyle(QCPGraph::lsNone);
    m_now->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.accent, theme.accent, 9));
    m_best->setLineStyle(QCPGraph::lsNone);
    m_best->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangle, QPen(theme.text, 1.8),
                                            QBrush(theme.surface), 11));
    m_line->setPen(QPen(theme.accent, 1.6));
    const auto style = [&](QCPItemText* text, const QColor& color, QFont::Weight weight) {
        text->setFont(textFont(11, weight));
        text->setColor(color);
        QColor ground = theme.surface;
        ground.setAlphaF(0.9F);
        text->setBrush(ground);
    };
    style(m_nowText, theme.accent, QFont::DemiBold);
    style(m_bestText, theme.text, QFont::DemiBold);
    style(m_clipText, theme.vermillion.text, QFont::Normal);
    style(m_roundText, theme.sky.text, QFont::Normal);
    m_plot->replot();
}

void ErrorCurvePlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_plot->replot();
}

}  // namespace zeropoint::ui
