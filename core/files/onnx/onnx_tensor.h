// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"
#include "core/support/error.h"

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace onnx {
class TensorProto;
}  // namespace onnx

namespace zeropoint {

struct OnnxModel;

/// Turns ONNX tensors into stored ones: raw data, typed fields, and external data, which must lie
/// in the folder of the model or below it. Types by their numbers in onnx.proto, the ones that are
/// newer than the installed schema included.
class OnnxTensors {
public:
    /// The values of small tensors are bytes of the model, those of large ones of its source.
    OnnxTensors(std::shared_ptr<const ByteSource> source, std::shared_ptr<const OnnxModel> model,
                std::stop_token stop)
        : m_source(std::move(source)),
          m_model(std::move(model)),
          m_stop(std::move(stop)),
          m_modelPath(m_source->name()) {}

    Result<StoredTensor> read(const onnx::TensorProto& proto);

    /// The same, where a tensor that cannot be read is listed with the reason.
    StoredTensor list(const onnx::TensorProto& proto);
    /// Why list() could not read the first that it could not.
    const std::optional<Error>& firstError() const { return m_firstError; }

private:
    Result<std::shared_ptr<const ByteSource>> valuesOf(const onnx::TensorProto& proto,
                                                       const TensorInfo& info) const;
    Result<void> placeExternal(const onnx::TensorProto& proto, StoredTensor& tensor,
                               std::uint64_t bytes);
    Result<std::shared_ptr<const ByteSource>> external(const std::string& location);

    std::shared_ptr<const ByteSource> m_source;
    std::shared_ptr<const OnnxModel> m_model;
    std::stop_token m_stop;
    std::string m_modelPath;
    std::optional<Error> m_firstError;
    std::map<std::string, std::shared_ptr<const ByteSource>> m_external;
};

}  // namespace zeropoint
