// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"

#include <string>
#include <utility>
#include <vector>

namespace zeropoint {

/// What a checkpoint says beside its tensors and its model's configuration, as entries of a file's
/// metadata.
std::vector<std::pair<std::string, std::string>> checkpointMetadata(const CheckpointInfo& info);

}  // namespace zeropoint
