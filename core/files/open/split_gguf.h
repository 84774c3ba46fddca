// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/format_reader.h"

#include <span>
#include <string>

namespace zeropoint {

/// Adds the other parts of a split GGUF model ("NAME-00001-of-00003.gguf", split.no and split.count
/// in the metadata) to the part that was opened, in the order of the parts, whichever it was. A
/// part that is not there, cannot be read or belongs to another model stands in the list as an
/// entry of its file's name with the reason; a tensor that two parts hold is listed once more with
/// the reason. Contents that are no part are returned as they are.
Result<FileContents> joinSplitGguf(FileContents contents, const std::string& path,
                                   const OpenOptions& options);

/// Whether the files, sorted, are the parts of one split model and nothing else.
bool areOneSplitModel(std::span<const std::string> paths);

}  // namespace zeropoint
