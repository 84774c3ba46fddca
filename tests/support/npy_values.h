// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/tensor.h"
#include "tests/support/golden.h"

#include <QRegularExpression>

#include <cstring>
#include <vector>

namespace zeropoint::test {

/// The values of a little-endian .npy file (float32, int8, uint8, int16, int32) as floats; the
/// shape is empty when the file is not one of these.
struct NpyValues {
    Shape shape;
    std::vector<float> values;

    bool isValid() const { return !values.empty(); }
    Tensor tensor() const { return Tensor("", shape, values); }
};

template <typename Element>
std::vector<float> widenElements(const QByteArray& bytes) {
    std::vector<float> out(static_cast<std::size_t>(bytes.size()) / sizeof(Element));
    for (std::size_t i = 0; i < out.size(); ++i) {
        Element element;
        std::memcpy(&element, bytes.constData() + i * sizeof(Element), sizeof element);
        out[i] = static_cast<float>(element);
    }
    return out;
}

inline NpyValues readNpy(const QString& path) {
    const QByteArray file = readAll(path);
    NpyValues out;
    if (!file.startsWith("\x93NUMPY") || file.size() < 10) {
        return out;
    }
    const int headerSize = static_cast<uchar>(file[8]) + 256 * static_cast<uchar>(file[9]);
    const QString header = QString::fromLatin1(file.mid(10, headerSize));
    const QByteArray body = file.mid(10 + headerSize);
    const QString type = QRegularExpression("'descr': '[<|]([a-z]\\d)'").match(header).captured(1);
    const QString shape = QRegularExpression("'shape': \\(([^)]*)\\)").match(header).captured(1);
    for (const QString& dimension : shape.split(',', Qt::SkipEmptyParts)) {
        if (!dimension.trimmed().isEmpty()) {
            out.shape.push_back(dimension.trimmed().toLongLong());
        }
    }
    out.values = type == "f4"   ? widenElements<float>(body)
                 : type == "i1" ? widenElements<std::int8_t>(body)
                 : type == "u1" ? widenElements<std::uint8_t>(body)
                 : type == "i2" ? widenElements<std::int16_t>(body)
                 : type == "i4" ? widenElements<std::int32_t>(body)
                                : std::vector<float>();
    return out;
}

}  // namespace zeropoint::test
