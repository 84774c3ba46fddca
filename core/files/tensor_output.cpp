// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/tensor_output.h"

#include "core/files/strided_bytes.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// Turns the bytes of each element round: big-endian to little-endian.
void reverseElements(std::span<std::byte> bytes, std::size_t elementBytes) {
    for (std::size_t i = 0; i + elementBytes <= bytes.size(); i += elementBytes) {
        std::ranges::reverse(bytes.subspan(i, elementBytes));
    }
}

Result<void> copyElements(const StoredTensor& tensor, std::uint64_t offset,
                          std::span<std::byte> out) {
    const std::size_t bytes = dtypeBits(tensor.info.dtype) / 8;
    auto done = tensor.strides.empty() ? tensor.source->read(tensor.info.offset + offset, out)
                                       : readStridedBytes(tensor, offset / bytes, out);
    if (done && tensor.order == ByteOrder::Big) {
        // A complex number is two, each in the file's byte order.
        const bool pair = tensor.info.dtype == DType::C64 || tensor.info.dtype == DType::C128;
        reverseElements(out, pair ? bytes / 2 : bytes);
    }
    return done;
}

std::span<float> asFloats(std::span<std::byte> bytes) {
    return {reinterpret_cast<float*>(bytes.data()), bytes.size() / sizeof(float)};
}

}  // namespace

std::uint64_t TensorOutput::bytes() const {
    return static_cast<std::uint64_t>(storedBytes(dtype, elementCount(shape)));
}

TensorOutput outputOf(const Tensor& tensor) {
    TensorOutput output{nameInFile(tensor.name()), DType::F32, tensor.shape(), {}};
    output.fill = [tensor](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
        const auto bytes = std::as_bytes(tensor.values()).subspan(offset, out.size());
        std::ranges::copy(bytes, out.begin());
        return {};
    };
    return output;
}

TensorOutput outputOf(const std::shared_ptr<const WeightFile>& file, std::size_t index,
                      bool (*keeps)(DType dtype)) {
    const TensorInfo& info = file->tensors()[index];
    const StoredTensor& stored = file->stored(index);
    TensorOutput output{nameInFile(info.name), DType::F32, info.shape, {}};
    const bool wholeBytes = storedBytes(info.dtype, info.elements()) >= 0;
    if (keeps(info.dtype) && stored.isPlain() && wholeBytes) {
        output.dtype = info.dtype;
        output.fill = [file, index](std::uint64_t offset, std::span<std::byte> out) {
            return copyElements(file->stored(index), offset, out);
        };
    } else {
        output.fill = [file, index](std::uint64_t offset, std::span<std::byte> out) {
            return file->readValues(index, offset / sizeof(float), asFloats(out));
        };
    }
    return output;
}

}  // namespace zeropoint
