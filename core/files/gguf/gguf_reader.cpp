// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/gguf/gguf_metadata.h"
#include "core/files/gguf/gguf_types.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <set>

namespace zeropoint {
namespace {

// Layout (docs/gguf.md of ggml): magic, version, count of tensors, count of keys; the keys and
// values; the tensors' names, dimensions (fastest first), types and offsets; padding to the
// alignment; the data, each tensor padded to the alignment.
constexpr std::string_view magic = "GGUF";
// ggml's own loader takes names of up to 63 bytes and four dimensions; the format has no such
// limits, and files that go beyond them are about.
constexpr std::uint64_t mostNameBytes = 65535;
constexpr std::uint64_t mostDimensions = 8;
constexpr std::string_view alignmentKey = "general.alignment";

class GgufReader {
public:
    GgufReader(const SourcePtr& source, const std::stop_token& stop)
        : m_source(source), m_bytes(*source, magic.size()), m_input(m_bytes), m_stop(stop) {}

    Result<FileContents> run() {
        m_contents.format = "gguf";
        const auto isLost = [](const StoredTensor& tensor) { return !tensor.unreadable.empty(); };
        if (!readCounts() || !readMetadata() || !readTensors() || !placeTensors()) {
            return fail(m_code, m_problem, m_source->name(),
                        m_code == ErrorCode::Unsupported
                            ? "Convert the model again with a current tool"
                            : "Copy or download it again: it is damaged or was not copied whole");
        }
        if (!m_contents.tensors.empty() && std::ranges::all_of(m_contents.tensors, isLost)) {
            const StoredTensor& first = m_contents.tensors.front();
            return fail(ErrorCode::Unsupported,
                        "Tensor " + inQuotes(first.info.name) + " is not read: " + first.unreadable,
                        m_source->name(),
                        "Convert the model to a type that is read, such as Q4_K or Q8_0");
        }
        return std::move(m_contents);
    }

private:
    bool refuse(std::string why, ErrorCode code = ErrorCode::Malformed) {
        m_problem = std::move(why);
        m_code = code;
        return false;
    }
    bool stopped() {
        return m_stop.stop_requested() && !refuse("Opening was stopped", ErrorCode::Cancelled);
    }
    bool ended(const std::string& what) { return refuse("The file ends in the " + what); }

    bool readCounts();
    bool readMetadata();
    bool readAlignment(const GgufValue& value);
    bool readTensors();
    bool readTensor();
    bool readShape(Shape& shape);
    bool describe(StoredTensor& tensor, const GgufType& type);
    bool placeTensors();

    SourcePtr m_source;
    ByteInput m_bytes;
    GgufInput m_input;
    ByteOrder m_order = ByteOrder::Little;
    std::uint64_t m_tensorCount = 0;
    std::uint64_t m_keyCount = 0;
    std::uint64_t m_alignment = 32;
    std::set<std::string> m_names;
    FileContents m_contents;
    std::stop_token m_stop;
    std::string m_problem;
    ErrorCode m_code = ErrorCode::Malformed;
};

bool GgufReader::readCounts() {
    const auto version = m_bytes.number(4);
    if (!version) {
        return ended("version");
    }
    // A big-endian file has its small version number in the high bytes.
    const bool swapped = (*version & 0xFFFF) == 0 && *version != 0;
    m_order = swapped ? ByteOrder::Big : ByteOrder::Little;
    m_input.setOrder(m_order);
    const std::uint64_t number = swapped ? *version >> 24 : *version;
    if (number != 2 && number != 3) {
        return refuse("The file has version " + std::to_string(number) + " of GGUF, not 2 or 3",
                      ErrorCode::Unsupported);
    }
    const auto tensors = m_input.number(8);
    const auto keys = m_input.number(8);
    if (!tensors || !keys) {
        return ended("header");
    }
    // The shortest key takes 14 bytes and the shortest tensor 24: more cannot follow.
    if (*tensors > m_bytes.left() / 24 || *keys > m_bytes.left() / 14) {
        return refuse("The header promises " + std::to_string(*keys) + " keys and " +
                      std::to_string(*tensors) + " tensors, more than the file can hold");
    }
    m_tensorCount = *tensors;
    m_keyCount = *keys;
    return true;
}

bool GgufReader::readMetadata() {
    std::set<std::string> keys;
    for (std::uint64_t i = 0; i < m_keyCount; ++i) {
        if (stopped()) {
            return false;
        }
        const auto key = m_input.text();
        const auto type = key ? m_input.number(4) : std::nullopt;
        if (!type) {
            return ended("metadata");
        }
        if (key->empty() || !keys.insert(*key).second) {
            return refuse("The key " + inQuotes(*key) + " is empty or given twice");
        }
        auto value = readGgufValue(m_input, *type);
        if (!value) {
            return refuse("The value of the key " + inQuotes(*key) + " cannot be read");
        }
        if (*key == alignmentKey && !readAlignment(*value)) {
            return false;
        }
        m_contents.metadata.emplace_back(*key, std::move(value->text));
    }
    return true;
}

bool GgufReader::readAlignment(const GgufValue& value) {
    if (value.type != GgufValueType::U32 || !std::has_single_bit(value.bits)) {
        return refuse("The alignment is not a power of two of the type U32");
    }
    m_alignment = value.bits;
    return true;
}

bool GgufReader::readTensors() {
    for (std::uint64_t i = 0; i < m_tensorCount; ++i) {
        if (stopped() || !readTensor()) {
            return false;
        }
    }
    return true;
}

bool GgufReader::readTensor() {
    StoredTensor tensor;
    tensor.source = m_source;
    tensor.order = m_order;
    auto name = m_input.text();
    if (!name || !readShape(tensor.info.shape)) {
        return name ? false : ended("list of tensors");
    }
    const auto typeCode = m_input.number(4);
    const auto offset = m_input.number(8);
    if (!typeCode || !offset) {
        return ended("list of tensors");
    }
    if (name->size() > mostNameBytes || !m_names.insert(*name).second) {
        return refuse("The name " + inQuotes(name->substr(0, 256)) + " is too long or given twice");
    }
    tensor.info.name = std::move(*name);
    tensor.info.offset = *offset;
    const GgufType* type = ggufType(static_cast<std::uint32_t>(*typeCode));
    if (type == nullptr) {
        // What it takes is known when the place of the next is.
        GgufStranger stranger = ggufStranger(static_cast<std::uint32_t>(*typeCode));
        tensor.info.dtypeText = std::move(stranger.name);
        tensor.unreadable = std::move(stranger.reason);
    } else if (!describe(tensor, *type)) {
        return false;
    }
    m_contents.tensors.push_back(std::move(tensor));
    return true;
}

bool GgufReader::readShape(Shape& shape) {
    const auto dimensions = m_input.number(4);
    if (!dimensions || *dimensions > mostDimensions) {
        return refuse("A tensor has more than eight dimensions");
    }
    for (std::uint64_t i = 0; i < *dimensions; ++i) {
        const auto dimension = m_input.number(8);
        if (!dimension) {
            return ended("list of tensors");
        }
        shape.insert(shape.begin(), static_cast<std::int64_t>(*dimension));
    }
    return elementCount(shape) >= 0 || refuse("A tensor's shape has an impossible product");
}

bool GgufReader::describe(StoredTensor& tensor, const GgufType& type) {
    TensorInfo& info = tensor.info;
    info.dtype = type.dtype;
    info.dtypeText = type.name;
    const std::int64_t row = info.shape.empty() ? 1 : info.shape.back();
    const std::int64_t blocks = info.elements() / type.values;
    if (row % type.values != 0 || blocks > std::numeric_limits<std::int64_t>::max() / type.bytes) {
        return refuse("Tensor " + inQuotes(info.name) + " of " + toString(info.shape) +
                      " does not make whole blocks of " + std::string(type.name));
    }
    info.bytes = static_cast<std::uint64_t>(blocks) * type.bytes;
    if (type.dtype != DType::Block) {
        return true;
    }
    const BlockFormat* format = findBlockFormat(type.block);
    const bool known = format != nullptr &&
                       format->valuesPerBlock == static_cast<int>(type.values) &&
                       format->bytesPerBlock == static_cast<int>(type.bytes);
    if (!known) {
        tensor.unreadable = "Blocks of " + std::string(type.name) + " are not decoded";
    } else {
        tensor.block = format;
    }
    return true;
}

bool GgufReader::placeTensors() {
    const auto padded = [this](std::uint64_t bytes) {
        return (bytes + m_alignment - 1) / m_alignment * m_alignment;
    };
    const std::uint64_t dataStart = padded(m_bytes.position());
    const std::uint64_t size = m_source->size();
    const std::uint64_t left = size - std::min(dataStart, size);
    std::uint64_t expected = 0;
    bool sizeIsKnown = true;
    StoredTensor* before = nullptr;
    for (StoredTensor& tensor : m_contents.tensors) {
        TensorInfo& info = tensor.info;
        const bool follows = sizeIsKnown
                                 ? info.offset == expected
                                 : info.offset >= expected && info.offset == padded(info.offset);
        if (!follows) {
            return refuse("Tensor " + inQuotes(info.name) + " stands at byte " +
                          std::to_string(info.offset) + " of the data instead of " +
                          std::to_string(expected));
        }
        if (!sizeIsKnown) {
            before->info.bytes = info.offset - (before->info.offset - dataStart);
        }
        if (info.offset > left || info.bytes > left - info.offset) {
            return refuse("The data of tensor " + inQuotes(info.name) + " reaches beyond the file");
        }
        sizeIsKnown = info.dtype != DType::Unknown;
        expected = info.offset + padded(info.bytes);
        info.offset += dataStart;
        before = &tensor;
    }
    if (before != nullptr && !sizeIsKnown) {
        before->info.bytes = size - before->info.offset;
    }
    // Many writers leave the last tensor without padding; a part of it is a file cut off.
    const std::uint64_t end = before == nullptr ? size : before->info.offset + before->info.bytes;
    return size <= end || size >= dataStart + expected ||
           refuse("The file ends in the padding behind its last tensor");
}

}  // namespace

bool isGguf(const FileHead& head) {
    return head.startsWith(magic);
}

Result<FileContents> readGguf(const SourcePtr& source, const OpenOptions& options) {
    const auto start = readBlock(*source, 0, magic.size(), "start of the header");
    if (!start) {
        return tl::unexpected(start.error());
    }
    if (!isGguf({*start, source->size()})) {
        return fail(ErrorCode::Malformed, "The file does not begin as a GGUF file", source->name(),
                    "Check what the file is");
    }
    return GgufReader(source, options.stop).run();
}

}  // namespace zeropoint
