// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/memory_terms.h"

#include "core/memory/catalogue.h"
#include "core/numerics/parse_number.h"
#include "core/support/in_quotes.h"
#include "core/support/word.h"

#include <cmath>
#include <map>
#include <sstream>

namespace zeropoint::course {
namespace {

constexpr std::int64_t usualContext = 4096;
constexpr std::int64_t qloraBlock = 64;
constexpr std::int64_t qloraDoubleBlock = 256;
constexpr double usualStateBytes = 16;
constexpr double mostParameters = 1e15;

constexpr Word<MemoryMode> modeWords[] = {
    {"inference", MemoryMode::Inference}, {"full", MemoryMode::Full}, {"lora", MemoryMode::Lora},
    {"qlora", MemoryMode::Qlora},         {"qat", MemoryMode::Qat},
};
constexpr Word<MemoryOptimizer> optimizerWords[] = {
    {"adamw", MemoryOptimizer::AdamW},
    {"adamw8bit", MemoryOptimizer::AdamW8bit},
    {"sgd", MemoryOptimizer::Sgd},
};

using Options = std::map<std::string, std::string, std::less<>>;

Result<Options> optionsOf(std::string_view text) {
    static constexpr std::string_view known[] = {"mode",    "context",   "batch",  "rank",
                                                 "targets", "optimizer", "format", "block",
                                                 "double",  "bytes",     "kv",     "checkpointing"};
    std::istringstream words{std::string(text)};
    Options options;
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        if (equals == std::string::npos ||
            std::find(std::begin(known), std::end(known), name) == std::end(known)) {
            return fail(ErrorCode::InvalidArgument, inQuotes(word) + " is no option of memory()",
                        std::string(text), "docs/lessons.md lists them: 'mode=qlora rank=16'");
        }
        options[name] = word.substr(equals + 1);
    }
    return options;
}

/// Options that are numbers and words, with the first one that is none.
class TermReader {
public:
    explicit TermReader(Options options) : m_options(std::move(options)) {}

    std::string text(const char* name, const char* absent) const {
        const auto found = m_options.find(name);
        return found == m_options.end() ? absent : found->second;
    }
    bool has(const char* name) const { return m_options.contains(std::string_view(name)); }

    double number(const char* name, double absent) {
        if (!has(name)) {
            return absent;
        }
        const auto parsed = parseNumber(text(name, ""), numberFormat("fp64"));
        if (!parsed || !(parsed->value >= 0 && parsed->value <= 1e12)) {
            refuse(name, "Give a number that is not negative");
            return absent;
        }
        return parsed->value;
    }
    std::int64_t whole(const char* name, std::int64_t absent) {
        return std::llround(number(name, double(absent)));
    }
    template <typename Enum, std::size_t Size>
    Enum word(const char* name, const Word<Enum> (&words)[Size], Enum absent) {
        const auto value = valueOf(words, text(name, ""));
        if (has(name) && !value) {
            refuse(name, giveOneOf(words));
        }
        return value.value_or(absent);
    }
    StoredFormat format(const char* name, const char* absent) {
        const auto format = findStoredFormat(text(name, absent));
        if (!format) {
            error = error ? error : format.error();
        }
        return format.value_or(StoredFormat());
    }
    std::optional<Error> error;

private:
    void refuse(const char* name, std::string remedy) {
        if (!error) {
            error = Error{ErrorCode::InvalidArgument,
                          inQuotes(text(name, "")) + " does not go with " + name, "memory()",
                          std::move(remedy)};
        }
    }

    Options m_options;
};

std::vector<std::string> targetsOf(const std::string& text) {
    std::vector<std::string> targets;
    std::istringstream list(text);
    for (std::string target; std::getline(list, target, ',');) {
        targets.push_back(target);
    }
    return targets;
}

Result<WeightPlan> planFrom(TermReader& options, MemoryMode mode) {
    const bool qlora = mode == MemoryMode::Qlora && !options.has("format");
    StoredFormat form;
    form.group = options.whole("block", qlora ? qloraBlock : 0);
    form.doubleBlock = options.whole("double", qlora ? qloraDoubleBlock : 0);
    return planOf(options.text("format", qlora ? "nf4" : "bf16"), form);
}

void readStates(TermReader& options, MemoryRequest& request) {
    const double bytes = options.number("bytes", usualStateBytes);
    if (request.mode != MemoryMode::Full && request.mode != MemoryMode::Qat) {
        request.weights.bytesPerParameter = options.has("bytes") ? bytes : 0;
        return;
    }
    if (const StateAssumption* known = findStateAssumption(bytes)) {
        request.states = *known;
        return;
    }
    request.states.weights = std::min(bytes, 2.0);
    request.states.gradients = std::min(bytes - request.states.weights, 2.0);
    request.states.moments = bytes - request.states.weights - request.states.gradients;
    request.states.explains = "as stated";
}

Result<MemoryRequest> complete(MemoryRequest request, std::string_view text) {
    auto given = optionsOf(text);
    if (!given) {
        return tl::unexpected(given.error());
    }
    TermReader options(std::move(*given));
    request.mode = options.word("mode", modeWords, MemoryMode::Inference);
    request.optimizer = options.word("optimizer", optimizerWords, MemoryOptimizer::AdamW);
    const auto plan = planFrom(options, request.mode);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    request.weights = *plan;
    request.cache.keyFormat = options.format("kv", "f16");
    request.cache.valueFormat = request.cache.keyFormat;
    request.cache.sequences = options.whole("batch", 1);
    const std::int64_t own = request.architecture ? request.architecture->context : 0;
    request.cache.context =
        options.whole("context", own > 0 ? std::min(own, usualContext) : usualContext);
    request.adapters.rank = options.whole("rank", request.adapters.rank);
    if (options.has("targets")) {
        request.adapters.targets = targetsOf(options.text("targets", ""));
    }
    request.activations.checkpointing = options.text("checkpointing", "no") == "yes";
    readStates(options, request);
    if (options.error) {
        return tl::unexpected(*options.error);
    }
    return request;
}

}  // namespace

Result<MemoryRequest> memoryRequest(std::string_view model, std::string_view options) {
    const auto architecture = findArchitecture(shippedArchitectures(), model);
    if (!architecture) {
        return tl::unexpected(architecture.error());
    }
    MemoryRequest request;
    request.architecture = *architecture;
    return complete(std::move(request), options);
}

Result<MemoryRequest> memoryRequest(double parameters, std::string_view options) {
    if (!(parameters >= 1 && parameters <= mostParameters)) {
        return fail(ErrorCode::InvalidArgument, "This is no count of parameters",
                    std::to_string(parameters), "Give a whole number from 1 to 1e15");
    }
    MemoryRequest request;
    request.parameters = std::llround(parameters);
    return complete(std::move(request), options);
}

Result<double> memoryPart(const MemoryEstimate& estimate, std::string_view part) {
    const std::map<std::string_view, double> parts = {
        {"total", double(estimate.total())},
        {"weights", double(estimate.weights)},
        {"kv_cache", double(estimate.kvCache)},
        {"activations", double(estimate.activations)},
        {"gradients", double(estimate.gradients)},
        {"optimizer", double(estimate.optimizer)},
        {"adapters", double(estimate.adapters)},
        {"overhead", double(estimate.overhead)},
        {"trainable", double(estimate.trainableParameters)},
        {"parameters", double(estimate.parameters)},
        {"bits_per_weight", estimate.bitsPerWeight},
    };
    const auto found = parts.find(part);
    if (found == parts.end()) {
        return fail(ErrorCode::InvalidArgument, inQuotes(part) + " is no part of the memory",
                    "memory()",
                    "Give total, weights, kv_cache, activations, gradients, optimizer, "
                    "adapters, trainable, parameters or bits_per_weight");
    }
    return found->second;
}

}  // namespace zeropoint::course
