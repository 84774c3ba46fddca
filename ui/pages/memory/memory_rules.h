// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_rule.h"
#include "ui/state/memory_study.h"

#include <QCoreApplication>

namespace zeropoint::ui {

/// The translation context of the words of this page's Coach.
class MemoryCoach {
    Q_DECLARE_TR_FUNCTIONS(MemoryCoach)
};

/// What the Coach of the Memory page compares. Bytes, unless it says otherwise.
struct MemoryFigures {
    bool known = false;   ///< there is an answer
    bool binary = false;  ///< words in GiB
    double parameters = 0;
    double activeParameters = 0;  ///< that one token reads
    double fp16Weights = 0;
    double full = 0;  ///< full fine-tuning
    double lora = 0;
    double qlora = 0;
    double loraTrained = 0;  ///< parameters
    double qloraActivations = 0;
    double fullStates = 0;  ///< of full fine-tuning: weights, gradients and the optimizer's
    bool checkpointing = false;
    int length = 2048;  ///< tokens of a training sequence
    // The bar that is chosen by hand.
    QString name;  ///< "INT4"
    double weights = 0;
    double cache = 0;
    double cacheOfTwice = 0;  ///< with twice the context; 0: the model has not so much
    bool wideCache = true;    ///< of sixteen bits or more, keys and values
    int context = 4096;
    double total = 0;
    double bitsPerWeight = 0;
    double codeBits = 0;  ///< of its format; 0 where it is a mix
    int devices = 0;
    int fitting = 0;          ///< devices on which it fits
    QString slowest;          ///< of these, by its bound
    double slowestSpeed = 0;  ///< tokens a second, at most
};

MemoryFigures memoryFigures(const MemoryAnswer* answer, const MemoryView& view);
std::span<const CoachRule<MemoryFigures>> memoryRules();
/// Fewer bits for the cache, or a shorter context where it has few already.
TryNext smallerCache(const MemoryFigures& figures);

}  // namespace zeropoint::ui
