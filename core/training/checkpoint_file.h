// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/tensor/tensor.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// A float32 tensor to be written.
struct CheckpointTensor {
    std::string name;
    Shape shape;
    std::span<const float> values;
};

/// Writes a safetensors file: 8 bytes of header length, the header in JSON, the values in little
/// endian and in the order given. The file appears whole or not at all: it is written beside the
/// old one, flushed to the disk, and takes its name last. WriteFailed: the old file still stands.
Result<void> writeCheckpointFile(const std::filesystem::path& file,
                                 const std::vector<CheckpointTensor>& tensors,
                                 const std::map<std::string, std::string>& metadata);

}  // namespace zeropoint
