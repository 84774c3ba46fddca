// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace zeropoint::ui {

class TrainingSession;

/// Queue, pause or resume, one step, stop.
class RunButtons : public QWidget {
    Q_OBJECT

public:
    explicit RunButtons(TrainingSession& session, QWidget* parent = nullptr);

    /// What Space does: pause what trains, resume what is paused.
    void togglePause();

private:
    void refresh();

    TrainingSession& m_session;
    QPushButton* m_queue;
    QPushButton* m_pause;
    QPushButton* m_step;
    QPushButton* m_stop;
};

}  // namespace zeropoint::ui
