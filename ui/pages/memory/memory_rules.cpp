// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_rules.h"

#include "core/numerics/number_format.h"
#include "ui/pages/memory/bar_words.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"

#include <algorithm>
#include <array>

namespace zeropoint::ui {
namespace {

enum Bar : std::size_t { Fp32, Fp16, Int8, Own, Full, Lora, Qlora, Qat };

using Figures = MemoryFigures;

constexpr double manyTimes = 5;
constexpr double largeShare = 0.25;
constexpr double mostly = 0.5;
constexpr double dearScales = 0.2;   // bits a weight
constexpr double fewTrained = 0.01;  // share
constexpr double readingPace = 8;    // tokens a second: about as fast as people read
constexpr double aboveFourBits = 5;  // a weight: more than four-bit mixes take

QString memoryOf(const Figures& f, double bytes) {
    return memoryText(bytes, f.binary, 1);
}

constexpr std::array<CoachRule<Figures>, 13> rules{{
    {"memory.no_model", 100, [](const Figures& f) { return !f.known; },
     [](const Figures&) {
         return MemoryCoach::tr("Choose a model: every bar follows from its shapes.");
     }},
    {"memory.cache_outgrows", 90, [](const Figures& f) { return f.known && f.cache > f.weights; },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "<b>The cache of %1 is larger than its weights.</b> If these took nothing at "
                    "all, %2 of %3 would stay.")
             .arg(f.name, memoryOf(f, f.total - f.weights), memoryOf(f, f.total));
     },
     smallerCache},
    {"memory.fits_nowhere", 85,
     [](const Figures& f) { return f.known && f.devices > 0 && f.fitting == 0; },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "<b>%1 fits on none of your devices.</b> The part that is largest is "
                    "the one to shrink first.")
             .arg(f.name);
     },
     [](const Figures& f) {
         if (f.weights <= f.cache) {
             return smallerCache(f);
         }
         return f.bitsPerWeight > aboveFourBits
                    ? setTo(MemoryCoach::tr("Try fewer bits a weight."), "memory.weights.format",
                            QStringLiteral("q4_k_m"))
                    : TryNext{MemoryCoach::tr("Try a smaller model."), {}, {}};
     }},
    {"memory.slow", 80,
     [](const Figures& f) {
         return f.known && f.fitting > 0 && f.slowestSpeed > 0 && f.slowestSpeed < readingPace;
     },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "<b>It fits on %1 and is slow there</b>: at most %2 tokens a second, "
                    "because every token reads all the weights that it needs.")
             .arg(f.slowest.toHtmlEscaped(), formatNumber(f.slowestSpeed, 2));
     }},
    {"memory.experts", 76,
     [](const Figures& f) { return f.known && f.activeParameters < mostly * f.parameters; },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "<b>One token reads %1 of the weights, and all of them must be "
                    "there.</b> Experts save time and no memory.")
             .arg(formatPercent(f.activeParameters / f.parameters));
     }},
    {"memory.activations_rule_qlora", 74,
     [](const Figures& f) { return f.known && f.qloraActivations > mostly * f.qlora; },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "<b>%1 of QLoRA's memory are activations</b>, which no format of the "
                    "weights makes smaller.")
             .arg(formatPercent(f.qloraActivations / f.qlora));
     },
     [](const Figures& f) {
         return f.checkpointing
                    ? TryNext{MemoryCoach::tr("Halve the length of the sequences."),
                              QStringLiteral("memory.training.length"), std::max(f.length / 2, 1)}
                    : TryNext{MemoryCoach::tr("Compute activations again instead of keeping them."),
                              QStringLiteral("memory.training.checkpointing"), true};
     }},
    {"memory.qlora_saves_little", 72,
     [](const Figures& f) { return f.known && f.qlora > (1 - largeShare) * f.lora; },
     [](const Figures& f) {
         return f.qlora < f.lora
                    ? MemoryCoach::tr(
                          "QLoRA saves only %1 against LoRA here: what it makes smaller is not "
                          "what is large.")
                          .arg(memoryOf(f, f.lora - f.qlora))
                    : MemoryCoach::tr(
                          "QLoRA saves nothing against LoRA here: it takes %1 more, for each "
                          "matrix is read back before it is used.")
                          .arg(memoryOf(f, f.qlora - f.lora));
     }},
    {"memory.full_is_many_times", 70,
     [](const Figures& f) { return f.known && f.fullStates > manyTimes * f.fp16Weights; },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "<b>Full fine-tuning needs %1 times what the FP16 weights take, before any "
                    "activation</b>: gradients and what the optimizer keeps belong to every "
                    "parameter.")
             .arg(formatNumber(f.fullStates / f.fp16Weights, 2));
     }},
    {"memory.cache_is_large", 66,
     [](const Figures& f) {
         return f.known && f.cache <= f.weights && f.cache > largeShare * f.total;
     },
     [](const Figures& f) {
         const QString share = formatPercent(f.cache / f.total);
         return f.cacheOfTwice > 0
                    ? MemoryCoach::tr(
                          "%1 of %2 is cache, and every user has one: with twice the context it is "
                          "%3 instead of %4.")
                          .arg(share, f.name, memoryOf(f, f.cacheOfTwice), memoryOf(f, f.cache))
                    : MemoryCoach::tr("%1 of %2 is cache, and every user has one.")
                          .arg(share, f.name);
     }},
    {"memory.scales_cost", 64,
     [](const Figures& f) {
         return f.known && f.codeBits > 0 && f.bitsPerWeight - f.codeBits > dearScales;
     },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "%1 has codes of %2 bits and takes %3 a weight: scales, and what is stored in "
                    "wider formats.")
             .arg(f.name, formatNumber(f.codeBits), formatNumber(f.bitsPerWeight, 3));
     }},
    {"memory.adapters_few", 60,
     [](const Figures& f) { return f.known && f.loraTrained < fewTrained * f.parameters; },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "LoRA trains one parameter in %1, so gradients and moments nearly "
                    "vanish: %2 in place of %3.")
             .arg(formatNumber(f.parameters / f.loraTrained, 2), memoryOf(f, f.lora),
                  memoryOf(f, f.full));
     }},
    {"memory.fits_everywhere", 50,
     [](const Figures& f) { return f.known && f.devices > 1 && f.fitting == f.devices; },
     [](const Figures& f) {
         return MemoryCoach::tr(
                    "%1 fits on all %2 devices: you can afford more bits or a longer "
                    "context.")
             .arg(f.name)
             .arg(f.devices);
     }},
    {"memory.assumptions", 10, [](const Figures& f) { return f.known; },
     [](const Figures&) {
         return MemoryCoach::tr(
             "Published figures differ because their assumptions do. Each of ours "
             "is a row under Assumptions.");
     }},
}};

}  // namespace

TryNext smallerCache(const MemoryFigures& f) {
    return f.wideCache ? setTo(MemoryCoach::tr("Store the cache in eight bits."),
                               "memory.kv_format", QStringLiteral("q8_0"))
                       : setTo(MemoryCoach::tr("Try half of the context."), "memory.context",
                               std::max(f.context / 2, 1));
}

MemoryFigures memoryFigures(const MemoryAnswer* answer, const MemoryView& view) {
    MemoryFigures f;
    if (answer == nullptr) {
        return f;
    }
    const auto of = [&](Bar bar) -> const MemoryEstimate& { return answer->bars[bar].estimate; };
    const MemoryEstimate& own = of(Own);
    const NumberFormat* format = findNumberFormat(answer->question.format.toStdString());
    f.known = true;
    f.binary = view.binary;
    f.parameters = static_cast<double>(own.parameters);
    f.activeParameters = static_cast<double>(own.activeParameters);
    f.fp16Weights = static_cast<double>(of(Fp16).weights);
    f.full = static_cast<double>(of(Full).total());
    f.lora = static_cast<double>(of(Lora).total());
    f.qlora = static_cast<double>(of(Qlora).total());
    f.loraTrained = static_cast<double>(of(Lora).trainableParameters);
    f.fullStates = static_cast<double>(of(Full).weights + of(Full).gradients + of(Full).optimizer);
    f.qloraActivations = static_cast<double>(of(Qlora).activations);
    f.checkpointing = answer->question.checkpointing;
    f.length = static_cast<int>(answer->question.length);
    const QStringList wide{QStringLiteral("f16"), QStringLiteral("bf16"), QStringLiteral("f32")};
    f.wideCache =
        wide.contains(answer->question.keyFormat) && wide.contains(answer->question.valueFormat);
    f.name = barName(*answer, Own);
    f.weights = static_cast<double>(own.weights);
    f.cache = static_cast<double>(own.kvCache);
    f.total = static_cast<double>(own.total());
    MemoryRequest twice = answer->bars[Own].request;
    f.context = static_cast<int>(twice.cache.context);
    twice.cache.context *= 2;
    const Result<MemoryEstimate> longer = estimateMemory(twice);
    f.cacheOfTwice = longer ? static_cast<double>(longer->kvCache) : 0;
    f.bitsPerWeight = own.bitsPerWeight;
    f.codeBits = format != nullptr ? format->bits : 0;
    f.devices = static_cast<int>(answer->devices.size());
    for (const MemoryDevice& device : answer->devices) {
        const DeviceFit& fit = device.fits[Own];
        if (fit.verdict != FitVerdict::Fits) {
            continue;
        }
        ++f.fitting;
        if (f.slowest.isEmpty() || fit.tokensPerSecondBound < f.slowestSpeed) {
            f.slowest = shortDeviceName(device.device);
            f.slowestSpeed = fit.tokensPerSecondBound;
        }
    }
    return f;
}

std::span<const CoachRule<MemoryFigures>> memoryRules() {
    return rules;
}

}  // namespace zeropoint::ui
