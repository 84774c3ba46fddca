// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zeropoint {

/// A number is shown with `digits` of its column and copied so that it reads back.
using ReportCell = std::variant<std::string, double>;

struct ReportColumn {
    std::string title;
    int digits = 4;  ///< significant ones
    bool shaded =
        false;  ///< cells are tinted from the least to the greatest number of all shaded ones
};

struct ReportTable {
    std::string title;
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows;
};

struct ReportPoint {
    std::string name;
    double x = 0;
    double y = 0;
    double low = 0;  ///< of y's interval
    double high = 0;
    bool marked = false;
};

/// Points with their intervals over two linear axes.
struct ReportChart {
    std::string title;
    std::string xTitle;
    std::string yTitle;
    std::vector<ReportPoint> points;
};

/// Figures that a person puts in front of others.
struct Report {
    std::string title;
    std::vector<std::pair<std::string, std::string>> facts;  ///< what was measured, and how
    std::vector<ReportChart> charts;
    std::vector<ReportTable> tables;
};

/// One page of HTML that stands alone: styles and pictures are in it, nothing is loaded and nothing
/// runs; it prints on white. Texts of files are shown as text.
std::string toHtml(const Report& report);
/// Tables and facts as GitHub's Markdown.
std::string toMarkdown(const Report& report);
/// The first table, by RFC 4180.
std::string toCsv(const Report& report);

/// Of a file's name, in lower case: ".html" of "A.HTML".
std::string reportEnding(const std::string& path);
/// By the ending: .html, .md or .csv; InvalidArgument for another. Returns the size of the file,
/// which replaces an old one when it is whole.
Result<std::uint64_t> writeReport(const std::string& path, const Report& report);
/// The same refusal before any work is done.
Result<void> checkReportPath(const std::string& path);

}  // namespace zeropoint
