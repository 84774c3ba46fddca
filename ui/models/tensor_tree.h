// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace zeropoint::ui {

/// A module or a tensor of a model, by the parts of the names between points. Children are made
/// when somebody looks: a file of 100,000 tensors opens as fast as its first level.
class TensorTreeNode {
public:
    /// The root over the tensors of the given indices, in that order.
    TensorTreeNode(const WeightFile& file, std::vector<std::uint32_t> tensors);

    const QString& label() const { return m_label; }
    TensorTreeNode* parent() const { return m_parent; }
    int row() const { return m_row; }
    bool isTensor() const { return m_isTensor; }
    /// The tensor; of a module, all that are in it.
    std::size_t tensor() const { return m_tensors.front(); }
    std::span<const std::uint32_t> tensors() const { return m_tensors; }
    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t parameters() const { return m_parameters; }

    using Children = std::vector<std::unique_ptr<TensorTreeNode>>;
    const Children& children();

    /// The node of a tensor below this one; builds what lies between. Null when it is not there.
    TensorTreeNode* find(std::uint32_t tensor);
    /// The same among the nodes that are built already.
    TensorTreeNode* findBuilt(std::uint32_t tensor) const;

    /// What children are ordered by, largest first and nodes without a figure last. No function:
    /// the order of the file.
    using Figure = std::function<std::optional<double>(const TensorTreeNode&)>;
    /// Orders the children here and below that are built already, and those built later.
    void sort(const std::shared_ptr<const Figure>& figure);

private:
    TensorTreeNode(TensorTreeNode& parent, std::vector<std::uint32_t> tensors);
    void build();
    void order();
    std::size_t commonPrefix() const;

    const WeightFile& m_file;
    TensorTreeNode* m_parent = nullptr;
    std::vector<std::uint32_t> m_tensors;
    std::size_t m_nameStart = 0;  ///< where the children's own parts of the names begin
    QString m_label;
    Children m_children;
    std::shared_ptr<const Figure> m_figure;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_parameters = 0;
    int m_row = 0;
    bool m_isTensor = false;
    bool m_built = false;
};

}  // namespace zeropoint::ui
