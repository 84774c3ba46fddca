// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace zeropoint::ui {

/// That values which are NaN or infinite are in no figure, and how many of all they are; empty
/// where there are none.
QString leftOutSentence(qulonglong leftOut, qulonglong finite);

/// The same in the fewest words, to stand beside a count or under a picture.
QString leftOutShort(qulonglong leftOut);

}  // namespace zeropoint::ui
