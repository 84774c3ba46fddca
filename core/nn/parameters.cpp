// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/parameters.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t paddingValues = 16;  // entries start on a cache line in float32

std::size_t padded(std::size_t size) {
    return (size + paddingValues - 1) / paddingValues * paddingValues;
}

}  // namespace

template <typename T>
std::size_t Parameters<T>::add(std::string name, Shape shape, bool decays) {
    const auto size = static_cast<std::size_t>(elementCount(shape));
    m_entries.push_back({std::move(name), std::move(shape), m_values.size(), size, decays, true});
    m_values.resize(m_values.size() + padded(size));
    return m_entries.size() - 1;
}

template <typename T>
void Parameters<T>::truncate(std::size_t index) {
    if (index < m_entries.size()) {
        m_values.resize(m_entries[index].offset);
        m_entries.resize(index);
    }
}

template <typename T>
std::optional<std::size_t> Parameters<T>::find(std::string_view name) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(),
                     [name](const ParameterEntry& entry) { return entry.name == name; });
    if (found == m_entries.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_entries.begin());
}

template <typename T>
std::size_t Parameters<T>::count() const {
    std::size_t sum = 0;
    for (const ParameterEntry& entry : m_entries) {
        sum += entry.size;
    }
    return sum;
}

template <typename T>
std::size_t Parameters<T>::trainableCount() const {
    std::size_t sum = 0;
    for (const ParameterEntry& entry : m_entries) {
        sum += entry.trainable ? entry.size : 0;
    }
    return sum;
}

template class Parameters<float>;
template class Parameters<double>;

}  // namespace zeropoint
