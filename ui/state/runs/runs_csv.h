// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"
#include "core/experiment/experiment_store.h"

#include <QByteArray>

#include <map>
#include <string>
#include <vector>

namespace zeropoint::ui {

/// Every run and seed as a line, figures whole. `specs` by the runs' names; without one the cells
/// that only it can fill stay empty.
QByteArray runsCsv(const std::vector<StoredRun>& runs, const std::map<std::string, RunSpec>& specs);

}  // namespace zeropoint::ui
