// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trade_off_model.h"

#include "ui/state/run_form.h"
#include "ui/state/trade_off.h"
#include "ui/text/numbers.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

const RunSummary* fullRun(const std::vector<RunSummary>& runs) {
    const auto found = std::find_if(runs.begin(), runs.end(), [](const RunSummary& run) {
        return run.method == MethodKind::Full;
    });
    return found == runs.end() ? nullptr : &*found;
}

QString percent(double share) {
    return QString::number(share * 100, 'f', 1);
}

}  // namespace

TradeOffModel::TradeOffModel(const TradeOff& tradeOff, QObject* parent)
    : QAbstractTableModel(parent), m_tradeOff(tradeOff) {
    connect(&tradeOff, &TradeOff::runsChanged, this, &TradeOffModel::takeRuns);
    takeRuns();
}

void TradeOffModel::takeRuns() {
    beginResetModel();
    const auto& runs = m_tradeOff.summaries();
    m_order.clear();
    for (int i = 0; i < static_cast<int>(runs.size()); ++i) {
        m_order.append(i);
    }
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        return runs[static_cast<std::size_t>(a)].sizeBytes >
               runs[static_cast<std::size_t>(b)].sizeBytes;
    });
    endResetModel();
}

int TradeOffModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int TradeOffModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TradeOffModel::nameAt(int row) const {
    const auto& runs = m_tradeOff.summaries();
    return row < 0 || row >= m_order.size()
               ? QString()
               : QString::fromStdString(runs[static_cast<std::size_t>(m_order[row])].name);
}

int TradeOffModel::rowOf(const QString& name) const {
    for (int row = 0; row < m_order.size(); ++row) {
        if (nameAt(row) == name) {
            return row;
        }
    }
    return -1;
}

QString TradeOffModel::text(std::size_t index, int column) const {
    const RunSummary& run = m_tradeOff.summaries()[index];
    const RunSummary* full = fullRun(m_tradeOff.summaries());
    switch (column) {
        case Name:
            return QString::fromStdString(run.name);
        case Method:
            return methodTitle(run.method);
        case Scheme:
            return QString::fromStdString(run.scheme);
        case Seeds:
            return QString::number(run.seeds.size());
        case Size:
            return QString::number(run.sizeBytes / 1000, 'f', 1);
        case Smaller:
            return full == nullptr || run.sizeBytes <= 0
                       ? QString()
                       : QStringLiteral("%1×").arg(full->sizeBytes / run.sizeBytes, 0, 'f', 1);
        case Bits:
            return QString::number(run.bitsPerWeight, 'f', 2);
        case Accuracy:
            return QStringLiteral("%1 ± %2").arg(
                percent(run.accuracy), percent((run.accuracyCi95.high - run.accuracyCi95.low) / 2));
        case Against:
            return full == nullptr ? QString()
                                   : formatSigned((run.accuracy - full->accuracy) * 100, 3);
        case Front:
            return run.onFront             ? tr("front")
                   : run.indistinguishable ? tr("not distinguishable")
                                           : QString();
        default:
            return {};
    }
}

QVariant TradeOffModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto at = static_cast<std::size_t>(m_order[index.row()]);
    const RunSummary& run = m_tradeOff.summaries()[at];
    switch (role) {
        case Qt::DisplayRole:
            return text(at, index.column());
        case Qt::ToolTipRole:
            return run.indistinguishable
                       ? tr("Beaten, but its interval overlaps that of a run on the front")
                       : QString();
        case MethodRole:
            return static_cast<int>(run.method);
        case FrontRole:
            return run.onFront;
        default:
            return {};
    }
}

QVariant TradeOffModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section >= Seeds && section != Front ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                    : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString titles[] = {
        QString(),         tr("Run"),          tr("Method"),     tr("Scheme"),
        tr("Seeds"),       tr("Size, KB"),     tr("Smaller by"), tr("Bits a weight"),
        tr("Accuracy, %"), tr("Against FP32"), QString()};
    return titles[section];
}

}  // namespace zeropoint::ui
