// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/files_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/how_known.h"
#include "ui/controls/notice.h"
#include "ui/controls/row_table.h"
#include "ui/controls/setting_binding.h"
#include "ui/pages/compare/files_header.h"
#include "ui/pages/compare/pair_detail.h"
#include "ui/pages/compare/pair_table_model.h"
#include "ui/pages/compare/strip_delegate.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/left_out_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"
#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int detailWidth = 340;
constexpr int narrowView = 1000;

/// What a narrow table leaves out, first to last.
QList<int> yielding() {
    return {PairTableModel::Channels, PairTableModel::Largest, PairTableModel::Bits,
            PairTableModel::ShapeColumn};
}

}  // namespace

FilesView::FilesView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_comparison(new FilesComparison(bench, this)),
      m_model(new PairTableModel(*m_comparison, this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_header(new FilesHeader(bench, *m_comparison)),
      m_problem(new Notice),
      m_detail(new PairDetail(bench)) {
    setObjectName(QStringLiteral("compare_files"));
    m_problem->setObjectName(QStringLiteral("compare_files_notice"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PairTableModel::SortRole);
    m_sorted->setFilterKeyColumn(PairTableModel::Name);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* body = new QHBoxLayout;
    body->setSpacing(16);
    body->addWidget(buildTable(), 1);
    body->addWidget(m_detail);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_header);
    column->addWidget(m_problem);
    column->addLayout(body, 1);
    connect(m_comparison, &FilesComparison::changed, this, &FilesView::refresh);
    connect(m_comparison, &FilesComparison::grew, this, &FilesView::grow);
    connect(&bench.views().compare, &ViewStateSignals::changed, this, &FilesView::follow);
    follow();
    refresh();
}

QWidget* FilesView::buildTable() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    m_reading = new QLabel;
    m_reading->setObjectName(QStringLiteral("compare_reading"));
    m_reading->setProperty("role", "inset");
    m_reading->setFont(monoFont(12));
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_totals = new QLabel;
    m_totals->setObjectName(QStringLiteral("compare_totals"));
    m_totals->setProperty("role", "secondary");
    setHowKnown(m_totals, QStringLiteral("compare.totals"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(8);
    column->addLayout(buildTableHeader());
    column->addWidget(buildPairs(), 1);
    column->addWidget(m_reading);
    column->addWidget(m_totals);
    return card;
}

QLayout* FilesView::buildTableHeader() {
    auto* title = new QLabel(tr("Tensors"));
    title->setProperty("role", "cardTitle");
    auto* hint = new QLabel(tr("rows take their place as they are read"));
    hint->setProperty("role", "secondary");
    m_resume = new QPushButton(tr("Go on"));
    m_resume->setObjectName(QStringLiteral("compare_resume"));
    setAction(m_resume, QStringLiteral("compare.resume_files"));
    connect(m_resume, &QPushButton::clicked, m_comparison, &FilesComparison::resume);
    m_calibrate = new QPushButton(tr("Open in Calibrate"));
    m_calibrate->setObjectName(QStringLiteral("compare_open_tensor"));
    setAction(m_calibrate, QStringLiteral("compare.open_tensor"));
    connect(m_calibrate, &QPushButton::clicked, this, &FilesView::openInCalibrate);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter names"));
    m_filter->setAccessibleName(tr("Filter names"));
    m_filter->setObjectName(QStringLiteral("compare_filter"));
    m_filter->setMaximumWidth(180);
    bindSetting(m_filter, m_bench.settings(), QStringLiteral("compare.files.filter"));
    auto* header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(title);
    header->addWidget(hint);
    header->addStretch();
    header->addWidget(m_resume);
    header->addWidget(m_calibrate);
    header->addWidget(m_filter);
    return header;
}

QWidget* FilesView::buildPairs() {
    m_table = new RowTable;
    m_table->setObjectName(QStringLiteral("compare_pairs"));
    m_table->setAccessibleName(tr("Pairs of tensors"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegateForColumn(PairTableModel::Channels, new StripDelegate(m_table));
    m_table->fitColumns(yielding());
    setHowKnownColumns(m_table, {{},
                                 {},
                                 {},
                                 QStringLiteral("calibrate.bits"),
                                 QStringLiteral("calibrate.sqnr"),
                                 QStringLiteral("compare.relative"),
                                 QStringLiteral("calibrate.max_error"),
                                 QStringLiteral("compare.relative")});
    m_table->horizontalHeader()->setSectionsClickable(true);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        ComparisonView view = m_bench.views().compare.get();
        view.sortFalling = view.sortColumn == section && !view.sortFalling;
        view.sortColumn = section;
        m_bench.views().compare.set(view);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FilesView::choose);
    connect(m_table, &QTableView::activated, this, &FilesView::openInCalibrate);
    return m_table;
}

/// What the view state says becomes what is compared and how it is sorted.
void FilesView::follow() {
    const ComparisonView& view = m_bench.views().compare.get();
    m_comparison->setFiles(view.fileA, view.fileB, view.mapFile);
    m_header->refresh();
    {
        // A row that the filter takes away is no choice of the hand.
        const QScopedValueRollback restoring(m_restoring, true);
        m_sorted->setFilterFixedString(view.filter);
    }
    sortTable();
    showChosen();
}

void FilesView::sortTable() {
    const QScopedValueRollback restoring(m_restoring, true);
    const ComparisonView& view = m_bench.views().compare.get();
    const auto order = view.sortFalling ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_model->setSorted(view.sortColumn, view.sortFalling);
    m_sorted->sort(view.sortColumn, order);
}

void FilesView::refresh() {
    const QScopedValueRollback restoring(m_restoring, true);
    if (m_comparison->reports().empty()) {
        m_model->clear();
    }
    m_header->refresh();
    m_resume->setVisible(m_comparison->state() == FilesComparison::State::Stopped);
    grow();
}

void FilesView::grow() {
    {
        const QScopedValueRollback restoring(m_restoring, true);
        m_model->grow();
        m_table->fitColumns(yielding());
    }
    const QString reading = readingText();
    m_reading->setText(reading);
    m_reading->setVisible(!reading.isEmpty());
    m_totals->setText(totalsText());
    m_problem->setText(noticeText());
    showChosen();
    emit changed();
}

/// What was stopped is read again.
void FilesView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showChosen();
}

void FilesView::choose(const QModelIndex& current) {
    if (m_restoring || !current.isValid()) {
        return;
    }
    const int row = m_sorted->mapToSource(current).row();
    ComparisonView view = m_bench.views().compare.get();
    view.lookAtPair(m_model->nameOf(row));
    m_bench.views().compare.set(std::move(view));
}

void FilesView::showChosen() {
    const int row = m_model->rowOf(m_bench.views().compare->pair);
    m_calibrate->setEnabled(row >= 0);
    m_calibrate->setToolTip(row >= 0 ? tr("The tensor of A (Enter)") : tr("Choose a tensor first"));
    m_detail->show(*m_comparison,
                   row >= 0 ? std::optional(static_cast<std::size_t>(row)) : std::nullopt);
    const QModelIndex shown =
        row >= 0 ? m_sorted->mapFromSource(m_model->index(row, 0)) : QModelIndex();
    if (shown.isValid() && shown.row() != m_table->currentIndex().row()) {
        const QScopedValueRollback restoring(m_restoring, true);
        m_table->setCurrentIndex(shown);
    }
}

void FilesView::openInCalibrate() {
    const auto& opened = m_comparison->opened();
    const int row = m_model->rowOf(m_bench.views().compare->pair);
    if (!opened || row < 0) {
        return;
    }
    const std::size_t index = opened->pairing.pairs[static_cast<std::size_t>(row)].a;
    const std::string path = opened->a.file().path();
    const auto select = [this, path, index] {
        if (m_bench.file() && m_bench.file()->path() == path) {
            m_bench.selectTensor(index);
        }
    };
    if (m_bench.file() && m_bench.file()->path() == path) {
        select();
    } else {
        connect(&m_bench, &Workbench::fileChanged, this, select,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        m_bench.openFile(QString::fromStdString(path));
    }
    emit calibrateRequested();
}

/// Whether the files look like two models; empty when they do not.
QString FilesView::doubtText() const {
    const auto& opened = m_comparison->opened();
    if (!opened) {
        return {};
    }
    const auto pairs = static_cast<int>(opened->pairing.pairs.size());
    const auto all = pairs + static_cast<int>(opened->pairing.onlyInA.size());
    return pairs * 2 < all
               ? tr("Only %1 of %n tensor(s) of A have a partner in B: are they files of "
                    "one model?",
                    nullptr, all)
                     .arg(pairs)
               : QString();
}

/// What went wrong, or what the figures so far are to be read with: one line.
QString FilesView::noticeText() const {
    if (const auto& problem = m_comparison->problem()) {
        return errorText(*problem);
    }
    const DifferenceSums& sums = m_comparison->totals().sums;
    QStringList sentences{doubtText(), leftOutSentence(sums.leftOut, sums.count)};
    if (sums.count > 0 && !std::isfinite(sums.error)) {
        sentences << tr(
            "Values of B are NaN or infinite where those of A are not: an error "
            "without end.");
    }
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

/// The pair at which the reading is, or stopped, and how many follow; empty when all are read.
QString FilesView::readingText() const {
    const auto& opened = m_comparison->opened();
    const auto state = m_comparison->state();
    const std::size_t at = m_comparison->reports().size();
    const bool reading = state == FilesComparison::State::Comparing;
    const bool waits = reading || state == FilesComparison::State::Stopped;
    if (!opened || !waits || at >= opened->pairing.pairs.size()) {
        return {};
    }
    const TensorPair& pair = opened->pairing.pairs[at];
    const TensorInfo a = infoOfA(opened->a, pair);
    const auto left = static_cast<int>(opened->pairing.pairs.size() - at - 1);
    return QStringList{
        PairTableModel::shownName(opened->a.file(), a), QString::fromStdString(toString(a.shape)),
        reading ? tr("reading") : tr("not read yet"), tr("%n more to come", nullptr, left)}
        .join(QStringLiteral("   "));
}

/// Of what has been read: energy over energy of all values.
QString FilesView::totalsText() const {
    const auto& opened = m_comparison->opened();
    if (!opened) {
        return m_comparison->state() == FilesComparison::State::Opening
                   ? tr("Opening both files…")
                   : tr("Open a file and another one of the same model.");
    }
    const ComparisonTotals& totals = m_comparison->totals();
    const std::size_t all = opened->pairing.pairs.size();
    const std::size_t read = m_comparison->reports().size();
    if (read == 0) {
        return all == 0 ? tr("No tensor of A has a partner in B. Give the pairs with Mapping…")
                        : tr("Reading…");
    }
    const double sqnr = totals.sums.sqnrDb();
    QStringList parts{read < all ? tr("So far: %1 of %2 tensors").arg(read).arg(all)
                      : all == 1 ? tr("One tensor")
                                 : tr("All %1 tensors").arg(all)};
    parts << tr("%1 / %2 bits")
                 .arg(formatNumber(totals.bitsPerWeightA(), 4),
                      formatNumber(totals.bitsPerWeightB(), 4));
    parts << (isEqual(totals.sums) ? tr("equal") : withDecibels(sqnr));
    parts << tr("relative error %1").arg(formatPercent(totals.sums.relativeError()));
    parts << tr("largest %1").arg(formatNumber(totals.sums.maxAbsError(), 3));
    parts << tr("%n equal", nullptr, static_cast<int>(totals.equal));
    if (totals.failed > 0) {
        parts << tr("%n not compared", nullptr, static_cast<int>(totals.failed));
    }
    return parts.join(QStringLiteral("  ·  "));
}

void FilesView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_detail->setFixedWidth(width() < narrowView ? detailWidth * 3 / 4 : detailWidth);
}

}  // namespace zeropoint::ui
