// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <unordered_map>

namespace zeropoint {

/// A field with the values of one tensor that stayed in the source.
struct OnnxField {
    int number = 0;            ///< of TensorProto: raw_data, float_data, ...
    std::uint64_t offset = 0;  ///< of its content in the source
    std::uint64_t size = 0;
    bool alone = true;  ///< false: the values stand in several pieces, of which this is one
};

/// A model of which the source keeps all that is large: the values of a tensor above a mebibyte are
/// in `fields`, and other bytes of that size (texts, programs for a device) are left out of
/// `proto`.
struct OnnxModel {
    onnx::ModelProto proto;
    std::unordered_map<const onnx::TensorProto*, OnnxField> fields;

    /// Null: what the tensor holds is in it.
    const OnnxField* fieldOf(const onnx::TensorProto& tensor) const;
};

/// The model in a source. TooLarge beyond 2 GiB, which is the most that the format's encoding has;
/// Malformed when it is none; Cancelled when it is stopped.
Result<std::shared_ptr<const OnnxModel>> parseOnnx(const ByteSource& source,
                                                   const std::stop_token& stop);

}  // namespace zeropoint
