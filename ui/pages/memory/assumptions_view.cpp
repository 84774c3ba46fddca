// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/assumptions_view.h"

#include "core/memory/cache_forms.h"
#include "core/memory/catalogue.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_field.h"
#include "ui/controls/setting_binding.h"
#include "ui/pages/memory/memory_fields.h"
#include "ui/state/memory_model.h"
#include "ui/state/memory_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int controlWidth = 190;
constexpr std::size_t ownBar = 3;  ///< the fourth
// QLoRA's NF4: blocks of 64 with an FP32 factor, or with an 8-bit one and an FP32 factor of 256.
constexpr double qloraBlock = 64;
constexpr int qloraDoubleBlock = 256;
constexpr double factorBits = 32;
constexpr double qloraScaleBits = 8;

int of(MemoryPart part) {
    return static_cast<int>(part);
}

/// The rows of one part as one text.
QString formulasOf(const MemoryEstimate& estimate, MemoryPart part) {
    QStringList formulas;
    for (const MemoryRow& row : estimate.rows) {
        if (partOf(row) == part && row.bytes > 0 && !rowFormula(row).isEmpty()) {
            formulas << rowFormula(row);
        }
    }
    return formulas.join(QStringLiteral("  +  "));
}

/// A published figure beside a choice.
void explain(QLabel* label, const QString& text, const QString& known) {
    label->setText(text);
    setHowKnown(label, known);
}

QString explainsOf(const MemoryEstimate& estimate, MemoryPart part) {
    for (const MemoryRow& row : estimate.rows) {
        if (partOf(row) == part && row.bytes > 0 && !rowExplains(row).isEmpty()) {
            return rowExplains(row);
        }
    }
    return {};
}

}  // namespace

AssumptionsView::AssumptionsView(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_settings(bench.settings()), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 8, 8);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(2, 1);
    buildWeights();
    buildCache();
    buildTraining();
    buildDevice();
    buildShapes();
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    connect(&bench.memory(), &MemoryStudy::changed, this, &AssumptionsView::refresh);
    connect(&bench.views().memory, &ViewStateSignals::changed, this, &AssumptionsView::refresh);
    refresh();
}

void AssumptionsView::addTitle(const QString& title) {
    auto* label = new QLabel(title);
    label->setProperty("role", "cardTitle");
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 3);
}

AssumptionsView::Row& AssumptionsView::add(const QString& what, QWidget* control, int part) {
    const int line = m_grid->rowCount();
    auto* label = new QLabel(what);
    label->setProperty("role", "secondary");
    label->setBuddy(control);
    // A choice that is a whole sentence has a line of its own above its formula.
    const bool wide = control->sizeHint().width() > controlWidth;
    if (!wide) {
        control->setFixedWidth(controlWidth);
    }
    if (control->accessibleName().isEmpty()) {
        control->setAccessibleName(what);
    }
    Row row;
    row.part = part;
    row.formula = new QLabel;
    row.formula->setFont(monoFont(11));
    row.formula->setWordWrap(true);
    row.explains = new QLabel;
    row.explains->setProperty("role", "caption");
    row.explains->setWordWrap(true);
    if (part >= 0) {
        setHowKnown(row.formula, partKnown(static_cast<MemoryPart>(part)));
        setHowKnown(row.explains, QStringLiteral("memory.published"));
    }
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(row.formula);
    texts->addWidget(row.explains);
    m_grid->addWidget(label, line, 0);
    m_grid->addWidget(control, line, 1, 1, wide ? 2 : 1, wide ? Qt::AlignLeft : Qt::Alignment());
    m_grid->addLayout(texts, wide ? line + 1 : line, 2);
    m_rows.push_back(row);
    return m_rows.back();
}

QWidget* AssumptionsView::flag(const QString& name, const QString& text) {
    auto* box = new QCheckBox(text);
    box->setObjectName(QString(name).replace(QLatin1Char('.'), QLatin1Char('_')));
    bindSetting(box, m_settings, name);
    return box;
}

QWidget* AssumptionsView::count(const QString& name, const QString& label) {
    return countField(m_settings, name, label);
}

void AssumptionsView::buildWeights() {
    addTitle(tr("Weights of the fourth bar"));
    add(tr("Values that share a scale"),
        count(QStringLiteral("memory.weights.block"), tr("Values that share a scale")),
        of(MemoryPart::Weights));
    const auto formats = [this](const QString& name) {
        return formatBox(m_settings, name, SettingsCatalogue::find(name)->choices);
    };
    add(tr("Format of the scales"), formats(QStringLiteral("memory.weights.scale_format")), -1);
    explain(
        add(tr("Scales that share a factor"),
            count(QStringLiteral("memory.weights.double_block"), tr("Scales that share a factor")),
            -1)
            .explains,
        tr("QLoRA's double quantization: blocks of %1 make %2 bits a weight %3")
            .arg(qloraDoubleBlock)
            .arg(
                formatNumber(factorBits / qloraBlock, 3),
                formatNumber(
                    qloraScaleBits / qloraBlock + factorBits / (qloraBlock * qloraDoubleBlock), 3)),
        QStringLiteral("numbers.ledger"));
    add(tr("Zero points"), flag(QStringLiteral("memory.weights.zero_points"), tr("one a block")),
        -1);
    add(tr("GGUF mix"),
        flag(QStringLiteral("memory.weights.importance_matrix"), tr("importance matrix")), -1)
        .explains->setText(tr("It turns the first eighth of Q4_0's down projections into Q4_1"));
    add(tr("Embedding"), formats(QStringLiteral("memory.weights.embedding")), -1)
        .explains->setText(tr("Also of INT8 and QLoRA"));
    add(tr("Output head"), formats(QStringLiteral("memory.weights.head")), -1);
}

void AssumptionsView::buildCache() {
    addTitle(tr("Running"));
    const auto formats = [this](const QString& name) {
        return formatBox(m_settings, name, cacheFormats());
    };
    add(tr("Keys"), formats(QStringLiteral("memory.kv.keys")), of(MemoryPart::Cache));
    add(tr("Values"), formats(QStringLiteral("memory.kv.values")), -1);
    const QString name = QStringLiteral("memory.kv.form");
    auto* form = new QComboBox;
    form->setObjectName(QStringLiteral("memory_kv_form"));
    for (const QString& id : SettingsCatalogue::find(name)->choices) {
        form->addItem(cacheFormName(id), id);
    }
    bindSetting(form, m_settings, name);
    m_formRow = m_rows.size();
    add(tr("What the cache keeps"), form, -1);
    add(tr("Tokens computed together"),
        count(QStringLiteral("memory.micro_batch"), tr("Tokens computed together")),
        of(MemoryPart::Activations));
}

void AssumptionsView::buildTraining() {
    addTitle(tr("Training"));
    add(tr("Tokens of a sequence"),
        count(QStringLiteral("memory.training.length"), tr("Tokens of a sequence")),
        of(MemoryPart::Activations));
    add(tr("Sequences of a step"),
        count(QStringLiteral("memory.training.batch"), tr("Sequences of a step")), -1);
    auto* states = new QComboBox;
    states->setObjectName(QStringLiteral("memory_training_states"));
    for (const StateAssumption& known : stateAssumptions()) {
        states->addItem(statesName(known),
                        QString::fromUtf8(known.id.data(), qsizetype(known.id.size())));
    }
    bindSetting(states, m_settings, QStringLiteral("memory.training.states"));
    m_statesRow = m_rows.size();
    add(tr("Bytes of a trained parameter"), states, of(MemoryPart::Optimizer));
    auto* targets = new QComboBox;
    targets->setObjectName(QStringLiteral("memory_training_targets"));
    const auto offer = [targets](const QString& text, const QStringList& names) {
        targets->addItem(text, QJsonArray::fromStringList(names).toVariantList());
    };
    offer(tr("all matrices"), {QStringLiteral("all")});
    offer(tr("Q and V"), {QStringLiteral("q"), QStringLiteral("v")});
    offer(tr("Q, K, V and output"),
          {QStringLiteral("q"), QStringLiteral("k"), QStringLiteral("v"), QStringLiteral("o")});
    offer(tr("the FFN"), {QStringLiteral("gate"), QStringLiteral("up"), QStringLiteral("down")});
    bindSetting(targets, m_settings, QStringLiteral("memory.training.targets"));
    add(tr("Matrices with adapters"), targets, of(MemoryPart::Adapters));
    add(tr("Joined matrices"),
        flag(QStringLiteral("memory.training.adapters_apart"), tr("an adapter for each part")), -1)
        .explains->setText(tr("Off: one for each module of the model, as PEFT; on: as LitGPT"));
    auto* format =
        formatBox(m_settings, QStringLiteral("memory.training.activations"),
                  {QStringLiteral("bf16"), QStringLiteral("fp16"), QStringLiteral("fp32")});
    add(tr("Format of the activations"), format, -1);
    add(tr("Activations"),
        flag(QStringLiteral("memory.training.checkpointing"), tr("compute them again")), -1)
        .explains->setText(tr("Checkpointing: only the layers' inputs are kept"));
    add(tr("Attention"), flag(QStringLiteral("memory.training.scores"), tr("stores its matrices")),
        -1)
        .explains->setText(tr("Without a fused kernel: twice heads × length values a token"));
}

void AssumptionsView::buildDevice() {
    addTitle(tr("Device"));
    add(tr("Driver and allocator, GB"),
        count(QStringLiteral("memory.overhead"), tr("Driver and allocator, GB")),
        of(MemoryPart::Overhead));
    add(tr("Reserve of a device, %"),
        count(QStringLiteral("memory.reserve"), tr("Reserve of a device, %")), -1)
        .explains->setText(tr("For the driver and what else runs: an assumption"));
}

void AssumptionsView::buildShapes() {
    addTitle(tr("Shapes"));
    m_fromShapes = new QPushButton(tr("As the shapes make it"));
    m_fromShapes->setObjectName(QStringLiteral("memory_count_shapes"));
    setChangedSetting(m_fromShapes, QStringLiteral("memory.parameters"));
    connect(m_fromShapes, &QPushButton::clicked, this, [this] {
        const std::int64_t shapes = shapesCount(m_bench.views().memoryQuestion.get(),
                                                m_bench.memory().openArchitecture().get());
        (void)m_settings.set(QStringLiteral("memory.parameters"), double(shapes));
    });
    m_countRow = m_rows.size();
    add(tr("Count of parameters"), m_fromShapes, -1);
    add(tr("Heads"), count(QStringLiteral("memory.sizes.heads"), tr("Heads")), -1);
    add(tr("Width of a head"),
        count(QStringLiteral("memory.sizes.head_width"), tr("Width of a head")), -1);
    add(tr("Width of the FFN"), count(QStringLiteral("memory.sizes.ffn"), tr("Width of the FFN")),
        -1);
    add(tr("Vocabulary"), count(QStringLiteral("memory.sizes.vocabulary"), tr("Vocabulary")), -1);
}

void AssumptionsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void AssumptionsView::refresh() {
    if (!isVisible()) {
        return;  // what nobody sees computes nothing; it is made when it is shown
    }
    const MemoryAnswer* answer = m_bench.memory().answer();
    if (answer == nullptr) {
        return;
    }
    const auto chosen = static_cast<std::size_t>(m_bench.views().memory->bar);
    for (const Row& row : m_rows) {
        if (row.part >= 0) {
            const auto part = static_cast<MemoryPart>(row.part);
            // The settings of the weights are those of one bar, whichever is chosen.
            const std::size_t bar = part == MemoryPart::Weights ? ownBar : chosen;
            const MemoryEstimate& estimate = answer->bars[bar].estimate;
            const QString formulas = formulasOf(estimate, part);
            row.formula->setText(formulas);
            setHowKnownNumbers(row.formula, formulas + QStringLiteral(" = ") +
                                                memoryText(double(bytesOf(estimate, part)), false));
            row.explains->setText(explainsOf(estimate, part));
        }
    }
    m_rows[m_statesRow].explains->setText(statesExplains(answer->question.states.toStdString()));
    refreshForm(answer->architecture);
    refreshCount();
}

/// What latent attention saves: of the model, or of one that is known for it.
void AssumptionsView::refreshForm(const Architecture& architecture) {
    const Result<Architecture> known = findArchitecture(shippedArchitectures(), "deepseek-v3");
    const Architecture* shown = architecture.latent ? &architecture : known ? &*known : nullptr;
    if (shown == nullptr) {
        return;
    }
    const LatentAttention& l = *shown->latent;
    const QString times = formatNumber(timesCompact(*shown, CacheForm::Expanded), 3);
    QLabel* label = m_rows[m_formRow].explains;
    explain(label,
            tr("Latent rows of %1, unfolded to every head, take %2 times as much")
                .arg(QString::fromStdString(shown->name), times),
            QStringLiteral("memory.kv_cache"));
    setHowKnownNumbers(label, QStringLiteral("(%1 × (%2 + %3) + %1 × %4) / (%5 + %3) = %6")
                                  .arg(shown->heads)
                                  .arg(l.nopeDim)
                                  .arg(l.ropeDim)
                                  .arg(l.valueDim)
                                  .arg(l.kvRank)
                                  .arg(times));
}

/// Whether the count is that of the layers and widths, or was set apart from them.
void AssumptionsView::refreshCount() {
    const MemoryQuestion& question = m_bench.views().memoryQuestion.get();
    const std::int64_t shapes = shapesCount(question, m_bench.memory().openArchitecture().get());
    const bool apart = question.parameters > 0 && shapes > 0;
    m_fromShapes->setEnabled(apart);
    explain(
        m_rows[m_countRow].explains,
        apart ? tr("%1 is set by hand, for the weights alone: layers and widths hold %2, of which "
                   "cache, activations and adapters are")
                    .arg(shortCount(double(question.parameters)), shortCount(double(shapes)))
              : tr("%1, counted from layers and widths").arg(shortCount(double(shapes))),
        QStringLiteral("memory.weights"));
}

}  // namespace zeropoint::ui
