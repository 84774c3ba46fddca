// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace zeropoint::ui {

class FilesComparison;
class ModelScan;
class SettingStudies;

/// What stands out among the settings that are compared.
CoachText compareCoach(const Workbench& bench, const SettingStudies& studies);

/// What stands out between two files.
CoachText filesCoach(const FilesComparison& comparison);

/// Which weight bears the settings worst.
CoachText scanCoach(const ModelScan& scan);

}  // namespace zeropoint::ui
