// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <memory>
#include <stop_token>

namespace onnx {
class ModelProto;
}

namespace zeropoint {

/// The model in a source, read piece by piece as it is parsed. TooLarge beyond 2 GiB, which is the
/// most that the format's encoding has; Malformed when it is none; Cancelled when it is stopped.
Result<std::shared_ptr<const onnx::ModelProto>> parseOnnx(const ByteSource& source,
                                                          const std::stop_token& stop);

}  // namespace zeropoint
