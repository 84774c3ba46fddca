// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/golden.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace zeropoint::test {

struct OracleTensor {
    std::vector<std::int64_t> shape;
    std::vector<double> values;
};

/// Reads a golden file by itself, without the code under test. Little-endian F32, F64 and I64.
inline std::map<std::string, OracleTensor> readOracle(const QString& path) {
    const QByteArray bytes = readAll(path);
    std::uint64_t headerSize = 0;
    if (bytes.size() < static_cast<qsizetype>(sizeof headerSize)) {
        return {};
    }
    std::memcpy(&headerSize, bytes.constData(), sizeof headerSize);
    const char* data = bytes.constData() + sizeof headerSize + headerSize;
    const QByteArray header = bytes.mid(sizeof headerSize, static_cast<qsizetype>(headerSize));
    const QJsonObject entries = QJsonDocument::fromJson(header).object();
    std::map<std::string, OracleTensor> tensors;
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        if (it.key() == QLatin1String("__metadata__")) {
            continue;
        }
        const QJsonObject entry = it.value().toObject();
        OracleTensor tensor;
        std::size_t count = 1;
        for (const QJsonValue dimension : entry["shape"].toArray()) {
            tensor.shape.push_back(dimension.toInteger());
            count *= static_cast<std::size_t>(dimension.toInteger());
        }
        const char* at = data + entry["data_offsets"].toArray()[0].toInteger();
        const auto read = [&](auto zero) {
            for (std::size_t i = 0; i < count; ++i) {
                std::memcpy(&zero, at + i * sizeof zero, sizeof zero);
                tensor.values.push_back(static_cast<double>(zero));
            }
        };
        const QString type = entry["dtype"].toString();
        type == "F32" ? read(0.0F) : type == "F64" ? read(0.0) : read(std::int64_t{0});
        tensors[it.key().toStdString()] = std::move(tensor);
    }
    return tensors;
}

}  // namespace zeropoint::test
