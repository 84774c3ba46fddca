// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/results_card.h"

#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/row_table.h"
#include "ui/models/trade_off_model.h"
#include "ui/pages/tradeoff/run_row_delegate.h"
#include "ui/state/trade_off.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

/// What is missed least goes first: the chart, the tooltip or another column tell it too.
const QList<int> yieldingColumns{TradeOffModel::Smaller,   TradeOffModel::Seeds,
                                 TradeOffModel::Optimizer, TradeOffModel::Trained,
                                 TradeOffModel::Forgot,    TradeOffModel::BitsPerWeight,
                                 TradeOffModel::Method,    TradeOffModel::Against,
                                 TradeOffModel::ScalePer,  TradeOffModel::Bits};

}  // namespace

ResultsCard::ResultsCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_tradeOff(bench.tradeOff()),
      m_model(new TradeOffModel(m_tradeOff, this)),
      m_table(new RowTable) {
    setProperty("role", "card");
    buildTable();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 6, 1, 6);
    column->addWidget(m_table);
    setMinimumHeight(120);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!m_following && current.isValid()) {
                    m_tradeOff.select(m_model->nameAt(current.row()));
                }
            });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& row) { emit opened(m_model->nameAt(row.row())); });
    connect(m_table, &QTableView::entered, this, [this](const QModelIndex& row) {
        m_tradeOff.highlight().setRun(m_model->nameAt(row.row()));
    });
    m_table->viewport()->installEventFilter(this);
    connect(&m_tradeOff, &TradeOff::selectionChanged, this, &ResultsCard::follow);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ResultsCard::follow);
    follow();
}

void ResultsCard::buildTable() {
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("results_table"));
    m_table->setAccessibleName(tr("Runs of the experiment"));
    m_table->setItemDelegate(new RunRowDelegate(m_table));
    QHeaderView* header = m_table->horizontalHeader();
    setAnchor(m_table, QStringLiteral("tradeoff.run"));
    setAnchor(header, QStringLiteral("tradeoff.table.column"));
    sort();
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSectionsClickable(true);
    ViewState<TradeOffView>& view = m_bench.views().tradeOff;
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [&view](int column, Qt::SortOrder order) {
                TradeOffView next = view.get();
                next.sortColumn = column;
                next.sortRising = order == Qt::AscendingOrder;
                view.set(next);
            });
    connect(&view, &ViewStateSignals::changed, this, &ResultsCard::sort);
    header->moveSection(header->visualIndex(TradeOffModel::Front), header->count() - 1);
    m_table->fitColumns(yieldingColumns);
    const QString accuracy = QStringLiteral("tradeoff.accuracy");
    setHowKnownColumns(m_table, {{},
                                 {},
                                 {},
                                 {},
                                 {},
                                 accuracy,
                                 QStringLiteral("train.size"),
                                 QStringLiteral("tradeoff.smaller"),
                                 QStringLiteral("tradeoff.bits"),
                                 accuracy,
                                 accuracy,
                                 QStringLiteral("tradeoff.front")});
}

void ResultsCard::sort() {
    const TradeOffView& view = m_bench.views().tradeOff.get();
    m_table->horizontalHeader()->setSortIndicator(
        view.sortColumn < 0 ? TradeOffModel::Size : view.sortColumn,
        view.sortRising ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void ResultsCard::follow() {
    m_following = true;
    const int row = m_model->rowOf(m_tradeOff.selected());
    if (row < 0) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    } else {
        const QModelIndex index = m_model->index(row, TradeOffModel::Name);
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
    m_following = false;
}

bool ResultsCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave) {
        m_tradeOff.highlight().setRun({});
    } else if (event->type() == QEvent::Resize) {
        // Where the selected row is can only be said once the table has its height.
        m_table->scrollTo(m_table->currentIndex());
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace zeropoint::ui
