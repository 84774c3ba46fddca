// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace zeropoint {

/// Memory that shards of parallel work lend and give back: as many pieces as threads, never one a
/// shard. What is lent holds what the last one left in it.
template <typename Scratch>
class LendingPool {
public:
    std::unique_ptr<Scratch> take() {
        const std::scoped_lock lock(m_mutex);
        if (m_free.empty()) {
            return std::make_unique<Scratch>();
        }
        auto scratch = std::move(m_free.back());
        m_free.pop_back();
        return scratch;
    }
    void give(std::unique_ptr<Scratch> scratch) {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(scratch));
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Scratch>> m_free;
};

}  // namespace zeropoint
