// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/weight_storage.h"

#include <QString>
#include <QStringList>

namespace zeropoint::ui {

/// How a run stores its weights and what its method does, as translated words.

/// "Full", "PTQ", "QAT", "LoRA", "QLoRA".
QString methodTitle(MethodKind method);
/// "Digits", "Text, dialect 2", "Sort, descending", "Text, mine.txt".
QString taskTitle(const TaskSpec& task);
/// "to nearest", "GPTQ".
QString ptqMethodName(PtqMethod method);
/// "4", "2–8".
QString bitsWords(const WeightStorage& storage);
/// "channel", "group 16"; a dash without scales.
QString scalePerWords(const WeightStorage& storage);
/// What the method's name leaves open: "GPTQ", "LSQ", "rank 8", "inputs INT8".
QStringList methodDetails(const RunSpec& run);

}  // namespace zeropoint::ui
