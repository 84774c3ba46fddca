// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/onnx/onnx_parse.h"

#include "core/files/byte_input.h"
#include "core/files/stoppable_read.h"
#include "core/files/stored_tensor.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace zeropoint {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// Content of a field that is parsed at once; larger messages are gone through field by field.
constexpr std::uint64_t mostParsed = bytesBetweenStops;
/// Messages in messages, as protobuf itself has it.
constexpr int mostDepth = 100;

/// How the content of a field is stored: the lowest three bits of the number before it.
enum Wire : std::uint8_t { Varint = 0, EightBytes = 1, Length = 2, FourBytes = 5 };

/// Fields of a tensor that hold its values: raw_data and the typed ones.
bool holdsValues(const Message& message, int number) {
    constexpr std::array fields = {
        onnx::TensorProto::kRawDataFieldNumber,    onnx::TensorProto::kFloatDataFieldNumber,
        onnx::TensorProto::kDoubleDataFieldNumber, onnx::TensorProto::kInt32DataFieldNumber,
        onnx::TensorProto::kInt64DataFieldNumber,  onnx::TensorProto::kUint64DataFieldNumber};
    return message.GetDescriptor() == onnx::TensorProto::descriptor() &&
           std::ranges::find(fields, number) != fields.end();
}

/// Goes through a model and gives to the parser what is small. protobuf copies a large field whole,
/// and more than once, before it asks for more bytes and learns that it was stopped.
class OnnxWalk {
public:
    OnnxWalk(const ByteSource& source, const std::stop_token& stop, OnnxModel& model)
        : m_input(source, 0, stop), m_stop(stop), m_model(model) {}

    bool walk(std::uint64_t size) { return walkMessage(m_model.proto, size, 0); }

    /// Where it ended.
    std::uint64_t position() const { return m_input.position(); }

private:
    /// Fields as they are stored that wait for the parser, which must see them in their order.
    struct Waiting {
        Message& message;
        std::string bytes{};

        bool parse() {
            const bool parsed = bytes.empty() || message.MergeFromString(bytes);
            bytes.clear();
            return parsed;
        }
    };

    bool walkMessage(Message& message, std::uint64_t end, int depth) {
        Waiting waiting{message};
        while (m_input.position() < end) {
            const bool full = waiting.bytes.size() > mostParsed;
            if (m_stop.stop_requested() || (full && !waiting.parse()) ||
                !walkField(waiting, end, depth)) {
                return false;
            }
        }
        return m_input.position() == end && waiting.parse();
    }

    bool walkField(Waiting& waiting, std::uint64_t end, int depth) {
        std::string head;
        const auto tag = varint(head);
        if (!tag) {
            return false;
        }
        const auto wire = static_cast<Wire>(*tag & 7);
        if (wire == EightBytes || wire == FourBytes) {
            waiting.bytes += head;
            return copy(waiting.bytes, wire == EightBytes ? 8 : 4);
        }
        const auto number = varint(head);
        if (!number || (wire != Varint && wire != Length)) {
            return false;
        }
        if (wire == Varint) {
            waiting.bytes += head;
            return true;
        }
        if (m_input.position() > end || *number > end - m_input.position()) {
            return false;
        }
        const int field = static_cast<int>(std::min<std::uint64_t>(*tag >> 3, 1U << 29));
        if (*number > mostParsed) {
            return waiting.parse() && walkLarge(waiting.message, field, *number, depth);
        }
        if (holdsValues(waiting.message, field)) {
            markPieces(waiting.message);
        }
        waiting.bytes += head;
        return copy(waiting.bytes, *number);
    }

    /// What is large: messages are walked, values stay in the source, and nothing else is needed.
    bool walkLarge(Message& message, int number, std::uint64_t size, int depth) {
        if (holdsValues(message, number)) {
            const auto& tensor = static_cast<const onnx::TensorProto&>(message);
            const bool alone = valuesIn(tensor) == 0;
            const auto [place, added] = m_model.fields.try_emplace(
                &tensor, OnnxField{number, m_input.position(), size, alone});
            place->second.alone = place->second.alone && added;
            return m_input.skip(size);
        }
        const FieldDescriptor* field = message.GetDescriptor()->FindFieldByNumber(number);
        if (field == nullptr || field->type() != FieldDescriptor::TYPE_MESSAGE) {
            return m_input.skip(size);
        }
        if (depth >= mostDepth) {
            return false;
        }
        const google::protobuf::Reflection& reflection = *message.GetReflection();
        Message& inner = field->is_repeated() ? *reflection.AddMessage(&message, field)
                                              : *reflection.MutableMessage(&message, field);
        return walkMessage(inner, m_input.position() + size, depth + 1);
    }

    static int valuesIn(const onnx::TensorProto& tensor) {
        return tensor.float_data_size() + tensor.double_data_size() + tensor.int32_data_size() +
               tensor.int64_data_size() + tensor.uint64_data_size() +
               static_cast<int>(tensor.has_raw_data());
    }

    /// More values of a tensor of which some stayed in the source.
    void markPieces(const Message& message) {
        const auto known = m_model.fields.find(static_cast<const onnx::TensorProto*>(&message));
        if (known != m_model.fields.end()) {
            known->second.alone = false;
        }
    }

    /// The next number of seven bits a byte; its bytes join `bytes`.
    std::optional<std::uint64_t> varint(std::string& bytes) {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = m_input.byte();
            if (!byte) {
                return std::nullopt;
            }
            bytes += static_cast<char>(*byte);
            value |= static_cast<std::uint64_t>(*byte & 127U) << shift;
            if (*byte < 128) {
                return value;
            }
        }
        return std::nullopt;
    }

    bool copy(std::string& bytes, std::uint64_t count) {
        const auto text = m_input.text(count);
        if (text) {
            bytes += *text;
        }
        return text.has_value();
    }

    ByteInput m_input;
    std::stop_token m_stop;
    OnnxModel& m_model;
};

}  // namespace

const OnnxField* OnnxModel::fieldOf(const onnx::TensorProto& tensor) const {
    const auto found = fields.find(&tensor);
    return found == fields.end() ? nullptr : &found->second;
}

Result<std::shared_ptr<const OnnxModel>> parseOnnx(const ByteSource& source,
                                                   const std::stop_token& stop) {
    if (source.size() > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) {
        return fail(ErrorCode::TooLarge, "The model is larger than 2 GiB", source.name(),
                    "Save its weights as external data");
    }
    auto model = std::make_shared<OnnxModel>();
    OnnxWalk walk(source, stop, *model);
    const bool whole = walk.walk(source.size());
    if (stop.stop_requested()) {
        return openingStopped(source.name());
    }
    if (!whole && walk.position() < source.size()) {
        std::byte next{};
        if (auto read = source.read(walk.position(), std::span(&next, 1)); !read) {
            return tl::unexpected(read.error());
        }
    }
    if (!whole || !model->proto.has_graph()) {
        return fail(ErrorCode::Malformed, "The file is not a whole ONNX model", source.name(),
                    "Copy or download it again: it is damaged or was not copied whole");
    }
    return std::shared_ptr<const OnnxModel>(std::move(model));
}

}  // namespace zeropoint
