// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/gguf/gguf_entry.h"
#include "core/files/gguf/gguf_types.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// A tensor on its way into a GGUF file.
struct GgufTensor {
    std::string name;
    Shape shape;  ///< slowest dimension first, as everywhere here; the file has it the other way
    const GgufType* type = nullptr;
    /// Fills bytes [offset, offset + out.size()) of its data, row after row of elements or blocks.
    std::function<Result<void>(std::uint64_t offset, std::span<std::byte> out)> fill;

    std::uint64_t rowBytes() const;  ///< of the last axis
    std::uint64_t bytes() const;
};

struct GgufOutput {
    std::vector<GgufEntry> entries;
    std::vector<GgufTensor> tensors;
};

/// Writes version 3, little-endian, in the order given; each tensor stands at a multiple of
/// `general.alignment` (an entry, or 32), and the last one is padded too, as ggml's loader wants
/// it. The file takes its target's place when it is whole; returns its size.
/// InvalidArgument for what that loader refuses: no name, two equal ones, names over 63 bytes, more
/// than four dimensions; rows that do not fill whole blocks. WriteFailed, Cancelled, and what
/// `fill` fails with.
Result<std::uint64_t> writeGguf(const std::string& path, const GgufOutput& output,
                                const Execution& execution = {});

}  // namespace zeropoint
