// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/break_it_tab.h"

#include "core/data/dataset.h"
#include "core/training/task.h"
#include "ui/controls/how_known.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/setting_binding.h"
#include "ui/job/job_runner.h"
#include "ui/state/runs/training_worker.h"
#include "ui/state/views.h"
#include "ui/text/bug_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"
#include "ui/theme/fonts.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int widestShown = 8;
constexpr int rowHeight = 20;
constexpr int namePixels = 12;

/// In a cell that has no figure, or none yet.
QString nothing() {
    return QStringLiteral("–");
}

enum Column { Names, Right, Broken };
enum Row { Scale, MadeWith, ReadWith, SampleCode, SampleBack, ZeroBack, Sqnr, Changed, Model };

QString figure(double value) {
    return formatNumber(value, 6);
}

QString back(const BugGrid& grid, double x) {
    return figure(grid.valueOf(grid.codeOf(x)));
}

}  // namespace

BreakItTab::BreakItTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("Break it"), parent),
      m_choice(new QComboBox),
      m_story(new QLabel),
      m_place(new QLabel),
      m_table(new QTableWidget) {
    setObjectName(QStringLiteral("break_it_tab"));
    buildChoice();
    buildTable();
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(scrolled(makeStory()), 2);
    row->addWidget(m_table, 3);
    column()->addLayout(row, 1);
    connect(&bench.views().calibrate, &ViewStateSignals::changed, this, &BreakItTab::changed);
    connect(&bench, &Workbench::sampleChanged, this, &BreakItTab::changed);
}

void BreakItTab::buildChoice() {
    m_choice->setObjectName(QStringLiteral("break_it_bug"));
    m_choice->setAccessibleName(tr("Bug that is made again"));
    for (const HistoricBug bug : historicBugs()) {
        m_choice->addItem(bugTitle(bug));
    }
    bindSetting(m_choice, bench().settings(), QStringLiteral("calibrate.bug"));
    addToHeader(m_choice);
}

QWidget* BreakItTab::makeStory() {
    m_story->setObjectName(QStringLiteral("break_it_story"));
    setHowKnown(m_story, QStringLiteral("calibrate.bug"));
    m_place->setObjectName(QStringLiteral("break_it_place"));
    setHowKnown(m_place, QStringLiteral("calibrate.bug_model"));
    m_place->setProperty("role", "secondary");
    auto* whole = new QWidget;
    auto* side = new QVBoxLayout(whole);
    side->setContentsMargins(0, 0, 0, 0);
    for (QLabel* line : {m_story, m_place}) {
        line->setWordWrap(true);
        side->addWidget(line);
    }
    side->addStretch(1);
    return whole;
}

void BreakItTab::buildTable() {
    m_table->setObjectName(QStringLiteral("break_it_table"));
    m_table->setAccessibleName(tr("The tensor and a model done right and with the bug"));
    const QStringList rows = {tr("Scale"),
                              tr("Zero point, made with"),
                              tr("Zero point, read with"),
                              {},
                              {},
                              tr("0 comes back as"),
                              tr("SQNR"),
                              tr("Values read otherwise"),
                              tr("Model’s right answers")};
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({QString(), tr("done right"), tr("with the bug")});
    m_table->setRowCount(static_cast<int>(rows.size()));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFont(monoFont(11));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Names, QHeaderView::ResizeToContents);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    for (int row = 0; row < rows.size(); ++row) {
        name(row, rows[row]);
    }
    setHowKnownAt(
        m_table,
        [this](const QPoint& at) {
            QModelIndex index = m_table->indexAt(m_table->viewport()->mapFrom(m_table, at));
            index = index.isValid() ? index : m_table->currentIndex();
            const QString name =
                index.isValid() ? m_table->item(index.row(), Names)->text() : QString();
            return HowKnownAnswer{
                index.isValid() && index.row() == Model ? QStringLiteral("calibrate.bug_model")
                                                        : QStringLiteral("calibrate.bug"),
                index.isValid()
                    ? name + QStringLiteral(": ") + m_table->item(index.row(), Right)->text() +
                          QStringLiteral(" → ") + m_table->item(index.row(), Broken)->text()
                    : name};
        },
        false);
}

std::optional<int> BreakItTab::bits() const {
    const NumberFormat* format = findNumberFormat(bench().scheme().format);
    return format != nullptr && format->kind == FormatKind::Integer && format->bits <= widestShown
               ? std::optional(format->bits)
               : std::nullopt;
}

HistoricBug BreakItTab::bug() const {
    return historicBugs()[std::size_t(bench().views().calibrate->bug)];
}

void BreakItTab::follow() {
    m_story->setText(bugStory(bug()));
    m_place->setText(tr("Last line: %1.").arg(bugPlace(bug())));
    const auto wide = bits();
    setHint(
        wide ? tr("%1 bits from min-max, one scale and zero point for the whole tensor").arg(*wide)
             : QString(),
        QStringLiteral("calibrate.bug"));
    showUnless(wide ? QString()
                    : tr("These bugs are made with integer codes: choose INT with 2 to 8 bits in "
                         "the scheme."),
               {m_table});
    const bool known = wide && m_replay && m_replay->broken.bug == bug() && m_bits == *wide &&
                       m_source == bench().source();
    if (!known) {
        m_replay.reset();
    }
    showTensor();
    showModel();
}

void BreakItTab::work() {
    if (bits()) {
        replayOnTensor();
        replayOnModel();
    }
}

void BreakItTab::replayOnTensor() {
    const auto wide = bits();
    if (!wide || m_replay) {
        return;
    }
    measure(
        tr("Making a bug again"),
        [source = bench().source(), bits = *wide, bug = bug()](const Execution& execution) {
            return replayTensor(source->tensor.values(), bits, bug, execution);
        },
        [this, bits = *wide](const TensorReplay& replay) {
            m_source = bench().source();
            m_bits = bits;
            m_replay = replay;
            showTensor();
        });
}

/// Half a second, once a bug.
void BreakItTab::replayOnModel() {
    if (m_effects.contains(bug())) {
        return;
    }
    bench().jobs().start(
        tr("Making a bug again in a model"), QStringLiteral("model"),
        [bug = bug()](const Execution& execution) -> Result<BugEffect> {
            const auto model = shippedCheckpoint(TaskKind::Sort);
            if (!model) {
                return tl::unexpected(model.error());
            }
            const auto data = openTask(model->info.task, model->model.config().context);
            return data ? bugEffect(model->model, **data, bug, execution)
                        : tl::unexpected(data.error());
        },
        this,
        [this, bug = bug()](const Result<BugEffect>& effect) {
            if (effect) {
                m_effects[bug] = *effect;
                showModel();
            } else if (effect.error().code != ErrorCode::Cancelled) {
                setProblem(errorText(effect.error()));
            }
        });
}

void BreakItTab::put(int row, const QString& right, const QString& broken) {
    const std::pair<int, QString> texts[] = {{Right, right}, {Broken, broken}};
    for (const auto& [column, text] : texts) {
        auto* item = new QTableWidgetItem(text);
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
    QFont font = m_table->font();
    font.setBold(right != broken);
    m_table->item(row, Broken)->setFont(font);
}

void BreakItTab::name(int row, const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setFont(textFont(namePixels));
    m_table->setItem(row, Names, item);
}

void BreakItTab::showTensor() {
    const double sample = bench().sample();
    name(SampleCode, tr("Code of %1").arg(formatNumber(sample)));
    name(SampleBack, tr("%1 comes back as").arg(formatNumber(sample)));
    m_table->setRowHidden(ZeroBack, sample == 0);  // it would say the same once more
    if (!m_replay) {
        for (int row = Scale; row < Model; ++row) {
            put(row, nothing(), nothing());
        }
        return;
    }
    const BugGrid& right = m_replay->right;
    const BugGrid& broken = m_replay->broken;
    put(Scale, figure(right.scale), figure(broken.scale));
    put(MadeWith, figure(right.zero), figure(broken.zero));
    put(ReadWith, figure(right.stored), figure(broken.stored));
    put(SampleCode, figure(right.codeOf(sample)), figure(broken.codeOf(sample)));
    put(SampleBack, back(right, sample), back(broken, sample));
    put(ZeroBack, back(right, 0), back(broken, 0));
    put(Sqnr, withDecibels(m_replay->sqnrRight, 4), withDecibels(m_replay->sqnrBroken, 4));
    put(Changed, formatCount(0),
        formatPercent(double(m_replay->changed) / double(m_replay->count)));
    m_table->item(Changed, Broken)
        ->setToolTip(
            tr("%1 of %2").arg(formatCount(m_replay->changed), formatCount(m_replay->count)));
}

void BreakItTab::showModel() {
    const auto found = m_effects.find(bug());
    if (found == m_effects.end()) {
        put(Model, nothing(), nothing());
        return;
    }
    put(Model, withPercent(found->second.accuracyRight), withPercent(found->second.accuracyBroken));
}

}  // namespace zeropoint::ui
