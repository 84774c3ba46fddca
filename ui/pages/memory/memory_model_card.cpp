// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_model_card.h"

#include "ui/controls/anchor.h"
#include "ui/controls/form_arrows.h"
#include "ui/controls/number_field.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/value_slider.h"
#include "ui/pages/memory/memory_fields.h"
#include "ui/state/memory_model.h"
#include "ui/state/memory_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/memory_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double billion = 1e9;
constexpr double mostBillions = 1e6;
constexpr double leastBillions = 1e-9;
constexpr double mostContext = 1 << 24;
constexpr int billionDecimals = 9;

const QString& parametersName() {
    static const QString name = QStringLiteral("memory.parameters");
    return name;
}

}  // namespace

MemoryModelCard::MemoryModelCard(Workbench& bench, QWidget* parent)
    : QFrame(parent), m_bench(bench), m_model(new QComboBox) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Model"));
    title->setProperty("role", "cardTitle");
    m_model->setObjectName(QStringLiteral("memory_model"));
    m_model->setAccessibleName(tr("Model"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(12);
    fillModels();
    SettingsCatalogue& settings = bench.settings();
    bindSetting(m_model, settings, QStringLiteral("memory.model"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(5);
    column->addWidget(title);
    column->addWidget(m_model);
    column->addWidget(buildParameters());
    column->addWidget(slider(QStringLiteral("memory.sizes.layers"), tr("Layers"), 1, 256, true));
    column->addWidget(
        slider(QStringLiteral("memory.sizes.hidden"), tr("Hidden size"), 64, 32768, true));
    m_kvHeads = slider(QStringLiteral("memory.sizes.kv_heads"), tr("KV heads"), 1, 128, true);
    column->addWidget(m_kvHeads);
    m_context =
        slider(QStringLiteral("memory.context"), tr("Context, tokens"), 1, mostContext, true);
    column->addWidget(m_context);
    column->addWidget(slider(QStringLiteral("memory.batch"), tr("Batch"), 1, 256, true));
    column->addWidget(
        slider(QStringLiteral("memory.training.rank"), tr("LoRA rank"), 1, 512, true));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    addField(*grid, tr("4th bar"),
             formatBox(settings, QStringLiteral("memory.weights.format"), weightFormats()));
    addField(*grid, tr("KV cache"),
             formatBox(settings, QStringLiteral("memory.kv_format"), cacheFormats()));
    addField(*grid, tr("Optimizer"), optimizerBox(settings));
    column->addLayout(grid);
    connect(&bench.memory(), &MemoryStudy::changed, this, &MemoryModelCard::refresh);
    connect(&bench.memory(), &MemoryStudy::openArchitectureChanged, this,
            &MemoryModelCard::nameOpenModel);
    nameOpenModel();
    refresh();
    new FormArrows({this});
}

void MemoryModelCard::fillModels() {
    m_model->addItem(tr("The open file"), openModel());
    for (const Architecture& architecture : shippedArchitectures()) {
        m_model->addItem(QString::fromStdString(architecture.name),
                         QString::fromStdString(architecture.id));
    }
}

/// In billions: a count of eleven digits is no figure that anybody reads.
QWidget* MemoryModelCard::buildParameters() {
    m_parameters = new ValueSlider(tr("Parameters"), leastBillions, mostBillions, billionDecimals,
                                   ValueSlider::Scale::Logarithmic);
    m_parameters->setObjectName(QStringLiteral("memory_parameters"));
    m_parameters->setSuffix(QStringLiteral(" B"));
    m_parameters->field()->setDigits(5);
    setAnchor(m_parameters, parametersName());
    SettingsCatalogue& settings = m_bench.settings();
    connect(m_parameters, &ValueSlider::valueChanged, this, [&settings](double value) {
        (void)settings.set(parametersName(), std::round(value * billion));
    });
    return m_parameters;
}

ValueSlider* MemoryModelCard::slider(const QString& name, const QString& label, double least,
                                     double most, bool logarithmic) {
    auto* slider =
        new ValueSlider(label, least, most, 0,
                        logarithmic ? ValueSlider::Scale::Logarithmic : ValueSlider::Scale::Linear);
    slider->setObjectName(QString(name).replace(QLatin1Char('.'), QLatin1Char('_')));
    bindSetting(slider, m_bench.settings(), name);
    return slider;
}

void MemoryModelCard::nameOpenModel() {
    const auto& open = m_bench.memory().openArchitecture();
    const auto& problem = m_bench.memory().openProblem();
    m_model->setItemText(0, open ? tr("The open file (%1)").arg(QString::fromStdString(open->name))
                                 : tr("The open file"));
    m_model->setItemData(
        0, problem ? errorText(*problem) : tr("A GGUF file, or a folder with a config.json"),
        Qt::ToolTipRole);
}

/// The chosen model keeps its name only as long as its sizes are its own.
void MemoryModelCard::nameModels(const MemoryQuestion& question, const Architecture* open) {
    int row = 1;
    for (const Architecture& architecture : shippedArchitectures()) {
        m_model->setItemText(row++, QString::fromStdString(architecture.name));
    }
    nameOpenModel();
    const auto chosen = architectureOf(question, open);
    const bool resized = question.sizes != ModelSizes{} || question.parameters > 0;
    if (chosen && resized && m_model->currentIndex() >= 0) {
        m_model->setItemText(m_model->currentIndex(), QString::fromStdString(chosen->name));
    }
    const auto shapes = shapesCount(question, open);
    const bool apart = question.parameters > 0 && shapes > 0 && question.parameters != shapes;
    m_parameters->field()->setHint(
        apart ? tr("Layers and sizes below make %1 B parameters: these are given in their place")
                    .arg(formatNumber(double(shapes) / billion, 5))
              : QString());
}

void MemoryModelCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    refresh();
}

void MemoryModelCard::refresh() {
    if (!isVisible()) {
        return;  // what nobody sees computes nothing; it is made when it is shown
    }
    const MemoryQuestion& question = m_bench.views().memoryQuestion.get();
    const Architecture* open = m_bench.memory().openArchitecture().get();
    const Architecture* own = ownArchitecture(question, open);
    nameModels(question, open);
    const double most = own != nullptr && own->context > 0 ? double(own->context) : mostContext;
    m_context->setRange(1, std::max(2.0, most));
    m_context->setValue(double(question.context));
    if (const auto count = numberFromJson(m_bench.settings().value(parametersName()))) {
        m_parameters->setValue(*count / billion);
    }
    const auto& problem = m_bench.memory().problem();
    const bool heads = problem && problem->what.find("KV heads") != std::string::npos;
    m_kvHeads->field()->setProblem(heads ? errorText(*problem) : QString());
}

}  // namespace zeropoint::ui
