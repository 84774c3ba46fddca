// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_questions.h"

#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"

#include <array>

namespace zeropoint::ui {
namespace {

using Figures = MemoryFigures;

QString text(const Figures& f, double bytes) {
    return memoryText(bytes, f.binary, 1);
}

/// Twice the context adds to the cache, but for windows that are full, and to nothing else that
/// counts.
Prediction longerContext(const Figures& f) {
    if (!(f.cacheOfTwice > 0)) {
        return {};
    }
    const double more = f.cacheOfTwice - f.cache;
    return {MemoryCoach::tr("Double the context. How much does the bar of %1 grow?").arg(f.name),
            {MemoryCoach::tr("Not at all"),
             MemoryCoach::tr("By about %1").arg(text(f, more > 0 ? more : f.cache)),
             MemoryCoach::tr("By %1, it doubles").arg(text(f, f.total))},
            more > 0 ? 1 : 0,
            MemoryCoach::tr("The cache is %1 then, and %2 now; the weights stay %3.")
                .arg(text(f, f.cacheOfTwice), text(f, f.cache), text(f, f.weights))};
}

constexpr std::array<CoachQuestion<Figures>, 13> questions{{
    {"memory.no_model",
     [](const Figures&) {
         return Prediction{MemoryCoach::tr("How many GB are seven billion weights of two bytes?"),
                           {QStringLiteral("3.5"), QStringLiteral("14"), QStringLiteral("28")},
                           1,
                           MemoryCoach::tr("Billions of weights times bytes are GB.")};
     },
     [](const Figures&) {
         return setTo(MemoryCoach::tr("Look at a model of this size."), "memory.model",
                      QStringLiteral("llama-2-7b"));
     }},
    {"memory.cache_outgrows", longerContext},
    {"memory.fits_nowhere",
     [](const Figures& f) {
         return Prediction{
             MemoryCoach::tr("Which part of %1 is the largest?").arg(f.name),
             {MemoryCoach::tr("Weights"), MemoryCoach::tr("Cache"), MemoryCoach::tr("The rest")},
             f.weights >= f.cache ? (f.weights >= f.total - f.weights - f.cache ? 0 : 2)
             : f.cache >= f.total - f.weights - f.cache ? 1
                                                        : 2,
             MemoryCoach::tr("Weights %1, cache %2, all %3.")
                 .arg(text(f, f.weights), text(f, f.cache), text(f, f.total))};
     }},
    {"memory.slow",
     [](const Figures& f) {
         return Prediction{
             MemoryCoach::tr("Half of the bits a weight. How many tokens a second, at "
                             "most?"),
             {formatNumber(f.slowestSpeed, 2), formatNumber(2 * f.slowestSpeed, 2),
              formatNumber(4 * f.slowestSpeed, 2)},
             1,
             MemoryCoach::tr("A token reads each weight that it needs once: half the bytes take "
                             "half the time.")};
     },
     [](const Figures& f) {
         constexpr double aboveThreeBits = 4;  // more than three-bit mixes take
         return f.bitsPerWeight > aboveThreeBits
                    ? setTo(MemoryCoach::tr("Try fewer bits a weight."), "memory.weights.format",
                            QStringLiteral("q3_k_s"))
                    : TryNext();
     }},
    {"memory.experts",
     [](const Figures& f) {
         return Prediction{
             MemoryCoach::tr("Of its %1 of weights, how much does one token read?")
                 .arg(text(f, f.weights)),
             {text(f, f.weights), text(f, f.weights * f.activeParameters / f.parameters)},
             1,
             MemoryCoach::tr("Only the experts that are chosen, and what all tokens "
                             "share.")};
     },
     [](const Figures&) {
         return setTo(MemoryCoach::tr("Look at the speed on each device."), "memory.lower",
                      QStringLiteral("devices"));
     }},
    {"memory.activations_rule_qlora",
     [](const Figures& f) {
         return Prediction{
             MemoryCoach::tr("Half of the sequence length. What is QLoRA's bar then?"),
             {MemoryCoach::tr("About %1").arg(text(f, f.qlora)),
              MemoryCoach::tr("About %1").arg(text(f, f.qlora - f.qloraActivations / 2)),
              MemoryCoach::tr("About %1").arg(text(f, f.qlora / 4))},
             1,
             MemoryCoach::tr("Activations, %1, grow with every token; the rest does "
                             "not.")
                 .arg(text(f, f.qloraActivations))};
     }},
    {"memory.qlora_saves_little",
     [](const Figures& f) {
         return Prediction{
             MemoryCoach::tr("Whose size does QLoRA make smaller?"),
             {MemoryCoach::tr("That of the frozen base"),
              MemoryCoach::tr("That of the activations"), MemoryCoach::tr("That of the optimizer")},
             0,
             MemoryCoach::tr("Activations are %1 of its %2.")
                 .arg(text(f, f.qloraActivations), text(f, f.qlora))};
     },
     [](const Figures&) {
         return setTo(MemoryCoach::tr("Compute activations again instead of keeping them."),
                      "memory.training.checkpointing", true);
     }},
    {"memory.full_is_many_times",
     [](const Figures& f) {
         return Prediction{
             MemoryCoach::tr("An optimizer with no moments at all: what is left of it?"),
             {MemoryCoach::tr("Nearly nothing"),
              MemoryCoach::tr("Weights, gradients and activations"), MemoryCoach::tr("All of it")},
             1,
             MemoryCoach::tr("AdamW's two moments take %1 in FP32.")
                 .arg(text(f, 8 * f.parameters))};
     },
     [](const Figures&) {
         return setTo(MemoryCoach::tr("See which parts the bar has."), "memory.bar",
                      QStringLiteral("full"));
     }},
    {"memory.cache_is_large", longerContext, smallerCache},
    {"memory.scales_cost",
     [](const Figures& f) {
         return Prediction{
             MemoryCoach::tr("A scale for half as many weights. What do scales cost a "
                             "weight?"),
             {MemoryCoach::tr("Half"), MemoryCoach::tr("The same"),
              MemoryCoach::tr("Twice as much")},
             2,
             MemoryCoach::tr("Now they and what stays wide take %1 bits.")
                 .arg(formatNumber(f.bitsPerWeight - f.codeBits, 3))};
     },
     [](const Figures&) {
         return setTo(MemoryCoach::tr("Take a block format and look at its bytes."), "numbers.tab",
                      QStringLiteral("blocks"));
     }},
    {"memory.adapters_few",
     [](const Figures& f) {
         return Prediction{
             MemoryCoach::tr("Twice the rank: how many parameters are trained?"),
             {formatCount(qulonglong(f.loraTrained)), formatCount(qulonglong(2 * f.loraTrained)),
              formatCount(qulonglong(4 * f.loraTrained))},
             1,
             MemoryCoach::tr("r (m + n) for each matrix, so in proportion.")};
     },
     [](const Figures&) {
         return setTo(MemoryCoach::tr("Take rank 64 and watch the bar."), "memory.training.rank",
                      64);
     }},
    {"memory.fits_everywhere", longerContext,
     [](const Figures&) {
         return setTo(MemoryCoach::tr("Take a longer context."), "memory.context", 32768);
     }},
    {"memory.assumptions", longerContext,
     [](const Figures&) {
         return setTo(MemoryCoach::tr("Look at the assumptions."), "memory.lower",
                      QStringLiteral("assumptions"));
     }},
}};

}  // namespace

std::span<const CoachQuestion<MemoryFigures>> memoryQuestions() {
    return questions;
}

}  // namespace zeropoint::ui
