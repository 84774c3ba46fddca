// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/byte_input.h"

#include "core/files/stoppable_read.h"

#include <algorithm>

namespace zeropoint {

bool ByteInput::refill() {
    constexpr std::uint64_t most = 1 << 16;
    if (m_position >= m_source.size()) {
        return false;
    }
    m_buffer.resize(std::min(most, m_source.size() - m_position));
    m_bufferStart = m_position;
    return m_source.read(m_position, m_buffer).has_value();
}

bool ByteInput::skip(std::uint64_t bytes) {
    if (bytes > left()) {
        return false;
    }
    m_position += bytes;
    return true;
}

std::span<const std::byte> ByteInput::buffered() const {
    if (m_position < m_bufferStart || m_position - m_bufferStart >= m_buffer.size()) {
        return {};
    }
    return std::span(m_buffer).subspan(m_position - m_bufferStart);
}

std::optional<std::uint8_t> ByteInput::byte() {
    if (buffered().empty() && !refill()) {
        return std::nullopt;
    }
    const auto value = std::to_integer<std::uint8_t>(buffered().front());
    ++m_position;
    return value;
}

std::optional<std::uint64_t> ByteInput::number(int bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i) {
        const auto next = byte();
        if (!next) {
            return std::nullopt;
        }
        value |= static_cast<std::uint64_t>(*next) << (8 * i);
    }
    return value;
}

std::optional<std::string> ByteInput::text(std::uint64_t length) {
    if (length > left()) {
        return std::nullopt;
    }
    if (buffered().size() < length) {
        refill();
    }
    std::string value;
    if (buffered().size() >= length) {
        const auto* first = reinterpret_cast<const char*>(buffered().data());
        value.assign(first, first + length);
        m_position += length;
        return value;
    }
    value.reserve(length);
    while (value.size() < length) {
        const std::size_t at = value.size();
        value.resize(std::min(length, at + bytesBetweenStops));
        const auto wanted = std::as_writable_bytes(std::span(value)).subspan(at);
        if (m_stop.stop_requested() || !m_source.read(m_position + at, wanted)) {
            return std::nullopt;
        }
    }
    m_position += length;
    return value;
}

std::optional<std::string> ByteInput::line() {
    constexpr std::size_t most = 1 << 20;
    std::string value;
    while (value.size() < most) {
        const auto next = byte();
        if (!next) {
            return std::nullopt;
        }
        if (*next == '\n') {
            return value;
        }
        value += static_cast<char>(*next);
    }
    return std::nullopt;
}

}  // namespace zeropoint
