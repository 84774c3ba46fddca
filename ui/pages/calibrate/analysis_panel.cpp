// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/analysis_panel.h"

#include "ui/controls/lazy_stack.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/snug_tabs.h"
#include "ui/pages/calibrate/break_it_tab.h"
#include "ui/pages/calibrate/channels_tab.h"
#include "ui/pages/calibrate/conventions_tab.h"
#include "ui/pages/calibrate/curve_tab.h"
#include "ui/pages/calibrate/groups_tab.h"
#include "ui/pages/calibrate/integer_tab.h"
#include "ui/pages/calibrate/outliers_tab.h"
#include "ui/pages/calibrate/stored_codes_tab.h"
#include "ui/pages/calibrate/symmetry_tab.h"
#include "ui/pages/calibrate/worked_example_card.h"
#include "ui/state/stored_as.h"
#include "ui/state/workbench.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int mostHeight = 304;
constexpr int leastHeight = 132;  ///< a low window is the histogram's first: tabs scroll
constexpr int leastTab = 200;
constexpr double shareOfPage = 0.42;
constexpr int lowPage = 540;
constexpr double shareOfLowPage = 0.3;

}  // namespace

AnalysisPanel::AnalysisPanel(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_tabs(new SnugTabs(this)), m_stack(new LazyStack(this)) {
    m_tabs->setObjectName(QStringLiteral("analysis_tabs"));
    m_tabs->setAccessibleName(tr("What the lower card shows"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    add<WorkedExampleCard>(tr("Example"), tr("One value on its way through the formula"));
    add<CurveTab>(tr("Error curve"), tr("Every observer on one curve, for every width"));
    add<ChannelsTab>(tr("Channels"), tr("Range and error of every channel"));
    add<GroupsTab>(tr("Groups"), tr("Group size: error against bits per weight"));
    add<OutliersTab>(tr("Outliers"), tr("Remedies against outliers, side by side"));
    add<SymmetryTab>(tr("Symmetry"), tr("Is this distribution symmetric?"));
    add<IntegerTab>(tr("Integer"), tr("A layer in integers, station by station"));
    add<ConventionsTab>(tr("Conventions"), tr("The same quantizer as other libraries write it"));
    add<BreakItTab>(tr("Break it"), tr("Bugs that libraries have had, made again"));
    add<StoredCodesTab>(tr("Stored codes"),
                        tr("What the codes of a tensor that came quantized stand for"));
    followSource();
    connect(&bench, &Workbench::schemeChanged, this, &AnalysisPanel::followSource);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        offerStored();
        show(index);
    });
    bindSetting(m_tabs, bench.settings(), QStringLiteral("calibrate.tab"));
    show(m_tabs->currentIndex());
}

/// The last tab is for tensors that came quantized, and there while it is the chosen one.
void AnalysisPanel::offerStored() {
    const int stored = m_tabs->count() - 1;
    const bool packed = m_bench.source() && cameQuantized(*m_bench.source());
    m_tabs->setTabVisible(stored, packed || m_tabs->currentIndex() == stored);
}

void AnalysisPanel::followSource() {
    const int stored = m_tabs->count() - 1;
    if (m_bench.source() && !cameQuantized(*m_bench.source()) && m_tabs->currentIndex() == stored) {
        m_tabs->setCurrentIndex(0);
    }
    offerStored();
}

QStringList AnalysisPanel::tabNames() {
    return {QStringLiteral("curve"),       QStringLiteral("channels"), QStringLiteral("groups"),
            QStringLiteral("outliers"),    QStringLiteral("symmetry"), QStringLiteral("integer"),
            QStringLiteral("conventions"), QStringLiteral("bugs"),     QStringLiteral("stored")};
}

template <typename Tab>
void AnalysisPanel::add(const QString& title, const QString& tip) {
    m_stack->add([this] {
        // As high as it needs to be, which it says itself, and never lower than can be read.
        auto* held = new QWidget;
        auto* grid = new QGridLayout(held);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setRowMinimumHeight(0, leastTab);
        grid->addWidget(new Tab(m_bench), 0, 0);
        return scrolled(held, m_stack);
    });
    m_tabs->setTabToolTip(m_tabs->addTab(title), tip);
}

void AnalysisPanel::show(int index) {
    m_stack->showView(index);
    // Hidden tabs keep their size out of the page.
    for (int i = 0; i < m_stack->views(); ++i) {
        if (QWidget* tab = m_stack->view(i)) {
            tab->setSizePolicy(QSizePolicy::Ignored,
                               i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored);
        }
    }
}

void AnalysisPanel::setRoom(int pageHeight) {
    const double share = pageHeight < lowPage ? shareOfLowPage : shareOfPage;
    m_stack->setFixedHeight(
        std::clamp(static_cast<int>(share * pageHeight), leastHeight, mostHeight));
}

}  // namespace zeropoint::ui
