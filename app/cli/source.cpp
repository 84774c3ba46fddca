// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/source.h"

#include "app/cli/requantized.h"
#include "core/files/over_source.h"
#include "core/files/weight_file.h"
#include "core/support/in_quotes.h"
#include "core/tensor/synthetic.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace zeropoint::cli {
namespace {

constexpr std::string_view syntheticPrefix = "synthetic:";

struct FileSource {
    std::string path;
    std::optional<std::string> tensor;
};

bool exists(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

FileSource splitSource(const std::string& text) {
    if (exists(text)) {
        return {text, std::nullopt};
    }
    for (std::size_t colon = text.rfind(':'); colon != std::string::npos && colon > 0;
         colon = text.rfind(':', colon - 1)) {
        if (exists(text.substr(0, colon))) {
            return {text.substr(0, colon), text.substr(colon + 1)};
        }
    }
    return {text, std::nullopt};
}

/// The first names of a file, for a message.
std::string someNames(const WeightFile& file) {
    constexpr std::size_t most = 5;
    std::string text;
    for (std::size_t i = 0; i < file.tensors().size() && i < most; ++i) {
        const std::string& name = file.tensors()[i].name;
        text += (i == 0 ? "" : ", ") + (name.empty() ? "one without a name" : name);
    }
    return text + (file.tensors().size() > most ? ", ..." : "");
}

Result<std::size_t> choose(const WeightFile& file, const std::optional<std::string>& name) {
    if (name) {
        if (const auto index = file.find(*name)) {
            return *index;
        }
        return fail(ErrorCode::NotFound, "There is no tensor " + inQuotes(*name), file.path(),
                    "The file holds " + someNames(file));
    }
    if (file.tensors().size() == 1) {
        return std::size_t{0};
    }
    return fail(ErrorCode::InvalidArgument,
                "The file holds " + std::to_string(file.tensors().size()) + " tensors", file.path(),
                file.tensors().empty() ? "Give a file that holds one"
                                       : "Name one as FILE:NAME: " + someNames(file));
}

}  // namespace

Result<void> checkNotOverSource(const std::string& text, const std::string& target) {
    if (text.starts_with(syntheticPrefix) || !exists(target)) {
        return {};
    }
    const auto file = openWeightFile(splitSource(text).path);
    return file ? checkNotOver(**file, target) : Result<void>();  // loadSource says why not
}

Result<Tensor> loadSource(const std::string& text, const Execution& execution, std::ostream* err,
                          const OpenOptions& limits) {
    if (text.starts_with(syntheticPrefix)) {
        const auto spec = parseSynthetic(std::string_view(text).substr(syntheticPrefix.size()));
        return spec ? generate(*spec, execution) : tl::unexpected(spec.error());
    }
    const FileSource source = splitSource(text);
    OpenOptions options = limits;
    options.stop = execution.stop;
    const auto file = openWeightFile(source.path, options);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto index = choose(**file, source.tensor);
    if (!index) {
        return tl::unexpected(index.error());
    }
    if (err != nullptr) {
        sayRequantized(**file, std::span(&*index, 1), *err);
    }
    return (*file)->read(*index, execution);
}

}  // namespace zeropoint::cli
