// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"

#include <QAbstractTableModel>

#include <vector>

namespace zeropoint::ui {

class TrainingSession;

/// The runs of the Train page, one row each.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Line, Name, Status, Step, Loss, Accuracy, Size, Trained, Time, ColumnCount };
    enum Role {
        MethodRole = Qt::UserRole,  ///< MethodKind as int
        StateRole,                  ///< RunState as int
        ShareRole,                  ///< of the steps that are done, 0 to 1
    };

    explicit RunTableModel(const TrainingSession& session, QObject* parent = nullptr);

    RunId idAt(int row) const { return m_ids.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeRuns();
    static QString text(const RunRecord& run, int column);
    static QString statusOf(const RunRecord& run);

    const TrainingSession& m_session;
    std::vector<RunId> m_ids;  ///< of the rows
};

}  // namespace zeropoint::ui
