// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/stored_codes.h"

#include "core/files/block_byte_order.h"

#include <algorithm>
#include <span>

namespace zeropoint {
namespace {

/// Wider ones are no codes that a person counts.
constexpr int mostBits = 8;

/// Of the codes of a block's values.
int codeBits(const BlockFormat& format) {
    int bits = 0;
    for (const BlockBits& part : bitsOfValue(format, 0)) {
        if (part.role == BlockRole::Code || part.role == BlockRole::HighBits) {
            bits = std::max(bits, part.shift + part.bits);
        }
    }
    return bits;
}

/// Whole bytes that stand for themselves; narrower codes are moved or looked up.
bool isTwosComplement(const BlockFormat& format) {
    return format.element == "int8" && codeBits(format) == 8;
}

}  // namespace

Result<std::optional<CodeRangeOf>> StoredCodes::range() const {
    const StoredTensor& tensor = *m_tensor;
    if (tensor.hasPackedCodes() && tensor.info.elements() > 0) {
        const auto grid = tensor.packed->gridAt(0);
        if (!grid && grid.error().code == ErrorCode::Unsupported) {
            return std::nullopt;  // codes that are too many to list
        }
        return grid.map([&](const PackedGrid& grid) {
            return std::optional(
                CodeRangeOf{tensor.info.packed->format, grid.firstCode, grid.levels.size()});
        });
    }
    if (tensor.block == nullptr || tensor.block->term == nullptr) {
        return std::nullopt;
    }
    const BlockFormat& format = *tensor.block;
    const int bits = codeBits(format);
    if (bits < 1 || bits > mostBits) {
        return std::nullopt;
    }
    const std::int32_t codes = 1 << bits;
    return std::optional(CodeRangeOf{std::string(format.name),
                                     isTwosComplement(format) ? -codes / 2 : 0,
                                     static_cast<std::size_t>(codes)});
}

Result<std::int32_t> StoredCodes::codeAt(std::uint64_t index) {
    const StoredTensor& tensor = *m_tensor;
    if (tensor.packed != nullptr) {
        std::int32_t code = 0;
        return tensor.packed->readCodes(index, std::span(&code, 1)).map([&] { return code; });
    }
    const BlockFormat& format = *tensor.block;
    const auto perBlock = static_cast<std::uint64_t>(format.valuesPerBlock);
    if (const std::uint64_t block = index / perBlock; block != m_block) {
        m_block = UINT64_MAX;
        m_bytes.resize(static_cast<std::size_t>(format.bytesPerBlock));
        if (auto read = readStoredBlocks(tensor, block, m_bytes); !read) {
            return tl::unexpected(read.error());
        }
        m_block = block;
    }
    const int code = termOfValue(format, m_bytes, static_cast<int>(index % perBlock)).code;
    return isTwosComplement(format) ? static_cast<std::int8_t>(code) : code;
}

}  // namespace zeropoint
