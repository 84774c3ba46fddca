// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <QString>

namespace zeropoint::ui {

/// The one place that turns the core's meanings into translated words.
QString errorText(const Error& error);
QString formatName(const QString& formatId);
QString granularityName(Granularity granularity);
QString rangeMethodName(RangeMethod::Kind kind);
QString roundingName(Rounding rounding);
/// "channel 3", "group 7": a unit that has a scale of its own.
QString unitName(Granularity granularity, qulonglong index);
QString numberClassName(NumberClass kind);

/// "INT8" and "asymmetric · tensor · p99.9", the two parts of the scheme's chip.
QString schemeDetail(const QuantScheme& scheme);

}  // namespace zeropoint::ui
