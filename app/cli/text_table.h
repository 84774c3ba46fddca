// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace zeropoint::cli {

/// Columns for people: plain text (core/support/plain_text.h), as wide as their widest cell, two
/// blanks between them. Columns of numbers stand to the right, those of words to the left.
class TextTable {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Right;
    };

    explicit TextTable(std::vector<Column> columns);
    /// One cell for each column.
    void addRow(std::vector<std::string> cells);
    void print(std::ostream& out) const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// Six significant digits: "0.0996094", "6.10352e-05", "nan".
std::string shortNumber(double value);

}  // namespace zeropoint::cli
