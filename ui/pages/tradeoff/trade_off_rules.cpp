// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/trade_off_rules.h"

#include "ui/text/numbers.h"

#include <array>
#include <cmath>
#include <utility>

namespace zeropoint::ui {
namespace {

using Figures = TradeOffFigures;

/// Sizes that differ by less than this share are called the same.
constexpr double sameSize = 0.02;
constexpr double cliff = 0.2;  ///< accuracy that one step of a method loses
constexpr double clearGain = 0.02;
constexpr double wideInterval = 0.1;  ///< from end to end
constexpr double unsteady = 0.03;     ///< standard deviation over the seeds

QString nameOf(const RunSummary& run) {
    return QString::fromStdString(run.name).toHtmlEscaped();
}
QString points(double share) {
    return formatNumber(share * 100, 3);
}
QString sizeText(double size) {
    return formatBytes(static_cast<qulonglong>(size));
}
bool alike(const RunSummary& a, const RunSummary& b) {
    return std::ranges::count(a.alike, b.name) > 0;
}

using Pair = std::pair<const RunSummary*, const RunSummary*>;

/// The QAT and PTQ run of one size that differ most.
Pair samePlace(const Figures& f) {
    Pair widest{nullptr, nullptr};
    double most = 0;
    for (const RunSummary& qat : f.runs) {
        for (const RunSummary& ptq : f.runs) {
            const double apart = std::abs(qat.accuracy - ptq.accuracy);
            if (qat.method == MethodKind::Qat && ptq.method == MethodKind::Ptq && apart > most &&
                std::abs(qat.sizeBytes - ptq.sizeBytes) < sameSize * qat.sizeBytes) {
                most = apart;
                widest = {&qat, &ptq};
            }
        }
    }
    return widest;
}

/// Two PTQ runs next to each other by size between which accuracy falls most.
Pair widestFall(const Figures& f) {
    std::vector<const RunSummary*> rounded;
    for (const RunSummary& run : f.runs) {
        if (run.method == MethodKind::Ptq) {
            rounded.push_back(&run);
        }
    }
    std::sort(rounded.begin(), rounded.end(),
              [](const RunSummary* a, const RunSummary* b) { return a->sizeBytes > b->sizeBytes; });
    Pair fall{nullptr, nullptr};
    for (std::size_t i = 1; i < rounded.size(); ++i) {
        const double lost = rounded[i - 1]->accuracy - rounded[i]->accuracy;
        // No cliff where a smaller one still stands as high.
        const bool allBelow =
            std::all_of(rounded.begin() + static_cast<std::ptrdiff_t>(i), rounded.end(),
                        [&](const RunSummary* smaller) {
                            return rounded[i - 1]->accuracy - smaller->accuracy > cliff;
                        });
        if (allBelow && lost > cliff &&
            (fall.first == nullptr || lost > fall.first->accuracy - fall.second->accuracy)) {
            fall = {rounded[i - 1], rounded[i]};
        }
    }
    return fall;
}

const RunSummary* ptqLikeFull(const Figures& f) {
    const RunSummary* full = f.ofMethod(MethodKind::Full);
    for (const RunSummary& run : f.runs) {
        if (full != nullptr && run.method == MethodKind::Ptq && alike(run, *full)) {
            return &run;
        }
    }
    return nullptr;
}

const RunSummary* bestLora(const Figures& f) {
    const RunSummary* best = nullptr;
    for (const RunSummary& run : f.runs) {
        if (run.method == MethodKind::Lora && (best == nullptr || run.accuracy > best->accuracy)) {
            best = &run;
        }
    }
    return best;
}

/// The run that beats the chosen one: no larger and told to be better.
const RunSummary* beats(const Figures& f) {
    const RunSummary* chosen = f.chosen();
    for (const RunSummary& run : f.runs) {
        if (chosen != nullptr && run.onFront && run.sizeBytes <= chosen->sizeBytes &&
            run.accuracy > chosen->accuracy && !alike(run, *chosen) && run.name != chosen->name) {
            return &run;
        }
    }
    return nullptr;
}

const RunSummary* unsteadiest(const Figures& f) {
    const auto found = std::max_element(
        f.runs.begin(), f.runs.end(),
        [](const RunSummary& a, const RunSummary& b) { return a.accuracySd < b.accuracySd; });
    return found != f.runs.end() && found->accuracySd > unsteady ? &*found : nullptr;
}

bool fewSeeds(const Figures& f) {
    return !f.runs.empty() &&
           std::ranges::all_of(f.runs, [](const RunSummary& run) { return run.seeds.size() < 2; });
}

constexpr std::array<CoachRule<Figures>, 14> rules{{
    {"tradeoff.nothing_yet", 100, [](const Figures& f) { return f.runs.empty(); },
     [](const Figures&) {
         return TradeOffCoach::tr(
             "Run an experiment: every point is a model that was trained or quantized here and "
             "measured on data it has not seen.");
     }},
    {"tradeoff.chosen_is_beaten", 92, [](const Figures& f) { return beats(f) != nullptr; },
     [](const Figures& f) {
         return TradeOffCoach::tr(
                    "<b>%1</b> is beaten: %2 is no larger (%3 against %4) and %5 points better.")
             .arg(nameOf(*f.chosen()), nameOf(*beats(f)), sizeText(beats(f)->sizeBytes),
                  sizeText(f.chosen()->sizeBytes),
                  points(beats(f)->accuracy - f.chosen()->accuracy));
     },
     [](const Figures& f) {
         return setTo(TradeOffCoach::tr("Choose the one that beats it."), "tradeoff.run",
                      QString::fromStdString(beats(f)->name));
     }},
    {"tradeoff.same_size", 88, [](const Figures& f) { return samePlace(f).first != nullptr; },
     [](const Figures& f) {
         const auto [qat, ptq] = samePlace(f);
         return TradeOffCoach::
             tr("<b>%1</b> and <b>%2</b> are about the same size, %3. The first is %4 points apart "
                "from the second.")
                 .arg(nameOf(*qat), nameOf(*ptq), sizeText(qat->sizeBytes),
                      formatSigned((qat->accuracy - ptq->accuracy) * 100, 3));
     },
     [](const Figures& f) {
         return setTo(TradeOffCoach::tr("Look at both on the same test items."), "tradeoff.run",
                      QString::fromStdString(samePlace(f).first->name));
     }},
    {"tradeoff.cliff", 86, [](const Figures& f) { return widestFall(f).first != nullptr; },
     [](const Figures& f) {
         const auto [above, below] = widestFall(f);
         return TradeOffCoach::tr(
                    "<b>Between %1 and %2 lies a cliff</b>: %3 points for %4 less. No run that was "
                    "only rounded gets past it here.")
             .arg(nameOf(*above), nameOf(*below), points(above->accuracy - below->accuracy),
                  sizeText(above->sizeBytes - below->sizeBytes));
     },
     [](const Figures&) {
         return setTo(TradeOffCoach::tr("See which layers cannot bear fewer bits."),
                      "tradeoff.side", QStringLiteral("sensitivity"));
     }},
    {"tradeoff.not_told_from_full", 84, [](const Figures& f) { return ptqLikeFull(f) != nullptr; },
     [](const Figures& f) {
         const RunSummary& full = *f.ofMethod(MethodKind::Full);
         return TradeOffCoach::tr(
                    "<b>%1</b> cannot be told from %2 by a paired test on the same test items, at "
                    "%3 of the size.")
             .arg(nameOf(*ptqLikeFull(f)), nameOf(full),
                  formatPercent(ptqLikeFull(f)->sizeBytes / full.sizeBytes));
     }},
    {"tradeoff.adapters_behind", 82,
     [](const Figures& f) {
         const RunSummary* full = f.ofMethod(MethodKind::Full);
         const RunSummary* lora = bestLora(f);
         return full != nullptr && lora != nullptr && lora->accuracy < full->accuracy &&
                !alike(*lora, *full);
     },
     [](const Figures& f) {
         const RunSummary& full = *f.ofMethod(MethodKind::Full);
         return TradeOffCoach::tr(
                    "<b>%1</b> stays %2 points below %3: its change of each matrix has no more "
                    "directions than its rank, and matrices without an adapter do not change. A "
                    "higher rank, or adapters on more of them, may come closer.")
             .arg(nameOf(*bestLora(f)),
                  formatNumber((full.accuracy - bestLora(f)->accuracy) * 100, 2), nameOf(full));
     }},
    {"tradeoff.adapters_as_good", 81,
     [](const Figures& f) {
         const RunSummary* full = f.ofMethod(MethodKind::Full);
         return full != nullptr && bestLora(f) != nullptr && alike(*bestLora(f), *full);
     },
     [](const Figures& f) {
         const RunSummary& full = *f.ofMethod(MethodKind::Full);
         return TradeOffCoach::tr(
                    "<b>%1</b> is not told apart from %2, which trains every weight: %3 points on "
                    "the mean. More seeds or more items may tell them apart.")
             .arg(nameOf(*bestLora(f)), nameOf(full),
                  formatSigned((bestLora(f)->accuracy - full.accuracy) * 100, 2));
     }},
    {"tradeoff.adapters_are_large", 76,
     [](const Figures& f) {
         const RunSummary* full = f.ofMethod(MethodKind::Full);
         const RunSummary* lora = f.ofMethod(MethodKind::Lora);
         return full != nullptr && lora != nullptr && lora->sizeBytes > full->sizeBytes;
     },
     [](const Figures& f) {
         return TradeOffCoach::tr(
                    "Adapters are large beside a model this small: %1 more bytes than the base "
                    "alone. Beside wider matrices the same rank is a smaller share.")
             .arg(formatPercent(f.ofMethod(MethodKind::Lora)->sizeBytes /
                                    f.ofMethod(MethodKind::Full)->sizeBytes -
                                1));
     }},
    {"tradeoff.qlora_pays_little", 75,
     [](const Figures& f) {
         const RunSummary* lora = bestLora(f);
         const RunSummary* qlora = f.ofMethod(MethodKind::Qlora);
         return lora != nullptr && qlora != nullptr && qlora->sizeBytes < lora->sizeBytes &&
                lora->accuracy - qlora->accuracy < clearGain;
     },
     [](const Figures& f) {
         const RunSummary& qlora = *f.ofMethod(MethodKind::Qlora);
         return TradeOffCoach::tr(
                    "<b>%1</b> freezes its base in four bits and gives up %2 points for %3 less.")
             .arg(nameOf(qlora), points(std::max(bestLora(f)->accuracy - qlora.accuracy, 0.0)),
                  sizeText(bestLora(f)->sizeBytes - qlora.sizeBytes));
     }},
    {"tradeoff.unsteady", 72, [](const Figures& f) { return unsteadiest(f) != nullptr; },
     [](const Figures& f) {
         return TradeOffCoach::
             tr("<b>%1</b> depends on luck: its seeds lie %2 points apart (standard deviation). "
                "One run of it proves little.")
                 .arg(nameOf(*unsteadiest(f)), points(unsteadiest(f)->accuracySd));
     }},
    {"tradeoff.one_seed", 70, fewSeeds,
     [](const Figures&) {
         return TradeOffCoach::tr(
             "Every run has one seed: the intervals tell of the test items alone, not of what "
             "another start would give.");
     },
     [](const Figures&) {
         return TryNext{
             TradeOffCoach::tr("Run all seeds before you believe a small difference."), {}, {}};
     }},
    {"tradeoff.wide_intervals", 66,
     [](const Figures& f) {
         return std::ranges::any_of(f.runs, [](const RunSummary& run) {
             return run.accuracyCi95.high - run.accuracyCi95.low > wideInterval;
         });
     },
     [](const Figures& f) {
         const auto wide = std::ranges::count_if(f.runs, [](const RunSummary& run) {
             return run.accuracyCi95.high - run.accuracyCi95.low > wideInterval;
         });
         return TradeOffCoach::tr(
             "%n run(s) have an interval wider than ten points: such means alone tell little. "
             "The paired test on the same seeds may still tell two runs apart.",
             nullptr, static_cast<int>(wide));
     }},
    {"tradeoff.cheapest_as_good", 64,
     [](const Figures& f) {
         return f.cheapestAlike() != nullptr && f.cheapestAlike()->method != MethodKind::Full;
     },
     [](const Figures& f) {
         return TradeOffCoach::tr(
                    "The smallest run that is not told to be worse than the best is <b>%1</b>: %2 "
                    "at %3 bits a weight.")
             .arg(nameOf(*f.cheapestAlike()), sizeText(f.cheapestAlike()->sizeBytes),
                  formatNumber(f.cheapestAlike()->bitsPerWeight, 3));
     }},
    {"tradeoff.front", 50, [](const Figures& f) { return !f.runs.empty(); },
     [](const Figures& f) {
         return TradeOffCoach::tr(
             "%n point(s) are filled and lie on the front: nothing here is both smaller and "
             "more accurate. A hollow point has another, no larger, beside which it is not told "
             "to be better.",
             nullptr, f.onFront());
     }},
}};

}  // namespace

const RunSummary* TradeOffFigures::ofMethod(MethodKind method) const {
    const auto found = std::find_if(runs.begin(), runs.end(),
                                    [&](const RunSummary& run) { return run.method == method; });
    return found == runs.end() ? nullptr : &*found;
}

const RunSummary* TradeOffFigures::chosen() const {
    const auto found = std::find_if(runs.begin(), runs.end(),
                                    [&](const RunSummary& run) { return run.name == selected; });
    return found == runs.end() ? nullptr : &*found;
}

const RunSummary* TradeOffFigures::cheapestAlike() const {
    const auto best = std::max_element(
        runs.begin(), runs.end(),
        [](const RunSummary& a, const RunSummary& b) { return a.accuracy < b.accuracy; });
    const RunSummary* cheapest = nullptr;
    for (const RunSummary& run : runs) {
        const bool asGood = run.name == best->name || alike(run, *best);
        if (asGood && run.onFront && (cheapest == nullptr || run.sizeBytes < cheapest->sizeBytes)) {
            cheapest = &run;
        }
    }
    return cheapest;
}

int TradeOffFigures::onFront() const {
    return static_cast<int>(
        std::ranges::count_if(runs, [](const RunSummary& run) { return run.onFront; }));
}

std::span<const CoachRule<TradeOffFigures>> tradeOffRules() {
    return rules;
}

}  // namespace zeropoint::ui
