// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/idle_options.h"
#include "app/cli/json_text.h"
#include "app/cli/memory_output.h"
#include "app/cli/memory_request.h"
#include "app/cli/verbs.h"
#include "app/cli/warnings.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace zeropoint::cli {
namespace {

Result<void> list(const MemoryOptions& options, Session& session) {
    const auto architectures = knownArchitectures(options);
    const auto devices = knownDevices(options);
    if (!architectures || !devices) {
        return tl::unexpected(architectures ? devices.error() : architectures.error());
    }
    if (session.json) {
        session.out << jsonText(catalogueJson(*architectures, *devices)) << '\n';
    } else {
        printCatalogue(*architectures, *devices, session.out);
    }
    return {};
}

Result<std::optional<FittedDevice>> fitted(const MemoryOptions& options,
                                           const MemoryRequest& request,
                                           const MemoryEstimate& estimate) {
    if (options.device.empty()) {
        return std::nullopt;
    }
    const auto devices = knownDevices(options);
    auto device = devices ? findDevice(*devices, options.device)
                          : Result<Device>(tl::unexpected(devices.error()));
    if (!device) {
        Error error = device.error();
        if (error.code == ErrorCode::NotFound && devices) {
            error.code = ErrorCode::InvalidArgument;
        }
        return tl::unexpected(std::move(error));
    }
    return FittedDevice{*device, fitOnDevice(request, estimate, *device)};
}

Result<void> run(const MemoryOptions& options, Session& session) {
    if (options.list) {
        return list(options, session);
    }
    const auto request = memoryRequestOf(options);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const auto estimate = estimateMemory(*request);
    if (!estimate) {
        return tl::unexpected(estimate.error());
    }
    const auto device = fitted(options, *request, *estimate);
    if (!device) {
        return tl::unexpected(device.error());
    }
    for (const std::string& option : idleOptions(options, *estimate)) {
        session.err << warningPrefix << option << " has no part in this estimate\n";
    }
    if (session.json) {
        session.out << jsonText(memoryJson(*estimate, *device)) << '\n';
    } else {
        printMemory(*estimate, *device, session.out);
    }
    return {};
}

}  // namespace

void addMemoryVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("memory", "What a model needs, and where it fits");
    auto options = std::make_shared<MemoryOptions>();
    addMemoryOptions(*verb, *options);
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
