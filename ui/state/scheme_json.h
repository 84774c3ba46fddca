// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <QJsonObject>
#include <QJsonValue>

namespace zeropoint::ui {

/// A scheme as a JSON object whose keys are the settings of the Calibrate page without their page:
/// {"scheme.format": "int4", "scheme.granularity": "group", ...}. Block formats ("q4_0") too. Only
/// what differs from a new scheme is written, beside the format.
QJsonObject schemeToJson(const QuantScheme& scheme);

/// InvalidArgument, with `where` as the place, for a key or a value that is not known.
Result<QuantScheme> schemeFromJson(const QJsonValue& value, const QString& where);

}  // namespace zeropoint::ui
