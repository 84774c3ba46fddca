// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trade_off_model.h"

#include "ui/state/runs/run_form.h"
#include "ui/state/trade_off.h"
#include "ui/text/numbers.h"
#include "ui/text/run_words.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint::ui {
namespace {

const RunSummary* fullRun(const std::vector<RunSummary>& runs) {
    const auto found = std::find_if(runs.begin(), runs.end(), [](const RunSummary& run) {
        return run.method == MethodKind::Full;
    });
    return found == runs.end() ? nullptr : &*found;
}

constexpr double largestBits = 64;

QString percent(double share) {
    return QString::number(share * 100, 'f', 1);
}

/// Of the columns that tell what a run trained.
double costKey(const RunResult* result, int column) {
    if (result == nullptr) {
        return -1;
    }
    switch (column) {
        case TradeOffModel::Trained:
            return static_cast<double>(result->share.trained);
        case TradeOffModel::Optimizer:
            return static_cast<double>(result->share.optimizerBytes);
        default:
            return 0;
    }
}

/// On the task of the base, the mean over the seeds, as the accuracy beside it is.
struct BaseAccuracy {
    double before = 0;
    double after = 0;

    double change() const { return after - before; }
};

std::optional<BaseAccuracy> baseAccuracy(const std::vector<StoredRun>& runs,
                                         const std::string& name) {
    BaseAccuracy mean;
    double count = 0;
    for (const StoredRun& run : runs) {
        if (run.result.name == name && run.result.hasBase) {
            mean.before += run.result.baseAccuracyBefore;
            mean.after += run.result.baseAccuracyAfter;
            ++count;
        }
    }
    if (count == 0) {
        return std::nullopt;
    }
    return BaseAccuracy{mean.before / count, mean.after / count};
}

/// How much more of the test a run answers right than `full`, a mean over the seeds that both have:
/// what another seed trained is another model.
std::optional<double> accuracyGained(const std::vector<StoredRun>& runs, const std::string& name,
                                     const RunSummary* full) {
    double sum = 0;
    double count = 0;
    for (const StoredRun& run : runs) {
        if (full == nullptr || run.result.name != name) {
            continue;
        }
        const auto same = std::ranges::find_if(runs, [&](const StoredRun& other) {
            return other.result.name == full->name && other.result.seed == run.result.seed;
        });
        if (same != runs.end()) {
            sum += run.result.accuracy - same->result.accuracy;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

}  // namespace

/// What a column is sorted by; words are compared as they are shown.
double TradeOffModel::keyOf(const RunSummary& run, int column) const {
    switch (column) {
        case Bits: {
            const RunSpec* spec = m_tradeOff.spec(run.name);
            const WeightStorage storage = spec == nullptr ? WeightStorage() : weightStorage(*spec);
            return storage.fewestBits + storage.mostBits / largestBits;
        }
        case Seeds:
            return static_cast<double>(run.seeds.size());
        case Size:
            return run.sizeBytes;
        case Smaller:
            return -run.sizeBytes;
        case BitsPerWeight:
            return run.bitsPerWeight;
        case Accuracy:
            return run.accuracy;
        case Against: {
            const auto gained =
                accuracyGained(m_tradeOff.runs(), run.name, fullRun(m_tradeOff.summaries()));
            return gained.value_or(-1);
        }
        case Front:
            return run.onFront ? 2 : run.indistinguishable ? 1 : 0;
        case Forgot: {
            const auto base = baseAccuracy(m_tradeOff.runs(), run.name);
            return base ? base->change() : 0;
        }
        default:
            return costKey(resultOf(run), column);
    }
}

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
        if (m_sorted == Name || m_sorted == Method || m_sorted == ScalePer) {
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
    const RunSpec* spec = m_tradeOff.spec(run.name);
    switch (column) {
        case Name:
            return QString::fromStdString(run.name);
        case Method:
            return methodText(run);
        case Bits:
            return spec == nullptr ? QStringLiteral("–") : bitsWords(weightStorage(*spec));
        case ScalePer:
            return spec == nullptr ? QStringLiteral("–") : scalePerWords(weightStorage(*spec));
        case Seeds:
            return QString::number(run.seeds.size());
        case Size:
            return QString::number(run.sizeBytes / 1000, 'f', 1);
        case Smaller:
            return full == nullptr || run.sizeBytes <= 0
                       ? QString()
                       : QStringLiteral("%1×").arg(full->sizeBytes / run.sizeBytes, 0, 'f', 1);
        case BitsPerWeight:
            return std::isnan(run.bitsPerWeight) ? QStringLiteral("–")
                                                 : QString::number(run.bitsPerWeight, 'f', 2);
        case Accuracy:
            // Bounds: the interval of a share is not even around it.
            return QStringLiteral("%1 (%2–%3)")
                .arg(percent(run.accuracy), percent(run.accuracyCi95.low),
                     percent(run.accuracyCi95.high));
        case Against: {
            const auto gained = accuracyGained(m_tradeOff.runs(), run.name, full);
            return gained ? formatSigned(*gained * 100, 3) : QString();
        }
        case Front:
            return run.onFront             ? tr("front")
                   : run.indistinguishable ? tr("not distinguishable")
                                           : QString();
        case Forgot: {
            // 0 is a figure: a run that keeps its task has no dash.
            const auto base = baseAccuracy(m_tradeOff.runs(), run.name);
            return base                       ? formatSigned(base->change() * 100, 3)
                   : resultOf(run) == nullptr ? QString()
                                              : QStringLiteral("–");
        }
        default: {
            const RunResult* result = resultOf(run);
            return result == nullptr ? QString() : costText(*result, column);
        }
    }
}

QString TradeOffModel::costText(const RunResult& result, int column) const {
    switch (column) {
        case Trained:
            return result.share.parameters > 0 ? formatCount(result.share.trained)
                                               : QStringLiteral("–");
        case Optimizer:
            return result.share.parameters > 0 ? formatBytes(result.share.optimizerBytes)
                                               : QStringLiteral("–");
        default:
            return {};
    }
}

QString TradeOffModel::methodText(const RunSummary& run) const {
    const RunSpec* spec = m_tradeOff.spec(run.name);
    const QStringList details = spec == nullptr ? QStringList() : methodDetails(*spec);
    return (QStringList{methodTitle(run.method)} + details).join(QStringLiteral(", "));
}

QString TradeOffModel::toolTip(const RunSummary& run) const {
    const RunSpec* spec = m_tradeOff.spec(run.name);
    QStringList lines;
    lines << tr("%1: %2").arg(QString::fromStdString(run.name), methodText(run));
    if (spec == nullptr) {
        lines << QString::fromStdString(run.scheme);
    } else if (const WeightStorage storage = weightStorage(*spec); storage.scalePer) {
        lines << tr("%1 bits, a scale per %2").arg(bitsWords(storage), scalePerWords(storage));
    }
    if (run.seeds.empty()) {
        lines << tr("It did not get as far as its test");
    } else if (run.indistinguishable) {
        lines << tr("A paired test does not tell it from a smaller run on the front");
    }
    lines << costLines(run);
    return lines.join(QLatin1Char('\n'));
}

const RunResult* TradeOffModel::resultOf(const RunSummary& run) const {
    const auto& runs = m_tradeOff.runs();
    const auto first =
        std::ranges::find(runs, run.name, [](const StoredRun& it) { return it.result.name; });
    return first == runs.end() ? nullptr : &first->result;
}

/// What it trained, and what it forgot.
QStringList TradeOffModel::costLines(const RunSummary& run) const {
    const RunResult* first = resultOf(run);
    if (first == nullptr) {
        return {};
    }
    const RunResult& result = *first;
    QStringList lines;
    if (result.share.parameters > 0) {
        lines << tr("trained: %1 of %2 parameters; the optimizer keeps %3")
                     .arg(formatCount(result.share.trained), formatCount(result.share.parameters),
                          formatBytes(result.share.optimizerBytes));
    }
    if (const auto base = baseAccuracy(m_tradeOff.runs(), run.name)) {
        lines << tr("on the task of the base: %1 before, %2 after (mean over the seeds)")
                     .arg(formatPercent(base->before), formatPercent(base->after));
    }
    return lines;
}

bool TradeOffModel::isFigure(int column) {
    return column == Bits || (column >= Seeds && column != Front);
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
            return toolTip(run);
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

/// What a title means, where it does not say so itself.
QString TradeOffModel::columnTip(int column) {
    switch (column) {
        case Bits:
            return tr("Bits of a weight's code; from fewest to most where layers differ");
        case ScalePer:
            return tr("How many weights share a scale");
        case Seeds:
            return tr("Repetitions with other random numbers; accuracy is their mean");
        case Size:
            return tr("Codes, scales, zero points and everything that stays in high precision");
        case Smaller:
            return tr("The size of the FP32 run, divided by this one");
        case BitsPerWeight:
            return tr("The size in bits, divided by the parameters of the base model");
        case Accuracy:
            return tr("On the test part, with the bounds of its 95 % interval");
        case Against:
            return tr("Points of accuracy more or less than the FP32 run of the same seeds");
        case Trained:
            return tr("Parameters that the run trained, adapters and learned scales included");
        case Optimizer:
            return tr("What the optimizer keeps for them while it trains: its moments, in FP32");
        case Forgot:
            return tr(
                "Points of accuracy that the run won or lost on the task that its base had "
                "learned");
        default:
            return {};
    }
}

QVariant TradeOffModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return isFigure(section) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                 : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return columnTip(section);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString titles[] = {QString(),         tr("Run"),          tr("Method"),
                              tr("Bits"),        tr("Scale per"),    tr("Seeds"),
                              tr("Size, KB"),    tr("Smaller by"),   tr("Bits a weight"),
                              tr("Accuracy, %"), tr("Against FP32"), QString(),
                              tr("Trained"),     tr("Optimizer"),    tr("Base task")};
    if (section != m_sorted) {
        return titles[section];
    }
    return titles[section] +
           (m_order == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓"));
}

}  // namespace zeropoint::ui
