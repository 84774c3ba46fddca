// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_rules.h"

#include "ui/text/numbers.h"

#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double muchDb = 3;
constexpr double manyZeros = 0.25;
constexpr double asGood = 0.1;   // dB
constexpr double cheaper = 0.4;  // bits a weight
constexpr double farPeak = 2;    // times the median weight's

/// The column with the largest of a figure that is above `least`; null: none is.
template <typename Figure>
const CompareColumn* largest(const CompareFigures& f, double least, Figure figure) {
    const CompareColumn* found = nullptr;
    for (const CompareColumn& column : f.columns) {
        if (figure(column) > least) {
            least = figure(column);
            found = &column;
        }
    }
    return found;
}

const CompareColumn* hidden(const CompareFigures& f) {
    return largest(f, muchDb, [](const CompareColumn& c) { return c.sqnrDb - c.medianChannelDb; });
}

const CompareColumn* zeros(const CompareFigures& f) {
    return largest(f, manyZeros, [](const CompareColumn& c) { return c.becameZero; });
}

const CompareColumn* clipping(const CompareFigures& f) {
    return largest(f, 1, [](const CompareColumn& c) {
        return c.roundMse > 0 && !c.searched ? c.clipMse / c.roundMse : 0;
    });
}

/// The one that takes clearly fewer bits than another with the same figure, and that other one.
std::pair<const CompareColumn*, const CompareColumn*> forLess(const CompareFigures& f) {
    for (const CompareColumn& a : f.columns) {
        for (const CompareColumn& b : f.columns) {
            if (a.bits + cheaper < b.bits && a.sqnrDb + asGood > b.sqnrDb) {
                return {&a, &b};
            }
        }
    }
    return {};
}

bool anyOwnScales(const CompareFigures& f) {
    return std::any_of(f.columns.begin(), f.columns.end(),
                       [](const CompareColumn& c) { return c.ownScales; });
}

constexpr std::array<CoachRule<CompareFigures>, 9> ofSettings{{
    {"compare.nothing_known", 100, [](const CompareFigures& f) { return f.columns.empty(); },
     [](const CompareFigures&) {
         return CompareCoach::tr(
             "Each column is studied on the whole tensor, one after the other.");
     }},
    {"compare.one_column", 90, [](const CompareFigures& f) { return f.settings == 1; },
     [](const CompareFigures&) {
         return CompareCoach::tr(
             "<b>One setting says little by itself.</b> Put a second one beside it "
             "that differs in one thing alone.");
     }},
    {"compare.cheaper_and_as_good", 85,
     [](const CompareFigures& f) { return forLess(f).first != nullptr; },
     [](const CompareFigures& f) {
         const auto [less, more] = forLess(f);
         return CompareCoach::tr(
                    "%1 takes %2 bits a weight fewer than %3 and loses less than %4 dB by it here.")
             .arg(less->title, formatNumber(more->bits - less->bits, 2), more->title,
                  formatNumber(asGood));
     }},
    {"compare.hidden_channels", 80, [](const CompareFigures& f) { return hidden(f) != nullptr; },
     [](const CompareFigures& f) {
         const CompareColumn& c = *hidden(f);
         return CompareCoach::tr(
                    "In %1 half of the channels lie %2 dB or more below the whole tensor: the "
                    "large channels dominate the sum.")
             .arg(c.title, formatNumber(c.sqnrDb - c.medianChannelDb, 3));
     }},
    {"compare.outliers_share_a_scale", 75,
     [](const CompareFigures& f) {
         return f.outlierChannels > 0 && !anyOwnScales(f) &&
                std::none_of(f.columns.begin(), f.columns.end(),
                             [](const CompareColumn& c) { return c.floats; });
     },
     [](const CompareFigures& f) {
         return CompareCoach::tr(
             "<b>%n channel(s) stand out</b>, and every setting here gives all "
             "channels one scale.",
             nullptr, f.outlierChannels);
     },
     [](const CompareFigures&) {
         return TryNext{CompareCoach::tr("Add a column with a scale for each channel."), {}, {}};
     }},
    {"compare.most_zeros", 70, [](const CompareFigures& f) { return zeros(f) != nullptr; },
     [](const CompareFigures& f) {
         const CompareColumn& c = *zeros(f);
         return CompareCoach::tr("In %1 %2 of the values are gone: they are read back as zero.")
             .arg(c.title, formatPercent(c.becameZero));
     }},
    {"compare.clipping", 65, [](const CompareFigures& f) { return clipping(f) != nullptr; },
     [](const CompareFigures& f) {
         const CompareColumn& c = *clipping(f);
         return CompareCoach::tr(
                    "In %1 clipping makes %2 times the error of rounding: a wider range may lose "
                    "less.")
             .arg(c.title, formatNumber(c.clipMse / c.roundMse, 2));
     }},
    {"compare.best_of_equals", 60,
     [](const CompareFigures& f) { return f.best >= 0 && f.best < int(f.columns.size()); },
     [](const CompareFigures& f) {
         const CompareColumn& c = f.columns[std::size_t(f.best)];
         return CompareCoach::tr("Of the settings with about %1 bits a weight %2 keeps most.")
             .arg(formatNumber(c.bits, 3), c.title);
     }},
    {"compare.no_equals", 55,
     [](const CompareFigures& f) { return f.settings > 1 && f.best < 0 && !f.columns.empty(); },
     [](const CompareFigures&) {
         return CompareCoach::tr(
             "No two of these settings take about the same bits, so none is called the "
             "best: what more bits bring is no merit of a format.");
     }},
}};

constexpr std::array<CoachRule<FilesFigures>, 6> ofFiles{{
    {"compare.files_open", 100, [](const FilesFigures& f) { return f.pairs == 0; },
     [](const FilesFigures&) {
         return CompareCoach::tr(
             "Open a model and its quantized file, or two fine-tunes of one model. A "
             "is the reference: errors are counted against its values.");
     }},
    {"compare.files_equal", 90,
     [](const FilesFigures& f) {
         return f.pairs > 0 && f.different == 0 && f.pairs > f.unreadable;
     },
     [](const FilesFigures&) { return CompareCoach::tr("All that was compared is equal."); }},
    {"compare.files_alone", 80, [](const FilesFigures& f) { return f.pairs > 0 && f.alone > 0; },
     [](const FilesFigures& f) {
         return CompareCoach::tr(
             "%n tensor(s) have no partner in the other file and count in no figure.", nullptr,
             f.alone);
     }},
    {"compare.files_worst", 75,
     [](const FilesFigures& f) { return !f.worst.isEmpty() && f.worstDb < f.totalDb - muchDb; },
     [](const FilesFigures& f) {
         return CompareCoach::tr("<b>%1</b> lost most: it stands %2 dB below the whole model.")
             .arg(f.worst, formatNumber(f.totalDb - f.worstDb, 3));
     }},
    {"compare.files_even", 70,
     [](const FilesFigures& f) { return !f.worst.isEmpty() && f.worstDb >= f.totalDb - muchDb; },
     [](const FilesFigures& f) {
         return CompareCoach::tr(
                    "No tensor stands far below the whole: even <b>%1</b>, the worst, is within "
                    "%2 dB of it.")
             .arg(f.worst, formatNumber(muchDb));
     }},
    {"compare.files_energy", 50, [](const FilesFigures& f) { return f.different > 0; },
     [](const FilesFigures&) {
         return CompareCoach::tr(
             "The figure of the whole is energy over energy and no mean of decibels. "
             "Weight error alone does not tell what a model still can do.");
     }},
}};

constexpr std::array<CoachRule<ScanFigures>, 4> ofScan{{
    {"compare.scan_begin", 100, [](const ScanFigures& f) { return f.worst.isEmpty(); },
     [](const ScanFigures&) {
         return CompareCoach::tr(
             "The scan quantizes every weight of the open model under each setting of "
             "the columns, one weight at a time.");
     }},
    {"compare.scan_peak", 80,
     [](const ScanFigures& f) {
         return !f.worst.isEmpty() && f.oneStep && f.worstPeak > farPeak * f.medianPeak;
     },
     [](const ScanFigures& f) {
         return CompareCoach::tr(
                    "<b>%1</b> bears %2 worst: its peak is %3 times as far out as the usual "
                    "weight's, and the step that all its values get is as much wider beside their "
                    "deviation.")
             .arg(f.worst, f.under, formatNumber(f.worstPeak / f.medianPeak, 2));
     }},
    {"compare.scan_worst", 70,
     [](const ScanFigures& f) {
         return !f.worst.isEmpty() && !(f.worstPeak > farPeak * f.medianPeak);
     },
     [](const ScanFigures& f) {
         return CompareCoach::tr(
                    "<b>%1</b> bears %2 worst, and not by its peak, which is like the others'.")
             .arg(f.worst, f.under);
     }},
    {"compare.scan_far_below", 60,
     [](const ScanFigures& f) {
         return !f.worst.isEmpty() && f.worstDb < f.worstTotalDb - 2 * muchDb;
     },
     [](const ScanFigures& f) {
         return CompareCoach::
             tr("It stands %1 dB below the whole model and holds %2 of the values: that is what "
                "a wider format for it alone would touch.")
                 .arg(formatNumber(f.worstTotalDb - f.worstDb, 3), formatPercent(f.worstShare));
     }},
}};

}  // namespace

std::span<const CoachRule<CompareFigures>> compareRules() {
    return ofSettings;
}

std::span<const CoachRule<FilesFigures>> filesRules() {
    return ofFiles;
}

std::span<const CoachRule<ScanFigures>> scanRules() {
    return ofScan;
}

}  // namespace zeropoint::ui
