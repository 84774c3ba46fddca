// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace zeropoint::ui {

class ModelScan;

/// The weights that were scanned, in the file's order: name, shape, peak, and the SQNR under each
/// setting.
class ScanTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, ShapeColumn, Peak, FirstSetting };
    enum Role { SortRole = Qt::UserRole };

    explicit ScanTableModel(const ModelScan& scan, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void grow();
    void clear();
    /// By which column a view sorts it: its title bears an arrow.
    void setSorted(int column, bool falling);

private:
    QString titleOf(int column) const;
    const ModelScan& m_scan;
    int m_rows = 0;
    int m_sortColumn = -1;
    bool m_sortFalling = false;
    int m_settings = 0;
};

}  // namespace zeropoint::ui
