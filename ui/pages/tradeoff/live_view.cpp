// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/live_view.h"

#include "ui/controls/metric_tile.h"
#include "ui/controls/stepped_slider.h"
#include "ui/state/layer_study.h"
#include "ui/state/run_form.h"
#include "ui/text/numbers.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int firstBits = 4;

}  // namespace

LiveView::LiveView(LayerStudy& study, QWidget* parent)
    : QWidget(parent),
      m_study(study),
      m_layer(new QComboBox),
      m_bits(new SteppedSlider({2, 3, 4, 5, 6, 7, 8, fullBits}, tr("%1 bits"))),
      m_accuracy(new MetricTile(tr("Held-out accuracy"))),
      m_loss(new MetricTile(tr("Loss"), MetricTile::Size::Small)),
      m_text(new QLabel) {
    m_layer->setObjectName(QStringLiteral("live_layer"));
    m_layer->setAccessibleName(tr("Layer"));
    m_bits->setObjectName(QStringLiteral("live_bits"));
    m_bits->setAccessibleName(tr("Bits of the layer"));
    m_bits->setStop(firstBits);
    m_accuracy->setObjectName(QStringLiteral("live_accuracy"));
    m_text->setProperty("role", "secondary");
    m_text->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_layer);
    column->addWidget(m_bits);
    column->addWidget(m_accuracy);
    column->addWidget(m_loss);
    column->addWidget(m_text);
    column->addStretch();
    connect(m_bits, &SteppedSlider::stopChosen, this, &LiveView::ask);
    connect(m_layer, &QComboBox::activated, this, &LiveView::showLayer);
    connect(&study, &LayerStudy::baseChanged, this, &LiveView::fillLayers);
    connect(&study, &LayerStudy::sensitivityChanged, this, &LiveView::fillLayers);
    connect(&study, &LayerStudy::liveChanged, this, &LiveView::refresh);
    fillLayers();
    refresh();
}

void LiveView::fillLayers() {
    const QString before = m_layer->currentText();
    m_layer->clear();
    m_layer->addItem(tr("All layers"));
    for (const QString& site : m_study.sites()) {
        m_layer->addItem(site, site);
    }
    m_layer->setCurrentIndex(std::max(0, m_layer->findText(before)));
    m_layer->setEnabled(m_study.hasBase());
    m_bits->setEnabled(m_study.hasBase());
}

/// The slider shows what the recipe has.
void LiveView::showLayer() {
    const QString site = m_layer->currentData().toString();
    const QuantRecipe& recipe = m_study.recipe();
    m_bits->setStop(
        weightBits(site.isEmpty() ? recipe.base : recipeOfSite(recipe, site.toStdString())));
}

void LiveView::ask() {
    QuantRecipe recipe = m_study.recipe();
    const QString site = m_layer->currentData().toString();
    if (site.isEmpty()) {
        setWeightBits(recipe.base, m_bits->stop());
        recipe.overrides.clear();
    } else {
        setBitsOfSite(recipe, site.toStdString(), m_bits->stop());
    }
    m_study.ask(recipe);
}

void LiveView::refresh() {
    const auto& live = m_study.live();
    m_accuracy->setValue(live ? formatNumber(live->accuracy * 100, 3) + QStringLiteral(" %")
                              : QStringLiteral("–"));
    m_loss->setValue(live ? formatNumber(live->loss, 3) : QStringLiteral("–"));
    m_text->setText(!m_study.hasBase() ? tr("The experiment has no FP32 run yet.")
                    : live
                        ? tr("%1 held-out sequences of %2, quantized to nearest.")
                              .arg(formatCount(live->sequences), m_study.baseName())
                        : tr("Drag the bits of %1: the accuracy follows.").arg(m_study.baseName()));
}

}  // namespace zeropoint::ui
