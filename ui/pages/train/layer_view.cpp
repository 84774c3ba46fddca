// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/layer_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/how_known.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/job/job_runner.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/distribution_plot.h"
#include "ui/state/caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

enum Side { Input, Output };

QString shapeText(const Shape& shape) {
    return QString::fromStdString(toString(shape)).replace(QLatin1Char('x'), QChar(0x00D7));
}

QString summaryText(const Summary& summary) {
    return LayerView::tr("%1 to %2, deviation %3")
        .arg(formatNumber(summary.min, 3), formatNumber(summary.max, 3),
             formatNumber(summary.std, 3));
}

}  // namespace

LayerView::LayerView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_jobs(bench.jobs()),
      m_title(new QLabel),
      m_shape(new QLabel),
      m_open(new QPushButton(tr("Open on Calibrate"))),
      m_weightText(new QLabel),
      m_weights(new DistributionPlot(tr("Weights of the selected part"), &Theme::grey)),
      m_side(new Segment({tr("Input"), tr("Output")})),
      m_activationText(new QLabel),
      m_activations(new DistributionPlot(tr("Activations of the selected part"), &Theme::green)) {
    m_weights->setObjectName(QStringLiteral("layer_weights"));
    m_activations->setObjectName(QStringLiteral("layer_activations"));
    m_side->setObjectName(QStringLiteral("layer_side"));
    m_side->setAccessibleName(tr("Which activations"));
    bindSetting(m_side, bench.settings(), QStringLiteral("train.layer.side"));
    for (QLabel* label : {m_weightText, m_activationText, m_shape}) {
        label->setProperty("role", "caption");
        setHowKnown(label, QStringLiteral("plot.distribution"));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(buildHeader());
    column->addWidget(m_weightText);
    column->addWidget(m_weights, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_activationText, 1);
    row->addWidget(m_side);
    column->addLayout(row);
    column->addWidget(m_activations, 1);
    connect(m_open, &QPushButton::clicked, this, &LayerView::calibrateRequested);
    refresh();
}

QWidget* LayerView::buildHeader() {
    auto* header = new QWidget;
    m_title->setProperty("role", "cardTitle");
    m_title->setObjectName(QStringLiteral("layer_title"));
    m_open->setObjectName(QStringLiteral("layer_open"));
    m_open->setProperty("role", "small");
    setAction(m_open, QStringLiteral("train.open_layer"));
    m_open->setToolTip(tr("Show these weights on the Calibrate page (Enter on the part)"));
    auto* table = new QToolButton;
    table->setProperty("role", "button");
    table->setText(tr("Table"));
    table->setToolTip(tr("Show weights and activations as a table"));
    connect(table, &QToolButton::clicked, this, &LayerView::showTable);
    auto* first = new QHBoxLayout;
    first->addWidget(m_title);
    first->addWidget(m_shape, 1);
    auto* second = new QHBoxLayout;
    second->addWidget(m_open, 1);
    second->addWidget(table);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(first);
    column->addLayout(second);
    return header;
}

void LayerView::show(const SnapshotPtr& snapshot, const std::optional<DiagramNode>& node) {
    m_snapshot = snapshot;
    m_node = node;
    refresh();
}

bool LayerView::outputs() const {
    const bool wanted = m_bench.views().train->outputs;
    const bool kept = !m_node || !(wanted ? m_node->output : m_node->input).empty();
    return kept ? wanted : m_node->input.empty();
}

void LayerView::refresh() {
    m_title->setText(m_node ? m_node->title : tr("Click a part of the model"));
    const bool weights = m_node && m_snapshot && !m_node->weight.empty();
    m_open->setEnabled(weights);
    m_side->setChoiceEnabled(Input, m_node && !m_node->input.empty(),
                             tr("What goes in is not kept apart"));
    m_side->setChoiceEnabled(Output, m_node && !m_node->output.empty(),
                             tr("What comes out is added to the stream at once"));
    m_side->setCurrent(outputs() ? Output : Input);
    refreshWeights();
    refreshActivations();
}

void LayerView::refreshWeights() {
    const bool weights = m_node && m_snapshot && !m_node->weight.empty();
    m_weights->setVisible(!m_node || !m_node->weight.empty());
    m_shape->clear();
    if (!weights) {
        m_jobs.cancelAll(this);
        m_weightText->setText(m_node && m_node->weight.empty() ? tr("It has no weights")
                                                               : tr("Weights"));
        m_weights->clear();
        return;
    }
    const auto& parameters = m_snapshot->model.parameters();
    const auto index = parameters.find(m_node->weight);
    if (!index) {
        return;
    }
    m_shape->setText(shapeText(parameters.entries()[*index].shape));
    m_jobs.start(
        tr("Counting the weights"), QStringLiteral("layer weights"),
        [snapshot = m_snapshot, entry = *index](const Execution& execution) -> Result<Histogram> {
            const auto values = snapshot->model.parameters().values(entry);
            Histogram result;
            result.summary = summarize(values, execution);
            result.histogram =
                fineHistogram(values, result.summary, ProbeConfig::histogramBins, execution);
            return result;
        },
        this,
        [this, snapshot = m_snapshot, node = m_node](const Result<Histogram>& histogram) {
            if (snapshot != m_snapshot || !m_node || m_node->weight != node->weight) {
                return;
            }
            if (histogram) {
                showWeights(*histogram);
            } else {
                m_stopped = true;
                m_weights->clear();
                m_weightText->setText(tr("Weights: not counted, look here again"));
            }
        });
}

void LayerView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_stopped, false)) {
        refreshWeights();
    }
}

void LayerView::showWeights(const Histogram& histogram) {
    m_weightText->setText(tr("Weights: %1").arg(summaryText(histogram.summary)));
    m_weights->show(histogram.histogram);
}

const ActivationPicture* LayerView::picture() const {
    if (!m_snapshot || !m_node) {
        return nullptr;
    }
    const std::string& name = outputs() ? m_node->output : m_node->input;
    const auto& pictures = m_snapshot->probe.activations;
    const auto found =
        std::find_if(pictures.begin(), pictures.end(),
                     [&](const ActivationPicture& picture) { return picture.name == name; });
    return found == pictures.end() ? nullptr : &*found;
}

void LayerView::refreshActivations() {
    const ActivationPicture* shown = picture();
    if (shown == nullptr) {
        m_activationText->setText(tr("Activations"));
        m_activations->clear();
        return;
    }
    m_activationText->setText(summaryText(shown->summary));
    m_activations->show(shown->histogram);
}

void LayerView::showTable() {
    TableContent content{
        tr("Weights and activations"), {tr("of"), tr("from"), tr("to"), tr("count")}, {}};
    QList<QWidget*> charts;
    for (const auto& [plot, name] :
         {std::pair(m_weights, tr("weights")), std::pair(m_activations, tr("activations"))}) {
        for (const QVector<double>& row : plot->table()) {
            content.rows.append({name, row[0], row[1], row[2]});
        }
        if (!plot->table().isEmpty()) {
            charts << plot;
        }
    }
    const RunRecord* run = m_bench.training().selectedRun();
    QStringList what{m_title->text(), m_weightText->text(), m_activationText->text()};
    if (run != nullptr && m_snapshot) {
        what.prepend(captionOf(*run, m_snapshot->step));
    }
    showChartTable(std::move(content), charts, what.join(QStringLiteral(" · ")), this);
}

}  // namespace zeropoint::ui
