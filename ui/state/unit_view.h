// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/metrics/error_report.h"
#include "core/metrics/unit_error.h"
#include "core/scheme/quant_scheme.h"
#include "ui/state/source.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint::ui {

/// Finite values on either side of a range.
struct OutsideCounts {
    std::size_t below = 0;
    std::size_t above = 0;
};
OutsideCounts countOutside(std::span<const float> values, const RealRange& range);

/// One channel or group of the tensor: its values as a source of their own, with the scale that
/// they share and what it costs them.
struct UnitView {
    std::size_t index = 0;
    SourcePtr source;  ///< of the tensor's origin
    QuantParams params;
    RealRange range;
    ErrorReport report;
    RealRange clip;  ///< values outside of it are clipped
    OutsideCounts outside;
};

/// What is known of all units: how many there are and which suffer most.
struct UnitList {
    struct Entry {
        std::size_t index = 0;
        ErrorReport report;
    };
    std::size_t count = 0;
    std::vector<Entry> worst;  ///< the largest error first
};

/// For a worker: cost grows with the tensor.
Result<UnitList> listUnits(const Source& source, const QuantScheme& scheme,
                           const Calibration& calibration, const Execution& execution);
/// `index` below the number of units of `calibration`, which is of this source and scheme.
Result<UnitView> viewUnit(const Source& source, const QuantScheme& scheme,
                          const Calibration& calibration, std::size_t index,
                          const Execution& execution);

}  // namespace zeropoint::ui
