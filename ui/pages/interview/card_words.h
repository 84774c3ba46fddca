// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/deck.h"
#include "core/course/repetition.h"

#include <QString>

namespace zeropoint::ui {

/// The page's words for what the core means.
QString cardKindName(course::CardKind kind);
QString gradeName(course::Grade grade);
/// "10 min", "5 d", "3 months".
QString waitText(course::Timestamp seconds);
/// "1:46"
QString clockText(double seconds);

}  // namespace zeropoint::ui
