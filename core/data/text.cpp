// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text.h"

#include "core/data/text_file.h"
#include "core/support/random.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t testShare = 10;  // one part in ten
constexpr std::size_t grammarCharacters = 600'000;
constexpr std::uint64_t grammarSeed = 20;

}  // namespace

TransformerConfig Text::shaped(TransformerConfig config) const {
    config.input = InputKind::Tokens;
    config.vocabulary = m_alphabet.size();
    config.patchSize = 1;
    config.context = m_context;
    config.outputs = m_alphabet.size();
    config.causal = true;
    config.pooled = false;
    return config;
}

void Text::window(std::span<const std::int32_t> from, std::size_t start, std::size_t slot,
                  std::size_t ignored, BatchStorage& out) const {
    const auto tokens = from.subspan(start, m_context);
    const auto next = from.subspan(start + 1, m_context);
    const auto at = static_cast<std::ptrdiff_t>(slot * m_context);
    std::copy(tokens.begin(), tokens.end(), out.tokens.begin() + at);
    std::transform(next.begin(), next.end(), out.targets.begin() + at, [](std::int32_t symbol) {
        return symbol == Alphabet::unknown ? unknownTarget : symbol;
    });
    std::fill_n(out.targets.begin() + at, ignored, ignoredTarget);
}

void Text::trainingBatch(std::uint64_t seed, std::uint64_t step, std::size_t sequences,
                         BatchStorage& out) const {
    out.sequences = sequences;
    out.length = m_context;
    out.tokens.resize(sequences * m_context);
    out.targets.resize(sequences * m_context);
    for (std::size_t i = 0; i < sequences; ++i) {
        Random random(seed, step * sequences + i);
        window(m_training, random.below(m_training.size() - m_context), i, 0, out);
    }
}

std::size_t Text::heldOutSequences(HeldOut part) const {
    const std::size_t step = std::max<std::size_t>(1, m_context / 2);
    return (symbols(part).size() - 1 - m_context) / step + 1;
}

std::size_t Text::unknownTestCharacters() const {
    return static_cast<std::size_t>(std::count(m_test.begin(), m_test.end(), Alphabet::unknown));
}

void Text::heldOutBatch(HeldOut part, std::size_t begin, std::size_t count,
                        BatchStorage& out) const {
    const std::size_t step = std::max<std::size_t>(1, m_context / 2);
    out.sequences = count;
    out.length = m_context;
    out.tokens.resize(count * m_context);
    out.targets.resize(count * m_context);
    for (std::size_t i = 0; i < count; ++i) {
        window(symbols(part), (begin + i) * step, i, m_context - step, out);
    }
}

Result<std::shared_ptr<const Text>> makeText(std::string_view text, const std::string& where,
                                             std::size_t context, const Alphabet* alphabet) {
    auto data = std::make_shared<Text>();
    data->m_alphabet = alphabet != nullptr ? *alphabet : Alphabet::of(text);
    data->m_context = context;
    const std::vector<std::int32_t> symbols = data->m_alphabet.encode(text);
    const auto part = static_cast<std::ptrdiff_t>(symbols.size() / testShare);
    data->m_training.assign(symbols.begin(), symbols.end() - 2 * part);
    data->m_validation.assign(symbols.end() - 2 * part, symbols.end() - part);
    data->m_test.assign(symbols.end() - part, symbols.end());
    if (context == 0 || data->m_test.size() <= context) {
        return fail(ErrorCode::InvalidArgument,
                    "The text has " + std::to_string(symbols.size()) +
                        " characters; a context of " + std::to_string(context) + " needs " +
                        std::to_string((context + 1) * testShare),
                    where, "Choose a longer text or a shorter context");
    }
    const auto known = [](std::int32_t symbol) { return symbol != Alphabet::unknown; };
    if (std::ranges::none_of(data->m_validation, known) ||
        std::ranges::none_of(data->m_test, known)) {
        return fail(ErrorCode::InvalidArgument,
                    "The model's alphabet has none of the characters of this text", where,
                    "Train a new model on it");
    }
    return data;
}

Result<std::shared_ptr<const Text>> readText(const std::filesystem::path& file, std::size_t context,
                                             const Alphabet* alphabet) {
    const Result<std::string> text = readTextFile(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return makeText(*text, file.string(), context, alphabet);
}

std::shared_ptr<const Text> grammarText(Dialect dialect, std::size_t context) {
    const Grammar grammar = grammarOf(dialect);
    Random random(grammarSeed, static_cast<std::uint64_t>(dialect));
    std::string text;
    while (text.size() < grammarCharacters) {
        text += grammar.draw(grammarStart, random);
    }
    const Alphabet ascii;
    auto data = std::make_shared<Text>(
        **makeText(text, "grammar", std::min(context, grammarCharacters / testShare - 1), &ascii));
    data->m_knownEntropy = grammar.entropy(grammarStart) / grammar.expectedLength(grammarStart);
    return data;
}

}  // namespace zeropoint
