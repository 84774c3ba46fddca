// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/onnx/onnx_field.h"

#include "core/files/stoppable_read.h"
#include "core/files/stored_tensor.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

using Proto = onnx::TensorProto;

/// Where the values of a type stand that are no raw data.
int typedField(DType dtype) {
    switch (dtype) {
        case DType::F32:
        case DType::C64:
            return Proto::kFloatDataFieldNumber;
        case DType::F64:
        case DType::C128:
            return Proto::kDoubleDataFieldNumber;
        case DType::I64:
            return Proto::kInt64DataFieldNumber;
        case DType::U64:
        case DType::U32:
            return Proto::kUint64DataFieldNumber;
        default:
            return Proto::kInt32DataFieldNumber;
    }
}

/// Numbers of seven bits a byte, the lowest first, cut to their lowest `width` bytes.
class Narrowing {
public:
    Narrowing(std::size_t width, std::uint64_t bytes) : m_width(width), m_bytes(bytes) {
        m_out.reserve(bytes);
    }

    /// False when there are more numbers than fit.
    bool add(std::span<const std::byte> piece) {
        for (const std::byte byte : piece) {
            m_number |=
                m_shift < 64 ? std::to_integer<std::uint64_t>(byte & std::byte{127}) << m_shift : 0;
            m_shift += 7;
            if ((byte & std::byte{128}) == std::byte{0}) {
                if (m_out.size() + m_width > m_bytes) {
                    return false;
                }
                const std::size_t at = m_out.size();
                m_out.resize(at + m_width);
                std::memcpy(m_out.data() + at, &m_number, m_width);
                m_number = 0;
                m_shift = 0;
            }
        }
        return true;
    }

    bool isWhole() const { return m_shift == 0 && m_out.size() == m_bytes; }
    std::vector<std::byte> take() { return std::move(m_out); }

private:
    std::size_t m_width;
    std::uint64_t m_bytes;
    std::vector<std::byte> m_out;
    std::uint64_t m_number = 0;
    unsigned m_shift = 0;
};

tl::unexpected<Error> otherNumber(const ByteSource& source) {
    return fail(ErrorCode::Malformed, "Its values are not as many as its shape has", source.name(),
                "Copy or download it again: it is damaged");
}

Result<std::shared_ptr<const ByteSource>> narrowed(const ByteSource& source, const OnnxField& field,
                                                   std::size_t width, std::uint64_t bytes,
                                                   const std::stop_token& stop) {
    // A number takes a byte at least: nothing is allocated for more than there can be.
    if (bytes / width > field.size) {
        return otherNumber(source);
    }
    Narrowing narrowing(width, bytes);
    std::vector<std::byte> piece;
    for (std::uint64_t done = 0; done < field.size; done += piece.size()) {
        if (stop.stop_requested()) {
            return openingStopped(source.name());
        }
        piece.resize(std::min(bytesBetweenStops, field.size - done));
        if (auto read = source.read(field.offset + done, piece); !read) {
            return tl::unexpected(read.error());
        }
        if (!narrowing.add(piece)) {
            return otherNumber(source);
        }
    }
    return narrowing.isWhole() ? memoryBytes(narrowing.take(), source.name())
                               : Result<std::shared_ptr<const ByteSource>>(otherNumber(source));
}

}  // namespace

Result<std::shared_ptr<const ByteSource>> onnxFieldBytes(
    const std::shared_ptr<const ByteSource>& source, const OnnxField& field, DType dtype,
    std::uint64_t bytes, const std::stop_token& stop) {
    if (!field.alone) {
        return fail(ErrorCode::Malformed, "Its values stand in several pieces", source->name(),
                    "Save the model again");
    }
    const bool raw = field.number == Proto::kRawDataFieldNumber;
    if (!raw && field.number != typedField(dtype)) {
        return memoryBytes({}, source->name());
    }
    const bool floats = field.number == Proto::kFloatDataFieldNumber ||
                        field.number == Proto::kDoubleDataFieldNumber;
    if (raw || floats) {
        return partOf(source, field.offset, field.size);
    }
    const std::size_t bits = dtypeBits(dtype);
    return narrowed(*source, field, std::max<std::size_t>(bits / 8, 1), bytes, stop);
}

}  // namespace zeropoint
