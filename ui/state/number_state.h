// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace zeropoint::ui {

/// What the Numbers page looks at: a value, the row it inspects and the scale of integer rows.
struct NumberState {
    double value = 0.1;
    QString inspected = QStringLiteral("fp16");  ///< format id
    double absMax = 1.0;                         ///< |max| that INT and NF4 scales are made for

    bool operator==(const NumberState&) const = default;
};

}  // namespace zeropoint::ui
