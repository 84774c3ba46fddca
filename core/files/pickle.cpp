// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/pickle.h"

#include "core/files/byte_input.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <unordered_map>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

/// Far more than any checkpoint's structure (its numbers stand outside the pickle).
constexpr std::size_t mostValues = 4'000'000;

/// The stack machine that pickles are written for, reduced to the opcodes that make data.
/// Opcodes and their meaning: Lib/pickletools.py of CPython.
class Machine {
public:
    Machine(const ByteSource& source, std::uint64_t offset,
            std::span<const std::string_view> globals)
        : m_input(source, offset), m_where(source.name()), m_globals(globals) {}

    Result<Pickle> run();

private:
    struct Opcode {
        std::uint8_t code;
        bool (Machine::*run)();
    };
    static std::span<const Opcode> opcodes();

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
    bool pushKind(Kind kind, std::int64_t number = 0) { return push({kind, number, 0, {}, {}}); }
    bool pushText(std::optional<std::string> text) {
        return text ? push({Kind::Text, 0, 0, std::move(*text), {}}) : ended();
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
    bool remember(std::optional<std::uint64_t> key);
    bool recall(std::optional<std::uint64_t> key);
    bool global(const std::string& name);
    bool call();

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
    bool opBuild() {
        // The state set on an object (hooks, versions) carries no weights: it is dropped.
        if (!needs(2)) {
            return false;
        }
        pop();
        return true;
    }
    bool opPersistent();

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
    std::span<const std::string_view> m_globals;
    Pickle m_pickle;
    std::vector<std::uint32_t> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint64_t, std::uint32_t> m_memo;
    std::string m_problem;
    ErrorCode m_code = ErrorCode::Malformed;
};

std::span<const Machine::Opcode> Machine::opcodes() {
    static constexpr Opcode list[] = {
        {0x80, &Machine::opProto},         {0x95, &Machine::opFrame},
        {'(', &Machine::opMark},           {'0', &Machine::opPop},
        {'1', &Machine::opPopMark},        {'2', &Machine::opDup},
        {'N', &Machine::opNone},           {0x88, &Machine::opTrue},
        {0x89, &Machine::opFalse},         {'K', &Machine::opInt1},
        {'M', &Machine::opInt2},           {'J', &Machine::opInt4},
        {'I', &Machine::opIntLine},        {'L', &Machine::opIntLine},
        {0x8A, &Machine::opLong1},         {0x8B, &Machine::opLong4},
        {'G', &Machine::opFloat8},         {'F', &Machine::opFloatLine},
        {'S', &Machine::opTextLine},       {'V', &Machine::opTextLine},
        {'U', &Machine::opText1},          {0x8C, &Machine::opText1},
        {'C', &Machine::opText1},          {'T', &Machine::opText4},
        {'X', &Machine::opText4},          {'B', &Machine::opText4},
        {0x8D, &Machine::opText8},         {0x8E, &Machine::opText8},
        {0x96, &Machine::opText8},         {')', &Machine::opEmptySequence},
        {']', &Machine::opEmptySequence},  {0x8F, &Machine::opEmptySequence},
        {'}', &Machine::opEmptyDict},      {'t', &Machine::opMarkedSequence},
        {'l', &Machine::opMarkedSequence}, {0x91, &Machine::opMarkedSequence},
        {'d', &Machine::opMarkedDict},     {0x85, &Machine::opTuple1},
        {0x86, &Machine::opTuple2},        {0x87, &Machine::opTuple3},
        {'a', &Machine::opAppend},         {'e', &Machine::opAppends},
        {0x90, &Machine::opAppends},       {'s', &Machine::opSetItem},
        {'u', &Machine::opSetItems},       {'q', &Machine::opPut1},
        {'r', &Machine::opPut4},           {'p', &Machine::opPutLine},
        {0x94, &Machine::opMemoize},       {'h', &Machine::opGet1},
        {'j', &Machine::opGet4},           {'g', &Machine::opGetLine},
        {'c', &Machine::opGlobal},         {0x93, &Machine::opStackGlobal},
        {'R', &Machine::opCall},           {0x81, &Machine::opCall},
        {'b', &Machine::opBuild},          {'Q', &Machine::opPersistent},
    };
    return list;
}

Result<Pickle> Machine::run() {
    constexpr std::uint8_t stop = '.';
    const auto fails = [this] {
        return fail(m_code, "The pickle is refused: " + m_problem,
                    m_where + ", byte " + std::to_string(m_input.position()),
                    "Save the weights as a plain dictionary of tensors, best as safetensors");
    };
    for (;;) {
        const auto code = m_input.byte();
        if (!code) {
            ended();
            return fails();
        }
        if (*code == stop) {
            break;
        }
        const auto found = std::ranges::find(opcodes(), *code, &Opcode::code);
        if (found == opcodes().end()) {
            m_code = ErrorCode::Unsupported;
            refuse("opcode " + std::to_string(*code) + " is not among those that make plain data");
            return fails();
        }
        if (!(this->*found->run)()) {
            return fails();
        }
    }
    if (m_stack.size() != 1 || !m_marks.empty()) {
        refuse("it does not end with one value");
        return fails();
    }
    m_pickle.root = m_stack.front();
    m_pickle.end = m_input.position();
    return std::move(m_pickle);
}

bool Machine::pushSequence(std::size_t count) {
    if (!needs(count)) {
        return false;
    }
    PickleValue sequence{Kind::Sequence, 0, 0, {}, {}};
    sequence.items.assign(m_stack.end() - static_cast<std::ptrdiff_t>(count), m_stack.end());
    m_stack.resize(m_stack.size() - count);
    return push(std::move(sequence));
}

bool Machine::opPop() {
    // POP above a fresh mark removes the mark, as CPython has it.
    if (!m_marks.empty() && m_marks.back() == m_stack.size()) {
        m_marks.pop_back();
        return true;
    }
    if (!needs(1)) {
        return false;
    }
    pop();
    return true;
}

bool Machine::opIntLine() {
    const auto line = m_input.line();
    if (!line) {
        return ended();
    }
    if (*line == "00" || *line == "01") {
        return pushKind(Kind::Bool, *line == "01" ? 1 : 0);
    }
    PickleValue value{Kind::Int, 0, 0, {}, {}};
    const auto read = std::from_chars(line->data(), line->data() + line->size(), value.number);
    if (read.ec == std::errc::invalid_argument) {
        return refuse(inQuotes(*line) + " is not a number");
    }
    return push(std::move(value));
}

bool Machine::pushLong(std::optional<std::uint64_t> length) {
    auto bytes = length ? m_input.text(*length) : std::nullopt;
    if (!bytes) {
        return ended();
    }
    PickleValue value{Kind::Int, 0, 0, {}, {}};
    if (bytes->size() > sizeof value.number) {
        value.text = std::move(*bytes);
        return push(std::move(value));
    }
    const bool negative =
        !bytes->empty() && (static_cast<unsigned char>(bytes->back()) & 0x80) != 0;
    auto number = negative ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < bytes->size(); ++i) {
        number &= ~(std::uint64_t{0xFF} << (8 * i));
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>((*bytes)[i])) << (8 * i);
    }
    value.number = static_cast<std::int64_t>(number);
    return push(std::move(value));
}

bool Machine::opFloat8() {
    const auto bits = m_input.number(8);
    if (!bits) {
        return ended();
    }
    std::uint64_t swapped = 0;  // floats are big-endian in pickles
    for (int i = 0; i < 8; ++i) {
        swapped |= (*bits >> (8 * i) & 0xFF) << (56 - 8 * i);
    }
    return push({Kind::Float, 0, std::bit_cast<double>(swapped), {}, {}});
}

bool Machine::opFloatLine() {
    const auto line = m_input.line();
    PickleValue value{Kind::Float, 0, 0, {}, {}};
    if (!line) {
        return ended();
    }
    if (std::from_chars(line->data(), line->data() + line->size(), value.real).ec != std::errc()) {
        return refuse(inQuotes(*line) + " is not a number");
    }
    return push(std::move(value));
}

bool Machine::opMarkedSequence() {
    PickleValue sequence{Kind::Sequence, 0, 0, {}, {}};
    return popMark(sequence.items) && push(std::move(sequence));
}

bool Machine::opMarkedDict() {
    std::vector<std::uint32_t> items;
    return popMark(items) && pushKind(Kind::Dict) && append(items, true);
}

bool Machine::opAppend() {
    if (!needs(2)) {
        return false;
    }
    const std::uint32_t item = pop();
    return append({&item, 1}, false);
}

bool Machine::opAppends() {
    std::vector<std::uint32_t> items;
    return popMark(items) && needs(1) && append(items, false);
}

bool Machine::opSetItem() {
    if (!needs(3)) {
        return false;
    }
    const std::uint32_t value = pop();
    const std::uint32_t key = pop();
    const std::uint32_t pair[] = {key, value};
    return append(pair, true);
}

bool Machine::opSetItems() {
    std::vector<std::uint32_t> items;
    return popMark(items) && needs(1) && append(items, true);
}

bool Machine::append(std::span<const std::uint32_t> items, bool pairs) {
    PickleValue& container = top();
    const bool fits = pairs ? container.kind == Kind::Dict || container.kind == Kind::Call
                            : container.kind == Kind::Sequence;
    if (!fits || (pairs && items.size() % 2 != 0)) {
        return refuse("it fills something that is not a list or dictionary");
    }
    container.items.insert(container.items.end(), items.begin(), items.end());
    return true;
}

bool Machine::remember(std::optional<std::uint64_t> key) {
    if (!key) {
        return ended();
    }
    if (!needs(1)) {
        return false;
    }
    m_memo[*key] = m_stack.back();
    return true;
}

bool Machine::recall(std::optional<std::uint64_t> key) {
    if (!key) {
        return ended();
    }
    const auto found = m_memo.find(*key);
    if (found == m_memo.end()) {
        return refuse("it refers to a value that it has not made");
    }
    m_stack.push_back(found->second);
    return true;
}

bool Machine::opGlobal() {
    const auto module = m_input.line();
    const auto name = m_input.line();
    return module && name ? global(*module + "." + *name) : ended();
}

bool Machine::opStackGlobal() {
    if (!needs(2)) {
        return false;
    }
    const PickleValue& name = m_pickle.at(pop());
    const PickleValue& module = m_pickle.at(pop());
    if (name.kind != Kind::Text || module.kind != Kind::Text) {
        return refuse("the name of a global is not a text");
    }
    return global(module.text + "." + name.text);
}

bool Machine::global(const std::string& name) {
    if (std::ranges::find(m_globals, name) == m_globals.end()) {
        m_code = ErrorCode::Unsupported;
        return refuse("it asks for " + inQuotes(name) + ", which is not needed for weights");
    }
    return push({Kind::Global, 0, 0, name, {}});
}

bool Machine::call() {
    if (!needs(2)) {
        return false;
    }
    const std::uint32_t arguments = pop();
    const std::uint32_t callee = pop();
    if (m_pickle.at(callee).kind != Kind::Global || m_pickle.at(arguments).kind != Kind::Sequence) {
        return refuse("it calls something that has no name");
    }
    return push({Kind::Call, 0, 0, {}, {callee, arguments}});
}

bool Machine::opPersistent() {
    if (!needs(1)) {
        return false;
    }
    return push({Kind::Persistent, 0, 0, {}, {pop()}});
}

}  // namespace

Result<Pickle> readPickle(const ByteSource& source, std::uint64_t offset,
                          std::span<const std::string_view> globals) {
    return Machine(source, offset, globals).run();
}

}  // namespace zeropoint
