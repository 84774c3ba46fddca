// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_input.h"
#include "core/files/torch/pickle.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zeropoint {

/// Far more than any checkpoint's structure (its numbers stand outside the pickle).
constexpr std::size_t mostValues = 4'000'000;

/// The stack machine that pickles are written for, reduced to the opcodes that make data.
/// Opcodes and their meaning: Lib/pickletools.py of CPython.
class PickleMachine {
public:
    PickleMachine(const ByteSource& source, std::uint64_t offset, const std::stop_token& stop)
        : m_input(source, offset, stop), m_where(source.name()), m_stop(stop) {}

    Result<Pickle> run();

private:
    using Kind = PickleValue::Kind;

    struct Opcode {
        std::uint8_t code;
        bool (PickleMachine::*run)();
    };
    static std::span<const Opcode> opcodes();
    /// Null for a byte that is no opcode.
    static const Opcode* opcode(std::uint8_t code);

    // Each returns false after saying why in m_problem.
    bool refuse(std::string why) {
        m_problem = std::move(why);
        return false;
    }
    bool ended() { return refuse("it ends in the middle"); }

    bool push(PickleValue value) {
        if (m_pickle.values.size() >= mostValues) {
            return refuse("it has more than " + std::to_string(mostValues) + " values");
        }
        m_stack.push_back(static_cast<std::uint32_t>(m_pickle.values.size()));
        m_pickle.values.push_back(std::move(value));
        return true;
    }
    static PickleValue made(Kind kind, std::string text = {}) {
        PickleValue value;
        value.kind = kind;
        value.text = std::move(text);
        return value;
    }
    bool pushKind(Kind kind, std::int64_t number = 0) {
        PickleValue value = made(kind);
        value.number = number;
        return push(std::move(value));
    }
    bool pushText(std::optional<std::string> text) {
        return text ? push(made(Kind::Text, std::move(*text))) : ended();
    }
    bool pushSequence(std::size_t count);
    bool pushCounted(int lengthBytes) {
        const auto length = m_input.number(lengthBytes);
        return length ? pushText(m_input.text(*length)) : ended();
    }

    /// Items above the last mark (or above `reserved` at the bottom) must be there.
    bool needs(std::size_t count) {
        const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
        return m_stack.size() >= floor + count || refuse("it takes more values than it has made");
    }
    bool popMark(std::vector<std::uint32_t>& items) {
        if (m_marks.empty()) {
            return refuse("it ends a list that it did not begin");
        }
        items.assign(m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back()), m_stack.end());
        m_stack.resize(m_marks.back());
        m_marks.pop_back();
        return true;
    }
    std::uint32_t pop() {
        const std::uint32_t top = m_stack.back();
        m_stack.pop_back();
        return top;
    }
    PickleValue& top() { return m_pickle.values[m_stack.back()]; }

    bool append(std::span<const std::uint32_t> items, bool pairs);
    bool appendToObject(PickleValue& object, std::span<const std::uint32_t> items, bool pairs);
    bool remember(std::optional<std::uint64_t> key);
    bool recall(std::optional<std::uint64_t> key);
    bool global(std::string_view module, std::string_view name);
    bool call();
    bool pushCall(std::uint32_t callee, std::uint32_t arguments);
    /// The index of a value that is made without an opcode of its own.
    std::uint32_t makeSequence(std::vector<std::uint32_t> items);

    bool opProto() { return m_input.byte() ? true : ended(); }
    bool opFrame() { return m_input.number(8) ? true : ended(); }
    bool opMark() {
        m_marks.push_back(m_stack.size());
        return true;
    }
    bool opPop();
    bool opPopMark() {
        std::vector<std::uint32_t> ignored;
        return popMark(ignored);
    }
    bool opDup() {
        if (!needs(1)) {
            return false;
        }
        m_stack.push_back(m_stack.back());
        return true;
    }
    bool opNone() { return pushKind(Kind::None); }
    bool opTrue() { return pushKind(Kind::Bool, 1); }
    bool opFalse() { return pushKind(Kind::Bool, 0); }
    bool opInt1() { return opUnsigned(1); }
    bool opInt2() { return opUnsigned(2); }
    bool opUnsigned(int bytes) {
        const auto value = m_input.number(bytes);
        return value ? pushKind(Kind::Int, static_cast<std::int64_t>(*value)) : ended();
    }
    bool opInt4() {
        const auto value = m_input.number(4);
        return value ? pushKind(Kind::Int, static_cast<std::int32_t>(*value)) : ended();
    }
    bool opIntLine();
    bool opLong1() { return pushLong(m_input.number(1)); }
    bool opLong4() { return pushLong(m_input.number(4)); }
    bool pushLong(std::optional<std::uint64_t> length);
    bool opFloat8();
    bool opFloatLine();
    bool opTextLine() { return pushText(m_input.line()); }
    bool opText1() { return pushCounted(1); }
    bool opText4() { return pushCounted(4); }
    bool opText8() { return pushCounted(8); }
    bool opEmptySequence() { return pushKind(Kind::Sequence); }
    bool opEmptyDict() { return pushKind(Kind::Dict); }
    bool opMarkedSequence();
    bool opMarkedDict();
    bool opTuple1() { return pushSequence(1); }
    bool opTuple2() { return pushSequence(2); }
    bool opTuple3() { return pushSequence(3); }
    bool opAppend();
    bool opAppends();
    bool opSetItem();
    bool opSetItems();
    bool opPut1() { return remember(m_input.number(1)); }
    bool opPut4() { return remember(m_input.number(4)); }
    bool opPutLine() { return remember(lineNumber()); }
    bool opMemoize() { return remember(m_memo.size()); }
    bool opGet1() { return recall(m_input.number(1)); }
    bool opGet4() { return recall(m_input.number(4)); }
    bool opGetLine() { return recall(lineNumber()); }
    bool opGlobal();
    bool opStackGlobal();
    bool opCall() { return call(); }
    bool opNewWithNames();
    bool opInstance();
    bool opObject();
    bool opBuild();
    bool opPersistent();
    bool opPersistentLine();
    bool opExtension(int bytes);
    bool opExtension1() { return opExtension(1); }
    bool opExtension2() { return opExtension(2); }
    bool opExtension4() { return opExtension(4); }
    bool opNothing() { return true; }

    std::optional<std::uint64_t> lineNumber() {
        const auto line = m_input.line();
        std::uint64_t value = 0;
        const bool read =
            line &&
            std::from_chars(line->data(), line->data() + line->size(), value).ec == std::errc();
        return read ? std::optional(value) : std::nullopt;
    }

    ByteInput m_input;
    std::string m_where;
    std::stop_token m_stop;
    Pickle m_pickle;
    std::vector<std::uint32_t> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint64_t, std::uint32_t> m_memo;
    std::string m_problem;
    ErrorCode m_code = ErrorCode::Malformed;
};

}  // namespace zeropoint
