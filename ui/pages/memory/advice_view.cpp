// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/advice_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/legend.h"
#include "ui/controls/notice.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/pages/memory/advice_plot.h"
#include "ui/pages/memory/advice_reasons.h"
#include "ui/pages/memory/advice_table.h"
#include "ui/pages/memory/bar_words.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/memory_model.h"
#include "ui/state/memory_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/memory_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int whyWidth = 280;
constexpr int narrowWidth = 960;

}  // namespace

AdviceView::AdviceView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_study(bench.memory().advice()),
      m_table(new AdviceTable),
      m_reasons(new AdviceReasons(bench)) {
    m_tabs = new Segment({tr("Table"), tr("Why this one")});
    m_tabs->setObjectName(QStringLiteral("memory_advise_tabs"));
    m_tabs->setAccessibleName(tr("What to show of the advice"));
    bindSetting(m_tabs, bench.settings(), QStringLiteral("memory.advise.tab"));
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(buildPlotCard(), 3);
    column->addWidget(m_tabs);
    column->addWidget(m_table, 3);
    m_why = scrolled(m_reasons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(column, 1);
    row->addWidget(m_why);
    connect(m_table, &AdviceTable::chosen, this, &AdviceView::choose);
    connect(m_reasons, &AdviceReasons::pageRequested, this, &AdviceView::pageRequested);
    connect(&m_study, &AdviceStudy::changed, this, &AdviceView::refresh);
    connect(&bench.views().memory, &ViewStateSignals::changed, this, &AdviceView::refresh);
    refresh();
}

QWidget* AdviceView::buildPlotCard() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    auto* title = new QLabel(tr("Weight error against size"));
    title->setProperty("role", "cardTitle");
    m_legend = new Legend;
    m_legend->setEntries(optionLegend());
    m_plot = new AdvicePlot;
    m_plot->setObjectName(QStringLiteral("memory_advice_plot"));
    m_measure = new QPushButton(tr("Measure the weights' error"));
    m_measure->setObjectName(QStringLiteral("memory_measure"));
    m_measure->setProperty("role", "primary");
    setAction(m_measure, QStringLiteral("memory.measure_weights"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("memory_advice_notice"));
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_measure);
    auto* table = tableButton(m_plot);
    table->setFigure([this](const QString& title) {
        return chartFigure(figureParts(), title, memoryCaptionOf(m_bench));
    });
    head->addWidget(table);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_legend);
    column->addWidget(m_notice);
    column->addWidget(m_plot, 1);
    connect(m_plot, &AdvicePlot::chosen, this, &AdviceView::choose);
    connect(m_measure, &QPushButton::clicked, &m_study, &AdviceStudy::measure);
    return card;
}

QList<QWidget*> AdviceView::figureParts() const {
    return {m_legend, m_plot};
}

void AdviceView::choose(int option) {
    const Advice* advice = m_study.advice();
    if (advice != nullptr && option >= 0 && option < static_cast<int>(advice->options.size())) {
        m_bench.views().memory.set(
            &MemoryView::row,
            QString::fromStdString(advice->options[static_cast<std::size_t>(option)].name));
    }
}

/// The row that is looked at; the recommended one where there is none.
int AdviceView::chosenIn(const Advice& advice) const {
    const std::string wanted = m_bench.views().memory->row.toStdString();
    for (std::size_t i = 0; i < advice.options.size(); ++i) {
        if (advice.options[i].name == wanted) {
            return static_cast<int>(i);
        }
    }
    return advice.recommended;
}

void AdviceView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void AdviceView::refresh() {
    if (!isVisible()) {
        return;  // what nobody sees computes nothing; it is made when it is shown
    }
    const bool binary = m_bench.views().memory->binary;
    const Advice* advice = m_study.advice();
    const auto& problem = m_study.problem();
    const WeightErrors* errors = m_study.isOfFile() ? m_study.errors() : nullptr;
    QStringList notices;
    if (problem) {
        notices << errorText(*problem);
    } else if (errors != nullptr) {
        if (errors->requantized) {
            notices << tr("The file's weights are quantized already: errors are beside those.");
        }
        if (const std::size_t left = errors->leftOut.nan + errors->leftOut.infinite; left > 0) {
            notices << tr("%1 NaN or infinite values are left out.").arg(formatCount(left));
        }
    }
    m_notice->setText(notices.join(QLatin1Char(' ')));
    const bool canMeasure = m_study.isOfFile() && !m_study.measured();
    m_measure->setVisible(!m_study.measured() || !m_study.isOfFile());
    m_measure->setEnabled(canMeasure && !m_study.measuring());
    m_measure->setToolTip(m_study.measuring() ? tr("The weights are being measured")
                          : canMeasure
                              ? tr("Reads every weight of the file under every setting")
                              : tr("Open the weights and choose “The open file” as the model"));
    const int chosen = advice != nullptr ? chosenIn(*advice) : -1;
    const auto device = deviceOf(m_bench.views().memoryQuestion.get());
    m_plot->show(advice, device ? shortDeviceName(*device) : QString(), chosen, binary);
    m_table->show(advice, chosen, binary);
    m_reasons->show(advice, chosen);
    arrange();
}

void AdviceView::arrange() {
    const bool narrow = width() < narrowWidth;
    const int tab = m_bench.views().memory->adviseTab;
    m_tabs->setVisible(narrow);
    m_table->setVisible(!narrow || tab == 0);
    m_why->setVisible(!narrow || tab == 1);
    m_why->setMinimumWidth(narrow ? whyWidth - 60 : whyWidth);
    m_why->setMaximumWidth(whyWidth);
}

void AdviceView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace zeropoint::ui
