// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/npy/npy_header.h"

#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace zeropoint {
namespace {

/// Reads a Python literal of exactly the header's form, left to right, without recursion.
class HeaderLiteral {
public:
    explicit HeaderLiteral(std::string_view text) : m_rest(text) {}

    bool take(char c) {
        skipBlanks();
        if (m_rest.empty() || m_rest.front() != c) {
            return false;
        }
        m_rest.remove_prefix(1);
        return true;
    }

    bool at(char c) {
        skipBlanks();
        return !m_rest.empty() && m_rest.front() == c;
    }

    bool atEnd() {
        skipBlanks();
        return m_rest.empty();
    }

    std::optional<std::string> text() {
        const char quote = at('"') ? '"' : '\'';
        if (!take(quote)) {
            return std::nullopt;
        }
        const std::size_t end = m_rest.find(quote);
        if (end == std::string_view::npos || m_rest.substr(0, end).find('\\') < end) {
            return std::nullopt;
        }
        const std::string value(m_rest.substr(0, end));
        m_rest.remove_prefix(end + 1);
        return value;
    }

    std::optional<bool> truth() {
        skipBlanks();
        for (const bool value : {false, true}) {
            const std::string_view word = value ? "True" : "False";
            if (m_rest.starts_with(word)) {
                m_rest.remove_prefix(word.size());
                return value;
            }
        }
        return std::nullopt;
    }

    /// "(3, 4)", "(3,)", "()"; Python 2 wrote "3L".
    std::optional<Shape> tuple() {
        Shape shape;
        if (!take('(')) {
            return std::nullopt;
        }
        while (!take(')')) {
            skipBlanks();
            std::int64_t value = 0;
            const char* const end = m_rest.data() + m_rest.size();
            const auto [next, error] = std::from_chars(m_rest.data(), end, value);
            if (error != std::errc() || value < 0) {
                return std::nullopt;
            }
            m_rest.remove_prefix(static_cast<std::size_t>(next - m_rest.data()));
            take('L');
            shape.push_back(value);
            const bool comma = take(',');
            if (!at(')') && !comma) {
                return std::nullopt;
            }
            // (3) is a number in parentheses, no tuple.
            if (!comma && shape.size() == 1) {
                return std::nullopt;
            }
        }
        return shape;
    }

    /// "[('w', '<f4', (2,)), ('b', '<f8')]". An entry that is a list has an empty descr.
    std::optional<std::vector<NpyField>> fields() {
        std::vector<NpyField> result;
        if (!take('[')) {
            return std::nullopt;
        }
        while (!take(']')) {
            NpyField field;
            const bool named = take('(') && readName(field.name) && take(',');
            auto descr = named ? text() : std::nullopt;
            if (!descr) {
                return std::nullopt;
            }
            field.descr = std::move(*descr);
            if (take(',') && !at(')')) {
                auto shape = tuple();
                if (!shape) {
                    return std::nullopt;
                }
                field.shape = std::move(*shape);
                take(',');
            }
            if (!take(')')) {
                return std::nullopt;
            }
            take(',');
            result.push_back(std::move(field));
        }
        return result;
    }

private:
    /// 'w', or ('title', 'w').
    bool readName(std::string& name) {
        const bool titled = take('(');
        auto first = text();
        if (titled && first && take(',')) {
            first = text();
        }
        if (!first || (titled && !take(')'))) {
            return false;
        }
        name = std::move(*first);
        return true;
    }

    void skipBlanks() {
        const std::size_t next = m_rest.find_first_not_of(" \t\r\n");
        m_rest.remove_prefix(std::min(next, m_rest.size()));
    }

    std::string_view m_rest;
};

struct Fields {
    std::optional<std::string> descr;
    std::vector<NpyField> record;
    bool unknownRecord = false;
    std::optional<bool> order;
    std::optional<Shape> shape;
};

/// Empty when the entry was read; else what is wrong with it.
std::string readEntry(HeaderLiteral& literal, Fields& fields) {
    const auto key = literal.text();
    if (!key || !literal.take(':')) {
        return "The header is not a dictionary of descr, fortran_order and shape";
    }
    if (*key == "descr" && !fields.descr) {
        if (literal.at('[')) {
            auto record = literal.fields();
            if (!record || record->empty()) {
                fields.unknownRecord = true;
                return "The list of fields cannot be read";
            }
            fields.record = std::move(*record);
            fields.descr = "";
            return "";
        }
        fields.descr = literal.text();
        return fields.descr ? "" : "'descr' is not a text";
    }
    if (*key == "fortran_order" && !fields.order) {
        fields.order = literal.truth();
        return fields.order ? "" : "'fortran_order' is neither True nor False";
    }
    if (*key == "shape" && !fields.shape) {
        fields.shape = literal.tuple();
        return fields.shape ? "" : "'shape' is not a tuple of whole numbers from 0 to 2^63";
    }
    return "The header has the key " + inQuotes(*key) +
           ", which the format does not have, or has it twice";
}

}  // namespace

Result<NpyHeader> parseNpyHeader(std::string_view text, const std::string& where) {
    const auto malformed = [&](std::string what) {
        return fail(ErrorCode::Malformed, std::move(what), where,
                    "Write the array again with numpy.save");
    };
    HeaderLiteral literal(text);
    Fields fields;
    if (!literal.take('{')) {
        return malformed("The header is not a dictionary");
    }
    while (!literal.take('}')) {
        const std::string wrong = readEntry(literal, fields);
        if (fields.unknownRecord) {
            return fail(ErrorCode::Unsupported,
                        "This is a structured array with records within records", where,
                        "Save each field as an array of its own");
        }
        if (!wrong.empty()) {
            return malformed(wrong);
        }
        if (!literal.take(',') && !literal.at('}')) {
            return malformed("The header's entries are not parted by commas");
        }
    }
    if (!literal.atEnd() || !fields.descr || !fields.order || !fields.shape) {
        return malformed("The header is not exactly descr, fortran_order and shape");
    }
    return NpyHeader{*fields.descr, std::move(fields.record), *fields.order, *fields.shape};
}

Result<NpyElement> parseNpyDescr(std::string_view descr, const std::string& where) {
    struct Row {
        std::string_view code;
        DType dtype;
    };
    constexpr std::array rows = {
        Row{"f2", DType::F16},    Row{"f4", DType::F32},   Row{"f8", DType::F64},
        Row{"i1", DType::I8},     Row{"i2", DType::I16},   Row{"i4", DType::I32},
        Row{"i8", DType::I64},    Row{"u1", DType::U8},    Row{"u2", DType::U16},
        Row{"u4", DType::U32},    Row{"u8", DType::U64},   Row{"b1", DType::Bool},
        Row{"c8", DType::C64},    Row{"c16", DType::C128}, Row{"f16", DType::F80},
        Row{"f1", DType::F8E5M2}, Row{"V2", DType::BF16},
    };
    const char first = descr.empty() ? '\0' : descr.front();
    const bool marked = first == '<' || first == '>' || first == '|' || first == '=';
    const std::string_view code = marked ? descr.substr(1) : descr;
    for (const Row& row : rows) {
        if (row.code == code) {
            return NpyElement{row.dtype, first == '>' ? ByteOrder::Big : ByteOrder::Little};
        }
    }
    if (code.starts_with('O')) {
        return fail(ErrorCode::Unsupported,
                    "This is an array of Python objects, which only running code could read", where,
                    "Save it as an array of numbers");
    }
    if (code == "V1") {
        return fail(
            ErrorCode::Unsupported,
            "Its elements are single bytes of an 8-bit format that numpy.save does not name", where,
            "Save it as float32, or its codes as uint8");
    }
    constexpr std::string_view notNumbers = "SUVMma";
    const bool otherKind = !code.empty() && notNumbers.find(code.front()) != std::string_view::npos;
    if (otherKind || code == "f12" || code == "c24" || code == "c32") {
        return fail(ErrorCode::Unsupported,
                    "Elements of the type " + inQuotes(descr) + " are not read", where,
                    "Save it as an array of ordinary numbers");
    }
    return fail(ErrorCode::Malformed, inQuotes(descr) + " is not a type of element", where,
                "Write the array again with numpy.save");
}

std::uint64_t npyElementBytes(std::string_view descr) {
    const bool marked =
        !descr.empty() && std::string_view("<>|=").find(descr.front()) != std::string_view::npos;
    const std::string_view code = descr.substr(marked ? 1 : 0);
    std::uint64_t size = 0;
    if (code.size() < 2 ||
        std::from_chars(code.data() + 1, code.data() + code.size(), size).ec != std::errc()) {
        return code.starts_with('O') ? 8 : 0;
    }
    // Texts count characters of four bytes.
    return size > (std::uint64_t{1} << 40) ? 0 : code.front() == 'U' ? 4 * size : size;
}

}  // namespace zeropoint
