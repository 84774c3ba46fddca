// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include "core/numerics/parse_number.h"
#include "core/support/plain_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ostream>

namespace zeropoint::cli {

TextTable::TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {
    std::vector<std::string> titles;
    for (const Column& column : m_columns) {
        titles.push_back(plainText(column.title));
    }
    m_rows.push_back(std::move(titles));
}

void TextTable::addRow(std::vector<std::string> cells) {
    std::ranges::transform(cells, cells.begin(), plainText);
    m_rows.push_back(std::move(cells));
}

void TextTable::print(std::ostream& out) const {
    std::vector<std::size_t> widths(m_columns.size(), 0);
    for (const std::vector<std::string>& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    for (const std::vector<std::string>& row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - row[i].size(), ' ');
            line += i == 0 ? "" : "  ";
            line += m_columns[i].align == Align::Right ? padding + row[i] : row[i] + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

std::string shortNumber(double value) {
    if (!std::isfinite(value)) {
        return shortestText(value);
    }
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::general, 6);
    return {buffer.data(), end};
}

}  // namespace zeropoint::cli
