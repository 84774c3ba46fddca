// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <cstring>
#include <vector>

namespace zeropoint::test {

/// A GGUF file (version 3, little-endian) that a test writes itself: metadata of texts and numbers,
/// tensors of F32.
class GgufBytes {
public:
    GgufBytes& text(const QByteArray& key, const QByteArray& value) {
        m_keys += keyOf(key, 8) + textOf(value);
        ++m_keyCount;
        return *this;
    }
    GgufBytes& number(const QByteArray& key, std::uint32_t value) {
        m_keys += keyOf(key, 4) + bytesOf(value);
        ++m_keyCount;
        return *this;
    }
    GgufBytes& numbers(const QByteArray& key, const std::vector<std::int32_t>& values) {
        m_keys += keyOf(key, 9) + bytesOf(std::uint32_t(5)) + bytesOf(std::uint64_t(values.size()));
        for (const std::int32_t value : values) {
            m_keys += bytesOf(value);
        }
        ++m_keyCount;
        return *this;
    }
    /// `shape` as rows x columns; the file has it the other way round.
    GgufBytes& tensor(const QByteArray& name, const QList<std::uint64_t>& shape,
                      const std::vector<float>& values) {
        m_infos += textOf(name) + bytesOf(std::uint32_t(shape.size()));
        for (qsizetype i = shape.size(); i-- > 0;) {
            m_infos += bytesOf(std::uint64_t(shape[i]));
        }
        m_infos += bytesOf(std::uint32_t(0)) + bytesOf(std::uint64_t(m_data.size()));
        m_data += QByteArray(reinterpret_cast<const char*>(values.data()),
                             qsizetype(values.size() * sizeof(float)));
        pad(m_data);
        ++m_tensorCount;
        return *this;
    }
    QByteArray bytes() const {
        QByteArray file = QByteArray("GGUF") + bytesOf(std::uint32_t(3)) + bytesOf(m_tensorCount) +
                          bytesOf(m_keyCount) + m_keys + m_infos;
        pad(file);
        return file + m_data;
    }

private:
    template <typename Number>
    static QByteArray bytesOf(Number number) {
        QByteArray bytes(sizeof number, '\0');
        std::memcpy(bytes.data(), &number, sizeof number);
        return bytes;
    }
    static QByteArray textOf(const QByteArray& text) {
        return bytesOf(std::uint64_t(text.size())) + text;
    }
    static QByteArray keyOf(const QByteArray& key, std::uint32_t type) {
        return textOf(key) + bytesOf(type);
    }
    static void pad(QByteArray& bytes) {
        while (bytes.size() % 32 != 0) {
            bytes += '\0';
        }
    }

    QByteArray m_keys;
    QByteArray m_infos;
    QByteArray m_data;
    std::uint64_t m_keyCount = 0;
    std::uint64_t m_tensorCount = 0;
};

}  // namespace zeropoint::test
