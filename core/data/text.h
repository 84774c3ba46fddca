// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/alphabet.h"
#include "core/data/dataset.h"
#include "core/data/grammar.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// A text to continue, character by character. Training windows begin anywhere in the first 80 %;
/// the tenth after it is the validation part, the last one the test part. Their windows walk in
/// half steps, and only the second half is scored, so that every scored character has at least half
/// a window before it. Characters that the alphabet lacks are scored as wrong whatever the model
/// says, and nothing is learned from them.
class Text : public Dataset {
public:
    std::string name() const override { return "text"; }
    TransformerConfig shaped(TransformerConfig config) const override;
    void trainingBatch(std::uint64_t seed, std::uint64_t step, std::size_t sequences,
                       BatchStorage& out) const override;
    std::size_t heldOutSequences(HeldOut part) const override;
    void heldOutBatch(HeldOut part, std::size_t begin, std::size_t count,
                      BatchStorage& out) const override;

    const Alphabet& alphabet() const { return m_alphabet; }
    /// Nats per character that the best possible model is left with; known for the grammars only.
    std::optional<double> knownEntropy() const { return m_knownEntropy; }
    std::size_t trainingCharacters() const { return m_training.size(); }
    std::size_t testCharacters() const { return m_test.size(); }
    /// Characters of the test part that the alphabet lacks.
    std::size_t unknownTestCharacters() const;

private:
    friend Result<std::shared_ptr<const Text>> makeText(std::string_view, const std::string&,
                                                        std::size_t, const Alphabet*);
    friend std::shared_ptr<const Text> grammarText(Dialect, std::size_t);
    void window(std::span<const std::int32_t> from, std::size_t start, std::size_t slot,
                std::size_t ignored, BatchStorage& out) const;
    const std::vector<std::int32_t>& symbols(HeldOut part) const {
        return part == HeldOut::Test ? m_test : m_validation;
    }

    Alphabet m_alphabet;
    std::vector<std::int32_t> m_training;
    std::vector<std::int32_t> m_validation;
    std::vector<std::int32_t> m_test;
    std::size_t m_context = 0;
    std::optional<double> m_knownEntropy;
};

/// About 600,000 characters of a dialect, the same on every machine. `context`: at least 1.
std::shared_ptr<const Text> grammarText(Dialect dialect, std::size_t context);

/// Any text. `alphabet`: of the model that shall read it; null: the text's own. Fails when a
/// held-out part is shorter than a window, or has no character that the alphabet knows. `where`
/// names the text in errors.
Result<std::shared_ptr<const Text>> makeText(std::string_view text, const std::string& where,
                                             std::size_t context,
                                             const Alphabet* alphabet = nullptr);
Result<std::shared_ptr<const Text>> readText(const std::filesystem::path& file, std::size_t context,
                                             const Alphabet* alphabet = nullptr);

}  // namespace zeropoint
