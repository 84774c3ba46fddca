// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// A drawn distribution: a kind and its parameters. Parameters that are not given take the
/// kind's defaults, so that two equal specifications are the same tensor on every machine.
struct SyntheticSpec {
    std::string kind = "normal";  ///< one of syntheticKinds()
    std::map<std::string, double, std::less<>> parameters;

    bool operator==(const SyntheticSpec&) const = default;
};

struct SyntheticParameter {
    std::string_view key;
    double defaultValue;
    double minimum;
    double maximum;
    bool integer;
};

struct SyntheticKind {
    std::string_view name;  ///< "normal"
    std::vector<SyntheticParameter> parameters;
};

/// Kinds in the order in which they are offered, each with its parameters and their ranges.
const std::vector<SyntheticKind>& syntheticKinds();

/// Reads "normal?mean=0,std=0.02,n=1000000,seed=1" (what follows "synthetic:").
Result<SyntheticSpec> parseSynthetic(std::string_view text);

/// The text that parseSynthetic reads back, with the parameters that differ from the defaults.
std::string toString(const SyntheticSpec& spec);

/// The kinds, by parameters (each also takes n and, when drawn, seed, outliers, outlier-gain):
///   normal mean, std              gamma shape, scale, zeros (share of values near zero)
///   uniform min, max              laplace mean, scale         student-t dof, scale
///   lognormal mean, std (of the logarithm)                    bimodal distance, std
///   relu std (max(0, normal))     ramp min, max (evenly spaced, both ends included)
///   constant value                outlier-channels rows, cols, channels, gain, std
/// Outlier channels are `channels` drawn rows (axis 0) of a normal matrix times `gain`; `outliers`
/// values of any drawn kind are replaced by up to `outlier-gain` times the largest magnitude.
///
/// Draws the tensor: shape {n}, or {rows, cols} for kinds that have those parameters. Shards of a
/// fixed size have streams of their own: the same numbers on any number of threads.
Result<Tensor> generate(const SyntheticSpec& spec, const Execution& execution = {});

}  // namespace zeropoint
