// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/little_endian.h"
#include "core/files/npy/npy_header.h"
#include "core/files/pitched_bytes.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace zeropoint {
namespace {

// Layout: the magic, major and minor version, the header's length (2 bytes in version 1, 4 after),
// the header as text, the values.
constexpr std::string_view magic = "\x93NUMPY";
constexpr std::uint64_t versionEnd = 8;
/// numpy's own headers stay below 1 KiB unless an array has fields.
constexpr std::uint64_t mostHeaderBytes = 1 << 20;

struct HeaderPlace {
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
};

Result<HeaderPlace> findHeader(const SourcePtr& source) {
    const auto prefix = readBlock(*source, 0, versionEnd, "start of the header");
    if (!prefix) {
        return tl::unexpected(prefix.error());
    }
    if (!FileHead{*prefix, source->size()}.startsWith(magic)) {
        return fail(ErrorCode::Malformed, "The file does not begin as an .npy file", source->name(),
                    "Check what the file is");
    }
    const int version = std::to_integer<int>((*prefix)[6]);
    if (version < 1 || version > 3) {
        return fail(ErrorCode::Unsupported,
                    "The file has version " + std::to_string(version) + " of the .npy format",
                    source->name(), "Write it again in one of the versions 1 to 3");
    }
    const std::uint64_t width = version == 1 ? 2 : 4;
    const auto length = readBlock(*source, versionEnd, width, "length of the header");
    if (!length) {
        return tl::unexpected(length.error());
    }
    const std::uint64_t size =
        version == 1 ? littleEndian<std::uint16_t>(*length) : littleEndian<std::uint32_t>(*length);
    return HeaderPlace{versionEnd + width, size};
}

std::vector<std::int64_t> columnMajorStrides(const Shape& shape) {
    std::vector<std::int64_t> strides;
    std::int64_t stride = 1;
    for (const std::int64_t dimension : shape) {
        strides.push_back(stride);
        stride *= dimension;
    }
    return strides;
}

tl::unexpected<Error> tooLong(const NpyHeader& header, std::uint64_t dataStart,
                              const SourcePtr& source) {
    return fail(ErrorCode::Malformed,
                "An array of " + toString(header.shape) + " elements of " +
                    (header.descr.empty() ? "records" : header.descr) + " does not fit into the " +
                    std::to_string(source->size() - dataStart) + " bytes of data",
                source->name(), "Copy or download it again: it is damaged or was not copied whole");
}

/// What is known of an array whose elements are no numbers.
StoredTensor notRead(const NpyHeader& header, const Error& reason) {
    StoredTensor tensor = unreadableTensor("", reason.what);
    tensor.info.shape = header.shape;
    tensor.info.dtypeText = header.descr;
    const std::int64_t count = elementCount(header.shape);
    tensor.info.bytes = count > 0 ? static_cast<std::uint64_t>(count) : 0;
    tensor.info.bytes *= npyElementBytes(header.descr);
    // Texts, dates and objects are no weights; a number format without a name may be.
    constexpr std::string_view notNumbers = "OSUMma";
    const std::size_t kind = header.descr.find_first_not_of("<>|=");
    if (kind != std::string::npos &&
        notNumbers.find(header.descr[kind]) != std::string_view::npos) {
        tensor.info.role = TensorRole::Buffer;
    }
    return tensor;
}

Result<FileContents> describe(const NpyHeader& header, std::uint64_t dataStart,
                              const SourcePtr& source) {
    const auto element = parseNpyDescr(header.descr, source->name());
    if (!element && element.error().code == ErrorCode::Unsupported) {
        return FileContents{"npy", {}, {notRead(header, element.error())}};
    }
    if (!element) {
        return tl::unexpected(element.error());
    }
    const std::int64_t bytes = storedBytes(element->dtype, elementCount(header.shape));
    if (bytes < 0 || static_cast<std::uint64_t>(bytes) > source->size() - dataStart) {
        return tooLong(header, dataStart, source);
    }
    StoredTensor tensor;
    tensor.info = {"",
                   element->dtype,
                   std::string(dtypeName(element->dtype)),
                   header.shape,
                   static_cast<std::uint64_t>(bytes),
                   dataStart};
    tensor.source = source;
    tensor.order = element->order;
    if (header.fortranOrder && header.shape.size() > 1) {
        tensor.strides = columnMajorStrides(header.shape);
    }
    return FileContents{"npy", {}, {std::move(tensor)}};
}

/// Bytes that a field takes in a record; 0 when they are not known.
std::uint64_t fieldBytes(const NpyField& field) {
    const std::int64_t count = elementCount(field.shape);
    const std::uint64_t width = npyElementBytes(field.descr);
    constexpr std::uint64_t most = std::uint64_t{1} << 40;
    const bool sane = count >= 0 && width > 0 &&
                      static_cast<std::uint64_t>(count) <= most / std::max<std::uint64_t>(width, 1);
    return sane ? static_cast<std::uint64_t>(count) * width : 0;
}

/// Each field of a structured array as an array of its own: the records' shape, then the field's.
Result<FileContents> describeRecords(const NpyHeader& header, std::uint64_t dataStart,
                                     const SourcePtr& source) {
    std::uint64_t pitch = 0;
    for (const NpyField& field : header.fields) {
        const std::uint64_t width = fieldBytes(field);
        if (width == 0 && elementCount(field.shape) != 0) {
            return fail(ErrorCode::Unsupported,
                        "It is not known how many bytes the field " + field.name + " takes",
                        source->name(), "Save each field as an array of its own");
        }
        pitch += width;
    }
    const std::int64_t records = elementCount(header.shape);
    const std::uint64_t left = source->size() - dataStart;
    if (records < 0 || (pitch > 0 && static_cast<std::uint64_t>(records) > left / pitch)) {
        return tooLong(header, dataStart, source);
    }
    FileContents contents{"npy", {}, {}};
    std::uint64_t first = dataStart;
    for (const NpyField& field : header.fields) {
        NpyHeader own{field.descr, {}, false, header.shape};
        own.shape.insert(own.shape.end(), field.shape.begin(), field.shape.end());
        const std::uint64_t width = fieldBytes(field);
        auto described = describe(
            own, 0,
            pitchedBytes(source, {first, pitch, width, static_cast<std::uint64_t>(records)}));
        if (!described) {
            return described;
        }
        StoredTensor& tensor = described->tensors.front();
        tensor.info.name = field.name;
        if (header.fortranOrder && header.shape.size() > 1 && tensor.unreadable.empty()) {
            tensor.unreadable = "Records in column-major order are not read";
        }
        contents.tensors.push_back(std::move(tensor));
        first += width;
    }
    return contents;
}

}  // namespace

bool isNpy(const FileHead& head) {
    return head.startsWith(magic);
}

Result<FileContents> listNpy(const SourcePtr& source) {
    const auto place = findHeader(source);
    if (!place) {
        return tl::unexpected(place.error());
    }
    if (place->size > mostHeaderBytes) {
        return fail(ErrorCode::TooLarge,
                    "The header claims " + std::to_string(place->size) + " bytes", source->name(),
                    "Copy it again if it is damaged; else save its fields as arrays of their own");
    }
    const auto text = readBlock(*source, place->begin, place->size, "header");
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto header =
        parseNpyHeader({reinterpret_cast<const char*>(text->data()), text->size()}, source->name());
    if (!header) {
        return tl::unexpected(header.error());
    }
    const std::uint64_t dataStart = place->begin + place->size;
    return header->fields.empty() ? describe(*header, dataStart, source)
                                  : describeRecords(*header, dataStart, source);
}

Result<FileContents> readNpy(const SourcePtr& source, const OpenOptions&) {
    auto contents = listNpy(source);
    const auto isLost = [](const StoredTensor& tensor) { return !tensor.unreadable.empty(); };
    if (contents && std::ranges::all_of(contents->tensors, isLost)) {
        return fail(ErrorCode::Unsupported, contents->tensors.front().unreadable, source->name(),
                    "Save it as an array of ordinary numbers");
    }
    return contents;
}

}  // namespace zeropoint
