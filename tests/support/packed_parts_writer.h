// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QtEndian>

#include <cstdint>

namespace zeropoint::test {

/// One tensor of a safetensors file that a test writes itself.
struct Part {
    QString name;
    QString dtype;
    QList<qint64> shape;
    QByteArray bytes;
};

/// The file of the parts, in their order, and of texts beside them.
inline QByteArray safetensorsOf(const QList<Part>& parts, const QJsonObject& metadata = {}) {
    QJsonObject header;
    if (!metadata.isEmpty()) {
        header["__metadata__"] = metadata;
    }
    QByteArray data;
    for (const Part& part : parts) {
        QJsonArray shape;
        for (const qint64 dimension : part.shape) {
            shape.append(dimension);
        }
        const qint64 begin = data.size();
        data += part.bytes;
        header[part.name] = QJsonObject{{"dtype", part.dtype},
                                        {"shape", shape},
                                        {"data_offsets", QJsonArray{begin, qint64(data.size())}}};
    }
    const QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    QByteArray file(8, '\0');
    qToLittleEndian<quint64>(quint64(json.size()), file.data());
    return file + json + data;
}

/// Bytes that look like noise and are the same everywhere.
inline QByteArray noise(qsizetype count, quint32 seed) {
    QByteArray bytes;
    quint64 state = seed * 2654435761ULL + 1;
    for (qsizetype i = 0; i < count; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        bytes.append(char(state >> 56));
    }
    return bytes;
}

/// Halves between 1/64 and 1/8 that are no round numbers.
inline QByteArray halves(qsizetype count, quint32 seed) {
    QByteArray bytes = noise(2 * count, seed);
    for (qsizetype i = 0; i < count; ++i) {
        const auto code = quint16(0x2400 + (quint16(quint8(bytes[2 * i])) |
                                            (quint16(quint8(bytes[2 * i + 1])) & 7) << 8));
        qToLittleEndian<quint16>(code, bytes.data() + 2 * i);
    }
    return bytes;
}

inline QByteArray words(const QList<qint32>& values) {
    QByteArray bytes(values.size() * 4, '\0');
    for (qsizetype i = 0; i < values.size(); ++i) {
        qToLittleEndian<qint32>(values[i], bytes.data() + 4 * i);
    }
    return bytes;
}

inline QByteArray floatBytes(const QList<float>& values) {
    QByteArray bytes(values.size() * 4, '\0');
    for (qsizetype i = 0; i < values.size(); ++i) {
        qToLittleEndian<float>(values[i], bytes.data() + 4 * i);
    }
    return bytes;
}

}  // namespace zeropoint::test
