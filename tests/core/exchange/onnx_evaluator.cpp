// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/onnx_evaluator.h"

#include <onnx/onnx_pb.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>

namespace zeropoint::test {
namespace {

using Dims = std::vector<std::int64_t>;

constexpr int uint4 = 21;
constexpr int int4 = 22;

std::int64_t product(const Dims& shape, std::size_t from = 0) {
    std::int64_t all = 1;
    for (std::size_t i = from; i < shape.size(); ++i) {
        all *= shape[i];
    }
    return all;
}

template <typename T>
double element(const std::string& raw, std::size_t index) {
    T value;
    std::memcpy(&value, raw.data() + index * sizeof(T), sizeof(T));
    return static_cast<double>(value);
}

double stored(const onnx::TensorProto& tensor, std::size_t i) {
    const std::string& raw = tensor.raw_data();
    switch (tensor.data_type()) {
        case onnx::TensorProto::FLOAT:
            return element<float>(raw, i);
        case onnx::TensorProto::INT64:
            return element<std::int64_t>(raw, i);
        case onnx::TensorProto::INT8:
            return element<std::int8_t>(raw, i);
        case onnx::TensorProto::UINT8:
            return element<std::uint8_t>(raw, i);
        case uint4:
        case int4: {
            const int code = static_cast<unsigned char>(raw.at(i / 2)) >> (i % 2 * 4) & 0xF;
            return tensor.data_type() == int4 && code > 7 ? code - 16 : code;
        }
        default:
            throw std::runtime_error("type " + std::to_string(tensor.data_type()));
    }
}

OnnxValue valueOf(const onnx::TensorProto& tensor) {
    OnnxValue value{{tensor.dims().begin(), tensor.dims().end()}, {}};
    for (std::size_t i = 0; i < static_cast<std::size_t>(product(value.shape)); ++i) {
        value.values.push_back(stored(tensor, i));
    }
    return value;
}

const onnx::AttributeProto* attribute(const onnx::NodeProto& node, const std::string& name) {
    for (const onnx::AttributeProto& own : node.attribute()) {
        if (own.name() == name) {
            return &own;
        }
    }
    return nullptr;
}

std::int64_t whole(const onnx::NodeProto& node, const std::string& name, std::int64_t otherwise) {
    const auto* own = attribute(node, name);
    return own == nullptr ? otherwise : own->i();
}

/// The element of a broadcast operand at place `flat` of the whole shape.
std::size_t broadcast(std::int64_t flat, const Dims& whole, const Dims& own) {
    std::int64_t index = 0;
    std::int64_t step = 1;
    for (std::size_t back = 0; back < own.size(); ++back) {
        const std::int64_t size = whole[whole.size() - 1 - back];
        const std::int64_t at = flat % size;
        flat /= size;
        const std::int64_t mine = own[own.size() - 1 - back];
        index += (mine == 1 ? 0 : at) * step;
        step *= mine;
    }
    return static_cast<std::size_t>(index);
}

OnnxValue binary(const OnnxValue& a, const OnnxValue& b,
                 const std::function<double(double, double)>& operation) {
    OnnxValue out;
    const std::size_t rank = std::max(a.shape.size(), b.shape.size());
    for (std::size_t i = 0; i < rank; ++i) {
        const auto sizeOf = [&](const OnnxValue& v) {
            const std::size_t missing = rank - v.shape.size();
            return i < missing ? 1 : v.shape[i - missing];
        };
        out.shape.push_back(std::max(sizeOf(a), sizeOf(b)));
    }
    for (std::int64_t i = 0; i < product(out.shape); ++i) {
        out.values.push_back(operation(a.values[broadcast(i, out.shape, a.shape)],
                                       b.values[broadcast(i, out.shape, b.shape)]));
    }
    return out;
}

OnnxValue unary(OnnxValue x, const std::function<double(double)>& operation) {
    std::ranges::transform(x.values, x.values.begin(), operation);
    return x;
}

OnnxValue matMul(const OnnxValue& a, const OnnxValue& b) {
    const std::int64_t rows = a.shape[a.shape.size() - 2];
    const std::int64_t inner = a.shape.back();
    const std::int64_t columns = b.shape.back();
    OnnxValue out{a.shape, {}};
    out.shape.back() = columns;
    const bool shared = b.shape.size() == 2;
    const std::int64_t matrices = product(a.shape) / (rows * inner);
    for (std::int64_t m = 0; m < matrices; ++m) {
        const double* left = a.values.data() + m * rows * inner;
        const double* right = b.values.data() + (shared ? 0 : m * inner * columns);
        for (std::int64_t r = 0; r < rows; ++r) {
            for (std::int64_t c = 0; c < columns; ++c) {
                double sum = 0;
                for (std::int64_t i = 0; i < inner; ++i) {
                    sum += left[r * inner + i] * right[i * columns + c];
                }
                out.values.push_back(sum);
            }
        }
    }
    return out;
}

OnnxValue transpose(const OnnxValue& x, const Dims& order) {
    OnnxValue out;
    Dims steps(x.shape.size(), 1);
    for (std::size_t i = x.shape.size() - 1; i > 0; --i) {
        steps[i - 1] = steps[i] * x.shape[i];
    }
    for (const std::int64_t from : order) {
        out.shape.push_back(x.shape[static_cast<std::size_t>(from)]);
    }
    for (std::int64_t flat = 0; flat < product(out.shape); ++flat) {
        std::int64_t rest = flat;
        std::int64_t index = 0;
        for (std::size_t i = order.size(); i > 0; --i) {
            index += rest % out.shape[i - 1] * steps[static_cast<std::size_t>(order[i - 1])];
            rest /= out.shape[i - 1];
        }
        out.values.push_back(x.values[static_cast<std::size_t>(index)]);
    }
    return out;
}

OnnxValue reshape(OnnxValue x, const OnnxValue& wanted) {
    Dims shape;
    for (std::size_t i = 0; i < wanted.values.size(); ++i) {
        const auto size = static_cast<std::int64_t>(wanted.values[i]);
        shape.push_back(size == 0 ? x.shape[i] : size);
    }
    if (product(shape) != product(x.shape)) {
        throw std::runtime_error("Reshape changes the number of elements");
    }
    x.shape = shape;
    return x;
}

/// Rows [begin, end) of the first axes that are named.
OnnxValue slice(OnnxValue x, const OnnxValue& begins, const OnnxValue& ends, const Dims& axes) {
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const auto axis = static_cast<std::size_t>(axes[i]);
        const auto begin = static_cast<std::int64_t>(begins.values[i]);
        const auto end = std::min(static_cast<std::int64_t>(ends.values[i]), x.shape[axis]);
        const std::int64_t inner = product(x.shape, axis + 1);
        const std::int64_t outer = product(x.shape) / (inner * x.shape[axis]);
        OnnxValue out{x.shape, {}};
        out.shape[axis] = end - begin;
        for (std::int64_t o = 0; o < outer; ++o) {
            const auto* from = x.values.data() + (o * x.shape[axis] + begin) * inner;
            out.values.insert(out.values.end(), from, from + (end - begin) * inner);
        }
        x = std::move(out);
    }
    return x;
}

OnnxValue gather(const OnnxValue& table, const OnnxValue& indices) {
    const std::int64_t inner = product(table.shape, 1);
    OnnxValue out{indices.shape, {}};
    out.shape.insert(out.shape.end(), table.shape.begin() + 1, table.shape.end());
    for (const double index : indices.values) {
        const auto* from = table.values.data() + static_cast<std::int64_t>(index) * inner;
        out.values.insert(out.values.end(), from, from + inner);
    }
    return out;
}

/// Calls work on each stretch along the last axis.
OnnxValue alongRows(OnnxValue x, const std::function<void(double*, std::int64_t)>& work) {
    const std::int64_t row = x.shape.back();
    for (std::int64_t at = 0; at < product(x.shape); at += row) {
        work(x.values.data() + at, row);
    }
    return x;
}

void softmax(double* row, std::int64_t size) {
    const double largest = *std::max_element(row, row + size);
    double sum = 0;
    for (std::int64_t i = 0; i < size; ++i) {
        row[i] = std::exp(row[i] - largest);
        sum += row[i];
    }
    for (std::int64_t i = 0; i < size; ++i) {
        row[i] /= sum;
    }
}

OnnxValue layerNorm(const onnx::NodeProto& node, const OnnxValue& x, const OnnxValue& scale,
                    const OnnxValue& bias) {
    const double epsilon = double{attribute(node, "epsilon")->f()};
    return alongRows(x, [&](double* row, std::int64_t size) {
        double mean = 0;
        double variance = 0;
        for (std::int64_t i = 0; i < size; ++i) {
            mean += row[i] / static_cast<double>(size);
        }
        for (std::int64_t i = 0; i < size; ++i) {
            variance += (row[i] - mean) * (row[i] - mean) / static_cast<double>(size);
        }
        for (std::int64_t i = 0; i < size; ++i) {
            const auto at = static_cast<std::size_t>(i);
            row[i] = (row[i] - mean) / std::sqrt(variance + epsilon) * scale.values[at] +
                     bias.values[at];
        }
    });
}

OnnxValue reduceMean(const OnnxValue& x, std::int64_t axis, bool keep) {
    const auto at = static_cast<std::size_t>(
        axis < 0 ? axis + static_cast<std::int64_t>(x.shape.size()) : axis);
    const std::int64_t inner = product(x.shape, at + 1);
    const std::int64_t size = x.shape[at];
    const std::int64_t outer = product(x.shape) / (inner * size);
    OnnxValue out{x.shape, {}};
    out.shape[at] = 1;
    for (std::int64_t o = 0; o < outer; ++o) {
        for (std::int64_t i = 0; i < inner; ++i) {
            double sum = 0;
            for (std::int64_t k = 0; k < size; ++k) {
                sum += x.values[static_cast<std::size_t>((o * size + k) * inner + i)];
            }
            out.values.push_back(sum / static_cast<double>(size));
        }
    }
    if (!keep) {
        out.shape.erase(out.shape.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return out;
}

/// The unit of element `flat`: its scale's index, per tensor, along an axis, or in blocks of it.
std::size_t unitOf(const onnx::NodeProto& node, const OnnxValue& x, const OnnxValue& scale,
                   std::int64_t flat) {
    if (scale.shape.empty()) {
        return 0;
    }
    const std::int64_t axis = whole(node, "axis", 1);
    const auto at = static_cast<std::size_t>(axis);
    const std::int64_t inner = product(x.shape, at + 1);
    const std::int64_t along = flat / inner % x.shape[at];
    const std::int64_t block = whole(node, "block_size", 0);
    if (block == 0) {
        return static_cast<std::size_t>(along);
    }
    const std::int64_t row = flat / (inner * x.shape[at]);
    return static_cast<std::size_t>((row * scale.shape[at] + along / block) * inner + flat % inner);
}

OnnxValue dequantize(const onnx::NodeProto& node, const OnnxValue& x, const OnnxValue& scale,
                     const OnnxValue& zero) {
    OnnxValue out{x.shape, {}};
    for (std::int64_t i = 0; i < product(x.shape); ++i) {
        const std::size_t unit = unitOf(node, x, scale, i);
        const auto step =
            static_cast<float>(x.values[static_cast<std::size_t>(i)] - zero.values[unit]);
        out.values.push_back(double{step * static_cast<float>(scale.values[unit])});
    }
    return out;
}

OnnxValue quantize(const OnnxValue& x, const OnnxValue& scale, const OnnxValue& zero, int type) {
    const double lowest = type == onnx::TensorProto::INT8 ? -128 : 0;
    return unary(x, [&](double value) {
        const float quotient = static_cast<float>(value) / static_cast<float>(scale.values[0]);
        return std::clamp(double{std::nearbyint(quotient)} + zero.values[0], lowest, lowest + 255);
    });
}

}  // namespace

OnnxEvaluator::OnnxEvaluator(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    onnx::ModelProto model;
    if (!model.ParseFromIstream(&file)) {
        throw std::runtime_error("no ONNX file");
    }
    m_opset = static_cast<int>(model.opset_import(0).version());
    for (const onnx::TensorProto& tensor : model.graph().initializer()) {
        m_constants[tensor.name()] = valueOf(tensor);
        m_types[tensor.name()] = tensor.data_type();
    }
    for (const onnx::NodeProto& node : model.graph().node()) {
        m_nodes.push_back(node.SerializeAsString());
    }
}

const OnnxValue& OnnxEvaluator::in(const onnx::NodeProto& node, int index) const {
    return m_values.at(node.input(index));
}

void OnnxEvaluator::compute(const onnx::NodeProto& node) {
    const std::string& operation = node.op_type();
    const auto first = [&]() -> const OnnxValue& { return in(node, 0); };
    OnnxValue& out = m_values[node.output(0)];
    if (operation == "Add" || operation == "Mul" || operation == "Div") {
        out = binary(first(), in(node, 1), [&](double a, double b) {
            return operation == "Add" ? a + b : operation == "Mul" ? a * b : a / b;
        });
    } else if (operation == "MatMul") {
        out = matMul(first(), in(node, 1));
    } else if (operation == "Gather") {
        out = gather(first(), in(node, 1));
    } else if (operation == "Shape") {
        const Dims& shape = first().shape;
        out = {{static_cast<std::int64_t>(shape.size())}, {shape.begin(), shape.end()}};
    } else if (operation == "Slice") {
        const Dims axes = node.input_size() > 3 ? Dims{0} : Dims{0, 1};
        out = slice(first(), in(node, 1), in(node, 2), axes);
    } else if (operation == "Concat") {
        out = first();
        const std::vector<double>& more = in(node, 1).values;
        out.values.insert(out.values.end(), more.begin(), more.end());
        out.shape = {static_cast<std::int64_t>(out.values.size())};
    } else if (operation == "Transpose") {
        const auto& order = attribute(node, "perm")->ints();
        out = transpose(first(), {order.begin(), order.end()});
    } else if (operation == "Reshape") {
        out = reshape(first(), in(node, 1));
    } else if (operation == "Softmax") {
        out = alongRows(first(), softmax);
    } else if (operation == "LayerNormalization") {
        out = layerNorm(node, first(), in(node, 1), in(node, 2));
    } else if (operation == "ReduceMean") {
        const auto axis = m_opset < 18 ? attribute(node, "axes")->ints(0)
                                       : static_cast<std::int64_t>(in(node, 1).values[0]);
        out = reduceMean(first(), axis, whole(node, "keepdims", 1) != 0);
    } else if (operation == "Sqrt") {
        out = unary(first(), [](double x) { return std::sqrt(x); });
    } else if (operation == "Erf") {
        out = unary(first(), [](double x) { return std::erf(x); });
    } else if (operation == "Sigmoid") {
        out = unary(first(), [](double x) { return 1 / (1 + std::exp(-x)); });
    } else if (operation == "Clip") {
        out = unary(first(), [&](double x) {
            return std::clamp(x, in(node, 1).values[0], in(node, 2).values[0]);
        });
    } else if (operation == "QuantizeLinear") {
        out = quantize(first(), in(node, 1), in(node, 2), m_types.at(node.input(2)));
    } else if (operation == "DequantizeLinear") {
        out = dequantize(node, first(), in(node, 1), in(node, 2));
    } else {
        throw std::runtime_error(operation);
    }
}

OnnxValue OnnxEvaluator::run(const OnnxValue& input, const std::string& wanted) {
    m_values = m_constants;
    m_values["input"] = input;
    for (const std::string& bytes : m_nodes) {
        onnx::NodeProto node;
        node.ParseFromString(bytes);
        compute(node);
    }
    return m_values.at(wanted);
}

}  // namespace zeropoint::test
