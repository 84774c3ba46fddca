// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/known_names.h"
#include "core/files/matrix_layout.h"
#include "core/files/weight_file.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace zeropoint {

/// One of two files that are compared, and what its names and metadata tell about how its
/// tensors are laid out. Cheap to copy.
class ModelSide {
public:
    explicit ModelSide(std::shared_ptr<const WeightFile> file);

    const WeightFile& file() const { return *m_file; }
    Spelling spelling() const { return m_names.spelling; }

    /// GGUF's name for a tensor; empty when it is not known.
    std::string canonical(std::size_t index) const;

    /// Whether q and k have the two halves of each head's rotation side by side, row by row, as
    /// llama.cpp's converter writes them and Meta's own files have them. In Hugging Face's files
    /// the halves follow each other.
    bool interleavesHeads() const { return m_interleaved; }
    /// Whether it has 1 added to the norms that the model multiplies by 1 + w (GGUFs of Gemma).
    bool addsOneToNorms() const { return m_onePlus; }
    /// As core/files/matrix_layout.h has it.
    bool inputsFirst(std::size_t index) const;

    /// Attention heads of the queries and of the keys; nothing when the file does not say.
    std::optional<std::int64_t> heads() const { return m_heads; }
    std::optional<std::int64_t> kvHeads() const { return m_kvHeads; }

private:
    void readGgufMetadata();
    void readConfig();

    std::shared_ptr<const WeightFile> m_file;
    NameContext m_names;
    MatrixLayout m_layout;
    bool m_interleaved = false;
    bool m_onePlus = false;
    std::optional<std::int64_t> m_heads;
    std::optional<std::int64_t> m_kvHeads;
};

}  // namespace zeropoint
