// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/trade_off_page.h"

#include "ui/actions/actions.h"
#include "ui/actions/button_action.h"
#include "ui/controls/add_to_compare.h"
#include "ui/controls/arrow_group.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/save_dialog.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/whole_label.h"
#include "ui/pages/tradeoff/compare_view.h"
#include "ui/pages/tradeoff/experiment_question.h"
#include "ui/pages/tradeoff/live_view.h"
#include "ui/pages/tradeoff/results_card.h"
#include "ui/pages/tradeoff/scatter_card.h"
#include "ui/pages/tradeoff/sensitivity_view.h"
#include "ui/pages/tradeoff/trade_off_actions.h"
#include "ui/pages/tradeoff/trade_off_coach.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/trade_off_plot.h"
#include "ui/state/layer_study.h"
#include "ui/state/runs/experiment_clock.h"
#include "ui/state/runs/next_run_of.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/shipped_files.h"
#include "ui/state/tell_written.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int sideWidth = 320;
constexpr int narrowWidth = 1100;  ///< of the page: the side becomes a tab

enum Tab { ChartTab, LayersTab };

/// As high as the page gives it, however long the texts in it are.
class Side : public QFrame {
public:
    bool hasHeightForWidth() const override { return false; }
};

}  // namespace

TradeOffPage::TradeOffPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_tradeOff(bench.tradeOff()),
      m_scatter(new ScatterCard(m_tradeOff, bench.views().runs)),
      m_results(new ResultsCard(bench)) {
    m_tabs = new Segment({tr("Chart"), tr("Layers")});
    m_tabs->setObjectName(QStringLiteral("tradeoff_tabs"));
    m_tabs->setAccessibleName(tr("What to show above the table"));
    bindSetting(m_tabs, bench.settings(), QStringLiteral("tradeoff.tab"));
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(m_scatter, 1);
    top->addWidget(buildSide());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 16);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addWidget(m_tabs);
    column->addLayout(top, 3);
    column->addWidget(m_results, 2);
    connectSignals();
    setFocusPolicy(Qt::ClickFocus);
    refreshRun();
    arrange();
}

QWidget* TradeOffPage::buildHeader() {
    auto* header = new QWidget;
    auto* title = new QLabel(tr("Trade-off"));
    title->setProperty("role", "pageTitle");
    auto* subtitle = new WholeLabel(tr("Which runs give the most accuracy for their size?"));
    subtitle->setObjectName(QStringLiteral("tradeoff_subtitle"));
    subtitle->setProperty("role", "secondary");
    const auto button = [this](const char* part) {
        auto* made = new QPushButton;
        made->setObjectName(QStringLiteral("tradeoff_") + QLatin1String(part));
        bindAction(made, m_bench, QStringLiteral("tradeoff.") + QLatin1String(part));
        return made;
    };
    auto* compare = new AddToCompare(m_bench, [this] { return weightScheme(); });
    setAction(compare, QStringLiteral("tradeoff.add_to_compare"));
    compare->setObjectName(QStringLiteral("tradeoff_add_to_compare"));
    for (const auto signal : {&TradeOff::runsChanged, &TradeOff::selectionChanged}) {
        connect(&m_tradeOff, signal, compare, &AddToCompare::refresh);
    }
    m_wide = {compare, button("copy"), button("save_quantized"), button("remove")};
    QPushButton* open = button("open");
    open->setProperty("role", "primary");
    m_run = buildRunMenu();
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(subtitle, 1);
    // The button that grows with a run's name is the first: no other one moves.
    QList<QWidget*> members{open};
    members << QList<QWidget*>(m_wide.begin(), m_wide.end());
    members << button("figure") << button("csv") << m_run << (m_more = buildMoreMenu());
    for (QWidget* member : members) {
        row->addWidget(member);
    }
    (new ArrowGroup(header))->setMembers(members);
    return header;
}

/// What a narrow header has no room for.
QToolButton* TradeOffPage::buildMoreMenu() {
    auto* button = new QToolButton;
    button->setProperty("role", "button");
    button->setText(tr("More"));
    button->setObjectName(QStringLiteral("tradeoff_more"));
    button->setToolTip(tr("What else can be done with the chosen run"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    for (const char* part : {"copy", "save_quantized", "remove"}) {
        menu->addAction(
            Actions::of(m_bench).menuAction(QStringLiteral("tradeoff.") + QLatin1String(part)));
    }
    auto* compare = static_cast<QPushButton*>(m_wide.front());
    QAction* add = menu->addAction(compare->text(), compare, &QPushButton::click);
    connect(menu, &QMenu::aboutToShow, add, [add, compare] {
        add->setEnabled(compare->isEnabled());
        add->setToolTip(compare->toolTip());
    });
    button->setMenu(menu);
    return button;
}

QToolButton* TradeOffPage::buildRunMenu() {
    auto* button = new QToolButton;
    button->setProperty("role", "button");
    button->setText(tr("Run an experiment"));
    button->setObjectName(QStringLiteral("tradeoff_run"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, &TradeOffPage::timeExperiments);
    connect(&m_tradeOff.clock(), &ExperimentClock::changed, &Actions::of(m_bench),
            &Actions::refresh);
    const Actions& actions = Actions::of(m_bench);
    for (const ShippedExperiment& shipped : shippedExperiments()) {
        menu->addAction(actions.menuAction(lookActionName(shipped)));
        menu->addAction(actions.menuAction(runActionName(shipped)));
    }
    menu->addSeparator();
    menu->addAction(actions.menuAction(QStringLiteral("tradeoff.run_file")));
    button->setMenu(menu);
    return button;
}

/// The menu says how long each takes as soon as that is known.
void TradeOffPage::timeExperiments() {
    for (const ShippedExperiment& shipped : shippedExperiments()) {
        m_tradeOff.clock().ask(shipped.id, [id = shipped.id, folder = m_tradeOff.folder()] {
            return shippedExperiment(id, folder);
        });
    }
}

QWidget* TradeOffPage::buildSide() {
    auto* side = new Side;
    side->setProperty("role", "card");
    m_side = side;
    m_views = new Segment({tr("Sensitivity"), tr("Live"), tr("Compare")});
    m_views->setObjectName(QStringLiteral("tradeoff_views"));
    m_views->setAccessibleName(tr("What to look at in the layers"));
    bindSetting(m_views, m_bench.settings(), QStringLiteral("tradeoff.side"));
    m_stack = new LazyStack;
    m_stack->add([this] { return scrolled(new SensitivityView(m_bench)); });
    m_stack->add([this] { return scrolled(new LiveView(m_bench)); });
    m_stack->add([this] { return scrolled(new CompareView(m_tradeOff)); });
    m_stack->showView(m_bench.views().tradeOff->side);
    // Whatever it shows, the table below keeps its share.
    side->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_views);
    column->addWidget(m_stack, 1);
    return side;
}

void TradeOffPage::connectSignals() {
    connect(&m_bench.views().tradeOff, &ViewStateSignals::changed, this, &TradeOffPage::arrange);
    connect(m_scatter, &ScatterCard::opened, this, &TradeOffPage::openInTrain);
    connect(m_results, &ResultsCard::opened, this, &TradeOffPage::openInTrain);
    for (const auto signal :
         {&TradeOff::runsChanged, &TradeOff::selectionChanged, &TradeOff::runningChanged}) {
        connect(&m_tradeOff, signal, this, &Page::summaryChanged);
    }
    connect(&m_tradeOff, &TradeOff::runningChanged, this, &TradeOffPage::refreshRun);
}

void TradeOffPage::runFile() {
    auto* dialog =
        new QFileDialog(this, tr("Open an experiment"), QString(), tr("Experiments (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("experiment_dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { askAbout(readExperimentSpec(file.toStdString())); });
    dialog->open();
}

/// Nobody knows how long a file's experiment takes.
void TradeOffPage::askAbout(const Result<ExperimentSpec>& spec) {
    if (spec) {
        askToRun(*spec, m_tradeOff, this, [this, spec] { begin(spec); });
    } else {
        m_bench.report(spec.error());
    }
}

void TradeOffPage::begin(const Result<ExperimentSpec>& spec) {
    if (spec) {
        m_tradeOff.run(*spec);
    } else {
        m_bench.report(spec.error());
    }
}

void TradeOffPage::exportFigure() {
    QFileDialog* dialog = saveDialog(this, QStringLiteral("figure_dialog"), tr("Export the figure"),
                                     tr("Pictures (*.png *.svg *.pdf)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const Figure figure = chartFigure(m_scatter->figureParts(), tr("Accuracy against size"),
                                          m_scatter->caption());
        tellWritten(m_bench, file, figure.save(file));
    });
    dialog->open();
}

void TradeOffPage::exportCsv() {
    QFileDialog* dialog =
        saveDialog(this, QStringLiteral("csv_dialog"), tr("Export the runs"), tr("Tables (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, &m_tradeOff, &TradeOff::exportCsv);
    dialog->open();
}

void TradeOffPage::saveQuantized() {
    QFileDialog* dialog =
        saveDialog(this, QStringLiteral("quantized_save_dialog"), tr("Save the quantized model"),
                   tr("Checkpoints (*.safetensors)"));
    connect(dialog, &QFileDialog::fileSelected, &m_tradeOff,
            [this, name = m_tradeOff.selected()](const QString& file) {
                m_tradeOff.saveQuantized(name, file);
            });
    dialog->open();
}

/// A spec of one run and one seed: 'zeropoint-cli experiment' makes the same bits of it.
void TradeOffPage::copySettings() {
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(m_tradeOff.settingsOf(m_tradeOff.selected())));
}

void TradeOffPage::openSelected() {
    openInTrain(m_tradeOff.selected());
}

/// Its settings become the next run of the Train page, which looks at its model as soon as that is
/// open.
void TradeOffPage::openInTrain(const QString& name) {
    const std::string settings = m_tradeOff.settingsOf(name);
    if (settings.empty()) {
        return;
    }
    const auto spec = experimentSpecFromJson(settings);
    if (!spec) {
        m_bench.report(spec.error());
        return;
    }
    m_bench.training().replaceNext(nextRunOf(*spec), name);
    m_bench.training().select(RunId::None);
    m_tradeOff.fetch(name);
    emit pageRequested(QStringLiteral("train"));
}

/// How the selected run stores the weights of its layers; nothing where it leaves them as they are.
std::optional<QuantScheme> TradeOffPage::weightScheme() const {
    const std::string settings = m_tradeOff.settingsOf(m_tradeOff.selected());
    const auto spec = settings.empty() ? Result<ExperimentSpec>(fail(ErrorCode::NotFound, ""))
                                       : experimentSpecFromJson(settings);
    if (!spec || spec->runs.empty()) {
        return std::nullopt;
    }
    const MethodKind method = spec->runs.front().method;
    const bool quantizes = method == MethodKind::Ptq || method == MethodKind::Qat;
    return quantizes ? spec->runs.front().recipe.base.weight : std::nullopt;
}

void TradeOffPage::refreshRun() {
    m_run->setEnabled(!m_tradeOff.running());
    m_run->setToolTip(m_tradeOff.running() ? tr("An experiment is running")
                                           : tr("Its runs appear as they finish"));
}

void TradeOffPage::arrange() {
    const bool narrow = width() < narrowWidth;
    const int tab = m_bench.views().tradeOff->tab;
    m_stack->showView(m_bench.views().tradeOff->side);
    m_tabs->setVisible(narrow);
    m_scatter->setVisible(!narrow || tab == ChartTab);
    m_side->setVisible(!narrow || tab == LayersTab);
    m_side->setMinimumWidth(narrow ? 0 : sideWidth);
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : sideWidth);
    for (QWidget* wide : m_wide) {
        wide->setVisible(!narrow);
    }
    m_more->setVisible(narrow);
    const int margin = narrow ? 12 : 24;
    layout()->setContentsMargins(margin, 12, margin, narrow ? 12 : 16);
}

int TradeOffPage::narrowBelow() const {
    return narrowWidth;
}

CoachText TradeOffPage::coachText() const {
    return tradeOffCoach(m_tradeOff);
}

QStringList TradeOffPage::statusTexts() const {
    return {tr("%n run(s)", nullptr, static_cast<int>(m_tradeOff.runs().size()))};
}

QStringList TradeOffPage::viewNames() const {
    return {QStringLiteral("live"), QStringLiteral("compare"), QStringLiteral("layers")};
}

void TradeOffPage::showView(int view) {
    TradeOffView next = m_bench.views().tradeOff.get();
    next.side = view % 3;
    next.tab = view > 0 ? LayersTab : ChartTab;
    m_bench.views().tradeOff.set(next);
}

void TradeOffPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    m_tradeOff.retry();
}

void TradeOffPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
}

}  // namespace zeropoint::ui
