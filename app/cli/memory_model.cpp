// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/memory_model.h"

#include "app/cli/memory_request.h"
#include "core/memory/architecture_config.h"
#include "core/numerics/parse_number.h"
#include "core/support/in_quotes.h"

#include <cmath>

namespace zeropoint::cli {
namespace {

constexpr std::int64_t usualVocabulary = 32000;
constexpr std::int64_t mostLayers = 4096;
constexpr double mostParameters = 1e15;

Result<std::int64_t> parameterCount(const std::string& text) {
    const auto number = parseNumber(text, numberFormat("fp64"));
    const double value = number ? number->value : std::nan("");
    if (!(value >= 1 && value <= mostParameters) || value != std::floor(value)) {
        return fail(ErrorCode::InvalidArgument, inQuotes(text) + " is no count of parameters",
                    "--params", "Give a whole number from 1 to 1e15, such as 70e9");
    }
    return static_cast<std::int64_t>(value);
}

bool anySize(const MemoryOptions& o) {
    return o.layers || o.hidden || o.heads || o.kvHeads || o.headDim || o.ffn || o.vocabulary;
}

Result<Architecture> architectureBySizes(const MemoryOptions& o, bool counted) {
    const bool whole =
        o.layers && o.heads && (o.hidden || (counted && o.headDim)) && (counted || o.vocabulary);
    if (!whole) {
        return fail(ErrorCode::InvalidArgument, "The sizes are not complete",
                    counted ? "--params with sizes" : "sizes without --params",
                    counted ? "Give --layers, --heads and --hidden or --head-dim"
                            : "Give --layers, --hidden, --heads and --vocab");
    }
    if (*o.layers < 1 || *o.layers > mostLayers || *o.heads < 1) {
        return fail(ErrorCode::InvalidArgument, "A size is out of range", "--layers, --heads",
                    "Give 1 to 4096");
    }
    Architecture a;
    a.id = "sizes";
    a.layers.assign(static_cast<std::size_t>(*o.layers), LayerKind::Full);
    a.heads = *o.heads;
    a.kvHeads = o.kvHeads.value_or(a.heads);
    a.hidden = o.hidden ? *o.hidden : a.heads * *o.headDim;
    if (!o.headDim && a.hidden % a.heads != 0) {
        return fail(ErrorCode::InvalidArgument, "The heads do not divide the hidden size",
                    "--heads, --hidden", "Give --head-dim");
    }
    a.headDim = o.headDim.value_or(a.hidden / a.heads);
    a.ffn = o.ffn.value_or(4 * a.hidden);
    a.vocabulary = o.vocabulary.value_or(usualVocabulary);
    return a;
}

/// Sizes beside a model that is known would contradict it.
Result<void> checkAlone(const MemoryOptions& options) {
    if (anySize(options)) {
        return fail(ErrorCode::InvalidArgument, "The model has its sizes already",
                    "--layers, --hidden, ...", "Give sizes with --params or alone");
    }
    return {};
}

}  // namespace

Result<void> readMemoryModel(const MemoryOptions& options, MemoryRequest& request) {
    if (!options.model.empty() || !options.config.empty()) {
        if (auto alone = checkAlone(options); !alone) {
            return alone;
        }
        const auto known = knownArchitectures(options);
        if (!known) {
            return tl::unexpected(known.error());
        }
        auto architecture = options.model.empty() ? readArchitecture(options.config)
                                                  : findArchitecture(*known, options.model);
        if (!architecture) {
            Error error = architecture.error();
            if (!options.model.empty()) {
                error.code = ErrorCode::InvalidArgument;  // an unknown name is a wrong call
            }
            return tl::unexpected(std::move(error));
        }
        request.architecture = std::move(*architecture);
        return {};
    }
    if (!options.params.empty()) {
        const auto count = parameterCount(options.params);
        if (!count) {
            return tl::unexpected(count.error());
        }
        request.parameters = *count;
    }
    if (anySize(options)) {
        auto architecture = architectureBySizes(options, request.parameters > 0);
        if (!architecture) {
            return tl::unexpected(architecture.error());
        }
        request.architecture = std::move(*architecture);
    }
    if (request.parameters == 0 && !request.architecture) {
        return fail(ErrorCode::InvalidArgument, "No model is named", "memory",
                    "Give --params, --model, --config or sizes; --list shows the models");
    }
    return {};
}

}  // namespace zeropoint::cli
