// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdint>
#include <optional>

namespace zeropoint::ui {

struct RunRecord;
class TradeOff;
class Workbench;

/// What stands under a picture of the current tensor: where it comes from (file and name, or kind
/// and seed), its shape, and the scheme. Empty before the first tensor.
QString captionOf(const Workbench& bench);

/// Under a picture of the Memory page: the model, the device, what is asked, and the file whose
/// weights were measured.
enum class CaptionDevice { Named, Left };  ///< left: the chart has several of them
QString memoryCaptionOf(Workbench& bench, CaptionDevice device = CaptionDevice::Named);

/// The same under a picture of a run: name, task, seed and steps; `step`: of an earlier one.
QString captionOf(const RunRecord& run, std::optional<std::uint64_t> step = {});
/// Of runs that are kept: their experiment, each with its seeds.
QString captionOf(const TradeOff& tradeOff, const QStringList& runs);

}  // namespace zeropoint::ui
