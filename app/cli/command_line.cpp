// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"
#include "app/cli/verbs.h"
#include "core/support/caught.h"
#include "core/support/in_quotes.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace zeropoint::cli {
namespace {

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitWrongCall = 2;

int report(Session& session, const Error& error) {
    session.err << "zeropoint-cli: error: " << plainText(toString(error)) << '\n';
    return error.code == ErrorCode::InvalidArgument ? exitWrongCall : exitFailed;
}

/// "-inf", "-pi" and "-.5" are values, which the parser would take for options: a blank before
/// them tells it so, and no reader of numbers minds the blank. It knows "-1" by itself.
std::string protectNegative(const std::string& argument) {
    std::string word = argument;
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
    const bool isValue = std::ranges::any_of(
        std::array{"-.", "-inf", "-nan", "-pi"},
        [&](std::string_view beginning) { return word.starts_with(beginning); });
    return isValue ? " " + argument : argument;
}

/// The arguments after the program's name, last first, as the parser wants them.
std::vector<std::string> argumentsOf(int argc, const char* const* argv) {
    std::vector<std::string> arguments;
    for (int i = argc - 1; i > 0; --i) {
        arguments.push_back(protectNegative(argv[i]));
    }
    return arguments;
}

bool isWholeNumber(const std::string& text, bool isSigned) {
    const char* const end = text.data() + text.size();
    std::int64_t whole = 0;
    std::uint64_t natural = 0;
    const auto read = isSigned ? std::from_chars(text.data(), end, whole)
                               : std::from_chars(text.data(), end, natural);
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    const bool octal = text.size() > first + 1 && text[first] == '0';
    return read.ec == std::errc() && read.ptr == end && !octal;
}

/// The parser reads by strtoll: a number beyond 64 bits becomes the largest, and one that begins
/// with 0 is octal. Neither is what was asked for. Groups of options are parsers of their own.
Result<void> checkWholeNumbers(const CLI::App& parser) {
    for (const CLI::Option* option : parser.get_options()) {
        const std::string type = option->get_type_name();
        const bool isSigned = type.starts_with("INT");
        const auto wrong = std::ranges::find_if_not(
            option->results(), [&](const auto& text) { return isWholeNumber(text, isSigned); });
        if ((isSigned || type.starts_with("UINT")) && wrong != option->results().end()) {
            return fail(ErrorCode::InvalidArgument,
                        inQuotes(*wrong) + " is no whole number of at most 64 bits",
                        option->get_name(), "Give decimal digits, such as 8");
        }
    }
    for (const CLI::App* part : parser.get_subcommands([](const CLI::App*) { return true; })) {
        if (auto checked = checkWholeNumbers(*part); !checked) {
            return checked;
        }
    }
    return {};
}

int finishOutput(Session& session) {
    session.out.flush();
    return session.out ? exitDone
                       : report(session, {ErrorCode::WriteFailed, "The output could not be written",
                                          "stdout", ""});
}

int parseAndRun(int argc, const char* const* argv, const char* version, Session& session) {
    CLI::App parser{"Zeropoint: intuition for quantization, on the command line.", "zeropoint-cli"};
    parser.set_version_flag("--version", std::string("zeropoint-cli ") + version);
    parser.require_subcommand(1);
    Call call;
    for (const AddVerb addVerb : verbs) {
        addVerb(parser, call);
    }
    for (CLI::App* verb : parser.get_subcommands({})) {
        verb->add_flag("--json", call.json, "Print one JSON document and nothing else");
    }
    try {
        parser.parse(argumentsOf(argc, argv));
    } catch (const CLI::Success& success) {
        parser.exit(success, session.out, session.err);
        return finishOutput(session);
    } catch (const CLI::ParseError& error) {
        return report(session, {ErrorCode::InvalidArgument, error.what(), "",
                                "See 'zeropoint-cli --help' or 'zeropoint-cli VERB --help'"});
    }
    session.json = call.json;
    const Result<void> result =
        checkWholeNumbers(parser).and_then([&] { return call.run(session); });
    return result ? finishOutput(session) : report(session, result.error());
}

}  // namespace

int runCommandLine(int argc, const char* const* argv, const char* version, Session& session) {
    // The one place that catches: whatever a verb meets, the program says so and ends by itself.
    // A limit on the size of files is an error of the write, as a full disk is, and no signal.
    std::signal(SIGXFSZ, SIG_IGN);
    int status = exitFailed;
    const auto done = caught([&]() -> Result<void> {
        status = parseAndRun(argc, argv, version, session);
        return {};
    });
    return done ? status : report(session, done.error());
}

Progress progressBar(Session& session, const char* what) {
    if (!session.terminal) {
        return {};
    }
    return [&session, what, shown = -1](double share) mutable {
        const int percent = static_cast<int>(share * 100);
        if (percent == shown) {
            return;
        }
        shown = percent;
        constexpr int width = 30;
        const int filled = percent * width / 100;
        session.err << '\r' << what << " [" << std::string(filled, '#')
                    << std::string(width - filled, ' ') << "] " << percent << " %";
        if (percent >= 100) {
            session.err << '\n';
        }
        session.err.flush();
    };
}

}  // namespace zeropoint::cli
