// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/scatter_card.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/form_arrows.h"
#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/segment.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/run_style.h"
#include "ui/plots/trade_off_plot.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/trade_off.h"
#include "ui/text/run_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace zeropoint::ui {
namespace {

constexpr double legendMarkerSize = 10;

std::vector<Legend::Entry> entriesOf(const std::set<MethodKind>& methods) {
    std::vector<Legend::Entry> entries;
    entries.reserve(methods.size());
    for (const MethodKind method : methods) {
        entries.push_back({Legend::Mark::Shape,
                           [method](const Theme& theme) { return runColor(theme, method).fill; },
                           methodTitle(method), runMarker(method, legendMarkerSize),
                           [method](const Theme& theme) { return runColor(theme, method).line; }});
    }
    return entries;
}

/// What the bars vary: of one seed there are only the test items.
QString barsText(const std::vector<RunSummary>& runs) {
    std::size_t fewest = runs.empty() ? 0 : runs.front().seeds.size();
    std::size_t most = fewest;
    for (const RunSummary& run : runs) {
        fewest = std::min(fewest, run.seeds.size());
        most = std::max(most, run.seeds.size());
    }
    if (most <= 1) {
        return ScatterCard::tr("bars: 95 % interval over the test items");
    }
    return fewest == most
               ? ScatterCard::tr("bars: 95 % interval over %1 seeds and the test items").arg(most)
               : ScatterCard::tr(
                     "bars: 95 % interval over a run's %1 to %2 seeds and the test items")
                     .arg(fewest)
                     .arg(most);
}

}  // namespace

ScatterCard::ScatterCard(TradeOff& tradeOff, ViewState<RunChoice>& choice, QWidget* parent)
    : QFrame(parent),
      m_tradeOff(tradeOff),
      m_choice(choice),
      m_experiment(new QComboBox),
      m_size(new Segment({tr("All weights"), tr("Linear layers")})),
      m_legend(new Legend),
      m_what(new QLabel),
      m_empty(new QLabel(
          tr("Runs appear here as they finish. Run an experiment to begin, or look at one that "
             "came with the program."))),
      m_plot(new TradeOffPlot),
      m_all(makeShowAll()) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Accuracy against size"));
    title->setProperty("role", "cardTitle");
    m_what->setObjectName(QStringLiteral("tradeoff_bars"));
    m_what->setProperty("role", "caption");
    setHowKnown(m_what, QStringLiteral("tradeoff.accuracy"));
    m_empty->setProperty("role", "secondary");
    m_empty->setAlignment(Qt::AlignCenter);
    m_experiment->setObjectName(QStringLiteral("tradeoff_experiment"));
    m_experiment->setAccessibleName(tr("Experiment"));
    setAnchor(m_experiment, QStringLiteral("tradeoff.experiment"));
    m_experiment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_size->setObjectName(QStringLiteral("tradeoff_size"));
    m_size->setAccessibleName(tr("What counts as size"));
    setAnchor(m_size, QStringLiteral("tradeoff.size"));
    m_plot->setObjectName(QStringLiteral("tradeoff_plot"));
    m_plot->setToolTip(tr("Drag a rectangle to look closer"));
    setAnchor(m_plot, QStringLiteral("tradeoff.zoom"));
    auto* header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(title);
    header->addWidget(m_experiment);
    header->addStretch();
    header->addWidget(m_size);
    QToolButton* table = makeTable();
    header->addWidget(m_all);
    header->addWidget(table);
    new FormArrows({m_experiment, m_size, m_all, table});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 6);
    column->setSpacing(6);
    auto* key = new QHBoxLayout;
    key->addWidget(m_legend, 1);
    key->addWidget(m_what);
    column->addLayout(header);
    column->addLayout(key);
    column->addWidget(m_plot, 1);
    column->addWidget(m_empty, 1);
    connectSignals();
    refresh();
    look();
}

QToolButton* ScatterCard::makeTable() {
    auto* table = new QToolButton;
    table->setProperty("role", "button");
    table->setText(tr("Table"));
    table->setObjectName(QStringLiteral("tradeoff_table"));
    table->setToolTip(tr("Show the points as a table"));
    connect(table, &QToolButton::clicked, this, &ScatterCard::showTable);
    return table;
}

QToolButton* ScatterCard::makeShowAll() {
    auto* all = new QToolButton;
    all->setProperty("role", "button");
    all->setText(tr("Show all"));
    all->setObjectName(QStringLiteral("tradeoff_show_all"));
    setAction(all, QStringLiteral("tradeoff.show_all"));
    all->setToolTip(
        tr("Drag a rectangle in the chart, or press +, to look closer; this button, a "
           "double click or Escape shows all runs again"));
    connect(all, &QToolButton::clicked, m_plot, &TradeOffPlot::lookAtAll);
    return all;
}

void ScatterCard::look() {
    m_plot->look(m_choice->zoom);
    m_all->setEnabled(m_choice->zoom.has_value());
}

void ScatterCard::connectSignals() {
    connect(m_plot, &TradeOffPlot::partChosen, this,
            [this](const auto& part) { m_choice.set(&RunChoice::zoom, part); });
    connect(&m_choice, &ViewStateSignals::changed, this, &ScatterCard::look);
    connect(m_experiment, &QComboBox::activated, this, [this](int index) {
        if (const QString name = m_experiment->itemData(index).toString(); !name.isEmpty()) {
            m_tradeOff.setExperiment(name);
        }
    });
    connect(m_size, &Segment::chosen, this, [this](int index) {
        m_tradeOff.setSizeOf(index == 0 ? SizeOf::AllWeights : SizeOf::LinearLayers);
    });
    connect(m_plot, &TradeOffPlot::chosen, &m_tradeOff, &TradeOff::select);
    connect(m_plot, &TradeOffPlot::opened, this, &ScatterCard::opened);
    Highlight& highlight = m_tradeOff.highlight();
    connect(m_plot, &TradeOffPlot::hovered, &highlight, &Highlight::setRun);
    connect(&highlight, &Highlight::runChanged, m_plot,
            [this, &highlight] { m_plot->setHovered(highlight.run()); });
    connect(&m_tradeOff, &TradeOff::runsChanged, this, &ScatterCard::refresh);
    connect(&m_tradeOff, &TradeOff::selectionChanged, this, &ScatterCard::refresh);
}

void ScatterCard::refresh() {
    {
        const QSignalBlocker blocker(m_experiment);
        m_experiment->clear();
        if (m_tradeOff.experiment().isEmpty()) {
            m_experiment->addItem(tr("Choose an experiment"));
        }
        for (const QString& name : m_tradeOff.experiments()) {
            m_experiment->addItem(name, name);
        }
        m_experiment->setCurrentIndex(std::max(0, m_experiment->findData(m_tradeOff.experiment())));
        m_experiment->setVisible(m_experiment->count() > 0);
    }
    const auto& runs = m_tradeOff.summaries();
    std::set<MethodKind> methods;
    for (const RunSummary& run : runs) {
        methods.insert(run.method);
    }
    m_legend->setEntries(entriesOf(methods));
    m_legend->setVisible(!runs.empty());
    m_what->setText(barsText(runs));
    m_plot->setVisible(!runs.empty());
    m_empty->setVisible(runs.empty());
    m_what->setVisible(!runs.empty());
    const bool linear = m_tradeOff.sizeOf() == SizeOf::LinearLayers;
    m_size->setCurrent(linear ? 1 : 0);
    m_plot->show(runs, m_tradeOff.selected(), linear);
}

QString ScatterCard::caption() const {
    return QStringList{m_tradeOff.experiment(), m_what->text(),
                       tr("filled: no other run is both smaller and more accurate; hollow: "
                          "another is")}
        .join(QStringLiteral(" · "));
}

QList<QWidget*> ScatterCard::figureParts() const {
    return {m_legend, m_plot};
}

void ScatterCard::showTable() {
    TableContent content{tr("Accuracy against size"),
                         {tr("run"), tr("seeds"), tr("bytes"), tr("bits a weight"), tr("accuracy"),
                          tr("low"), tr("high"), tr("loss")},
                         {}};
    for (const RunSummary& run : m_tradeOff.summaries()) {
        content.rows.append({QString::fromStdString(run.name), qulonglong{run.seeds.size()},
                             run.sizeBytes, run.bitsPerWeight, run.accuracy, run.accuracyCi95.low,
                             run.accuracyCi95.high, run.loss});
    }
    showChartTable(std::move(content), figureParts(), caption(), this);
}

}  // namespace zeropoint::ui
