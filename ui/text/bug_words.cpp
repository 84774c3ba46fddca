// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/bug_words.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class BugWords {
    Q_DECLARE_TR_FUNCTIONS(BugWords)
};

}  // namespace

QString bugTitle(HistoricBug bug) {
    switch (bug) {
        case HistoricBug::None:
            return BugWords::tr("None");
        case HistoricBug::ZeroPointOffByOne:
            return BugWords::tr("Zero point off by one");
        case HistoricBug::RangeWithoutZero:
            return BugWords::tr("Range without zero");
        case HistoricBug::SignedDivisor:
            return BugWords::tr("Divisor of signed codes");
        case HistoricBug::TiesUp:
            return BugWords::tr("Ties go up");
        case HistoricBug::NoNudge:
            return BugWords::tr("Zero is not nudged");
    }
    return {};
}

QString bugStory(HistoricBug bug) {
    switch (bug) {
        case HistoricBug::None:
            break;
        case HistoricBug::ZeroPointOffByOne:
            return BugWords::tr(
                "The file stores each zero point less one, and the reader does not add it again. "
                "A zero point of 0 wraps to the last code. Met in files of AutoGPTQ.");
        case HistoricBug::RangeWithoutZero:
            return BugWords::tr(
                "The range is not widened to hold zero, so the zero point lies outside of the "
                "codes and is cut to the nearest one. Only a tensor on one side of zero shows it. "
                "Met in worked examples of smoothing.");
        case HistoricBug::SignedDivisor:
            return BugWords::tr(
                "The width of an asymmetric range is divided by the largest signed code instead of "
                "the number of steps. Half of the codes are never used. Met in a guide to "
                "quantization.");
        case HistoricBug::TiesUp:
            return BugWords::tr(
                "What lies halfway between two codes goes up, where the other side of the "
                "conversion takes the even code. Only ties show it. Met where two runtimes read "
                "one file.");
        case HistoricBug::NoNudge:
            return BugWords::tr(
                "Codes are counted from the lowest value, which was not moved until zero falls on "
                "a code; the reader uses a whole zero point. gemmlowp describes the nudge that is "
                "missing.");
    }
    return {};
}

QString bugPlace(HistoricBug bug) {
    switch (bug) {
        case HistoricBug::RangeWithoutZero:
            return BugWords::tr(
                "A small model that sorts, the gains of its norms in 8 bits: weights lie on both "
                "sides of zero and would not show it");
        case HistoricBug::TiesUp:
            return BugWords::tr(
                "A small model that sorts, its weights from a 5-bit grid to 4 bits: other weights "
                "have no ties");
        default:
            return BugWords::tr(
                "A small model that sorts, its weights in 4 bits with a scale for every 8");
    }
}

}  // namespace zeropoint::ui
