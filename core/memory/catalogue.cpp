// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/catalogue.h"

#include "core/memory/catalogue_json.h"
#include "core/memory/read_small_file_private.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t mostSuggested = 4;

std::size_t commonStart(std::string_view a, std::string_view b) {
    const auto [end, ignored] =
        std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin());
    return static_cast<std::size_t>(end - a.begin());
}

/// The ids that start most like `id`.
template <typename Entry>
std::string nearestIds(std::span<const Entry> catalogue, std::string_view id) {
    std::size_t best = 0;
    for (const Entry& entry : catalogue) {
        best = std::max(best, commonStart(entry.id, id));
    }
    std::string text;
    std::size_t count = 0;
    for (const Entry& entry : catalogue) {
        if (commonStart(entry.id, id) == best && count < mostSuggested) {
            text += (count++ > 0 ? ", " : "") + entry.id;
        }
    }
    return text;
}

template <typename Entry>
Result<Entry> find(std::span<const Entry> catalogue, std::string_view id, const char* kind) {
    const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                    [id](const Entry& entry) { return entry.id == id; });
    if (found == catalogue.end()) {
        return fail(ErrorCode::NotFound, std::string("The catalogue has no such ") + kind,
                    std::string(id), "Nearest: " + nearestIds(catalogue, id));
    }
    return *found;
}

}  // namespace

// A build whose own catalogues cannot be read does not pass its tests.
std::span<const Architecture> shippedArchitectures() {
    static const auto catalogue =
        parseArchitectures(architecturesJson(), "architectures.json").value();
    return catalogue;
}

std::span<const Device> shippedDevices() {
    static const auto catalogue = parseDevices(devicesJson(), "devices.json").value();
    return catalogue;
}

Result<std::vector<Architecture>> readArchitectures(const std::string& path) {
    const auto text = readSmallFile(path, "Give a catalogue of architectures");
    return text ? parseArchitectures(*text, path)
                : Result<std::vector<Architecture>>(tl::unexpected(text.error()));
}

Result<std::vector<Device>> readDevices(const std::string& path) {
    const auto text = readSmallFile(path, "Give a catalogue of devices");
    return text ? parseDevices(*text, path)
                : Result<std::vector<Device>>(tl::unexpected(text.error()));
}

Result<Architecture> findArchitecture(std::span<const Architecture> catalogue,
                                      std::string_view id) {
    return find(catalogue, id, "architecture");
}

Result<Device> findDevice(std::span<const Device> catalogue, std::string_view id) {
    return find(catalogue, id, "device");
}

}  // namespace zeropoint
