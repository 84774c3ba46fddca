// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace zeropoint::ui {

class Thumbnails;
class Workbench;

/// The tensors of the open file, one row each.
class TensorListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        DetailRole = Qt::UserRole,  ///< "96×32 · F32 · 12.3 KB"
        BarsRole,                   ///< QVector<float>, empty until its picture is made
        SizeRole,                   ///< bytes, for sorting
    };

    TensorListModel(Workbench& bench, Thumbnails& thumbnails, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Workbench& m_bench;
    Thumbnails& m_thumbnails;
};

}  // namespace zeropoint::ui
