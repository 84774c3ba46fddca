// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace zeropoint::ui {

class TradeOff;

/// The runs of an experiment over their seeds, the largest first.
class TradeOffModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Mark,
        Name,
        Method,
        Scheme,
        Seeds,
        Size,
        Smaller,
        Bits,
        Accuracy,
        Against,
        Front,
        ColumnCount
    };
    enum Role {
        MethodRole = Qt::UserRole,  ///< MethodKind as int
        FrontRole,                  ///< bool: on the Pareto front
    };

    explicit TradeOffModel(const TradeOff& tradeOff, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QString nameAt(int row) const;
    int rowOf(const QString& name) const;

private:
    void takeRuns();
    QString text(std::size_t run, int column) const;

    const TradeOff& m_tradeOff;
    QList<int> m_order;  ///< rows -> summaries
};

}  // namespace zeropoint::ui
