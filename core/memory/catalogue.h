// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/architecture.h"
#include "core/memory/device.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// The architectures and devices that come with the program, in the order of their files
/// (resources/data/architectures.json, devices.json). Read once.
std::span<const Architecture> shippedArchitectures();
std::span<const Device> shippedDevices();

/// {"architectures": [...]} or {"devices": [...]} in the form of the shipped files. `where` names
/// the text in errors. Malformed with the entry and the field; InvalidArgument where the shapes
/// contradict each other; an id that stands twice is Malformed.
Result<std::vector<Architecture>> parseArchitectures(std::string_view json,
                                                     const std::string& where);
Result<std::vector<Device>> parseDevices(std::string_view json, const std::string& where);

/// The same from a file of the user's own. NotFound, ReadFailed, TooLarge (16 MiB).
Result<std::vector<Architecture>> readArchitectures(const std::string& path);
Result<std::vector<Device>> readDevices(const std::string& path);

/// By id. NotFound with the nearest ids as a remedy.
Result<Architecture> findArchitecture(std::span<const Architecture> catalogue, std::string_view id);
Result<Device> findDevice(std::span<const Device> catalogue, std::string_view id);

}  // namespace zeropoint
