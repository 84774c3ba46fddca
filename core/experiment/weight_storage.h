// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

#include <cstdint>
#include <optional>
#include <string>

namespace zeropoint {

/// How the layers' weights of a run are stored, in the two figures that tell runs apart at first
/// glance. Adapters are not counted: they stand beside the weights.
struct WeightStorage {
    int fewestBits = 32;  ///< of a code, in the layer that has the fewest
    int mostBits = 32;
    std::optional<Granularity> scalePer;  ///< of most layers; nullopt: no scales
    std::int64_t groupSize = 0;           ///< of Granularity::Group
};

WeightStorage weightStorage(const RunSpec& run);

/// "4"; "2-8" where layers differ.
std::string bitsText(const WeightStorage& storage);
/// "tensor", "channel", "group 16".
std::string scalePerText(Granularity granularity, std::int64_t groupSize);
/// The same; empty without scales.
std::string scalePerText(const WeightStorage& storage);

}  // namespace zeropoint
