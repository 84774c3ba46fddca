// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_attachments.h"
#include "core/methods/ptq/ptq.h"

namespace zeropoint {

/// What quantization-aware training ended with, as codes: each weight on the grids that its fake
/// quantizer uses, static inputs on theirs; ready for writeQuantizedModel. `model` carries
/// `attached` and is prepared. Unsupported for doubly quantized scales, whose own codes training
/// does not keep; else as resolveSites and modelSize.
Result<QuantizedModel> quantizedRun(const RunSpec& run, const RunAttachments& attached,
                                    const Transformer<float>& model);

}  // namespace zeropoint
