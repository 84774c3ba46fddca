// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/function_private.h"
#include "core/course/scheme_text.h"
#include "core/scheme/affine.h"

#include <array>

namespace zeropoint::course {
namespace {

struct Chosen {
    QuantScheme scheme;
    QuantParams params;
};

/// Scale and zero point of the arguments lo, hi, SCHEME from the given one on.
Result<Chosen> chosen(const Call& call, std::size_t first) {
    const Result<QuantScheme> scheme = schemeOf(call.text(first + 2));
    if (!scheme) {
        return tl::unexpected(scheme.error());
    }
    const auto params = chooseParams(call.number(first), call.number(first + 1), *scheme);
    if (!params) {
        return tl::unexpected(params.error());
    }
    return Chosen{*scheme, *params};
}

template <typename Use>
Result<Value> withParams(const Call& call, Use use) {
    const Result<Chosen> made = chosen(call, 0);
    return made ? Result<Value>(static_cast<double>(use(*made)))
                : Result<Value>(tl::unexpected(made.error()));
}

template <typename Use>
Result<Value> withTrace(const Call& call, Use use) {
    const Result<Chosen> made = chosen(call, 1);
    return made ? Result<Value>(static_cast<double>(
                      use(traceSample(call.number(0), made->params, made->scheme))))
                : Result<Value>(tl::unexpected(made.error()));
}

template <typename Use>
Result<Value> withCodes(const Call& call, Use use) {
    const Result<QuantScheme> scheme = schemeOf(call.text(0));
    return scheme ? Result<Value>(static_cast<double>(use(codeRange(*scheme))))
                  : Result<Value>(tl::unexpected(scheme.error()));
}

constexpr std::string_view range = "lo, hi, SCHEME";
constexpr std::string_view value = "x, lo, hi, SCHEME";

constexpr std::array affineTable = {
    Function{"scale", "nnt", range,
             [](const Call& c) {
                 return withParams(c, [](const Chosen& made) { return made.params.scale; });
             }},
    Function{"zero_point", "nnt", range,
             [](const Call& c) {
                 return withParams(c, [](const Chosen& made) { return made.params.zeroPoint; });
             }},
    Function{"reach_low", "nnt", range,
             [](const Call& c) {
                 return withParams(c, [](const Chosen& made) {
                     return representableRange(made.params, made.scheme).lo;
                 });
             }},
    Function{"reach_high", "nnt", range,
             [](const Call& c) {
                 return withParams(c, [](const Chosen& made) {
                     return representableRange(made.params, made.scheme).hi;
                 });
             }},
    Function{"scaled", "nnnt", value,
             [](const Call& c) {
                 return withTrace(c, [](const SampleTrace& trace) { return trace.scaled; });
             }},
    Function{"rounded", "nnnt", value,
             [](const Call& c) {
                 return withTrace(c, [](const SampleTrace& trace) { return trace.rounded; });
             }},
    Function{"code", "nnnt", value,
             [](const Call& c) {
                 return withTrace(c, [](const SampleTrace& trace) { return trace.code; });
             }},
    Function{"dequantized", "nnnt", value,
             [](const Call& c) {
                 return withTrace(c, [](const SampleTrace& trace) { return trace.dequantized; });
             }},
    Function{"error", "nnnt", value,
             [](const Call& c) {
                 return withTrace(c, [](const SampleTrace& trace) { return trace.error; });
             }},
    Function{"qmin", "t", "SCHEME",
             [](const Call& c) {
                 return withCodes(c, [](const CodeRange& codes) { return codes.qmin; });
             }},
    Function{"qmax", "t", "SCHEME",
             [](const Call& c) {
                 return withCodes(c, [](const CodeRange& codes) { return codes.qmax; });
             }},
    Function{"codes", "t", "SCHEME",
             [](const Call& c) {
                 return withCodes(
                     c, [](const CodeRange& codes) { return codes.qmax - codes.qmin + 1; });
             }},
};

}  // namespace

std::span<const Function> affineFunctions() {
    return affineTable;
}

}  // namespace zeropoint::course
