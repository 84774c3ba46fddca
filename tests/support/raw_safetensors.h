// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/golden.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QtEndian>

#include <cstdint>
#include <cstring>
#include <vector>

namespace zeropoint::test {

/// What stands in a safetensors file, read by itself, without the code under test and without a
/// thought about what belongs together.
struct RawSafetensors {
    struct Entry {
        QString dtype;
        QList<qint64> shape;
        QByteArray bytes;

        /// Little-endian floats of 32 bits.
        std::vector<float> floats() const {
            std::vector<float> values(static_cast<std::size_t>(bytes.size()) / sizeof(float));
            std::memcpy(values.data(), bytes.constData(), values.size() * sizeof(float));
            return values;
        }

        /// Code `index` of a stream of `bits` bits each, the lowest bits of a byte first.
        std::int64_t code(std::size_t index, int bits, bool isSigned) const {
            std::int64_t code = 0;
            for (int bit = 0; bit < bits; ++bit) {
                const std::size_t place = index * std::size_t(bits) + std::size_t(bit);
                const auto byte = static_cast<unsigned char>(bytes[qsizetype(place / 8)]);
                code |= std::int64_t{(byte >> (place % 8)) & 1} << bit;
            }
            return isSigned && (code >> (bits - 1)) != 0 ? code - (std::int64_t{1} << bits) : code;
        }
    };

    QMap<QString, Entry> entries;
    QJsonObject metadata;

    static RawSafetensors read(const QString& path) {
        const QByteArray file = readAll(path);
        const auto length = qFromLittleEndian<quint64>(file.constData());
        const QByteArray data = file.mid(8 + qsizetype(length));
        const QJsonObject header = QJsonDocument::fromJson(file.mid(8, qsizetype(length))).object();
        RawSafetensors raw;
        for (auto it = header.begin(); it != header.end(); ++it) {
            const QJsonObject object = it.value().toObject();
            if (it.key() == QLatin1String("__metadata__")) {
                raw.metadata = object;
                continue;
            }
            Entry entry{object["dtype"].toString(), {}, {}};
            for (const QJsonValue dimension : object["shape"].toArray()) {
                entry.shape << dimension.toInteger();
            }
            const QJsonArray place = object["data_offsets"].toArray();
            entry.bytes =
                data.mid(place[0].toInteger(), place[1].toInteger() - place[0].toInteger());
            raw.entries[it.key()] = entry;
        }
        return raw;
    }

    /// "a.weight:F32:4x70", by name; a scalar's shape is empty.
    QStringList list() const {
        QStringList all;
        for (auto it = entries.begin(); it != entries.end(); ++it) {
            QStringList shape;
            for (const qint64 dimension : it->shape) {
                shape << QString::number(dimension);
            }
            all << it.key() + ':' + it->dtype + ':' + shape.join('x');
        }
        return all;
    }
};

}  // namespace zeropoint::test
