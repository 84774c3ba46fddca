// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/curves_card.h"

#include "ui/controls/how_known.h"
#include "ui/controls/notice.h"
#include "ui/controls/whole_label.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/run_curves_plot.h"
#include "ui/state/caption.h"
#include "ui/state/training_session.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"
#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

RunCurve lossCurve(const RunRecord& run, bool selected) {
    RunCurve curve{run.name, run.method(), selected, {}, {}, {}, {}, {}};
    for (const EvaluationReport& report : run.evaluations) {
        curve.steps.append(static_cast<double>(report.step));
        curve.values.append(report.testLoss);
    }
    if (selected) {
        for (const LossPoint& point : run.losses.points()) {
            curve.fineSteps.append(static_cast<double>(point.step));
            curve.fineValues.append(point.loss);
        }
    }
    if (!curve.values.isEmpty()) {
        curve.last = formatNumber(curve.values.constLast(), 3);
    }
    return curve;
}

RunCurve accuracyCurve(const RunRecord& run, bool selected) {
    RunCurve curve{run.name, run.method(), selected, {}, {}, {}, {}, {}};
    for (const EvaluationReport& report : run.evaluations) {
        curve.steps.append(static_cast<double>(report.step));
        curve.values.append(report.accuracy * 100);
    }
    if (!curve.values.isEmpty()) {
        curve.last = withPercent(run.evaluations.back().accuracy);
    }
    return curve;
}

}  // namespace

CurvesCard::CurvesCard(TrainingSession& session, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_loss(new RunCurvesPlot(RunCurvesPlot::Figure::Loss)),
      m_accuracy(new RunCurvesPlot(RunCurvesPlot::Figure::Accuracy)),
      m_what(new QLabel),
      m_speed(new WholeLabel(QString())),
      m_notice(new Notice(this)) {
    setProperty("role", "card");
    m_loss->setObjectName(QStringLiteral("loss_curves"));
    m_accuracy->setObjectName(QStringLiteral("accuracy_curves"));
    m_notice->setObjectName(QStringLiteral("run_notice"));
    m_notice->floatOver(this, Qt::BottomEdge);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 6);
    column->setSpacing(4);
    column->addLayout(makeGrid(), 1);
    connect(&session, &TrainingSession::progressed, this, &CurvesCard::refresh);
    connect(&session, &TrainingSession::runsChanged, this, &CurvesCard::refresh);
    connect(&session, &TrainingSession::selectionChanged, this, &CurvesCard::refresh);
    connect(&session, &TrainingSession::nextChanged, this, &CurvesCard::refresh);
    refresh();
}

QLayout* CurvesCard::makeGrid() {
    const auto title = [](const QString& text) {
        auto* label = new QLabel(text);
        label->setProperty("role", "cardTitle");
        return label;
    };
    auto* lossDetail = new WholeLabel(tr("log scale; thin: each training step"));
    lossDetail->setProperty("role", "secondary");
    m_what->setProperty("role", "secondary");
    m_what->setObjectName(QStringLiteral("accuracy_kind"));
    m_speed->setFont(monoFont(12));
    m_speed->setProperty("role", "secondary");
    m_speed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_speed->setObjectName(QStringLiteral("train_speed"));
    setHowKnown(m_speed, QStringLiteral("train.time"));
    auto* table = new QToolButton;
    table->setProperty("role", "button");
    table->setText(tr("Table"));
    table->setObjectName(QStringLiteral("curves_table"));
    table->setToolTip(tr("Show the curves as a table"));
    connect(table, &QToolButton::clicked, this, &CurvesCard::showTable);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    const auto head = [](QLabel* name, QLabel* detail) {
        auto* row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(name);
        row->addWidget(detail, 1);
        return row;
    };
    grid->addLayout(head(title(tr("Test loss")), lossDetail), 0, 0);
    QHBoxLayout* right = head(title(tr("Accuracy")), m_what);
    right->addWidget(m_speed, 1);
    right->addWidget(table);
    grid->addLayout(right, 0, 1);
    grid->addWidget(m_loss, 1, 0);
    grid->addWidget(m_accuracy, 1, 1);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

/// What nobody sees is drawn once it is seen.
void CurvesCard::refresh() {
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    std::vector<RunCurve> losses;
    std::vector<RunCurve> accuracies;
    const RunRecord* chosen = m_session.selectedRun();
    const TaskKind task = (chosen != nullptr ? chosen->plan : m_session.next()).task.kind;
    double steps = chosen != nullptr ? 1 : static_cast<double>(m_session.next().training.steps);
    for (const RunRecord& run : m_session.runs()) {
        if (run.plan.task.kind != task) {
            continue;  // losses of different tasks are not comparable
        }
        losses.push_back(lossCurve(run, &run == chosen));
        accuracies.push_back(accuracyCurve(run, &run == chosen));
        steps = std::max(steps, static_cast<double>(run.plan.training.steps));
    }
    const double now =
        chosen != nullptr && chosen->active() ? static_cast<double>(chosen->step) : 0;
    m_loss->show(std::move(losses), steps, now);
    m_accuracy->show(std::move(accuracies), steps, now);
    m_what->setText(task == TaskKind::Sort     ? tr("whole sequences right")
                    : task == TaskKind::Digits ? tr("test digits right")
                                               : tr("next characters right"));
    m_notice->setText(chosen != nullptr && chosen->error ? errorText(*chosen->error) : QString());
    refreshSpeed();
}

void CurvesCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    if (m_stale) {
        refresh();
    }
}

void CurvesCard::refreshSpeed() {
    const RunRecord* run = m_session.runningRun();
    if (run == nullptr) {
        m_speed->clear();
    } else if (run->stepsPerSecond > 0) {
        m_speed->setText(tr("%1 steps/s").arg(formatNumber(run->stepsPerSecond, 3)));
        m_speed->setToolTip(
            tr("%1 examples a second").arg(formatNumber(run->examplesPerSecond(), 3)));
    }
}

void CurvesCard::showTable() {
    QStringList columns{tr("step")};
    for (const RunCurve& curve : m_loss->curves()) {
        columns << tr("%1, test loss").arg(curve.name);
    }
    for (const RunCurve& curve : m_accuracy->curves()) {
        columns << tr("%1, accuracy in %").arg(curve.name);
    }
    QVector<QVector<double>> rows = m_loss->table();
    const QVector<QVector<double>> accuracies = m_accuracy->table();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rows[i].append(accuracies[i].mid(1));
    }
    const RunRecord* run = m_session.selectedRun();
    showChartTable(tableContent(tr("Loss and accuracy"), columns, rows), {m_loss, m_accuracy},
                   run == nullptr ? QString() : captionOf(*run), this);
}

}  // namespace zeropoint::ui
