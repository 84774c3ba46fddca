// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_numpy.h"

#include "core/files/element_decoder.h"
#include "core/files/little_endian.h"
#include "core/files/npy/npy_header.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

/// The bytes of a value: as they are, or as _codecs.encode(text, 'latin1') makes them of a text
/// in which each byte is a character. Nothing for anything else.
std::optional<std::vector<std::byte>> bytesOf(const Pickle& pickle, std::uint32_t index) {
    const PickleValue* value = &pickle.at(index);
    bool latin = false;
    if (value->kind == Kind::Call && pickle.at(value->items[0]).text == "_codecs.encode" &&
        !pickle.at(value->items[1]).items.empty()) {
        value = &pickle.at(pickle.at(value->items[1]).items[0]);
        latin = true;
    }
    if (value->kind != Kind::Text) {
        return std::nullopt;
    }
    std::vector<std::byte> bytes;
    bytes.reserve(value->text.size());
    for (std::size_t i = 0; i < value->text.size(); ++i) {
        auto byte = static_cast<unsigned char>(value->text[i]);
        // Characters of 0x80 to 0xFF stand in two bytes of UTF-8: C2 or C3 and one more.
        if (latin && byte >= 0x80) {
            if ((byte != 0xC2 && byte != 0xC3) || i + 1 >= value->text.size()) {
                return std::nullopt;
            }
            const auto second = static_cast<unsigned char>(value->text[++i]);
            byte = static_cast<unsigned char>((byte & 3U) << 6 | (second & 0x3FU));
        }
        bytes.push_back(static_cast<std::byte>(byte));
    }
    return bytes;
}

/// numpy.dtype('f8', ...) with its byte order set on it: (version, '<', ...).
std::optional<NpyElement> elementOf(const Pickle& pickle, std::uint32_t index) {
    const PickleValue& call = pickle.at(index);
    if (call.kind != Kind::Call || pickle.at(call.items[0]).text != "numpy.dtype" ||
        pickle.at(call.items[1]).items.empty()) {
        return std::nullopt;
    }
    std::string descr = pickle.at(pickle.at(call.items[1]).items[0]).text;
    if (call.state != PickleValue::none) {
        const PickleValue& state = pickle.at(call.state);
        const bool big = state.kind == Kind::Sequence && state.items.size() >= 2 &&
                         pickle.at(state.items[1]).text == ">";
        descr = std::string(1, big ? '>' : '<') + descr;
    }
    const auto element = parseNpyDescr(descr, "");
    return element ? std::optional(*element) : std::nullopt;
}

std::optional<Shape> shapeOf(const Pickle& pickle, std::uint32_t index) {
    const PickleValue& value = pickle.at(index);
    if (value.kind != Kind::Sequence || value.items.size() > 64) {
        return std::nullopt;
    }
    Shape shape;
    for (const std::uint32_t item : value.items) {
        if (pickle.at(item).kind != Kind::Int || pickle.at(item).number < 0) {
            return std::nullopt;
        }
        shape.push_back(pickle.at(item).number);
    }
    return shape;
}

}  // namespace

bool makesNumpyArray(std::string_view function) {
    return function == "numpy.core.multiarray._reconstruct" ||
           function == "numpy._core.multiarray._reconstruct";
}

bool makesNumpyScalar(std::string_view function) {
    return function == "numpy.core.multiarray.scalar" ||
           function == "numpy._core.multiarray.scalar";
}

std::optional<StoredTensor> numpyArray(const Pickle& pickle, const PickleValue& call,
                                       const std::string& name) {
    if (call.state == PickleValue::none) {
        return std::nullopt;
    }
    const auto& state = pickle.at(call.state).items;
    if (pickle.at(call.state).kind != Kind::Sequence || state.size() != 5) {
        return std::nullopt;
    }
    const auto shape = shapeOf(pickle, state[1]);
    const auto element = elementOf(pickle, state[2]);
    auto bytes = bytesOf(pickle, state[4]);
    if (!shape || !element || !bytes) {
        return std::nullopt;
    }
    StoredTensor tensor;
    tensor.info.name = name;
    tensor.info.dtype = element->dtype;
    tensor.info.dtypeText = dtypeName(element->dtype);
    tensor.info.shape = *shape;
    tensor.info.bytes = bytes->size();
    tensor.order = element->order;
    if (storedBytes(element->dtype, tensor.info.elements()) !=
        static_cast<std::int64_t>(bytes->size())) {
        tensor.unreadable = "The array does not have as many bytes as its shape says";
    }
    if (pickle.at(state[3]).number != 0 && shape->size() > 1) {
        std::int64_t stride = 1;
        for (const std::int64_t dimension : *shape) {
            tensor.strides.push_back(stride);
            stride *= std::max<std::int64_t>(dimension, 1);
        }
    }
    tensor.source = memoryBytes(std::move(*bytes), name);
    return tensor;
}

std::optional<std::string> numpyScalar(const Pickle& pickle, const PickleValue& call) {
    const auto& arguments = pickle.at(call.items[1]).items;
    if (arguments.size() != 2) {
        return std::nullopt;
    }
    const auto element = elementOf(pickle, arguments[0]);
    const auto bytes = bytesOf(pickle, arguments[1]);
    if (!element || !bytes || !canDecode(element->dtype) ||
        storedBytes(element->dtype, 1) != static_cast<std::int64_t>(bytes->size())) {
        return std::nullopt;
    }
    std::array<char, 32> buffer{};
    char* const last = buffer.data() + buffer.size();
    char* end = nullptr;
    if (element->dtype == DType::F64 && element->order == ByteOrder::Little) {
        end = std::to_chars(buffer.data(), last, littleEndian<double>(*bytes)).ptr;
    } else {
        float value = 0;
        decodeElements(element->dtype, element->order, *bytes, 0, std::span(&value, 1));
        end = std::to_chars(buffer.data(), last, value).ptr;
    }
    return std::string(buffer.data(), end);
}

}  // namespace zeropoint
