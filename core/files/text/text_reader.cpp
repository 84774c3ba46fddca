// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/stoppable_read.h"
#include "core/files/text/text_line.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <span>

namespace zeropoint {
namespace {

/// Text is read whole; more than this is no longer meant for people.
constexpr std::uint64_t mostBytes = std::uint64_t{1} << 30;
/// Of a line, however long; the first of each line is looked at too.
constexpr std::size_t cellsBetweenStops = 4096;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string_view takeLine(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

/// What the first line of a table that is no comment tells.
struct FirstLine {
    std::size_t cells = 0;
    bool anyNumber = false;
    bool startsEmpty = false;  ///< as pandas titles its index

    /// Titles are no numbers; but pandas' own are, behind the empty title of the index.
    bool isHeader() const { return !anyNumber || (startsEmpty && cells > 1); }
};

bool allowsDecimalComma(Separator separator) {
    return separator == Separator::Semicolon || separator == Separator::Tab;
}

FirstLine lookAt(std::string_view line) {
    const Separator separator = separatorOf(line);
    FirstLine first;
    for (LineCells cells(line, separator); !cells.atEnd();) {
        const Cell cell = cells.take();
        if (cell.text.empty() && cells.atEnd() && first.cells > 0) {
            break;  // a separator that ends the line
        }
        first.startsEmpty = first.startsEmpty || (first.cells == 0 && cell.text.empty());
        first.anyNumber =
            first.anyNumber ||
            numberOf(cell.text, cell.quoted || allowsDecimalComma(separator)).has_value();
        ++first.cells;
    }
    return first;
}

class TextTable {
public:
    TextTable(const std::string& where, std::stop_token stop)
        : m_where(where), m_stop(std::move(stop)) {}

    Result<void> readLine(std::string_view line) {
        ++m_line;
        if (line.empty() || line.front() == '#' ||
            line.find_first_not_of(" \t") == std::string_view::npos) {
            return {};
        }
        if (m_rows == 0 && m_header.empty()) {
            const FirstLine first = lookAt(line);
            if (first.isHeader()) {
                m_header = line;
                m_titles = first;
                return {};
            }
        }
        if (m_rows == 0) {
            m_separator = separatorOf(line);
            m_hasIndex = leavesOutIndex(line);
        }
        const auto columns = readRow(line);
        if (!columns) {
            return tl::unexpected(columns.error());
        }
        if (*columns == 0) {
            return malformed("The line has an index and no number");
        }
        if (m_rows++ > 0 && *columns != m_columns) {
            return malformed("The line has " + std::to_string(*columns) +
                             " numbers, those before " + std::to_string(m_columns));
        }
        m_columns = *columns;
        return {};
    }

    Result<FileContents> finish() {
        if (m_rows == 0) {
            return malformed("There is no number in the file");
        }
        StoredTensor tensor;
        const auto rows = static_cast<std::int64_t>(m_rows);
        tensor.info.shape =
            m_columns == 1 ? Shape{rows} : Shape{rows, static_cast<std::int64_t>(m_columns)};
        tensor.info.dtype = DType::F32;
        tensor.info.dtypeText = dtypeName(DType::F32);
        tensor.info.bytes = m_values.size() * sizeof(float);
        std::vector<std::byte> bytes(m_values.size() * sizeof(float));
        std::ranges::copy(std::as_bytes(std::span(m_values)), bytes.begin());
        tensor.source = memoryBytes(std::move(bytes), m_where);
        FileContents contents{"text", {}, {std::move(tensor)}};
        if (!m_header.empty()) {
            contents.metadata.emplace_back("header", m_header);
        }
        if (m_hasIndex) {
            contents.notes.push_back({FileNote::Kind::IndexColumn});
        }
        return contents;
    }

private:
    /// A first column without a title: pandas leaves the title empty; R leaves the cell away, and
    /// writes the index in quotes.
    bool leavesOutIndex(std::string_view line) const {
        if (m_header.empty() || m_titles.startsEmpty) {
            return m_titles.startsEmpty && m_titles.cells > 1;
        }
        LineCells cells(line, m_separator);
        const Cell first = cells.take();
        std::size_t count = 1;
        for (; !cells.atEnd(); ++count) {
            cells.take();
        }
        return count == m_titles.cells + 1 && (first.quoted || !numberOf(first.text));
    }

    /// The numbers of a row; returns how many they are.
    Result<std::size_t> readRow(std::string_view line) {
        LineCells cells(line, m_separator);
        if (m_hasIndex && !cells.atEnd()) {
            cells.take();
        }
        std::size_t columns = 0;
        while (!cells.atEnd()) {
            if (columns % cellsBetweenStops == 0 && m_stop.stop_requested()) {
                return openingStopped(m_where);
            }
            const Cell cell = cells.take();
            const bool whole =
                m_rows == 0 ? columns > 0 && !endsTooEarly(columns) : columns == m_columns;
            if (cell.text.empty() && cells.atEnd() && whole) {
                break;  // a separator that ends the line
            }
            if (cell.text.empty()) {
                return malformed("There is an empty cell", "Write nan where there is no value");
            }
            const auto value = numberOf(cell.text, cell.quoted || allowsDecimalComma(m_separator));
            if (!value) {
                return malformed(inQuotes(cell.text.substr(0, 40)) + " is not a number");
            }
            m_values.push_back(*value);
            ++columns;
        }
        return columns;
    }

    /// Whether the header has titles for more columns than these.
    bool endsTooEarly(std::size_t columns) const {
        return !m_header.empty() && m_titles.cells > columns + (m_hasIndex ? 1 : 0) &&
               separatorOf(m_header) == m_separator;
    }

    tl::unexpected<Error> malformed(
        std::string what, std::string remedy =
                              "Write one number or one row of numbers a line, with a point for the "
                              "decimals") const {
        return fail(ErrorCode::Malformed, std::move(what),
                    m_where + ", line " + std::to_string(m_line), std::move(remedy));
    }

    std::string m_where;
    std::stop_token m_stop;
    std::string m_header;
    FirstLine m_titles;
    Separator m_separator = Separator::Blanks;
    bool m_hasIndex = false;
    std::vector<float> m_values;
    std::size_t m_line = 0;
    std::size_t m_rows = 0;
    std::size_t m_columns = 0;
};

}  // namespace

bool isText(const FileHead& head) {
    std::string_view text(reinterpret_cast<const char*>(head.bytes.data()), head.bytes.size());
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    return std::ranges::all_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7F) || c == '\t' || c == '\n' || c == '\r';
    });
}

Result<FileContents> readText(const SourcePtr& source, const OpenOptions& options) {
    if (source->size() > mostBytes) {
        return fail(ErrorCode::TooLarge, "The text is longer than 1 GiB", source->name(),
                    "Write the numbers as .npy");
    }
    const auto bytes = readBlock(*source, 0, source->size(), "text", options.stop);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::string_view rest(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    if (rest.starts_with(byteOrderMark)) {
        rest.remove_prefix(byteOrderMark.size());
    }
    TextTable table(source->name(), options.stop);
    while (!rest.empty()) {
        if (auto read = table.readLine(takeLine(rest)); !read) {
            return tl::unexpected(read.error());
        }
    }
    return table.finish();
}

}  // namespace zeropoint
