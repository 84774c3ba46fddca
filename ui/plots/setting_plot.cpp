// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/setting_plot.h"

#include "ui/plots/plot_style.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int settingLeftMargin = 34;
constexpr int settingRightMargin = 8;
constexpr int topMargin = 18;
constexpr int bottomMargin = 20;
constexpr double errorFloor = 0.7;  ///< below one value, which then still shows
constexpr double staleStrength = 0.5;
constexpr float errorStrength = 0.5F;

/// Steps between edges; bins without a value lie on `floor`.
void setSteps(QCPGraph* graph, const QVector<double>& edges, const QVector<double>& counts,
              double floor) {
    QVector<double> y;
    y.reserve(edges.size());
    for (const double count : counts) {
        y.append(std::max(count, floor));
    }
    if (!counts.isEmpty()) {
        y.append(y.back());
    }
    graph->setData(counts.isEmpty() ? QVector<double>() : edges, y, true);
}

/// "1", "100", "10k": powers of ten up to `top`.
QSharedPointer<QCPAxisTickerText> powers(double top) {
    static const char* const prefixes[] = {"", "k", "M", "G", "T"};
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const int last = std::max(1, static_cast<int>(std::floor(std::log10(std::max(top, 1.0)))));
    const int every = (last + 3) / 3;
    for (int exponent = 0; exponent <= std::min(last, 14); exponent += every) {
        ticker->addTick(std::pow(10.0, exponent), QString::number(std::pow(10, exponent % 3)) +
                                                      QLatin1String(prefixes[exponent / 3]));
    }
    return ticker;
}

/// Round counts: 0, 2k, 4k.
QSharedPointer<QCPAxisTickerText> counts(double top) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const double power = std::pow(10.0, std::floor(std::log10(std::max(top, 1.0))));
    const double digit = top / power;
    const double step = std::max(1.0, digit >= 5 ? 2 * power : digit >= 2 ? power : power / 2);
    for (double count = 0; count <= top; count += step) {
        const bool mega = count >= 1e6;
        const bool kilo = count >= 1e3;
        ticker->addTick(count, mega   ? QString::number(count / 1e6) + QLatin1Char('M')
                               : kilo ? QString::number(count / 1e3) + QLatin1Char('k')
                                      : QString::number(count));
    }
    return ticker;
}

}  // namespace

SettingPlot::SettingPlot(const QString& name, QWidget* parent)
    : PlotWidget(QStringLiteral("plot.settings"), parent) {
    setAccessibleName(name);
    followPointer();
    build();
    restyle();
}

void SettingPlot::build() {
    fixMargins(QMargins(settingLeftMargin, topMargin, settingRightMargin, bottomMargin));
    m_lower = new QCPAxisRect(m_plot, true);
    m_plot->plotLayout()->addElement(1, 0, m_lower);
    m_lower->setAutoMargins(QCP::msNone);
    m_lower->setMargins(QMargins(settingLeftMargin, topMargin, settingRightMargin, bottomMargin));
    m_plot->plotLayout()->setRowStretchFactor(1, 0.85);
    m_plot->plotLayout()->setRowSpacing(0);
    for (QCPAxis* axis : m_lower->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
    }
    m_original = m_plot->addGraph();
    m_dequantized = m_plot->addGraph();
    m_errors = m_plot->addGraph(m_lower->axis(QCPAxis::atBottom), m_lower->axis(QCPAxis::atLeft));
    for (QCPGraph* graph : {m_original, m_dequantized, m_errors}) {
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setAdaptiveSampling(false);
        graph->setAntialiased(false);
    }
    m_plot->xAxis->ticker()->setTickCount(4);
    m_lower->axis(QCPAxis::atBottom)->ticker()->setTickCount(4);
    m_lower->axis(QCPAxis::atLeft)->setScaleType(QCPAxis::stLogarithmic);
    m_line = new QCPItemStraightLine(m_plot);
    m_line->setVisible(false);
    const auto text = [this] {
        QCPItemText* item = addText();
        item->setClipToAxisRect(false);
        item->setVisible(false);
        return item;
    };
    m_text = text();
    m_text->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_text->position->setAxisRect(m_plot->axisRect());
    m_text->position->setCoords(1, 0);
    m_text->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_cut = text();
    m_cut->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_cut->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
}

void SettingPlot::restyle() {
    const Theme& theme = styled();
    const auto faded = [this](QColor color) {
        color.setAlphaF(static_cast<float>(m_stale ? staleStrength : 1.0) * color.alphaF());
        return color;
    };
    styleAxis(*m_lower->axis(QCPAxis::atBottom), theme, true, false);
    styleAxis(*m_lower->axis(QCPAxis::atLeft), theme, false, true);
    m_original->setPen(QPen(theme.grey.line, 1));
    m_original->setBrush(theme.histogramBody);
    m_dequantized->setPen(QPen(faded(theme.blue.line), 1.6));
    m_errors->setPen(QPen(faded(theme.sky.line), 1));
    QColor body = theme.sky.fill;
    body.setAlphaF(errorStrength);
    m_errors->setBrush(faded(body));
    m_line->setPen(QPen(theme.text, 1.2));
    m_text->setFont(monoFont(11));
    m_text->setColor(theme.text);
    m_text->setBrush(theme.surface);
    m_cut->setFont(monoFont(11));
    m_cut->setColor(theme.blue.text);
    m_cut->setBrush(theme.surface);
    replot();
}

void SettingPlot::show(const SettingScene& scene) {
    m_scene = scene;
    replot();
}

void SettingPlot::setStale(bool stale) {
    if (stale != m_stale) {
        m_stale = stale;
        restyle();
    }
}

void SettingPlot::replot() {
    const double floor = m_scene.logarithmic ? errorFloor : 0;
    setSteps(m_original, m_scene.edges, m_scene.original, floor);
    setSteps(m_dequantized, m_scene.edges, m_scene.dequantized, floor);
    setSteps(m_errors, m_scene.errorEdges, m_scene.errors, errorFloor);
    if (m_scene.edges.size() > 1) {
        m_plot->xAxis->setRange(m_scene.edges.front(), m_scene.edges.back());
    }
    m_plot->yAxis->setScaleType(m_scene.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(m_scene.logarithmic ? powers(m_scene.top) : counts(m_scene.top));
    m_plot->yAxis->setRange(floor, std::max(m_scene.top, 1.0));
    QCPAxis* errorCount = m_lower->axis(QCPAxis::atLeft);
    errorCount->setTicker(powers(m_scene.errorTop));
    errorCount->setRange(errorFloor, std::max(10.0, m_scene.errorTop * 2));
    // Where every value is exact there are no errors to count.
    const bool errors = m_scene.errorEdges.size() > 1;
    errorCount->setTickLabels(errors);
    m_lower->axis(QCPAxis::atBottom)->setTickLabels(errors);
    if (errors) {
        m_lower->axis(QCPAxis::atBottom)
            ->setRange(m_scene.errorEdges.front(), m_scene.errorEdges.back());
    }
    markCut();
    m_line->setVisible(m_pointer.has_value());
    m_text->setVisible(m_pointer.has_value());
    if (m_pointer) {
        m_line->point1->setCoords(*m_pointer, floor);
        m_line->point2->setCoords(*m_pointer, floor + 1);
        m_text->setText(pointerText());
    }
    replotSoon();
}

/// The highest bin that the axis cuts off says how many values it holds.
void SettingPlot::markCut() {
    const auto& bins = m_scene.dequantized;
    const auto highest = std::max_element(bins.begin(), bins.end());
    const bool cut = highest != bins.end() && *highest > m_scene.top;
    m_cut->setVisible(cut && !m_pointer);
    if (cut) {
        const auto bin = static_cast<qsizetype>(highest - bins.begin());
        m_cut->position->setCoords((m_scene.edges[bin] + m_scene.edges[bin + 1]) / 2, 0);
        m_cut->setText(QStringLiteral("↑ ") +
                       formatCount(static_cast<qulonglong>(std::llround(*highest))));
    }
}

void SettingPlot::setPointer(std::optional<double> value) {
    if (value != m_pointer) {
        m_pointer = value;
        replot();
    }
}

QString SettingPlot::pointerText() const {
    if (!m_pointer || m_scene.edges.size() < 2) {
        return {};
    }
    const auto above = std::upper_bound(m_scene.edges.begin(), m_scene.edges.end(), *m_pointer);
    const auto bin = static_cast<qsizetype>(above - m_scene.edges.begin()) - 1;
    if (bin < 0 || bin >= m_scene.original.size()) {
        return {};
    }
    const auto count = [](double number) {
        return formatCount(static_cast<qulonglong>(std::llround(number)));
    };
    const QString value = formatNumber(*m_pointer, 3);
    return m_scene.dequantized.isEmpty()
               ? tr("%1: %2").arg(value, count(m_scene.original[bin]))
               : tr("%1: %2 → %3")
                     .arg(value, count(m_scene.original[bin]), count(m_scene.dequantized[bin]));
}

double SettingPlot::pixelOf(double value) const {
    return m_plot->xAxis->coordToPixel(value) + m_plot->x();
}

bool SettingPlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        const QPointF position = static_cast<QMouseEvent*>(event)->position();
        const bool inside = m_plot->axisRect()->rect().contains(position.toPoint());
        emit pointed(inside ? std::optional(m_plot->xAxis->pixelToCoord(position.x()))
                            : std::nullopt);
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton &&
            m_plot->axisRect()->rect().contains(mouse->position().toPoint())) {
            emit chosen(m_plot->xAxis->pixelToCoord(mouse->position().x()));
        }
    } else if (event->type() == QEvent::Leave) {
        emit pointed(std::nullopt);
    }
    return PlotWidget::eventFilter(watched, event);
}

}  // namespace zeropoint::ui
