// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_output.h"
#include "app/cli/place_to_write.h"
#include "app/cli/thread_option.h"
#include "app/cli/verbs.h"
#include "app/cli/warnings.h"
#include "core/comparison/name_map.h"
#include "core/exchange/model_reports.h"
#include "core/support/in_quotes.h"

#include <CLI/CLI.hpp>
#include <fnmatch.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <ostream>
#include <string>
#include <utility>

namespace zeropoint::cli {
namespace {

struct CompareOptions {
    std::string a;
    std::string b;
    std::string map;
    std::string only;
    std::string report;
    std::string sort = "sqnr";
    unsigned threads = 0;
};

Result<ModelSide> open(const std::string& path, const Session& session) {
    OpenOptions options;
    options.stop = session.stop;
    return openWeightFile(path, options).map([](std::shared_ptr<const WeightFile> file) {
        return ModelSide(std::move(file));
    });
}

Result<Pairing> pairUp(const ModelSide& a, const ModelSide& b, const CompareOptions& options) {
    NameMap map;
    if (!options.map.empty()) {
        auto read = readNameMap(options.map);
        if (!read) {
            return tl::unexpected(read.error());
        }
        map = std::move(*read);
    }
    const NameFilter filter = [&options](const std::string& name) {
        return options.only.empty() || fnmatch(options.only.c_str(), name.c_str(), 0) == 0;
    };
    auto pairing = pairTensors(a, b, map, filter);
    if (pairing && pairing->pairs.empty()) {
        return options.only.empty()
                   ? fail(ErrorCode::NotFound, "No tensor of A has a partner in B",
                          options.a + " and " + options.b, "Give the pairs with --map FILE")
                   : fail(ErrorCode::NotFound,
                          "No tensor named like " + inQuotes(options.only) + " has a partner in B",
                          options.a, "See 'zeropoint-cli inspect'");
    }
    return pairing;
}

/// Worst first, largest first or by A's names; what was not compared comes last.
void sortPairs(Compared& compared, const std::string& by) {
    const auto name = [&compared](const ComparedPair& pair) -> std::string {
        return infoOfA(compared.a, pair.pair).name;
    };
    const auto key = [&by](const ComparedPair& pair) {
        if (by == "size") {
            return -static_cast<double>(pair.report.bytesA);
        }
        const double sqnr = pair.report.sums.sqnrDb();
        const bool none = pair.report.failure || std::isnan(sqnr);
        return none ? std::numeric_limits<double>::max()
                    : std::min(sqnr, std::numeric_limits<double>::max() / 2);
    };
    std::ranges::stable_sort(compared.pairs, [&](const ComparedPair& x, const ComparedPair& y) {
        return by == "name" ? name(x) < name(y) : key(x) < key(y);
    });
}

void warn(const Compared& compared, std::ostream& err) {
    const DifferenceSums& sums = compared.totals.sums;
    if (sums.leftOut > 0) {
        err << warningPrefix << "not finite and left out of the figures: " << sums.leftOut
            << (sums.leftOut == 1 ? " value of A" : " values of A")
            << (sums.count == 0 ? "; no value is left, so the figures are undefined\n" : "\n");
    }
    if (sums.count > 0 && !std::isfinite(sums.error)) {
        err << warningPrefix
            << "values of B are NaN or infinite where those of A are not, an error without end\n";
    }
    const auto byShape = std::ranges::count_if(
        compared.pairs, [](const ComparedPair& pair) { return pair.pair.by == MatchedBy::Shape; });
    if (byShape > 0) {
        err << warningPrefix << byShape
            << (byShape == 1 ? " tensor was paired by its shape alone\n"
                             : " tensors were paired by their shapes alone\n");
    }
    const std::size_t all = compared.pairs.size() + compared.onlyInA.size();
    if (compared.pairs.size() * 2 < all) {
        err << warningPrefix << "only " << compared.pairs.size() << " of " << all
            << " tensors of A have a partner in B: are they files of one model?\n";
    }
    if (compared.totals.failed > 0) {
        err << warningPrefix << compared.totals.failed
            << (compared.totals.failed == 1 ? " pair was" : " pairs were")
            << " not compared; the reason stands beside each\n";
    }
}

Result<void> writeComparison(const CompareOptions& options, const Compared& compared) {
    if (options.report.empty()) {
        return {};
    }
    const std::vector<TensorInfo>& a = compared.a.file().tensors();
    const std::vector<TensorInfo>& b = compared.b.file().tensors();
    std::vector<ComparedRow> rows;
    for (const ComparedPair& pair : compared.pairs) {
        const TensorInfo first = infoOfA(compared.a, pair.pair);
        rows.push_back(
            {first.name, infoOfB(compared.b, pair.pair).name, first.shape, &pair.report});
    }
    const auto namesOf = [](const std::vector<TensorInfo>& all,
                            const std::vector<std::size_t>& indices) {
        std::vector<std::string> names;
        names.reserve(indices.size());
        for (const std::size_t index : indices) {
            names.push_back(all[index].name);
        }
        return names;
    };
    Report report = reportOfComparison(options.a, options.b, rows, compared.totals,
                                       namesOf(a, compared.onlyInA), namesOf(b, compared.onlyInB));
    addFileFacts(report, std::vector{options.a, options.b});
    return writeReport(options.report, report).map([](std::uint64_t) {});
}

Result<void> run(const CompareOptions& options, Session& session) {
    if (auto valid = checkReport(options.report, {options.a, options.b, options.map}); !valid) {
        return valid;
    }
    const auto a = open(options.a, session);
    if (!a) {
        return tl::unexpected(a.error());
    }
    const auto b = open(options.b, session);
    if (!b) {
        return tl::unexpected(b.error());
    }
    const auto pairing = pairUp(*a, *b, options);
    if (!pairing) {
        return tl::unexpected(pairing.error());
    }
    Compared compared{*a, *b, {}, pairing->onlyInA, pairing->onlyInB, {}};
    std::optional<Error> unread;
    ThreadPool pool(options.threads);
    const auto take = [&](std::size_t index, const PairReport& report) {
        const TensorPair& pair = pairing->pairs[index];
        compared.pairs.push_back({pair, report});
        compared.totals.add(report, infoOfA(*a, pair));
        if (report.failure && pair.whyNot.empty() && !unread) {
            unread = report.failure;
        }
    };
    const auto done = comparePairs(*a, *b, pairing->pairs, take,
                                   {&pool, progressBar(session, "Comparing"), session.stop});
    if (!done) {
        return done;
    }
    sortPairs(compared, options.sort);
    warn(compared, session.err);
    (session.json ? printComparedJson : printComparedText)(compared, session.out);
    if (auto written = writeComparison(options, compared); !written) {
        return written;
    }
    if (unread) {
        return tl::unexpected(*unread);
    }
    return compared.totals.compared > 0
               ? Result<void>()
               : fail(ErrorCode::NotFound, "Nothing of the two files could be compared", options.b,
                      "Give two files of one model, or pairs of your own with --map");
}

}  // namespace

void addCompareVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("compare", "Two files of one model, tensor by tensor");
    auto options = std::make_shared<CompareOptions>();
    verb->add_option("A", options->a, "The reference: a file of weights, or the folder of a model")
        ->required();
    verb->add_option("B", options->b, "The other file of the same model")->required();
    verb->add_option("--map", options->map,
                     R"(Own pairs of names, a JSON file: {"name in a": "name in b"})");
    verb->add_option("--only", options->only,
                     "Only tensors whose names in A match, such as '*q_proj*'");
    verb->add_option("--sort", options->sort, "sqnr (worst first), size (largest first) or name")
        ->check(CLI::IsMember({"sqnr", "size", "name"}));
    verb->add_option("--report", options->report,
                     "Write a report too: .html (one file, printable), .md or .csv");
    addThreadOption(*verb, options->threads);
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
