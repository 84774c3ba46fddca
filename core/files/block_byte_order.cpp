// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/block_byte_order.h"

#include "core/files/stored_tensor.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace zeropoint {
namespace {

/// `count` words of `bytes` bytes from `offset` on, `step` bytes from one to the next.
struct Words {
    std::string_view block;
    std::size_t offset = 0;
    std::size_t bytes = 2;
    std::size_t count = 1;
    std::size_t step = 2;
};

/// The fields of ggml-common.h that are wider than a byte (a half float "d" in most of them), and
/// the bytes that ggml's decoders copy into 32-bit words.
constexpr std::array words = {
    Words{"q4_0"},
    Words{"q4_1", 0, 2, 2},
    Words{"q5_0"},
    Words{"q5_0", 2, 4, 1},
    Words{"q5_1", 0, 2, 2},
    Words{"q5_1", 4, 4, 1},
    Words{"q8_0"},
    Words{"q8_1", 0, 2, 2},
    Words{"q2_k", 80, 2, 2},
    Words{"q3_k", 108},
    Words{"q4_k", 0, 2, 2},
    Words{"q5_k", 0, 2, 2},
    Words{"q6_k", 208},
    Words{"q8_k", 0, 4, 1},
    Words{"q8_k", 260, 2, 16},
    Words{"iq1_s"},
    Words{"iq1_s", 34, 2, 8},
    Words{"iq1_m", 48, 2, 4},
    Words{"iq2_xxs"},
    Words{"iq2_xxs", 6, 4, 8, 8},
    Words{"iq2_xs", 0, 2, 33},
    Words{"iq2_s"},
    Words{"iq3_xxs"},
    Words{"iq3_xxs", 66, 4, 8, 4},
    Words{"iq3_s"},
    Words{"iq4_nl"},
    Words{"iq4_xs", 0, 2, 2},
    Words{"tq1_0", 52},
    Words{"tq2_0", 64},
    Words{"q1_0"},
    Words{"q2_0"},
};

void swapBlockWords(const BlockFormat& format, std::span<std::byte> blocks) {
    const auto blockBytes = static_cast<std::size_t>(format.bytesPerBlock);
    for (const Words& row : words) {
        if (row.block != format.id) {
            continue;
        }
        for (std::size_t block = 0; block + blockBytes <= blocks.size(); block += blockBytes) {
            for (std::size_t i = 0; i < row.count; ++i) {
                std::ranges::reverse(blocks.subspan(block + row.offset + i * row.step, row.bytes));
            }
        }
    }
}

}  // namespace

Result<void> readStoredBlocks(const StoredTensor& tensor, std::uint64_t first,
                              std::span<std::byte> out) {
    const auto size = static_cast<std::uint64_t>(tensor.block->bytesPerBlock);
    auto done = tensor.source->read(tensor.info.offset + first * size, out);
    if (done && tensor.order == ByteOrder::Big) {
        swapBlockWords(*tensor.block, out);
    }
    return done;
}

}  // namespace zeropoint
