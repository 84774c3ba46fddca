// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/tensor.h"

#include <cassert>
#include <limits>
#include <utility>

namespace zeropoint {

std::int64_t elementCount(const Shape& shape) {
    std::int64_t count = 1;
    for (const std::int64_t dimension : shape) {
        if (dimension < 0) {
            return -1;
        }
        if (dimension != 0 && count > std::numeric_limits<std::int64_t>::max() / dimension) {
            return -1;
        }
        count *= dimension;
    }
    return count;
}

std::string toString(const Shape& shape) {
    if (shape.empty()) {
        return "scalar";
    }
    std::string text;
    for (const std::int64_t dimension : shape) {
        if (!text.empty()) {
            text += 'x';
        }
        text += std::to_string(dimension);
    }
    return text;
}

Tensor::Tensor(std::string name, Shape shape, std::vector<float> values, DType storedDtype)
    : m_name(std::move(name)), m_shape(std::move(shape)), m_storedDtype(storedDtype) {
    auto owned = std::make_shared<const std::vector<float>>(std::move(values));
    m_values = *owned;
    m_owner = std::move(owned);
    assert(elementCount(m_shape) == static_cast<std::int64_t>(m_values.size()));
}

Tensor::Tensor(std::string name, Shape shape, std::span<const float> values,
               std::shared_ptr<const void> owner, DType storedDtype)
    : m_name(std::move(name)),
      m_shape(std::move(shape)),
      m_values(values),
      m_owner(std::move(owner)),
      m_storedDtype(storedDtype) {
    assert(elementCount(m_shape) == static_cast<std::int64_t>(m_values.size()));
}

}  // namespace zeropoint
