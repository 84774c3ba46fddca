// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/device.h"
#include "core/support/error.h"

#include <QString>

namespace zeropoint::ui {

/// A device of the person's own as one line: "name = 24 GiB, 936 GB/s", with a decimal point
/// whatever the language; memory in GiB or GB, the bandwidth may be left out. Its id is "own:name".
/// InvalidArgument: no name, no memory of 1 MB to 1 PB, an equals sign in the name.
Result<Device> ownDevice(const QString& line);
QString ownDeviceLine(const QString& name, double memory, bool binary, double bandwidthGBps);

}  // namespace zeropoint::ui
