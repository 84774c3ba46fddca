// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf_tokenizer.h"

#include "core/exchange/json_file.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

/// llama.cpp's kinds of tokens.
enum TokenKind : std::int32_t {
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6,
};

constexpr std::string_view prefix = "tokenizer.ggml.";

std::string key(std::string_view name) {
    return std::string(prefix) + std::string(name);
}

bool isByteToken(std::string_view token) {
    return token.size() == 6 && token.starts_with("<0x") && token.ends_with('>');
}

bool flag(const Json& json, const char* name, bool otherwise) {
    const auto found = json.find(name);
    return found != json.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

std::string text(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json* child(const Json& json, const char* name) {
    const auto found = json.is_object() ? json.find(name) : json.end();
    return found == json.end() ? nullptr : &*found;
}

struct Vocabulary {
    std::vector<std::string> tokens;
    std::vector<std::int32_t> kinds;
};

bool setToken(Vocabulary& made, const Json& id, const std::string& token, TokenKind kind) {
    if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= made.tokens.size()) {
        return false;
    }
    made.tokens[id.get<std::size_t>()] = token;
    made.kinds[id.get<std::size_t>()] = kind;
    return true;
}

/// Every token at its id; ids without one are filled up. Nothing where an id has no row.
std::optional<Vocabulary> readVocabulary(const Json& tokenizer, const Json& model, std::size_t size,
                                         bool bytes) {
    Vocabulary made;
    made.kinds.assign(size, Unused);
    for (std::size_t id = 0; id < size; ++id) {
        made.tokens.push_back("[PAD" + std::to_string(id) + "]");
    }
    const Json* all = child(model, "vocab");
    if (all == nullptr || !all->is_object()) {
        return std::nullopt;
    }
    for (const auto& [token, id] : all->items()) {
        if (!setToken(made, id, token, bytes && isByteToken(token) ? Byte : Normal)) {
            return std::nullopt;
        }
    }
    const Json* added = child(tokenizer, "added_tokens");
    const std::string unknown = text(model, "unk_token");
    for (const Json& row : added != nullptr && added->is_array() ? *added : Json::array()) {
        const std::string token = text(row, "content");
        const TokenKind kind = token == unknown              ? Unknown
                               : flag(row, "special", false) ? Control
                                                             : UserDefined;
        const Json* id = child(row, "id");
        if (id == nullptr || !setToken(made, *id, token, kind)) {
            return std::nullopt;
        }
    }
    return made;
}

std::vector<float> scoresOf(const Vocabulary& vocabulary) {
    std::vector<float> scores(vocabulary.tokens.size(), 0.0F);
    float next = 0;
    for (std::size_t id = 0; id < scores.size(); ++id) {
        if (vocabulary.kinds[id] == Normal) {
            scores[id] = -next;
            ++next;
        }
    }
    return scores;
}

/// Newer files write a merge as a pair, older ones as a text with a space between.
std::optional<std::vector<std::string>> mergesOf(const Json& model) {
    const Json* all = child(model, "merges");
    if (all == nullptr || !all->is_array()) {
        return std::nullopt;
    }
    std::vector<std::string> merges;
    for (const Json& merge : *all) {
        const bool pair =
            merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string();
        if (!pair && !merge.is_string()) {
            return std::nullopt;
        }
        merges.push_back(pair ? merge[0].get<std::string>() + " " + merge[1].get<std::string>()
                              : merge.get<std::string>());
    }
    return merges;
}

/// Whether text is turned into 256 visible characters first: said by the pre-tokenizer, alone or
/// in a sequence.
bool isByteLevel(const Json& tokenizer) {
    const Json* pre = child(tokenizer, "pre_tokenizer");
    const Json* steps = pre == nullptr ? nullptr : child(*pre, "pretokenizers");
    if (pre != nullptr && text(*pre, "type") == "ByteLevel") {
        return true;
    }
    for (const Json& step : steps != nullptr && steps->is_array() ? *steps : Json::array()) {
        if (step.is_object() && text(step, "type") == "ByteLevel") {
            return true;
        }
    }
    return false;
}

/// The first of one or several ids.
std::optional<std::uint32_t> idOf(const Json& config, const char* name) {
    const Json* found = child(config, name);
    if (found != nullptr && found->is_array() && !found->empty()) {
        found = &found->front();
    }
    const bool number = found != nullptr && found->is_number_unsigned();
    return number ? std::optional(found->get<std::uint32_t>()) : std::nullopt;
}

void addIds(const Json& config, const Vocabulary& vocabulary, std::vector<GgufEntry>& entries) {
    if (const auto id = idOf(config, "bos_token_id")) {
        entries.push_back(ggufU32(key("bos_token_id"), *id));
    }
    if (const auto id = idOf(config, "eos_token_id")) {
        entries.push_back(ggufU32(key("eos_token_id"), *id));
    }
    for (std::size_t id = 0; id < vocabulary.kinds.size(); ++id) {
        if (vocabulary.kinds[id] == Unknown) {
            entries.push_back(ggufU32(key("unknown_token_id"), static_cast<std::uint32_t>(id)));
            break;
        }
    }
}

std::string whyNone(const std::optional<Json>& tokenizer, const Json* model) {
    if (!tokenizer) {
        return "there is no tokenizer.json beside the weights";
    }
    return model == nullptr || text(*model, "type") != "BPE"
               ? "its tokenizer is no byte-pair encoding"
               : "its tokenizer.json does not fit the model";
}

}  // namespace

void addTokenizer(const std::filesystem::path& folder, const Json& config, std::size_t vocabulary,
                  std::string_view byteTokenizer, std::vector<GgufEntry>& entries,
                  std::vector<ConversionNote>& notes) {
    const auto tokenizer = readJsonFile(folder / "tokenizer.json");
    const Json* model = tokenizer ? child(*tokenizer, "model") : nullptr;
    const bool pairs = model != nullptr && text(*model, "type") == "BPE";
    const bool bytes = pairs && flag(*model, "byte_fallback", false);
    const bool byteLevel = pairs && !bytes && isByteLevel(*tokenizer);
    const auto read =
        bytes || byteLevel ? readVocabulary(*tokenizer, *model, vocabulary, bytes) : std::nullopt;
    const auto merges = byteLevel ? mergesOf(*model) : std::nullopt;
    if (!read || (byteLevel && !merges)) {
        entries.push_back(ggufText(key("model"), "none"));
        notes.push_back({ConversionNote::Kind::NoTokenizer, 1, whyNone(tokenizer, model)});
        return;
    }
    entries.push_back(ggufText(key("model"), bytes ? "llama" : "gpt2"));
    entries.push_back(ggufText(key("pre"), bytes ? "default" : byteTokenizer));
    entries.push_back(ggufTexts(key("tokens"), read->tokens));
    if (bytes) {
        entries.push_back(ggufFloats(key("scores"), scoresOf(*read)));
    }
    entries.push_back(ggufIntegers(key("token_type"), read->kinds));
    if (merges) {
        entries.push_back(ggufTexts(key("merges"), *merges));
    }
    addIds(config, *read, entries);
    const Json settings = readJsonFile(folder / "tokenizer_config.json").value_or(Json::object());
    entries.push_back(ggufBool(key("add_bos_token"), flag(settings, "add_bos_token", bytes)));
    entries.push_back(ggufBool(key("add_eos_token"), flag(settings, "add_eos_token", false)));
    if (bytes) {
        entries.push_back(
            ggufBool(key("add_space_prefix"), flag(settings, "add_prefix_space", true)));
    }
}

}  // namespace zeropoint
