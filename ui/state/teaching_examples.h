// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/tensor/synthetic.h"

#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace zeropoint::ui {

/// A tensor that shows one thing well, with the scheme and the sample that it is looked at with.
struct TeachingExample {
    QString id;  ///< "ramp-1000": stable, part of sessions and lessons
    SyntheticSpec tensor;
    std::optional<QuantScheme> scheme;  ///< nothing: the one at hand, its range method at least
    double sample = std::numeric_limits<double>::quiet_NaN();  ///< NaN: a typical value
};

/// What a newcomer sees first: a skewed distribution with a tail, on which symmetric, asymmetric
/// and clipped ranges all differ.
SyntheticSpec startTensor();
QuantScheme startScheme();

/// In the order in which they are offered; the first is the start.
const std::vector<TeachingExample>& teachingExamples();
/// Null when there is none of this id.
const TeachingExample* findTeachingExample(const QString& id);
/// The scheme that an example is shown with, when `now` is in use.
QuantScheme schemeOf(const TeachingExample& example, const QuantScheme& now);

}  // namespace zeropoint::ui
