// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/range/range_view.h"

#include "ui/controls/table_button.h"
#include "ui/pages/numbers/range/conversion_chain.h"
#include "ui/pages/numbers/range/precision_chart.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/number_caption.h"
#include "ui/state/workbench.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

template <typename Chart>
QFrame* makeCard(const Workbench& bench, const QString& title, const QString& hint, Chart* content,
                 QWidget* parent) {
    auto* card = new QFrame(parent);
    card->setProperty("role", "card");
    auto* heading = new QLabel(title, card);
    heading->setProperty("role", "cardTitle");
    auto* detail = new QLabel(hint, card);
    detail->setProperty("role", "secondary");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    auto* header = new QHBoxLayout;
    header->addWidget(heading);
    header->addStretch(1);
    header->addWidget(withFigure(tableButton(content, card), content,
                                 [&bench] { return captionOf(bench.number()); }));
    column->addLayout(header);
    column->addWidget(detail);
    column->addWidget(content, 1);
    return card;
}

}  // namespace

RangeView::RangeView(Workbench& bench, QWidget* parent)
    : NumberView(parent), m_chain(new ConversionChain), m_chart(new PrecisionChart) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(makeCard(bench, tr("What happens to this value"),
                               tr("each format is given what the one before it stored; below, the "
                                  "error against x"),
                               m_chain, this));
    column->addWidget(makeCard(bench, tr("Range and precision"),
                               tr("lower is finer; a line ends where the format does and rises "
                                  "where its small values thin out"),
                               m_chart, this),
                      1);
}

void RangeView::show(const NumberState& state) {
    m_chain->show(state);
    m_chart->show(state);
}

}  // namespace zeropoint::ui
