// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/scan_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/how_known.h"
#include "ui/controls/notice.h"
#include "ui/controls/row_table.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/pages/compare/scan_table_model.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/heat_plot.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/left_out_words.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"
#include "ui/text/tensor_title.h"
#include "ui/text/unit_number.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace zeropoint::ui {
namespace {

constexpr int mapHeight = 190;

}  // namespace

ScanView::ScanView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_scan(new ModelScan(bench, this)),
      m_model(new ScanTableModel(*m_scan, this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_table(new RowTable),
      m_leftOut(new Notice),
      m_totals(new QLabel) {
    m_leftOut->setObjectName(QStringLiteral("scan_left_out"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ScanTableModel::SortRole);
    m_table->setObjectName(QStringLiteral("scan_table"));
    m_table->setAccessibleName(tr("Weights under each setting"));
    m_table->setModel(m_sorted);
    m_table->fitColumns({ScanTableModel::ShapeColumn, ScanTableModel::Peak});
    setHowKnownColumns(m_table,
                       {{}, {}, QStringLiteral("compare.peak"), QStringLiteral("calibrate.sqnr")});
    m_table->horizontalHeader()->setSectionsClickable(true);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &ScanView::sortBy);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        open(m_sorted->mapToSource(index).row(), index.column() - ScanTableModel::FirstSetting);
    });
    m_totals->setProperty("role", "secondary");
    m_totals->setObjectName(QStringLiteral("scan_totals"));
    auto* card = new QFrame;
    card->setProperty("role", "card");
    auto* rows = new QVBoxLayout(card);
    rows->setContentsMargins(16, 10, 16, 10);
    rows->setSpacing(8);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_totals);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buildBar());
    column->addWidget(m_leftOut);
    column->addWidget(card, 1);
    column->addWidget(buildMap());
    connect(m_scan, &ModelScan::changed, this, &ScanView::refresh);
    connect(m_scan, &ModelScan::grew, this, &ScanView::grow);
    connect(&bench, &Workbench::fileChanged, this, &ScanView::refresh);
    connect(&bench, &Workbench::compareChanged, this, &ScanView::refresh);
    connect(&bench.views().compare, &ViewStateSignals::changed, this, &ScanView::sortTable);
    sortTable();
    refresh();
}

QWidget* ScanView::buildBar() {
    auto* bar = new QWidget;
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("scan_start"));
    m_start->setProperty("role", "primary");
    setAction(m_start, QStringLiteral("compare.scan"));
    connect(m_start, &QPushButton::clicked, m_scan, &ModelScan::start);
    m_resume = new QPushButton(tr("Go on"));
    m_resume->setObjectName(QStringLiteral("scan_resume"));
    setAction(m_resume, QStringLiteral("compare.resume_scan"));
    connect(m_resume, &QPushButton::clicked, m_scan, &ModelScan::resume);
    m_hint = new QLabel;
    m_hint->setProperty("role", "secondary");
    m_hint->setObjectName(QStringLiteral("scan_hint"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_start);
    row->addWidget(m_resume);
    row->addWidget(m_hint, 1);
    return bar;
}

QWidget* ScanView::buildMap() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    auto* title = new QLabel(tr("SQNR by weight and setting"));
    title->setProperty("role", "cardTitle");
    auto* hint = new QLabel(tr("Brighter is better. A click opens the weight in Calibrate."));
    hint->setProperty("role", "secondary");
    auto* header = new QHBoxLayout;
    header->setSpacing(12);
    header->addWidget(title);
    header->addWidget(hint, 1);
    m_map = new HeatPlot(tr("SQNR of every weight under every setting"),
                         [](double value) { return withDecibels(value); });
    m_map->setObjectName(QStringLiteral("scan_map"));
    m_map->setFixedHeight(mapHeight);
    m_map->setEmptyText(tr("Every weight becomes a column here when the model is scanned"));
    connect(m_map, &HeatPlot::clicked, this,
            [this](int setting, int weight) { open(weight, setting); });
    header->addWidget(withFigure(tableButton(m_map), m_map, [this] { return caption(); }));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(6);
    column->addLayout(header);
    column->addWidget(m_map);
    return card;
}

void ScanView::refresh() {
    if (m_scan->weights().empty()) {
        m_model->clear();
        sortTable();  // there may be other columns now
    }
    const auto& file = m_bench.file();
    const bool scanning = m_scan->state() == ModelScan::State::Scanning;
    m_start->setText(m_scan->weights().empty() ? tr("Scan the model") : tr("Scan again"));
    m_start->setEnabled(file != nullptr && !scanning);
    m_start->setToolTip(file ? QString() : tr("Open a model first"));
    m_resume->setVisible(m_scan->state() == ModelScan::State::Stopped);
    const QString name =
        file ? QFileInfo(QString::fromStdString(file->path())).fileName() : QString();
    m_hint->setText(!file ? tr("Open a model to see every weight of it under the settings of the "
                               "columns.")
                    : !m_scan->weights().empty() && m_scan->outdated()
                        ? tr("The model or the settings have changed since it was scanned.")
                        : tr("Every weight of %1 under the settings of the columns.").arg(name));
    grow();
}

void ScanView::grow() {
    m_model->grow();
    m_table->fitColumns({ScanTableModel::ShapeColumn, ScanTableModel::Peak});
    m_totals->setText(totalsText());
    m_leftOut->setText(leftOutText());
    HeatScene scene;
    scene.logarithmic = false;
    scene.xTitle = tr("weight, in the file's order");
    const auto& settings = m_scan->settings();
    for (std::size_t setting = 0; setting < settings.size(); ++setting) {
        scene.rows << tr("%1 %2").arg(columnLetter(static_cast<int>(setting)),
                                      settingName(settings[setting]));
        std::vector<float> cells;
        for (const ScannedWeight& weight : m_scan->weights()) {
            const double sqnr = setting < weight.reports.size()
                                    ? weight.reports[setting].sqnrDb
                                    : std::numeric_limits<double>::quiet_NaN();
            cells.push_back(std::isfinite(sqnr) ? static_cast<float>(sqnr)
                                                : std::numeric_limits<float>::quiet_NaN());
        }
        scene.cells.push_back(std::move(cells));
    }
    for (const ScannedWeight& weight : m_scan->weights()) {
        scene.columns << tensorTitle(*m_scan->file(), weight.index);
    }
    m_map->show(scene);
    emit changed();
}

void ScanView::sortBy(int section) {
    ComparisonView view = m_bench.views().compare.get();
    view.scanSortFalling =
        view.scanSortColumn == section ? !view.scanSortFalling : section == ScanTableModel::Peak;
    view.scanSortColumn = section;
    m_bench.views().compare.set(view);
}

/// As the view state says; a column that is not there leaves the file's order.
void ScanView::sortTable() {
    const ComparisonView& view = m_bench.views().compare.get();
    const int column = view.scanSortColumn < m_model->columnCount() ? view.scanSortColumn : -1;
    m_model->setSorted(column, view.scanSortFalling);
    m_sorted->sort(column, view.scanSortFalling ? Qt::DescendingOrder : Qt::AscendingOrder);
}

QString ScanView::caption() const {
    const auto& file = m_scan->file();
    if (!file) {
        return {};
    }
    QStringList parts{QFileInfo(shownText(file->path())).fileName(), m_totals->text(),
                      m_leftOut->text()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void ScanView::open(int weight, int setting) {
    if (weight < 0 || weight >= static_cast<int>(m_scan->weights().size()) ||
        m_scan->file() != m_bench.file()) {
        return;
    }
    m_bench.selectTensor(m_scan->weights()[static_cast<std::size_t>(weight)].index);
    const auto at = static_cast<std::size_t>(setting);
    if (setting >= 0 && at < m_scan->settings().size()) {
        m_bench.setScheme(m_scan->settings()[at]);
    }
    emit calibrateRequested();
}

/// The values are the same under every setting.
QString ScanView::leftOutText() const {
    if (m_scan->totals().empty()) {
        return {};
    }
    const ErrorReport& total = m_scan->totals().front();
    return leftOutSentence(total.nan + total.infinite, total.count);
}

QString ScanView::totalsText() const {
    const std::size_t read = m_scan->weights().size();
    if (read == 0) {
        return m_scan->state() == ModelScan::State::Scanning ? tr("Reading…") : QString();
    }
    const std::size_t all = m_scan->weightsInFile();
    QStringList parts{read < all ? tr("So far: %1 of %2 weights").arg(read).arg(all)
                      : all == 1 ? tr("One weight")
                                 : tr("All %1 weights").arg(all)};
    for (std::size_t i = 0; i < m_scan->totals().size(); ++i) {
        const ErrorReport& total = m_scan->totals()[i];
        parts << tr("%1 %2 dB, %3 bits, %4")
                     .arg(columnLetter(static_cast<int>(i)), formatNumber(total.sqnrDb, 3),
                          formatNumber(total.bitsPerWeight, 3), formatBytes(total.bytes));
    }
    return parts.join(QStringLiteral("  ·  "));
}

}  // namespace zeropoint::ui
