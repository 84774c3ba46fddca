// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/format_reader.h"

#include <optional>
#include <span>
#include <string>

namespace zeropoint {

/// The tensors of one file as they are stored, its format recognised by its content: without its
/// siblings, and quantized weights still in their parts.
Result<FileContents> openContents(const SourcePtr& source, const OpenOptions& options);

/// What a file is that holds no weights that are read, and what to do about it; code Unsupported.
/// Nothing for one that may hold weights. By the first bytes; by all of a Git LFS pointer, which is
/// short; by the name alone, for files in which no format was recognised; by the name of a file
/// that holds words; and of a folder.
std::optional<Error> notWeights(const FileHead& head, const std::string& name);
std::optional<Error> lfsPointer(const FileHead& head, const ByteSource& source);
std::optional<Error> notWeightsByName(const std::string& name);
std::optional<Error> textInPlace(const std::string& name);
std::optional<Error> notWeightsFolder(const std::string& path);

/// Reads the first bytes of a source into `buffer`.
Result<FileHead> headOf(const ByteSource& source, std::span<std::byte, 64> buffer);

}  // namespace zeropoint
