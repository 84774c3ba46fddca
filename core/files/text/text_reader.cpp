// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace zeropoint {
namespace {

/// Text is read whole; more than this is no longer meant for people.
constexpr std::uint64_t mostBytes = std::uint64_t{1} << 30;
constexpr std::string_view separators = " \t,;";
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

/// The next cell of a line; cells are parted by blanks, or by one comma, semicolon or tab with
/// blanks around it.
std::string_view takeCell(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::size_t end = std::min(line.find_first_of(separators), line.size());
    const std::string_view cell = line.substr(0, end);
    line.remove_prefix(end);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!line.empty() && separators.find(line.front()) != std::string_view::npos) {
        line.remove_prefix(1);
    }
    return cell;
}

bool parseCell(std::string_view cell, float& value) {
    if (cell.starts_with('+')) {
        cell.remove_prefix(1);
    }
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size();
}

class TextTable {
public:
    explicit TextTable(const std::string& where) : m_where(where) {}

    Result<void> readLine(std::string_view line) {
        ++m_line;
        if (line.empty() || line.front() == '#' ||
            line.find_first_not_of(' ') == std::string_view::npos) {
            return {};
        }
        const std::size_t before = m_values.size();
        for (std::string_view rest = line; !rest.empty();) {
            const std::string_view cell = takeCell(rest);
            float value = 0;
            if (!parseCell(cell, value)) {
                // Names of columns may stand above the numbers.
                if (before == 0 && m_header.empty()) {
                    m_values.clear();
                    m_header = line;
                    return {};
                }
                return malformed(inQuotes(cell.substr(0, 40)) + " is not a number");
            }
            m_values.push_back(value);
        }
        const std::size_t columns = m_values.size() - before;
        if (m_rows++ > 0 && columns != m_columns) {
            return malformed("The line has " + std::to_string(columns) + " numbers, those before " +
                             std::to_string(m_columns));
        }
        m_columns = columns;
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
        std::memcpy(bytes.data(), m_values.data(), bytes.size());
        tensor.source = memoryBytes(std::move(bytes), m_where);
        FileContents contents{"text", {}, {std::move(tensor)}};
        if (!m_header.empty()) {
            contents.metadata.emplace_back("header", m_header);
        }
        return contents;
    }

private:
    tl::unexpected<Error> malformed(std::string what) const {
        return fail(ErrorCode::Malformed, std::move(what),
                    m_where + ", line " + std::to_string(m_line),
                    "Write one number or one row of numbers a line, with a point for the decimals");
    }

    std::string m_where;
    std::string m_header;
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

Result<FileContents> readText(const SourcePtr& source) {
    if (source->size() > mostBytes) {
        return fail(ErrorCode::TooLarge, "The text is longer than 1 GiB", source->name(),
                    "Write the numbers as .npy");
    }
    const auto bytes = readBlock(*source, 0, source->size(), "text");
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::string_view rest(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    if (rest.starts_with(byteOrderMark)) {
        rest.remove_prefix(byteOrderMark.size());
    }
    TextTable table(source->name());
    while (!rest.empty()) {
        if (auto read = table.readLine(takeLine(rest)); !read) {
            return tl::unexpected(read.error());
        }
    }
    return table.finish();
}

}  // namespace zeropoint
