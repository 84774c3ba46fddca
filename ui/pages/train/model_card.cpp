// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/model_card.h"

#include "ui/pages/train/model_diagram.h"
#include "ui/state/training_session.h"
#include "ui/text/numbers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace zeropoint::ui {

ModelCard::ModelCard(TrainingSession& session, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_subtitle(new QLabel),
      m_summary(new QLabel),
      m_diagram(new ModelDiagram) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Model"));
    title->setProperty("role", "cardTitle");
    m_subtitle->setProperty("role", "secondary");
    m_summary->setProperty("role", "secondary");
    m_summary->setObjectName(QStringLiteral("model_summary"));
    m_diagram->setObjectName(QStringLiteral("model_diagram"));
    auto* header = new QHBoxLayout;
    header->setSpacing(12);
    header->addWidget(title);
    header->addWidget(m_subtitle);
    header->addStretch();
    header->addWidget(m_summary);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    // The area makes its own widget transparent: what paints itself stands inside another one.
    auto* inside = new QWidget;
    auto* row = new QVBoxLayout(inside);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_diagram);
    scroll->setWidget(inside);
    scroll->setMinimumHeight(128);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 8);
    column->setSpacing(4);
    column->addLayout(header);
    column->addWidget(scroll, 1);
    m_diagram->setChips([](const DiagramNode& node) {
        const bool weight = node.kind == DiagramNode::Kind::Weight;
        return ModelDiagram::Chip{weight ? QStringLiteral("32") : QString(), false};
    });
    connect(&session, &TrainingSession::selectionChanged, this, &ModelCard::refresh);
    connect(&session, &TrainingSession::nextChanged, this, &ModelCard::refresh);
    refresh();
}

void ModelCard::refresh() {
    const RunRecord* run = m_session.selectedRun();
    const TransformerConfig& model = run != nullptr ? run->model : m_session.nextModel();
    m_subtitle->setText(run != nullptr
                            ? tr("as run %1 has it; click a part to look into it").arg(run->name)
                            : tr("of the next run"));
    const std::size_t count = parameterCount(model);
    m_summary->setText(tr("%1 weights at 32 bits, %2")
                           .arg(formatCount(count), formatBytes(count * sizeof(float))));
    m_diagram->setModel(model);
}

}  // namespace zeropoint::ui
