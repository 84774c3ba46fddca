// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace zeropoint {
struct RunResult;
struct RunSummary;
}  // namespace zeropoint

namespace zeropoint::ui {

class TradeOff;

/// The runs of an experiment over their seeds, the largest first until a header is clicked; those
/// without a test result stand last.
class TradeOffModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Mark,
        Name,
        Method,
        Bits,  ///< of a code
        ScalePer,
        Seeds,
        Size,
        Smaller,
        BitsPerWeight,  ///< of the whole model, scales included
        Accuracy,
        Against,
        Front,
        // Behind the tag, so that what a session was sorted by stays what it was.
        Trained,    ///< parameters that move
        Optimizer,  ///< bytes of its moments
        Forgot,     ///< points on the task of the base
        ColumnCount
    };
    enum Role {
        MethodRole = Qt::UserRole,  ///< MethodKind as int
        FrontRole,                  ///< bool: on the Pareto front
        HoverRole,                  ///< bool: under the pointer, here or elsewhere
    };

    explicit TradeOffModel(const TradeOff& tradeOff, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void sort(int column, Qt::SortOrder order) override;

    static bool isFigure(int column);
    static QString columnTip(int column);
    QString nameAt(int row) const;
    int rowOf(const QString& name) const;

private:
    void takeRuns();
    void arrange();
    void showHover();
    const RunSummary& run(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }
    QString text(const RunSummary& run, int column) const;
    QString methodText(const RunSummary& run) const;
    QString toolTip(const RunSummary& run) const;
    /// Of the first seed; null: none has finished.
    const RunResult* resultOf(const RunSummary& run) const;
    QString costText(const RunResult& result, int column) const;
    QStringList costLines(const RunSummary& run) const;
    double keyOf(const RunSummary& run, int column) const;

    const TradeOff& m_tradeOff;
    std::vector<const RunSummary*> m_rows;
    int m_sorted = Size;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

}  // namespace zeropoint::ui
