// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/stored_values_card.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/icon.h"
#include "ui/controls/legend.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/number_caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace zeropoint::ui {

StoredValuesCard::StoredValuesCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_chart(new StoredValuesChart(this)),
      m_legend(new Legend(this)) {
    setObjectName(QStringLiteral("storedValuesCard"));
    setProperty("role", "card");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(makeHeader());
    column->addWidget(m_chart, 1);
    column->addWidget(m_legend);
    fillLegend();
    ViewState<NumbersView>& view = bench.views().numbers;
    connect(m_reset, &QToolButton::clicked, m_chart, &StoredValuesChart::resetWindow);
    connect(m_chart, &StoredValuesChart::windowMoved, this, [this, &view](bool moved) {
        const AxisWindow& window = m_chart->window();
        view.set(&NumbersView::zoom,
                 moved ? std::optional(AxisRange{window.lo, window.hi}) : std::nullopt);
    });
    connect(&view, &ViewStateSignals::changed, this, &StoredValuesCard::look);
    look();
}

void StoredValuesCard::look() {
    const NumbersView& view = m_bench.views().numbers.get();
    m_chart->look(view.logarithmic, view.zoom);
    m_reset->setEnabled(view.zoom.has_value());
}

QWidget* StoredValuesCard::makeHeader() {
    auto* header = new QWidget(this);
    auto* title = new QLabel(tr("Values each format can store"), header);
    title->setProperty("role", "cardTitle");
    m_scale = new Segment({tr("Linear"), tr("Log")}, header);
    m_scale->setObjectName(QStringLiteral("storedValuesScale"));
    m_scale->setAccessibleName(tr("Axis"));
    bindSetting(m_scale, m_bench.settings(), QStringLiteral("numbers.axis"));
    setAnchor(m_chart, QStringLiteral("numbers.zoom"));
    m_reset = new QToolButton(header);
    m_reset->setObjectName(QStringLiteral("storedValuesReset"));
    m_reset->setProperty("role", "outlinedIcon");
    setAction(m_reset, QStringLiteral("numbers.reset_zoom"));
    m_reset->setToolTip(
        tr("Back to the value (Home); click first, then the wheel zooms; dragging pans"));
    m_reset->setAccessibleName(tr("Show the part around the value again"));
    m_reset->setIconSize({14, 14});
    setTintedIcon(m_reset, "undo");
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_scale);
    row->addWidget(m_reset);
    TableButton* table = tableButton(m_chart, header);
    table->setFigure([this](const QString& title) {
        return chartFigure({m_legend, m_chart}, title, captionOf(m_bench.number()));
    });
    row->addWidget(table);
    return header;
}

void StoredValuesCard::fillLegend() {
    m_legend->setEntries(
        {{Legend::Mark::Dot, [](const Theme& theme) { return theme.text; },
          tr("nearest stored value")},
         {Legend::Mark::Block, [](const Theme& theme) { return theme.histogramBody; },
          tr("values too dense to draw")}});
}

void StoredValuesCard::setRows(const std::vector<RowFacts>& rows, const QString& inspected) {
    m_chart->setRows(rows, inspected);
}

}  // namespace zeropoint::ui
