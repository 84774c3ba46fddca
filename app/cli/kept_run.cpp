// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kept_run.h"

#include "core/experiment/experiment_store.h"
#include "core/experiment/kept_model.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace zeropoint::cli {
namespace {

tl::unexpected<Error> noSuchRun(const std::vector<StoredRun>& runs, const std::string& run,
                                bool ofSeed, const std::string& store) {
    std::set<std::string> names;
    for (const StoredRun& one : runs) {
        names.insert(inQuotes(one.result.name));
    }
    std::string known = names.empty() ? "It holds none" : "It holds ";
    for (const std::string& name : names) {
        known += (name == *names.begin() ? "" : ", ") + name;
    }
    return fail(ErrorCode::NotFound,
                "The store has no run " + inQuotes(run) + (ofSeed ? " of this seed" : ""), store,
                known);
}

/// Which run was taken, where the name alone does not say it.
std::string whichOf(const StoredRun& taken, std::ptrdiff_t ofThem) {
    return "this is run " + inQuotes(taken.result.name) + " of the experiment " +
           inQuotes(taken.experiment) + ", seed " + std::to_string(taken.result.seed) +
           ", one of " + std::to_string(ofThem) + " of the name; --run-seed chooses";
}

}  // namespace

Result<KeptRunModel> openKeptRun(const std::string& store, const std::string& run,
                                 std::optional<std::uint64_t> seed) {
    auto opened = ExperimentStore::openToRead(store);
    if (!opened) {
        Error error = opened.error();
        if (error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::NotFound) {
            error.remedy = "Give the file that 'experiment --store' wrote";
        }
        return tl::unexpected(std::move(error));
    }
    auto runs = opened->runs();
    if (!runs) {
        return tl::unexpected(runs.error());
    }
    const auto isMeant = [&](const StoredRun& one) {
        return one.result.name == run && (!seed || one.result.seed == *seed);
    };
    const auto first = std::ranges::find_if(*runs, isMeant);
    if (first == runs->end()) {
        return noSuchRun(*runs, run, seed.has_value(), store);
    }
    const StoredRun* const found = lowestSeed(*runs, [&](const StoredRun& one) {
        return isMeant(one) && one.experiment == first->experiment;
    });
    auto artifacts = opened->artifacts(found->id);
    if (!artifacts) {
        return tl::unexpected(artifacts.error());
    }
    RunResult whole = found->result;
    whole.artifacts = std::move(*artifacts);
    auto kept = openKept(whole);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    std::vector<std::string> notes;
    if (const auto meant = std::ranges::count_if(*runs, isMeant); meant > 1) {
        notes.push_back(whichOf(*found, meant));
    }
    if (!opened->notice().empty()) {
        notes.push_back(opened->notice());
    }
    return KeptRunModel{std::move(kept->model), std::move(kept->spec.task),
                        std::move(kept->spec.runs.front()), std::move(notes)};
}

}  // namespace zeropoint::cli
