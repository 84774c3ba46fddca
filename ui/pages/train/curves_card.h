// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class Notice;
class RunCurvesPlot;
class TrainingSession;

/// Loss and accuracy of all runs, live.
class CurvesCard : public QFrame {
    Q_OBJECT

public:
    explicit CurvesCard(TrainingSession& session, QWidget* parent = nullptr);

    void showTable();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLayout* makeGrid();
    void refresh();
    void refreshSpeed();

    TrainingSession& m_session;
    bool m_stale = true;  ///< drawn before the runs changed
    RunCurvesPlot* m_loss;
    RunCurvesPlot* m_accuracy;
    QLabel* m_what;
    QLabel* m_speed;
    Notice* m_notice;
};

}  // namespace zeropoint::ui
