// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/synthetic.h"

#include <string_view>

namespace zeropoint {

/// Null when there is no such kind.
const SyntheticKind* findSyntheticKind(std::string_view name);

/// The kind of a specification whose parameters all exist and lie in their ranges.
Result<const SyntheticKind*> checkSynthetic(const SyntheticSpec& spec);

/// The given value of a parameter, or its default; 0 for one that the kind does not have.
double syntheticValue(const SyntheticKind& kind, const SyntheticSpec& spec, std::string_view key);

}  // namespace zeropoint
