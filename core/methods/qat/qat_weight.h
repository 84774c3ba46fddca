// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/fake_quantize.h"
#include "core/nn/transformer.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace zeropoint {

/// How a weight [rows, columns] is cut into units that share a grid: all of it, its rows, or
/// stretches of a row (the last one may be shorter). Units lie one after the other in memory.
struct WeightUnits {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t unit = 0;  ///< values of a whole unit

    /// Refuses (InvalidArgument) channels along another axis than the rows and groups without a
    /// positive size; a group wider than a row is the row.
    static Result<WeightUnits> of(const QuantScheme& scheme, const WeightSite& site);

    std::size_t perRow() const { return unit >= columns ? 1 : (columns + unit - 1) / unit; }
    std::size_t count() const { return unit > columns ? 1 : rows * perRow(); }
    /// Values [begin, begin + size) of a unit.
    std::span<const float> slice(std::span<const float> weight, std::size_t index) const;
    std::span<float> slice(std::span<float> weight, std::size_t index) const;
};

/// Scales as the scheme stores them (roundScale; for Double all of them together, see
/// doubleQuantize): what is trained with is what a size is told of. Positive scales stay so.
void storeScales(const QuantScheme& scheme, std::span<Grid> grids);

/// An attachment that trains a weight through its integer grid. Subclasses choose the scale.
class QatWeight : public LinearAttachment<float> {
public:
    static constexpr std::uint64_t never = static_cast<std::uint64_t>(-1);

    bool changesWeight() const override { return true; }
    void beginStep(const Pass& pass, std::size_t shards) override;
    void effectiveWeight(std::span<const float> master, OwnSpans<const float> own,
                         std::span<float> effective) override;

    const QuantScheme& scheme() const { return m_scheme; }
    const WeightUnits& units() const { return m_units; }
    /// One for each unit, as of the last effectiveWeight; empty before the first.
    std::span<const Grid> grids() const { return m_grids; }
    bool frozen() const { return m_frozen; }

protected:
    QatWeight(QuantScheme scheme, const ElementFormat& element, const WeightUnits& units,
              std::uint64_t freezeAt);

    /// Chooses the grids anew; not called once the scale is frozen.
    virtual void chooseGrids(std::span<const float> master, OwnSpans<const float> own,
                             std::vector<Grid>& grids) = 0;
    const ElementFormat& element() const { return m_element; }

private:
    QuantScheme m_scheme;
    ElementFormat m_element;
    WeightUnits m_units;
    std::uint64_t m_freezeAt;
    bool m_frozen = false;
    std::vector<Grid> m_grids;
};

}  // namespace zeropoint
