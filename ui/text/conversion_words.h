// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conversion_note.h"
#include "core/metrics/left_out.h"

#include <QStringList>

#include <vector>

namespace zeropoint::ui {

/// What somebody should know of a file that was written, a sentence each; none where it holds all.
QStringList conversionSentences(const std::vector<ConversionNote>& notes);
/// Of the values that were quantized into it: what is not finite, and what overflows.
QStringList writtenValuesSentences(const LeftOut& leftOut, bool overflowed,
                                   const QuantScheme& scheme);

}  // namespace zeropoint::ui
