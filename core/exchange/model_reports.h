// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/compare_files.h"
#include "core/exchange/report.h"
#include "core/experiment/run_result.h"
#include "core/metrics/error_report.h"
#include "core/tensor/tensor.h"

#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// One weight of a scanned model, with its figures under each scheme.
struct ScanRow {
    std::string name;
    Shape shape;
    std::span<const ErrorReport> reports;
};

/// A scan: SQNR of each weight under each scheme, shaded; what the model costs in each, against
/// its error as points; how many values were NaN or infinite, where some were.
Report reportOfScan(const std::string& file, std::span<const std::string> schemes,
                    std::span<const ScanRow> rows, std::span<const ErrorReport> totals);

/// An experiment: accuracy against size with intervals, the front marked; each name, each run.
Report reportOfExperiment(const std::string& name, std::span<const RunResult> runs);

/// One pair of tensors of two files.
struct ComparedRow {
    std::string a;
    std::string b;
    Shape shape;
    const PairReport* report = nullptr;
};

/// Two files of one model: each pair, what has no partner, and how many values of A were NaN or
/// infinite, where some were.
Report reportOfComparison(const std::string& a, const std::string& b,
                          std::span<const ComparedRow> rows, const ComparisonTotals& totals,
                          std::span<const std::string> onlyInA,
                          std::span<const std::string> onlyInB);

/// Names each file with its size, and with its SHA-256 where it is a file of up to 1 GiB, so that a
/// reader can tell whether he has the same. What cannot be read is left out.
void addFileFacts(Report& report, std::span<const std::string> files);

}  // namespace zeropoint
