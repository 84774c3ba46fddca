// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_output.h"

#include "app/cli/json_number.h"
#include "app/cli/json_text.h"
#include "app/cli/text_table.h"
#include "core/support/plain_text.h"

#include <ostream>
#include <string>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

Json names(const WeightFile& file, const std::vector<std::size_t>& indices) {
    Json list = Json::array();
    for (const std::size_t index : indices) {
        list.push_back(file.tensors()[index].name);
    }
    return list;
}

Json toJson(const ComparedPair& compared, const TensorInfo& a, const TensorInfo& b) {
    const PairReport& report = compared.report;
    const DifferenceSums none;
    const DifferenceSums& sums = report.failure ? none : report.sums;
    Json object = {{"a", a.name},
                   {"b", b.name},
                   {"shape", a.shape},
                   {"sqnr_db", jsonNumber(sums.sqnrDb())},
                   {"relative_error", jsonNumber(sums.relativeError())},
                   {"max_abs_error", jsonNumber(sums.maxAbsError())},
                   {"bits_per_weight_a", jsonNumber(report.bitsPerWeightA)},
                   {"bits_per_weight_b", jsonNumber(report.bitsPerWeightB)}};
    if (report.failure) {
        object["unreadable"] = report.failure->what;
    }
    return object;
}

void printNames(const char* title, const WeightFile& file, const std::vector<std::size_t>& indices,
                std::ostream& out) {
    if (indices.empty()) {
        return;
    }
    out << '\n' << title << ":\n";
    for (const std::size_t index : indices) {
        out << "  " << plainText(file.tensors()[index].name) << '\n';
    }
}

}  // namespace

void printComparedJson(const Compared& compared, std::ostream& out) {
    Json document = {{"tensors", Json::array()}};
    for (const ComparedPair& pair : compared.pairs) {
        document["tensors"].push_back(
            toJson(pair, infoOfA(compared.a, pair.pair), infoOfB(compared.b, pair.pair)));
    }
    document["only_in_a"] = names(compared.a.file(), compared.onlyInA);
    document["only_in_b"] = names(compared.b.file(), compared.onlyInB);
    document["total"] = {{"sqnr_db", jsonNumber(compared.totals.sums.sqnrDb())},
                         {"bytes_a", compared.totals.bytesA},
                         {"bytes_b", compared.totals.bytesB}};
    out << jsonText(document) << '\n';
}

void printComparedText(const Compared& compared, std::ostream& out) {
    TextTable table({{"A", TextTable::Align::Left},
                     {"B", TextTable::Align::Left},
                     {"shape", TextTable::Align::Left},
                     {"bits A"},
                     {"bits B"},
                     {"SQNR, dB"},
                     {"relative error"},
                     {"largest"}});
    const auto add = [&table](std::string a, std::string b, std::string shape, double bitsA,
                              double bitsB, const DifferenceSums& sums, bool failed) {
        const auto figure = [failed](double value) {
            return failed ? std::string("-") : shortNumber(value);
        };
        table.addRow({std::move(a), std::move(b), std::move(shape), shortNumber(bitsA),
                      shortNumber(bitsB), figure(sums.sqnrDb()), figure(sums.relativeError()),
                      figure(sums.maxAbsError())});
    };
    for (const ComparedPair& pair : compared.pairs) {
        const TensorInfo a = infoOfA(compared.a, pair.pair);
        const TensorInfo b = infoOfB(compared.b, pair.pair);
        add(a.name, a.name == b.name ? "same" : b.name, toString(a.shape),
            pair.report.bitsPerWeightA, pair.report.bitsPerWeightB, pair.report.sums,
            pair.report.failure.has_value());
    }
    const ComparisonTotals& totals = compared.totals;
    add("all", "", "", totals.bitsPerWeightA(), totals.bitsPerWeightB(), totals.sums, false);
    table.print(out);
    out << '\n'
        << totals.compared << " compared, " << totals.equal << " of them equal; " << totals.bytesA
        << " bytes in A, " << totals.bytesB << " in B\n";
    for (const ComparedPair& pair : compared.pairs) {
        if (pair.report.failure) {
            const std::string name = infoOfA(compared.a, pair.pair).name;
            out << "not compared: "
                << plainText((name.empty() ? "" : name + ": ") + pair.report.failure->what) << '\n';
        }
    }
    printNames("Only in A", compared.a.file(), compared.onlyInA, out);
    printNames("Only in B", compared.b.file(), compared.onlyInB, out);
}

}  // namespace zeropoint::cli
