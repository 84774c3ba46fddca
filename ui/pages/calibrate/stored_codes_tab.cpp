// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/stored_codes_tab.h"

#include "ui/controls/how_known.h"
#include "ui/controls/table_button.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/code_plot.h"
#include "ui/state/caption.h"
#include "ui/state/stored_as.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>
#include <optional>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int tableWidth = 420;

/// A code stands for the same value wherever it stands.
bool hasOneGrid(const Source& source) {
    const PackedWeight* packed = source.packed();
    return packed != nullptr && (packed->scales.empty() || packed->scales == "tensor");
}

}  // namespace

StoredCodesTab::StoredCodesTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("Codes that are stored"), parent),
      m_title(new QLabel(tr("Share of the values with each code, %"))),
      m_plot(new CodePlot(tr("How many values have each stored code"))),
      m_table(new QTableWidget) {
    setObjectName(QStringLiteral("stored_codes_tab"));
    m_table->setObjectName(QStringLiteral("stored_codes_table"));
    m_table->setAccessibleName(tr("The codes of the tensor and what they stand for"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Code"), QString(), tr("Values"), tr("Share")});
    setHowKnownColumns(m_table, {QStringLiteral("calibrate.codes")});
    m_table->verticalHeader()->setVisible(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_plot->setObjectName(QStringLiteral("stored_codes_plot"));
    m_table->setMaximumWidth(tableWidth);
    auto* both = new QHBoxLayout;
    both->setSpacing(16);
    auto* drawn = new QVBoxLayout;
    drawn->setSpacing(2);
    m_title->setObjectName(QStringLiteral("stored_codes_title"));
    m_title->setProperty("role", "caption");
    m_title->setBuddy(m_plot);
    drawn->addWidget(m_title);
    drawn->addWidget(m_plot, 1);
    both->addLayout(drawn, 1);
    both->addWidget(m_table, 1);
    column()->addLayout(both, 1);
    column()->addStretch();  // below the title when there is nothing to list
    m_button = withFigure(tableButton(this), m_plot, [this] { return captionOf(this->bench()); });
    addToHeader(m_button);
}

TableContent StoredCodesTab::table() const {
    const bool whole = m_source && hasOneGrid(*m_source);
    TableContent content{tr("Codes that are stored"),
                         {tr("code"), whole ? tr("value") : tr("value in block 0"), tr("values")},
                         {}};
    for (std::size_t i = 0; i < m_study.counts.size(); ++i) {
        content.rows.append({m_study.firstCode + static_cast<int>(i), m_study.levels[i],
                             qulonglong{m_study.counts[i]}});
    }
    return content;
}

void StoredCodesTab::follow() {
    const SourcePtr& source = bench().source();
    const bool coded = source && cameQuantized(*source);
    setHint(coded ? storedSentence(*source) : QString(), QStringLiteral("calibrate.codes"));
    const bool listed = coded && (source != m_source || m_listed);
    m_title->setVisible(listed);
    m_plot->setVisible(listed);
    m_table->setVisible(listed);
    m_button->setVisible(listed);
}

void StoredCodesTab::work() {
    const SourcePtr source = bench().source();
    if (!source || source == m_source) {
        return;
    }
    if (!cameQuantized(*source)) {
        setProblem(tr("This tensor is stored as numbers, not as codes."));
        return;
    }
    const FileOrigin origin = std::get<FileOrigin>(source->origin);
    measure(
        tr("Counting the codes"),
        [origin](const Execution& execution) -> Result<std::optional<PackedStudy>> {
            auto study = studyPacked(*origin.file, origin.index, execution);
            if (!study && study.error().code == ErrorCode::Unsupported) {
                return std::nullopt;
            }
            return std::move(study).map(
                [](PackedStudy&& counted) { return std::optional(std::move(counted)); });
        },
        [this, source](const std::optional<PackedStudy>& study) {
            m_source = source;
            m_listed = study.has_value();
            follow();
            if (study) {
                show(*study);
            } else {
                // Of 16 or 32 bits, or such that one stands for several values.
                setProblem(
                    tr("These codes are not listed one by one. What they stand for is shown "
                       "above."));
            }
        });
}

void StoredCodesTab::show(const PackedStudy& study) {
    m_study = study;
    const bool whole = hasOneGrid(*m_source);
    QTableWidgetItem* heading = m_table->horizontalHeaderItem(1);
    heading->setText(whole ? tr("Value") : tr("In block 0"));
    heading->setToolTip(whole ? tr("What the code stands for.")
                              : tr("What the code stands for in the first group or block; others "
                                   "have scales of their own. A dash: no value there has the "
                                   "code."));
    const QVector<double> counts(study.counts.begin(), study.counts.end());
    m_plot->show(study.firstCode, counts);
    m_table->setRowCount(static_cast<int>(study.counts.size()));
    const double all = static_cast<double>(m_source->tensor.size());
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const QString cells[] = {
            QString::number(study.firstCode + row),
            std::isnan(study.levels[at]) ? QStringLiteral("–") : formatNumber(study.levels[at]),
            formatCount(study.counts[at]),
            formatPercent(static_cast<double>(study.counts[at]) / all)};
        for (int column = 0; column < 4; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
}

}  // namespace zeropoint::ui
