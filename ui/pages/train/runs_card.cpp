// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/runs_card.h"

#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/row_table.h"
#include "ui/models/run_table_model.h"
#include "ui/pages/train/run_delegate.h"
#include "ui/state/training_session.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace zeropoint::ui {
namespace {

constexpr int widths[] = {52, 118, 118, 58, 68, 76, 76, 76, 60};
/// Room for "100 000", "0.00149", "100.0 %", "408.3", "102 080", "100 s", and for the titles.
constexpr int leastFigures[] = {62, 70, 70, 64, 70, 52};
constexpr int leastName = 72;
constexpr int mostForced = 160;  ///< of a name, for which other columns go
constexpr int leastStatus = 92;  ///< a bar and its share

}  // namespace

RunsCard::RunsCard(TrainingSession& session, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_model(new RunTableModel(session, this)),
      m_table(new RowTable),
      m_empty(new QLabel(tr("Runs appear here. Start your first one, or a ready story."))) {
    setProperty("role", "card");
    m_empty->setProperty("role", "secondary");
    m_empty->setAlignment(Qt::AlignCenter);
    buildTable();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 6, 1, 6);
    column->addWidget(m_table);
    column->addWidget(m_empty, 1);
    setMinimumHeight(90);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid()) {
                    m_session.select(m_model->idAt(current.row()));
                }
            });
    connect(&session, &TrainingSession::selectionChanged, this, &RunsCard::followSelection);
    connect(&session, &TrainingSession::runsChanged, this, &RunsCard::followSelection);
    auto* remove = new QAction(tr("Remove run"), m_table);
    connect(remove, &QAction::triggered, this, &RunsCard::removeRequested);
    m_table->addAction(remove);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    followSelection();
}

/// A digit that is cut off makes another figure, and a name without its middle another run: where
/// there is too little room what tells runs apart least goes first.
void RunsCard::shareWidth() {
    QHeaderView* header = m_table->horizontalHeader();
    const QAbstractItemView& rows = *m_table;
    const int longest = rows.sizeHintForColumn(RunTableModel::Name);
    const int wanted = std::max(widths[RunTableModel::Name], longest);
    const int all = m_table->viewport()->width() - widths[RunTableModel::Line];
    int left = all - std::accumulate(std::begin(leastFigures), std::end(leastFigures), 0);
    int shown = int(std::size(leastFigures));
    for (int i = 0; i < int(std::size(leastFigures)); ++i) {
        header->showSection(RunTableModel::Step + i);
    }
    for (const int column : {RunTableModel::Time, RunTableModel::Trained}) {
        if (left < leastStatus + std::min(longest, mostForced)) {
            header->hideSection(column);
            left += leastFigures[column - RunTableModel::Step];
            --shown;
        }
    }
    const int name = std::clamp(left - leastStatus, leastName, wanted);
    const int status = std::clamp(left - name, leastStatus, widths[RunTableModel::Status]);
    header->resizeSection(RunTableModel::Name, name);
    header->resizeSection(RunTableModel::Status, status);
    const int spare = std::max(0, left - name - status);
    for (int i = 0; i < int(std::size(leastFigures)); ++i) {
        if (!header->isSectionHidden(RunTableModel::Step + i)) {
            header->resizeSection(RunTableModel::Step + i, leastFigures[i] + spare / shown);
        }
    }
}

bool RunsCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        shareWidth();
    }
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        emit removeRequested();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void RunsCard::buildTable() {
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("run_table"));
    m_table->setAccessibleName(tr("Runs"));
    setAnchor(m_table, QStringLiteral("train.run"));
    m_table->setItemDelegate(new RunDelegate(m_table));
    m_table->setColumnWidths(widths);
    setHowKnownColumns(m_table, {{},
                                 {},
                                 {},
                                 {},
                                 QStringLiteral("train.loss"),
                                 QStringLiteral("train.accuracy"),
                                 QStringLiteral("train.size"),
                                 QStringLiteral("train.trained"),
                                 QStringLiteral("train.time")});
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(QHeaderView::Fixed);
}

void RunsCard::followSelection() {
    const bool any = !m_session.runs().empty();
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    shareWidth();
    const int row = m_session.list().rowOf(m_session.selected());
    if (row < 0) {
        m_table->clearSelection();
        m_table->selectionModel()->clearCurrentIndex();
    } else if (m_table->currentIndex().row() != row ||
               !m_table->selectionModel()->isRowSelected(row)) {
        m_table->setCurrentIndex(m_model->index(row, RunTableModel::Name));
        m_table->scrollTo(m_table->currentIndex());
    }
}

}  // namespace zeropoint::ui
