// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/live_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/number_field.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/split_bar.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/value_slider.h"
#include "ui/state/highlight.h"
#include "ui/state/layer_study.h"
#include "ui/state/live_recipe.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/trade_off.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double leastShare = 20;  ///< per cent of max |w|
constexpr double wholeShare = 100;
const QString clipName = QStringLiteral("tradeoff.live.clip");

}  // namespace

LiveView::LiveView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_study(bench.tradeOff().study()),
      m_highlight(bench.tradeOff().highlight()),
      m_layer(new QComboBox),
      m_bits(new SteppedSlider({2, 3, 4, 5, 6, 7, 8, fullBits}, withBits())),
      m_clip(new ValueSlider(tr("Range, of max |w|"), leastShare, wholeShare, 1)),
      m_accuracy(new MetricTile(tr("Held-out accuracy"))),
      m_loss(new MetricTile(tr("Loss"), MetricTile::Size::Small)),
      m_sqnr(new MetricTile(tr("Weights, SQNR"), MetricTile::Size::Small)),
      m_split(new SplitBar),
      m_splitText(new QLabel),
      m_text(new QLabel),
      m_keep(new QPushButton(tr("Keep as a run"))) {
    m_layer->setObjectName(QStringLiteral("live_layer"));
    m_layer->setAccessibleName(tr("Layer"));
    m_bits->setObjectName(QStringLiteral("live_bits"));
    m_bits->setAccessibleName(tr("Bits of the layer"));
    m_bits->setToolTip(tr("Bits of this layer's weights; the accuracy follows at once"));
    m_clip->setObjectName(QStringLiteral("live_clip_slider"));
    m_clip->setSuffix(tr(" %"));
    setHowKnown(m_accuracy, QStringLiteral("tradeoff.live"));
    setHowKnown(m_loss, QStringLiteral("train.loss"));
    setHowKnown(m_sqnr, QStringLiteral("calibrate.sqnr"));
    m_clip->slider()->setObjectName(QStringLiteral("live_clip"));
    m_clip->field()->setObjectName(QStringLiteral("live_clip_field"));
    m_clip->setToolTip(tr("Every channel is clipped at this share of its own largest weight"));
    m_accuracy->setObjectName(QStringLiteral("live_accuracy"));
    m_sqnr->setObjectName(QStringLiteral("live_sqnr"));
    m_splitText->setObjectName(QStringLiteral("live_split"));
    m_splitText->setProperty("role", "caption");
    m_splitText->setWordWrap(true);
    m_text->setProperty("role", "secondary");
    m_text->setWordWrap(true);
    m_keep->setObjectName(QStringLiteral("live_keep"));
    setAction(m_keep, QStringLiteral("tradeoff.keep_live"));
    m_keep->setToolTip(tr("Measures this setting on the test part and adds it to the runs"));
    connect(m_keep, &QPushButton::clicked, &m_study, &LayerStudy::keepLive);
    buildColumn();
    SettingsCatalogue& settings = bench.settings();
    bindSetting(m_bits, settings, QStringLiteral("tradeoff.live.bits"));
    setAnchor(m_clip, clipName);
    connect(m_clip, &ValueSlider::valueChanged, this,
            [&settings](double percent) { (void)settings.set(clipName, percent / wholeShare); });
    setAnchor(m_layer, QStringLiteral("tradeoff.live.layer"));
    connectSignals();
    fillLayers();
    refresh();
}

void LiveView::connectSignals() {
    connect(m_layer, &QComboBox::activated, this, [this] {
        const QString layer = m_layer->currentData().toString();
        m_bench.views().tradeOff.set(&TradeOffView::liveLayer, layer);
        m_highlight.chooseLayer(layer);
        ask();
    });
    connect(&m_bench.views().tradeOff, &ViewStateSignals::changed, this, &LiveView::follow);
    connect(m_layer, &QComboBox::highlighted, this,
            [this](int index) { m_highlight.setLayer(m_layer->itemData(index).toString()); });
    m_layer->view()->installEventFilter(this);
    connect(&m_highlight, &Highlight::chosenLayerChanged, this, &LiveView::followLayer);
    connect(&m_study, &LayerStudy::baseChanged, this, &LiveView::fillLayers);
    connect(&m_study, &LayerStudy::sensitivityChanged, this, &LiveView::fillLayers);
    connect(&m_study, &LayerStudy::liveChanged, this, &LiveView::refresh);
}

void LiveView::buildColumn() {
    auto* small = new QHBoxLayout;
    small->setSpacing(8);
    small->addWidget(m_loss, 1);
    small->addWidget(m_sqnr, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_layer);
    column->addWidget(m_bits);
    column->addWidget(m_clip);
    column->addWidget(m_accuracy);
    column->addLayout(small);
    column->addWidget(m_split);
    column->addWidget(m_splitText);
    column->addWidget(m_text);
    column->addWidget(m_keep);
    column->addStretch();
}

void LiveView::fillLayers() {
    m_layer->clear();
    m_layer->addItem(tr("All layers"));
    for (const QString& site : m_study.sites()) {
        m_layer->addItem(site, site);
    }
    m_layer->setCurrentIndex(std::max(0, m_layer->findData(m_bench.views().tradeOff->liveLayer)));
    showClip();
    followLayer();
    if (m_study.hasBase() && !m_study.live() && m_bench.views().tradeOff->liveRecipe) {
        ask();  // what a session brought
    }
    m_layer->setEnabled(m_study.hasBase());
    m_bits->setEnabled(m_study.hasBase());
    m_clip->setEnabled(m_study.hasBase());
}

void LiveView::showClip() {
    m_clip->setValue(m_bench.settings().value(clipName).toDouble(1) * wholeShare);
}

/// What is tried stands in the view state, whoever changed it.
void LiveView::follow() {
    const TradeOffView& view = m_bench.views().tradeOff.get();
    if (view.liveLayer == m_shownLayer && view.liveRecipe == m_shownRecipe) {
        return;
    }
    const bool tried = view.liveRecipe != m_shownRecipe;
    m_shownLayer = view.liveLayer;
    m_shownRecipe = view.liveRecipe;
    m_layer->setCurrentIndex(std::max(0, m_layer->findData(view.liveLayer)));
    showClip();
    if (tried || m_study.live()) {
        ask();  // the figures are of the layer that is shown
    }
}

/// Choosing none elsewhere leaves the list as it is.
void LiveView::followLayer() {
    if (m_layer->findData(m_highlight.chosenLayer()) > 0) {
        m_bench.views().tradeOff.set(&TradeOffView::liveLayer, m_highlight.chosenLayer());
    }
}

bool LiveView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Hide) {
        m_highlight.setLayer({});  // the open list is gone, and the pointer from it
    }
    return QWidget::eventFilter(watched, event);
}

void LiveView::ask() {
    const TradeOffView& view = m_bench.views().tradeOff.get();
    m_study.ask(liveRecipe(view),
                view.liveLayer.isEmpty() ? std::string("*") : view.liveLayer.toStdString());
}

void LiveView::refresh() {
    const auto& live = m_study.live();
    m_keep->setEnabled(live.has_value());
    // On a part of the validation data: an estimate of what a run would be measured at.
    m_accuracy->setValue(live ? QStringLiteral("≈ ") + formatNumber(live->accuracy * 100, 3) +
                                    QStringLiteral(" %")
                              : QStringLiteral("–"));
    m_loss->setValue(live ? formatNumber(live->loss, 3) : QStringLiteral("–"));
    const QString scored =
        live ? tr("%1 held-out sequences: %2 %, %3 nats")
                   .arg(formatCount(live->sequences), formatNumber(live->accuracy * 100, 4),
                        formatNumber(live->loss))
             : QString();
    setHowKnownNumbers(m_accuracy, scored);
    setHowKnownNumbers(m_loss, scored);
    m_clip->setEnabled(m_study.hasBase() && m_bits->stop() < fullBits);
    m_text->setText(!m_study.hasBase() ? tr("The experiment has no FP32 run yet.")
                    : live ? tr("The model takes %4. Scored on %1 held-out sequences of %2, "
                                "quantized to nearest; %3 ms.")
                                 .arg(formatCount(live->sequences), m_study.baseName(),
                                      formatNumber(m_study.liveMilliseconds(), 2),
                                      formatBytes(m_study.liveBytes()))
                           : tr("Drag the bits or the range of %1: the accuracy follows.")
                                 .arg(m_study.baseName()));
    refreshError();
}

void LiveView::refreshError() {
    const auto& error = m_study.liveError();
    const bool lost = error && error->mse > 0;
    m_split->setVisible(lost);
    m_split->setParts(lost ? error->clipMse : 0, lost ? error->roundMse : 0);
    m_sqnr->setValue(!error || error->count == 0 ? QStringLiteral("–")
                     : lost                      ? withDecibels(error->sqnrDb)
                                                 : tr("exact"));
    m_splitText->setText(
        lost ? tr("Error of the weights: clipping %1, rounding %2; %3 of %4 clipped")
                   .arg(formatPercent(error->clipMse / error->mse),
                        formatPercent(error->roundMse / error->mse), formatCount(error->clipped),
                        formatCount(error->count))
             : QString());
}

}  // namespace zeropoint::ui
