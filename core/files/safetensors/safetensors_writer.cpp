// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_writer.h"
#include "core/support/plain_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace zeropoint {
namespace {

/// Dtypes by descending size, the order in which the format's own writer puts tensors, so that
/// each stands aligned to its elements.
constexpr std::array kept = {
    DType::F64,        DType::I64,    DType::U64,    DType::C64,    DType::F32,  DType::I32,
    DType::U32,        DType::F16,    DType::BF16,   DType::I16,    DType::U16,  DType::F8E4M3,
    DType::F8E5M2,     DType::F8E8M0, DType::I8,     DType::U8,     DType::Bool, DType::F8E4M3Fnuz,
    DType::F8E5M2Fnuz, DType::F6E2M3, DType::F6E3M2, DType::F4E2M1,
};

std::vector<const TensorOutput*> inFileOrder(const WeightOutput& output) {
    std::vector<const TensorOutput*> order;
    for (const TensorOutput& tensor : output.tensors) {
        order.push_back(&tensor);
    }
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [](const TensorOutput* tensor) { return dtypeBits(tensor->dtype); });
    return order;
}

std::string headerText(const WeightOutput& output, std::span<const TensorOutput* const> order) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!output.metadata.empty()) {
        auto& metadata = header[std::string(metadataName)] = nlohmann::ordered_json::object();
        for (const auto& [key, value] : output.metadata) {
            metadata[key] = value;
        }
    }
    std::uint64_t at = 0;
    for (const TensorOutput* tensor : order) {
        header[validUtf8(tensor->name)] = {{"dtype", dtypeName(tensor->dtype)},
                                           {"shape", tensor->shape},
                                           {"data_offsets", {at, at + tensor->bytes()}}};
        at += tensor->bytes();
    }
    std::string text =
        header.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

}  // namespace

bool safetensorsKeeps(DType dtype) {
    return std::ranges::find(kept, dtype) != kept.end();
}

Result<void> writeSafetensors(AtomicFile& file, const WeightOutput& output,
                              const Execution& execution) {
    const auto order = inFileOrder(output);
    const std::string header = headerText(output, order);
    const auto length =
        std::bit_cast<std::array<std::byte, 8>>(static_cast<std::uint64_t>(header.size()));
    auto done = file.write(length);
    done = done ? file.write(header) : done;
    for (std::size_t i = 0; i < order.size() && done; ++i) {
        done = forEachPiece(*order[i], execution,
                            [&](std::span<const std::byte> piece) { return file.write(piece); });
        if (execution.progress) {
            execution.progress(static_cast<double>(i + 1) / static_cast<double>(order.size()));
        }
    }
    return done;
}

}  // namespace zeropoint
