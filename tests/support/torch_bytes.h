// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>

/// Assembles checkpoints in PyTorch's old format opcode by opcode, so that a test can write what
/// no library would.
namespace zeropoint::test::torch {

inline QByteArray number(std::uint64_t value, int bytes) {
    QByteArray out;
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(value >> (8 * i) & 0xFF);
    }
    return out;
}

inline QByteArray text(const QByteArray& text) {
    return "X" + number(static_cast<std::uint64_t>(text.size()), 4) + text;
}

inline QByteArray global(const QByteArray& module, const QByteArray& name) {
    return "c" + module + "\n" + name + "\n";
}

/// LONG1 of eight bytes: any 64-bit number.
inline QByteArray integer(std::int64_t value) {
    return "\x8A\x08" + number(static_cast<std::uint64_t>(value), 8);
}

inline QByteArray tuple(const QByteArray& items) {
    return "(" + items + "t";
}

inline QByteArray integers(const QList<qint64>& values) {
    QByteArray items;
    for (const qint64 value : values) {
        items += integer(value);
    }
    return tuple(items);
}

inline QByteArray dictionary(const QByteArray& keysAndValues) {
    return "}(" + keysAndValues + "u";
}

inline QByteArray call(const QByteArray& callee, const QByteArray& arguments) {
    return callee + tuple(arguments) + "R";
}

inline QByteArray storage(const QByteArray& type, const QByteArray& key, qint64 elements,
                          const QByteArray& device = "cpu") {
    return tuple(text("storage") + global("torch", type) + text(key) + text(device) +
                 integer(elements) + "N") +
           "Q";
}

inline QByteArray tensor(const QByteArray& storage, qint64 offset, const QList<qint64>& shape,
                         const QList<qint64>& strides) {
    return call(global("torch._utils", "_rebuild_tensor_v2"),
                storage + integer(offset) + integers(shape) + integers(strides) + "\x89" +
                    global("collections", "OrderedDict") + ")R");
}

struct Storage {
    QByteArray key;
    std::uint64_t elements = 0;
    QByteArray bytes;
};

/// A whole file around the pickled object.
inline QByteArray file(const QByteArray& object, const QList<Storage>& storages,
                       const QByteArray& facts = "}") {
    QByteArray bytes("\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19.", 15);
    bytes += "\x80\x02M\xE9\x03.";
    bytes += "\x80\x02" + facts + ".";
    bytes += "\x80\x02" + object + ".";
    bytes += "\x80\x02](";
    for (const Storage& storage : storages) {
        bytes += text(storage.key);
    }
    bytes += "e.";
    for (const Storage& storage : storages) {
        bytes += number(storage.elements, 8) + storage.bytes;
    }
    return bytes;
}

}  // namespace zeropoint::test::torch
