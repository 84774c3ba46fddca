// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/fake_quantize.h"
#include "core/nn/transformer.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zeropoint {

/// An attachment that trains a layer through its input's integer grid. The shards of a batch run
/// at the same time, so a step works with what the steps before it found out; each shard of the
/// first step, before there is anything, goes by its own rows.
class QatInput : public LinearAttachment<float> {
public:
    static constexpr std::uint64_t never = static_cast<std::uint64_t>(-1);

    bool changesInput() const override { return true; }

    const QuantScheme& scheme() const { return m_scheme; }
    /// The grid that the next pass works with; scale 1 before the first step and for grids that
    /// live with their rows.
    virtual Grid grid() const = 0;

protected:
    QatInput(const QuantScheme& scheme, const ElementFormat& element);
    QatInput(const QatInput&) = delete;
    QatInput& operator=(const QatInput&) = delete;
    /// trainableElement, and what ParamChooser refuses.
    static Result<ElementFormat> integerElement(const QuantScheme& scheme, const WeightSite& site);

    const CodeRange& codes() const { return m_element.codes; }
    Grid choose(const RealRange& range) const;

private:
    QuantScheme m_scheme;
    ElementFormat m_element;
    ParamChooser m_chooser;  ///< of m_scheme: the object must stay where it was made
};

}  // namespace zeropoint
