// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <QString>

namespace zeropoint::ui {

/// "GPTQ", "bitsandbytes": the name of who packed a weight as its makers write it.
QString packedBy(const PackedWeight& packed);

/// "Quantized by GPTQ, 4 bits, group 128: these are its codes."
QString packedSentence(const PackedWeight& packed);
/// The same of a block format: "Stored as Q4_0, 32 values a block, 4.5 bits per weight: these ...".
QString blockSentence(const BlockFormat& format);

/// "GPTQ int4": what a list has room for.
QString packedBadge(const PackedWeight& packed);

}  // namespace zeropoint::ui
