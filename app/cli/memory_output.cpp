// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/memory_output.h"

#include "app/cli/json_number.h"
#include "app/cli/text_table.h"

#include <ostream>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Part {
    const char* key;
    std::int64_t bytes;
};

/// In the order of the contract; recurrent states are our own addition to it.
std::vector<Part> partsOf(const MemoryEstimate& e) {
    return {{"weights_bytes", e.weights},
            {"kv_cache_bytes", e.kvCache},
            {"recurrent_state_bytes", e.recurrentState},
            {"activations_bytes", e.activations},
            {"gradients_bytes", e.gradients},
            {"optimizer_bytes", e.optimizer},
            {"adapters_bytes", e.adapters},
            {"overhead_bytes", e.overhead},
            {"total_bytes", e.total()}};
}

std::string inUnit(std::int64_t bytes, double unit) {
    return shortNumber(static_cast<double>(bytes) / unit);
}

std::string gb(std::int64_t bytes) {
    return inUnit(bytes, 1e9);
}

std::string gib(std::int64_t bytes) {
    return inUnit(bytes, 1024.0 * 1024.0 * 1024.0);
}

const char* verdictName(FitVerdict verdict) {
    switch (verdict) {
        case FitVerdict::Fits:
            return "fits";
        case FitVerdict::FitsWithLess:
            return "fits with less context";
        case FitVerdict::DoesNotFit:
            return "does not fit";
    }
    return "";
}

Json deviceJson(const FittedDevice& fitted) {
    const DeviceFit& fit = fitted.fit;
    return {
        {"id", fitted.device.id},
        {"name", fitted.device.name},
        {"available_bytes", fit.available},
        {"verdict", verdictName(fit.verdict)},
        {"longest_context", fit.longestContext},
        {"largest_parameters", fit.largestParameters},
        {"tokens_per_second_bound", jsonNumber(fit.tokensPerSecondBound)},
        {"tokens_per_second_bound_full_context", jsonNumber(fit.tokensPerSecondBoundFullContext)}};
}

void printDevice(const FittedDevice& fitted, std::ostream& out) {
    const DeviceFit& fit = fitted.fit;
    out << '\n'
        << fitted.device.name << ", " << gb(fit.available) << " GB (" << gib(fit.available)
        << " GiB): " << verdictName(fit.verdict) << '\n';
    out << "  longest context that fits: "
        << (fit.longestContext > 0 ? std::to_string(fit.longestContext) + " tokens" : "none")
        << '\n';
    out << "  largest model of this kind: "
        << shortNumber(static_cast<double>(fit.largestParameters) / 1e9) << "e9 parameters\n";
    if (fit.tokensPerSecondBound > 0) {
        out << "  upper bound from bandwidth: " << shortNumber(fit.tokensPerSecondBound)
            << " tokens/s, " << shortNumber(fit.tokensPerSecondBoundFullContext)
            << " with the cache full; no run is faster\n";
    }
}

}  // namespace

Json memoryJson(const MemoryEstimate& estimate, const std::optional<FittedDevice>& fitted) {
    Json json;
    for (const Part& part : partsOf(estimate)) {
        json[part.key] = part.bytes;
    }
    json["trainable_parameters"] = estimate.trainableParameters;
    json["parameters"] = estimate.parameters;
    json["active_parameters"] = estimate.activeParameters;
    json["bits_per_weight"] = jsonNumber(estimate.bitsPerWeight);
    Json rows = Json::array();
    for (const MemoryRow& row : estimate.rows) {
        rows.push_back({{"part", row.part},
                        {"what", row.what},
                        {"formula", row.formula},
                        {"explains", row.explains},
                        {"bytes", row.bytes}});
    }
    json["assumptions"] = std::move(rows);
    if (fitted) {
        json["fits"] = fitted->fit.verdict == FitVerdict::Fits;
        json["device"] = deviceJson(*fitted);
    }
    return json;
}

void printMemory(const MemoryEstimate& estimate, const std::optional<FittedDevice>& fitted,
                 std::ostream& out) {
    using enum TextTable::Align;
    out << estimate.parameters << " parameters, " << estimate.activeParameters
        << " of them for one token, " << estimate.trainableParameters << " trained; "
        << shortNumber(estimate.bitsPerWeight) << " bits a weight\n\n";
    TextTable table({{"part", Left},
                     {"assumption", Left},
                     {"bytes"},
                     {"GB"},
                     {"GiB"},
                     {"formula", Left},
                     {"explains", Left}});
    for (const MemoryRow& row : estimate.rows) {
        table.addRow({row.part, row.what, std::to_string(row.bytes), gb(row.bytes), gib(row.bytes),
                      row.formula, row.explains});
    }
    table.addRow({"total", "", std::to_string(estimate.total()), gb(estimate.total()),
                  gib(estimate.total()), "", ""});
    table.print(out);
    if (fitted) {
        printDevice(*fitted, out);
    }
}

}  // namespace zeropoint::cli
