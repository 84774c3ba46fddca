// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/experiment_output.h"
#include "app/cli/json_text.h"
#include "app/cli/place_to_write.h"
#include "app/cli/thread_option.h"
#include "app/cli/verbs.h"
#include "app/cli/warnings.h"
#include "core/exchange/model_reports.h"
#include "core/experiment/experiment_store.h"
#include "core/experiment/kept_settings.h"
#include "core/files/atomic_file.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t mostSeeds = 1000;

struct ExperimentOptions {
    std::string spec;
    std::size_t seeds = 0;  ///< 0: those of the file
    unsigned threads = 0;
    std::string out;
    std::string store;
    std::string report;
    bool items = false;
};

/// The first `count` seeds of the file, and after its last one the next numbers that it has not.
void takeSeeds(ExperimentSpec& spec, std::size_t count) {
    std::uint64_t next = spec.seeds.back();
    while (spec.seeds.size() < count) {
        ++next;
        if (std::ranges::find(spec.seeds, next) == spec.seeds.end()) {
            spec.seeds.push_back(next);
        }
    }
    spec.seeds.resize(count);
}

/// What one call keeps of its runs, as they finish.
class Keeper {
public:
    Keeper(const ExperimentOptions& options, const ExperimentSpec& spec, Session& session)
        : m_options(options), m_spec(spec), m_session(session) {}

    Result<void> open(const ExperimentInput& input);
    void take(const RunResult& result);
    Result<void> finish(const ExperimentOutcome& outcome);

private:
    std::string place() const;

    const ExperimentOptions& m_options;
    const ExperimentSpec& m_spec;
    Session& m_session;
    std::optional<ExperimentStore> m_store;
    Result<void> m_storing;  ///< the first failure
};

Result<void> Keeper::open(const ExperimentInput& input) {
    if (!m_options.report.empty()) {
        if (auto valid = checkReportPath(m_options.report); !valid) {
            return valid;
        }
    }
    const std::vector<std::string> read = {m_options.spec, m_spec.base.string(),
                                           m_spec.task.textFile.string()};
    using Place = std::pair<std::string, const char*>;
    for (const auto& [file, option] :
         {Place(m_options.out, "--out"), Place(m_options.report, "--report")}) {
        if (file.empty()) {
            continue;
        }
        if (auto writable = checkPlace(file, "The results", option); !writable) {
            return writable;
        }
        if (auto free = checkNotOver(read, file); !free) {
            return free;
        }
    }
    if (m_options.store.empty()) {
        return {};
    }
    if (auto free = checkNotOver(read, m_options.store); !free) {
        return free;
    }
    auto store = ExperimentStore::open(m_options.store);
    if (!store) {
        return tl::unexpected(store.error());
    }
    if (!store->notice().empty()) {
        m_session.err << plainText(store->notice()) << '\n';
    }
    const auto kept = store->runs(m_spec.name);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    m_store.emplace(std::move(*store));
    return checkKeptSettings(m_spec, input, *kept);
}

void Keeper::take(const RunResult& result) {
    if (!m_session.terminal) {
        printRun(result, m_session.err);
    }
    if (!m_store || !m_storing) {
        return;
    }
    if (auto id = m_store->add(m_spec.name, result); !id) {
        m_storing = tl::unexpected(id.error());
    }
}

std::string Keeper::place() const {
    if (!m_options.out.empty()) {
        return "in " + m_options.out;
    }
    return m_options.store.empty() ? "in the output above" : "in " + m_options.store;
}

Result<void> Keeper::finish(const ExperimentOutcome& outcome) {
    const std::string document = jsonText(experimentJson(outcome, m_options.items));
    if (m_session.json) {
        m_session.out << document << '\n';
    } else if (!outcome.runs.empty()) {
        printExperiment(outcome, m_session.out);
    }
    if (!m_options.out.empty()) {
        if (auto written = replaceFile(m_options.out, document + '\n'); !written) {
            return written;
        }
    }
    if (!m_options.report.empty() && !outcome.runs.empty()) {
        const Report report = reportOfExperiment(m_spec.name, outcome.runs);
        if (auto written = writeReport(m_options.report, report); !written) {
            return tl::unexpected(written.error());
        }
    }
    if (!m_storing) {
        return m_storing;
    }
    const std::size_t all = m_spec.runs.size() * m_spec.seeds.size();
    const std::string kept = std::to_string(outcome.runs.size()) + " of " + std::to_string(all) +
                             " runs are kept " + place();
    if (outcome.cancelled) {
        return fail(ErrorCode::Cancelled, "The experiment was stopped", m_options.spec, kept);
    }
    if (!outcome.failed.empty()) {
        const FailedRun& first = outcome.failed.front();
        return fail(first.error.code == ErrorCode::InvalidArgument ? ErrorCode::InvalidArgument
                                                                   : ErrorCode::Diverged,
                    first.error.what,
                    m_spec.runs[first.key.run].name + ", seed " + std::to_string(first.key.seed) +
                        (first.error.where.empty() ? "" : ", " + first.error.where),
                    first.error.remedy + (first.error.remedy.empty() ? "" : ". ") + kept);
    }
    return {};
}

Result<void> experiment(const ExperimentOptions& options, Session& session) {
    auto spec = readExperimentSpec(options.spec);
    if (!spec) {
        // A file that is wrong in itself is a failed input, not a wrong call.
        return tl::unexpected(spec.error());
    }
    if (options.seeds > 0) {
        takeSeeds(*spec, options.seeds);
    }
    const auto input = openExperiment(*spec);
    if (!input) {
        return tl::unexpected(input.error());
    }
    Keeper keeper(options, *spec, session);
    if (auto ready = keeper.open(*input); !ready) {
        return ready;
    }
    ThreadPool pool(options.threads);
    ExperimentCallbacks callbacks;
    callbacks.artifacts = !options.store.empty();
    callbacks.finished = [&keeper](const RunResult& result) { keeper.take(result); };
    callbacks.failed = [&](const RunKey& key, const Error& error) {
        session.err << warningPrefix << plainText(spec->runs[key.run].name) << ", seed " << key.seed
                    << " fails: " << plainText(error.what) << '\n';
    };
    const auto outcome = runExperiment(*spec, *input, callbacks,
                                       {&pool, progressBar(session, "experiment"), session.stop});
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    return keeper.finish(*outcome);
}

}  // namespace

void addExperimentVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand(
        "experiment", "Train and quantize by a file of runs: FP32, PTQ, QAT, LoRA, QLoRA");
    auto options = std::make_shared<ExperimentOptions>();
    verb->add_option("SPEC", options->spec, "The experiment, as JSON")->required();
    verb->add_option("--seeds", options->seeds, "How many seeds; those of the file come first")
        ->check(CLI::Range(std::size_t{1}, mostSeeds));
    addThreadOption(*verb, options->threads);
    verb->add_option("--out", options->out, "Write the JSON document here too");
    verb->add_option("--report", options->report,
                     "Write a report: .html (one file, printable), .md or .csv");
    verb->add_option("--store", options->store,
                     "Keep the runs, as they finish, in this file for the Trade-off page");
    verb->add_flag("--items", options->items,
                   "Say in the JSON document what each run got right of every test item");
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return experiment(*options, session); };
    });
}

}  // namespace zeropoint::cli
