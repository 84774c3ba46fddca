// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace zeropoint {

/// What kind of failure a user caused or met. Tests check the code, people read the text. Codes
/// start at 1, so that memory that holds no error never looks like one.
enum class ErrorCode {
    InvalidArgument = 1,  ///< a setting or a value outside what the verb takes
    NotFound,             ///< a file, a tensor or a name that is not there
    ReadFailed,           ///< the system refused or cut short a read
    WriteFailed,          ///< the system refused or cut short a write; the old file still stands
    Malformed,            ///< a file that breaks its own format
    Unsupported,          ///< a valid input that is not handled (yet)
    TooLarge,             ///< above a stated limit
    Cancelled,            ///< stopped by request
    Diverged,             ///< training left the finite numbers
    Internal,             ///< an exception that no code expected: a fault of the program
};

/// A failure as a value: what went wrong, where (file, tensor, offset, option; may be empty) and
/// what to do about it. All three are plain English; ui translates by code where it must.
struct Error {
    ErrorCode code = ErrorCode::InvalidArgument;
    std::string what;
    std::string where;
    std::string remedy;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure: `return fail(ErrorCode::NotFound, "...", path, "...");`
inline tl::unexpected<Error> fail(ErrorCode code, std::string what, std::string where = {},
                                  std::string remedy = {}) {
    return tl::unexpected<Error>(Error{code, std::move(what), std::move(where), std::move(remedy)});
}

/// "WHAT (WHERE). REMEDY" in one line, the form that the command line prints.
std::string toString(const Error& error);

}  // namespace zeropoint
