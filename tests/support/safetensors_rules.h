// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QtEndian>

#include <algorithm>
#include <utility>
#include <vector>

namespace zeropoint::test {

/// The rule of the safetensors format that the bytes break, empty when none. Written from the
/// format's description alone: 8 bytes of length, a JSON object that begins the header and may be
/// padded with spaces, one entry a tensor with dtype, shape and offsets whose span is what shape
/// and dtype need, no overlap, no hole, and nothing behind the data; metadata maps texts to texts.
inline QString brokenSafetensorsRule(const QByteArray& bytes) {
    static const QHash<QString, int> bits = {
        {"BOOL", 8},    {"U8", 8},          {"I8", 8},          {"F8_E5M2", 8}, {"F8_E4M3", 8},
        {"F8_E8M0", 8}, {"F8_E4M3FNUZ", 8}, {"F8_E5M2FNUZ", 8}, {"I16", 16},    {"U16", 16},
        {"F16", 16},    {"BF16", 16},       {"I32", 32},        {"U32", 32},    {"F32", 32},
        {"F64", 64},    {"I64", 64},        {"U64", 64},        {"C64", 64},    {"F4", 4},
        {"F6_E2M3", 6}, {"F6_E3M2", 6}};
    if (bytes.size() < 8) {
        return "no length";
    }
    const auto length = qFromLittleEndian<quint64>(bytes.constData());
    if (length > 100'000'000 || length > static_cast<quint64>(bytes.size()) - 8) {
        return "the header is longer than the file or the limit";
    }
    const QByteArray text = bytes.mid(8, static_cast<qsizetype>(length));
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!text.startsWith('{') || !document.isObject()) {
        return "the header is no object, or something stands before it";
    }
    std::vector<std::pair<qint64, qint64>> spans;
    const QJsonObject header = document.object();
    for (auto it = header.begin(); it != header.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        if (it.key() == "__metadata__") {
            for (const QJsonValue value : entry) {
                if (!value.isString()) {
                    return "metadata is not all text";
                }
            }
            continue;
        }
        const QJsonArray offsets = entry["data_offsets"].toArray();
        if (entry.size() != 3 || offsets.size() != 2 || !entry["shape"].isArray() ||
            !bits.contains(entry["dtype"].toString())) {
            return it.key() + " has other fields than a tensor";
        }
        qint64 need = bits[entry["dtype"].toString()];
        for (const QJsonValue size : entry["shape"].toArray()) {
            if (__builtin_mul_overflow(need, size.toInteger(-1), &need)) {
                return it.key() + " has more elements than can be counted";
            }
        }
        const qint64 begin = offsets[0].toInteger(-1);
        const qint64 end = offsets[1].toInteger(-1);
        if (need % 8 != 0 || begin < 0 || end - begin != need / 8) {
            return it.key() + " spans other bytes than its shape needs";
        }
        spans.emplace_back(begin, end);
    }
    std::sort(spans.begin(), spans.end());
    qint64 expected = 0;
    for (const auto& [begin, end] : spans) {
        if (begin != expected) {
            return "a hole or an overlap at byte " + QString::number(expected);
        }
        expected = end;
    }
    return 8 + static_cast<qint64>(length) + expected == bytes.size() ? QString()
                                                                      : "bytes behind the data";
}

}  // namespace zeropoint::test
