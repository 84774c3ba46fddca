// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_page.h"

#include "core/files/atomic_file.h"
#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/save_dialog.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/whole_label.h"
#include "ui/pages/memory/advice_plot.h"
#include "ui/pages/memory/advice_view.h"
#include "ui/pages/memory/bar_table.h"
#include "ui/pages/memory/budget_card.h"
#include "ui/pages/memory/fit_view.h"
#include "ui/pages/memory/memory_chart.h"
#include "ui/pages/memory/memory_coach.h"
#include "ui/pages/memory/memory_model_card.h"
#include "ui/pages/memory/parts_card.h"
#include "ui/pages/memory/roofline_coach.h"
#include "ui/pages/memory/roofline_plot.h"
#include "ui/pages/memory/roofline_view.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/advice_study.h"
#include "ui/state/caption.h"
#include "ui/state/memory_study.h"
#include "ui/state/roofline_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/tell_written.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int leftWidth = 272;
constexpr int narrowPage = 1080;

enum Part { FitsPart, AdvicePart, SpeedPart };

/// What there is to look at: a part and its tabs, those of a small window too.
struct PageView {
    const char* name;
    Part part;
    int lower;
    int tab;
    int adviseTab;
};
constexpr PageView firstView{"", FitsPart, 0, 1, 0};
constexpr PageView pageViews[] = {
    {"assumptions", FitsPart, 2, 1, 0}, {"advice", AdvicePart, 0, 1, 0},
    {"roofline", SpeedPart, 0, 1, 0},   {"setting", FitsPart, 1, 1, 0},
    {"model", FitsPart, 0, 0, 0},       {"reasons", AdvicePart, 0, 1, 1},
    {"question", AdvicePart, 0, 0, 0}};

}  // namespace

MemoryPage::MemoryPage(Workbench& bench, QWidget* parent)
    : Page(parent), m_bench(bench), m_cards(new LazyStack), m_parts(new LazyStack) {
    m_cards->add([this] { return new PartsCard(m_bench); });
    m_cards->add([this] { return new BudgetCard(m_bench); });
    m_parts->add([this] { return new FitView(m_bench); });
    m_parts->add([this] {
        auto* advice = new AdviceView(m_bench);
        connect(advice, &AdviceView::pageRequested, this, &Page::pageRequested);
        return advice;
    });
    m_parts->add([this] { return new RooflineView(m_bench); });
    m_tabs = new Segment({tr("Model"), tr("Answer")});
    m_tabs->setObjectName(QStringLiteral("memory_tabs"));
    m_tabs->setAccessibleName(tr("What to show of the memory"));
    bindSetting(m_tabs, bench.settings(), QStringLiteral("memory.tab"));
    m_question = new QPushButton;
    m_question->setObjectName(QStringLiteral("memory_question"));
    m_question->setCheckable(true);
    setChangedSetting(m_question, QStringLiteral("memory.tab"));
    m_question->setToolTip(tr("Model, device and context of the question"));
    connect(m_question, &QPushButton::clicked, this,
            [this](bool open) { m_bench.views().memory.set(&MemoryView::tab, open ? 0 : 1); });
    m_left = buildLeft();
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_left);
    row->addWidget(m_parts, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 16);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addWidget(m_tabs);
    column->addWidget(m_question);
    column->addLayout(row, 1);
    connect(&bench.views().memory, &ViewStateSignals::changed, this, &MemoryPage::refresh);
    connect(&bench.views().memory, &ViewStateSignals::changed, this, &Page::summaryChanged);
    connect(&bench.memory(), &MemoryStudy::changed, this, &Page::summaryChanged);
    connect(&bench.memory().roofline(), &RooflineStudy::changed, this, &Page::summaryChanged);
    connect(&bench.views().memoryQuestion, &ViewStateSignals::changed, this, &MemoryPage::refresh);
    setFocusPolicy(Qt::ClickFocus);
    refresh();
}

QWidget* MemoryPage::buildLeft() {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(new MemoryModelCard(m_bench));
    column->addWidget(m_cards, 1);
    return scrolled(inside);
}

QWidget* MemoryPage::buildHeader() {
    auto* header = new QWidget;
    auto* title = new QLabel(tr("Memory"));
    title->setProperty("role", "pageTitle");
    m_part = new Segment({tr("What fits"), tr("Which setting"), tr("Why not faster")});
    m_part->setObjectName(QStringLiteral("memory_part"));
    m_part->setAccessibleName(tr("Question to the memory"));
    bindSetting(m_part, m_bench.settings(), QStringLiteral("memory.part"));
    m_subtitle = new WholeLabel(QString());
    m_subtitle->setProperty("role", "secondary");
    m_unit = new Segment({QStringLiteral("GB"), QStringLiteral("GiB")});
    m_unit->setObjectName(QStringLiteral("memory_unit"));
    m_unit->setAccessibleName(tr("Unit of memory"));
    bindSetting(m_unit, m_bench.settings(), QStringLiteral("memory.unit"));
    m_figure = new QPushButton(tr("Export figure…"));
    m_figure->setObjectName(QStringLiteral("memory_figure"));
    m_table = new QPushButton(tr("Export table…"));
    m_table->setObjectName(QStringLiteral("memory_export"));
    setAction(m_figure, QStringLiteral("memory.export_figure"));
    setAction(m_table, QStringLiteral("memory.export_table"));
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(m_part);
    row->addWidget(m_subtitle, 1);
    row->addWidget(m_unit);
    row->addWidget(m_figure);
    row->addWidget(m_table);
    connect(m_figure, &QPushButton::clicked, this, &MemoryPage::exportFigure);
    connect(m_table, &QPushButton::clicked, this, &MemoryPage::exportTable);
    return header;
}

void MemoryPage::exportFigure() {
    QFileDialog* dialog = saveDialog(this, QStringLiteral("memory_figure_dialog"),
                                     tr("Export the figure"), tr("Pictures (*.png *.svg *.pdf)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { tellWritten(m_bench, file, saveFigure(file)); });
    dialog->open();
}

void MemoryPage::exportTable() {
    QFileDialog* dialog = saveDialog(this, QStringLiteral("memory_table_dialog"),
                                     tr("Export the table"), tr("Tables (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const std::string text = toCsv(exportedTable()).toStdString();
        tellWritten(m_bench, path, replaceFile(path.toStdString(), text));
    });
    dialog->open();
}

Result<void> MemoryPage::saveFigure(const QString& file) {
    QWidget* view = m_parts->view(m_parts->shown());
    const TableContent content = exportedTable();
    if (auto* fit = qobject_cast<FitView*>(view)) {
        return chartFigure(fit->figureParts(), content.title,
                           memoryCaptionOf(m_bench, CaptionDevice::Left))
            .save(file);
    }
    if (auto* advice = qobject_cast<AdviceView*>(view)) {
        return chartFigure(advice->figureParts(), content.title, memoryCaptionOf(m_bench))
            .save(file);
    }
    const auto* roofline = static_cast<RooflineView*>(view);
    return chartFigure(roofline->figureParts(), content.title, roofline->plot()->caption())
        .save(file);
}

TableContent MemoryPage::exportedTable() {
    QWidget* view = m_parts->view(m_parts->shown());
    if (auto* advice = qobject_cast<AdviceView*>(view)) {
        return advice->plot()->table();
    }
    if (auto* roofline = qobject_cast<RooflineView*>(view)) {
        return roofline->plot()->table();
    }
    return deviceTable(m_bench.memory().answer());
}

void MemoryPage::refresh() {
    const int part = m_bench.views().memory->part;
    m_cards->showView(std::min(part, m_cards->views() - 1));
    m_parts->showView(part);
    m_subtitle->setText(part == FitsPart     ? tr("What fits where, before you download anything.")
                        : part == AdvicePart ? tr("Which setting for this model on this device?")
                                             : tr("Why is INT8 not faster?"));
    arrange();
}

/// "Llama 3.1 70B · RTX 4090 · 8 192 tokens", and where the button leads.
QString MemoryPage::questionText() const {
    const AdviceReportFacts facts = m_bench.memory().advice().facts();
    const QString asked =
        QStringList{QString::fromStdString(facts.model), QString::fromStdString(facts.device),
                    tr("%1 tokens").arg(formatCount(qulonglong(facts.context)))}
            .join(QStringLiteral(" · "));
    return m_bench.views().memory->tab == 0 ? tr("Back to the answer: %1").arg(asked)
                                            : tr("%1: change…").arg(asked);
}

void MemoryPage::arrange() {
    const bool narrow = width() < narrowPage;
    const int tab = m_bench.views().memory->tab;
    const bool asksModel = m_bench.views().memory->part != SpeedPart;
    const bool advice = m_bench.views().memory->part == AdvicePart;
    m_tabs->setVisible(narrow && asksModel && !advice);
    m_question->setVisible(narrow && advice);
    if (narrow && advice) {
        m_question->setChecked(tab == 0);
        m_question->setText(questionText());
    }
    m_left->setVisible(asksModel && (!narrow || tab == 0));
    m_parts->setVisible(!narrow || tab == 1 || !asksModel);
    m_unit->setVisible(asksModel);
    m_left->setMinimumWidth(narrow ? 0 : leftWidth);
    m_left->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : leftWidth);
    m_figure->setVisible(!narrow);
    const int margin = narrow ? 12 : 24;
    layout()->setContentsMargins(margin, 12, margin, narrow ? 12 : 16);
}

int MemoryPage::narrowBelow() const {
    return narrowPage;
}

CoachText MemoryPage::coachText() const {
    if (m_bench.views().memory->part == SpeedPart) {
        return rooflineCoach(m_bench.memory().roofline().roofline());
    }
    return memoryCoach(m_bench.memory().answer(), m_bench.views().memory.get());
}

QStringList MemoryPage::statusTexts() const {
    return {m_bench.views().memory->binary ? QStringLiteral("1 GiB = 2³⁰ bytes")
                                           : QStringLiteral("1 GB = 10⁹ bytes")};
}

QStringList MemoryPage::viewNames() const {
    QStringList names;
    for (const PageView& view : pageViews) {
        names << QLatin1String(view.name);
    }
    return names;
}

void MemoryPage::showView(int view) {
    const PageView& shown = view > 0 ? pageViews[view - 1] : firstView;
    MemoryView next = m_bench.views().memory.get();
    next.part = shown.part;
    next.lower = shown.lower;
    next.tab = shown.tab;
    next.adviseTab = shown.adviseTab;
    m_bench.views().memory.set(next);
}

void MemoryPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
}

}  // namespace zeropoint::ui
