// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/stored_codes_tab.h"

#include "ui/controls/how_known.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/text/packed_words.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace zeropoint::ui {

StoredCodesTab::StoredCodesTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("Codes that are stored"), parent), m_table(new QTableWidget) {
    setObjectName(QStringLiteral("stored_codes_tab"));
    m_table->setObjectName(QStringLiteral("stored_codes_table"));
    m_table->setAccessibleName(tr("The codes of the tensor and what they stand for"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels(
        {tr("Code"), tr("Stands for, in the first group"), tr("Values"), tr("Share")});
    setHowKnownColumns(m_table, {QStringLiteral("calibrate.codes")});
    m_table->verticalHeader()->setVisible(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    column()->addWidget(m_table, 1);
}

void StoredCodesTab::follow() {
    const PackedWeight* packed = bench().source() ? bench().source()->packed() : nullptr;
    setHint(packed == nullptr ? QString() : packedSentence(*packed));
    m_table->setVisible(packed != nullptr);
}

void StoredCodesTab::work() {
    const SourcePtr source = bench().source();
    if (!source || source == m_source) {
        return;
    }
    if (source->packed() == nullptr) {
        setProblem(tr("This tensor is stored as numbers, not as codes."));
        return;
    }
    const FileOrigin origin = std::get<FileOrigin>(source->origin);
    measure(
        tr("Counting the codes"),
        [origin](const Execution& execution) {
            return studyPacked(*origin.file, origin.index, execution);
        },
        [this, source](const PackedStudy& study) {
            m_source = source;
            show(study);
        });
}

void StoredCodesTab::show(const PackedStudy& study) {
    m_table->setRowCount(static_cast<int>(study.counts.size()));
    const double all = static_cast<double>(m_source->tensor.size());
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const QString cells[] = {QString::number(study.firstCode + row),
                                 formatNumber(study.levels[at]), formatCount(study.counts[at]),
                                 formatPercent(static_cast<double>(study.counts[at]) / all)};
        for (int column = 0; column < 4; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
}

}  // namespace zeropoint::ui
