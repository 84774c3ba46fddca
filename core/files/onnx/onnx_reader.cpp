// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/onnx/onnx_parse.h"
#include "core/files/onnx/onnx_weights.h"

#include <algorithm>

namespace zeropoint {

bool isOnnx(const FileHead& head) {
    // A model begins with its IR version: field 1, a number of one byte.
    return head.bytes.size() >= 4 && head.bytes[0] == std::byte{0x08} &&
           std::to_integer<int>(head.bytes[1]) >= 1 && std::to_integer<int>(head.bytes[1]) < 0x40;
}

Result<FileContents> readOnnx(const SourcePtr& source, const OpenOptions& options) {
    const auto parsed = parseOnnx(*source, options.stop);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    const onnx::ModelProto& model = (*parsed)->proto;
    FileContents contents{"onnx", {}, {}};
    contents.metadata.emplace_back("producer", model.producer_name());
    for (const auto& entry : model.metadata_props()) {
        contents.metadata.emplace_back(entry.key(), entry.value());
    }
    OnnxWeights weights(source, *parsed, options.stop);
    if (!weights.collect(model) || options.stop.stop_requested()) {
        return openingStopped(source->name());
    }
    contents.tensors = weights.take();
    const auto isLost = [](const StoredTensor& tensor) { return !tensor.unreadable.empty(); };
    if (weights.firstError() && std::ranges::all_of(contents.tensors, isLost)) {
        return tl::unexpected(*weights.firstError());
    }
    return contents;
}

}  // namespace zeropoint
