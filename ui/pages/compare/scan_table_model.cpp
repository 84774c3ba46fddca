// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/scan_table_model.h"

#include "ui/pages/compare/compare_words.h"
#include "ui/pages/compare/model_scan.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"
#include "ui/text/tensor_title.h"
#include "ui/theme/fonts.h"

#include <cmath>
#include <limits>

namespace zeropoint::ui {

ScanTableModel::ScanTableModel(const ModelScan& scan, QObject* parent)
    : QAbstractTableModel(parent), m_scan(scan) {}

int ScanTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int ScanTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstSetting + m_settings;
}

QVariant ScanTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows) {
        return {};
    }
    const ScannedWeight& weight = m_scan.weights()[static_cast<std::size_t>(index.row())];
    const TensorInfo& info = m_scan.file()->tensors()[weight.index];
    const int column = index.column();
    const auto setting = static_cast<std::size_t>(std::max(0, column - FirstSetting));
    const double figure = column == Peak ? weight.peak
                          : column >= FirstSetting && setting < weight.reports.size()
                              ? weight.reports[setting].sqnrDb
                              : std::numeric_limits<double>::quiet_NaN();
    switch (role) {
        case Qt::DisplayRole:
            if (column == Name) {
                return tensorTitle(*m_scan.file(), info);
            }
            if (column == ShapeColumn) {
                return QString::fromStdString(toString(info.shape))
                    .replace(QLatin1Char('x'), QStringLiteral("×"));
            }
            return std::isnan(figure)   ? QStringLiteral("–")
                   : std::isinf(figure) ? tr("exact")
                                        : formatNumber(figure, 3);
        case SortRole:
            if (column == Name) {
                return QString::fromStdString(info.name);
            }
            if (column == ShapeColumn) {
                return static_cast<double>(info.elements());
            }
            return std::isnan(figure) ? std::numeric_limits<double>::max() : figure;
        case Qt::ToolTipRole:
            return weight.failure ? shownText(weight.failure->what)
                                  : tensorTitle(*m_scan.file(), info);
        case Qt::TextAlignmentRole:
            return int((column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        case Qt::FontRole:
            return monoFont(12);
        default:
            return {};
    }
}

QVariant ScanTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == Peak) {
        return tr("The largest magnitude over the standard deviation: sort by it to rank outliers");
    }
    const auto setting = static_cast<std::size_t>(std::max(0, section - FirstSetting));
    if (role == Qt::ToolTipRole && section >= FirstSetting && setting < m_scan.settings().size()) {
        return settingDetail(m_scan.settings()[setting]);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString arrow = m_sortFalling ? QStringLiteral(" ↓") : QStringLiteral(" ↑");
    return titleOf(section) + (section == m_sortColumn ? arrow : QString());
}

QString ScanTableModel::titleOf(int column) const {
    const auto setting = static_cast<std::size_t>(std::max(0, column - FirstSetting));
    switch (column) {
        case Name:
            return tr("Weight");
        case ShapeColumn:
            return tr("Shape");
        case Peak:
            return tr("Peak / σ");
        default:
            return setting < m_scan.settings().size()
                       ? tr("%1 %2, dB")
                             .arg(columnLetter(static_cast<int>(setting)),
                                  settingName(m_scan.settings()[setting]))
                       : QString();
    }
}

void ScanTableModel::grow() {
    const int rows = static_cast<int>(m_scan.weights().size());
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
}

void ScanTableModel::clear() {
    beginResetModel();
    m_settings = static_cast<int>(m_scan.settings().size());
    m_rows = static_cast<int>(m_scan.weights().size());
    endResetModel();
}

void ScanTableModel::setSorted(int column, bool falling) {
    m_sortColumn = column;
    m_sortFalling = falling;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

}  // namespace zeropoint::ui
