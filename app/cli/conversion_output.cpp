// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/conversion_output.h"

#include "app/cli/json_text.h"
#include "core/files/byte_source.h"
#include "core/support/plain_text.h"

#include <nlohmann/json.hpp>

#include <string>

namespace zeropoint::cli {
namespace {

std::string sentenceOf(const ConversionNote& note) {
    using Kind = ConversionNote::Kind;
    const std::string detail = plainText(note.detail);
    switch (note.kind) {
        case Kind::WiderType:
            return "warning: " + std::to_string(note.count) +
                   (note.count == 1 ? " weight has rows that do not fill the blocks and is"
                                    : " weights have rows that do not fill the blocks and are") +
                   " written as " + detail;
        case Kind::OwnNames:
            return "note: names and metadata are those of the source; programs that run GGUF files "
                   "look for theirs";
        case Kind::NoTokenizer:
            return "note: the file has no vocabulary (" + detail + "): it is fed by token ids";
        case Kind::NotCarried:
            return "warning: the model's " + detail + " is not carried over";
        case Kind::Approximated:
            return "note: programs that run this format compute " + detail;
        case Kind::Singles:
            return "warning: " + std::to_string(note.count) +
                   (note.count == 1 ? " tensor" : " tensors") +
                   " of integers or doubles written as float32, which keeps 24 bits of each; "
                   ".safetensors "
                   "and .npy hold 64 bits";
        case Kind::Infinite:
            return "warning: " + std::to_string(note.count) +
                   " infinite or beyond float32, written as infinite; .safetensors and .npy keep "
                   "float64";
        case Kind::Saturated:
            return "warning: " + std::to_string(note.count) +
                   " beyond F16 in weights whose rows do not fill the blocks, written as its "
                   "largest value, 65504";
    }
    return {};
}

}  // namespace

void printNotes(std::span<const ConversionNote> notes, std::ostream& err) {
    for (const ConversionNote& note : notes) {
        err << "zeropoint-cli: " << sentenceOf(note) << '\n';
    }
}

void printExport(const std::string& path, std::size_t tensors, const TrainedReport& report,
                 Session& session) {
    if (session.json) {
        nlohmann::ordered_json document = {{"written", path},
                                           {"tensors", tensors},
                                           {"bytes", report.bytes},
                                           {"quantized", report.weights},
                                           {"quantized_inputs", report.activations}};
        if (report.opset > 0) {
            document["opset"] = report.opset;
        }
        session.out << jsonText(document) << '\n';
        return;
    }
    session.out << plainText(path) << ": " << tensors << " parameters' tensors, " << report.weights
                << " of them quantized, " << report.activations << " quantized inputs, "
                << report.bytes << " bytes\n";
}

Result<QuantRecipe> readRecipe(const std::string& path) {
    constexpr std::uint64_t mostBytes = 16 << 20;
    const auto source = openFileBytes(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    if ((*source)->size() > mostBytes) {
        return fail(ErrorCode::TooLarge, "The file is larger than 16 MiB", path,
                    "Give a recipe as JSON");
    }
    return readBlock(**source, 0, (*source)->size(), "recipe").and_then([](const auto& bytes) {
        return quantRecipeFromJson({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    });
}

}  // namespace zeropoint::cli
