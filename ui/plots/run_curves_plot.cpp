// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_curves_plot.h"

#include "ui/access/access.h"
#include "ui/plots/label_places.h"
#include "ui/plots/plot_style.h"
#include "ui/plots/run_style.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace zeropoint::ui {
namespace {

constexpr int leastLabelRoom = 24;
constexpr int labelGap = 10;
constexpr int mostSteps = 4;  ///< labelled
constexpr int stepRoom = 52;  ///< of a label
constexpr int labelHeight = 15;
constexpr int markersOnLine = 4;
constexpr double roomBehind = 1.02;  ///< times the steps: the last marker is drawn whole
constexpr double fineAlpha = 0.28;
constexpr double scatterUnit = 6;  ///< QCustomPlot draws a path of this width at the set size

QVector<double> finite(const QVector<double>& values) {
    QVector<double> kept = values;
    for (double& value : kept) {
        value = std::isfinite(value) ? value : qQNaN();
    }
    return kept;
}

}  // namespace

RunCurvesPlot::RunCurvesPlot(Figure figure, QWidget* parent)
    : PlotWidget(
          figure == Figure::Loss ? QStringLiteral("train.loss") : QStringLiteral("train.accuracy"),
          parent),
      m_figure(figure) {
    m_plot->setAccessibleName(figure == Figure::Loss ? tr("Loss against training steps")
                                                     : tr("Accuracy against training steps"));
    setAccess(m_plot, {.role = QAccessible::Chart, .table = [this] {
                           TableContent content{m_plot->accessibleName(), {tr("step")}, {}};
                           for (const RunCurve& curve : m_curves) {
                               content.columns << curve.name;
                           }
                           for (const QVector<double>& row : table()) {
                               content.rows.append(QVariantList(row.begin(), row.end()));
                           }
                           return content;
                       }});
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    m_plot->axisRect()->setMinimumMargins(QMargins(40, 8, 0, 24));
    m_plot->xAxis->setLabel(tr("step"));
    setValueTitle(figure == Figure::Loss ? tr("loss") : tr("accuracy, %"));
    m_plot->xAxis->setTicker(wholeTicker(mostSteps));
    if (figure == Figure::Loss) {
        m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    } else {
        m_plot->yAxis->setRange(0, 102);
        auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        for (int percent = 0; percent <= 100; percent += 25) {
            ticker->addTick(percent,
                            percent == 100 ? QStringLiteral("100 %") : QString::number(percent));
        }
        m_plot->yAxis->setTicker(ticker);
    }
    m_nowLine = new QCPItemStraightLine(m_plot);
    m_more = newLabel();
    setMinimumSize(240, 120);
    // Also after a resize of the plot's own: names stand at pixels.
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] {
        const int steps = std::clamp(m_plot->axisRect()->width() / stepRoom, 1, mostSteps);
        if (steps != m_plot->xAxis->ticker()->tickCount()) {
            m_plot->xAxis->ticker()->setTickCount(steps);
            replotSoon();
        }
        if (m_plot->axisRect()->height() != m_namedHeight) {
            nameLines();  // another height has room for another number of names
            layOutAxes();
        }
        placeLabels();
    });
    scaleAxes();
    restyle();
}

void RunCurvesPlot::show(std::vector<RunCurve> curves, double steps, double now) {
    m_curves = std::move(curves);
    m_steps = std::max(1.0, steps);
    m_now = now;
    while (m_lines.size() < m_curves.size()) {
        addLine();
    }
    fill();
    scaleAxes();
    showScales(!m_curves.empty());  // nothing is at those of no run
    m_plot->setAccessibleDescription(description());
    restyle();
}

void RunCurvesPlot::addLine() {
    auto* leader = new QCPItemLine(m_plot);
    leader->start->setType(QCPItemPosition::ptAbsolute);
    leader->end->setType(QCPItemPosition::ptAbsolute);
    m_lines.push_back({m_plot->addGraph(), m_plot->addGraph(), newLabel(), leader});
}

QCPItemText* RunCurvesPlot::newLabel() {
    QCPItemText* label = addText();
    label->position->setType(QCPItemPosition::ptAbsolute);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setClipToAxisRect(false);
    return label;
}

void RunCurvesPlot::fill() {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool used = i < m_curves.size();
        const RunCurve curve = used ? m_curves[i] : RunCurve();
        m_lines[i].fine->setData(curve.fineSteps, finite(curve.fineValues), true);
        m_lines[i].coarse->setData(curve.steps, finite(curve.values), true);
        m_lines[i].coarse->setScatterSkip(
            std::max(0, static_cast<int>(curve.values.size()) / markersOnLine - 1));
    }
}

void RunCurvesPlot::scaleAxes() {
    m_plot->xAxis->setRange(0, m_steps * roomBehind);
    m_nowLine->setVisible(m_now > 0);
    m_nowLine->point1->setCoords(m_now, 1);
    m_nowLine->point2->setCoords(m_now, 2);
    if (m_figure == Figure::Accuracy) {
        return;
    }
    double lowest = std::numeric_limits<double>::infinity();
    double highest = 0;
    for (const RunCurve& curve : m_curves) {
        for (const QVector<double>* values : {&curve.values, &curve.fineValues}) {
            for (const double value : *values) {
                lowest = value > 0 && std::isfinite(value) ? std::min(lowest, value) : lowest;
                highest = std::isfinite(value) ? std::max(highest, value) : highest;
            }
        }
    }
    const bool known = highest > 0 && lowest <= highest;
    const QCPRange range(known ? lowest / 1.3 : 0.05, known ? highest * 1.3 : 5);
    m_plot->yAxis->setRange(range);
    m_plot->yAxis->setTicker(spacedTicker(range.lower, range.upper));
}

void RunCurvesPlot::restyle() {
    const Theme& theme = styled();
    m_nowLine->setPen(QPen(theme.accent, 1.2, Qt::DashLine));
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const RunCurve& curve = m_curves[i];
        QPen pen = runPen(theme, curve.method);
        QColor faint = pen.color();
        faint.setAlphaF(static_cast<float>(fineAlpha));
        m_lines[i].fine->setPen(QPen(faint, 1));
        pen.setWidthF(curve.selected ? pen.widthF() : pen.widthF() * 0.7);
        m_lines[i].coarse->setPen(pen);
        m_lines[i].coarse->setScatterStyle(QCPScatterStyle(runMarker(curve.method, scatterUnit),
                                                           QPen(theme.surface, 1), pen.color(),
                                                           curve.selected ? 9 : 7));
        m_lines[i].label->setColor(runColor(theme, curve.method).text);
        m_lines[i].label->setFont(textFont(11, curve.selected ? QFont::DemiBold : QFont::Normal));
        m_lines[i].label->setBrush(theme.surface);
        m_lines[i].leader->setPen(QPen(theme.control, 1));
    }
    m_more->setColor(theme.text2);
    m_more->setFont(textFont(11));
    m_more->setBrush(theme.surface);
    nameLines();
    layOut();
}

/// Every line that is drawn has a name at its end. Where there is not enough height for all, the
/// chosen run and the newest keep theirs; the rest stand where the picture is free, or are counted.
void RunCurvesPlot::nameLines() {
    m_namedHeight = m_plot->axisRect()->height();
    const auto most = static_cast<std::size_t>(std::max(2, m_namedHeight / labelHeight));
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (!m_curves[i].values.isEmpty() || !m_curves[i].fineValues.isEmpty()) {
            drawn.push_back(i);
        }
    }
    const std::size_t left = drawn.size() > most ? drawn.size() - (most - 1) : 0;
    std::stable_partition(drawn.begin(), drawn.end(),
                          [this](std::size_t i) { return !m_curves[i].selected; });
    int room = leastLabelRoom;
    const auto name = [&room](QCPItemText* label, const QString& text) {
        label->setVisible(true);
        label->setText(text);
        room = std::max(room, QFontMetrics(label->font()).horizontalAdvance(text) + labelGap);
    };
    for (const Line& line : m_lines) {
        line.label->setVisible(false);
    }
    m_named.clear();
    m_left.assign(drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(left));
    m_unnamed = static_cast<int>(left);
    for (std::size_t k = left; k < drawn.size(); ++k) {
        const RunCurve& curve = m_curves[drawn[k]];
        m_named << curve.name;
        name(m_lines[drawn[k]].label,
             curve.last.isEmpty() ? curve.name : curve.name + QLatin1Char(' ') + curve.last);
    }
    m_more->setVisible(left > 0);
    if (left > 0) {
        name(m_more, tr("and %n more", nullptr, m_unnamed));
    }
    m_plot->axisRect()->setMargins(QMargins(0, 8, room, 0));
}

/// Labels stand where the axes put the lines' ends: the axes are laid out first.
void RunCurvesPlot::layOut() {
    layOutAxes();
    placeLabels();
    replotSoon();
}

/// At their lines' ends, pushed apart where lines end close to each other.
void RunCurvesPlot::placeLabels() {
    struct Place {
        double y;
        QCPItemText* label;
    };
    std::vector<Place> places;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i].label->visible() || std::ranges::count(m_left, i) > 0) {
            continue;
        }
        const RunCurve& curve = m_curves[i];
        const double end =
            curve.values.isEmpty() ? curve.fineValues.constLast() : curve.values.constLast();
        places.push_back(
            {std::isfinite(end) ? m_plot->yAxis->coordToPixel(end) : 0.0, m_lines[i].label});
    }
    std::sort(places.begin(), places.end(),
              [](const Place& a, const Place& b) { return a.y < b.y; });
    const QRect area = m_plot->axisRect()->rect();
    double least = area.top();
    for (Place& place : places) {
        place.y = std::max(place.y, least);
        least = place.y + labelHeight;
    }
    double most = area.bottom();
    if (m_more->visible()) {
        m_more->position->setCoords(area.right() + 6, most - labelHeight / 2.0);
        most -= 1.5 * labelHeight;
    }
    for (std::size_t i = places.size(); i-- > 0;) {
        places[i].y = std::min(places[i].y, most);
        most = places[i].y - labelHeight;
        places[i].label->position->setCoords(area.right() + 6, places[i].y);
    }
    placeInside();
}

/// Names that the ends have no room for stand where no curve runs, each at the end of a line.
void RunCurvesPlot::placeInside() {
    const auto pixelOf = [this](double step, double value) {
        return QPointF(m_plot->xAxis->coordToPixel(step), m_plot->yAxis->coordToPixel(value));
    };
    LabelPlaces places{QRectF(m_plot->axisRect()->rect())};
    for (const RunCurve& curve : m_curves) {
        for (qsizetype i = 0; i < curve.values.size(); ++i) {
            if (!std::isfinite(curve.values[i])) {
                continue;
            }
            const QPointF at = pixelOf(curve.steps[i], curve.values[i]);
            places.avoid(QRectF(at.x() - 3, at.y() - 3, 6, 6));
            if (i > 0 && std::isfinite(curve.values[i - 1])) {
                places.avoid(QLineF(pixelOf(curve.steps[i - 1], curve.values[i - 1]), at));
            }
        }
    }
    for (const Line& line : m_lines) {
        line.leader->setVisible(false);
    }
    std::vector<LabelPlaces::Name> names;
    for (const std::size_t i : m_left) {
        const RunCurve& curve = m_curves[i];
        const bool ends = !curve.values.isEmpty() && std::isfinite(curve.values.constLast());
        const QFontMetricsF metrics(m_lines[i].label->font());
        names.push_back({ends ? pixelOf(curve.steps.constLast(), curve.values.constLast())
                              : QPointF(qQNaN(), qQNaN()),
                         {metrics.horizontalAdvance(curve.name) + 4, metrics.height()}});
    }
    const auto found = places.place(names);
    m_inside.clear();
    for (std::size_t k = 0; k < found.size(); ++k) {
        const Line& line = m_lines[m_left[k]];
        line.label->setVisible(found[k].has_value());
        line.leader->setVisible(found[k] && found[k]->leader);
        if (found[k]) {
            m_inside << m_curves[m_left[k]].name;
            line.label->setText(m_inside.constLast());
            line.label->position->setCoords(found[k]->rect.left(), found[k]->rect.center().y());
        }
        if (line.leader->visible()) {
            line.leader->start->setCoords(found[k]->leader->p1());
            line.leader->end->setCoords(found[k]->leader->p2());
        }
    }
    m_unnamed = static_cast<int>(m_left.size()) - static_cast<int>(m_inside.size());
    m_more->setVisible(m_unnamed > 0);
    m_more->setText(tr("and %n more", nullptr, m_unnamed));
}

QVector<QVector<double>> RunCurvesPlot::table() const {
    std::map<double, QVector<double>> rows;
    for (qsizetype c = 0; c < static_cast<qsizetype>(m_curves.size()); ++c) {
        const RunCurve& curve = m_curves[static_cast<std::size_t>(c)];
        for (qsizetype i = 0; i < curve.steps.size(); ++i) {
            QVector<double>& row = rows[curve.steps[i]];
            row.resize(static_cast<qsizetype>(m_curves.size()) + 1, qQNaN());
            row[0] = curve.steps[i];
            row[c + 1] = curve.values[i];
        }
    }
    QVector<QVector<double>> table;
    for (const auto& [step, row] : rows) {
        table.append(row);
    }
    return table;
}

QString RunCurvesPlot::description() const {
    QStringList ends;
    for (const RunCurve& curve : m_curves) {
        if (!curve.last.isEmpty()) {
            ends << tr("%1 is at %2").arg(curve.name, curve.last);
        }
    }
    return ends.isEmpty() ? tr("No run was evaluated yet") : ends.join(QStringLiteral("; "));
}

}  // namespace zeropoint::ui
