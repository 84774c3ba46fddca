// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_family_plot.h"

#include "ui/access/access.h"
#include "ui/plots/label_places.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr double hitPixels = 10;
constexpr double curveNameHeight = 14;
constexpr QPointF markerHalf(4, 4);
/// Parts below this share of the smallest total are not drawn: a logarithmic axis has no zero.
constexpr double floorShare = 0.2;

/// Zero and what a logarithmic axis cannot show as gaps.
double drawable(double value, double floor) {
    return value > floor ? value : std::numeric_limits<double>::quiet_NaN();
}

/// The least and the largest error that the picture must show, both above 0.
std::pair<double, double> reachOf(const CurveStudy& study) {
    const double best = study.own.points[study.own.best].mse;
    double lowest = best > 0 ? best : 1e-12;
    double highest = lowest;
    for (const RangeError& point : study.own.points) {
        highest = std::max(highest, point.mse);
    }
    for (const FamilyMember& member : study.family) {
        const double least = member.curve.points[member.curve.best].mse;
        lowest = least > 0 ? std::min(lowest, least) : lowest;
    }
    return {lowest, highest};
}

}  // namespace

QString markerLetter(std::size_t marker) {
    return QString(QChar('A' + static_cast<char>(marker)));
}

CurveFamilyPlot::CurveFamilyPlot(QWidget* parent)
    : PlotWidget(QStringLiteral("plot.curve_family"), parent) {
    setObjectName(QStringLiteral("curve_family"));
    setAccessibleName(tr("Mean squared error against the range, for every width"));
    setAccess(this, {.role = QAccessible::Chart, .table = [this] {
                         TableContent table{accessibleName(),
                                            {tr("min"), tr("max"), tr("MSE"), tr("clipping"),
                                             tr("rounding"), tr("SQNR, dB")},
                                            {}};
                         for (const RangeError& point : m_study.own.points) {
                             table.rows.append({point.lo, point.hi, point.mse, point.clipMse,
                                                point.roundMse, point.sqnrDb});
                         }
                         return table;
                     }});
    followPointer();
    fixMargins(QMargins(40, 6, 50, 40));
    setValueTitle(tr("mean squared error"));
    m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_plot->xAxis->ticker()->setTickCount(5);
    for (QCPGraph** graph :
         {&m_theory, &m_lloyd, &m_clip, &m_round, &m_total, &m_now, &m_markers}) {
        *graph = m_plot->addGraph();
    }
    // In a window or in a figure: names stand at pixels.
    connect(m_plot, &QCustomPlot::afterLayout, this, &CurveFamilyPlot::placeFamilyNames);
    connect(m_plot, &QCustomPlot::afterLayout, this, &CurveFamilyPlot::placeMarkerNames);
    m_line = new QCPItemStraightLine(m_plot);
    m_line->setVisible(false);  // until there are curves
    // The current width lies above the family, of which it is a member too.
    m_plot->addLayer(QStringLiteral("own"), m_plot->layer(QStringLiteral("main")),
                     QCustomPlot::limAbove);
    for (QCPGraph* graph : {m_clip, m_round, m_total, m_now, m_markers}) {
        graph->setLayer(QStringLiteral("own"));
    }
    restyle();
    showScales(false);
}

void CurveFamilyPlot::show(CurveStudy study) {
    m_study = std::move(study);
    if (m_study.own.points.empty()) {
        clear();
        return;
    }
    showScales(true);
    m_line->setVisible(true);
    const RangeError& best = m_study.own.points[m_study.own.best];
    const auto [lowest, highest] = reachOf(m_study);
    const double floor = lowest * floorShare;
    const double full = m_study.positionOf(m_study.own.points.back());
    constexpr double room = 1.02;  // for the marker of the full range
    m_plot->xAxis->setRange(0, full * room);
    m_plot->xAxis->setLabel(m_study.symmetric ? tr("clipping range, ±")
                                              : tr("width of the range, max − min"));
    m_plot->yAxis->setRange(floor * 1.2, highest * 1.6);
    showOwn(floor);
    showFamily();
    showMarkers();
    setAccessibleDescription(
        tr("%1 markers; the smallest error of the current width is %2 at %3")
            .arg(m_study.markers.size())
            .arg(formatNumber(best.mse), formatNumber(m_study.positionOf(best))));
    restyle();
}

void CurveFamilyPlot::clear() {
    for (QCPGraph* graph : {m_total, m_clip, m_round, m_theory, m_lloyd, m_now, m_markers}) {
        graph->setData({}, {});
    }
    m_line->setVisible(false);
    showFamily();
    showMarkers();
    // Nor the axes of another tensor.
    m_plot->xAxis->setRange(0, 1);
    m_plot->yAxis->setRange(0.1, 1);
    showScales(false);
    setAccessibleDescription(tr("There is nothing to draw"));
    m_plot->replot();
}

void CurveFamilyPlot::showOwn(double floor) {
    const std::vector<RangeError>& points = m_study.own.points;
    QVector<double> x;
    QVector<double> total;
    QVector<double> clip;
    QVector<double> round;
    QVector<double> theory;
    for (std::size_t i = 0; i < points.size(); ++i) {
        x.append(m_study.positionOf(points[i]));
        total.append(drawable(points[i].mse, floor));
        clip.append(drawable(points[i].clipMse, floor));
        round.append(drawable(points[i].roundMse, floor));
        if (i < m_study.theory.size()) {
            theory.append(drawable(m_study.theory[i], floor));
        }
    }
    m_total->setData(x, total, true);
    m_clip->setData(x, clip, true);
    m_round->setData(x, round, true);
    m_theory->setData(theory.isEmpty() ? QVector<double>() : x, theory, true);
    if (m_study.lloydMax > floor) {
        m_lloyd->setData({0, x.last()}, {m_study.lloydMax, m_study.lloydMax});
    } else {
        m_lloyd->setData({}, {});
    }
}

void CurveFamilyPlot::showFamily() {
    while (m_family.size() < m_study.family.size()) {
        m_family.push_back(m_plot->addGraph());
        m_familyTexts.push_back(addText());
    }
    for (std::size_t i = 0; i < m_family.size(); ++i) {
        const bool used = i < m_study.family.size();
        m_family[i]->setVisible(used);
        m_familyTexts[i]->setVisible(used);
        if (!used) {
            continue;
        }
        const FamilyMember& member = m_study.family[i];
        QVector<double> x;
        QVector<double> y;
        for (const RangeError& point : member.curve.points) {
            x.append(m_study.positionOf(point));
            y.append(drawable(point.mse, 0));
        }
        m_family[i]->setData(x, y, true);
        // Of integers, whatever the format is whose curve lies among them.
        m_familyTexts[i]->setText(QString::fromStdString(member.format).toUpper());
        m_familyTexts[i]->position->setType(QCPItemPosition::ptAbsolute);
        m_familyTexts[i]->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_familyTexts[i]->setClipToAxisRect(false);
    }
}

/// Beside the ends of their curves, pushed apart where these end close to each other.
void CurveFamilyPlot::placeFamilyNames() {
    std::vector<std::pair<double, QCPItemText*>> names;
    for (std::size_t i = 0; i < std::min(m_family.size(), m_study.family.size()); ++i) {
        const double end = m_study.family[i].curve.points.back().mse;
        names.emplace_back(m_plot->yAxis->coordToPixel(end), m_familyTexts[i]);
    }
    std::ranges::sort(names);
    const QRect area = m_plot->axisRect()->rect();
    double least = area.top();
    for (auto& [y, text] : names) {
        y = std::max(y, least);
        least = y + curveNameHeight;
    }
    double most = area.bottom();
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        most = std::min(name->first, most);
        name->second->position->setCoords(area.right(), most);
        most -= curveNameHeight;
    }
}

void CurveFamilyPlot::showMarkers() {
    QVector<double> x;
    QVector<double> y;
    while (m_markerTexts.size() < m_study.markers.size()) {
        m_markerTexts.push_back(addText());
        m_leaders.push_back(new QCPItemLine(m_plot));
        m_leaders.back()->setVisible(false);
    }
    for (std::size_t i = 0; i < m_markerTexts.size(); ++i) {
        const bool used = i < m_study.markers.size();
        m_markerTexts[i]->setVisible(used);
        if (!used) {
            m_leaders[i]->setVisible(false);
            continue;
        }
        const RangeError& at = m_study.markers[i].at;
        x.append(m_study.positionOf(at));
        y.append(std::max(at.mse, m_plot->yAxis->range().lower));
        m_markerTexts[i]->setText(markerLetter(i));
        m_markerTexts[i]->position->setType(QCPItemPosition::ptAbsolute);
        m_markerTexts[i]->setPositionAlignment(Qt::AlignCenter);
        m_markerTexts[i]->setPadding(QMargins());
    }
    m_markers->setData(x, y);
}

/// Each beside its marker and off the others, where there is room.
void CurveFamilyPlot::placeMarkerNames() {
    if (m_study.markers.empty() || m_study.own.points.empty()) {
        return;
    }
    LabelPlaces places(QRectF(m_plot->axisRect()->rect()));
    std::vector<LabelPlaces::Name> names;
    for (std::size_t i = 0; i < m_study.markers.size(); ++i) {
        const QPointF at = markerPosition(i);
        places.avoid(QRectF(at - markerHalf, at + markerHalf));
        const QFontMetricsF metrics(m_markerTexts[i]->font());
        names.push_back(
            {at, {metrics.horizontalAdvance(m_markerTexts[i]->text()) + 2, metrics.height()}});
    }
    const auto found = places.place(names);
    for (std::size_t i = 0; i < found.size(); ++i) {
        m_markerTexts[i]->setVisible(found[i].has_value());
        m_leaders[i]->setVisible(found[i] && found[i]->leader);
        if (found[i]) {
            m_markerTexts[i]->position->setPixelPosition(found[i]->rect.center());
        }
        if (m_leaders[i]->visible()) {
            m_leaders[i]->start->setPixelPosition(found[i]->leader->p1());
            m_leaders[i]->end->setPixelPosition(found[i]->leader->p2());
        }
    }
}

void CurveFamilyPlot::setNow(double position, double mse) {
    const double y = std::max(mse, m_plot->yAxis->range().lower);
    m_now->setData({position}, {y});
    m_line->setVisible(true);
    m_line->point1->setCoords(position, m_plot->yAxis->range().lower);
    m_line->point2->setCoords(position, m_plot->yAxis->range().upper);
    replotSoon();
}

QPointF CurveFamilyPlot::markerPosition(std::size_t marker) const {
    const RangeError& at = m_study.markers.at(marker).at;
    return {m_plot->xAxis->coordToPixel(m_study.positionOf(at)),
            m_plot->yAxis->coordToPixel(std::max(at.mse, m_plot->yAxis->range().lower))};
}

int CurveFamilyPlot::markerAt(const QPointF& point) const {
    int nearest = -1;
    double shortest = hitPixels;
    for (std::size_t i = 0; i < m_study.markers.size(); ++i) {
        const QPointF way = markerPosition(i) - point;
        const double distance = std::hypot(way.x(), way.y());
        if (distance < shortest) {
            shortest = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

int CurveFamilyPlot::pointAt(double x) const {
    const double position = m_plot->xAxis->pixelToCoord(x);
    int nearest = -1;
    double shortest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_study.own.points.size(); ++i) {
        const double distance = std::abs(m_study.positionOf(m_study.own.points[i]) - position);
        if (distance < shortest) {
            shortest = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

bool CurveFamilyPlot::eventFilter(QObject* watched, QEvent* event) {
    if (m_study.own.points.empty()) {
        return PlotWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const QPointF point = static_cast<QMouseEvent*>(event)->position();
        const int marker = markerAt(point);
        if (marker >= 0) {
            emit markerChosen(marker);
        } else {
            emit positionChosen(m_plot->xAxis->pixelToCoord(point.x()));
        }
        return true;
    }
    if (event->type() == QEvent::MouseMove) {
        const QPointF point = static_cast<QMouseEvent*>(event)->position();
        m_plot->setCursor(markerAt(point) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        emit hovered(pointAt(point.x()));
    } else if (event->type() == QEvent::Leave) {
        emit hovered(-1);
    }
    return PlotWidget::eventFilter(watched, event);
}

void CurveFamilyPlot::restyle() {
    const Theme& theme = styled();
    m_plot->yAxis->setNumberFormat(QStringLiteral("eb"));
    m_plot->yAxis->setNumberPrecision(0);
    m_total->setPen(QPen(theme.text, 2.2));
    m_clip->setPen(QPen(theme.vermillion.line, 1.6, Qt::DashLine));
    m_round->setPen(QPen(theme.sky.line, 1.6, Qt::DotLine));
    m_theory->setPen(QPen(theme.green.line, 4));
    m_lloyd->setPen(QPen(theme.green.line, 1.4, Qt::DashDotLine));
    m_now->setLineStyle(QCPGraph::lsNone);
    m_now->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.accent, theme.accent, 9));
    m_markers->setLineStyle(QCPGraph::lsNone);
    m_markers->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme.text, 1.6),
                                               QBrush(theme.surface), 9));
    m_line->setPen(QPen(theme.accent, 1.2));
    for (QCPGraph* member : m_family) {
        member->setPen(QPen(theme.grey.line, 1.1));
    }
    for (QCPItemText* text : m_familyTexts) {
        text->setFont(monoFont(11));
        text->setColor(theme.text3);
    }
    for (QCPItemLine* leader : m_leaders) {
        leader->setPen(QPen(theme.axis, 1));
    }
    for (QCPItemText* text : m_markerTexts) {
        text->setFont(textFont(11, QFont::DemiBold));
        text->setColor(theme.text);
    }
    replotSoon();
}

}  // namespace zeropoint::ui
