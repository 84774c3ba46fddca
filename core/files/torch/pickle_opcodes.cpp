// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/pickle_machine.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <bit>

namespace zeropoint {

bool PickleMachine::pushSequence(std::size_t count) {
    if (!needs(count)) {
        return false;
    }
    PickleValue sequence{Kind::Sequence, 0, 0, {}, {}};
    sequence.items.assign(m_stack.end() - static_cast<std::ptrdiff_t>(count), m_stack.end());
    m_stack.resize(m_stack.size() - count);
    return push(std::move(sequence));
}

bool PickleMachine::opPop() {
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

bool PickleMachine::opIntLine() {
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

bool PickleMachine::pushLong(std::optional<std::uint64_t> length) {
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

bool PickleMachine::opFloat8() {
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

bool PickleMachine::opFloatLine() {
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

bool PickleMachine::opMarkedSequence() {
    PickleValue sequence{Kind::Sequence, 0, 0, {}, {}};
    return popMark(sequence.items) && push(std::move(sequence));
}

bool PickleMachine::opMarkedDict() {
    std::vector<std::uint32_t> items;
    return popMark(items) && pushKind(Kind::Dict) && append(items, true);
}

bool PickleMachine::opAppend() {
    if (!needs(2)) {
        return false;
    }
    const std::uint32_t item = pop();
    return append({&item, 1}, false);
}

bool PickleMachine::opAppends() {
    std::vector<std::uint32_t> items;
    return popMark(items) && needs(1) && append(items, false);
}

bool PickleMachine::opSetItem() {
    if (!needs(3)) {
        return false;
    }
    const std::uint32_t value = pop();
    const std::uint32_t key = pop();
    const std::uint32_t pair[] = {key, value};
    return append(pair, true);
}

bool PickleMachine::opSetItems() {
    std::vector<std::uint32_t> items;
    return popMark(items) && needs(1) && append(items, true);
}

bool PickleMachine::append(std::span<const std::uint32_t> items, bool pairs) {
    PickleValue& container = top();
    const bool fits = pairs ? container.kind == Kind::Dict || container.kind == Kind::Call
                            : container.kind == Kind::Sequence;
    if (!fits || (pairs && items.size() % 2 != 0)) {
        return refuse("it fills something that is not a list or dictionary");
    }
    container.items.insert(container.items.end(), items.begin(), items.end());
    return true;
}

bool PickleMachine::remember(std::optional<std::uint64_t> key) {
    if (!key) {
        return ended();
    }
    if (!needs(1)) {
        return false;
    }
    m_memo[*key] = m_stack.back();
    return true;
}

bool PickleMachine::recall(std::optional<std::uint64_t> key) {
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

bool PickleMachine::opGlobal() {
    const auto module = m_input.line();
    const auto name = m_input.line();
    return module && name ? global(*module + "." + *name) : ended();
}

bool PickleMachine::opStackGlobal() {
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

bool PickleMachine::global(const std::string& name) {
    if (std::ranges::find(m_globals, name) == m_globals.end()) {
        m_code = ErrorCode::Unsupported;
        return refuse("it asks for " + inQuotes(name) + ", which is not needed for weights");
    }
    return push({Kind::Global, 0, 0, name, {}});
}

bool PickleMachine::call() {
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

bool PickleMachine::opPersistent() {
    if (!needs(1)) {
        return false;
    }
    return push({Kind::Persistent, 0, 0, {}, {pop()}});
}

}  // namespace zeropoint
