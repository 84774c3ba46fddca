// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/inside_card.h"

#include "ui/controls/lazy_stack.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/pages/train/attention_view.h"
#include "ui/pages/train/insight_view.h"
#include "ui/pages/train/layer_view.h"
#include "ui/pages/train/predictions_view.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QVBoxLayout>

namespace zeropoint::ui {

InsideCard::InsideCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_choice(new Segment({tr("Output"), tr("Attention"), tr("Layer"), tr("QAT")})),
      m_stack(new LazyStack) {
    setProperty("role", "card");
    m_choice->setObjectName(QStringLiteral("inside_choice"));
    m_choice->setAccessibleName(tr("What to look at inside the model"));
    m_stack->add([] { return new PredictionsView; });
    m_stack->add([this] { return new AttentionView(m_bench); });
    m_stack->add([this] { return buildLayer(); });
    m_stack->add([this] { return new InsightView(m_bench); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(10);
    column->addWidget(m_choice);
    column->addWidget(m_stack, 1);
    bindSetting(m_choice, bench.settings(), QStringLiteral("train.inside"));
    connect(&bench.views().train, &ViewStateSignals::changed, this, &InsideCard::refresh);
    TrainingSession& session = bench.training();
    connect(&session, &TrainingSession::selectionChanged, this, &InsideCard::refresh);
    connect(&session, &TrainingSession::snapshotChanged, this, [this, &session](RunId run) {
        if (run == session.selected()) {
            refresh();
        }
    });
    refresh();
}

QWidget* InsideCard::buildLayer() {
    auto* layer = new LayerView(m_bench);
    connect(layer, &LayerView::calibrateRequested, this, &InsideCard::calibrateRequested);
    return layer;
}

void InsideCard::setNode(const DiagramNode* node) {
    const bool same =
        (node != nullptr) == m_node.has_value() &&
        (node == nullptr || (node->id() == m_node->id() && node->weight == m_node->weight));
    m_node = node != nullptr ? std::optional(*node) : std::nullopt;
    if (!same) {
        refresh();
    }
}

template <typename Shown>
Shown& InsideCard::shown() const {
    return *static_cast<Shown*>(m_stack->view(m_stack->shown()));
}

void InsideCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    refresh();
}

/// Hidden, it costs nothing while a run trains.
void InsideCard::refresh() {
    if (!isVisible()) {
        return;
    }
    const RunRecord* run = m_bench.training().selectedRun();
    const SnapshotPtr snapshot = run != nullptr ? run->snapshot : nullptr;
    m_stack->showView(m_bench.views().train->inside);
    switch (m_stack->shown()) {
        case Predictions:
            shown<PredictionsView>().show(snapshot, run == nullptr ||
                                                        run->method() != MethodKind::Ptq ||
                                                        run->plan.start != StartFrom::Sample);
            break;
        case Attention:
            shown<AttentionView>().show(snapshot);
            break;
        case Layer:
            shown<LayerView>().show(snapshot, m_node);
            break;
        default:
            shown<InsightView>().show(run, m_node ? m_node->site : std::string());
            break;
    }
}

}  // namespace zeropoint::ui
