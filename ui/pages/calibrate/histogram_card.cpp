// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/histogram_card.h"

#include "ui/controls/anchor.h"
#include "ui/controls/legend.h"
#include "ui/controls/lens_strip.h"
#include "ui/controls/range_handle.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_dialog.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double viewPadding = 0.04;

/// Values below `end` (or above it), from the fine histogram.
double countOutside(const FineHistogram& histogram, double end, bool above) {
    if (histogram.lo == histogram.hi) {
        // All values are one: outside or not, never a share of a bin.
        const bool outside = above ? histogram.lo > end : histogram.lo < end;
        return outside ? static_cast<double>(histogram.total) : 0;
    }
    const double margin = histogram.hi - histogram.lo + 1;
    const double edges[] = {above ? end : std::min(histogram.lo, end) - margin,
                            above ? std::max(histogram.hi, end) + margin : end};
    return rebin(histogram, edges).front();
}

}  // namespace

HistogramCard::HistogramCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_plot(new HistogramPlot),
      m_lens(new LensStrip),
      m_axis(new Segment({tr("Linear"), tr("Log count")})) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Histogram"));
    title->setProperty("role", "cardTitle");
    auto* header = new QHBoxLayout;
    header->setSpacing(6);
    header->addWidget(title);
    header->addSpacing(8);
    auto* legend = new Legend;
    legend->setEntries({{Legend::Mark::Square,
                         [](const Theme& theme) { return theme.histogramBody; }, tr("original")},
                        {Legend::Mark::Line, [](const Theme& theme) { return theme.blue.line; },
                         tr("dequantized")},
                        {Legend::Mark::Hatch,
                         [](const Theme& theme) { return theme.vermillion.line; }, tr("clipped")}});
    header->addWidget(legend);
    header->addStretch();
    auto* table = new QToolButton;
    table->setProperty("role", "button");
    table->setText(tr("Table"));
    table->setObjectName(QStringLiteral("histogram_table"));
    table->setToolTip(tr("Show the histogram as a table (Ctrl+Shift+T)"));
    table->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    header->addWidget(table);
    header->addWidget(m_axis);
    m_axis->setObjectName(QStringLiteral("histogram_axis"));
    m_axis->setAccessibleName(tr("Count axis"));
    m_plot->setObjectName(QStringLiteral("histogram_plot"));
    m_lens->setObjectName(QStringLiteral("histogram_lens"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 8);
    column->setSpacing(6);
    column->addLayout(header);
    column->addWidget(m_plot, 1);
    column->addWidget(m_lens);

    connect(table, &QToolButton::clicked, this, &HistogramCard::showTable);
    bindSetting(m_axis, bench.settings(), QStringLiteral("calibrate.count_axis"));
    const auto scale = [this] { m_plot->setLogarithmic(m_bench.views().calibrate->logarithmic); };
    connect(&bench.views().calibrate, &ViewStateSignals::changed, m_plot, scale);
    scale();
    setAnchor(m_plot->lowHandle(), QStringLiteral("calibrate.range.low"));
    setAnchor(m_plot->highHandle(), QStringLiteral("calibrate.range.high"));
    setAnchor(m_plot->sampleHandle(), QStringLiteral("calibrate.sample"));
    connect(m_plot, &HistogramPlot::rangeMoved, this, &HistogramCard::moveRange);
    connect(m_plot, &HistogramPlot::sampleMoved, this, [this](double x) { m_bench.setSample(x); });
    connect(m_plot, &HistogramPlot::optimumRequested, this, &HistogramCard::optimumRequested);
    connect(&bench, &Workbench::schemeChanged, this, &HistogramCard::refresh);
    connect(&bench, &Workbench::sampleChanged, this, &HistogramCard::refresh);
    refresh();
}

void HistogramCard::setLensVisible(bool visible) {
    m_lens->setVisible(visible);
}

void HistogramCard::moveRange(double lo, double hi) {
    if (m_bench.scheme().symmetric) {
        // One scale serves both sides: the other end mirrors the one that the hand holds.
        const bool movedLow = lo != m_bench.live().range.lo;
        const double reach = std::abs(movedLow ? lo : hi);
        m_bench.setRange(-reach, reach);
        return;
    }
    m_bench.setRange(lo, hi);
}

HistogramScene HistogramCard::scene() const {
    const Source& source = *m_bench.source();
    const LiveResult& live = m_bench.live();
    const NumberFormat* format = findNumberFormat(m_bench.scheme().format);
    const QuantScheme whole = m_bench.wholeScheme();
    HistogramScene scene;
    scene.viewLo = m_viewLo;
    scene.viewHi = m_viewHi;
    scene.dataLo = source.summary.min;
    scene.dataHi = source.summary.max;
    scene.range = live.range;
    scene.clip = live.clip;
    scene.sample = m_bench.sample();
    scene.params = live.params;
    scene.codes = codeRange(whole);
    scene.codeAxis = format != nullptr && format->kind == FormatKind::Integer;
    scene.grid = gridView(source.histogram, live.params, whole, m_viewLo, m_viewHi);
    scene.below = countOutside(source.histogram, live.clip.lo, false);
    scene.above = countOutside(source.histogram, live.clip.hi, true);
    return scene;
}

void HistogramCard::refresh() {
    if (!m_bench.source()) {
        return;
    }
    const Source& source = *m_bench.source();
    // While a hand holds a handle the picture stands still under it.
    if (!m_plot->lowHandle()->dragging() && !m_plot->highHandle()->dragging()) {
        const double lo = std::min(source.summary.min, m_bench.live().range.lo);
        const double hi = std::max(source.summary.max, m_bench.live().range.hi);
        const double width = hi > lo ? hi - lo : std::max(1.0, std::abs(hi));
        m_viewLo = lo - viewPadding * width;
        m_viewHi = hi + viewPadding * width;
    }
    m_plot->show(scene());
    refreshSample();
}

void HistogramCard::refreshSample() {
    const QuantScheme whole = m_bench.wholeScheme();
    const QuantParams& params = m_bench.live().params;
    m_lens->show(traceSample(m_bench.sample(), params, whole), params, codeRange(whole),
                 m_viewHi - m_viewLo);
}

void HistogramCard::showTable() {
    if (!m_bench.source()) {
        return;
    }
    const GridView grid = scene().grid;
    QVector<QVector<double>> rows;
    for (std::size_t i = 0; i < grid.original.size(); ++i) {
        rows.append({grid.edges[i], grid.edges[i + 1], grid.original[i], grid.dequantized[i]});
    }
    auto* dialog = new TableDialog(
        tr("Histogram"), {tr("from"), tr("to"), tr("original"), tr("dequantized")}, rows, this);
    dialog->open();
}

}  // namespace zeropoint::ui
