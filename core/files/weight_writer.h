// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/tensor_output.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

enum class WriteFormat { Npy, Npz, Safetensors, Csv };

/// By the ending of a path (.npy, .npz, .safetensors, .csv or .txt); nothing for another.
std::optional<WriteFormat> writeFormatOf(std::string_view path);

/// Whether a format stores a dtype as it is; what it does not is written as float32.
bool (*keptBy(WriteFormat format))(DType dtype);

/// What goes into a file. Metadata is written where there is a place for it: .safetensors and .npz.
/// Bytes of names that are not UTF-8 become U+FFFD.
struct WeightOutput {
    std::vector<TensorOutput> tensors;
    std::vector<std::pair<std::string, std::string>> metadata;
};

/// Writes a file beside its target and puts it in place when it is whole and synced; returns its
/// size. .npy and .csv take exactly one tensor, the others any number with names of their own.
/// InvalidArgument (two equal names or none, a dtype that the format has not, in an archive a name
/// that leads out of its folder), WriteFailed (the old file still stands), Cancelled, and reading
/// errors.
Result<std::uint64_t> writeWeights(const std::string& path, WriteFormat format,
                                   const WeightOutput& output, const Execution& execution = {});

}  // namespace zeropoint
