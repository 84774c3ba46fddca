// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "core/exchange/conversion_note.h"
#include "core/exchange/trained_export.h"
#include "core/support/error.h"

#include <ostream>
#include <span>
#include <string>

namespace zeropoint::cli {

/// One line on `err` for each note of a file that was written.
void printNotes(std::span<const ConversionNote> notes, std::ostream& err);

/// What a model became.
void printExport(const std::string& path, std::size_t tensors, const TrainedReport& report,
                 Session& session);

/// The recipe in a file of JSON.
Result<QuantRecipe> readRecipe(const std::string& path);

}  // namespace zeropoint::cli
