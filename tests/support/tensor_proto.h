// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/golden.h"

#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint::test {

/// One field of a Protocol Buffers message: a number or a run of bytes.
struct ProtoField {
    int number = 0;
    std::uint64_t value = 0;
    QByteArray bytes;
};

/// Reads the base-128 number at `at` and moves behind it.
inline std::uint64_t readVarint(const QByteArray& bytes, qsizetype& at) {
    std::uint64_t value = 0;
    for (int shift = 0; at < bytes.size() && shift < 64; shift += 7) {
        const auto byte = static_cast<uchar>(bytes[at++]);
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80) {
            break;
        }
    }
    return value;
}

inline std::vector<ProtoField> protoFields(const QByteArray& message) {
    std::vector<ProtoField> fields;
    qsizetype at = 0;
    while (at < message.size()) {
        const std::uint64_t key = readVarint(message, at);
        ProtoField field;
        field.number = static_cast<int>(key >> 3);
        const int wire = static_cast<int>(key & 7);
        if (wire == 0) {
            field.value = readVarint(message, at);
        } else {
            const qsizetype size = wire == 2   ? static_cast<qsizetype>(readVarint(message, at))
                                   : wire == 5 ? 4
                                               : 8;
            field.bytes = message.mid(at, size);
            at += size;
        }
        fields.push_back(field);
    }
    return fields;
}

/// ONNX's TensorProto, of the element types that the quantization cases use. Codes of small floats
/// stay codes; everything else is its value.
struct TensorProto {
    static constexpr int float32 = 1;
    int type = 0;
    std::vector<std::int64_t> shape;
    std::vector<double> values;

    /// Id of the number format of the elements; empty for types outside the quantization cases.
    std::string format() const {
        static const std::map<int, std::string> ids = {
            {1, "fp32"},      {2, "uint8"},     {3, "int8"},      {4, "uint16"}, {5, "int16"},
            {10, "fp16"},     {17, "fp8-e4m3"}, {19, "fp8-e5m2"}, {21, "uint4"}, {22, "int4"},
            {23, "fp4-e2m1"}, {25, "uint2"},    {26, "int2"}};
        const auto found = ids.find(type);
        return found == ids.end() ? "" : found->second;
    }
    int bits() const { return type == 25 || type == 26 ? 2 : type >= 21 && type <= 23 ? 4 : 8; }
    bool isSigned() const { return type == 3 || type == 5 || type == 22 || type == 26; }
};

inline std::int64_t signExtend(std::uint64_t code, int bits, bool isSigned) {
    const auto value = static_cast<std::int64_t>(code & ((std::uint64_t{1} << bits) - 1));
    const std::int64_t half = std::int64_t{1} << (bits - 1);
    return isSigned && value >= half ? value - 2 * half : value;
}

/// int32_data: elements of up to 16 bits one a number, those below 8 bits packed into bytes.
inline void appendIntegers(TensorProto& tensor, const QByteArray& packed) {
    for (qsizetype at = 0; at < packed.size();) {
        const std::uint64_t number = readVarint(packed, at);
        const int bits = tensor.type == 4 || tensor.type == 5 ? 16 : tensor.bits();
        for (int shift = 0; shift < std::max(8, bits); shift += bits) {
            tensor.values.push_back(
                static_cast<double>(signExtend(number >> shift, bits, tensor.isSigned())));
        }
    }
}

inline void appendRaw(TensorProto& tensor, const QByteArray& raw) {
    if (tensor.type == TensorProto::float32) {
        for (qsizetype at = 0; at + 4 <= raw.size(); at += 4) {
            float value = 0;
            std::memcpy(&value, raw.constData() + at, sizeof value);
            tensor.values.push_back(value);
        }
        return;
    }
    const int bytes = tensor.type == 4 || tensor.type == 5 || tensor.type == 10 ? 2 : 1;
    for (qsizetype at = 0; at + bytes <= raw.size(); at += bytes) {
        std::uint64_t code = 0;
        std::memcpy(&code, raw.constData() + at, static_cast<std::size_t>(bytes));
        tensor.values.push_back(
            static_cast<double>(signExtend(code, 8 * bytes, tensor.isSigned())));
    }
}

inline std::optional<TensorProto> readTensorProto(const QString& path) {
    TensorProto tensor;
    const std::vector<ProtoField> fields = protoFields(readAll(path));
    for (const ProtoField& field : fields) {
        if (field.number == 1 && field.bytes.isEmpty()) {
            tensor.shape.push_back(static_cast<std::int64_t>(field.value));
        } else if (field.number == 1) {
            for (qsizetype at = 0; at < field.bytes.size();) {
                tensor.shape.push_back(static_cast<std::int64_t>(readVarint(field.bytes, at)));
            }
        } else if (field.number == 2) {
            tensor.type = static_cast<int>(field.value);
        }
    }
    for (const ProtoField& field : fields) {
        if (field.number == 5) {
            appendIntegers(tensor, field.bytes);
        } else if (field.number == 9) {
            appendRaw(tensor, field.bytes);
        }
    }
    std::int64_t count = 1;
    for (const std::int64_t dimension : tensor.shape) {
        count *= dimension;
    }
    if (tensor.format().empty() || static_cast<std::int64_t>(tensor.values.size()) < count) {
        return std::nullopt;
    }
    tensor.values.resize(static_cast<std::size_t>(count));  // padding of packed elements
    return tensor;
}

/// The integer attributes of the first node of a model.
inline std::map<QByteArray, std::int64_t> firstNodeAttributes(const QString& modelPath) {
    std::map<QByteArray, std::int64_t> attributes;
    const auto child = [](const std::vector<ProtoField>& fields, int number) {
        for (const ProtoField& field : fields) {
            if (field.number == number) {
                return field.bytes;
            }
        }
        return QByteArray();
    };
    constexpr int graph = 7, node = 1, attribute = 5, name = 1, integer = 3;
    const QByteArray first =
        child(protoFields(child(protoFields(readAll(modelPath)), graph)), node);
    for (const ProtoField& field : protoFields(first)) {
        if (field.number != attribute) {
            continue;
        }
        const std::vector<ProtoField> parts = protoFields(field.bytes);
        for (const ProtoField& part : parts) {
            if (part.number == integer) {
                attributes[child(parts, name)] = static_cast<std::int64_t>(part.value);
            }
        }
    }
    return attributes;
}

}  // namespace zeropoint::test
