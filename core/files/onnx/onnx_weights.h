// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/onnx/onnx_tensor.h"
#include "core/files/stored_tensor.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace onnx {
class GraphProto;
class ModelProto;
class NodeProto;
}  // namespace onnx

namespace zeropoint {

/// Gathers the weights of a model: initializers and Constant nodes of the graph, of the graphs
/// inside its nodes (If, Loop, Scan) and of its functions, whose bodies are read once and never
/// followed into each other. Names that occur again get the place in front ("branch/weight").
/// A quantized weight (the input of DequantizeLinear, the matrix of MatMulNBits, of the operators
/// that calculate with integers) is one tensor of the values that the graph uses; its scales and
/// zero points are not listed beside it, and those of activations are no weights. Codes that are
/// used with two scales are two weights that share their bytes.
class OnnxWeights {
public:
    OnnxWeights(std::shared_ptr<const ByteSource> source, std::shared_ptr<const OnnxModel> model,
                const std::stop_token& stop)
        : m_reader(std::move(source), std::move(model), stop), m_stop(stop) {}

    /// False when it was stopped.
    bool collect(const onnx::ModelProto& model);
    std::vector<StoredTensor> take();
    /// Why the first tensor that cannot be read cannot.
    const std::optional<Error>& firstError() const { return m_reader.firstError(); }

private:
    /// The names of a graph; it sees those of the graphs around it.
    struct Scope {
        const Scope* outer = nullptr;
        std::string place;
        std::map<std::string, std::size_t, std::less<>> tensors{};

        std::optional<std::size_t> find(std::string_view name) const;
    };

    bool collectGraph(const onnx::GraphProto& graph, const std::string& place, const Scope* outer);
    bool collectNodes(const auto& nodes, Scope& scope);
    bool collectInside(const onnx::NodeProto& node, const Scope& scope);
    void add(StoredTensor tensor, Scope& scope);
    void addConstant(const onnx::NodeProto& node, Scope& scope);
    void addNumbers(std::span<const float> numbers, const onnx::NodeProto& node, Scope& scope);
    void joinQuantized(const onnx::NodeProto& node, const Scope& scope);
    void joinBias(const onnx::NodeProto& node, const Scope& scope);
    /// Puts the weight in the place of its codes, or beside one of the same codes.
    void put(StoredTensor weight, std::size_t codes, const onnx::NodeProto& node);

    OnnxTensors m_reader;
    std::stop_token m_stop;
    std::vector<StoredTensor> m_tensors;
    std::set<std::string, std::less<>> m_used;
    std::set<std::size_t> m_companions;
    /// Codes in whose place a weight stands.
    struct Codes {
        StoredTensor stored;
        int uses = 0;
        std::set<std::vector<std::string>> parts{};  ///< of each weight that they are
    };
    std::map<std::size_t, Codes> m_codes;
};

/// What a weight is made of; all but the codes may be null.
struct OnnxParts {
    const StoredTensor* codes = nullptr;
    const StoredTensor* scales = nullptr;
    const StoredTensor* zeros = nullptr;
    const StoredTensor* order = nullptr;  ///< the group of each column (act-order)
    float factor = 1;                     ///< of all scales
};

/// The weight of a node that calculates with codes: DequantizeLinear, MatMulNBits (whose scales are
/// not null), or an operator of integers. Nothing where what stands in the place of the codes is no
/// integer and no float of 8 bits or less.
std::optional<StoredTensor> onnxQuantized(const onnx::NodeProto& node, const OnnxParts& parts);

}  // namespace zeropoint
