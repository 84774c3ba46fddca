// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/cache_forms.h"

namespace zeropoint {
namespace {

double valuesOfAToken(const Architecture& architecture, CacheForm form) {
    CacheSettings settings;
    settings.cells = settings.windowCells = 1;
    settings.form = form;
    double values = 0;
    for (const CacheGroup& group : cacheGroups(architecture, settings)) {
        values += static_cast<double>(group.count * (group.keyWidth + group.valueWidth));
    }
    return values;
}

}  // namespace

double timesCompact(const Architecture& architecture, CacheForm form) {
    const double compact = valuesOfAToken(architecture, CacheForm::Compact);
    return compact > 0 ? valuesOfAToken(architecture, form) / compact : 1;
}

}  // namespace zeropoint
