// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/close_question.h"

#include "ui/job/job_runner.h"
#include "ui/state/progress.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace zeropoint::ui {
namespace {

class CloseQuestion {
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

}  // namespace

QStringList lostByClosing(const Workbench& bench, const QStringList& exports) {
    const TrainingSession& training = bench.training();
    QStringList lost;
    if (const RunRecord* run = training.runningRun()) {
        lost << CloseQuestion::tr("%1 is training: step %2 of %3.")
                    .arg(run->name, formatCount(run->step), formatCount(run->plan.training.steps));
    }
    int waiting = 0;
    QStringList unsaved;
    for (const RunRecord& run : training.runs()) {
        waiting += run.state == RunState::Waiting ? 1 : 0;
        if (run.unsaved() && run.state != RunState::Running) {
            unsaved << run.name;
        }
    }
    if (waiting > 0) {
        lost << CloseQuestion::tr("%n run(s) wait to train.", nullptr, waiting);
    }
    if (!unsaved.isEmpty()) {
        lost << CloseQuestion::tr(
                    "%n trained run(s) are neither saved nor on the Trade-off page: "
                    "%1.",
                    nullptr, static_cast<int>(unsaved.size()))
                    .arg(unsaved.join(QStringLiteral("; ")));
    }
    if (bench.tradeOff().running()) {
        lost << CloseQuestion::tr("The experiment %1 is running. Its finished runs are kept.")
                    .arg(bench.tradeOff().experiment());
    }
    if (!exports.isEmpty()) {
        lost << CloseQuestion::tr("%n export(s) would be left unwritten: %1.", nullptr,
                                  static_cast<int>(exports.size()))
                    .arg(exports.join(QStringLiteral("; ")));
    }
    for (const QString& job : bench.jobs().unfinished()) {
        lost << CloseQuestion::tr("%1: it is not finished, and what it found would be lost.")
                    .arg(job);
    }
    if (const int waiting = bench.progress().waiting();
        waiting > 0 && !bench.progress().folder().isEmpty()) {
        lost << CloseQuestion::tr(
            "%n answer(s) to lessons and cards could not be written to the disk yet.", nullptr,
            waiting);
    }
    return lost;
}

void askToClose(const QStringList& lost, QWidget* window, const std::function<void()>& close) {
    auto* box = new QMessageBox(QMessageBox::Warning, CloseQuestion::tr("Close Zeropoint?"),
                                lost.join(QLatin1Char('\n')), QMessageBox::NoButton, window);
    box->setObjectName(QStringLiteral("close_question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* anyway =
        box->addButton(CloseQuestion::tr("Close all the same"), QMessageBox::DestructiveRole);
    anyway->setObjectName(QStringLiteral("close_anyway"));
    auto* stay = box->addButton(CloseQuestion::tr("Stay"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("close_stay"));
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(anyway, &QPushButton::clicked, window, close);
    box->open();
}

}  // namespace zeropoint::ui
