// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/metrics/error_report.h"
#include "core/statistics/summary.h"
#include "core/support/error.h"

#include <map>
#include <string>
#include <utility>

namespace zeropoint::course {

/// What quantization does to drawn tensors, each worked out once. One thread at a time.
class TensorReports {
public:
    static constexpr std::int64_t mostValues = 1 << 20;

    struct Report {
        Calibration calibration;
        ErrorReport error;
        QuantScheme scheme;
    };

    /// `source` as the command line has it behind "synthetic:", `scheme` as schemeOf() reads it.
    /// InvalidArgument for what these refuse, TooLarge above mostValues.
    Result<Report> report(const std::string& source, const std::string& scheme);
    Result<Summary> summary(const std::string& source);
    /// Codes that occur, over the whole tensor. InvalidArgument for block formats.
    Result<double> usedCodes(const std::string& source, const std::string& scheme);

private:
    Result<const Tensor*> tensor(const std::string& source);

    std::map<std::string, Tensor> m_tensors;
    std::map<std::pair<std::string, std::string>, Report> m_reports;
};

}  // namespace zeropoint::course
