// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kept_run.h"

#include "core/data/text.h"
#include "core/experiment/experiment_store.h"
#include "core/experiment/kept_model.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint::cli {
namespace {

/// A store is opened to be written, so that nothing else may be taken for one.
Result<void> checkIsStore(const std::string& path) {
    constexpr std::string_view magic = "SQLite format 3";
    std::ifstream file(path, std::ios::binary);
    std::string head(magic.size(), '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (!file || head != magic) {
        return fail(file.is_open() ? ErrorCode::InvalidArgument : ErrorCode::NotFound,
                    file.is_open() ? "--run wants a store of runs" : "There is no such file", path,
                    "Give the file that 'experiment --store' wrote");
    }
    return {};
}

tl::unexpected<Error> noSuchRun(const std::vector<StoredRun>& runs, const std::string& run,
                                const std::string& store) {
    std::set<std::string> names;
    for (const StoredRun& one : runs) {
        names.insert(inQuotes(one.result.name));
    }
    std::string known = names.empty() ? "It holds none" : "It holds ";
    for (const std::string& name : names) {
        known += (name == *names.begin() ? "" : ", ") + name;
    }
    return fail(ErrorCode::NotFound, "The store has no run " + inQuotes(run) + " of this seed",
                store, known);
}

}  // namespace

Result<KeptRunModel> openKeptRun(const std::string& store, const std::string& run,
                                 std::optional<std::uint64_t> seed) {
    if (auto is = checkIsStore(store); !is) {
        return tl::unexpected(is.error());
    }
    auto opened = ExperimentStore::open(store);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    auto runs = opened->runs();
    if (!runs) {
        return tl::unexpected(runs.error());
    }
    const auto found = std::ranges::find_if(*runs, [&](const StoredRun& one) {
        return one.result.name == run && (!seed || one.result.seed == *seed);
    });
    if (found == runs->end()) {
        return noSuchRun(*runs, run, store);
    }
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
    KeptRunModel made{std::move(kept->model), kept->spec.task};
    if (const auto* text = dynamic_cast<const Text*>(kept->input.data.get())) {
        made.task.alphabet = text->alphabet();
    }
    return made;
}

}  // namespace zeropoint::cli
