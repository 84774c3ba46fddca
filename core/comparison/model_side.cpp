// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/model_side.h"

#include "core/files/model_config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace zeropoint {
namespace {

/// Architectures whose q and k llama.cpp's converter reorders (LlamaModel.permute and the classes
/// that use it); Qwen, Gemma, Phi and GPT-2 are rotated by halves there too.
constexpr std::array interleaved = {"llama",  "granite", "granitemoe", "minicpm", "deci",
                                    "xverse", "olmo",    "arcee",      "smollm3"};
/// Architectures to whose norms it adds 1.
constexpr std::array onePlus = {"gemma", "gemma2", "gemma3", "gemma-embedding"};

bool anyName(const WeightFile& file, std::string_view part) {
    return std::ranges::any_of(file.tensors(), [part](const TensorInfo& info) {
        return info.name.find(part) != std::string::npos;
    });
}

Spelling spellingOf(const WeightFile& file) {
    if (file.formatName() == "gguf" || anyName(file, "blk.0.")) {
        return Spelling::Gguf;
    }
    return anyName(file, ".attention.wq.") ? Spelling::Meta : Spelling::HuggingFace;
}

std::string_view metadata(const WeightFile& file, std::string_view key) {
    const auto& all = file.metadata();
    const auto found =
        std::ranges::find_if(all, [key](const auto& entry) { return entry.first == key; });
    return found == all.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && value > 0;
    return whole ? std::optional(value) : std::nullopt;
}

}  // namespace

ModelSide::ModelSide(std::shared_ptr<const WeightFile> file)
    : m_file(std::move(file)), m_layout(*m_file) {
    m_names.spelling = spellingOf(*m_file);
    m_names.sandwichNorms = anyName(*m_file, "post_feedforward_layernorm");
    m_interleaved = m_names.spelling == Spelling::Meta;
    if (m_names.spelling == Spelling::Gguf) {
        readGgufMetadata();
    } else {
        readConfig();
    }
}

void ModelSide::readGgufMetadata() {
    const std::string architecture(metadata(*m_file, "general.architecture"));
    m_interleaved = std::ranges::find(interleaved, architecture) != interleaved.end();
    m_onePlus = std::ranges::find(onePlus, architecture) != onePlus.end();
    m_heads = wholeNumber(metadata(*m_file, architecture + ".attention.head_count"));
    const std::string_view kvHeads = metadata(*m_file, architecture + ".attention.head_count_kv");
    m_kvHeads = kvHeads.empty() ? m_heads : wholeNumber(kvHeads);
}

void ModelSide::readConfig() {
    std::error_code error;
    const std::filesystem::path path(m_file->path());
    const bool folder = std::filesystem::is_directory(path, error);
    const auto config =
        readModelConfig((folder ? path : path.parent_path() / "config.json").string());
    if (config) {
        m_heads = config->heads;
        m_kvHeads = config->kvHeads;
    }
}

std::string ModelSide::canonical(std::size_t index) const {
    return canonicalName(m_file->tensors()[index].name, m_names);
}

bool ModelSide::inputsFirst(std::size_t index) const {
    return m_layout.inputsFirst(m_file->tensors()[index]);
}

}  // namespace zeropoint
