// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QtTest>

#include <optional>
#include <string>

namespace zeropoint::test {

/// What became of a call, to be compared: the code of its failure, or no code for a success.
/// Reading `result.error()` of a success is undefined, so a test that does so may pass.
struct Outcome {
    std::optional<ErrorCode> code;
    std::string text;  ///< for the message of a failed comparison

    bool operator==(const Outcome& other) const { return code == other.code; }
};

inline std::string nameOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument:
            return "InvalidArgument";
        case ErrorCode::NotFound:
            return "NotFound";
        case ErrorCode::ReadFailed:
            return "ReadFailed";
        case ErrorCode::WriteFailed:
            return "WriteFailed";
        case ErrorCode::Malformed:
            return "Malformed";
        case ErrorCode::Unsupported:
            return "Unsupported";
        case ErrorCode::TooLarge:
            return "TooLarge";
        case ErrorCode::Cancelled:
            return "Cancelled";
        case ErrorCode::Diverged:
            return "Diverged";
        case ErrorCode::Internal:
            return "Internal";
    }
    return "no code of ours: " + std::to_string(int(code));
}

template <typename T>
Outcome outcomeOf(const Result<T>& result) {
    if (result) {
        return {std::nullopt, "success"};
    }
    return {result.error().code, nameOf(result.error().code) + ": " + toString(result.error())};
}
inline Outcome outcomeOf(const Outcome& outcome) {
    return outcome;
}
inline Outcome outcomeOf(ErrorCode code) {
    return {code, nameOf(code)};
}

/// The error of a failed call. Of a success: one with no code of ours and a text that says so.
template <typename T>
Error errorOf(const Result<T>& result) {
    return result ? Error{ErrorCode{}, "success where an error was expected", {}, {}}
                  : result.error();
}

inline char* toString(const Outcome& outcome) {
    return qstrdup(outcome.text.c_str());
}

}  // namespace zeropoint::test

/// Fails when `result` is a success or failed with another code, and shows both.
#define COMPARE_ERROR(result, expected) \
    QCOMPARE(zeropoint::test::outcomeOf(result), zeropoint::test::outcomeOf(expected))
