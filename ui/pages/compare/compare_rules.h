// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_rule.h"

#include <QCoreApplication>

#include <limits>

namespace zeropoint::ui {

/// The translation context of the words of this page's Coach.
class CompareCoach {
    Q_DECLARE_TR_FUNCTIONS(CompareCoach)
};

/// A setting that was studied, as the Coach compares it.
struct CompareColumn {
    QString title;  ///< rich text: "A, INT4 in groups"
    double sqnrDb = 0;
    double medianChannelDb = std::numeric_limits<double>::quiet_NaN();
    double becameZero = 0;  ///< share
    double bits = 0;        ///< a weight
    double clipMse = 0;
    double roundMse = 0;
    bool ownScales = false;  ///< of channels or groups
    bool floats = false;     ///< whose steps go with the values: no scale widens them
    double bitLess = 0;      ///< dB that one bit less costs; 0: it has no bits to take away
    bool searched = false;   ///< no range loses less: the one of the least error, or none
};

/// What the Coach of the Compare page compares: settings of one tensor.
struct CompareFigures {
    std::vector<CompareColumn> columns;  ///< those that are known
    int settings = 0;                    ///< all of them
    int best = -1;                       ///< column that is best at its bits; -1: none has a rival
    int outlierChannels = 0;
};

/// Two files.
struct FilesFigures {
    int pairs = 0;       ///< that were read
    int different = 0;   ///< of them
    int unreadable = 0;  ///< of them
    int alone = 0;       ///< tensors of one file without a partner
    QString worst;       ///< escaped name of the pair with the lowest SQNR; empty: none differs
    double worstDb = 0;
    double totalDb = 0;
};

/// Every weight of a model under the settings.
struct ScanFigures {
    QString worst;  ///< escaped name
    QString under;  ///< rich text of its setting
    double worstDb = 0;
    double worstPeak = 0;     ///< of that weight, in standard deviations
    double medianPeak = 0;    ///< of all weights
    double worstTotalDb = 0;  ///< of the whole model under that setting
    bool oneStep = true;      ///< that setting gives a weight one step, as wide as its peak asks
    double worstShare = 0;    ///< of the model's values that the weight has
};

std::span<const CoachRule<CompareFigures>> compareRules();
std::span<const CoachRule<FilesFigures>> filesRules();
std::span<const CoachRule<ScanFigures>> scanRules();

}  // namespace zeropoint::ui
