// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"
#include "core/support/error.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace zeropoint {

/// What a pickle would make, as data. A call is recorded, not made: its meaning is the caller's
/// business, who looks at the name. Values refer to each other by index, since pickles share them
/// (and may hold themselves): whoever walks them must bound the walk.
struct PickleValue {
    enum class Kind {
        None,
        Bool,      ///< number
        Int,       ///< number; text holds the little-endian bytes when it exceeds 64 bits
        Float,     ///< real
        Text,      ///< text: UTF-8, or bytes of an unknown encoding
        Sequence,  ///< items: tuple, list or set
        Dict,      ///< items: key, value, key, value, ...
        Global,    ///< text: "module.name"
        Call,      ///< items[0]: what is called; items[1]: its arguments; the rest: a dict's items
        Persistent,  ///< items[0]: the identification
    };
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    Kind kind = Kind::None;
    std::uint32_t state = none;  ///< of a call: what is set on the object that it would make
    std::int64_t number = 0;
    double real = 0;
    std::string text;
    std::vector<std::uint32_t> items;
};

struct Pickle {
    std::vector<PickleValue> values;
    std::uint32_t root = 0;
    std::uint64_t end = 0;  ///< first byte after the pickle in its source

    const PickleValue& at(std::uint32_t index) const { return values[index]; }
};

/// Reads one pickle (protocols 0 to 5) that begins at `offset`. Nothing from the file is ever
/// called or imported: every global is an inert name, every call and every object a record of what
/// was asked for. ErrorCode::Unsupported for a name that is asked for only to run code (os.system,
/// eval), so that such a file is known for what it is, and for opcodes that refer outside the file.
/// Time and memory are bounded by the pickle's own length: every value takes at least a byte of it.
Result<Pickle> readPickle(const ByteSource& source, std::uint64_t offset,
                          const std::stop_token& stop = {});

}  // namespace zeropoint
