// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <QPushButton>

#include <functional>
#include <optional>

namespace zeropoint::ui {

class Workbench;

/// Puts the settings that a place shows beside the others on the Compare page, as a step of undo.
class AddToCompare : public QPushButton {
    Q_OBJECT

public:
    /// `settings` is asked when it is pressed, and by refresh(): nothing where there are none.
    AddToCompare(Workbench& bench, std::function<std::optional<QuantScheme>()> settings,
                 QWidget* parent = nullptr);

    /// What the place shows has changed.
    void refresh();

private:
    Workbench& m_bench;
    std::function<std::optional<QuantScheme>()> m_settings;
};

}  // namespace zeropoint::ui
