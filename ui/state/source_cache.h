// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/source.h"

#include <cstddef>
#include <deque>

namespace zeropoint::ui {

/// The tensors that were looked at last, so that undo brings one back at once. Holds at most
/// `mostBytes` of values, and none that is larger than that; the rest is loaded again.
class SourceCache {
public:
    static constexpr std::size_t mostBytes = 64 << 20;

    /// Weights of runs go on changing: they are not kept.
    void add(const SourcePtr& source);
    /// Null when it is not kept.
    SourcePtr find(const Origin& origin) const;

private:
    std::deque<SourcePtr> m_sources;  ///< the newest last
    std::size_t m_bytes = 0;
};

}  // namespace zeropoint::ui
