// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/memory_study.h"

#include <QString>

namespace zeropoint::ui {

/// What a bar of the answer is called: "INT4", "QLoRA".
QString barName(const MemoryAnswer& answer, int bar);
/// "4.125 bit", "NF4, rank 16".
QString barDetail(const MemoryAnswer& answer, int bar);

/// How a bar lies on a device, as the cell of a table.
enum class Verdict { Fits, Tight, LessContext, TooLarge };
Verdict verdictOf(const DeviceFit& fit);
/// "fits 53 %", "tight 95 %", "7 254 tokens", "4×".
QString verdictText(const DeviceFit& fit);
/// The same as a sentence with every figure.
QString verdictSentence(const MemoryAnswer& answer, const MemoryDevice& device, int bar,
                        bool binary);

}  // namespace zeropoint::ui
