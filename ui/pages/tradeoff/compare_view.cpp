// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/compare_view.h"

#include "ui/controls/anchor.h"
#include "ui/controls/bar_list.h"
#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/table_button.h"
#include "ui/pages/tradeoff/layer_bars.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/line_plot.h"
#include "ui/state/caption.h"
#include "ui/state/trade_off.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace zeropoint::ui {
namespace {

constexpr int weightsHeight = 130;

LinePlot::Line lineOf(const QString& name, const DataColor Theme::*color,
                      LinePlot::Line::Shape shape, const std::vector<std::uint32_t>& counts,
                      const LayerHistograms& grid) {
    LinePlot::Line line{name, color, shape, false, {}, {}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        line.x.append(grid.low + (static_cast<double>(i) + 0.5) * grid.binWidth);
        line.y.append(counts[i]);
    }
    return line;
}

Legend::Entry entryOf(Legend::Mark mark, const DataColor Theme::*color, const QString& name) {
    return {mark, [color](const Theme& theme) { return (theme.*color).line; }, name};
}

}  // namespace

CompareView::CompareView(TradeOff& tradeOff, QWidget* parent)
    : QWidget(parent),
      m_tradeOff(tradeOff),
      m_first(new QLabel),
      m_second(new QComboBox),
      m_text(new QLabel),
      m_bars(new BarList(BarList::Kind::Ranked)),
      m_barsTable(
          new TableButton(QStringLiteral("compare_bars_table"), [this] { return barsTable(); })),
      m_layer(new QLabel),
      m_weightsTable(new TableButton(QStringLiteral("compare_weights_table"),
                                     [this] { return weightsTable(); })),
      m_legend(new Legend),
      m_weights(new LinePlot(tr("Weights of a layer in both runs"))) {
    setHowKnown(m_weights, QStringLiteral("plot.distribution"), false);
    m_first->setProperty("role", "cardTitle");
    m_text->setProperty("role", "secondary");
    m_text->setObjectName(QStringLiteral("compare_text"));
    m_text->setWordWrap(true);
    m_second->setObjectName(QStringLiteral("compare_with"));
    m_second->setAccessibleName(tr("Compare with"));
    setAnchor(m_second, QStringLiteral("tradeoff.compared"));
    m_bars->setObjectName(QStringLiteral("compare_bars"));
    m_bars->setAccessibleName(tr("SQNR of each layer in dB"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_first);
    const auto caption = [this] {
        return captionOf(m_tradeOff, {m_tradeOff.selected(), m_tradeOff.compared()});
    };
    auto* second = new QHBoxLayout;
    second->addWidget(m_second, 1);
    second->addWidget(m_barsTable);
    withFigure(m_barsTable, m_bars, caption);
    column->addLayout(second);
    column->addWidget(m_text);
    m_layer->setProperty("role", "cardTitle");
    m_weights->setObjectName(QStringLiteral("compare_weights"));
    m_weights->setMinimumHeight(weightsHeight);
    m_weights->setMaximumHeight(weightsHeight);
    column->addWidget(scrollAreaOf(m_bars), 1);
    auto* layer = new QHBoxLayout;
    layer->addWidget(m_layer, 1);
    layer->addWidget(m_weightsTable);
    withFigure(m_weightsTable, {m_legend, m_weights}, caption);
    column->addLayout(layer);
    column->addWidget(m_legend);
    column->addWidget(m_weights);
    connect(m_second, &QComboBox::activated, this,
            [this] { m_tradeOff.compareWith(m_second->currentData().toString()); });
    connect(&tradeOff, &TradeOff::runsChanged, this, &CompareView::fillRuns);
    connect(&tradeOff, &TradeOff::selectionChanged, this, &CompareView::fillRuns);
    connect(&tradeOff, &TradeOff::comparisonChanged, this, &CompareView::refresh);
    connect(&tradeOff, &TradeOff::layerChanged, this, &CompareView::refreshWeights);
    followLayers(m_bars, tradeOff.highlight());
    fillRuns();
    refreshWeights();
}

void CompareView::fillRuns() {
    const QString selected = m_tradeOff.selected();
    m_first->setText(selected.isEmpty() ? tr("Select a run") : selected);
    const QSignalBlocker blocker(m_second);
    m_second->clear();
    m_second->addItem(tr("Compare with…"), QString());
    for (const RunSummary& run : m_tradeOff.summaries()) {
        const QString name = QString::fromStdString(run.name);
        if (name != selected && m_tradeOff.hasModel(name)) {
            m_second->addItem(name, name);
        }
    }
    m_second->setEnabled(m_tradeOff.hasModel(selected));
    refresh();
}

void CompareView::refresh() {
    const QSignalBlocker blocker(m_second);
    m_second->setCurrentIndex(std::max(0, m_second->findData(m_tradeOff.compared())));
    const auto& comparison = m_tradeOff.comparison();
    if (!comparison) {
        const QString selected = m_tradeOff.selected();
        m_text->setText(
            !selected.isEmpty() && !m_tradeOff.hasModel(selected)
                ? tr("Of the shipped runs the figures are here, not the models: predictions and "
                     "weights can be compared of runs of your own. \"Run an experiment\" trains "
                     "these on this computer.")
            : m_tradeOff.comparisonStopped()
                ? tr("The comparison was stopped. It starts again when this page is shown again.")
                : tr("Two runs of one experiment: which predictions changed, and how far "
                     "each layer's weights are apart."));
        m_bars->setBars({});
        m_barsTable->hide();
        return;
    }
    m_text->setText(
        tr("%1 of %2 test sequences are predicted otherwise. %3 only in the first, %4 "
           "only in the second entirely right. Bars: SQNR of the second's weights "
           "against the first's, in dB.")
            .arg(formatCount(comparison->changed.size()), formatCount(comparison->sequences),
                 formatCount(comparison->onlyARight), formatCount(comparison->onlyBRight)) +
        QLatin1Char(' ') + seedsText());
    std::vector<BarList::Bar> bars;
    for (const LayerError& layer : comparison->layers) {
        const bool same = std::isinf(layer.sqnrDb);
        bars.push_back({QString::fromStdString(layer.layer), same ? 0 : layer.sqnrDb,
                        same ? tr("same") : formatNumber(layer.sqnrDb, 3)});
    }
    m_bars->setBars(std::move(bars));
    m_barsTable->show();
}

/// A run has several seeds, and the comparison is of one of each.
QString CompareView::seedsText() const {
    const auto first = m_tradeOff.seedOf(m_tradeOff.selected());
    const auto second = m_tradeOff.seedOf(m_tradeOff.compared());
    if (!first || !second) {
        return {};
    }
    return first == second ? tr("Both of seed %1.").arg(*first)
                           : tr("Seed %1 of the first, %2 of the second.").arg(*first).arg(*second);
}

TableContent CompareView::barsTable() const {
    TableContent content{
        tr("How far the layers' weights are apart"), {tr("layer"), tr("SQNR, dB")}, {}};
    if (const auto& comparison = m_tradeOff.comparison()) {
        for (const LayerError& layer : comparison->layers) {
            content.rows.append({QString::fromStdString(layer.layer), layer.sqnrDb});
        }
    }
    return content;
}

TableContent CompareView::weightsTable() const {
    TableContent content{
        tr("Weights of %1").arg(m_tradeOff.layer()), {tr("run"), tr("weight"), tr("count")}, {}};
    for (const LinePlot::Line& line : m_weights->lines()) {
        for (qsizetype i = 0; i < line.x.size(); ++i) {
            content.rows.append({line.name, line.x[i], line.y[i]});
        }
    }
    return content;
}

/// The first run's weights as an area, the second's as steps over it.
void CompareView::refreshWeights() {
    const auto& weights = m_tradeOff.layerWeights();
    m_bars->setCurrent(m_tradeOff.layer());
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_layer, m_weightsTable, m_legend, m_weights}) {
        part->setVisible(weights.has_value());
    }
    if (!weights) {
        return;
    }
    using Shape = LinePlot::Line::Shape;
    const QString first = m_tradeOff.selected();
    const QString second = m_tradeOff.compared();
    m_layer->setText(m_tradeOff.layer());
    m_legend->setEntries({entryOf(Legend::Mark::Square, &Theme::grey, first),
                          entryOf(Legend::Mark::Line, &Theme::blue, second)});
    m_weights->show({lineOf(first, &Theme::grey, Shape::Area, weights->first, *weights),
                     lineOf(second, &Theme::blue, Shape::Steps, weights->second, *weights)},
                    tr("weight"),
                    tr("Weights of %1 in %2 and %3").arg(m_tradeOff.layer(), first, second));
}

}  // namespace zeropoint::ui
