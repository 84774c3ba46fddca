// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_stories.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidgetItem;
class QTimer;

namespace zeropoint::ui {

class ChoiceList;
class ExperimentClock;
class JobRunner;
class TrainingSession;

/// The ready stories of the Train page: a click queues all runs of one. Each says how long it will
/// take on this machine, which is timed while the list is seen and nothing trains.
class StoryList : public QWidget {
    Q_OBJECT

public:
    explicit StoryList(TrainingSession& session, QWidget* parent = nullptr);
    ~StoryList() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void tell(const QListWidgetItem* item);
    void timeStories();
    void showTimes();

    TrainingSession& m_session;
    std::unique_ptr<JobRunner> m_jobs;
    ExperimentClock* m_clock;
    QTimer* m_calm;  ///< until something is timed: who only passes by waits for nothing
    ChoiceList* m_list;
    QLabel* m_shared;  ///< what all runs of the story have in common
};

}  // namespace zeropoint::ui
