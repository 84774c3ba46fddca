// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/gguf/gguf_entry.h"
#include "core/training/task.h"

#include <cstddef>
#include <vector>

namespace zeropoint {

/// The symbols of a task as a GGUF vocabulary of `vocabulary` tokens: a byte-level encoding
/// ("gpt2") whose tokens are the characters of the text model's alphabet, and [0], [1], ... for
/// everything else. What ends a text is the symbol for unknown characters, or the last one: a
/// vocabulary must have one.
std::vector<GgufEntry> vocabularyOf(const TaskSpec& task, std::size_t vocabulary);

/// A text as byte-level encodings write it: each byte one visible character (those of Latin-1 as
/// they are, the rest from U+0100 on).
std::vector<std::string> visibleBytes(std::string_view text);

}  // namespace zeropoint
