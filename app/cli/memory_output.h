// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/catalogue.h"
#include "core/memory/device_fit.h"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <optional>
#include <span>

namespace zeropoint::cli {

/// A device with what became of the request on it.
struct FittedDevice {
    Device device;
    DeviceFit fit;
};

nlohmann::ordered_json memoryJson(const MemoryEstimate& estimate,
                                  const std::optional<FittedDevice>& fitted);
void printMemory(const MemoryEstimate& estimate, const std::optional<FittedDevice>& fitted,
                 std::ostream& out);

nlohmann::ordered_json catalogueJson(std::span<const Architecture> architectures,
                                     std::span<const Device> devices);
void printCatalogue(std::span<const Architecture> architectures, std::span<const Device> devices,
                    std::ostream& out);

}  // namespace zeropoint::cli
