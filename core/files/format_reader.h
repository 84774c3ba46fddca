// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <memory>
#include <span>

namespace zeropoint {

/// The first bytes of a file (up to 64) and its length: enough to tell every format.
struct FileHead {
    std::span<const std::byte> bytes;
    std::uint64_t size = 0;

    bool startsWith(std::string_view magic) const;
};

using SourcePtr = std::shared_ptr<const ByteSource>;

/// One reader for each format, in the file of its name. `is...` looks at the head alone.
bool isNpy(const FileHead& head);
Result<FileContents> readNpy(const SourcePtr& source, const OpenOptions& options);
/// The same as a member of an archive: what cannot be read is listed with the reason.
Result<FileContents> listNpy(const SourcePtr& source);

/// .npz, and what PyTorch packs into a zip archive.
bool isZip(const FileHead& head);
Result<FileContents> readZip(const SourcePtr& source, const OpenOptions& options);

bool isGguf(const FileHead& head);
Result<FileContents> readGguf(const SourcePtr& source, const OpenOptions& options);

class ZipArchive;
/// An archive that has a member data.pkl.
Result<FileContents> readTorchZip(const std::shared_ptr<const ZipArchive>& archive,
                                  const OpenOptions& options);

/// PyTorch's format before version 1.6.
bool isTorchLegacy(const FileHead& head);
Result<FileContents> readTorchLegacy(const SourcePtr& source, const OpenOptions& options);

/// Initializers of ONNX models.
bool isOnnx(const FileHead& head);
Result<FileContents> readOnnx(const SourcePtr& source, const OpenOptions& options);

/// Tables of numbers: one number or one row a line.
bool isText(const FileHead& head);
Result<FileContents> readText(const SourcePtr& source, const OpenOptions& options);

bool isSafetensors(const FileHead& head);
Result<FileContents> readSafetensors(const SourcePtr& source, const OpenOptions& options);

}  // namespace zeropoint
