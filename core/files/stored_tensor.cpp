// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/stored_tensor.h"

#include "core/files/block_byte_order.h"
#include "core/files/element_decoder.h"
#include "core/files/place_of.h"
#include "core/files/strided_bytes.h"
#include "core/quantization/bits_per_weight.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace zeropoint {
namespace {

/// Bytes read at once: what is decoded should still be in the cache.
constexpr std::size_t pieceBytes = 1 << 18;

Result<void> readPiece(const StoredTensor& tensor, std::uint64_t first, std::span<float> out,
                       std::vector<std::byte>& buffer) {
    const std::uint64_t bits = dtypeBits(tensor.info.dtype);
    if (!tensor.strides.empty()) {
        buffer.resize(out.size() * bits / 8);
        if (auto done = readStridedBytes(tensor, first, buffer); !done) {
            return done;
        }
        decodeElements(tensor.info.dtype, tensor.order, buffer, 0, out);
        return {};
    }
    const std::uint64_t beginByte = first * bits / 8;
    const std::uint64_t endByte = ((first + out.size()) * bits + 7) / 8;
    const std::uint64_t skippedBits = first * bits - beginByte * 8;
    buffer.resize(endByte - beginByte);
    if (auto done = tensor.source->read(tensor.info.offset + beginByte, buffer); !done) {
        return done;
    }
    decodeElements(tensor.info.dtype, tensor.order, buffer, skippedBits / bits, out);
    return {};
}

/// Elements as they stand in the file, decoded.
Result<void> readElements(const StoredTensor& tensor, std::uint64_t first, std::span<float> out) {
    const DType dtype = tensor.info.dtype;
    if (dtype == DType::F32 && tensor.order == ByteOrder::Little && tensor.strides.empty()) {
        return tensor.source->read(tensor.info.offset + first * sizeof(float),
                                   std::as_writable_bytes(out));
    }
    std::vector<std::byte> buffer;
    const std::size_t step = pieceBytes * 8 / dtypeBits(dtype);
    for (std::size_t begin = 0; begin < out.size(); begin += step) {
        const auto piece = out.subspan(begin, std::min(step, out.size() - begin));
        if (auto done = readPiece(tensor, first + begin, piece, buffer); !done) {
            return done;
        }
    }
    return {};
}

/// Blocks around the values asked for, a piece at a time: whole ones where they are wanted, and the
/// first and the last by way of a block of their own.
Result<void> readBlocks(const StoredTensor& tensor, std::uint64_t first, std::span<float> out) {
    const auto perBlock = static_cast<std::uint64_t>(tensor.block->valuesPerBlock);
    const auto blockBytes = static_cast<std::uint64_t>(tensor.block->bytesPerBlock);
    const std::uint64_t pieceBlocks = std::max<std::uint64_t>(pieceBytes / blockBytes, 1);
    std::vector<std::byte> bytes;
    std::vector<float> values;
    while (!out.empty()) {
        const std::uint64_t skip = first % perBlock;
        const std::uint64_t whole =
            skip == 0 ? std::min<std::uint64_t>(pieceBlocks, out.size() / perBlock) : 0;
        const std::uint64_t blocks = std::max<std::uint64_t>(whole, 1);
        bytes.resize(blocks * blockBytes);
        values.resize(whole > 0 ? 0 : perBlock);
        auto done = readStoredBlocks(tensor, first / perBlock, bytes);
        const auto decoded = whole > 0 ? out.first(whole * perBlock) : std::span(values);
        done = done ? dequantizeBlocks(*tensor.block, bytes, decoded) : done;
        if (!done) {
            return done;
        }
        const std::size_t count = std::min<std::uint64_t>(out.size(), decoded.size() - skip);
        if (whole == 0) {
            std::ranges::copy(decoded.subspan(skip, count), out.begin());
        }
        out = out.subspan(count);
        first += count;
    }
    return {};
}

}  // namespace

Result<void> readStoredValues(const StoredTensor& tensor, std::uint64_t first,
                              std::span<float> out) {
    const DType dtype = tensor.info.dtype;
    if (tensor.packed != nullptr) {
        return tensor.packed->read(first, out);
    }
    if (tensor.source == nullptr) {
        return notRead(tensor, tensor.info.name);
    }
    if (tensor.block != nullptr) {
        return readBlocks(tensor, first, out);
    }
    if (!canDecode(dtype)) {
        return fail(ErrorCode::Unsupported, whyNotRead(tensor),
                    placeOf(tensor.source->name(), tensor.info.name),
                    "Save it as real numbers (a complex one as two tensors)");
    }
    auto done = readElements(tensor, first, out);
    if (done && tensor.negated) {
        std::ranges::transform(out, out.begin(), std::negate<>());
    }
    return done;
}

double TensorInfo::bitsPerWeight() const {
    return bitsPerWeightOf(bytes,
                           static_cast<std::uint64_t>(std::max<std::int64_t>(elements(), 0)));
}

std::string whyNotRead(const StoredTensor& tensor) {
    const bool plain = tensor.packed == nullptr && tensor.block == nullptr;
    return tensor.unreadable.empty() && plain && !canDecode(tensor.info.dtype)
               ? "Values of the type " + tensor.info.dtypeText + " are not decoded"
               : tensor.unreadable;
}

tl::unexpected<Error> notRead(const StoredTensor& tensor, std::string where) {
    return fail(ErrorCode::Unsupported, whyNotRead(tensor), std::move(where),
                "Choose another tensor of the file, or get the model again in a form that is read, "
                "such as safetensors with plain numbers");
}

StoredTensor unreadableTensor(std::string name, std::string reason) {
    StoredTensor tensor;
    tensor.info.name = std::move(name);
    tensor.info.dtypeText = dtypeName(DType::Unknown);
    tensor.unreadable = std::move(reason);
    return tensor;
}

std::string impossibleCounts(const TensorInfo& info) {
    // Values need bytes somewhere; beyond this nothing that exists could hold them.
    constexpr std::int64_t mostElements = std::int64_t{1} << 48;
    // An array without values may claim any number of rows, and each would cost a scale.
    constexpr std::int64_t mostEmptyRows = std::int64_t{1} << 24;
    const std::int64_t elements = info.elements();
    if (elements < 0 || elements > mostElements) {
        return "The shape " + toString(info.shape) + " claims more values than there can be";
    }
    const bool manyRows = std::ranges::any_of(
        info.shape, [](std::int64_t dimension) { return dimension > mostEmptyRows; });
    return elements == 0 && manyRows
               ? "The shape " + toString(info.shape) + " claims rows without values"
               : std::string();
}

tl::unexpected<Error> openingStopped(const std::string& where) {
    return fail(ErrorCode::Cancelled, "Opening was stopped", where);
}

std::int64_t storedBytes(DType dtype, std::int64_t elements) {
    const auto bits = static_cast<std::int64_t>(dtypeBits(dtype));
    if (bits == 0 || elements < 0 || elements > std::numeric_limits<std::int64_t>::max() / bits) {
        return -1;
    }
    return elements * bits % 8 == 0 ? elements * bits / 8 : -1;
}

}  // namespace zeropoint
