// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/method_fields.h"

#include "ui/controls/anchor.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/pages/train/recipe_dialog.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/training_session.h"
#include "ui/text/run_words.h"
#include "ui/text/unit_number.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace zeropoint::ui {
namespace {

void fill(QComboBox* box, std::initializer_list<std::pair<QString, int>> items) {
    for (const auto& [text, value] : items) {
        box->addItem(text, value);
    }
}

/// A value that is not offered is shown all the same.
void choose(QComboBox* box, int value, const QString& text = {}) {
    if (box->findData(value) < 0) {
        box->addItem(text.isEmpty() ? QString::number(value) : text, value);
    }
    box->setCurrentIndex(box->findData(value));
}

constexpr double mostRank = 4096;
constexpr double mostAlpha = 1e6;

enum Targets { OtherTargets = -1, AllLayers, AttentionLayers, QueryAndValue };

std::vector<std::string> targetsOf(int choice) {
    switch (choice) {
        case AttentionLayers:
            return {"*.attn.*"};
        case QueryAndValue:
            return {"*.attn.q", "*.attn.v"};
        default:
            return {"layers.*"};
    }
}

int targetChoice(const std::vector<std::string>& targets) {
    for (const int choice : {AllLayers, AttentionLayers, QueryAndValue}) {
        if (targetsOf(choice) == targets) {
            return choice;
        }
    }
    return OtherTargets;
}

/// What a method leaves no choice about: only what is quantized afterwards has a way of rounding,
/// and ranges of inputs that are found while training follow a moving average.
void fitMethod(SiteRecipe& site, MethodKind method) {
    ActivationObserver& observer = site.activation.observer;
    if (method != MethodKind::Ptq) {
        site.method = PtqMethod::RoundToNearest;
    }
    if (method == MethodKind::Qat && site.activation.mode == ActivationMode::Static) {
        observer = ActivationObserver::MovingAverage;
    } else if (method == MethodKind::Ptq && observer == ActivationObserver::MovingAverage) {
        observer = ActivationObserver::RangeMethod;
    }
}

}  // namespace

MethodFields::MethodFields(TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_method(new QComboBox),
      m_weights(new SteppedSlider({2, 3, 4, 5, 6, 7, 8}, withBits())),
      m_inputs(new SteppedSlider({4, 6, 8, fullBits}, withBits())),
      m_granularity(new Segment({tr("Tensor"), tr("Channel"), tr("Group")})),
      m_rounding(new QComboBox),
      m_gradient(new QComboBox),
      m_rank(new NumberField),
      m_alpha(new NumberField),
      m_targets(new QComboBox),
      m_recipe(new QPushButton(tr("Recipe…"))) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 48);
    grid->setColumnStretch(1, 1);
    fillChoices();
    addRow(*grid, tr("Method"), m_method, "train_method");
    m_weightsRow = addRow(*grid, tr("Weights"), m_weights, "train_weight_bits");
    m_inputsRow = addRow(*grid, tr("Inputs"), m_inputs, "train_input_bits");
    m_granularityRow = addRow(*grid, tr("Scale per"), m_granularity, "train_granularity");
    m_roundingRow = addRow(*grid, tr("Rounding"), m_rounding, "train_rounding");
    m_gradientRow = addRow(*grid, tr("Gradient"), m_gradient, "train_gradient");
    m_rankRow = addRow(*grid, tr("Rank"), m_rank, "train_rank");
    m_alphaRow = addRow(*grid, tr("Alpha"), m_alpha, "train_alpha");
    m_targetsRow = addRow(*grid, tr("Adapters"), m_targets, "train_targets");
    m_recipe->setObjectName(QStringLiteral("train_recipe"));
    m_recipe->setProperty("role", "small");
    setAnchor(m_recipe, QStringLiteral("train.next.recipe"));
    m_recipe->setToolTip(tr("Every layer's own bits, scales and rounding as a table"));
    grid->addWidget(m_recipe, grid->rowCount(), 1);
    m_inputs->setToolTip(tr("Bits of what goes into each product; 16: not quantized"));
    connectControls();
    connect(&session, &TrainingSession::nextChanged, this, &MethodFields::refresh);
    refresh();
    grid->setColumnMinimumWidth(0, labelWidth());
}

int MethodFields::labelWidth() const {
    int most = 0;
    for (QLabel* label : findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly)) {
        label->ensurePolished();
        most = std::max(most, label->sizeHint().width());
    }
    return most;
}

void MethodFields::fillChoices() {
    for (const MethodKind kind : {MethodKind::Full, MethodKind::Ptq, MethodKind::Qat,
                                  MethodKind::Lora, MethodKind::Qlora}) {
        m_method->addItem(methodTitle(kind), static_cast<int>(kind));
    }
    fill(m_rounding, {{tr("To nearest"), static_cast<int>(PtqMethod::RoundToNearest)},
                      {QStringLiteral("AWQ"), static_cast<int>(PtqMethod::Awq)},
                      {QStringLiteral("GPTQ"), static_cast<int>(PtqMethod::Gptq)},
                      {QStringLiteral("AdaRound"), static_cast<int>(PtqMethod::AdaRound)},
                      {QStringLiteral("HQQ"), static_cast<int>(PtqMethod::Hqq)}});
    fill(m_gradient, {{tr("Clipped STE"), static_cast<int>(WeightTraining::ClippedSte)},
                      {tr("Plain STE"), static_cast<int>(WeightTraining::PlainSte)},
                      {tr("LSQ, learned scale"), static_cast<int>(WeightTraining::Lsq)},
                      {tr("LSQ as PyTorch"), static_cast<int>(WeightTraining::LsqPyTorch)}});
    m_rank->setLimits({1, mostRank, true});
    m_rank->setHint(
        tr("Columns of A and rows of B: an adapter of a matrix of m by n has "
           "rank × (m + n) weights"));
    m_alpha->setLimits({0, mostAlpha, false});
    m_alpha->setHint(tr("The adapter counts alpha / rank"));
    m_targets->setToolTip(tr("The layers that get an adapter"));
    fill(m_targets, {{tr("All layers"), AllLayers},
                     {tr("Attention"), AttentionLayers},
                     {tr("Q and V"), QueryAndValue}});
}

MethodFields::Row MethodFields::addRow(QGridLayout& grid, const QString& text, QWidget* control,
                                       const char* objectName) {
    auto* label = new QLabel(text);
    label->setProperty("role", "secondary");
    label->setBuddy(control);
    control->setObjectName(QLatin1String(objectName));
    control->setAccessibleName(text);
    setAnchor(control, QString::fromLatin1(objectName)
                           .replace(QStringLiteral("train_"), QStringLiteral("train.next.")));
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(control, row, 1);
    return {label, control};
}

/// Each control writes its own field of the next run and no other.
void MethodFields::connectControls() {
    connect(m_method, &QComboBox::activated, this,
            [this] { sendMethod(static_cast<MethodKind>(m_method->currentData().toInt())); });
    connect(m_weights, &SteppedSlider::stopChosen, this, [this](int bits) {
        change([bits](RunSpec& run) { setWeightBits(run.recipe.base, bits); });
    });
    connect(m_inputs, &SteppedSlider::stopChosen, this, [this](int bits) {
        change([bits](RunSpec& run) {
            changeForAll(run.recipe, [&run, bits](SiteRecipe& site) {
                setInputBits(site, bits);
                fitMethod(site, run.method);
            });
        });
    });
    connect(m_granularity, &Segment::chosen, this, [this](int index) {
        const std::size_t width = m_session.next().sizes.width;
        change([index, width](RunSpec& run) {
            setGranularity(run.recipe, static_cast<Granularity>(index), width);
        });
    });
    connect(m_rounding, &QComboBox::activated, this, [this] {
        change([method = static_cast<PtqMethod>(m_rounding->currentData().toInt())](RunSpec& run) {
            changeForAll(run.recipe, [method](SiteRecipe& site) { site.method = method; });
        });
    });
    connect(m_gradient, &QComboBox::activated, this, [this] {
        change([way = static_cast<WeightTraining>(m_gradient->currentData().toInt())](
                   RunSpec& run) { run.qat.weights = way; });
    });
    // LoRA and QLoRA share them, so that the two are compared with nothing else between.
    connect(m_rank, &NumberField::valueEntered, this, [this](double rank) {
        change([rank](RunSpec& run) {
            run.lora.rank = static_cast<std::size_t>(rank);
            run.qlora.adapters.rank = run.lora.rank;
        });
    });
    connect(m_alpha, &NumberField::valueEntered, this, [this](double alpha) {
        change([alpha](RunSpec& run) {
            run.lora.alpha = alpha;
            run.qlora.adapters.alpha = alpha;
        });
    });
    connect(m_targets, &QComboBox::activated, this, [this] {
        const int choice = m_targets->currentData().toInt();
        if (choice >= AllLayers) {
            change([choice](RunSpec& run) {
                run.lora.targets = targetsOf(choice);
                run.qlora.adapters.targets = run.lora.targets;
            });
        }
    });
    connect(m_recipe, &QPushButton::clicked, this, &MethodFields::showRecipe);
}

void MethodFields::change(const std::function<void(RunSpec&)>& write) {
    NextRun next = m_session.next();
    write(next.method);
    m_session.setNext(next);
    m_session.select(RunId::None);
}

void MethodFields::showRecipe() {
    auto model = Transformer<float>::create(m_session.draft().model(), 0);
    if (!model) {
        return;
    }
    const RunSpec& run = m_session.next().method;
    auto* dialog = new RecipeDialog(
        run.recipe, std::move(*model),
        run.method == MethodKind::Qat ? std::optional(run.qat) : std::nullopt, this);
    connect(dialog, &RecipeDialog::used, this, [this](const QuantRecipe& recipe) {
        NextRun next = m_session.next();
        next.method.recipe = recipe;
        m_session.setNext(next);
        m_session.select(RunId::None);
    });
    dialog->open();
}

/// What random weights are no start for begins with the youngest run of the task, else with the
/// sample.
void MethodFields::sendMethod(MethodKind method) {
    NextRun next = m_session.next();
    next.method.method = method;
    const bool adapts = trainsAdapters(method);
    const double usual = defaultTraining(next.task.kind).learningRate;
    // Adapters want a higher rate than the weights; a rate of one's own stays.
    if (adapts && next.training.learningRate == usual) {
        next.training.learningRate = adapterRate;
    } else if (!adapts && next.training.learningRate == adapterRate) {
        next.training.learningRate = usual;
    }
    const bool needsWeights = method != MethodKind::Full && method != MethodKind::Qat;
    if (needsWeights && next.start == StartFrom::Scratch) {
        next.base = m_session.youngestTrained(next.task);
        next.start = next.base == RunId::None ? StartFrom::Sample : StartFrom::Run;
        next.sizes = defaultModel(next.task.kind);
    }
    fitMethod(next.method.recipe.base, method);
    for (SiteOverride& other : next.method.recipe.overrides) {
        fitMethod(other.recipe, method);
    }
    m_session.setNext(next);
    m_session.select(RunId::None);
}

void MethodFields::refresh() {
    const RunSpec& run = m_session.next().method;
    const SiteRecipe& base = run.recipe.base;
    choose(m_method, static_cast<int>(run.method));
    m_weights->setStop(weightBits(base));
    m_inputs->setStop(inputBits(base));
    m_granularity->setEnabled(base.weight.has_value());
    if (base.weight) {
        m_granularity->setCurrent(static_cast<int>(base.weight->granularity));
    }
    choose(m_rounding, static_cast<int>(base.method), ptqMethodName(base.method));
    choose(m_gradient, static_cast<int>(run.qat.weights));
    m_rank->setValue(static_cast<double>(adaptersOf(run).rank));
    m_alpha->setValue(adaptersOf(run).alpha);
    choose(m_targets, targetChoice(adaptersOf(run).targets), tr("Others"));
    const bool quantizes = run.method == MethodKind::Ptq || run.method == MethodKind::Qat;
    const bool adapts = trainsAdapters(run.method);
    const auto show = [](const Row& row, bool visible) {
        row.label->setVisible(visible);
        row.control->setVisible(visible);
    };
    for (const Row& row : {m_weightsRow, m_inputsRow, m_granularityRow}) {
        show(row, quantizes);
    }
    m_recipe->setVisible(quantizes);
    show(m_roundingRow, run.method == MethodKind::Ptq);
    show(m_gradientRow, run.method == MethodKind::Qat);
    for (const Row& row : {m_rankRow, m_alphaRow, m_targetsRow}) {
        show(row, adapts);
    }
}

}  // namespace zeropoint::ui
