// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/report.h"

#include <QString>

#include <string>
#include <vector>

class QWidget;

namespace zeropoint::ui {

class FilesComparison;
class ModelScan;
class Workbench;

/// A report and the files that it is about, which are named with size and hash when it is written.
struct PageReport {
    Report report;
    std::vector<std::string> files;
};

/// What was read so far: a report of half a comparison says so.
PageReport reportOf(const FilesComparison& comparison);
PageReport reportOf(const ModelScan& scan);

/// Asks for a file (.html, .md or .csv) and writes the report there on a worker; says how it went.
void exportReport(Workbench& bench, PageReport report, QWidget* parent);

}  // namespace zeropoint::ui
