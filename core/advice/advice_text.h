// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advise.h"

#include <string>
#include <vector>

namespace zeropoint {

/// The reasons as sentences, in English and in one unit of memory: GB, or GiB.
std::vector<std::string> adviceSentences(const Advice& advice, bool binary = false);

/// What no figure of an advice says, whatever the model.
std::string whatErrorCannotTell();

/// "10.32 GB", "12.24 GiB".
std::string bytesText(std::int64_t bytes, bool binary);

struct AdviceReportFacts {
    std::string model;  ///< its name, without folders
    std::string device;
    std::string source;  ///< name of the file that was read; empty: none
    std::int64_t sourceBytes = 0;
    std::int64_t context = 0;
    std::int64_t sequences = 1;
    std::string cacheFormat;
};

/// A report that stands alone: facts, budget, table, reasons, limits.
std::string adviceMarkdown(const Advice& advice, const AdviceReportFacts& facts, bool binary);
/// The table with a header line; numbers round-trip, what is unknown is empty.
std::string adviceCsv(const Advice& advice);

}  // namespace zeropoint
