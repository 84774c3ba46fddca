// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/dtype.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace zeropoint {

using Shape = std::vector<std::int64_t>;

/// Product of the dimensions (1 for a scalar, shape {}); -1 when a dimension is negative or the
/// product does not fit 63 bits.
std::int64_t elementCount(const Shape& shape);

/// "4096x1024", "scalar" for {}.
std::string toString(const Shape& shape);

/// A named, immutable tensor of float32 values in row-major order, owned or mapped from a file.
/// Copies share the values. `storedDtype` remembers what the file held before it became float32.
class Tensor {
public:
    Tensor() = default;
    /// Owns its values; values.size() must be elementCount(shape).
    Tensor(std::string name, Shape shape, std::vector<float> values,
           DType storedDtype = DType::F32);
    /// A view of values that `owner` keeps alive (a mapped file).
    Tensor(std::string name, Shape shape, std::span<const float> values,
           std::shared_ptr<const void> owner, DType storedDtype);

    const std::string& name() const { return m_name; }
    const Shape& shape() const { return m_shape; }
    std::span<const float> values() const { return m_values; }
    std::size_t size() const { return m_values.size(); }
    bool empty() const { return m_values.empty(); }
    DType storedDtype() const { return m_storedDtype; }

private:
    std::string m_name;
    Shape m_shape;
    std::span<const float> m_values;
    std::shared_ptr<const void> m_owner;
    DType m_storedDtype = DType::F32;
};

}  // namespace zeropoint
