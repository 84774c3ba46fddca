// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <QString>

#include <vector>

namespace zeropoint::ui {

/// Settings that answer one question when they stand side by side.
struct ComparePreset {
    QString id;  ///< stable: "four_bits"
    QString name;
    std::vector<QuantScheme> columns;
};

std::vector<ComparePreset> comparePresets();

}  // namespace zeropoint::ui
