// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/onnx/onnx_tensor.h"

#include "core/files/inside_folder.h"
#include "core/files/onnx/onnx_field.h"
#include "core/files/onnx/onnx_parse.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>

namespace zeropoint {
namespace {

struct OnnxType {
    int number;
    std::string_view name;
    DType dtype;
};

/// TensorProto.DataType of onnx.proto (IR version 13).
constexpr std::array types = {
    OnnxType{1, "FLOAT", DType::F32},
    OnnxType{2, "UINT8", DType::U8},
    OnnxType{3, "INT8", DType::I8},
    OnnxType{4, "UINT16", DType::U16},
    OnnxType{5, "INT16", DType::I16},
    OnnxType{6, "INT32", DType::I32},
    OnnxType{7, "INT64", DType::I64},
    OnnxType{8, "STRING", DType::Unknown},
    OnnxType{9, "BOOL", DType::Bool},
    OnnxType{10, "FLOAT16", DType::F16},
    OnnxType{11, "DOUBLE", DType::F64},
    OnnxType{12, "UINT32", DType::U32},
    OnnxType{13, "UINT64", DType::U64},
    OnnxType{14, "COMPLEX64", DType::C64},
    OnnxType{15, "COMPLEX128", DType::C128},
    OnnxType{16, "BFLOAT16", DType::BF16},
    OnnxType{17, "FLOAT8E4M3FN", DType::F8E4M3},
    OnnxType{18, "FLOAT8E4M3FNUZ", DType::F8E4M3Fnuz},
    OnnxType{19, "FLOAT8E5M2", DType::F8E5M2},
    OnnxType{20, "FLOAT8E5M2FNUZ", DType::F8E5M2Fnuz},
    OnnxType{21, "UINT4", DType::U4},
    OnnxType{22, "INT4", DType::I4},
    OnnxType{23, "FLOAT4E2M1", DType::F4E2M1},
    OnnxType{24, "FLOAT8E8M0", DType::F8E8M0},
    OnnxType{25, "UINT2", DType::U2},
    OnnxType{26, "INT2", DType::I2},
};

/// Bytes of a tensor, the last one filled up where elements are smaller.
std::uint64_t packedBytes(DType dtype, std::int64_t elements) {
    const auto bits = static_cast<std::uint64_t>(dtypeBits(dtype));
    return (static_cast<std::uint64_t>(elements) * bits + 7) / 8;
}

template <typename Element, typename Field>
std::vector<std::byte> narrow(const Field& field) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(field.size()) * sizeof(Element));
    std::byte* out = bytes.data();
    for (const auto value : field) {
        const auto element = static_cast<Element>(value);
        std::memcpy(out, &element, sizeof element);
        out += sizeof element;
    }
    return bytes;
}

/// The values of a typed field as the bytes that raw_data would have.
std::vector<std::byte> typedBytes(const onnx::TensorProto& proto, DType dtype) {
    switch (dtype) {
        case DType::F32:
        case DType::C64:
            return narrow<float>(proto.float_data());
        case DType::F64:
        case DType::C128:
            return narrow<double>(proto.double_data());
        case DType::I64:
            return narrow<std::int64_t>(proto.int64_data());
        case DType::U64:
            return narrow<std::uint64_t>(proto.uint64_data());
        case DType::U32:
            return narrow<std::uint32_t>(proto.uint64_data());
        case DType::I32:
            return narrow<std::int32_t>(proto.int32_data());
        default:
            break;
    }
    // int32_data holds codes: 16-bit ones whole, the rest a byte (two or four small ones) each.
    return dtypeBits(dtype) == 16 ? narrow<std::uint16_t>(proto.int32_data())
                                  : narrow<std::uint8_t>(proto.int32_data());
}

std::uint64_t numberOr(const std::string& text, std::uint64_t fallback, bool& valid) {
    std::uint64_t value = fallback;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    valid = valid && error == std::errc() && end == text.data() + text.size();
    return value;
}

}  // namespace

Result<StoredTensor> OnnxTensors::read(const onnx::TensorProto& proto) {
    StoredTensor tensor;
    TensorInfo& info = tensor.info;
    info.name = proto.name();
    info.shape.assign(proto.dims().begin(), proto.dims().end());
    const std::int64_t elements = info.elements();
    if (elements < 0 || elements > (std::int64_t{1} << 56)) {
        return fail(ErrorCode::Malformed,
                    "Tensor " + inQuotes(info.name) + " has an impossible shape", m_modelPath,
                    "Copy or download it again: it is damaged");
    }
    const auto found = std::ranges::find(types, proto.data_type(), &OnnxType::number);
    info.dtype = found == types.end() ? DType::Unknown : found->dtype;
    info.dtypeText = found == types.end() ? std::to_string(proto.data_type()) : found->name;
    tensor.source = memoryBytes({}, m_modelPath);
    if (info.dtype == DType::Unknown) {
        tensor.unreadable = "Values of the type " + info.dtypeText + " are not read";
        return tensor;
    }
    info.dtypeText = dtypeName(info.dtype);
    info.bytes = packedBytes(info.dtype, elements);
    if (proto.data_location() == onnx::TensorProto::EXTERNAL) {
        auto placed = placeExternal(proto, tensor, info.bytes);
        return placed ? Result<StoredTensor>(std::move(tensor)) : tl::unexpected(placed.error());
    }
    auto values = valuesOf(proto, info);
    if (!values) {
        return tl::unexpected(values.error());
    }
    if ((*values)->size() != info.bytes) {
        return fail(ErrorCode::Malformed,
                    "Tensor " + inQuotes(info.name) + " of " + toString(info.shape) + " has " +
                        std::to_string((*values)->size()) + " bytes instead of " +
                        std::to_string(info.bytes),
                    m_modelPath, "Copy or download it again: it is damaged");
    }
    tensor.source = std::move(*values);
    return tensor;
}

Result<std::shared_ptr<const ByteSource>> OnnxTensors::valuesOf(const onnx::TensorProto& proto,
                                                                const TensorInfo& info) const {
    if (const OnnxField* field = m_model->fieldOf(proto); field != nullptr) {
        return onnxFieldBytes(m_source, *field, info.dtype, info.bytes, m_stop);
    }
    if (proto.has_raw_data()) {
        const std::string& raw = proto.raw_data();
        return memoryBytes(m_model, std::as_bytes(std::span(raw)), m_modelPath);
    }
    return memoryBytes(typedBytes(proto, info.dtype), m_modelPath);
}

StoredTensor OnnxTensors::list(const onnx::TensorProto& proto) {
    auto read = this->read(proto);
    if (read) {
        return std::move(*read);
    }
    m_firstError = m_firstError ? m_firstError : read.error();
    StoredTensor tensor = unreadableTensor(proto.name(), read.error().what);
    const auto found = std::ranges::find(types, proto.data_type(), &OnnxType::number);
    tensor.info.dtype = found == types.end() ? DType::Unknown : found->dtype;
    tensor.info.dtypeText = dtypeName(tensor.info.dtype);
    tensor.info.shape.assign(proto.dims().begin(), proto.dims().end());
    return tensor;
}

Result<void> OnnxTensors::placeExternal(const onnx::TensorProto& proto, StoredTensor& tensor,
                                        std::uint64_t bytes) {
    std::string location;
    bool valid = true;
    std::uint64_t offset = 0;
    std::uint64_t length = bytes;
    for (const auto& entry : proto.external_data()) {
        if (entry.key() == "location") {
            location = entry.value();
        } else if (entry.key() == "offset") {
            offset = numberOr(entry.value(), 0, valid);
        } else if (entry.key() == "length") {
            length = numberOr(entry.value(), 0, valid);
        }
    }
    auto source = external(location);
    if (!source && source.error().code == ErrorCode::NotFound) {
        return fail(ErrorCode::NotFound,
                    "Its values stand in the file " + inQuotes(location) +
                        ", which is not beside the model",
                    m_modelPath, "Put it there");
    }
    if (!source) {
        return tl::unexpected(source.error());
    }
    const std::uint64_t size = (*source)->size();
    if (!valid || length != bytes || offset > size || bytes > size - offset) {
        return fail(ErrorCode::Malformed,
                    "The external data of tensor " + inQuotes(tensor.info.name) +
                        " does not lie in its file",
                    m_modelPath, "Fetch the model's data file again");
    }
    tensor.source = std::move(*source);
    tensor.info.offset = offset;
    return {};
}

Result<std::shared_ptr<const ByteSource>> OnnxTensors::external(const std::string& location) {
    const auto known = m_external.find(location);
    if (known != m_external.end()) {
        return known->second;
    }
    const auto folder = std::filesystem::path(m_modelPath).parent_path().string();
    const auto path = insideFolder(folder, location, m_modelPath);
    if (!path) {
        return tl::unexpected(path.error());
    }
    auto source = openFileBytes(*path);
    if (source) {
        m_external.emplace(location, *source);
    }
    return source;
}

}  // namespace zeropoint
