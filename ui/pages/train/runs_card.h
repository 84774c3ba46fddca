// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class RowTable;
class RunTableModel;
class TrainingSession;

/// All runs; the current row is the run that the page looks at.
class RunsCard : public QFrame {
    Q_OBJECT

public:
    explicit RunsCard(TrainingSession& session, QWidget* parent = nullptr);

signals:
    void removeRequested();  ///< of the selected run, by Delete

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void shareWidth();
    void followSelection();

    TrainingSession& m_session;
    RunTableModel* m_model;
    RowTable* m_table;
    QLabel* m_empty;
};

}  // namespace zeropoint::ui
