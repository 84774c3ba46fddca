// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/trained_vocabulary.h"

#include <array>
#include <optional>

namespace zeropoint {
namespace {

constexpr std::int32_t normal = 1;
constexpr std::int32_t control = 3;
constexpr std::int32_t userDefined = 4;

bool isVisible(int byte) {
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

std::string utf8Of(int character) {  // below U+0800
    if (character < 0x80) {
        return std::string(1, static_cast<char>(character));
    }
    return {static_cast<char>(0xC0 | character >> 6), static_cast<char>(0x80 | (character & 0x3F))};
}

std::array<std::string, 256> byteCharacters() {
    std::array<std::string, 256> all;
    int hidden = 0;
    for (int byte = 0; byte < 256; ++byte) {
        all[static_cast<std::size_t>(byte)] = utf8Of(isVisible(byte) ? byte : 0x100 + hidden);
        hidden += isVisible(byte) ? 0 : 1;
    }
    return all;
}

struct Tokens {
    std::vector<std::string> texts;
    std::vector<std::int32_t> kinds;
    std::vector<std::string> merges;
};

/// A character of several bytes is put together one byte after another.
void addCharacter(Tokens& tokens, const std::string& character) {
    std::string joined;
    for (const std::string& byte : visibleBytes(character)) {
        if (!joined.empty()) {
            tokens.merges.push_back(joined + " " + byte);
        }
        joined += byte;
    }
    tokens.texts.push_back(joined);
    tokens.kinds.push_back(normal);
}

std::string numbered(std::size_t id) {
    std::string text(1, '[');
    text += std::to_string(id);
    text += ']';
    return text;
}

Tokens tokensOf(const std::optional<Alphabet>& alphabet, std::size_t vocabulary) {
    Tokens tokens;
    for (std::size_t id = 0; id < vocabulary; ++id) {
        const auto symbol = static_cast<std::int32_t>(id);
        const bool known = alphabet && id < alphabet->size();
        if (known && symbol != Alphabet::unknown) {
            addCharacter(tokens, alphabet->decode(std::span(&symbol, 1)));
            continue;
        }
        tokens.texts.push_back(known ? std::string("<unknown>") : numbered(id));
        tokens.kinds.push_back(known ? control : userDefined);
    }
    return tokens;
}

}  // namespace

std::vector<std::string> visibleBytes(std::string_view text) {
    static const std::array<std::string, 256> characters = byteCharacters();
    std::vector<std::string> visible;
    for (const char byte : text) {
        visible.push_back(characters[static_cast<unsigned char>(byte)]);
    }
    return visible;
}

std::vector<GgufEntry> vocabularyOf(const TaskSpec& task, std::size_t vocabulary) {
    const bool text = task.kind == TaskKind::Text;
    const auto alphabet = text ? std::optional(task.alphabet.value_or(Alphabet())) : std::nullopt;
    const Tokens tokens = tokensOf(alphabet, vocabulary);
    const auto end = static_cast<std::uint32_t>(text ? Alphabet::unknown : vocabulary - 1);
    return {ggufText("tokenizer.ggml.model", "gpt2"),
            ggufText("tokenizer.ggml.pre", "gpt-2"),
            ggufTexts("tokenizer.ggml.tokens", tokens.texts),
            ggufIntegers("tokenizer.ggml.token_type", tokens.kinds),
            ggufTexts("tokenizer.ggml.merges", tokens.merges),
            ggufU32("tokenizer.ggml.bos_token_id", end),
            ggufU32("tokenizer.ggml.eos_token_id", end),
            ggufBool("tokenizer.ggml.add_bos_token", false),
            ggufBool("tokenizer.ggml.add_eos_token", false)};
}

}  // namespace zeropoint
