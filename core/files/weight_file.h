// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// A file of weights, listed but not read: opening reads the headers alone, and values are decoded
/// to float32 when asked for. Immutable; may be used from several threads at once.
class WeightFile {
public:
    WeightFile(std::string path, FileContents contents);
    WeightFile(const WeightFile&) = delete;
    WeightFile& operator=(const WeightFile&) = delete;

    const std::string& path() const { return m_path; }
    /// "safetensors", "npy", "npz", "gguf", "pytorch", "onnx", "text".
    std::string_view formatName() const { return m_contents.format; }
    /// Keys and values that the file carries beside its tensors, in the file's order.
    const std::vector<std::pair<std::string, std::string>>& metadata() const {
        return m_contents.metadata;
    }
    /// What its reader remarked, in no certain order.
    const std::vector<FileNote>& notes() const { return m_contents.notes; }
    const std::vector<TensorInfo>& tensors() const { return m_infos; }
    /// By its name, or a packed weight by that of its codes.
    std::optional<std::size_t> find(std::string_view name) const;

    /// All values of a tensor. ErrorCode::Unsupported where the dtype has no decoder,
    /// ErrorCode::ReadFailed where the file has changed since it was opened.
    Result<Tensor> read(std::size_t index, const Execution& execution = {}) const;

    /// Values [first, first + out.size()) in row-major order: to stream over a tensor that need
    /// not fit into memory.
    Result<void> readValues(std::size_t index, std::uint64_t first, std::span<float> out) const;

    /// Where and how the values are stored, for writers that copy them unchanged.
    const StoredTensor& stored(std::size_t index) const { return m_contents.tensors[index]; }

private:
    /// Before anything is allocated for the values.
    Result<void> checkReadable(std::size_t index) const;

    std::string m_path;
    FileContents m_contents;
    std::vector<TensorInfo> m_infos;
    using Named = std::pair<std::string_view, std::size_t>;
    std::vector<Named> m_byName;  ///< names and indices of m_infos, ascending
};

/// Opens any file of weights; its format is recognised by its content, not by its name.
/// NotFound, ReadFailed; Malformed with the place where the file breaks its format's rules;
/// Unsupported for a format or dtype that is not read.
Result<std::shared_ptr<const WeightFile>> openWeightFile(const std::string& path,
                                                         const OpenOptions& options = {});

/// The same for bytes that another source holds.
Result<std::shared_ptr<const WeightFile>> openWeightBytes(std::shared_ptr<const ByteSource> source,
                                                          const OpenOptions& options = {});

}  // namespace zeropoint
