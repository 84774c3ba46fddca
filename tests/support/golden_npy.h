// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/golden.h"

#include <cstring>
#include <vector>

namespace zeropoint::test {

/// The elements of a golden .npy file of version 1, whatever its shape; empty when unreadable.
/// The type must be the file's own: it is not converted.
template <typename T>
std::vector<T> goldenNpy(const QString& relative) {
    const QByteArray bytes = readAll(golden(relative));
    constexpr qsizetype lengthAt = 8;
    if (bytes.size() < lengthAt + 2) {
        return {};
    }
    const auto low = static_cast<unsigned char>(bytes[lengthAt]);
    const auto high = static_cast<unsigned char>(bytes[lengthAt + 1]);
    const qsizetype header = lengthAt + 2 + low + 256 * high;
    std::vector<T> values(static_cast<std::size_t>(bytes.size() - header) / sizeof(T));
    std::memcpy(values.data(), bytes.constData() + header, values.size() * sizeof(T));
    return values;
}

}  // namespace zeropoint::test
