// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace zeropoint::cli {

void addFormatsVerb(CLI::App& parser, Call& call);
void addBitsVerb(CLI::App& parser, Call& call);
void addInspectVerb(CLI::App& parser, Call& call);
void addCalibrateVerb(CLI::App& parser, Call& call);
void addCurveVerb(CLI::App& parser, Call& call);
void addQuantizeVerb(CLI::App& parser, Call& call);
void addScanVerb(CLI::App& parser, Call& call);
void addConvertVerb(CLI::App& parser, Call& call);
void addCompareVerb(CLI::App& parser, Call& call);
void addMemoryVerb(CLI::App& parser, Call& call);
void addAdviseVerb(CLI::App& parser, Call& call);
void addTrainVerb(CLI::App& parser, Call& call);
void addExperimentVerb(CLI::App& parser, Call& call);

/// Every verb, in the order of --help.
inline constexpr AddVerb verbs[] = {
    addFormatsVerb,  addBitsVerb,  addInspectVerb,    addCalibrateVerb, addCurveVerb,
    addQuantizeVerb, addScanVerb,  addConvertVerb,    addCompareVerb,   addMemoryVerb,
    addAdviseVerb,   addTrainVerb, addExperimentVerb,
};

}  // namespace zeropoint::cli
