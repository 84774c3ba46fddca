// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/weight_shapes.h"

#include <utility>

namespace zeropoint {

/// Collects the weights of one layer after the other; rows without numbers are left out.
class ShapeList {
public:
    void setLayer(int layer) { m_layer = layer; }
    void matrix(WeightRole role, std::int64_t rows, std::int64_t columns) {
        m_shapes.push_back({role, m_layer, rows, columns, 1, 1});
    }
    void row(WeightRole role, std::int64_t values) {
        if (values > 0) {
            matrix(role, 1, values);
        }
    }
    void experts(WeightRole role, std::int64_t rows, std::int64_t columns,
                 const ExpertLayers& experts) {
        m_shapes.push_back({role, m_layer, rows, columns, experts.count, experts.active});
    }
    std::vector<WeightShape> take() { return std::move(m_shapes); }

private:
    int m_layer = -1;
    std::vector<WeightShape> m_shapes;
};

/// The weights of what mixes the tokens: attention, delta rule or state space.
void addMixer(const Architecture& architecture, LayerKind kind, ShapeList& list);

}  // namespace zeropoint
