// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/model_card.h"

#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/pages/train/model_diagram.h"
#include "ui/pages/train/train_rules.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/training_session.h"
#include "ui/text/numbers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int linesOfCosts = 2;

bool adaptedBy(const LoraConfig& lora, const std::string& site) {
    return std::any_of(lora.targets.begin(), lora.targets.end(),
                       [&](const std::string& target) { return matchesSite(target, site); });
}

DiagramChip quantizedChip(const SiteRecipe& site) {
    DiagramChip chip{QStringLiteral("32"), DiagramChip::Kind::Plain, {}};
    if (site.weight) {
        chip.text = QStringLiteral("W%1").arg(weightBits(site));
        chip.kind = DiagramChip::Kind::Quantized;
    }
    chip.inputQuantized = inputBits(site) < fullBits;
    chip.input =
        chip.inputQuantized ? QStringLiteral("A%1").arg(inputBits(site)) : QStringLiteral("A32");
    return chip;
}

DiagramChip chipOf(const RunSpec& run, const DiagramNode& node) {
    if (node.kind != DiagramNode::Kind::Weight) {
        return {};
    }
    const DiagramChip plain{QStringLiteral("32"), DiagramChip::Kind::Plain, {}};
    const auto rankOf = [&](const LoraConfig& lora) {
        return adaptedBy(lora, node.site) ? QStringLiteral("r%1").arg(lora.rank) : QString();
    };
    switch (run.method) {
        case MethodKind::Ptq:
        case MethodKind::Qat:
            return quantizedChip(recipeOfSite(run.recipe, node.site));
        case MethodKind::Lora:
            return adaptedBy(run.lora, node.site)
                       ? DiagramChip{rankOf(run.lora), DiagramChip::Kind::Adapter, {}}
                       : plain;
        case MethodKind::Qlora: {
            const QString adapter = rankOf(run.qlora.adapters);
            const bool frozen =
                node.site.starts_with("layers.") || (node.site == "head" && run.qlora.head);
            return !frozen ? plain
                   : adapter.isEmpty()
                       ? DiagramChip{QStringLiteral("NF4"), DiagramChip::Kind::Quantized, {}}
                       : DiagramChip{
                             QStringLiteral("NF4 ") + adapter, DiagramChip::Kind::Adapter, {}};
        }
        default:
            return plain;
    }
}

/// The store keeps weights alone.
bool lostItsInputs(const RunRecord& run) {
    const QuantRecipe& recipe = run.plan.method.recipe;
    const auto quantizes = [](const SiteRecipe& site) {
        return site.activation.mode != ActivationMode::None;
    };
    const bool any = quantizes(recipe.base) || recipe.kvCache ||
                     std::any_of(recipe.overrides.begin(), recipe.overrides.end(),
                                 [&](const SiteOverride& it) { return quantizes(it.recipe); });
    return run.kept() && any &&
           (run.method() == MethodKind::Ptq || run.method() == MethodKind::Qat);
}

}  // namespace

void ModelCard::setCostsVisible(bool visible) {
    m_costs->setVisible(visible);
}

ModelCard::ModelCard(TrainingSession& session, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_subtitle(new QLabel),
      m_summary(new QLabel),
      m_costs(new QLabel),
      m_diagram(new ModelDiagram) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Model"));
    title->setProperty("role", "cardTitle");
    m_subtitle->setProperty("role", "secondary");
    m_summary->setProperty("role", "secondary");
    m_summary->setTextFormat(Qt::RichText);
    m_subtitle->setObjectName(QStringLiteral("model_subtitle"));
    m_summary->setObjectName(QStringLiteral("model_summary"));
    setHowKnown(m_summary, QStringLiteral("train.size"));
    m_costs->setObjectName(QStringLiteral("train_costs"));
    setHowKnown(m_costs, QStringLiteral("train.costs"));
    m_costs->setProperty("role", "caption");
    m_costs->setWordWrap(true);
    m_costs->setMinimumHeight(linesOfCosts * fontMetrics().height());
    m_costs->setAlignment(Qt::AlignTop);
    m_diagram->setObjectName(QStringLiteral("model_diagram"));
    setAnchor(m_diagram, QStringLiteral("train.layer"));
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
    column->addWidget(m_costs);
    column->addWidget(scroll, 1);
    connect(&session, &TrainingSession::selectionChanged, this, &ModelCard::refresh);
    connect(&session, &TrainingSession::nextChanged, this, &ModelCard::refresh);
    connect(&session, &TrainingSession::runsChanged, this, &ModelCard::refresh);
    connect(&session, &TrainingSession::snapshotChanged, this, &ModelCard::refresh);
    refresh();
}

void ModelCard::refresh() {
    const RunRecord* run = m_session.selectedRun();
    const RunSpec& method = run != nullptr ? run->plan.method : m_session.next().method;
    const TransformerConfig& model = run != nullptr ? run->facts.model : m_session.draft().model();
    const QString& note = m_session.draft().note();
    m_subtitle->setText(
        run == nullptr ? tr("of the next run; %1")
                             .arg(note.isEmpty() ? tr("click a part to choose its bits") : note)
        : lostItsInputs(*run)
            ? tr("as run %1 has it, but its inputs are not quantized here").arg(run->name)
            : tr("as run %1 has it; click a part to look into it").arg(run->name));
    const RunFacts& facts = run != nullptr ? run->facts : m_session.draft().facts();
    m_summary->setText(tr("%1 weights, <b>%2</b>")
                           .arg(formatCount(parameterCount(model)), formatBytes(facts.bytes)));
    TrainFigures figures;
    figures.method = method.method;
    figures.parameters = facts.parameters;
    figures.trained = facts.trained;
    figures.bytes = facts.bytes;
    m_costs->setText(facts.bytes > 0 ? methodCosts(figures) : QString());
    setHowKnownNumbers(m_costs,
                       tr("%1 trained × 4 × 4 bytes = %2; %3 × 4 bytes = %4 in FP32; "
                          "stored %5")
                           .arg(formatCount(facts.trained), formatBytes(facts.trained * 4 * 4),
                                formatCount(facts.parameters), formatBytes(facts.parameters * 4),
                                formatBytes(facts.bytes)));
    m_diagram->setModel(model);
    m_diagram->setChips([method](const DiagramNode& node) { return chipOf(method, node); });
}

}  // namespace zeropoint::ui
