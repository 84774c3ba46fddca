// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/support/error.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace zeropoint {

/// A tensor on its way into a file: what it is, and how to get its bytes (little-endian,
/// row-major) in pieces, so that nothing larger than a piece need be in memory.
struct TensorOutput {
    std::string name;
    DType dtype = DType::F32;
    Shape shape;
    /// Fills bytes [offset, offset + out.size()); offsets and sizes are multiples of an element.
    std::function<Result<void>(std::uint64_t offset, std::span<std::byte> out)> fill;

    std::uint64_t bytes() const;
};

/// The name under which a tensor is written: its own, "tensor" for one that has none.
inline std::string nameInFile(const std::string& name) {
    return name.empty() ? "tensor" : name;
}

/// Values as float32.
TensorOutput outputOf(const Tensor& tensor);

/// A tensor of a file: its own elements unchanged, bit for bit, where `keeps` allows the dtype;
/// else its values as float32. Reading errors come out of `fill`.
TensorOutput outputOf(const std::shared_ptr<const WeightFile>& file, std::size_t index,
                      bool (*keeps)(DType dtype));

}  // namespace zeropoint
