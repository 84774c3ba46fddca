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

/// What a column is sorted by; words are compared as they are shown.
double keyOf(const RunSummary& run, int column) {
    switch (column) {
        case TradeOffModel::Seeds:
            return static_cast<double>(run.seeds.size());
        case TradeOffModel::Size:
            return run.sizeBytes;
        case TradeOffModel::Smaller:
            return -run.sizeBytes;
        case TradeOffModel::Bits:
            return run.bitsPerWeight;
        case TradeOffModel::Accuracy:
        case TradeOffModel::Against:
            return run.accuracy;
        case TradeOffModel::Front:
            return run.onFront ? 2 : run.indistinguishable ? 1 : 0;
        default:
            return 0;
    }
}

QString percent(double share) {
    return QString::number(share * 100, 'f', 1);
}

}  // namespace

TradeOffModel::TradeOffModel(const TradeOff& tradeOff, QObject* parent)
    : QAbstractTableModel(parent), m_tradeOff(tradeOff) {
    connect(&tradeOff, &TradeOff::runsChanged, this, &TradeOffModel::takeRuns);
    connect(&tradeOff.highlight(), &Highlight::runChanged, this, &TradeOffModel::showHover);
    takeRuns();
}

void TradeOffModel::takeRuns() {
    beginResetModel();
    m_rows.clear();
    for (const RunSummary& run : m_tradeOff.summaries()) {
        m_rows.push_back(&run);
    }
    for (const RunSummary& run : m_tradeOff.unfinished()) {
        if (m_tradeOff.summary(QString::fromStdString(run.name)) == nullptr) {
            m_rows.push_back(&run);
        }
    }
    arrange();
    endResetModel();
}

void TradeOffModel::arrange() {
    const auto before = [this](const RunSummary* a, const RunSummary* b) {
        if (a->seeds.empty() != b->seeds.empty()) {
            return b->seeds.empty();
        }
        const bool rising = m_order == Qt::AscendingOrder;
        if (m_sorted == Name || m_sorted == Method || m_sorted == Scheme) {
            const int order = text(*a, m_sorted).localeAwareCompare(text(*b, m_sorted));
            return rising ? order < 0 : order > 0;
        }
        const double x = keyOf(*a, m_sorted);
        const double y = keyOf(*b, m_sorted);
        return rising ? x < y : x > y;
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), before);
}

void TradeOffModel::sort(int column, Qt::SortOrder order) {
    if (column < Name || column >= ColumnCount) {
        return;
    }
    m_sorted = column;
    m_order = order;
    beginResetModel();
    arrange();
    endResetModel();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void TradeOffModel::showHover() {
    if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {HoverRole});
    }
}

int TradeOffModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TradeOffModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TradeOffModel::nameAt(int row) const {
    return row < 0 || row >= rowCount() ? QString() : QString::fromStdString(run(row).name);
}

int TradeOffModel::rowOf(const QString& name) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (nameAt(row) == name) {
            return row;
        }
    }
    return -1;
}

QString TradeOffModel::text(const RunSummary& run, int column) const {
    if (run.seeds.empty() && column >= Seeds) {
        return column == Front ? tr("no result") : QStringLiteral("–");
    }
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
    const RunSummary& run = this->run(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return text(run, index.column());
        case Qt::ToolTipRole:
            return run.seeds.empty() ? tr("It did not get as far as its test")
                   : run.indistinguishable
                       ? tr("Beaten, but its interval overlaps that of a run on the front")
                       : QString();
        case MethodRole:
            return static_cast<int>(run.method);
        case FrontRole:
            return run.onFront;
        case HoverRole:
            return QString::fromStdString(run.name) == m_tradeOff.highlight().run();
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
    if (section != m_sorted) {
        return titles[section];
    }
    return titles[section] +
           (m_order == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓"));
}

}  // namespace zeropoint::ui
