// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/gguf/gguf_writer.h"

#include "core/files/atomic_file.h"
#include "core/files/little_endian.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <bit>
#include <set>

namespace zeropoint {
namespace {

constexpr std::string_view writtenMagic = "GGUF";
constexpr std::uint64_t version = 3;
constexpr std::uint64_t usualAlignment = 32;
constexpr std::size_t mostWrittenName = 63;
constexpr std::size_t mostWrittenDimensions = 4;

std::uint64_t padding(std::uint64_t bytes, std::uint64_t alignment) {
    return (alignment - bytes % alignment) % alignment;
}

std::uint64_t alignmentOf(const GgufOutput& output) {
    const GgufEntry* entry = findEntry(output.entries, "general.alignment");
    const auto value = entry == nullptr ? std::nullopt : entry->number();
    return value && std::has_single_bit(*value) && *value <= (1U << 20) ? *value : usualAlignment;
}

Result<void> checkTensor(const std::string& path, const GgufTensor& tensor) {
    if (tensor.name.empty() || tensor.name.size() > mostWrittenName) {
        return fail(ErrorCode::InvalidArgument,
                    tensor.name.empty()
                        ? "A tensor has no name"
                        : "The name " + inQuotes(tensor.name) + " is longer than 63 bytes",
                    path, "GGUF's readers take 1 to 63: leave the tensor out with --only");
    }
    if (tensor.shape.size() > mostWrittenDimensions) {
        return fail(ErrorCode::InvalidArgument,
                    "Tensor " + inQuotes(tensor.name) + " has " +
                        std::to_string(tensor.shape.size()) + " dimensions",
                    path, "GGUF's readers take four at most: leave it out with --only");
    }
    const std::int64_t row = tensor.shape.empty() ? 1 : tensor.shape.back();
    if (row % tensor.type->values != 0) {
        return fail(ErrorCode::InvalidArgument,
                    "Rows of " + std::to_string(row) + " values of tensor " +
                        inQuotes(tensor.name) + " do not fill blocks of " +
                        std::string(tensor.type->name),
                    path, "Choose a type with smaller blocks");
    }
    return {};
}

Result<void> check(const std::string& path, const GgufOutput& output) {
    std::set<std::string_view> names;
    for (const GgufTensor& tensor : output.tensors) {
        if (auto valid = checkTensor(path, tensor); !valid) {
            return valid;
        }
        if (!names.insert(tensor.name).second) {
            return fail(ErrorCode::InvalidArgument,
                        "Two tensors are named " + inQuotes(tensor.name), path,
                        "Choose tensors with different names");
        }
    }
    return {};
}

std::string headerOf(const GgufOutput& output, std::uint64_t alignment) {
    std::string header(writtenMagic);
    appendLittleEndian(header, version, 4);
    appendLittleEndian(header, output.tensors.size(), 8);
    appendLittleEndian(header, output.entries.size(), 8);
    for (const GgufEntry& entry : output.entries) {
        appendGgufText(header, entry.key);
        appendLittleEndian(header, static_cast<std::uint64_t>(entry.type), 4);
        header += entry.bytes;
    }
    std::uint64_t offset = 0;
    for (const GgufTensor& tensor : output.tensors) {
        appendGgufText(header, tensor.name);
        appendLittleEndian(header, tensor.shape.size(), 4);
        for (auto size = tensor.shape.rbegin(); size != tensor.shape.rend(); ++size) {
            appendLittleEndian(header, static_cast<std::uint64_t>(*size), 8);
        }
        appendLittleEndian(header, tensor.type->code, 4);
        appendLittleEndian(header, offset, 8);
        offset += tensor.bytes() + padding(tensor.bytes(), alignment);
    }
    header.append(padding(header.size(), alignment), '\0');
    return header;
}

/// Writes tensors and tells how far it is.
class DataWriter {
public:
    DataWriter(AtomicFile& file, const GgufOutput& output, const Execution& execution)
        : m_file(file), m_execution(execution) {
        for (const GgufTensor& tensor : output.tensors) {
            m_total += tensor.bytes();
        }
    }

    Result<void> write(const GgufTensor& tensor) {
        constexpr std::uint64_t pieceBytes = 32 << 20;
        const std::uint64_t size = tensor.bytes();
        std::vector<std::byte> piece;
        for (std::uint64_t at = 0; at < size; at += piece.size()) {
            if (m_execution.stopRequested()) {
                return fail(ErrorCode::Cancelled, "Writing was stopped", tensor.name);
            }
            piece.resize(std::min(pieceBytes, size - at));
            auto done = tensor.fill(at, piece);
            done = done ? m_file.write(piece) : done;
            if (!done) {
                return done;
            }
            m_written += piece.size();
            if (m_execution.progress) {
                m_execution.progress(static_cast<double>(m_written) / static_cast<double>(m_total));
            }
        }
        return {};
    }

private:
    AtomicFile& m_file;
    const Execution& m_execution;
    std::uint64_t m_total = 0;
    std::uint64_t m_written = 0;
};

Result<std::uint64_t> writeAll(AtomicFile& file, const GgufOutput& output,
                               const Execution& execution) {
    const std::uint64_t alignment = alignmentOf(output);
    const std::string header = headerOf(output, alignment);
    std::uint64_t size = header.size();
    DataWriter data(file, output, execution);
    auto done = file.write(header);
    for (const GgufTensor& tensor : output.tensors) {
        const std::string rest(padding(tensor.bytes(), alignment), '\0');
        done = done ? data.write(tensor) : done;
        done = done ? file.write(rest) : done;
        size += tensor.bytes() + rest.size();
    }
    done = done ? file.commit() : done;
    return done.map([size] { return size; });
}

}  // namespace

std::uint64_t GgufTensor::rowBytes() const {
    const std::int64_t row = shape.empty() ? 1 : shape.back();
    return static_cast<std::uint64_t>(row / type->values) * type->bytes;
}

std::uint64_t GgufTensor::bytes() const {
    return static_cast<std::uint64_t>(elementCount(shape) / type->values) * type->bytes;
}

Result<std::uint64_t> writeGguf(const std::string& path, const GgufOutput& output,
                                const Execution& execution) {
    if (const auto valid = check(path, output); !valid) {
        return tl::unexpected(valid.error());
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return writeAll(*file, output, execution);
}

}  // namespace zeropoint
