// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"
#include "core/support/error.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace onnx {
class ModelProto;
class TensorProto;
}  // namespace onnx

namespace zeropoint {

/// Turns ONNX tensors into stored ones: raw data, typed fields, and external data, which must lie
/// in the folder of the model or below it. Types by their numbers in onnx.proto, the ones that are
/// newer than the installed schema included.
class OnnxTensors {
public:
    /// Tensors with raw data keep the model, whose bytes are theirs.
    OnnxTensors(std::string modelPath, std::shared_ptr<const onnx::ModelProto> model)
        : m_modelPath(std::move(modelPath)), m_model(std::move(model)) {}

    Result<StoredTensor> read(const onnx::TensorProto& proto);

    /// The same, where a tensor that cannot be read is listed with the reason.
    StoredTensor list(const onnx::TensorProto& proto);
    /// Why list() could not read the first that it could not.
    const std::optional<Error>& firstError() const { return m_firstError; }

private:
    Result<void> placeExternal(const onnx::TensorProto& proto, StoredTensor& tensor,
                               std::uint64_t bytes);
    Result<std::shared_ptr<const ByteSource>> external(const std::string& location);

    std::string m_modelPath;
    std::shared_ptr<const onnx::ModelProto> m_model;
    std::optional<Error> m_firstError;
    std::map<std::string, std::shared_ptr<const ByteSource>> m_external;
};

}  // namespace zeropoint
