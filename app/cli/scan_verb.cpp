// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_number.h"
#include "app/cli/json_text.h"
#include "app/cli/open_limits.h"
#include "app/cli/place_to_write.h"
#include "app/cli/requantized.h"
#include "app/cli/scheme_list.h"
#include "app/cli/text_table.h"
#include "app/cli/thread_option.h"
#include "app/cli/verbs.h"
#include "app/cli/warnings.h"
#include "core/exchange/model_reports.h"
#include "core/files/weight_file.h"
#include "core/files/weight_rule.h"
#include "core/support/in_quotes.h"

#include <CLI/CLI.hpp>
#include <fnmatch.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;
using Reports = std::vector<ErrorReport>;

struct ScanOptions {
    std::string file;
    std::string schemes = "int8,int8/channel,int4/channel,int4/group:32,nf4/group:64,fp8-e4m3";
    std::string only;
    std::string report;
    std::shared_ptr<OpenOptions> limits;
    unsigned threads = 0;
};

struct ScannedTensor {
    const TensorInfo* info = nullptr;
    Reports reports;
};

struct Scanned {
    std::vector<ScannedTensor> tensors;
    Reports totals;
    std::vector<std::size_t> indices;  ///< of the tensors in the file
    std::size_t skipped = 0;           ///< tensors that are no weights (isWeight), or seen before
};

/// One tensor after the other: only one is in memory at a time.
Result<Scanned> scan(const WeightFile& file, const ScanOptions& options, SchemeScan& schemes,
                     const Execution& execution) {
    Scanned scanned;
    const Execution inner{execution.pool, {}, execution.stop};
    const std::size_t count = file.tensors().size();
    for (std::size_t i = 0; i < count; ++i) {
        const TensorInfo& info = file.tensors()[i];
        if (!options.only.empty() && fnmatch(options.only.c_str(), info.name.c_str(), 0) != 0) {
            continue;
        }
        if (!isWeight(file, i) || !info.shares.empty()) {  // tied bytes are scanned once
            ++scanned.skipped;
            continue;
        }
        const Result<Reports> reports = file.read(i, inner).and_then(
            [&](const Tensor& tensor) { return schemes.add(tensor, inner); });
        if (!reports) {
            return tl::unexpected(reports.error());
        }
        scanned.tensors.push_back({&info, *reports});
        scanned.indices.push_back(i);
        if (execution.progress) {
            execution.progress(static_cast<double>(i + 1) / static_cast<double>(count));
        }
    }
    scanned.totals = schemes.totals();
    return scanned;
}

Json toJson(const Reports& reports, const std::vector<NamedScheme>& schemes) {
    Json object = Json::object();
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        const ErrorReport& report = reports[i];
        object[schemes[i].name] = {{"sqnr_db", jsonNumber(report.sqnrDb)},
                                   {"mse", jsonNumber(report.mse)},
                                   {"max_abs_error", jsonNumber(report.maxAbsError)},
                                   {"bits_per_weight", jsonNumber(report.bitsPerWeight)},
                                   {"bytes", report.bytes}};
    }
    return object;
}

void printJson(const Scanned& scanned, const std::vector<NamedScheme>& schemes, std::ostream& out) {
    Json document = {{"tensors", Json::array()}};
    for (const ScannedTensor& tensor : scanned.tensors) {
        document["tensors"].push_back({{"name", tensor.info->name},
                                       {"shape", tensor.info->shape},
                                       {"schemes", toJson(tensor.reports, schemes)}});
    }
    document["total"] = toJson(scanned.totals, schemes);
    out << jsonText(document) << '\n';
}

/// One line a tensor with the SQNR of each scheme, then what the model costs in each.
void printText(const Scanned& scanned, const std::vector<NamedScheme>& schemes, std::ostream& out) {
    std::vector<TextTable::Column> columns = {{"SQNR, dB", TextTable::Align::Left},
                                              {"shape", TextTable::Align::Left}};
    for (const NamedScheme& scheme : schemes) {
        columns.push_back({scheme.name});
    }
    TextTable table(std::move(columns));
    const auto add = [&](const std::string& name, const std::string& shape, auto textOf,
                         const Reports& reports) {
        std::vector<std::string> cells = {name, shape};
        for (const ErrorReport& report : reports) {
            cells.push_back(textOf(report));
        }
        table.addRow(std::move(cells));
    };
    const auto decibels = [](const ErrorReport& report) { return shortNumber(report.sqnrDb); };
    for (const ScannedTensor& tensor : scanned.tensors) {
        add(tensor.info->name, toString(tensor.info->shape), decibels, tensor.reports);
    }
    add("all", "", decibels, scanned.totals);
    add(
        "bits per weight", "",
        [](const ErrorReport& report) { return shortNumber(report.bitsPerWeight); },
        scanned.totals);
    add(
        "bytes", "", [](const ErrorReport& report) { return std::to_string(report.bytes); },
        scanned.totals);
    table.print(out);
}

Result<void> writeScan(const ScanOptions& options, const Scanned& scanned,
                       const std::vector<NamedScheme>& schemes) {
    if (options.report.empty()) {
        return {};
    }
    std::vector<std::string> names;
    names.reserve(schemes.size());
    for (const NamedScheme& scheme : schemes) {
        names.push_back(scheme.name);
    }
    std::vector<ScanRow> rows;
    for (const ScannedTensor& tensor : scanned.tensors) {
        rows.push_back({tensor.info->name, tensor.info->shape, tensor.reports});
    }
    Report report = reportOfScan(options.file, names, rows, scanned.totals);
    addFileFacts(report, std::vector{options.file});
    return writeReport(options.report, report).map([](std::uint64_t) {});
}

Result<void> run(const ScanOptions& options, Session& session) {
    if (auto valid = checkReport(options.report, {options.file}); !valid) {
        return valid;
    }
    Result<std::vector<NamedScheme>> schemes = parseSchemes(options.schemes);
    if (!schemes) {
        return tl::unexpected(schemes.error());
    }
    OpenOptions open = *options.limits;
    open.stop = session.stop;
    const auto file = openWeightFile(options.file, open);
    if (!file) {
        return tl::unexpected(file.error());
    }
    ThreadPool pool(options.threads);
    const Execution execution{&pool, progressBar(session, "Scanning"), session.stop};
    SchemeScan scanner(std::move(*schemes));
    const Result<Scanned> scanned = scan(**file, options, scanner, execution);
    if (!scanned) {
        return tl::unexpected(scanned.error());
    }
    if (scanned->tensors.empty()) {
        return fail(ErrorCode::NotFound,
                    options.only.empty() ? "The file holds no tensor of weights"
                                         : "No weights are named like " + inQuotes(options.only),
                    options.file, "See 'zeropoint-cli inspect'");
    }
    sayRequantized(**file, scanned->indices, session.err);
    if (scanned->skipped > 0) {
        session.err << "zeropoint-cli: " << scanned->skipped
                    << (scanned->skipped == 1 ? " tensor holds" : " tensors hold")
                    << " no weights (biases, norms, integers, masks, unknown dtypes): left out, as "
                       "convert copies them\n";
    }
    warnAboutNotFinite(leftOutOf(scanned->totals.front()), session.err);
    warnAboutOverflow(
        std::ranges::any_of(scanned->totals,
                            [](const ErrorReport& total) { return overflows(total); }),
        session.err);
    if (session.json) {
        printJson(*scanned, scanner.schemes(), session.out);
    } else {
        printText(*scanned, scanner.schemes(), session.out);
    }
    return writeScan(options, *scanned, scanner.schemes());
}

}  // namespace

void addScanVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("scan", "Every weight of a model under every scheme");
    auto options = std::make_shared<ScanOptions>();
    verb->add_option("FILE", options->file, "A file of weights, or the folder of a model")
        ->required();
    verb->add_option("--schemes", options->schemes,
                     "Formats with settings behind slashes: int8,int4/group:32,nf4/group:64/"
                     "double:256,int8/channel/mse,q4_0");
    verb->add_option("--only", options->only, "Only tensors whose names match, such as '*.weight'");
    verb->add_option("--report", options->report,
                     "Write a report too: .html (one file, printable), .md or .csv");
    options->limits = addOpenLimits(*verb);
    addThreadOption(*verb, options->threads);
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
