// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <QAbstractTableModel>

namespace zeropoint {
class WeightFile;
struct DifferenceSums;
}  // namespace zeropoint

namespace zeropoint::ui {

class FilesComparison;

/// Whether that stands in the place of an SQNR: there are values, and none is another one.
bool isEqual(const DifferenceSums& sums);

/// The pairs of two files that were read, in the order of A; a view sorts them.
class PairTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Name,
        ShapeColumn,
        FormatB,
        Bits,
        Sqnr,
        RelativeError,
        Largest,
        Channels,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole,  ///< a number, or the name; what has none comes last
        StripsRole,               ///< relative errors of parts of the rows, QVector<double>
    };

    explicit PairTableModel(const FilesComparison& comparison, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Row of the pair whose tensor in A is called so; -1: none was read.
    int rowOf(const QString& name) const;
    QString nameOf(int row) const;
    /// As the column of names has it.
    static QString shownName(const WeightFile& file, const TensorInfo& tensor);

    /// The comparison has more reports.
    void grow();
    /// It has begun anew.
    void clear();
    /// By which column a view sorts it: its title bears an arrow.
    void setSorted(int column, bool falling);

private:
    static QString titleOf(int column);
    QVariant text(int row, int column) const;
    QVariant sortValue(int row, int column) const;

    const FilesComparison& m_comparison;
    int m_rows = 0;
    int m_sortColumn = -1;
    bool m_sortFalling = false;
};

}  // namespace zeropoint::ui
