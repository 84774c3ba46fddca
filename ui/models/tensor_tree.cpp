// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_tree.h"

#include "core/files/model_totals.h"
#include "ui/text/shown_text.h"
#include "ui/text/tensor_title.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace zeropoint::ui {
namespace {

constexpr char separator = '.';

/// The part of a name from `start` to the next point.
std::string_view partOf(std::string_view name, std::size_t start) {
    const std::string_view rest = name.substr(std::min(start, name.size()));
    return rest.substr(0, rest.find(separator));
}

QString text(std::string_view view) {
    return shownText(std::string(view));
}

}  // namespace

TensorTreeNode::TensorTreeNode(const WeightFile& file, std::vector<std::uint32_t> tensors)
    : m_file(file), m_tensors(std::move(tensors)) {}

TensorTreeNode::TensorTreeNode(TensorTreeNode& parent, std::vector<std::uint32_t> tensors)
    : m_file(parent.m_file),
      m_parent(&parent),
      m_tensors(std::move(tensors)),
      m_figure(parent.m_figure),
      m_isTensor(m_tensors.size() == 1) {
    const std::string_view name = m_file.tensors()[tensor()].name;
    const std::size_t start = std::min(parent.m_nameStart, name.size());
    if (m_isTensor) {
        // A module of one tensor is no step of its own: "qkv.weight".
        m_label = name.empty() ? tensorTitle(m_file, tensor()) : text(name.substr(start));
    } else {
        m_nameStart = commonPrefix();
        m_label = text(name.substr(start, m_nameStart - start - 1));
    }
    for (const std::uint32_t index : m_tensors) {
        const TensorInfo& info = m_file.tensors()[index];
        m_bytes += info.bytes;
        const std::int64_t values = isShapeKnown(info) ? info.elements() : 0;
        m_parameters += static_cast<std::uint64_t>(std::max<std::int64_t>(values, 0));
    }
}

/// Behind the last point up to which all names agree: "model.layers." is one step, not two.
std::size_t TensorTreeNode::commonPrefix() const {
    const std::string_view first = m_file.tensors()[m_tensors.front()].name;
    std::size_t common = first.size();
    for (const std::uint32_t index : m_tensors) {
        const std::string_view name = m_file.tensors()[index].name;
        const std::size_t most = std::min(common, name.size());
        common = static_cast<std::size_t>(
            std::mismatch(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(most),
                          name.begin())
                .first -
            first.begin());
    }
    const std::size_t point = first.substr(0, common).rfind(separator);
    return point == std::string_view::npos ? 0 : point + 1;
}

const TensorTreeNode::Children& TensorTreeNode::children() {
    if (!m_built && !m_isTensor) {
        build();
    }
    return m_children;
}

void TensorTreeNode::build() {
    m_built = true;
    std::vector<std::vector<std::uint32_t>> groups;
    std::unordered_map<std::string_view, std::size_t> byPart;
    for (const std::uint32_t index : m_tensors) {
        const std::string_view name = m_file.tensors()[index].name;
        const std::string_view part = partOf(name, m_nameStart);
        // A tensor may bear the name of a module: it stands beside it.
        const bool whole = m_nameStart + part.size() >= name.size();
        const auto [group, isNew] =
            whole ? std::pair(byPart.end(), true) : byPart.try_emplace(part, groups.size());
        if (isNew) {
            groups.emplace_back();
        }
        (whole ? groups.back() : groups[group->second]).push_back(index);
    }
    for (auto& group : groups) {
        m_children.emplace_back(new TensorTreeNode(*this, std::move(group)));
    }
    order();
}

void TensorTreeNode::order() {
    struct Ranked {
        std::optional<double> figure;
        std::unique_ptr<TensorTreeNode> node;
    };
    std::vector<Ranked> ranked;
    for (auto& child : m_children) {
        // An optional without a value is less than any other.
        ranked.push_back({m_figure && *m_figure ? (*m_figure)(*child) : std::nullopt, nullptr});
        ranked.back().node = std::move(child);
    }
    std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) {
        return a.figure != b.figure ? a.figure > b.figure : a.node->tensor() < b.node->tensor();
    });
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        m_children[i] = std::move(ranked[i].node);
        m_children[i]->m_row = static_cast<int>(i);
    }
}

void TensorTreeNode::sort(const std::shared_ptr<const Figure>& figure) {
    m_figure = figure;
    for (const auto& child : m_children) {
        child->sort(figure);
    }
    order();
}

TensorTreeNode* TensorTreeNode::find(std::uint32_t tensor) {
    children();
    for (const auto& child : m_children) {
        if (std::ranges::binary_search(child->m_tensors, tensor)) {
            return child->m_isTensor ? child.get() : child->find(tensor);
        }
    }
    return nullptr;
}

TensorTreeNode* TensorTreeNode::findBuilt(std::uint32_t tensor) const {
    for (const auto& child : m_children) {
        if (std::ranges::binary_search(child->m_tensors, tensor)) {
            return child->m_isTensor ? child.get() : child->findBuilt(tensor);
        }
    }
    return nullptr;
}

}  // namespace zeropoint::ui
