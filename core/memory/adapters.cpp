// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/adapters.h"

#include "core/memory/joined_matrices.h"
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

bool isMeant(const std::string& target, WeightRole role, const JoinedMatrix* joined) {
    if (target == "all") {
        return isLinear(role);
    }
    if (joined != nullptr) {
        return joined->module == target ||
               std::any_of(joined->roles.begin(), joined->roles.end(),
                           [&target](WeightRole part) { return isMeant(target, part, nullptr); });
    }
    for (const TargetRow& row : targetRows()) {
        if (row.name == target) {
            return std::find(row.roles.begin(), row.roles.end(), role) != row.roles.end();
        }
    }
    return isLinear(role) && roleName(role) == target;
}

Result<AdapterCount> refuseAdapters(const std::string& what, const std::string& where,
                                    const char* remedy) {
    return fail(ErrorCode::InvalidArgument, what, where, remedy);
}

/// Rows and columns of the modules' adapters: what a joined module reads counts with its first
/// matrix alone.
std::int64_t sides(const WeightShape& shape, const JoinedMatrix* joined, std::int64_t modules) {
    if (joined != nullptr) {
        return shape.rows + (shape.role == joined->roles.front() ? shape.columns : 0);
    }
    return shape.rows + modules * shape.columns;
}

}  // namespace

Result<AdapterCount> countAdapters(const Architecture& architecture,
                                   const std::vector<WeightShape>& shapes,
                                   const AdapterSettings& settings) {
    if (settings.rank < 1) {
        return refuseAdapters("The rank is below 1", std::to_string(settings.rank),
                              "Give 1 or more");
    }
    std::vector<bool> used(settings.targets.size(), false);
    AdapterCount count;
    for (const WeightShape& shape : shapes) {
        const JoinedMatrix* joined =
            settings.apart ? nullptr : joinedMatrix(architecture.family, shape.role);
        bool meant = false;
        for (std::size_t i = 0; i < settings.targets.size(); ++i) {
            if (isMeant(settings.targets[i], shape.role, joined)) {
                meant = used[i] = true;
            }
        }
        if (!meant) {
            continue;
        }
        if (settings.rank > std::min(shape.rows, shape.columns)) {
            return refuseAdapters(
                "Rank " + std::to_string(settings.rank) + " is above the smaller side of " +
                    std::string(roleName(shape.role)),
                std::to_string(shape.rows) + " x " + std::to_string(shape.columns),
                "Give a smaller rank");
        }
        const std::int64_t modules =
            settings.apart ? 1 : modulesOf(architecture.family, shape.role);
        count.parameters += settings.rank * sides(shape, joined, modules) * shape.copies;
        if (joined != nullptr && std::find(count.joined.begin(), count.joined.end(),
                                           joined->module) == count.joined.end()) {
            count.joined.emplace_back(joined->module);
        }
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) {
            return refuseAdapters("No matrix is the target " + inQuotes(settings.targets[i]),
                                  architecture.id, "Targets: q, k, v, o, gate, up, down, all");
        }
    }
    return count;
}

}  // namespace zeropoint
