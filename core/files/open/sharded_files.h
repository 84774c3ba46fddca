// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/format_reader.h"

#include <string>

namespace zeropoint {

/// An index of a sharded model ("model.safetensors.index.json"): {"weight_map": {tensor: file}}.
bool isShardIndex(const FileHead& head);

/// Opens every file that the index names, inside the index's own folder, and joins the tensors in
/// the index's order. A tensor whose file is not there, cannot be read or does not hold it is
/// listed with the reason; the first file's error is returned when none can be read.
Result<FileContents> readShardIndex(const SourcePtr& source, const OpenOptions& options);

/// The file of a model's folder to open: its index, else its only weight file or the first part of
/// its only split GGUF model. NotFound when there is none; InvalidArgument when there are several
/// and none comes first.
Result<std::string> chooseInFolder(const std::string& folder);

}  // namespace zeropoint
