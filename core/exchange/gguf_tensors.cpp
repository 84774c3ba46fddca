// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf_tensors.h"

#include "core/exchange/gguf_family.h"
#include "core/files/block_byte_order.h"
#include "core/numerics/convert.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zeropoint {
namespace {

bool hasType(DType dtype) {
    return ggufTypeOf(dtype) != nullptr;
}
bool onlyF32(DType dtype) {
    return dtype == DType::F32;
}

GgufTensor fromOutput(TensorOutput output) {
    return {std::move(output.name), std::move(output.shape), ggufTypeOf(output.dtype),
            std::move(output.fill)};
}

/// Blocks of a GGUF file; of a big-endian one whole blocks are turned round.
Result<void> copyBlocks(const StoredTensor& stored, std::uint64_t offset,
                        std::span<std::byte> out) {
    if (stored.order == ByteOrder::Little) {
        return stored.source->read(stored.info.offset + offset, out);
    }
    const auto size = static_cast<std::uint64_t>(stored.block->bytesPerBlock);
    const std::uint64_t first = offset / size;
    const std::uint64_t end = (offset + out.size() + size - 1) / size;
    std::vector<std::byte> whole((end - first) * size);
    return readStoredBlocks(stored, first, whole).map([&] {
        const auto part = std::span(whole).subspan(offset - first * size, out.size());
        std::ranges::copy(part, out.begin());
    });
}

}  // namespace

GgufTensor storedTensor(const std::shared_ptr<const WeightFile>& file, std::size_t index,
                        bool asF32, const OutOfReachPtr& outOfReach) {
    const StoredTensor& stored = file->stored(index);
    const GgufType* blocks = stored.block == nullptr ? nullptr : ggufTypeOf(*stored.block);
    if (blocks == nullptr) {
        return fromOutput(counted(outputOf(file, index, asF32 ? onlyF32 : hasType),
                                  stored.info.dtype, outOfReach));
    }
    return {nameInFile(stored.info.name), stored.info.shape, blocks,
            [file, index](std::uint64_t offset, std::span<std::byte> out) {
                return copyBlocks(file->stored(index), offset, out);
            }};
}

GgufTensor halfTensor(const std::shared_ptr<const WeightFile>& file, std::size_t index,
                      const OutOfReachPtr& outOfReach) {
    const TensorInfo& info = file->tensors()[index];
    return {
        nameInFile(info.name), info.shape, ggufTypeOf(DType::F16),
        [file, index, outOfReach](std::uint64_t offset, std::span<std::byte> out) {
            // Half way from the largest, 65504, to the power of two that F16 has no more.
            constexpr float firstBeyond = 65520;
            std::vector<float> values(out.size() / 2);
            return file->readValues(index, offset / 2, values).and_then([&] {
                outOfReach->saturated += static_cast<std::size_t>(std::ranges::count_if(
                    values, [](float value) { return std::abs(value) >= firstBeyond; }));
                return convertToCodes(BulkFormat::Fp16, values, out, {Overflow::Saturate, 1, 0});
            });
        }};
}

Result<GgufTensor> castTensor(const QuantizedFile& quantized, std::size_t index) {
    return quantized.output(index).map(
        [](WeightOutput output) { return fromOutput(std::move(output.tensors.front())); });
}

GgufTensor blockTensor(const QuantizedFile& quantized, std::size_t index, const Shape& shape,
                       const GgufType& type) {
    return {{},
            shape,
            &type,
            [make = quantized.blocks(index, *findBlockFormat(type.block))](
                std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
                return make().map([&](const std::shared_ptr<const BlockTensor>& made) {
                    std::ranges::copy(std::span(made->bytes).subspan(offset, out.size()),
                                      out.begin());
                });
            }};
}

GgufTensor valuesTensor(const QuantizedFile& quantized, std::size_t index) {
    return fromOutput(quantized.values(index));
}

void interleave(GgufTensor& tensor, std::size_t heads) {
    const auto rows = static_cast<std::size_t>(tensor.shape.front());
    const std::uint64_t rowBytes = tensor.bytes() / std::max<std::size_t>(rows, 1);
    tensor.fill = [order = interleavedRows(rows, heads), rowBytes, inner = std::move(tensor.fill)](
                      std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
        std::uint64_t done = 0;
        while (done < out.size()) {
            const std::uint64_t row = (offset + done) / rowBytes;
            const std::uint64_t within = (offset + done) % rowBytes;
            const std::uint64_t part =
                std::min<std::uint64_t>(rowBytes - within, out.size() - done);
            if (auto read = inner(order[row] * rowBytes + within, out.subspan(done, part)); !read) {
                return read;
            }
            done += part;
        }
        return {};
    };
}

}  // namespace zeropoint
