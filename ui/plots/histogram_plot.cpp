// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/histogram_plot.h"

#include "ui/access/access.h"
#include "ui/controls/hatch.h"
#include "ui/controls/number_field.h"
#include "ui/controls/range_handle.h"
#include "ui/plots/plot_style.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace zeropoint::ui {
namespace {

constexpr int flagBand = 24;      ///< room above the plot for the handles' flags
constexpr double logFloor = 0.7;  ///< an empty bin on the logarithmic axis
constexpr double headroom = 1.08;
constexpr double logHeadroom = 2.2;
constexpr int besideHandle = 7;  ///< half of a handle's grip, and a gap
constexpr int besideLine = 3;

/// A step line over bins: each edge starts a level, the last edge closes it.
/// Empty bins stand on `floor`; with a NaN floor the line is broken there.
void setSteps(QCPGraph* graph, const std::vector<double>& edges, const std::vector<double>& counts,
              double floor) {
    QVector<double> x;
    QVector<double> y;
    x.reserve(static_cast<qsizetype>(edges.size()));
    y.reserve(static_cast<qsizetype>(edges.size()));
    for (std::size_t i = 0; i < counts.size(); ++i) {
        x.append(edges[i]);
        y.append(counts[i] > 0 ? counts[i] : floor);
    }
    if (!counts.empty()) {
        x.append(edges.back());
        y.append(counts.back() > 0 ? counts.back() : floor);
    }
    graph->setData(x, y, true);
}

QColor mixed(const QColor& over, const QColor& under, double share) {
    const auto channel = [share](int a, int b) {
        return static_cast<int>(std::lround(share * a + (1 - share) * b));
    };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()),
            channel(over.blue(), under.blue())};
}

/// 1, 10, 100, 1k, 10k, ... 1G.
QSharedPointer<QCPAxisTickerText> powersOfTen(double highest) {
    static const char* const prefixes[] = {"", "k", "M", "G", "T"};
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    double power = 1;
    for (int exponent = 0; exponent < 15 && power <= highest; ++exponent, power *= 10) {
        ticker->addTick(power, QString::number(std::pow(10, exponent % 3)) +
                                   QLatin1String(prefixes[exponent / 3]));
    }
    return ticker;
}

qulonglong countOf(double count) {
    return static_cast<qulonglong>(std::llround(count));
}

}  // namespace

HistogramPlot::HistogramPlot(QWidget* parent)
    : PlotWidget(QStringLiteral("plot.histogram"), parent),
      m_low(nullptr),
      m_high(nullptr),
      m_sample(nullptr),
      m_editor(nullptr) {
    m_plot->setAccessibleName(tr("Histogram of the tensor before and after quantization"));
    setAccess(m_plot, {.role = QAccessible::Chart, .table = [this] {
                           TableContent table{
                               m_plot->accessibleName(),
                               {tr("from"), tr("to"), tr("original"), tr("dequantized")},
                               {}};
                           const GridView& grid = m_scene.grid;
                           for (std::size_t i = 0; i < grid.original.size(); ++i) {
                               table.rows.append({grid.edges[i], grid.edges[i + 1],
                                                  grid.original[i], grid.dequantized[i]});
                           }
                           return table;
                       }});
    buildItems();
    m_sample = new RangeHandle(RangeHandle::Look::Sample, tr("Sample value"), this);
    m_low = new RangeHandle(RangeHandle::Look::RangeEnd, tr("Lower end of the range"), this);
    m_high = new RangeHandle(RangeHandle::Look::RangeEnd, tr("Upper end of the range"), this);
    m_sample->setObjectName(QStringLiteral("sample_handle"));
    m_low->setObjectName(QStringLiteral("low_handle"));
    m_high->setObjectName(QStringLiteral("high_handle"));
    m_editor = new NumberField(this);
    m_editor->setToldElsewhere();
    m_editor->setObjectName(QStringLiteral("range_editor"));
    m_editor->setFixedWidth(96);
    m_editor->hide();
    connectHandle(m_low, true);
    connectHandle(m_high, false);
    connect(m_sample, &RangeHandle::dragged, this, [this](double x) {
        emit sampleMoved(std::clamp(valueAt(x), m_scene.viewLo, m_scene.viewHi));
    });
    connect(m_sample, &RangeHandle::stepped, this, [this](int steps) {
        emit sampleMoved(m_scene.sample + steps * m_scene.params.scale / 4);
    });
    // What it cannot take stays open and says why; Escape gives up.
    connect(m_editor, &NumberField::valueEntered, this, [this](double value) {
        m_editor->hide();
        takeEdited(value);
    });
    connect(m_sample, &RangeHandle::editRequested, this, [this] { edit(Edited::Sample); });
    connect(m_editor, &NumberField::refused, this, [this](const QString& why) {
        const QPoint below = m_editor->mapToGlobal(QPoint(0, m_editor->height()));
        QToolTip::showText(below, why, m_editor);
    });
    connect(m_editor, &QLineEdit::editingFinished, this,
            [this] { m_editor->setVisible(!m_editor->refusal().isEmpty()); });
    // The plot lays its axes out when it paints, also after a resize of its own: the handles
    // follow.
    connect(m_plot, &QCustomPlot::afterReplot, this, &HistogramPlot::placeHandles);
    connect(m_plot, &QCustomPlot::afterLayout, this, &HistogramPlot::placeTexts);
    restyle();
}

void HistogramPlot::buildItems() {
    m_plot->setInteractions({});
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msBottom);
    m_plot->axisRect()->setMargins(QMargins(0, flagBand + 18, 0, 0));
    m_plot->axisRect()->setMinimumMargins(QMargins(44, flagBand + 18, 12, 22));
    m_plot->xAxis2->setVisible(true);
    m_plot->xAxis2->setTickLabels(true);
    m_original = m_plot->addGraph();
    m_original->setLineStyle(QCPGraph::lsStepLeft);
    m_dequantized = m_plot->addGraph();
    m_dequantized->setLineStyle(QCPGraph::lsStepLeft);
    m_stems = m_plot->addGraph();
    m_stems->setLineStyle(QCPGraph::lsImpulse);
    for (QCPGraph* graph : {m_original, m_dequantized, m_stems}) {
        graph->setAdaptiveSampling(false);
        graph->setAntialiased(false);
    }
    const auto band = [this] {
        auto* item = new QCPItemRect(m_plot);
        item->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
        item->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
        item->setPen(QPen(Qt::NoPen));
        item->setLayer(QStringLiteral("grid"));
        return item;
    };
    const auto text = [this] {
        auto* item = new QCPItemText(m_plot);
        item->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        item->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
        item->setPadding(QMargins(6, 4, 6, 4));
        return item;
    };
    m_belowBand = band();
    m_aboveBand = band();
    m_belowText = text();
    m_aboveText = text();
    m_zeroLine = new QCPItemStraightLine(m_plot);
    m_zeroText = text();
    m_zeroText->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_codeText = new QCPItemText(m_plot);
    m_codeText->position->setTypeY(QCPItemPosition::ptAbsolute);
    m_codeText->setClipToAxisRect(false);
    m_codeText->setText(tr("code q"));
}

void HistogramPlot::restyle() {
    const Theme& theme = styled();
    styleAxis(*m_plot->xAxis2, theme, true, false);
    m_original->setPen(QPen(theme.grey.line, 1));
    m_original->setBrush(theme.histogramBody);
    m_dequantized->setPen(QPen(theme.blue.line, 2));
    m_stems->setPen(QPen(theme.blue.line, 2));
    m_stems->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, theme.blue.line, theme.blue.line, 6));
    // Mixed here, once: a translucent tile would be blended pixel by pixel at every step of a drag.
    const QBrush hatch = hatchBrush(mixed(theme.vermillion.line, theme.surface, 0.45),
                                    mixed(theme.vermillion.soft, theme.surface, 0.6), this);
    for (QCPItemRect* band : {m_belowBand, m_aboveBand}) {
        band->setBrush(hatch);
    }
    for (QCPItemText* text : {m_belowText, m_aboveText, m_zeroText}) {
        text->setFont(textFont(11, QFont::DemiBold));
        text->setColor(theme.vermillion.text);
        text->setBrush(theme.surface);
        text->setPen(QPen(theme.border, 1));
    }
    m_codeText->setFont(textFont(11));
    m_codeText->setColor(theme.text3);
    m_zeroText->setFont(monoFont(11));
    m_zeroText->setColor(theme.text);
    m_zeroLine->setPen(QPen(theme.vermillion.line, 1, Qt::DotLine));
    replot();
}

void HistogramPlot::show(const HistogramScene& scene) {
    m_scene = scene;
    replot();
}

void HistogramPlot::setLogarithmic(bool logarithmic) {
    if (logarithmic != m_logarithmic) {
        m_logarithmic = logarithmic;
        replot();
    }
}

void HistogramPlot::replot() {
    if (m_scene.grid.original.empty()) {
        clear();  // no finite value: not the picture of another tensor
        return;
    }
    showScales(true);
    const GridView& grid = m_scene.grid;
    const double floor = m_logarithmic ? logFloor : 0;
    setSteps(m_original, grid.edges, grid.original, floor);
    setSteps(m_dequantized, grid.edges, grid.dequantized, qQNaN());
    m_dequantized->setVisible(!grid.stems);
    m_stems->setVisible(grid.stems);
    QVector<double> x;
    QVector<double> y;
    double top = *std::max_element(grid.original.begin(), grid.original.end());
    for (const GridView::Level& level : grid.levels) {
        if (level.count > 0) {
            x.append(level.value);
            y.append(level.count);
            top = std::max(top, level.count);
        }
    }
    m_stems->setData(x, y, true);
    if (!grid.stems) {
        top = std::max(top, *std::max_element(grid.dequantized.begin(), grid.dequantized.end()));
    }
    m_plot->xAxis->setRange(m_scene.viewLo, m_scene.viewHi);
    m_plot->xAxis2->setRange(m_scene.viewLo, m_scene.viewHi);
    if (m_logarithmic) {
        m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
        m_plot->yAxis->setTicker(powersOfTen(top * logHeadroom));
        m_plot->yAxis->setRange(logFloor, std::max(10.0, top) * logHeadroom);
    } else {
        m_plot->yAxis->setScaleType(QCPAxis::stLinear);
        auto ticker = QSharedPointer<QCPAxisTicker>::create();
        ticker->setTickCount(5);
        m_plot->yAxis->setTicker(ticker);
        m_plot->yAxis->setRange(0, std::max(1.0, top) * headroom);
    }
    updateCodeAxis();
    updateBand(m_belowBand, m_scene.viewLo, m_scene.clip.lo);
    updateBand(m_aboveBand, m_scene.clip.hi, m_scene.viewHi);
    m_zeroLine->point1->setCoords(0, 0);
    m_zeroLine->point2->setCoords(0, 1);
    const bool showsZero = m_scene.codeAxis && m_scene.viewLo < 0 && m_scene.viewHi > 0;
    m_zeroLine->setVisible(m_scene.viewLo < 0 && m_scene.viewHi > 0);
    m_zeroText->setVisible(showsZero);
    m_zeroText->setText(tr("0 ↔ q %1").arg(m_scene.params.zeroPoint));
    m_sample->setValueText(QStringLiteral("x = ") + formatNumber(m_scene.sample));
    m_plot->replot();
}

bool HistogramPlot::isBlank() const {
    return m_original->data()->isEmpty() && m_dequantized->data()->isEmpty() &&
           m_stems->data()->isEmpty();
}

void HistogramPlot::clear() {
    for (QCPGraph* graph : {m_original, m_dequantized, m_stems}) {
        graph->setData({}, {});
    }
    for (QCPAbstractItem* item : std::initializer_list<QCPAbstractItem*>{
             m_belowBand, m_aboveBand, m_belowText, m_aboveText, m_zeroLine, m_zeroText}) {
        item->setVisible(false);
    }
    updateCodeAxis();
    showScales(false);
    m_plot->replot();
}

void HistogramPlot::updateCodeAxis() {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const double scale = m_scene.params.scale;
    const bool shown = m_scene.codeAxis && !isBlank();
    m_plot->xAxis2->setVisible(shown);
    m_codeText->setVisible(shown);
    if (shown && scale > 0) {
        const double first = m_scene.codes.qmin;
        const double last = m_scene.codes.qmax;
        const double pixels = std::abs(pixelOf(last * scale) - pixelOf(first * scale));
        // The axis' name stands between two of them.
        constexpr double roomOfName = 96;
        const double wanted = std::clamp(pixels / roomOfName, 1.0, 8.0);
        // A power of two of codes between labels, as codes are counted.
        const double every =
            std::max(1.0, std::exp2(std::ceil(std::log2((last - first) / wanted))));
        const int step = static_cast<int>(every);
        const int start = static_cast<int>(std::ceil(first / every)) * step;
        for (int q = start; q <= m_scene.codes.qmax; q += step) {
            const double level = (q - m_scene.params.zeroPoint) * scale;
            ticker->addTick(level, besideHandles(QString::number(q), level));
        }
        m_codeText->position->setCoords((std::floor((first + last) / 2 / every + 0.5) * every +
                                         every / 2 - m_scene.params.zeroPoint) *
                                            scale,
                                        m_plot->axisRect()->top() - 14);
    }
    m_plot->xAxis2->setTicker(ticker);
}

/// A code whose number a handle's line would cross is written beside it, within the range.
QString HistogramPlot::besideHandles(const QString& code, double level) const {
    const double digit = QFontMetricsF(m_plot->xAxis2->tickLabelFont()).horizontalAdvance(u'0');
    const auto crossed = [&](double end) {
        return m_scene.handles && std::abs(pixelOf(level) - pixelOf(end)) <
                                      digit * static_cast<double>(code.size()) / 2 + besideLine;
    };
    // A label is centred: as much room as it takes on one side moves it to the other.
    const QString room(code.size() + 1, QChar(QChar::Nbsp));
    return crossed(m_scene.range.lo) ? room + code : crossed(m_scene.range.hi) ? code + room : code;
}

void HistogramPlot::updateBand(QCPItemRect* band, double from, double to) {
    band->setVisible(to > from);
    band->topLeft->setCoords(from, 0);
    band->bottomRight->setCoords(to, 1);
}

/// What stands beside lines and handles, whose pixels the layout decides.
void HistogramPlot::placeTexts() {
    const QRect inner = m_plot->axisRect()->rect();
    if (inner.width() != m_laidOutWidth) {
        m_laidOutWidth = inner.width();  // another width has room for another number of codes
        updateCodeAxis();
        layOutAxes();
    }
    const auto pixelOf = [this](double value) { return m_plot->xAxis->coordToPixel(value); };
    const RealRange& clip = m_scene.clip;
    const double low = m_scene.handles ? std::min(clip.lo, m_scene.range.lo) : clip.lo;
    const double high = m_scene.handles ? std::max(clip.hi, m_scene.range.hi) : clip.hi;
    placeBandText(
        m_belowBand, m_belowText, inner.left(), pixelOf(low) - besideHandle, m_scene.below,
        {m_scene.handles ? tr("%1 value(s) below min", nullptr, pluralOf(countOf(m_scene.below)))
                         : tr("%1 value(s) clipped", nullptr, pluralOf(countOf(m_scene.below))),
         tr("%1 below"), QStringLiteral("%1")});
    placeBandText(
        m_aboveBand, m_aboveText, pixelOf(high) + besideHandle, inner.right(), m_scene.above,
        {m_scene.handles ? tr("%1 value(s) above max", nullptr, pluralOf(countOf(m_scene.above)))
                         : tr("%1 value(s) clipped", nullptr, pluralOf(countOf(m_scene.above))),
         tr("%1 above"), QStringLiteral("%1")});
    placeZeroText(inner);
}

/// In the middle of the band, or of its larger part beside the sample, in as many words as there is
/// room for.
void HistogramPlot::placeBandText(const QCPItemRect* band, QCPItemText* text, double from,
                                  double to, double count, const QStringList& forms) {
    const QString number =
        (m_scene.estimated ? QStringLiteral("≈ ") : QString()) + formatCount(countOf(count));
    const QRect inner = m_plot->axisRect()->rect();
    const double sample = std::clamp(m_plot->xAxis->coordToPixel(m_scene.sample),
                                     double(inner.left()), double(inner.right()));
    const double words = middleOfSample(inner, sample);
    const double half = m_sample->labelWidth() / 2.0;
    const double left = std::min(sample, words - half) - besideLine;
    const double right = std::max(sample, words + half) + besideLine;
    if (right > from && left < to) {
        const bool after = to - right > left - from;
        from = after ? right : from;
        to = after ? to : left;
    }
    const QFontMetricsF metrics(text->font());
    const int padding = text->padding().left() + text->padding().right();
    const auto fits = std::find_if(forms.begin(), forms.end(), [&](const QString& form) {
        return metrics.horizontalAdvance(form.arg(number)) + padding <= to - from;
    });
    text->setVisible(band->visible() && count > 0 && fits != forms.end());
    if (text->visible()) {
        text->setText(fits->arg(number));
        text->position->setCoords(m_plot->xAxis->pixelToCoord((from + to) / 2), 0.05);
    }
}

/// Right of the line of zero, or left of it where a handle or the sample stands there.
void HistogramPlot::placeZeroText(const QRect& inner) {
    const double zero = m_plot->xAxis->coordToPixel(0);
    const double gap = 0.01 * inner.width();
    const double width = QFontMetricsF(m_zeroText->font()).horizontalAdvance(m_zeroText->text()) +
                         m_zeroText->padding().left() + m_zeroText->padding().right();
    const auto crossed = [&](double left, double value, double beside) {
        const double line = m_plot->xAxis->coordToPixel(value);
        return line > left - beside && line < left + width + beside;
    };
    const auto free = [&](double left) {
        return left >= inner.left() && left + width <= inner.right() &&
               !crossed(left, m_scene.sample, besideLine) &&
               !(m_scene.handles && (crossed(left, m_scene.range.lo, besideHandle) ||
                                     crossed(left, m_scene.range.hi, besideHandle)));
    };
    const double right = zero + gap;
    const double left = zero - gap - width;
    m_zeroText->position->setCoords(
        m_plot->xAxis->pixelToCoord(!free(right) && free(left) ? left : right), 0.96);
}

double HistogramPlot::pixelOf(double value) const {
    return m_plot->xAxis->coordToPixel(value) + m_plot->x();
}

double HistogramPlot::valueAt(double pixel) const {
    return m_plot->xAxis->pixelToCoord(pixel - m_plot->x());
}

/// Its words stay inside the plot: "x = 25" of 250 is another number.
double HistogramPlot::middleOfSample(const QRect& inner, double line) const {
    const double half = m_sample->labelWidth() / 2.0;
    return std::max(inner.left() + half, std::min(line, inner.right() - half));
}

void HistogramPlot::placeHandles() {
    const QRect inner = m_plot->axisRect()->rect().translated(m_plot->pos());
    const auto clampedPixel = [&](double value) {
        return std::clamp(pixelOf(value), static_cast<double>(inner.left()),
                          static_cast<double>(inner.right()));
    };
    m_low->place(clampedPixel(m_scene.range.lo), 0, inner.bottom());
    m_high->place(clampedPixel(m_scene.range.hi), 0, inner.bottom());
    m_sample->place(clampedPixel(m_scene.sample), inner.top() - 20, inner.bottom());
    m_low->setValueText(tr("min %1").arg(formatNumber(m_scene.range.lo)));
    m_high->setValueText(tr("max %1").arg(formatNumber(m_scene.range.hi)));
    m_sample->setFlagShift(middleOfSample(inner, m_sample->position()) - m_sample->position());
    const bool blank = isBlank();
    m_low->setVisible(m_scene.handles && !blank);
    m_high->setVisible(m_scene.handles && !blank);
    m_sample->setVisible(!blank);
    spreadFlags();
}

/// Flags of near handles stand side by side, and none leaves the plot.
void HistogramPlot::spreadFlags() {
    constexpr double gap = 4;
    const double lowHalf = m_low->flagWidth() / 2.0;
    const double highHalf = m_high->flagWidth() / 2.0;
    double low = m_low->position();
    double high = m_high->position();
    const double missing = low + lowHalf + gap + highHalf - high;
    if (missing > 0) {
        low -= missing / 2;
        high += missing / 2;
    }
    const double over = std::max(0.0, high + highHalf - width());
    const double under = std::max(0.0, lowHalf - low);
    m_low->setFlagShift(low + under - (missing > 0 ? over : 0) - m_low->position());
    m_high->setFlagShift(high - over + (missing > 0 ? under : 0) - m_high->position());
}

void HistogramPlot::connectHandle(RangeHandle* handle, bool low) {
    connect(handle, &RangeHandle::dragged, this,
            [this, low](double x) { moveEnd(low, valueAt(x)); });
    connect(handle, &RangeHandle::stepped, this, [this, low](int steps) {
        // One key press moves the line by one pixel of the picture.
        const double pixel =
            (m_scene.viewHi - m_scene.viewLo) / std::max(1, m_plot->axisRect()->width());
        moveEnd(low, (low ? m_scene.range.lo : m_scene.range.hi) + steps * pixel);
    });
    connect(handle, &RangeHandle::wentToEnd, this,
            [this, low](bool last) { moveEnd(low, last ? m_scene.dataHi : m_scene.dataLo); });
    connect(handle, &RangeHandle::editRequested, this,
            [this, low] { edit(low ? Edited::Low : Edited::High); });
    connect(handle, &RangeHandle::optimumRequested, this, &HistogramPlot::optimumRequested);
}

void HistogramPlot::moveEnd(bool low, double value) {
    // The ends never cross: at least a thousandth of the picture stays between them.
    const double least = (m_scene.viewHi - m_scene.viewLo) / 1000;
    if (low) {
        emit rangeMoved(std::min(value, m_scene.range.hi - least), m_scene.range.hi);
    } else {
        emit rangeMoved(m_scene.range.lo, std::max(value, m_scene.range.lo + least));
    }
}

/// What is typed is taken as it is: no end of the picture and no pixel limits it.
void HistogramPlot::takeEdited(double value) {
    if (m_edited == Edited::Sample) {
        emit sampleMoved(value);
    } else if (m_edited == Edited::Low) {
        emit rangeMoved(value, m_scene.range.hi);
    } else {
        emit rangeMoved(m_scene.range.lo, value);
    }
}

void HistogramPlot::edit(Edited what) {
    m_edited = what;
    const RangeHandle* handle = what == Edited::Low    ? m_low
                                : what == Edited::High ? m_high
                                                       : m_sample;
    NumberField::Limits limits;
    if (what == Edited::Low && !m_scene.mirrored) {
        limits.hi = std::nextafter(m_scene.range.hi, -std::numeric_limits<double>::infinity());
    } else if (what == Edited::High && !m_scene.mirrored) {
        limits.lo = std::nextafter(m_scene.range.lo, std::numeric_limits<double>::infinity());
    }
    m_editor->setLimits(limits);
    m_editor->setAccessibleName(what == Edited::Sample ? tr("New sample value")
                                                       : tr("New end of the range"));
    m_editor->setValue(what == Edited::Sample ? m_scene.sample
                       : what == Edited::Low  ? m_scene.range.lo
                                              : m_scene.range.hi);
    m_editor->move(std::clamp(static_cast<int>(handle->position()) - m_editor->width() / 2, 0,
                              std::max(0, width() - m_editor->width())),
                   0);
    m_editor->show();
    m_editor->raise();
    m_editor->selectAll();
    m_editor->setFocus();
}

}  // namespace zeropoint::ui
