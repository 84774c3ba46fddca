// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/fit_view.h"

#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/legend.h"
#include "ui/controls/notice.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/pages/memory/assumptions_view.h"
#include "ui/pages/memory/bar_table.h"
#include "ui/pages/memory/device_grid.h"
#include "ui/pages/memory/devices_button.h"
#include "ui/pages/memory/memory_chart.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/memory_study.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

enum Lower { DevicesView, BarView, AssumptionsTab };

}  // namespace

FitView::FitView(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_chart(new MemoryChart),
      m_legend(new Legend),
      m_notice(new Notice(this)),
      m_lowerTabs(new Segment({tr("Devices"), tr("This setting"), tr("Assumptions")})),
      m_lower(new LazyStack),
      m_caption(new QLabel) {
    setProperty("role", "card");
    m_chart->setObjectName(QStringLiteral("memory_chart"));
    setAnchor(m_chart, QStringLiteral("memory.bar"));
    m_notice->setObjectName(QStringLiteral("memory_notice"));
    auto* key = new QHBoxLayout;
    key->addWidget(m_legend, 1);
    auto* table = tableButton(m_chart);
    table->setFigure([this](const QString& title) {
        return chartFigure(figureParts(), title, memoryCaptionOf(m_bench, CaptionDevice::Left));
    });
    key->addWidget(table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(6);
    column->addLayout(key);
    m_notice->floatOver(m_chart);
    column->addWidget(m_chart, 3);
    column->addWidget(buildLower(), 2);
    connect(m_chart, &MemoryChart::chosen, this, &FitView::chooseBar);
    connect(&bench.memory(), &MemoryStudy::changed, this, &FitView::refresh);
    connect(&bench.views().memory, &ViewStateSignals::changed, this, &FitView::refresh);
    refresh();
}

QList<QWidget*> FitView::figureParts() const {
    return {m_legend, m_chart};
}

QWidget* FitView::buildLower() {
    m_lowerTabs->setObjectName(QStringLiteral("memory_lower"));
    m_lowerTabs->setAccessibleName(tr("What to show below the bars"));
    bindSetting(m_lowerTabs, m_bench.settings(), QStringLiteral("memory.lower"));
    m_caption->setProperty("role", "caption");
    m_caption->setWordWrap(true);
    setHowKnown(m_caption, QStringLiteral("memory.fits"));
    m_caption->setText(
        tr("× and a number: so many such devices are needed; ≤ and a number: it fits with so many "
           "tokens. Tight means over 90 % of what the device lends: its memory less the reserve."));
    m_lower->add([this] {
        m_grid = new DeviceGrid(m_chart);
        m_grid->setObjectName(QStringLiteral("memory_grid"));
        connect(m_grid, &DeviceGrid::chosen, this, &FitView::chooseBar);
        auto* inside = new QWidget;  // what an area holds itself has a palette of its own
        auto* rows = new QVBoxLayout(inside);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addWidget(m_grid);
        return scrolled(inside);
    });
    m_lower->add([this] {
        m_table = new BarTable;
        m_table->setObjectName(QStringLiteral("memory_table"));
        return m_table;
    });
    m_lower->add([this] { return scrolled(new AssumptionsView(m_bench)); });
    auto* lower = new QWidget;
    auto* head = new QHBoxLayout;
    head->addWidget(m_lowerTabs);
    head->addStretch();
    head->addWidget(new DevicesButton(m_bench));
    auto* column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_lower, 1);
    column->addWidget(m_caption);
    return lower;
}

void FitView::chooseBar(int bar) {
    m_bench.views().memory.set(&MemoryView::bar, bar);
}

void FitView::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    refresh();
}

void FitView::refresh() {
    if (!isVisible()) {
        return;  // what nobody sees computes nothing; it is made when it is shown
    }
    const MemoryView& view = m_bench.views().memory.get();
    const MemoryAnswer* answer = m_bench.memory().answer();
    const auto& problem = m_bench.memory().problem();
    const bool stale = problem.has_value();
    m_notice->setText(stale ? errorText(*problem) : QString());
    m_chart->show(answer, view.bar, view.binary, stale);
    m_legend->setEntries(m_chart->legend());
    m_lower->showView(view.lower);
    m_caption->setVisible(view.lower == DevicesView);
    if (view.lower == DevicesView) {
        m_grid->show(answer, view.bar, view.binary, stale);
    } else if (view.lower == BarView) {
        m_table->show(answer, view.bar, view.binary);
    }
}

}  // namespace zeropoint::ui
