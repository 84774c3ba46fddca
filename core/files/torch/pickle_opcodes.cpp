// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/pickle_machine.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

namespace zeropoint {
namespace {

/// Whether a global is one that pickles name to run code, and weights never do. Every global is
/// inert here; a file that asks for one of these attacks whoever loads it elsewhere.
bool runsCode(std::string_view name) {
    constexpr std::array modules = {"os.",       "posix.", "nt.",           "subprocess.",
                                    "sys.",      "runpy.", "importlib.",    "socket.",
                                    "commands.", "pty.",   "shutil.",       "webbrowser.",
                                    "ctypes.",   "code.",  "platform.popen"};
    constexpr std::array builtins = {"eval", "exec", "execfile", "compile", "open", "__import__"};
    const auto begins = [&](std::string_view module) { return name.starts_with(module); };
    if (std::ranges::any_of(modules, begins)) {
        return true;
    }
    for (const std::string_view module : {"builtins.", "__builtin__.", "__builtins__."}) {
        if (name.starts_with(module) &&
            std::ranges::find(builtins, name.substr(module.size())) != builtins.end()) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool PickleMachine::pushSequence(std::size_t count) {
    if (!needs(count)) {
        return false;
    }
    PickleValue sequence = made(Kind::Sequence);
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
    PickleValue value = made(Kind::Int);
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
    PickleValue value = made(Kind::Int);
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
    PickleValue value = made(Kind::Float);
    value.real = std::bit_cast<double>(swapped);
    return push(std::move(value));
}

bool PickleMachine::opFloatLine() {
    const auto line = m_input.line();
    PickleValue value = made(Kind::Float);
    if (!line) {
        return ended();
    }
    if (std::from_chars(line->data(), line->data() + line->size(), value.real).ec != std::errc()) {
        return refuse(inQuotes(*line) + " is not a number");
    }
    return push(std::move(value));
}

bool PickleMachine::opMarkedSequence() {
    PickleValue sequence = made(Kind::Sequence);
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
    if (container.kind == Kind::Call) {
        return appendToObject(container, items, pairs);
    }
    const bool fits = container.kind == (pairs ? Kind::Dict : Kind::Sequence);
    if (!fits || (pairs && items.size() % 2 != 0)) {
        return refuse("it fills something that is not a list or dictionary");
    }
    container.items.insert(container.items.end(), items.begin(), items.end());
    return true;
}

/// An object that is a dictionary, or a list whose items then have no keys.
bool PickleMachine::appendToObject(PickleValue& object, std::span<const std::uint32_t> items,
                                   bool pairs) {
    if (pairs && items.size() % 2 != 0) {
        return refuse("it fills a dictionary with a key that has no value");
    }
    for (const std::uint32_t item : items) {
        if (!pairs) {
            object.items.push_back(PickleValue::none);
        }
        object.items.push_back(item);
    }
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
    return module && name ? global(*module, *name) : ended();
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
    return global(module.text, name.text);
}

bool PickleMachine::global(std::string_view module, std::string_view name) {
    // A name may be given by reference: its copy must not outgrow the bytes that ask for it.
    constexpr std::size_t mostNameBytes = 1024;
    if (module.size() + name.size() > mostNameBytes) {
        return refuse("the name of a global is longer than any");
    }
    std::string whole(module);
    whole.append(".").append(name);
    if (runsCode(whole)) {
        m_code = ErrorCode::Unsupported;
        return refuse("it asks for " + inQuotes(whole) +
                      ", which runs code wherever the file is loaded and is no part of weights");
    }
    return push(made(Kind::Global, std::move(whole)));
}

bool PickleMachine::call() {
    if (!needs(2)) {
        return false;
    }
    const std::uint32_t arguments = pop();
    const std::uint32_t callee = pop();
    return pushCall(callee, arguments);
}

bool PickleMachine::pushCall(std::uint32_t callee, std::uint32_t arguments) {
    const Kind kind = m_pickle.at(callee).kind;
    const bool callable = kind == Kind::Global || kind == Kind::Call || kind == Kind::Persistent;
    if (!callable || m_pickle.at(arguments).kind != Kind::Sequence) {
        return refuse("it calls something that has no name");
    }
    PickleValue value = made(Kind::Call);
    value.items = {callee, arguments};
    return push(std::move(value));
}

std::uint32_t PickleMachine::makeSequence(std::vector<std::uint32_t> items) {
    PickleValue sequence = made(Kind::Sequence);
    sequence.items = std::move(items);
    m_pickle.values.push_back(std::move(sequence));
    return static_cast<std::uint32_t>(m_pickle.values.size() - 1);
}

/// NEWOBJ_EX: class, arguments, and arguments by name, which are kept as the object's state.
bool PickleMachine::opNewWithNames() {
    if (!needs(3)) {
        return false;
    }
    const std::uint32_t names = pop();
    if (!call()) {
        return false;
    }
    top().state = names;
    return true;
}

/// INST: arguments above a mark, the class by name.
bool PickleMachine::opInstance() {
    std::vector<std::uint32_t> arguments;
    if (!popMark(arguments) || !opGlobal()) {
        return false;
    }
    const std::uint32_t callee = pop();
    return pushCall(callee, makeSequence(std::move(arguments)));
}

/// OBJ: the class and its arguments above a mark.
bool PickleMachine::opObject() {
    std::vector<std::uint32_t> items;
    if (!popMark(items)) {
        return false;
    }
    if (items.empty()) {
        return refuse("it makes an object of no class");
    }
    const std::uint32_t callee = items.front();
    items.erase(items.begin());
    return pushCall(callee, makeSequence(std::move(items)));
}

bool PickleMachine::opBuild() {
    if (!needs(2)) {
        return false;
    }
    const std::uint32_t state = pop();
    if (top().kind == Kind::Call) {
        top().state = state;
    }
    return true;
}

bool PickleMachine::opPersistent() {
    if (!needs(1)) {
        return false;
    }
    PickleValue value = made(Kind::Persistent);
    value.items = {pop()};
    return push(std::move(value));
}

bool PickleMachine::opPersistentLine() {
    return opTextLine() && opPersistent();
}

/// A number in a registry of the machine that wrote it: a name that nobody here knows.
bool PickleMachine::opExtension(int bytes) {
    const auto code = m_input.number(bytes);
    return code ? push(made(Kind::Global, "extension." + std::to_string(*code))) : ended();
}

}  // namespace zeropoint
