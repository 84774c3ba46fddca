// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/catalogue.h"
#include "ui/state/memory_view.h"

#include <QStringList>

#include <optional>

namespace zeropoint::ui {

/// The id of the open file's model.
QString openModel();
/// The bars of the chart, in their order: the first four run the model, the others train it.
QStringList barIds();
constexpr int runningBars = 4;
/// Names of formats that are offered for weights and for the cache.
QStringList weightFormats();
QStringList cacheFormats();

/// The architecture of the question's model as its makers have it; null when it is the open file's
/// and that has none.
const Architecture* ownArchitecture(const MemoryQuestion& question, const Architecture* open);
ModelSizes sizesOf(const Architecture& architecture);
/// With the sizes that were set apart; nothing without a model.
std::optional<Architecture> architectureOf(const MemoryQuestion& question,
                                           const Architecture* open);
/// Parameters of those shapes; 0 without a model, and while the shapes contradict each other.
std::int64_t shapesCount(const MemoryQuestion& question, const Architecture* open);
/// The devices that are shown, the person's own last.
std::vector<Device> devicesOf(const MemoryQuestion& question);
/// Of the advice; nothing when it is not there any more.
std::optional<Device> deviceOf(const MemoryQuestion& question);
/// What a bar asks the estimator, beside the model.
MemoryChoices choicesOf(const MemoryQuestion& question, int bar);

}  // namespace zeropoint::ui
