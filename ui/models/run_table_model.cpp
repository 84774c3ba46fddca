// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_table_model.h"

#include "ui/state/training_session.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr QChar none(0x2013);

QString stateText(const RunRecord& run) {
    switch (run.state) {
        case RunState::Waiting:
            return RunTableModel::tr("waiting");
        case RunState::Running:
            return RunTableModel::tr("training");
        case RunState::Paused:
            return RunTableModel::tr("paused");
        case RunState::Finished:
            return RunTableModel::tr("done");
        case RunState::Stopped:
            return RunTableModel::tr("stopped");
        case RunState::Failed:
            return RunTableModel::tr("failed");
    }
    return {};
}

double share(const RunRecord& run) {
    const auto steps = static_cast<double>(run.plan.training.steps);
    return steps > 0 ? static_cast<double>(run.step) / steps : 0;
}

}  // namespace

RunTableModel::RunTableModel(const TrainingSession& session, QObject* parent)
    : QAbstractTableModel(parent), m_session(session) {
    connect(&session, &TrainingSession::runsChanged, this, &RunTableModel::takeRuns);
    connect(&session, &TrainingSession::progressed, this, [this](RunId run) {
        const int row = m_session.list().rowOf(run);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
    takeRuns();
}

void RunTableModel::takeRuns() {
    std::vector<RunId> ids;
    for (const RunRecord& run : m_session.runs()) {
        ids.push_back(run.id);
    }
    // One run comes or goes at a time; ids say where.
    const auto [before, after] = std::mismatch(m_ids.begin(), m_ids.end(), ids.begin(), ids.end());
    const int row = static_cast<int>(before - m_ids.begin());
    if (ids.size() == m_ids.size() + 1 && std::equal(before, m_ids.end(), after + 1, ids.end())) {
        beginInsertRows({}, row, row);
        m_ids = std::move(ids);
        endInsertRows();
    } else if (ids.size() + 1 == m_ids.size() &&
               std::equal(before + 1, m_ids.end(), after, ids.end())) {
        beginRemoveRows({}, row, row);
        m_ids = std::move(ids);
        endRemoveRows();
    } else if (ids != m_ids) {
        beginResetModel();
        m_ids = std::move(ids);
        endResetModel();
    }
    if (!m_ids.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

/// Loss and accuracy of a run that was stopped between two evaluations are those of the last one.
QString RunTableModel::statusOf(const RunRecord& run) {
    const bool older = !run.open() && !run.kept() && !run.evaluations.empty() &&
                       run.evaluations.back().step != run.step;
    return older ? tr("%1; figures of step %2")
                       .arg(stateText(run), formatCount(run.evaluations.back().step))
                 : stateText(run);
}

QString RunTableModel::text(const RunRecord& run, int column) {
    const bool evaluated = !run.evaluations.empty();
    switch (column) {
        case Name:
            return runTitle(run);
        case Status:
            return statusOf(run);
        case Step:
            // Nothing is trained where a sample is quantized as it stands.
            return run.method() == MethodKind::Ptq && run.plan.start == StartFrom::Sample
                       ? QString(none)
                       : formatCount(run.step);
        case Loss:
            return evaluated ? formatNumber(run.evaluations.back().testLoss, 3) : QString(none);
        case Accuracy:
            return evaluated ? withPercent(run.evaluations.back().accuracy) : QString(none);
        case Size:
            return QString::number(static_cast<double>(run.facts.bytes) / 1000, 'f', 1);
        case Trained:
            return formatCount(run.facts.trained);
        case Time:
            return run.seconds > 0 && run.method() != MethodKind::Ptq
                       ? tr("%1 s").arg(run.seconds, 0, 'f', 0)
                       : QString(none);
        default:
            return {};
    }
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RunRecord& run = m_session.runs()[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return text(run, index.column());
        case Qt::ToolTipRole:
            return run.error                  ? errorText(*run.error)
                   : index.column() == Status ? statusOf(run)
                                              : runTitle(run);
        case Qt::TextAlignmentRole:
            return index.column() >= Step ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                          : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        case MethodRole:
            return static_cast<int>(run.method());
        case StateRole:
            return static_cast<int>(run.state);
        case ShareRole:
            return share(run);
        default:
            return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section >= Step ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                               : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString titles[] = {QString(),      tr("Run"),      tr("Status"),  tr("Step"), tr("Loss"),
                              tr("Accuracy"), tr("Size, KB"), tr("Trained"), tr("Time")};
    return titles[section];
}

}  // namespace zeropoint::ui
