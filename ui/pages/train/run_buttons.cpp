// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/run_buttons.h"

#include "ui/state/training_session.h"

#include <QGridLayout>
#include <QPushButton>

namespace zeropoint::ui {
namespace {

void setUsable(QPushButton* button, bool usable, const QString& does, const QString& missing) {
    button->setEnabled(usable);
    button->setToolTip(usable ? does : missing);
}

}  // namespace

RunButtons::RunButtons(TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_queue(new QPushButton),
      m_pause(new QPushButton),
      m_step(new QPushButton(tr("Step"))),
      m_stop(new QPushButton(tr("Stop"))) {
    m_queue->setProperty("role", "primary");
    m_queue->setObjectName(QStringLiteral("train_queue"));
    m_pause->setObjectName(QStringLiteral("train_pause"));
    m_step->setObjectName(QStringLiteral("train_step"));
    m_stop->setObjectName(QStringLiteral("train_stop"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->addWidget(m_queue, 0, 0, 1, 3);
    grid->addWidget(m_pause, 1, 0);
    grid->addWidget(m_step, 1, 1);
    grid->addWidget(m_stop, 1, 2);
    connect(m_queue, &QPushButton::clicked, &session, &TrainingSession::queueRun);
    connect(m_pause, &QPushButton::clicked, this, &RunButtons::togglePause);
    connect(m_step, &QPushButton::clicked, &session, &TrainingSession::step);
    connect(m_stop, &QPushButton::clicked, &session, &TrainingSession::stop);
    connect(&session, &TrainingSession::runsChanged, this, &RunButtons::refresh);
    connect(&session, &TrainingSession::selectionChanged, this, &RunButtons::refresh);
    connect(&session, &TrainingSession::nextChanged, this, &RunButtons::refresh);
    refresh();
}

void RunButtons::togglePause() {
    if (m_session.runningRun() != nullptr) {
        m_session.pause();
    } else {
        m_session.resume();
    }
}

void RunButtons::refresh() {
    const bool running = m_session.runningRun() != nullptr;
    const RunRecord* selected = m_session.selectedRun();
    const bool paused = !running && selected != nullptr && selected->state == RunState::Paused;
    const RunRecord* stoppable = m_session.stoppable();
    m_queue->setText(running ? tr("Queue run") : tr("Start run"));
    setUsable(m_queue, m_session.draft().ready(), tr("Train with these settings (N)"),
              tr("A setting does not work yet"));
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    setUsable(m_pause, running || paused, paused ? tr("Go on (Space)") : tr("Pause (Space)"),
              tr("No run is training"));
    setUsable(m_step, paused || (!running && m_session.draft().ready()),
              paused ? tr("One training step") : tr("Start a run with one step and pause"),
              tr("Pause the run first"));
    const bool waits = stoppable != nullptr && stoppable->state == RunState::Waiting;
    setUsable(
        m_stop, stoppable != nullptr,
        stoppable == nullptr ? QString()
        : waits              ? tr("Take %1 out of the queue").arg(stoppable->name)
                             : tr("End %1; it keeps its curves").arg(stoppable->name),
        selected == nullptr ? tr("No run is training") : tr("%1 is over").arg(selected->name));
}

}  // namespace zeropoint::ui
