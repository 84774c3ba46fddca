// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_writer.h"

#include <array>
#include <charconv>
#include <cstring>

namespace zeropoint {

Result<void> writeCsv(AtomicFile& file, const WeightOutput& output, const Execution& execution) {
    const TensorOutput& tensor = output.tensors.front();
    // The last dimension makes a row; a vector has one number a line.
    const std::int64_t columns = tensor.shape.size() < 2 ? 1 : tensor.shape.back();
    std::int64_t column = 0;
    return forEachPiece(tensor, execution, [&](std::span<const std::byte> piece) {
        std::string text;
        for (std::size_t at = 0; at + sizeof(float) <= piece.size(); at += sizeof(float)) {
            float value = 0;
            std::memcpy(&value, piece.data() + at, sizeof value);
            std::array<char, 32> buffer{};
            // The shortest text that reads back to the same float32.
            text.append(buffer.data(),
                        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
            column = (column + 1) % columns;
            text += column == 0 ? '\n' : ',';
        }
        return file.write(text);
    });
}

}  // namespace zeropoint
