// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/adapters.h"

#include "core/support/in_quotes.h"

#include <algorithm>

namespace zeropoint {
namespace {

struct TargetRow {
    std::string_view name;
    std::vector<WeightRole> roles;
};

const std::vector<TargetRow>& targetRows() {
    using enum WeightRole;
    static const std::vector<TargetRow> rows = {
        {"q", {Query, QueryDown, QueryUp}},
        {"k", {Key, KvDown}},
        {"v", {Value, KvUp}},
        {"o", {AttentionOut}},
        {"gate", {Gate, ExpertGate, SharedGate}},
        {"up", {Up, ExpertUp, SharedUp}},
        {"down", {Down, ExpertDown, SharedDown}},
    };
    return rows;
}

bool isMeant(const std::string& target, WeightRole role) {
    if (target == "all") {
        return isLinear(role);
    }
    for (const TargetRow& row : targetRows()) {
        if (row.name == target) {
            return std::find(row.roles.begin(), row.roles.end(), role) != row.roles.end();
        }
    }
    return isLinear(role) && roleName(role) == target;
}

Result<std::int64_t> refuse(const std::string& what, const std::string& where, const char* remedy) {
    return fail(ErrorCode::InvalidArgument, what, where, remedy);
}

}  // namespace

Result<std::int64_t> adapterParameters(const Architecture& architecture,
                                       const std::vector<WeightShape>& shapes,
                                       const AdapterSettings& settings) {
    if (settings.rank < 1) {
        return refuse("The rank is below 1", std::to_string(settings.rank), "Give 1 or more");
    }
    std::vector<bool> used(settings.targets.size(), false);
    std::int64_t count = 0;
    for (const WeightShape& shape : shapes) {
        bool meant = false;
        for (std::size_t i = 0; i < settings.targets.size(); ++i) {
            if (isMeant(settings.targets[i], shape.role)) {
                meant = used[i] = true;
            }
        }
        if (meant && settings.rank > std::min(shape.rows, shape.columns)) {
            return refuse("Rank " + std::to_string(settings.rank) +
                              " is above the smaller side of " + std::string(roleName(shape.role)),
                          std::to_string(shape.rows) + " x " + std::to_string(shape.columns),
                          "Give a smaller rank");
        }
        count += meant ? settings.rank * (shape.rows + shape.columns) * shape.copies : 0;
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) {
            return refuse("No matrix is the target " + inQuotes(settings.targets[i]),
                          architecture.id, "Targets: q, k, v, o, gate, up, down, all");
        }
    }
    return count;
}

}  // namespace zeropoint
