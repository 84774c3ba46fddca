// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_writer.h"

#include "core/files/format_writer.h"
#include "core/support/in_quotes.h"
#include "core/support/plain_text.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace zeropoint {
namespace {

/// Whether a name may stand in an archive that somebody unpacks: it leads to no other folder, on
/// no system.
bool staysInItsFolder(std::string_view name) {
    const bool drive = name.size() > 1 && name[1] == ':';
    const bool odd =
        name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos;
    if (name.starts_with('/') || drive || odd) {
        return false;
    }
    while (true) {
        const std::size_t end = std::min(name.find('/'), name.size());
        if (name.substr(0, end) == "..") {
            return false;
        }
        if (end == name.size()) {
            return true;
        }
        name.remove_prefix(end + 1);
    }
}

Result<void> checkTensor(const std::string& path, WriteFormat format, const TensorOutput& tensor) {
    const bool named = format == WriteFormat::Npz || format == WriteFormat::Safetensors;
    if (named && tensor.name.empty()) {
        return fail(ErrorCode::InvalidArgument, "A tensor has no name", path,
                    "Give it one: it is found by it");
    }
    if (named && tensor.name == metadataName) {
        return fail(
            ErrorCode::InvalidArgument,
            "The name " + inQuotes(metadataName) + " is kept for what a file says of itself", path,
            "Leave the tensor out with --only");
    }
    if (format == WriteFormat::Npz && !staysInItsFolder(tensor.name)) {
        return fail(ErrorCode::InvalidArgument,
                    "The name " + inQuotes(tensor.name) +
                        " is none of a file in an archive: it would leave its folder, or has bytes "
                        "that no name has",
                    path, "Write .safetensors, or leave the tensor out with --only");
    }
    if (!keptBy(format)(tensor.dtype)) {
        return fail(ErrorCode::InvalidArgument,
                    "This format has no " + std::string(dtypeName(tensor.dtype)) + ": tensor " +
                        inQuotes(tensor.name),
                    path, "Write .safetensors, or another dtype");
    }
    return {};
}

Result<void> check(const std::string& path, WriteFormat format, const WeightOutput& output) {
    const bool single = format == WriteFormat::Npy || format == WriteFormat::Csv;
    if (single && output.tensors.size() != 1) {
        return fail(
            ErrorCode::InvalidArgument,
            "A file of this format holds one tensor, not " + std::to_string(output.tensors.size()),
            path, "Choose one tensor, or write .npz or .safetensors");
    }
    if (format == WriteFormat::Npz && output.tensors.empty()) {
        return fail(ErrorCode::InvalidArgument, "An archive without arrays is no file", path,
                    "Write .safetensors, which may hold none");
    }
    std::set<std::string> names;  // as they will stand in the file
    for (const TensorOutput& tensor : output.tensors) {
        if (auto valid = checkTensor(path, format, tensor); !valid) {
            return valid;
        }
        if (!names.insert(validUtf8(tensor.name)).second) {
            return fail(ErrorCode::InvalidArgument,
                        "Two tensors are named " + inQuotes(tensor.name), path,
                        "Choose tensors with different names");
        }
    }
    return {};
}

Result<void> writeAs(WriteFormat format, AtomicFile& file, const WeightOutput& output,
                     const Execution& execution) {
    switch (format) {
        case WriteFormat::Npy:
            return writeNpy(file, output, execution);
        case WriteFormat::Npz:
            return writeNpz(file, output, execution);
        case WriteFormat::Safetensors:
            return writeSafetensors(file, output, execution);
        case WriteFormat::Csv:
            break;
    }
    return writeCsv(file, output, execution);
}

bool onlyFloat32(DType dtype) {
    return dtype == DType::F32;
}

}  // namespace

std::optional<WriteFormat> writeFormatOf(std::string_view path) {
    if (path.ends_with(".npy")) {
        return WriteFormat::Npy;
    }
    if (path.ends_with(".npz")) {
        return WriteFormat::Npz;
    }
    if (path.ends_with(".safetensors")) {
        return WriteFormat::Safetensors;
    }
    if (path.ends_with(".csv") || path.ends_with(".txt")) {
        return WriteFormat::Csv;
    }
    return std::nullopt;
}

bool (*keptBy(WriteFormat format))(DType dtype) {
    if (format == WriteFormat::Safetensors) {
        return safetensorsKeeps;
    }
    return format == WriteFormat::Csv ? onlyFloat32 : npyKeeps;
}

Result<void> forEachPiece(const TensorOutput& tensor, const Execution& execution, PieceSink sink) {
    // A gathered tensor is read whole for each piece, so pieces are as large as most tensors.
    constexpr std::uint64_t pieceBytes = 32 << 20;
    const std::uint64_t total = tensor.bytes();
    std::vector<std::byte> piece;
    for (std::uint64_t at = 0; at < total; at += pieceBytes) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "Writing was stopped", tensor.name);
        }
        piece.resize(std::min(pieceBytes, total - at));
        auto done = tensor.fill(at, piece);
        done = done ? sink(piece) : done;
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<std::uint64_t> writeWeights(const std::string& path, WriteFormat format,
                                   const WeightOutput& output, const Execution& execution) {
    if (const auto valid = check(path, format, output); !valid) {
        return tl::unexpected(valid.error());
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto done = writeAs(format, *file, output, execution);
    done = done ? file->commit() : done;
    if (!done) {
        Error failure = done.error();
        failure.where = failure.where.empty() ? path : failure.where;
        return tl::unexpected(std::move(failure));
    }
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return error ? fail(ErrorCode::WriteFailed, "The written file is gone", path,
                        "Write it again, to a place that nothing else clears")
                 : Result<std::uint64_t>(size);
}

}  // namespace zeropoint
