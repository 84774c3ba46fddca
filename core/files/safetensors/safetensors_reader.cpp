// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/little_endian.h"
#include "core/files/safetensors/safetensors_header.h"
#include "core/files/stoppable_read.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace zeropoint {
namespace {

// Layout: 8 bytes N, little endian; N bytes of JSON; the data, without gaps, to the end.
constexpr std::uint64_t lengthBytes = 8;
/// The format's own limit on the header.
constexpr std::uint64_t mostHeaderBytes = 100'000'000;

tl::unexpected<Error> malformed(const SourcePtr& source, std::string what) {
    return fail(ErrorCode::Malformed, std::move(what), source->name(),
                "Copy or download it again: it is damaged or was not copied whole");
}

DType dtypeOf(std::string_view name) {
    const DType dtype = dtypeFromName(name);
    constexpr std::array notInTheFormat = {DType::I4,   DType::U4,  DType::I2,   DType::U2,
                                           DType::C128, DType::F80, DType::Block};
    return std::ranges::find(notInTheFormat, dtype) == notInTheFormat.end() ? dtype
                                                                            : DType::Unknown;
}

Result<StoredTensor> check(const SafetensorsEntry& entry, std::uint64_t dataStart,
                           const SourcePtr& source) {
    const auto wrong = [&](const std::string& what) {
        return malformed(source, "Tensor " + inQuotes(entry.name) + " " + what);
    };
    const DType dtype = dtypeOf(entry.dtype);
    const std::uint64_t begin = entry.offsets[0];
    const std::uint64_t end = entry.offsets[1];
    if (begin > end || end > source->size() - dataStart) {
        return wrong("has offsets beyond the data");
    }
    if (dtype == DType::Unknown) {
        StoredTensor tensor = unreadableTensor(
            entry.name, "The dtype " + inQuotes(entry.dtype) + " is not known to this program");
        tensor.info.dtypeText = entry.dtype;
        tensor.info.shape = entry.shape;
        tensor.info.bytes = end - begin;
        tensor.info.offset = dataStart + begin;
        tensor.source = source;
        return tensor;
    }
    const std::int64_t elements = elementCount(entry.shape);
    const std::int64_t bytes = elements < 0 ? -1 : storedBytes(dtype, elements);
    if (bytes < 0) {
        return wrong("has a shape that does not make whole bytes of a possible number");
    }
    if (end - begin != static_cast<std::uint64_t>(bytes)) {
        return wrong("takes " + std::to_string(end - begin) + " bytes, but its shape and dtype " +
                     std::to_string(bytes));
    }
    TensorInfo info{entry.name,  dtype,       std::string(dtypeName(dtype)),
                    entry.shape, end - begin, dataStart + begin};
    StoredTensor tensor;
    tensor.info = std::move(info);
    tensor.source = source;
    return tensor;
}

/// The tensors must follow each other without overlap or gap and end with the file.
Result<void> checkOrder(const std::vector<StoredTensor>& tensors, std::uint64_t dataStart,
                        const SourcePtr& source) {
    std::uint64_t expected = dataStart;
    for (const StoredTensor& tensor : tensors) {
        if (tensor.info.offset != expected) {
            return malformed(source, "Tensor " + inQuotes(tensor.info.name) + " starts at byte " +
                                         std::to_string(tensor.info.offset) +
                                         ", but the one before ends at " +
                                         std::to_string(expected));
        }
        expected += tensor.info.bytes;
    }
    if (expected != source->size()) {
        return malformed(source, std::to_string(source->size() - expected) +
                                     " bytes at the end belong to no tensor");
    }
    return {};
}

}  // namespace

bool isSafetensors(const FileHead& head) {
    if (head.bytes.size() <= lengthBytes) {
        return false;
    }
    const auto length = littleEndian<std::uint64_t>(head.bytes);
    // A file that was cut off is still one: its reader says what is missing.
    if (length > head.size - lengthBytes) {
        return length <= mostHeaderBytes && head.bytes.size() >= 10 &&
               head.bytes[8] == std::byte{'{'} && head.bytes[9] == std::byte{'"'};
    }
    for (const std::byte byte : head.bytes.subspan(lengthBytes)) {
        const auto c = std::to_integer<unsigned char>(byte);
        if (std::isspace(c) == 0) {
            return c == '{';
        }
    }
    return false;
}

Result<FileContents> readSafetensors(const SourcePtr& source, const OpenOptions& options) {
    const auto prefix = readBlock(*source, 0, lengthBytes, "length of the header");
    if (!prefix) {
        return tl::unexpected(prefix.error());
    }
    const auto length = littleEndian<std::uint64_t>(*prefix);
    if (length > mostHeaderBytes) {
        return malformed(source, "The header claims " + std::to_string(length) + " bytes");
    }
    const auto bytes = readBlock(*source, lengthBytes, length, "header", options.stop);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto header =
        parseSafetensorsHeader({reinterpret_cast<const char*>(bytes->data()), bytes->size()},
                               source->name(), options.stop);
    if (!header) {
        return tl::unexpected(header.error());
    }
    const std::uint64_t dataStart = lengthBytes + length;
    FileContents contents{"safetensors", std::move(header->metadata), {}};
    contents.tensors.reserve(header->entries.size());
    for (const SafetensorsEntry& entry : header->entries) {
        if (options.stop.stop_requested()) {
            return openingStopped(source->name());
        }
        auto tensor = check(entry, dataStart, source);
        if (!tensor) {
            return tl::unexpected(tensor.error());
        }
        contents.tensors.push_back(std::move(*tensor));
    }
    std::ranges::stable_sort(contents.tensors, {}, [](const StoredTensor& tensor) {
        return std::pair(tensor.info.offset, tensor.info.bytes);
    });
    const auto isLost = [](const StoredTensor& tensor) { return !tensor.unreadable.empty(); };
    if (!contents.tensors.empty() && std::ranges::all_of(contents.tensors, isLost)) {
        const StoredTensor& first = contents.tensors.front();
        return fail(ErrorCode::Unsupported,
                    "Tensor " + inQuotes(first.info.name) + " is not read: " + first.unreadable,
                    source->name(), "Convert it to a dtype of the safetensors format");
    }
    if (const auto whole = checkOrder(contents.tensors, dataStart, source); !whole) {
        return tl::unexpected(whole.error());
    }
    return contents;
}

}  // namespace zeropoint
