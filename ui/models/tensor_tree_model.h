// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tensor_tree.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

class QTimer;

namespace zeropoint::ui {

class ModelOverview;

/// The tensors of the open file as a tree of modules: searched, sorted, filled with glances as
/// they are made.
class TensorTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        LabelRole = Qt::DisplayRole,
        DetailRole = Qt::UserRole,  ///< "96×32 · F32", "4 tensors · 1.2 MB", or the order's figure
        BarsRole,                   ///< QVector<float>, empty until its glance is made
        TensorRole,                 ///< index in the file; invalid for modules
        UnreadableRole,             ///< why a tensor cannot be read; empty when it can
    };
    enum class Order { File, Size, DType, Outliers, Error };

    explicit TensorTreeModel(ModelOverview& overview, QObject* parent = nullptr);
    ~TensorTreeModel() override;

    /// Shows the overview's file anew.
    void reload();
    /// Keeps the tensors whose names contain the text, whatever its case.
    void setFilter(const QString& text);
    /// Largest, and for errors worst, first. Outliers and errors need every tensor's glance:
    /// until one is made its row stands last.
    void setOrder(Order order);
    int matches() const;

    /// The row of a tensor of the file; invalid when the filter hides it.
    QModelIndex indexOf(std::size_t tensor) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    TensorTreeNode* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(const TensorTreeNode* node) const;
    std::vector<std::uint32_t> filtered() const;
    QString detail(const TensorTreeNode& node) const;
    QString toolTip(const TensorTreeNode& node) const;
    QString unreadable(const TensorTreeNode& node) const;
    static QString badgeOf(const TensorInfo& info);
    /// Of outliers or error; of a module the largest of its tensors. Nothing while unknown.
    std::optional<double> figure(const TensorTreeNode& node) const;
    std::shared_ptr<const TensorTreeNode::Figure> order() const;
    void sort();

    ModelOverview& m_overview;
    std::unique_ptr<TensorTreeNode> m_root;
    QString m_filter;
    Order m_order = Order::File;
    QTimer* m_resort;  ///< glances come many a second; the order follows at a calmer pace
};

}  // namespace zeropoint::ui
