// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/onnx/onnx_parse.h"

#include "core/files/stoppable_read.h"
#include "core/files/stored_tensor.h"

#include <google/protobuf/io/zero_copy_stream.h>
#include <onnx/onnx_pb.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

/// The bytes of a source for the parser, which asks for one piece after the other. It sees the end
/// where reading failed or was stopped.
class PieceStream final : public google::protobuf::io::ZeroCopyInputStream {
public:
    PieceStream(const ByteSource& source, std::stop_token stop)
        : m_source(source), m_stop(std::move(stop)) {}

    bool Next(const void** data, int* size) override {
        if (m_unread == 0 && !refill()) {
            return false;
        }
        *data = m_piece.data() + m_piece.size() - m_unread;
        *size = static_cast<int>(m_unread);
        m_unread = 0;
        return true;
    }
    void BackUp(int count) override { m_unread += static_cast<std::size_t>(count); }
    bool Skip(int count) override {
        const auto wanted = static_cast<std::size_t>(count);
        const std::size_t held = std::min(wanted, m_unread);
        m_unread -= held;
        const std::uint64_t beyond = wanted - held;
        if (m_stop.stop_requested() || beyond > m_source.size() - m_position) {
            m_position = m_source.size();
            return false;
        }
        m_position += beyond;
        return true;
    }
    google::protobuf::int64 ByteCount() const override {
        return static_cast<google::protobuf::int64>(m_position - m_unread);
    }

    const std::optional<Error>& failure() const { return m_failure; }

private:
    bool refill() {
        const std::uint64_t count = std::min(bytesBetweenStops, m_source.size() - m_position);
        if (count == 0 || m_stop.stop_requested() || m_failure) {
            return false;
        }
        m_piece.resize(count);
        if (auto read = m_source.read(m_position, m_piece); !read) {
            m_failure = read.error();
            return false;
        }
        m_position += count;
        m_unread = count;
        return true;
    }

    const ByteSource& m_source;
    std::stop_token m_stop;
    std::vector<std::byte> m_piece;
    std::uint64_t m_position = 0;  ///< of the source, behind the piece
    std::size_t m_unread = 0;      ///< bytes at the end of the piece
    std::optional<Error> m_failure;
};

}  // namespace

Result<std::shared_ptr<const onnx::ModelProto>> parseOnnx(const ByteSource& source,
                                                          const std::stop_token& stop) {
    if (source.size() > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) {
        return fail(ErrorCode::TooLarge, "The model is larger than 2 GiB", source.name(),
                    "Save its weights as external data");
    }
    auto model = std::make_shared<onnx::ModelProto>();
    PieceStream stream(source, stop);
    const bool whole = model->ParseFromZeroCopyStream(&stream);
    if (stop.stop_requested()) {
        return openingStopped(source.name());
    }
    if (stream.failure()) {
        return tl::unexpected(*stream.failure());
    }
    if (!whole || !model->has_graph()) {
        return fail(ErrorCode::Malformed, "The file is not a whole ONNX model", source.name(),
                    "The file is damaged or was not copied whole");
    }
    return std::shared_ptr<const onnx::ModelProto>(std::move(model));
}

}  // namespace zeropoint
