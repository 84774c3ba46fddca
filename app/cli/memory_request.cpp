// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/memory_request.h"

#include "app/cli/memory_model.h"

namespace zeropoint::cli {
namespace {

/// "double-quant, block" as "--double-quant, --block": choices are called as the options are.
std::string asOptions(const std::string& where) {
    std::string options = "--";
    for (const char character : where) {
        options += character;
        options += character == ' ' && options.ends_with(", ") ? "--" : "";
    }
    return options;
}

}  // namespace

Result<std::vector<Architecture>> knownArchitectures(const MemoryOptions& options) {
    const auto shipped = shippedArchitectures();
    auto all = options.catalogue.empty() ? Result<std::vector<Architecture>>({})
                                         : readArchitectures(options.catalogue);
    if (all) {
        all->insert(all->end(), shipped.begin(), shipped.end());
    }
    return all;
}

Result<std::vector<Device>> knownDevices(const MemoryOptions& options) {
    const auto shipped = shippedDevices();
    auto all = options.deviceFile.empty() ? Result<std::vector<Device>>({})
                                          : readDevices(options.deviceFile);
    if (all) {
        all->insert(all->end(), shipped.begin(), shipped.end());
    }
    return all;
}

Result<MemoryRequest> memoryRequestOf(const MemoryOptions& options) {
    MemoryRequest model;
    if (auto read = readMemoryModel(options, model); !read) {
        return tl::unexpected(read.error());
    }
    auto request = requestOf(options.choices, std::move(model));
    if (!request) {
        request.error().where = asOptions(request.error().where);
    }
    return request;
}

}  // namespace zeropoint::cli
