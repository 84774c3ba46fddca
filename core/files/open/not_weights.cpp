// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/open/open_contents.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <optional>
#include <string_view>

namespace zeropoint {
namespace {

namespace fs = std::filesystem;

/// A kind of file that is met in place of weights.
struct Stranger {
    std::string_view magic;
    std::size_t offset;
    std::string_view what;
    std::string_view remedy;
};

constexpr std::string_view exportIt =
    "Open the model that it was made of, or export it as safetensors, GGUF or ONNX";
constexpr std::string_view unpackIt = "Unpack it and open what is inside";
constexpr std::string_view convertIt = "Convert it with a current tool to GGUF";

constexpr std::array strangers = {
    Stranger{"\x89HDF\r\n\x1a\n", 0, "This is an HDF5 file (Keras weights), which is not read",
             exportIt},
    Stranger{"TFL3", 4, "This is a TensorFlow Lite model, which is not read", exportIt},
    Stranger{"ptrt", 0, "This is a TensorRT engine: compiled code, not weights", exportIt},
    Stranger{"ftrt", 0, "This is a TensorRT engine: compiled code, not weights", exportIt},
    Stranger{"lmgg", 0, "This is a ggml file from before GGUF, which is not read", convertIt},
    Stranger{"fmgg", 0, "This is a ggml file from before GGUF, which is not read", convertIt},
    Stranger{"tjgg", 0, "This is a ggml file from before GGUF, which is not read", convertIt},
    Stranger{"algg", 0, "This is a ggml adapter from before GGUF, which is not read", convertIt},
    Stranger{"\x1f\x8b", 0, "The file is packed with gzip", unpackIt},
    Stranger{"BZh", 0, "The file is packed with bzip2", unpackIt},
    Stranger{std::string_view("\xfd"
                              "7zXZ\0",
                              6),
             0, "The file is packed with xz", unpackIt},
    Stranger{"\x28\xb5\x2f\xfd", 0, "The file is packed with Zstandard", unpackIt},
    Stranger{"7z\xbc\xaf\x27\x1c", 0, "This is a 7-Zip archive", unpackIt},
    Stranger{"Rar!\x1a\x07", 0, "This is a RAR archive", unpackIt},
    Stranger{"%%MatrixMarket", 0, "This is a MatrixMarket file, which is not read",
             "Save the matrix as .npy, or as text with a row of numbers a line"},
    Stranger{"%PDF-", 0, "This is a PDF document, not weights", "Choose the model's file"},
    Stranger{"\x89PNG\r\n", 0, "This is a picture, not weights", "Choose the model's file"},
    Stranger{"\xff\xd8\xff", 0, "This is a picture, not weights", "Choose the model's file"},
    Stranger{"\x7f"
             "ELF",
             0, "This is a program, not weights", "Choose the model's file"},
};

/// Kinds that are told by their names alone, asked last.
struct Ending {
    std::string_view ending;
    std::string_view what;
};

constexpr std::array endings = {
    Ending{".msgpack", "This is a Flax checkpoint in msgpack, which is not read"},
    Ending{".mlmodel", "This is a Core ML model, which is not read"},
    Ending{".mlpackage", "This is a Core ML package, which is not read"},
    Ending{".engine", "This is a TensorRT engine: compiled code, not weights"},
    Ending{".plan", "This is a TensorRT engine: compiled code, not weights"},
    Ending{".tflite", "This is a TensorFlow Lite model, which is not read"},
    Ending{".h5", "This is a Keras file, which is not read"},
    Ending{".pb", "This is a TensorFlow graph, which is not read"},
};

Error stranger(std::string what, std::string_view remedy, const std::string& name) {
    return {ErrorCode::Unsupported, std::move(what), name, std::string(remedy)};
}

/// The size that a Git LFS pointer names: "oid sha256:... \nsize 548105171".
std::string pointerSize(std::string_view text) {
    const std::size_t at = text.find("\nsize ");
    std::string digits;
    for (std::size_t i = at == std::string_view::npos ? text.size() : at + 6;
         i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0; ++i) {
        digits += text[i];
    }
    return digits;
}

bool isPage(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), text.size()));
    std::string lower;
    for (const char c : text.substr(0, 16)) {
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return lower.starts_with("<!doctype") || lower.starts_with("<html") ||
           lower.starts_with("<head") || lower.starts_with("<?xml");
}

}  // namespace

std::optional<Error> lfsPointer(const FileHead& head, const ByteSource& source) {
    constexpr std::uint64_t mostPointerBytes = 1024;
    if (!head.startsWith("version https://git-lfs") || head.size > mostPointerBytes) {
        return std::nullopt;
    }
    const auto bytes = readBlock(source, 0, head.size, "pointer");
    const std::string_view text =
        bytes ? std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size())
              : std::string_view();
    const std::string size = pointerSize(text);
    return stranger("This is a Git LFS pointer in place of the file" +
                        (size.empty() ? std::string() : " of " + size + " bytes") +
                        ", which was not fetched",
                    "Run git lfs pull in its folder, or download the file itself", source.name());
}

std::optional<Error> notWeights(const FileHead& head, const std::string& name) {
    const std::string_view text(reinterpret_cast<const char*>(head.bytes.data()),
                                head.bytes.size());
    if (isPage(text)) {
        return stranger("This is a web page saved under the name, not weights",
                        "Download the file itself; the page may say what was missing (a login, a "
                        "licence)",
                        name);
    }
    for (const Stranger& row : strangers) {
        if (text.substr(std::min(row.offset, text.size())).starts_with(row.magic)) {
            return stranger(std::string(row.what), row.remedy, name);
        }
    }
    return std::nullopt;
}

std::optional<Error> textInPlace(const std::string& name) {
    constexpr std::array weights = {".safetensors", ".bin",  ".pt",  ".pth", ".ckpt",
                                    ".gguf",        ".onnx", ".npy", ".npz"};
    return std::ranges::any_of(weights, [&](std::string_view each) { return name.ends_with(each); })
               ? std::optional(stranger(
                     "This is text in place of the weights that the name promises: perhaps what a "
                     "server answered when it did not send the file",
                     "Open it in a text editor to see what was missing (a login, a licence), and "
                     "download the file again",
                     name))
               : std::nullopt;
}

std::optional<Error> notWeightsByName(const std::string& name) {
    const auto found = std::ranges::find_if(
        endings, [&](const Ending& row) { return name.ends_with(row.ending); });
    return found == endings.end()
               ? std::nullopt
               : std::optional(stranger(std::string(found->what), exportIt, name));
}

std::optional<Error> notWeightsFolder(const std::string& path) {
    const fs::path folder = fs::path(path) / "";  // with one slash at the end
    std::error_code ignored;
    return fs::exists(folder / "saved_model.pb", ignored)
               ? std::optional(
                     stranger("This is a TensorFlow SavedModel, which is not read", exportIt, path))
               : notWeightsByName(folder.parent_path().string());
}

}  // namespace zeropoint
