// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace zeropoint::ui {

/// Where a figure comes from: "How do we know?" The one table of all that answer.
struct Provenance {
    const char* id;     ///< stable: "calibrate.mse"
    const char* title;  ///< English, as the next two; provenanceText() translates
    const char* formula;
    const char* source;  ///< who defines it
    const char* heldBy;  ///< the test or oracle that holds it: a file of the project
};

std::span<const Provenance> allProvenance();
/// Null for an id that there is not.
const Provenance* findProvenance(const QString& id);
QString provenanceText(const char* marked);

}  // namespace zeropoint::ui
