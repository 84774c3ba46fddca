// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/pickle.h"

#include "core/files/stored_tensor.h"
#include "core/files/torch/pickle_machine.h"

#include <array>

namespace zeropoint {

std::span<const PickleMachine::Opcode> PickleMachine::opcodes() {
    static constexpr Opcode list[] = {
        {0x80, &PickleMachine::opProto},         {0x95, &PickleMachine::opFrame},
        {'(', &PickleMachine::opMark},           {'0', &PickleMachine::opPop},
        {'1', &PickleMachine::opPopMark},        {'2', &PickleMachine::opDup},
        {'N', &PickleMachine::opNone},           {0x88, &PickleMachine::opTrue},
        {0x89, &PickleMachine::opFalse},         {'K', &PickleMachine::opInt1},
        {'M', &PickleMachine::opInt2},           {'J', &PickleMachine::opInt4},
        {'I', &PickleMachine::opIntLine},        {'L', &PickleMachine::opIntLine},
        {0x8A, &PickleMachine::opLong1},         {0x8B, &PickleMachine::opLong4},
        {'G', &PickleMachine::opFloat8},         {'F', &PickleMachine::opFloatLine},
        {'S', &PickleMachine::opTextLine},       {'V', &PickleMachine::opTextLine},
        {'U', &PickleMachine::opText1},          {0x8C, &PickleMachine::opText1},
        {'C', &PickleMachine::opText1},          {'T', &PickleMachine::opText4},
        {'X', &PickleMachine::opText4},          {'B', &PickleMachine::opText4},
        {0x8D, &PickleMachine::opText8},         {0x8E, &PickleMachine::opText8},
        {0x96, &PickleMachine::opText8},         {')', &PickleMachine::opEmptySequence},
        {']', &PickleMachine::opEmptySequence},  {0x8F, &PickleMachine::opEmptySequence},
        {'}', &PickleMachine::opEmptyDict},      {'t', &PickleMachine::opMarkedSequence},
        {'l', &PickleMachine::opMarkedSequence}, {0x91, &PickleMachine::opMarkedSequence},
        {'d', &PickleMachine::opMarkedDict},     {0x85, &PickleMachine::opTuple1},
        {0x86, &PickleMachine::opTuple2},        {0x87, &PickleMachine::opTuple3},
        {'a', &PickleMachine::opAppend},         {'e', &PickleMachine::opAppends},
        {0x90, &PickleMachine::opAppends},       {'s', &PickleMachine::opSetItem},
        {'u', &PickleMachine::opSetItems},       {'q', &PickleMachine::opPut1},
        {'r', &PickleMachine::opPut4},           {'p', &PickleMachine::opPutLine},
        {0x94, &PickleMachine::opMemoize},       {'h', &PickleMachine::opGet1},
        {'j', &PickleMachine::opGet4},           {'g', &PickleMachine::opGetLine},
        {'c', &PickleMachine::opGlobal},         {0x93, &PickleMachine::opStackGlobal},
        {'R', &PickleMachine::opCall},           {0x81, &PickleMachine::opCall},
        {0x92, &PickleMachine::opNewWithNames},  {'i', &PickleMachine::opInstance},
        {'o', &PickleMachine::opObject},         {'b', &PickleMachine::opBuild},
        {'Q', &PickleMachine::opPersistent},     {'P', &PickleMachine::opPersistentLine},
        {0x82, &PickleMachine::opExtension1},    {0x83, &PickleMachine::opExtension2},
        {0x84, &PickleMachine::opExtension4},    {0x98, &PickleMachine::opNothing},
    };
    return list;
}

const PickleMachine::Opcode* PickleMachine::opcode(std::uint8_t code) {
    static const auto byCode = [] {
        std::array<const Opcode*, 256> table{};
        for (const Opcode& row : opcodes()) {
            table[row.code] = &row;
        }
        return table;
    }();
    return byCode[code];
}

Result<Pickle> PickleMachine::run() {
    constexpr std::uint8_t stop = '.';
    const auto fails = [this] {
        return m_stop.stop_requested()
                   ? openingStopped(m_where)
                   : fail(m_code, "The pickle is refused: " + m_problem,
                          m_where + ", byte " + std::to_string(m_input.position()),
                          "Save the weights as a plain dictionary of tensors, best as safetensors");
    };
    for (std::uint64_t step = 0;; ++step) {
        if (step % 4096 == 0 && m_stop.stop_requested()) {
            return openingStopped(m_where);
        }
        const auto code = m_input.byte();
        if (!code) {
            ended();
            return fails();
        }
        if (*code == stop) {
            break;
        }
        const Opcode* const found = opcode(*code);
        if (found == nullptr) {
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

Result<Pickle> readPickle(const ByteSource& source, std::uint64_t offset,
                          const std::stop_token& stop) {
    return PickleMachine(source, offset, stop).run();
}

}  // namespace zeropoint
