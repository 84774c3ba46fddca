// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

/// Numbers of stored formats, by the definitions and nothing of the core's: what the tests decode
/// packed weights with.
namespace zeropoint::test::plain {

inline float half(std::uint16_t code) {
    const int exponent = code >> 10 & 31;
    const double fraction = code & 1023;
    const double magnitude =
        exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
    return static_cast<float>(code >> 15 != 0 ? -magnitude : magnitude);
}

inline float bfloat(std::uint16_t code) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(code) << 16);
}

inline float e2m1(unsigned code) {
    const int exponent = static_cast<int>(code >> 1 & 3);
    const double fraction = code & 1;
    const double magnitude = exponent == 0 ? fraction / 2 : std::ldexp(2 + fraction, exponent - 2);
    return static_cast<float>((code & 8) != 0 ? -magnitude : magnitude);
}

inline float e4m3(unsigned code) {
    const int exponent = static_cast<int>(code >> 3 & 15);
    const double fraction = code & 7;
    const double magnitude =
        exponent == 0 ? std::ldexp(fraction, -9) : std::ldexp(8 + fraction, exponent - 10);
    return static_cast<float>((code & 0x80) != 0 ? -magnitude : magnitude);
}

inline std::uint32_t word(const QByteArray& bytes, qsizetype index) {
    return qFromLittleEndian<quint32>(bytes.constData() + 4 * index);
}

inline std::uint16_t shortWord(const QByteArray& bytes, qsizetype index) {
    return qFromLittleEndian<quint16>(bytes.constData() + 2 * index);
}

}  // namespace zeropoint::test::plain
