// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace zeropoint::ui {

struct NumberState;
class Workbench;

/// What stands under a picture of one value in number formats: the value, the format that is looked
/// at, what scales are made for, and how it is rounded.
QString captionOf(const NumberState& number);

/// Under a picture of a block: its format and rule, and whose weights it holds (drawn ones with
/// their seed, or a block of the tensor).
QString blockCaptionOf(const Workbench& bench);

}  // namespace zeropoint::ui
