// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/report.h"

#include "core/exchange/report_text.h"
#include "core/files/atomic_file.h"
#include "core/support/plain_text.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <limits>

namespace zeropoint {
namespace {

/// The least and the greatest number of the shaded columns.
struct Shade {
    double lo = std::numeric_limits<double>::infinity();
    double hi = -std::numeric_limits<double>::infinity();

    explicit Shade(const ReportTable& table) {
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto* number = std::get_if<double>(&row[i]);
                if (table.columns[i].shaded && number != nullptr && std::isfinite(*number)) {
                    lo = std::min(lo, *number);
                    hi = std::max(hi, *number);
                }
            }
        }
    }
    /// How much of the tint a number gets; the ink stays readable on all of it.
    double of(double value) const {
        const double share = hi > lo ? (std::clamp(value, lo, hi) - lo) / (hi - lo) : 0;
        return std::isnan(value) ? 0 : 0.5 * share;
    }
};

std::string cellHtml(const ReportCell& cell, const ReportColumn& column, const Shade& shade) {
    const auto* number = std::get_if<double>(&cell);
    std::string attributes;
    if (number != nullptr) {
        attributes = " class=\"number\" title=\"" + numberText(*number, 0) + "\"";
        if (column.shaded) {
            attributes += " style=\"background: rgba(42, 111, 176, " +
                          numberText(shade.of(*number), 3) + ")\"";
        }
    }
    return "<td" + attributes + ">" + htmlText(cellText(cell, column)) + "</td>";
}

std::string tableHtml(const ReportTable& table) {
    const Shade shade(table);
    std::string html = "<h2>" + htmlText(table.title) + "</h2>\n<table>\n<thead><tr>";
    for (const ReportColumn& column : table.columns) {
        html += "<th scope=\"col\">" + htmlText(column.title) + "</th>";
    }
    html += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            html += cellHtml(row[i], table.columns[i], shade);
        }
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table>\n";
}

constexpr std::string_view style = R"(
body { font: 15px/1.5 system-ui, sans-serif; color: #1c2430; background: #fff; margin: 2em auto; max-width: 75em; padding: 0 1em; }
h1 { font-size: 1.6em; } h2 { font-size: 1.15em; margin-top: 2em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em; } dt { color: #566170; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .92em; }
th, td { border-bottom: 1px solid #dde2e8; padding: .3em .7em; text-align: left; overflow-wrap: anywhere; }
th { color: #566170; font-weight: 600; vertical-align: bottom; } td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { width: 100%; max-width: 50em; font-size: 12px; } svg text { fill: #566170; }
.grid { stroke: #e6eaef; } .axis { stroke: #8a94a2; } .interval { stroke: #8a94a2; stroke-width: 2; }
.point { fill: #8a94a2; } .marked { fill: #2a6fb0; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } thead { display: table-header-group; } tr, svg { break-inside: avoid; } td { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
)";

/// Within a cell of a Markdown table.
std::string markdownText(const std::string& text) {
    std::string escaped;
    for (const char c : plainText(text)) {
        if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '<' || c == '[') {
            escaped += '\\';
        }
        escaped += c;
    }
    return escaped;
}

void addCell(std::string& text, const std::string& content) {
    text += ' ';
    text += markdownText(content);
    text += " |";
}

std::string csvText(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted(1, '"');
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

}  // namespace

std::string toHtml(const Report& report) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    html += "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
            htmlText(report.title) + "</title>\n<style>" + std::string(style) +
            "</style>\n</head>\n<body>\n<h1>" + htmlText(report.title) + "</h1>\n<dl>\n";
    for (const auto& [name, value] : report.facts) {
        html += "<dt>" + htmlText(name) + "</dt><dd>" + htmlText(value) + "</dd>\n";
    }
    html += "</dl>\n";
    for (const ReportChart& chart : report.charts) {
        html += "<h2>" + htmlText(chart.title) + "</h2>\n" + toSvg(chart);
    }
    for (const ReportTable& table : report.tables) {
        html += tableHtml(table);
    }
    return html + "</body>\n</html>\n";
}

std::string toMarkdown(const Report& report) {
    std::string text = "# " + markdownText(report.title) + "\n\n";
    for (const auto& [name, value] : report.facts) {
        text += "- " + markdownText(name) + ": " + markdownText(value) + "\n";
    }
    for (const ReportTable& table : report.tables) {
        text += "\n## " + markdownText(table.title) + "\n\n|";
        std::string rule = "|";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const bool numbers =
                !table.rows.empty() && std::holds_alternative<double>(table.rows.front()[i]);
            addCell(text, table.columns[i].title);
            rule += numbers ? " ---: |" : " --- |";
        }
        text += "\n" + rule + "\n";
        for (const auto& row : table.rows) {
            text += "|";
            for (std::size_t i = 0; i < row.size(); ++i) {
                addCell(text, cellText(row[i], table.columns[i]));
            }
            text += "\n";
        }
    }
    return text;
}

std::string toCsv(const Report& report) {
    std::string text;
    if (report.tables.empty()) {
        return text;
    }
    const ReportTable& table = report.tables.front();
    const auto add = [&text](std::size_t column, const std::string& content) {
        if (column > 0) {
            text += ',';
        }
        text += csvText(content);
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        add(i, table.columns[i].title);
    }
    text += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto* number = std::get_if<double>(&row[i]);
            add(i, number != nullptr ? numberText(*number, 0) : std::get<std::string>(row[i]));
        }
        text += "\r\n";
    }
    return text;
}

std::string reportEnding(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

Result<void> checkReportPath(const std::string& path) {
    const std::string ending = reportEnding(path);
    const bool known = ending == ".html" || ending == ".md" || ending == ".csv";
    return known ? Result<void>()
                 : fail(ErrorCode::InvalidArgument, "A report is not written in this format", path,
                        "End the name with .html, .md or .csv");
}

Result<std::uint64_t> writeReport(const std::string& path, const Report& report) {
    if (auto valid = checkReportPath(path); !valid) {
        return tl::unexpected(valid.error());
    }
    const std::string ending = reportEnding(path);
    const std::string text = ending == ".html" ? toHtml(report)
                             : ending == ".md" ? toMarkdown(report)
                                               : toCsv(report);
    return replaceFile(path, text).map([&] { return std::uint64_t{text.size()}; });
}

}  // namespace zeropoint
