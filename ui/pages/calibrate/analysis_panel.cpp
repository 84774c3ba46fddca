// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/analysis_panel.h"

#include "ui/pages/calibrate/channels_tab.h"
#include "ui/pages/calibrate/conventions_tab.h"
#include "ui/pages/calibrate/curve_tab.h"
#include "ui/pages/calibrate/groups_tab.h"
#include "ui/pages/calibrate/integer_tab.h"
#include "ui/pages/calibrate/outliers_tab.h"
#include "ui/pages/calibrate/stored_codes_tab.h"
#include "ui/pages/calibrate/symmetry_tab.h"
#include "ui/pages/calibrate/worked_example_card.h"
#include "ui/state/workbench.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int analysisHeight = 304;

}  // namespace

AnalysisPanel::AnalysisPanel(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)) {
    m_tabs->setObjectName(QStringLiteral("analysis_tabs"));
    m_tabs->setAccessibleName(tr("What the lower card shows"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    add(tr("Example"), tr("One value on its way through the formula"),
        new WorkedExampleCard(bench));
    add(tr("Error curve"), tr("Every observer on one curve, for every width"), new CurveTab(bench));
    add(tr("Channels"), tr("Range and error of every channel"), new ChannelsTab(bench));
    add(tr("Groups"), tr("Group size: error against bits per weight"), new GroupsTab(bench));
    add(tr("Outliers"), tr("Remedies against outliers, side by side"), new OutliersTab(bench));
    add(tr("Symmetry"), tr("Is this distribution symmetric?"), new SymmetryTab(bench));
    add(tr("Integer"), tr("A layer in integers, station by station"), new IntegerTab(bench));
    add(tr("Conventions"), tr("The same quantizer as other libraries write it"),
        new ConventionsTab(bench));
    add(tr("Stored codes"), tr("What the codes of a tensor that came quantized stand for"),
        new StoredCodesTab(bench));
    const int stored = m_tabs->count() - 1;
    const auto offerStored = [this, stored, &bench] {
        const bool packed = bench.source() && bench.source()->packed() != nullptr;
        if (!packed && m_tabs->currentIndex() == stored) {
            m_tabs->setCurrentIndex(0);
        }
        m_tabs->setTabVisible(stored, packed);
    };
    connect(&bench, &Workbench::schemeChanged, this, offerStored);
    offerStored();
    connect(m_tabs, &QTabBar::currentChanged, this, &AnalysisPanel::show);
    show(0);
}

QStringList AnalysisPanel::tabNames() {
    return {QStringLiteral("curve"),       QStringLiteral("channels"), QStringLiteral("groups"),
            QStringLiteral("outliers"),    QStringLiteral("symmetry"), QStringLiteral("integer"),
            QStringLiteral("conventions"), QStringLiteral("stored")};
}

void AnalysisPanel::add(const QString& title, const QString& tip, QWidget* tab) {
    m_stack->addWidget(tab);
    m_tabs->setTabToolTip(m_tabs->addTab(title), tip);
}

int AnalysisPanel::current() const {
    return m_tabs->currentIndex();
}

void AnalysisPanel::setCurrent(int index) {
    m_tabs->setCurrentIndex(index);
}

void AnalysisPanel::show(int index) {
    // The example is as low as its content; hidden tabs keep their size out of the page.
    for (int i = 0; i < m_stack->count(); ++i) {
        m_stack->widget(i)->setSizePolicy(
            QSizePolicy::Ignored, i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_stack->setFixedHeight(index == 0 ? m_stack->widget(0)->sizeHint().height() : analysisHeight);
    m_stack->setCurrentIndex(index);
    emit currentChanged(index);
}

}  // namespace zeropoint::ui
