// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/nn/transformer_config.h"

#include <cstddef>

namespace zeropoint {

/// The two shapes that the project's bars name; torch_transformer.py builds the same.
TransformerConfig visionModel();
TransformerConfig characterModel();

/// Random input and targets that fit a model.
BatchStorage randomBatch(const TransformerConfig& config, std::size_t sequences);

}  // namespace zeropoint
