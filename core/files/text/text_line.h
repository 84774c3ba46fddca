// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace zeropoint {

/// What parts the cells of a table. Blanks around a cell are no part of it.
enum class Separator { Blanks, Comma, Semicolon, Tab };

/// The separator of a line: a semicolon or a tab where one stands outside of quotes, else a comma,
/// else blanks.
Separator separatorOf(std::string_view line);

struct Cell {
    std::string_view text;  ///< without blanks and quotes ("...") around it
    bool quoted = false;
};

/// Goes along the cells of a line. Between two separators, and behind one at the end of the line,
/// stands an empty cell; blanks as separators make none.
class LineCells {
public:
    LineCells(std::string_view line, Separator separator);

    /// Whether the last cell was taken.
    bool atEnd() const { return m_atEnd; }
    Cell take();

private:
    std::string_view m_rest;
    Separator m_separator;
    bool m_atEnd;
};

/// The float32 nearest to a number as people and programs write it ("-2.5", "+3e-3", "nan",
/// "-inf"); beyond the largest it is infinite, below the smallest 0, as IEEE 754 rounds. Nothing
/// where the cell is no number. `decimalComma` reads "0,5"; with thousands ("1.234,5") it is none.
std::optional<float> numberOf(std::string_view cell, bool decimalComma = false);

}  // namespace zeropoint
