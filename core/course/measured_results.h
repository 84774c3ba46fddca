// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

/// What shipped experiments found, so that a lesson can name a training that nobody waits for:
/// the JSON that `zeropoint-cli experiment` prints, one file an experiment; and what replayed bugs
/// did to a model: {"bugs": [{"name", numbers}]}.
class MeasuredResults {
public:
    /// Malformed with the field that is missing.
    Result<void> add(const std::string& experiment, std::string_view json);
    /// The experiments of `others` that are not here.
    void join(const MeasuredResults& others);

    /// accuracy, low, high (95 % interval), loss, size (bytes), bits_per_weight, seconds, seeds,
    /// and the means over the seeds parameters, trained, base_before, base_after; of a bug
    /// sqnr_right, sqnr_broken, accuracy_right, accuracy_broken. NotFound names what there is.
    Result<double> value(const std::string& experiment, const std::string& run,
                         const std::string& field) const;

private:
    using Fields = std::map<std::string, double>;
    std::map<std::string, std::map<std::string, Fields>> m_experiments;
};

}  // namespace zeropoint::course
