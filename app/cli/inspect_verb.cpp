// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plain_text.h"
#include "app/cli/verbs.h"
#include "core/files/weight_file.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>
#include <memory>
#include <string>
#include <vector>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

struct InspectOptions {
    std::vector<std::string> files;
};

Json toJson(const WeightFile& file) {
    Json tensors = Json::array();
    for (const TensorInfo& info : file.tensors()) {
        tensors.push_back({{"name", info.name},
                           {"dtype", info.dtypeText},
                           {"shape", info.shape},
                           {"bytes", info.bytes}});
    }
    return {{"file", file.path()}, {"format", file.formatName()}, {"tensors", std::move(tensors)}};
}

void printTable(const WeightFile& file, std::ostream& out) {
    std::size_t nameWidth = 4;
    for (const TensorInfo& info : file.tensors()) {
        nameWidth = std::max(nameWidth, plainText(info.name).size());
    }
    out << plainText(file.path()) << ": " << file.formatName() << ", " << file.tensors().size()
        << (file.tensors().size() == 1 ? " tensor\n" : " tensors\n");
    for (const TensorInfo& info : file.tensors()) {
        out << "  " << std::left << std::setw(static_cast<int>(nameWidth)) << plainText(info.name)
            << "  " << std::setw(8) << info.dtypeText << "  " << std::setw(16)
            << toString(info.shape) << std::right << std::setw(14) << info.bytes << '\n';
    }
}

Result<void> run(const InspectOptions& options, Session& session) {
    Json documents = Json::array();
    for (const std::string& path : options.files) {
        const auto file = openWeightFile(path);
        if (!file) {
            return tl::unexpected(file.error());
        }
        if (session.json) {
            documents.push_back(toJson(**file));
        } else {
            printTable(**file, session.out);
        }
    }
    if (session.json) {
        const Json& document = documents.size() == 1 ? documents.front() : documents;
        session.out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    }
    return {};
}

}  // namespace

void addInspectVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("inspect", "The tensors of a file");
    auto options = std::make_shared<InspectOptions>();
    verb->add_option("FILE", options->files, "Files of weights")->required();
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
