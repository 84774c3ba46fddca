// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/budget_card.h"

#include "core/memory/catalogue.h"
#include "ui/controls/how_known.h"
#include "ui/controls/setting_binding.h"
#include "ui/pages/memory/memory_fields.h"
#include "ui/state/advice_study.h"
#include "ui/state/memory_model.h"
#include "ui/state/memory_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/memory_words.h"
#include "ui/theme/fonts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {

BudgetCard::BudgetCard(Workbench& bench, QWidget* parent)
    : QFrame(parent), m_bench(bench), m_grid(new QGridLayout) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("What the weights may take"));
    title->setProperty("role", "cardTitle");
    auto* device = new QComboBox;
    device->setObjectName(QStringLiteral("memory_device"));
    device->setProperty("density", "compact");
    device->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    device->setMinimumContentsLength(8);
    for (const Device& known : shippedDevices()) {
        device->addItem(shortDeviceName(known), QString::fromStdString(known.id));
        device->setItemData(device->count() - 1, QString::fromStdString(known.name),
                            Qt::ToolTipRole);
    }
    bindSetting(device, bench.settings(), QStringLiteral("memory.device"));
    auto* keep = new QComboBox;
    keep->setObjectName(QStringLiteral("memory_keep"));
    keep->setProperty("density", "compact");
    keep->addItem(tr("nothing"), QStringLiteral("nothing"));
    keep->addItem(tr("embedding and head"), QStringLiteral("ends"));
    keep->addItem(tr("attention"), QStringLiteral("attention"));
    bindSetting(keep, bench.settings(), QStringLiteral("memory.keep"));
    keep->setToolTip(tr("At 8 bits or more, in the mixes that are made here"));
    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(8);
    fields->setVerticalSpacing(6);
    fields->setColumnStretch(1, 1);
    addField(*fields, tr("Device"), device);
    addField(*fields, tr("Keep 8 bit"), keep);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    m_device = addRow(tr("Device"), QStringLiteral("budget_device"));
    m_reserve = addRow(tr("Reserve"), QStringLiteral("budget_reserve"));
    m_cache = addRow(tr("KV cache"), QStringLiteral("budget_cache"));
    m_working = addRow(tr("Working memory"), QStringLiteral("budget_working"));
    m_left = addRow(tr("Left for weights"), QStringLiteral("budget_left"));
    setHowKnown(m_cache, QStringLiteral("memory.kv_cache"));
    setHowKnown(m_working, QStringLiteral("memory.overhead"));
    for (QLabel* part : {m_device, m_reserve, m_left}) {
        setHowKnown(part, QStringLiteral("memory.fits"));
    }
    m_left->setFont(monoFont(12, QFont::DemiBold));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(fields);
    column->addLayout(m_grid);
    auto* note =
        new QLabel(tr("The reserve is an assumption, for the driver and what else runs: "
                      "change it under What fits, Assumptions."));
    note->setProperty("role", "caption");
    note->setWordWrap(true);
    column->addWidget(note);
    column->addStretch();
    connect(&bench.memory().advice(), &AdviceStudy::changed, this, &BudgetCard::refresh);
    connect(&bench.views().memory, &ViewStateSignals::changed, this, &BudgetCard::refresh);
    refresh();
}

QLabel* BudgetCard::addRow(const QString& what, const QString& name) {
    auto* words = new QLabel(what);
    words->setProperty("role", "secondary");
    auto* figure = new QLabel;
    figure->setFont(monoFont(12));
    figure->setObjectName(name);
    figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const int row = m_grid->rowCount();
    m_grid->addWidget(words, row, 0);
    m_grid->addWidget(figure, row, 1);
    return figure;
}

void BudgetCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    refresh();
}

void BudgetCard::refresh() {
    if (!isVisible()) {
        return;  // what nobody sees computes nothing; it is made when it is shown
    }
    const MemoryView& view = m_bench.views().memory.get();
    const Advice* advice = m_bench.memory().advice().advice();
    if (advice == nullptr) {
        return;
    }
    const AdviceBudget& budget = advice->budget;
    const auto show = [&](QLabel* label, std::int64_t bytes, bool taken) {
        const QString amount = memoryAmount(double(std::abs(bytes)), view.binary);
        label->setText((taken || bytes < 0) ? QChar(0x2212) + amount : amount);
    };
    show(m_device, budget.device, false);
    show(m_reserve, budget.reserve, true);
    show(m_cache, budget.cache, true);
    show(m_working, budget.working, true);
    show(m_left, budget.left(), false);
    m_left->setText(m_left->text() + QLatin1Char(' ') + memoryUnit(view.binary));
}

}  // namespace zeropoint::ui
