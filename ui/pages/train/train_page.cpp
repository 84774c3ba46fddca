// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_page.h"

#include "ui/actions/actions.h"
#include "ui/controls/arrow_group.h"
#include "ui/controls/save_dialog.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/whole_label.h"
#include "ui/pages/train/curves_card.h"
#include "ui/pages/train/inside_card.h"
#include "ui/pages/train/model_card.h"
#include "ui/pages/train/model_diagram.h"
#include "ui/pages/train/next_run_card.h"
#include "ui/pages/train/run_buttons.h"
#include "ui/pages/train/runs_card.h"
#include "ui/pages/train/train_coach.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int insideWidth = 300;
constexpr int summaryMilliseconds = 250;
constexpr int nextWidth = 264;
constexpr int narrowWidth = 1200;  ///< of the page: curves, runs and the inside become tabs
constexpr int lowHeight = 700;     ///< of the page: the diagram shows one block and scrolls
constexpr int diagramOfOneBlock = 176;
constexpr int diagramOfTwoBlocks = 300;
constexpr int highHeight = 740;  ///< from here on there is room for what the method costs
constexpr int costsHeight = 40;
constexpr int aroundDiagram = 48;  ///< the card's padding and its bar to scroll

enum Tab { CurvesTab, RunsTab, InsideTab };

/// What there is to look at: in a small window the tab, and what the card inside shows.
struct PageView {
    const char* name;
    Tab tab;
    int inside;
    int insight;
};
constexpr PageView firstView{"", CurvesTab, InsideCard::Predictions, 0};
constexpr PageView pageViews[] = {{"attention", InsideTab, InsideCard::Attention, 0},
                                  {"layer", InsideTab, InsideCard::Layer, 0},
                                  {"qat", InsideTab, InsideCard::Insight, 0},
                                  {"codes", InsideTab, InsideCard::Insight, 1},
                                  {"gradient", InsideTab, InsideCard::Insight, 2},
                                  {"scale", InsideTab, InsideCard::Insight, 3},
                                  {"output", InsideTab, InsideCard::Predictions, 0},
                                  {"runs", RunsTab, InsideCard::Predictions, 0}};

}  // namespace

TrainPage::TrainPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_session(bench.training()),
      m_model(new ModelCard(m_session)),
      m_curves(new CurvesCard(m_session)),
      m_runs(new RunsCard(m_session)),
      m_inside(new InsideCard(bench)),
      m_next(new NextRunCard(m_session)) {
    m_parts = new QGridLayout;
    m_parts->setHorizontalSpacing(16);
    m_parts->setVerticalSpacing(12);
    m_parts->setColumnStretch(0, 1);
    m_parts->setRowStretch(1, 1);
    m_left = buildLeft();
    m_nextCard = buildNext();
    m_parts->addWidget(m_model, 0, 0, 1, 2);
    m_parts->addWidget(m_left, 1, 0);
    m_parts->addWidget(m_nextCard, 1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 16);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addLayout(m_parts, 1);
    connectSignals();
    setFocusPolicy(Qt::ClickFocus);
    arrange();
}

QWidget* TrainPage::buildHeader() {
    auto* header = new QWidget;
    auto* title = new QLabel(tr("Train"));
    title->setProperty("role", "pageTitle");
    auto* subtitle = new WholeLabel(tr("A small transformer learns in front of you."));
    subtitle->setProperty("role", "secondary");
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(subtitle, 1);
    QList<QWidget*> buttons;
    for (const char* part : {"remove", "open", "save", "save_quantized", "add"}) {
        auto* button = new QPushButton;
        button->setObjectName(QStringLiteral("train_") + QLatin1String(part));
        bindAction(button, m_bench, QStringLiteral("train.") + QLatin1String(part));
        row->addWidget(button);
        buttons << button;
    }
    (new ArrowGroup(header))->setMembers(buttons);
    connect(m_runs, &RunsCard::removeRequested, &m_session, &TrainingSession::removeSelected);
    return header;
}

QWidget* TrainPage::buildLeft() {
    auto* left = new QWidget;
    m_tabs = new Segment({tr("Curves"), tr("Runs"), tr("Inside")});
    m_tabs->setObjectName(QStringLiteral("train_tabs"));
    m_tabs->setAccessibleName(tr("What to show of the runs"));
    bindSetting(m_tabs, m_bench.settings(), QStringLiteral("train.tab"));
    auto* charts = new QVBoxLayout;
    charts->setSpacing(12);
    charts->addWidget(m_curves, 3);
    charts->addWidget(m_runs, 2);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(charts);
    row->addWidget(m_inside);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_tabs);
    column->addLayout(row, 1);
    connect(&m_bench.views().train, &ViewStateSignals::changed, this, &TrainPage::arrange);
    return left;
}

QWidget* TrainPage::buildNext() {
    auto* next = new QFrame;
    next->setProperty("role", "card");
    next->setFixedWidth(nextWidth);
    auto* title = new QLabel(tr("Next run"));
    title->setProperty("role", "cardTitle");
    auto* column = new QVBoxLayout(next);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addWidget(title);
    // Tab comes to the buttons before the long form above them.
    column->addWidget(new RunButtons(m_bench));
    column->insertWidget(1, m_next, 1);
    return next;
}

void TrainPage::connectSignals() {
    connect(m_model->diagram(), &ModelDiagram::nodeSelected, this, &TrainPage::lookAtNode);
    connect(m_model->diagram(), &ModelDiagram::nodeActivated, this, &TrainPage::openNode);
    followHighlight();
    connect(m_inside, &InsideCard::calibrateRequested, this, &TrainPage::openNode);
    // Steps come faster than the window's pause before it words a summary, so not each is told.
    auto* beat = new QTimer(this);
    beat->setSingleShot(true);
    beat->setInterval(summaryMilliseconds);
    connect(beat, &QTimer::timeout, this, &Page::summaryChanged);
    connect(&m_session, &TrainingSession::progressed, beat, [beat] {
        if (!beat->isActive()) {
            beat->start();
        }
    });
    for (const auto signal : {&TrainingSession::runsChanged, &TrainingSession::selectionChanged,
                              &TrainingSession::nextChanged}) {
        connect(&m_session, signal, this, &Page::summaryChanged);
    }
}

void TrainPage::arrange() {
    const bool narrow = width() < narrowWidth;
    const int tab = m_bench.views().train->tab;
    m_tabs->setVisible(narrow);
    m_curves->setVisible(!narrow || tab == CurvesTab);
    m_runs->setVisible(!narrow || tab == RunsTab);
    m_inside->setVisible(!narrow || tab == InsideTab);
    m_inside->setMinimumWidth(narrow ? 0 : insideWidth);
    m_inside->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : insideWidth);
    const bool costs = !narrow && height() >= highHeight;
    m_model->setCostsVisible(costs);
    m_model->setFixedHeight(height() < lowHeight ? diagramOfOneBlock
                                                 : diagramOfTwoBlocks + (costs ? costsHeight : 0));
    const int margin = narrow ? 12 : 24;
    layout()->setContentsMargins(margin, 12, margin, narrow ? 12 : 16);
    placeForm(width() - 2 * margin - nextWidth - m_parts->horizontalSpacing());
}

/// The form is long: it stands beside the diagram too where all of that fits into what is left.
void TrainPage::placeForm(int left) {
    const bool whole = left >= m_model->diagram()->minimumSizeHint().width() + aroundDiagram;
    if (whole == m_wholeForm) {
        return;
    }
    m_wholeForm = whole;
    m_parts->removeWidget(m_model);
    m_parts->removeWidget(m_nextCard);
    m_parts->addWidget(m_model, 0, 0, 1, whole ? 1 : 2);
    m_parts->addWidget(m_nextCard, whole ? 0 : 1, 1, whole ? 2 : 1, 1);
}

/// What is pointed at or chosen on another page is the diagram's too, and the other way.
void TrainPage::followHighlight() {
    ModelDiagram* diagram = m_model->diagram();
    Highlight& highlight = m_bench.tradeOff().highlight();
    connect(diagram, &ModelDiagram::hovered, &highlight, &Highlight::setLayer);
    connect(&highlight, &Highlight::layerChanged, diagram,
            [diagram, &highlight] { diagram->setHighlight(highlight.layer()); });
    connect(&highlight, &Highlight::chosenLayerChanged, this, &TrainPage::followLayer);
    // Another model may have the part that this one lacks.
    connect(&m_session, &TrainingSession::selectionChanged, this, &TrainPage::followLayer);
    connect(&m_session, &TrainingSession::nextChanged, this, &TrainPage::followLayer);
    followLayer();
}

void TrainPage::followLayer() {
    m_model->diagram()->select(m_bench.tradeOff().highlight().chosenLayer().toStdString());
    const DiagramNode* node = m_model->diagram()->selected();
    m_inside->setNode(node);
    m_next->setNode(node);
}

void TrainPage::lookAtNode() {
    const DiagramNode* node = m_model->diagram()->selected();
    m_bench.tradeOff().highlight().chooseLayer(
        node == nullptr ? QString() : QString::fromStdString(node->id()));
    TrainView view = m_bench.views().train.get();
    view.tab = InsideTab;
    view.inside = InsideCard::Layer;
    m_bench.views().train.set(view);
    const RunRecord* run = m_session.selectedRun();
    if (node == nullptr || node->weight.empty() || run == nullptr || !run->snapshot) {
        return;
    }
    m_bench.adoptWeight({run->sessionKey(), node->weight});
}

void TrainPage::openNode() {
    const DiagramNode* node = m_model->diagram()->selected();
    const RunRecord* run = m_session.selectedRun();
    if (node != nullptr && !node->weight.empty() && run != nullptr && run->snapshot) {
        emit pageRequested(QStringLiteral("calibrate"));
    }
}

void TrainPage::saveCheckpoint() {
    askWhere(QStringLiteral("checkpoint_save_dialog"), tr("Save the run"),
             &TrainingSession::saveCheckpoint);
}

void TrainPage::saveQuantized() {
    askWhere(QStringLiteral("quantized_save_dialog"), tr("Save the quantized model"),
             &TrainingSession::saveQuantized);
}

void TrainPage::askWhere(const QString& name, const QString& title,
                         void (TrainingSession::*save)(const QString& file)) {
    QFileDialog* dialog = saveDialog(this, name, title, tr("Checkpoints (*.safetensors)"));
    connect(dialog, &QFileDialog::fileSelected, &m_session, save);
    dialog->open();
}

void TrainPage::openCheckpoint() {
    auto* dialog = new QFileDialog(this, tr("Open a checkpoint"), QString(),
                                   tr("Checkpoints (*.safetensors)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("checkpoint_open_dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_session, &TrainingSession::openCheckpoint);
    dialog->open();
}

int TrainPage::narrowBelow() const {
    return narrowWidth;
}

CoachText TrainPage::coachText() const {
    return trainCoach(m_session);
}

QStringList TrainPage::statusTexts() const {
    const RunRecord* run = m_session.selectedRun();
    const NextRun& plan = run != nullptr ? run->plan : m_session.next();
    QStringList texts;
    if (const RunRecord* trains = m_session.runningRun()) {
        texts << tr("step %1 of %2")
                     .arg(formatCount(trains->step), formatCount(trains->plan.training.steps));
        if (trains->stepsPerSecond > 0) {
            texts << tr("%1 examples/s").arg(formatNumber(trains->examplesPerSecond(), 3));
        }
    }
    if (run != nullptr && run->step > 0 && !run->kept() && run->method() != MethodKind::Ptq) {
        texts << (run->unsaved() ? tr("not saved") : tr("saved"));
    }
    texts << (plan.threads == 0 ? tr("all processors")
                                : tr("%n thread(s)", nullptr, static_cast<int>(plan.threads)))
          << tr("seed %1").arg(plan.training.seed);
    return texts;
}

QStringList TrainPage::viewNames() const {
    QStringList names;
    for (const PageView& view : pageViews) {
        names << QLatin1String(view.name);
    }
    return names;
}

void TrainPage::showView(int view) {
    if (m_model->diagram()->selected() == nullptr && view > 0) {
        m_bench.tradeOff().highlight().chooseLayer(QStringLiteral("layers.0.ff1"));
    }
    const PageView& shown = view > 0 ? pageViews[view - 1] : firstView;
    TrainView next = m_bench.views().train.get();
    next.tab = shown.tab;
    next.inside = shown.inside;
    next.insight = shown.insight;
    m_bench.views().train.set(next);
}

void TrainPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    m_session.retry();
}

void TrainPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
}

}  // namespace zeropoint::ui
