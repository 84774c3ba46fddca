// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/source_cache.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

std::size_t bytesOf(const Source& source) {
    return source.tensor.size() * sizeof(float) +
           source.histogram.counts.size() * sizeof(source.histogram.counts.front());
}

}  // namespace

void SourceCache::add(const SourcePtr& source) {
    const bool ofRun = std::holds_alternative<RunOrigin>(source->origin);
    if (ofRun || bytesOf(*source) > mostBytes || find(source->origin)) {
        return;
    }
    m_sources.push_back(source);
    m_bytes += bytesOf(*source);
    while (m_bytes > mostBytes) {
        m_bytes -= bytesOf(*m_sources.front());
        m_sources.pop_front();
    }
}

SourcePtr SourceCache::find(const Origin& origin) const {
    const auto found =
        std::find_if(m_sources.begin(), m_sources.end(),
                     [&](const SourcePtr& source) { return source->origin == origin; });
    return found == m_sources.end() ? nullptr : *found;
}

}  // namespace zeropoint::ui
