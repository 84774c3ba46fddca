// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/aligned_vector.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// One named parameter: where it lies in the flat storage and how it is trained.
struct ParameterEntry {
    std::string name;        ///< "layers.0.attn.q.weight"
    Shape shape;             ///< {out, in} for a linear weight
    std::size_t offset = 0;  ///< first value in the flat storage
    std::size_t size = 0;
    bool decays = true;     ///< weight decay applies (not to biases and norms)
    bool trainable = true;  ///< a frozen parameter gets no gradient and no update
};

/// The parameters of a model in one flat, aligned storage. Gradients and optimizer states are
/// buffers of the same layout (`size()` values), so that every pass over them is one loop.
/// Between entries there may be padding; it stays zero.
template <typename T>
class Parameters {
public:
    /// Appends a parameter of zeros and returns its index. Invalidates spans taken before.
    std::size_t add(std::string name, Shape shape, bool decays);
    /// Removes the entries from `index` on.
    void truncate(std::size_t index);

    const std::vector<ParameterEntry>& entries() const { return m_entries; }
    std::optional<std::size_t> find(std::string_view name) const;
    void setTrainable(std::size_t index, bool trainable) { m_entries[index].trainable = trainable; }
    void setDecays(std::size_t index, bool decays) { m_entries[index].decays = decays; }

    std::span<T> values(std::size_t index) { return slice(std::span<T>(m_values), index); }
    std::span<const T> values(std::size_t index) const {
        return slice(std::span<const T>(m_values), index);
    }
    std::span<T> all() { return m_values; }
    std::span<const T> all() const { return m_values; }

    /// The part of a buffer of the same layout that belongs to an entry.
    template <typename U>
    std::span<U> slice(std::span<U> flat, std::size_t index) const {
        return flat.subspan(m_entries[index].offset, m_entries[index].size);
    }

    /// Values in the flat storage, padding included.
    std::size_t size() const { return m_values.size(); }
    /// Values that are parameters: what people call the model's size.
    std::size_t count() const;
    /// Those that are trained.
    std::size_t trainableCount() const;

private:
    std::vector<ParameterEntry> m_entries;
    AlignedVector<T> m_values;
};

extern template class Parameters<float>;
extern template class Parameters<double>;

}  // namespace zeropoint
