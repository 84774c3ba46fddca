// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/step_pictures.h"

#include "ui/state/workbench.h"

namespace zeropoint::ui {

StepPictures* StepPictures::of(Workbench& bench) {
    return bench.findChild<StepPictures*>(QString(), Qt::FindDirectChildrenOnly);
}

}  // namespace zeropoint::ui
