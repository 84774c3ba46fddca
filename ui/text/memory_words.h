// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/device.h"
#include "core/memory/estimate.h"

#include <QString>

namespace zeropoint::ui {

/// The estimator's meanings as translated words, and its figures in one unit: GB (10^9 bytes) or
/// GiB (2^30 bytes), never both at once.

double memoryUnitBytes(bool binary);
QString memoryUnit(bool binary);  ///< "GB", "GiB"
/// "47.66", "1 134": without the unit; `decimals` below 100, one fewer above, none above 1000.
QString memoryAmount(double bytes, bool binary, int decimals = 2);
QString memoryText(double bytes, bool binary, int decimals = 2);  ///< "47.66 GB"

/// The parts of a bar, from the bottom up.
enum class MemoryPart { Weights, Cache, Activations, Gradients, Optimizer, Adapters, Overhead };
constexpr int memoryParts = 7;
QString partName(MemoryPart part);
MemoryPart partOf(const MemoryRow& row);
QString partKnown(MemoryPart part);  ///< its row in ui/text/provenance.h
std::int64_t bytesOf(const MemoryEstimate& estimate, MemoryPart part);

QString rowName(const MemoryRow& row);
/// With its numbers: "68.45 B × 4.127 bit", "207 M × 12 B".
QString rowFormula(const MemoryRow& row);
/// The published figure that it explains; empty: none.
QString rowExplains(const MemoryRow& row);

/// "mixed-16": its bytes and what they are made of.
QString statesName(const StateAssumption& states);
QString statesExplains(std::string_view id);
QString optimizerName(const QString& id);
QString cacheFormName(const QString& id);
/// "Q4_K_M", "NF4", "INT4": what formats and mixes are called.
QString storedFormatName(const QString& id);
/// "GeForce RTX 4090" without its maker: what a line has room for.
QString shortDeviceName(const Device& device);
/// "70.55 B", "207 M", "30 432".
QString shortCount(double count);

}  // namespace zeropoint::ui
