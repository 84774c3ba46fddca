// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/trade_off_plot.h"

#include "ui/access/access.h"
#include "ui/plots/label_places.h"
#include "ui/plots/plot_style.h"
#include "ui/plots/run_style.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"
#include "ui/theme/fonts.h"

#include <QKeyEvent>
#include <QRubberBand>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int pointReach = 8;  ///< of a point, for a reader's frame

constexpr double kilobyte = 1000;
constexpr int leastDrag = 8;           ///< pixels of a rectangle: less is a click
constexpr double closerFactor = 2;     ///< of one press of +
constexpr double leastPoints = 0.01;   ///< of accuracy in what is looked at
constexpr double leastRatio = 1.0001;  ///< of its sizes
constexpr double hitRadius = 14;
constexpr double capWidth = 8;
constexpr double markerSize = 10;
constexpr double ringSize = 24;
constexpr double pointUnit = 6;  ///< QCustomPlot draws a path of this width at the set size

double kilobytes(const RunSummary& run) {
    return run.sizeBytes / kilobyte;
}

/// 10, 15, 20, 30, 50 and their decades, over a wide range 10 and 30 alone.
QSharedPointer<QCPAxisTickerText> sizeTicker(double lo, double hi) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const bool wide = hi / lo > 12;
    for (int exponent = -3; exponent < 6; ++exponent) {
        const double decade = std::pow(10.0, exponent);
        for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0}) {
            const double value = decade * step;
            const bool coarse = step == 1.0 || step == 3.0;
            if (value >= lo && value <= hi && (coarse || !wide)) {
                ticker->addTick(value, QString::number(value));
            }
        }
    }
    return ticker;
}

/// Round numbers, about six of them.
QSharedPointer<QCPAxisTickerText> closeTicker(const AxisRange& range, const QString& unit) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const double rough = (range.high - range.low) / 6;
    const double decade = std::pow(10.0, std::floor(std::log10(rough)));
    const double step = rough < 2 * decade   ? 2 * decade
                        : rough < 5 * decade ? 5 * decade
                                             : 10 * decade;
    const double first = std::ceil(range.low / step);
    const int count = static_cast<int>(std::floor(range.high / step) - first) + 1;
    for (int i = 0; i < count; ++i) {
        const double at = (first + i) * step;
        ticker->addTick(at, formatNumber(at, 6) + unit);
    }
    return ticker;
}

/// Its axes show the focus: the plot covers the widget.
void markFocus(QCustomPlot& plot, const Theme& theme, bool focused) {
    if (focused) {
        for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
            axis->setBasePen(QPen(theme.accent, 2));
        }
    }
}

}  // namespace

TradeOffPlot::TradeOffPlot(QWidget* parent)
    : PlotWidget(QStringLiteral("tradeoff.front"), parent),
      m_band(new QRubberBand(QRubberBand::Rectangle, m_plot)) {
    layout()->setContentsMargins(2, 2, 2, 2);
    followPointer();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Accuracy of the runs against their size"));
    setAccess(this, {.role = QAccessible::List,
                     .value = [this] { return m_selected; },
                     .items = [this] { return accessItems(); },
                     .choose =
                         [this](int item) {
                             emit chosen(QString::fromStdString(
                                 m_runs[static_cast<std::size_t>(item)].name));
                         }});
    m_plot->axisRect()->setMinimumMargins(QMargins(44, 12, 16, 36));
    m_plot->xAxis->setScaleType(QCPAxis::stLogarithmic);
    setValueTitle(tr("accuracy, %"));
    setMinimumSize(260, 180);
    // After every layout, in a window or in a figure: names and bars stand at pixels.
    connect(m_plot, &QCustomPlot::afterLayout, this, &TradeOffPlot::placeAtPixels);
    rebuild();
}

void TradeOffPlot::show(const std::vector<RunSummary>& runs, const QString& selected,
                        bool linearLayers) {
    m_plot->xAxis->setLabel(linearLayers ? tr("size of the linear layers, KB (log)")
                                         : tr("model size, KB (log)"));
    m_runs = runs;
    std::erase_if(m_runs, [](const RunSummary& run) {
        return !std::isfinite(run.accuracy) || run.sizeBytes <= 0;
    });
    std::sort(m_runs.begin(), m_runs.end(),
              [](const RunSummary& a, const RunSummary& b) { return a.sizeBytes < b.sizeBytes; });
    m_selected = selected;
    rebuild();
}

QPointF TradeOffPlot::pixelOf(const RunSummary& run) const {
    return {m_plot->xAxis->coordToPixel(kilobytes(run)),
            m_plot->yAxis->coordToPixel(run.accuracy * 100)};
}

const RunSummary* TradeOffPlot::find(const QString& name) const {
    const std::string wanted = name.toStdString();
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [&](const RunSummary& run) { return run.name == wanted; });
    return found == m_runs.end() ? nullptr : &*found;
}

QPoint TradeOffPlot::pointOf(const QString& name) const {
    const RunSummary* run = find(name);
    return run == nullptr ? QPoint() : m_plot->mapTo(this, pixelOf(*run).toPoint());
}

void TradeOffPlot::setHovered(const QString& name) {
    if (name != m_hovered) {
        m_hovered = name;
        rebuild();
    }
}

void TradeOffPlot::fitAxes() {
    double lo = 1e9;
    double hi = 0;
    for (const RunSummary& run : m_runs) {
        lo = std::min(lo, kilobytes(run));
        hi = std::max(hi, kilobytes(run));
    }
    if (hi <= 0) {
        lo = 10;
        hi = 200;
    }
    if (m_part) {
        m_plot->xAxis->setRange(m_part->across.low, m_part->across.high);
        m_plot->yAxis->setRange(m_part->up.low, m_part->up.high);
        m_plot->xAxis->setTicker(closeTicker(m_part->across, QString()));
        m_plot->yAxis->setTicker(closeTicker(m_part->up, QStringLiteral(" %")));
        return;
    }
    m_plot->xAxis->setRange(lo / 1.25, hi * 1.35);
    m_plot->xAxis->setTicker(sizeTicker(lo / 1.25, hi * 1.35));
    m_plot->yAxis->setRange(-4, 105);
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (int percent = 0; percent <= 100; percent += 20) {
        ticker->addTick(percent,
                        percent == 100 ? QStringLiteral("100 %") : QString::number(percent));
    }
    m_plot->yAxis->setTicker(ticker);
}

void TradeOffPlot::rebuild() {
    m_plot->clearGraphs();
    m_plot->clearItems();
    m_placed.clear();
    const Theme& theme = styled();
    styleAxis(*m_plot->xAxis, theme, true, true);
    markFocus(*m_plot, theme, hasFocus() && !inFigure());
    fitAxes();
    layOutAxes();
    drawFront();
    if (!inFigure()) {
        drawSelection();
        drawHover();
    }
    for (const RunSummary& run : m_runs) {
        drawPoint(run);
    }
    placeAtPixels();
    setAccessibleDescription(description());
    replotSoon();
}

void TradeOffPlot::placeAtPixels() {
    for (QCPAbstractItem* item : m_placed) {
        m_plot->removeItem(item);
    }
    m_placed.clear();
    for (const RunSummary& run : m_runs) {
        drawBar(run);
    }
    placeLabels();
}

void TradeOffPlot::drawBar(const RunSummary& run) {
    const QPen pen(runColor(themeOf(this), run.method).line, 1.4);
    const double x = pixelOf(run).x();
    const auto line = [&](double y1, double y2, double shift) {
        auto* item = new QCPItemLine(m_plot);
        item->setPen(pen);
        item->setLayer(QStringLiteral("grid"));
        item->start->setCoords(m_plot->xAxis->pixelToCoord(x - shift), y1);
        item->end->setCoords(m_plot->xAxis->pixelToCoord(x + shift), y2);
        m_placed.push_back(item);
    };
    const double low = run.accuracyCi95.low * 100;
    const double high = run.accuracyCi95.high * 100;
    line(low, high, 0);
    line(low, low, capWidth / 2);
    line(high, high, capWidth / 2);
}

void TradeOffPlot::drawFront() {
    QVector<double> x;
    QVector<double> y;
    for (const RunSummary& run : m_runs) {
        if (run.onFront) {
            x.append(kilobytes(run));
            y.append(run.accuracy * 100);
        }
    }
    if (x.isEmpty()) {
        return;
    }
    x.append(m_plot->xAxis->range().upper);
    y.append(y.constLast());
    QCPGraph* front = m_plot->addGraph();
    front->setData(x, y, true);
    front->setPen(QPen(themeOf(this).text2, 1.4));
}

void TradeOffPlot::drawPoint(const RunSummary& run) {
    const Theme& theme = themeOf(this);
    const DataColor& color = runColor(theme, run.method);
    QCPGraph* point = m_plot->addGraph();
    point->setData({kilobytes(run)}, {run.accuracy * 100});
    point->setLineStyle(QCPGraph::lsNone);
    point->setScatterStyle(QCPScatterStyle(runMarker(run.method, pointUnit),
                                           QPen(color.line, 1.8 * pointUnit / markerSize),
                                           run.onFront ? color.fill : theme.surface, markerSize));
}

void TradeOffPlot::drawSelection() {
    const Theme& theme = themeOf(this);
    for (const RunSummary& run : m_runs) {
        if (QString::fromStdString(run.name) != m_selected) {
            continue;
        }
        const double x = kilobytes(run);
        const double y = run.accuracy * 100;
        const auto guide = [&](double toX, double toY) {
            auto* line = new QCPItemLine(m_plot);
            line->setPen(QPen(theme.accent, 1, Qt::DashLine));
            line->start->setCoords(x, y);
            line->end->setCoords(toX, toY);
        };
        guide(m_plot->xAxis->range().lower, y);
        guide(x, m_plot->yAxis->range().lower);
        QCPGraph* ring = m_plot->addGraph();
        ring->setData({x}, {y});
        ring->setLineStyle(QCPGraph::lsNone);
        ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.accent, 2),
                                              Qt::NoBrush, ringSize));
    }
}

void TradeOffPlot::drawHover() {
    const RunSummary* run = find(m_hovered);
    if (run == nullptr) {
        return;
    }
    QCPGraph* disc = m_plot->addGraph();
    disc->setData({kilobytes(*run)}, {run->accuracy * 100});
    disc->setLineStyle(QCPGraph::lsNone);
    const Theme& theme = themeOf(this);
    disc->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.text3, 1.4), theme.hover, ringSize));
}

/// Names that have no room beside their points stand away from them, at the end of a line.
void TradeOffPlot::placeLabels() {
    const Theme& theme = themeOf(this);
    const QRectF area(m_plot->axisRect()->rect());
    LabelPlaces places(area);
    for (const RunSummary& run : m_runs) {
        const QPointF at = pixelOf(run);
        places.avoid(QRectF(at.x() - 8, at.y() - 8, 16, 16));
    }
    if (const RunSummary* run = find(m_selected); run != nullptr && !inFigure()) {
        const QPointF at = pixelOf(*run);
        places.avoid(QLineF(at, {area.left(), at.y()}));
        places.avoid(QLineF(at, {at.x(), area.bottom()}));
    }
    // Where there is not room for all, the names of what one would ship stand.
    std::vector<const RunSummary*> order;
    for (const RunSummary& run : m_runs) {
        if (area.contains(pixelOf(run))) {
            order.push_back(&run);
        }
    }
    std::stable_partition(order.begin(), order.end(),
                          [](const RunSummary* run) { return run->onFront; });
    const auto fontOf = [this](const RunSummary& run) {
        return textFont(11, isPointedAt(run) ? QFont::Bold : QFont::Medium);
    };
    std::vector<LabelPlaces::Name> names;
    for (const RunSummary* run : order) {
        const QFontMetricsF metrics(fontOf(*run));
        const double width = metrics.horizontalAdvance(QString::fromStdString(run->name));
        names.push_back({pixelOf(*run), {width + 4, metrics.height()}});
    }
    const auto found = places.place(names);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i]) {
            continue;
        }
        if (found[i]->leader) {
            drawLeader(*found[i]->leader);
        }
        QCPItemText* label = addText();
        m_placed.push_back(label);
        label->position->setType(QCPItemPosition::ptAbsolute);
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->position->setCoords(found[i]->rect.topLeft());
        label->setText(QString::fromStdString(order[i]->name));
        label->setFont(fontOf(*order[i]));
        label->setBrush(theme.surface);
        label->setColor(isPointedAt(*order[i]) ? theme.text : theme.text2);
    }
}

bool TradeOffPlot::isPointedAt(const RunSummary& run) const {
    const QString name = QString::fromStdString(run.name);
    return !inFigure() && (name == m_selected || name == m_hovered);
}

void TradeOffPlot::drawLeader(const QLineF& leader) {
    auto* line = new QCPItemLine(m_plot);
    line->setPen(QPen(themeOf(this).control, 1));
    line->setLayer(QStringLiteral("grid"));
    line->start->setType(QCPItemPosition::ptAbsolute);
    line->end->setType(QCPItemPosition::ptAbsolute);
    line->start->setCoords(leader.p1());
    line->end->setCoords(leader.p2());
    m_placed.push_back(line);
}

const RunSummary* TradeOffPlot::nearest(const QPointF& position) const {
    const RunSummary* best = nullptr;
    double least = hitRadius;
    const QRectF area(m_plot->axisRect()->rect());
    for (const RunSummary& run : m_runs) {
        if (!area.contains(pixelOf(run))) {
            continue;  // outside of what is looked at
        }
        const double distance = QLineF(position, pixelOf(run)).length();
        if (distance < least) {
            least = distance;
            best = &run;
        }
    }
    return best;
}

std::vector<AccessItem> TradeOffPlot::accessItems() const {
    std::vector<AccessItem> items;
    for (const RunSummary& run : m_runs) {
        const QPoint at = pixelOf(run).toPoint();
        items.push_back(
            {textOf(run),
             {},
             QRect(at - QPoint(pointReach, pointReach), at + QPoint(pointReach, pointReach)),
             QString::fromStdString(run.name) == m_selected});
    }
    return items;
}

QString TradeOffPlot::textOf(const RunSummary& run) const {
    QString text = tr("%1: %2 % (95 % interval %3 to %4 %), %5, %6 bits a weight")
                       .arg(QString::fromStdString(run.name), formatNumber(run.accuracy * 100, 4),
                            formatNumber(run.accuracyCi95.low * 100, 4),
                            formatNumber(run.accuracyCi95.high * 100, 4),
                            formatBytes(static_cast<qulonglong>(run.sizeBytes)),
                            formatNumber(run.bitsPerWeight, 3));
    if (run.onFront) {
        text += tr(". On the Pareto front");
    } else if (run.indistinguishable) {
        text += tr(". Not distinguishable from the front");
    }
    return text;
}

QString TradeOffPlot::description() const {
    QStringList front;
    for (const RunSummary& run : m_runs) {
        if (run.onFront) {
            front << QString::fromStdString(run.name);
        }
    }
    return m_runs.empty()
               ? tr("No runs yet")
               : tr("%n run(s); on the Pareto front by size: %1", nullptr, pluralOf(m_runs.size()))
                     .arg(front.join(QStringLiteral(", ")));
}

std::optional<QString> TradeOffPlot::tipAt(const QPoint& position) const {
    const RunSummary* run = nearest(position);
    return run != nullptr ? textOf(*run) : QString();
}

bool TradeOffPlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonRelease) {
        if (followDrag(static_cast<QMouseEvent*>(event))) {
            return true;
        }
    }
    if (event->type() == QEvent::MouseButtonDblClick) {
        lookAtAll();
        return true;
    }
    if (event->type() == QEvent::MouseMove) {
        const RunSummary* run = nearest(static_cast<QMouseEvent*>(event)->position());
        emit hovered(run != nullptr ? QString::fromStdString(run->name) : QString());
    }
    if (event->type() == QEvent::Leave) {
        emit hovered({});
    }
    if (event->type() == QEvent::MouseButtonPress) {
        setFocus(Qt::MouseFocusReason);
        m_dragFrom = static_cast<QMouseEvent*>(event)->pos();
        if (const RunSummary* run = nearest(static_cast<QMouseEvent*>(event)->position())) {
            emit chosen(QString::fromStdString(run->name));
        }
    }
    return PlotWidget::eventFilter(watched, event);
}

void TradeOffPlot::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(m_runs.size());
    int now = -1;
    for (int i = 0; i < count; ++i) {
        now = QString::fromStdString(m_runs[static_cast<std::size_t>(i)].name) == m_selected ? i
                                                                                             : now;
    }
    const bool next = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up;
    const bool previous = event->key() == Qt::Key_Left || event->key() == Qt::Key_Down;
    if (count > 0 && (next || previous)) {
        const int at = std::clamp(now + (next ? 1 : -1), 0, count - 1);
        emit chosen(QString::fromStdString(m_runs[static_cast<std::size_t>(at)].name));
    } else if (now >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit opened(m_selected);
    } else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) {
        lookCloser();
    } else if (m_part && (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Minus)) {
        lookAtAll();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TradeOffPlot::restyle() {
    rebuild();
}

void TradeOffPlot::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    rebuild();
}

void TradeOffPlot::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    rebuild();
}

void TradeOffPlot::look(const std::optional<ChartWindow>& part) {
    if (part != m_part) {
        m_part = part;
        rebuild();
    }
}

void TradeOffPlot::choosePart(const std::optional<ChartWindow>& part) {
    look(part);
    emit partChosen(part);
}

void TradeOffPlot::lookAt(const QRect& place) {
    const QRect area = place.intersected(m_plot->axisRect()->rect());
    if (area.width() < leastDrag || area.height() < leastDrag) {
        return;
    }
    const double smallest = m_plot->xAxis->pixelToCoord(area.left());
    const double largest = m_plot->xAxis->pixelToCoord(area.right());
    const double worst = m_plot->yAxis->pixelToCoord(area.bottom());
    const double best = m_plot->yAxis->pixelToCoord(area.top());
    const double side = std::sqrt(std::max(largest / smallest, leastRatio));
    const double half = std::max(best - worst, leastPoints) / 2;
    const QPointF middle(std::sqrt(smallest * largest), (worst + best) / 2);
    choosePart(ChartWindow{{middle.x() / side, middle.x() * side},
                           {middle.y() - half, middle.y() + half}});
}

/// Around the run that is selected, or the middle.
void TradeOffPlot::lookCloser() {
    const QRect area = m_plot->axisRect()->rect();
    const RunSummary* run = find(m_selected);
    const QPointF centre = run != nullptr ? pixelOf(*run) : QRectF(area).center();
    QRect part(0, 0, int(area.width() / closerFactor), int(area.height() / closerFactor));
    part.moveCenter(centre.toPoint());
    lookAt(part);
}

/// Whether the event belongs to a rectangle that is being drawn.
bool TradeOffPlot::followDrag(const QMouseEvent* event) {
    const QRect rect = QRect(m_dragFrom, event->pos()).normalized();
    if (event->type() == QEvent::MouseMove && (event->buttons() & Qt::LeftButton)) {
        const bool large = rect.width() >= leastDrag && rect.height() >= leastDrag;
        m_band->setGeometry(rect);
        m_band->setVisible(large || m_band->isVisible());
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && m_band->isVisible()) {
        m_band->hide();
        lookAt(rect);
        return true;
    }
    return false;
}

}  // namespace zeropoint::ui
