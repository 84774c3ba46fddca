// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/little_endian.h"
#include "core/files/npy/npy_header.h"

#include <string_view>

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
                    source->name(), "Versions 1 to 3 are read");
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

Result<FileContents> describe(const NpyHeader& header, std::uint64_t dataStart,
                              const SourcePtr& source) {
    const auto element = parseNpyDescr(header.descr, source->name());
    if (!element) {
        return tl::unexpected(element.error());
    }
    const std::int64_t bytes = storedBytes(element->dtype, elementCount(header.shape));
    if (bytes < 0 || static_cast<std::uint64_t>(bytes) > source->size() - dataStart) {
        return fail(ErrorCode::Malformed,
                    "An array of " + toString(header.shape) + " elements of " + header.descr +
                        " does not fit into the " + std::to_string(source->size() - dataStart) +
                        " bytes of data",
                    source->name(), "The file is damaged or was not copied whole");
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

}  // namespace

bool isNpy(const FileHead& head) {
    return head.startsWith(magic);
}

Result<FileContents> readNpy(const SourcePtr& source) {
    const auto place = findHeader(source);
    if (!place) {
        return tl::unexpected(place.error());
    }
    if (place->size > mostHeaderBytes) {
        return fail(ErrorCode::TooLarge,
                    "The header claims " + std::to_string(place->size) + " bytes", source->name(),
                    "The file is damaged or holds a structured array, which is not read");
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
    return describe(*header, place->begin + place->size, source);
}

}  // namespace zeropoint
