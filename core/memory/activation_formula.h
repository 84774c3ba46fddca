// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/activations.h"

#include <string>

namespace zeropoint {

/// trainingActivationBytes with its numbers: "1 x 4096 tokens x (1474560 x 2 + 128256 x 10) bytes",
/// the values that are kept of a token and its logits, each by their bytes.
std::string trainingActivationFormula(const Architecture& architecture,
                                      const ActivationSettings& settings);

/// inferenceActivationBytes likewise: "4 bytes x (512 tokens x (57344 + 4096) + 1 x 128256)".
std::string inferenceActivationFormula(const Architecture& architecture,
                                       const ActivationSettings& settings);

}  // namespace zeropoint
