// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/kept_run.h"
#include "app/cli/quant_options.h"
#include "app/cli/verb.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <string>

namespace zeropoint::cli {

struct AdapterFiles {
    std::string base;    ///< the checkpoint that the adapters were trained on
    std::string folder;  ///< of the PEFT library, to be written
};

/// What a checkpoint has beyond the base. A checkpoint does not say whether its base was frozen in
/// NF4: `quant` does, with QLoRA's own blocks where it names the format alone.
Result<void> writeAdapter(const std::string& tuned, const QuantOptions& quant,
                          const AdapterFiles& files, const Execution& execution, Session& session);

/// The adapters of a run out of a store, which knows how its base was frozen.
Result<void> writeRunAdapter(const KeptRunModel& kept, const std::string& name,
                             const AdapterFiles& files, const Execution& execution,
                             Session& session);

}  // namespace zeropoint::cli
