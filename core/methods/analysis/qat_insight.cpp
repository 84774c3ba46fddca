// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/analysis/qat_insight.h"

#include "core/methods/qat/weight_levels.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr float momentum = 0.01F;
constexpr float oscillates = 0.005F;
constexpr std::size_t chooseEvery = 16;

}  // namespace

QatWatch::QatWatch(const Transformer<float>& model, std::vector<QatSite> sites)
    : m_model(&model), m_sites(std::move(sites)), m_tracked(m_sites.size()) {
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        if (m_sites[i].weight) {
            const auto index = model.parameters().find(m_sites[i].site.name + ".weight");
            m_tracked[i].parameter = index.value();
        }
    }
}

void QatWatch::step() {
    ++m_steps;
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        if (!m_sites[i].weight) {
            continue;
        }
        Tracked& tracked = m_tracked[i];
        const std::span<const float> master = m_model->parameters().values(tracked.parameter);
        const bool first = tracked.codes.empty();
        tracked.codes.resize(master.size());
        tracked.direction.resize(master.size());
        tracked.frequency.resize(master.size());
        forEachWeight(*m_sites[i].weight, master,
                      [&](std::size_t at, float weight, const Grid& grid) {
                          const std::int32_t code = levelOf(weight, grid);
                          const std::int32_t change = first ? 0 : code - tracked.codes[at];
                          tracked.codes[at] = code;
                          const int direction = (change > 0) - (change < 0);
                          const bool back = direction * tracked.direction[at] < 0;
                          float& frequency = tracked.frequency[at];
                          frequency += momentum * ((back ? 1.0F : 0.0F) - frequency);
                          if (direction != 0) {
                              tracked.direction[at] = static_cast<std::int8_t>(direction);
                          }
                      });
        follow(i);
    }
}

void QatWatch::chooseFollowed(Tracked& tracked) const {
    std::vector<std::size_t> busiest;
    for (std::size_t at = 0; at < tracked.frequency.size(); ++at) {
        if (tracked.frequency[at] > oscillates) {
            busiest.push_back(at);
        }
    }
    const std::size_t kept = std::min(mostFollowed, busiest.size());
    std::partial_sort(busiest.begin(), busiest.begin() + static_cast<std::ptrdiff_t>(kept),
                      busiest.end(), [&](std::size_t a, std::size_t b) {
                          const float x = tracked.frequency[a];
                          const float y = tracked.frequency[b];
                          return x != y ? x > y : a < b;
                      });
    busiest.resize(kept);
    std::vector<CodeTrail> trails;
    for (const std::size_t at : busiest) {
        const auto known = std::find_if(tracked.trails.begin(), tracked.trails.end(),
                                        [at](const CodeTrail& it) { return it.weight == at; });
        trails.push_back(known != tracked.trails.end() ? std::move(*known)
                                                       : CodeTrail{at, m_steps, {}, {}});
    }
    tracked.trails = std::move(trails);
}

void QatWatch::follow(std::size_t site) {
    Tracked& tracked = m_tracked[site];
    if (m_steps % chooseEvery == 0) {
        chooseFollowed(tracked);
    }
    const QatWeight& part = *m_sites[site].weight;
    const std::span<const float> master = m_model->parameters().values(tracked.parameter);
    for (CodeTrail& trail : tracked.trails) {
        std::size_t unit = 0;
        std::size_t within = trail.weight;
        while (within >= part.units().slice(master, unit).size()) {
            within -= part.units().slice(master, unit).size();
            ++unit;
        }
        const float weight = part.units().slice(master, unit)[within];
        trail.codes.push_back(tracked.codes[trail.weight]);
        trail.positions.push_back(weight / part.grids()[unit].scale);
        if (trail.codes.size() > trailSteps) {
            trail.codes.erase(trail.codes.begin());
            trail.positions.erase(trail.positions.begin());
            ++trail.firstStep;
        }
    }
}

WeightInsight QatWatch::weights(std::size_t site, std::size_t binsPerStep) const {
    WeightInsight insight;
    insight.step = m_steps;
    const QatWeight* part = m_sites[site].weight.get();
    if (part == nullptr || part->grids().empty()) {
        return insight;
    }
    const Tracked& tracked = m_tracked[site];
    const Grid& any = part->grids().front();
    insight.low = any.low;
    insight.high = any.high;
    insight.binWidth = 1.0 / static_cast<double>(binsPerStep);
    // Half a step, and so half a level's bins, beyond the outermost levels on both sides.
    insight.lowEdge = insight.low - 1;
    const double span = insight.high - insight.low + 2;
    insight.bins.resize(static_cast<std::size_t>(span) * binsPerStep);
    insight.levels.resize(static_cast<std::size_t>(span) - 1);
    double distance = 0;
    forEachWeight(*part, m_model->parameters().values(tracked.parameter),
                  [&](std::size_t, float weight, const Grid& grid) {
                      // In asymmetric units the same level may be another multiple of the scale.
                      const double x = static_cast<double>(weight / grid.scale) -
                                       (static_cast<double>(grid.low) - insight.low);
                      const double level = std::nearbyint(x);
                      const double kept = std::clamp(level, insight.low, insight.high);
                      const double bin = (x - insight.lowEdge) / insight.binWidth;
                      const double last = static_cast<double>(insight.bins.size() - 1);
                      ++insight.bins[static_cast<std::size_t>(std::clamp(bin, 0.0, last))];
                      ++insight.levels[static_cast<std::size_t>(kept - insight.low)];
                      insight.clipped += level != kept ? 1 : 0;
                      distance += std::abs(x - kept);
                      ++insight.count;
                  });
    for (const Grid& grid : part->grids()) {
        insight.scales.push_back(grid.scale);
    }
    insight.oscillating = static_cast<std::size_t>(
        std::count_if(tracked.frequency.begin(), tracked.frequency.end(),
                      [](float frequency) { return frequency > oscillates; }));
    insight.trails = tracked.trails;
    insight.meanDistance = distance / static_cast<double>(std::max<std::size_t>(insight.count, 1));
    return insight;
}

std::vector<StePoint> straightThroughCurve(const Grid& grid, std::size_t count) {
    const double low = grid.low;
    const double high = grid.high;
    const double begin = low - 1.5;
    const double step = (high - low + 3) / static_cast<double>(count - 1);
    std::vector<StePoint> points(count);
    for (std::size_t i = 0; i < count; ++i) {
        StePoint& point = points[i];
        point.x = begin + static_cast<double>(i) * step;
        const double rounded = std::nearbyint(point.x);
        const bool codeInside = rounded >= low && rounded <= high;
        const bool inside = point.x > low && point.x < high;
        point.y = std::clamp(rounded, low, high);
        point.clipped = codeInside ? 1 : 0;
        point.lsq = inside ? 1 : 0;
        point.scaleSlope = inside ? rounded - point.x : point.y;
        point.scaleSlopePyTorch = codeInside ? rounded - point.x : point.y;
    }
    return points;
}

}  // namespace zeropoint
