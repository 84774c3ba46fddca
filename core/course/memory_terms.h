// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/estimate.h"
#include "core/support/error.h"

#include <string>
#include <string_view>

namespace zeropoint::course {

/// What a model of the catalogue (or a bare count of parameters) needs, in the words of the
/// command line's `memory` verb: "mode=qlora context=2048 batch=1 rank=16 targets=q,v
/// optimizer=adamw format=nf4 block=64 double=256 bytes=16 kv=f16", all optional and separated by
/// blanks, with the verb's defaults. InvalidArgument with the word, NotFound for a model.
Result<MemoryRequest> memoryRequest(std::string_view model, std::string_view options);
Result<MemoryRequest> memoryRequest(double parameters, std::string_view options);

/// A part of an estimate by name: total, weights, kv_cache, activations, gradients, optimizer,
/// adapters, overhead, trainable, parameters, bits_per_weight. InvalidArgument.
Result<double> memoryPart(const MemoryEstimate& estimate, std::string_view part);

}  // namespace zeropoint::course
