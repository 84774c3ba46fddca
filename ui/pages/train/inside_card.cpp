// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/inside_card.h"

#include "ui/controls/segment.h"
#include "ui/pages/train/attention_view.h"
#include "ui/pages/train/insight_view.h"
#include "ui/pages/train/layer_view.h"
#include "ui/pages/train/predictions_view.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace zeropoint::ui {

InsideCard::InsideCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_choice(new Segment({tr("Output"), tr("Attention"), tr("Layer"), tr("QAT")})),
      m_stack(new QStackedWidget),
      m_predictions(new PredictionsView),
      m_attention(new AttentionView),
      m_layer(new LayerView(bench.jobs())),
      m_insight(new InsightView) {
    setProperty("role", "card");
    m_choice->setObjectName(QStringLiteral("inside_choice"));
    m_choice->setAccessibleName(tr("What to look at inside the model"));
    m_choice->setCurrent(Predictions);
    m_stack->addWidget(m_predictions);
    m_stack->addWidget(m_attention);
    m_stack->addWidget(m_layer);
    m_stack->addWidget(m_insight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(10);
    column->addWidget(m_choice);
    column->addWidget(m_stack, 1);
    connect(m_choice, &Segment::chosen, this, &InsideCard::setView);
    connect(m_layer, &LayerView::calibrateRequested, this, &InsideCard::calibrateRequested);
    TrainingSession& session = bench.training();
    connect(&session, &TrainingSession::selectionChanged, this, &InsideCard::refresh);
    connect(&session, &TrainingSession::snapshotChanged, this, [this, &session](RunId run) {
        if (run == session.selected()) {
            refresh();
        }
    });
    refresh();
}

void InsideCard::setView(int view) {
    m_choice->setCurrent(view);
    m_stack->setCurrentIndex(view);
    refresh();
}

void InsideCard::setNode(const DiagramNode* node) {
    m_node = node != nullptr ? std::optional(*node) : std::nullopt;
    refresh();
}

void InsideCard::showLayer() {
    setView(Layer);
}

/// Only what can be seen is drawn: snapshots come while the model trains.
void InsideCard::refresh() {
    const RunRecord* run = m_bench.training().selectedRun();
    const SnapshotPtr snapshot = run != nullptr ? run->snapshot : nullptr;
    switch (m_stack->currentIndex()) {
        case Predictions:
            m_predictions->show(snapshot);
            break;
        case Attention:
            m_attention->show(snapshot);
            break;
        case Layer:
            m_layer->show(snapshot, m_node);
            break;
        default:
            m_insight->show(run, m_node ? m_node->site : std::string());
            break;
    }
}

}  // namespace zeropoint::ui
