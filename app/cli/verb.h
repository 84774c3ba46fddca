// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/support/parallel.h"

#include <functional>
#include <iosfwd>

namespace CLI {
class App;
}

namespace zeropoint::cli {

/// What a verb may use while it runs. Results go to `out`, diagnostics and progress to `err`.
struct Session {
    std::ostream& out;
    std::ostream& err;
    bool json = false;          ///< --json: one JSON document on `out` and nothing else
    bool terminal = false;      ///< `err` is a terminal: a progress bar may be drawn
    std::stop_token stop = {};  ///< requested by Ctrl-C
};

/// What the parsed call will do. Each verb sets `run` from its parser callback.
/// A failure with ErrorCode::InvalidArgument means that the call was wrong (exit status 2);
/// every other one that the input or the work failed (exit status 1).
struct Call {
    std::function<Result<void>(Session&)> run;
    bool json = false;
};

/// Adds one verb with its options and help to the parser.
using AddVerb = void (*)(CLI::App& parser, Call& call);

/// The whole command line: parses, runs, prints errors in one line; returns the exit status.
int runCommandLine(int argc, const char* const* argv, const char* version, Session& session);

/// Progress for Execution: a bar on a terminal, nothing elsewhere.
Progress progressBar(Session& session, const char* what);

}  // namespace zeropoint::cli
