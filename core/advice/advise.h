// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/weight_errors.h"
#include "core/memory/device_fit.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

enum class OptionKind {
    Recipe,     ///< of GGUF: types by role and layer
    OneFormat,  ///< of all matrices of the layers; embedding and head apart
    Mix,        ///< made here: for each matrix the type that buys most
};

/// What is kept at eight bits or more in a mix.
enum class KeptParts { Nothing, Ends, Attention };

/// One way to store the model.
struct AdviceOption {
    std::string name;  ///< "Q4_K_M", "INT4 group 32", "Mix, 8192 tokens"
    OptionKind kind = OptionKind::Recipe;
    std::string ends;  ///< of OneFormat: format of embedding and head
    WeightPlan plan;
    std::int64_t weights = 0;  ///< bytes
    double bits = 0;           ///< of a weight
    DeviceFit fit;             ///< at the question's context
    /// Of all measured weights together: 10 log10(sum x^2 / sum (x - x')^2). NaN: not measured.
    double sqnrDb = std::numeric_limits<double>::quiet_NaN();
    double worstDb = std::numeric_limits<double>::quiet_NaN();  ///< of the worst layer
    int worstLayer = -1;
    bool onFront = false;                 ///< no other is both smaller and has less error
    std::map<std::string, int> matrices;  ///< of a mix: how many have which type
    std::int64_t mixContext = 0;          ///< of a mix: the context whose budget it fills
};

/// What the weights may take: the device less everything else.
struct AdviceBudget {
    std::int64_t device = 0;
    std::int64_t reserve = 0;
    std::int64_t cache = 0;    ///< with recurrent states
    std::int64_t working = 0;  ///< working memory and stated overhead
    std::int64_t left() const { return device - reserve - cache - working; }
};

/// Why, as figures; adviceSentences() and the window make words of them.
struct AdviceReason {
    enum class Kind {
        SmallestError,   ///< option: fits; bytes: weights; more: cache; rest: working; of: lends
        OnlySizes,       ///< no weights were measured
        AgainstSmaller,  ///< option: the next smaller that fits; bytes more; decibels, worstDb
                         ///< gained
        NextLarger,    ///< option: with less error, too large; bytes too many; tokens: its longest
        OtherContext,  ///< option: best at `tokens`; bytes: left for weights; decibels lost
        OtherContextNone,  ///< at `tokens` nothing fits; bytes: left for weights
        MixContents,       ///< option: the mix; its matrices
        WithinTheNoise,    ///< option: larger, less than 0.1 dB better; bytes more
        NothingFits,       ///< option: the smallest; bytes too many; tokens: its longest context
        Unmeasured,        ///< tokens: how many options have an error that is not known here
        DeviceThatWould,   ///< device: the smallest of the catalogue that lends enough
    };
    Kind kind = Kind::SmallestError;
    int option = -1;
    std::int64_t bytes = 0;
    std::int64_t more = 0;
    std::int64_t rest = 0;
    std::int64_t of = 0;
    std::int64_t tokens = 0;
    double decibels = 0;
    double worstDb = 0;
    std::string device{};
};

struct AdviceQuestion {
    MemoryRequest request;  ///< architecture, cache, activations; its weights are not asked
    Device device;
    double reserve = usualReserve;
    KeptParts keep = KeptParts::Nothing;
    std::vector<std::int64_t> otherContexts;  ///< beside the request's; each has a mix of its own
};

struct Advice {
    AdviceBudget budget;
    std::vector<AdviceOption> options;  ///< from the largest to the smallest
    int recommended = -1;               ///< none: nothing fits, or no weights were measured
    std::vector<AdviceReason> reasons;
    std::size_t measured = 0;  ///< tensors
    double measuredShare = 0;  ///< of the model's parameters
};

/// Sets the sensible ways to store a model beside each other: sizes, fit and longest contexts from
/// the one estimator, the weight error from `errors` (null: sizes alone). Recommended is the least
/// weight error of all that fit; within 0.1 dB the smaller. Quick: the weights were read before.
/// InvalidArgument: a request without an architecture, or one that the estimator refuses; errors of
/// a model of another width.
Result<Advice> advise(const AdviceQuestion& question, const WeightErrors* errors);

}  // namespace zeropoint
