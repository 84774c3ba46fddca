// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/pair_table_model.h"

#include "ui/pages/compare/files_comparison.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"
#include "ui/text/tensor_title.h"
#include "ui/theme/fonts.h"

#include <QVector>

#include <cmath>
#include <limits>

namespace zeropoint::ui {
namespace {

const QString dash = QStringLiteral("–");

QString shapeText(const Shape& shape) {
    return QString::fromStdString(toString(shape)).replace(QLatin1Char('x'), QStringLiteral("×"));
}

/// Without what nearly all names of a model begin and end with; the tool tip has it whole.
QString shortName(QString name) {
    const QString prefix = QStringLiteral("model.");
    const QString suffix = QStringLiteral(".weight");
    if (name.startsWith(prefix)) {
        name.remove(0, prefix.size());
    }
    if (name.endsWith(suffix)) {
        name.chop(suffix.size());
    }
    return name;
}

QString decibels(const DifferenceSums& sums) {
    return isEqual(sums) ? PairTableModel::tr("equal") : formatNumber(sums.sqnrDb(), 3);
}

/// Columns of words stand to the left, figures to the right.
bool isText(int column) {
    return column == PairTableModel::Name || column == PairTableModel::ShapeColumn ||
           column == PairTableModel::FormatB || column == PairTableModel::Channels;
}

}  // namespace

bool isEqual(const DifferenceSums& sums) {
    return sums.count > 0 && sums.equal();
}

PairTableModel::PairTableModel(const FilesComparison& comparison, QObject* parent)
    : QAbstractTableModel(parent), m_comparison(comparison) {}

int PairTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int PairTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString PairTableModel::nameOf(int row) const {
    const OpenedPair& opened = *m_comparison.opened();
    const TensorPair& pair = opened.pairing.pairs[static_cast<std::size_t>(row)];
    return QString::fromStdString(infoOfA(opened.a, pair).name);
}

QString PairTableModel::shownName(const WeightFile& file, const TensorInfo& tensor) {
    return shortName(tensorTitle(file, tensor));
}

int PairTableModel::rowOf(const QString& name) const {
    for (int row = 0; row < m_rows; ++row) {
        if (nameOf(row) == name) {
            return row;
        }
    }
    return -1;
}

QVariant PairTableModel::text(int row, int column) const {
    const OpenedPair& opened = *m_comparison.opened();
    const auto at = static_cast<std::size_t>(row);
    const TensorPair& pair = opened.pairing.pairs[at];
    const PairReport& report = m_comparison.reports()[at];
    const TensorInfo a = infoOfA(opened.a, pair);
    const TensorInfo b = infoOfB(opened.b, pair);
    switch (column) {
        case Name:
            return shownName(opened.a.file(), a);
        case ShapeColumn:
            return shapeText(a.shape);
        case FormatB:
            return shownText(b.packed != nullptr ? b.packed->format : b.dtypeText);
        case Bits:
            return tr("%1 / %2").arg(formatNumber(report.bitsPerWeightA, 4),
                                     formatNumber(report.bitsPerWeightB, 4));
        case Sqnr:
            return report.failure ? dash : decibels(report.sums);
        case RelativeError:
            return report.failure ? dash : formatPercent(report.sums.relativeError());
        case Largest:
            return report.failure ? dash : formatNumber(report.sums.maxAbsError(), 3);
        default:
            return report.failure ? shownText(report.failure->what) : QString();
    }
}

QVariant PairTableModel::sortValue(int row, int column) const {
    const auto at = static_cast<std::size_t>(row);
    const PairReport& report = m_comparison.reports()[at];
    constexpr double last = std::numeric_limits<double>::max();
    const auto known = [&](double value) {
        return report.failure || std::isnan(value) ? last : std::min(value, last / 2);
    };
    switch (column) {
        case ShapeColumn:
            return static_cast<double>(report.bytesA);
        case Bits:
            return report.bitsPerWeightB;
        case Sqnr:
            return known(report.sums.sqnrDb());
        case RelativeError:
        case Channels:
            return known(report.sums.relativeError());
        case Largest:
            return known(report.sums.maxAbsError());
        default:
            return text(row, column);
    }
}

QVariant PairTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return text(index.row(), index.column());
        case SortRole:
            return sortValue(index.row(), index.column());
        case Qt::TextAlignmentRole:
            return int((isText(index.column()) ? Qt::AlignLeft : Qt::AlignRight) |
                       Qt::AlignVCenter);
        case Qt::FontRole:
            return monoFont(12);
        case Qt::ToolTipRole: {
            const OpenedPair& opened = *m_comparison.opened();
            const TensorPair& pair = opened.pairing.pairs[at];
            return tr("%1 in A, %2 in B")
                .arg(tensorTitle(opened.a.file(), infoOfA(opened.a, pair)),
                     tensorTitle(opened.b.file(), infoOfB(opened.b, pair)));
        }
        case StripsRole: {
            const PairReport& report = m_comparison.reports()[at];
            QVector<double> strips;
            for (std::size_t i = 0; i < report.stripCount && !report.failure; ++i) {
                strips.append(double{report.stripErrors[i]});
            }
            return QVariant::fromValue(strips);
        }
        default:
            return {};
    }
}

QString PairTableModel::titleOf(int column) {
    switch (column) {
        case Name:
            return tr("Tensor, as A calls it");
        case ShapeColumn:
            return tr("Shape");
        case FormatB:
            return tr("Format B");
        case Bits:
            return tr("Bits A / B");
        case Sqnr:
            return tr("SQNR, dB");
        case RelativeError:
            return tr("Rel. error");
        case Largest:
            return tr("Largest");
        case Channels:
            return tr("Error by channel");
        default:
            return {};
    }
}

QVariant PairTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((isText(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString arrow = m_sortFalling ? QStringLiteral(" ↓") : QStringLiteral(" ↑");
    return titleOf(section) + (section == m_sortColumn ? arrow : QString());
}

void PairTableModel::grow() {
    const int rows = static_cast<int>(m_comparison.reports().size());
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
}

void PairTableModel::clear() {
    beginResetModel();
    m_rows = static_cast<int>(m_comparison.reports().size());
    endResetModel();
}

void PairTableModel::setSorted(int column, bool falling) {
    m_sortColumn = column;
    m_sortFalling = falling;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

}  // namespace zeropoint::ui
