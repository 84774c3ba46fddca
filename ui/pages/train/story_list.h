// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_stories.h"

#include <QWidget>

class QLabel;
class QListWidgetItem;

namespace zeropoint::ui {

class ChoiceList;
class TrainingSession;

/// The ready stories of the Train page: a click queues all runs of one.
class StoryList : public QWidget {
    Q_OBJECT

public:
    explicit StoryList(TrainingSession& session, QWidget* parent = nullptr);

private:
    void tell(const QListWidgetItem* item);

    TrainingSession& m_session;
    ChoiceList* m_list;
    QLabel* m_shared;  ///< what all runs of the story have in common
};

}  // namespace zeropoint::ui
