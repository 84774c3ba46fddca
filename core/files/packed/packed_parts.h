// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/codes/grid_of_tensors.h"
#include "core/files/packed/quant_config.h"
#include "core/files/stored_tensor.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zeropoint {

/// The tensors of a file by name, and which of them packed weights have taken.
class PackedParts {
public:
    PackedParts(const FileContents& contents, const QuantConfig& config);

    const QuantConfig& config() const { return m_config; }
    /// Null when it is not there or taken already.
    const StoredTensor* find(const std::string& name) const;
    const std::shared_ptr<GridKeeper>& keeper() const { return m_keeper; }
    std::string_view format() const { return m_contents.format; }
    /// The value that a file carries beside its tensors; nothing when it does not.
    std::optional<std::string> metadata(const std::string& key) const;

    void take(const std::string& name);
    bool isTaken(std::size_t index) const { return m_taken[index]; }

private:
    const FileContents& m_contents;
    const QuantConfig& m_config;
    std::unordered_map<std::string_view, std::size_t> m_byName;
    std::unordered_map<std::string_view, std::string_view> m_metadata;
    std::vector<bool> m_taken;
    std::shared_ptr<GridKeeper> m_keeper = makeGridKeeper();
};

/// A weight on its way: what is known of it is filled in step by step, and the first thing that
/// does not fit is the reason why it is listed without values.
struct PackedDraft {
    std::string name;
    Shape shape;
    PackedWeight packed;
    CodedWeight weight;
    std::vector<const StoredTensor*> parts;  ///< codes first
    std::string problem;
    bool guessed = false;  ///< bits and group are what they mostly are: nothing says them

    /// Notes the first thing that does not fit; returns `fits`.
    bool check(bool fits, const char* what) {
        if (!fits && problem.empty()) {
            problem = what;
        }
        return fits;
    }
    void add(const StoredTensor* part) {
        if (part != nullptr) {
            parts.push_back(part);
            packed.parts.push_back(part->info.name);
        }
    }
    /// Points the codes to a part, whose bytes they must fill exactly.
    void codesIn(const StoredTensor& part);
};

/// A draft as a tensor: with values, or with its problem.
StoredTensor finish(PackedDraft draft, const PackedParts& parts);

/// Whether the elements stand in row-major order as the bytes of the format.
bool isPlainOf(const StoredTensor* tensor, std::initializer_list<DType> dtypes);

/// Numbers of a small tensor, read while the file is opened; empty when they cannot be read or are
/// more than `most`.
std::vector<float> smallValues(const StoredTensor* tensor, std::int64_t most);

/// One recogniser for each family: `name` is the tensor that makes the weight known. Nothing when
/// it is not theirs.
std::optional<PackedDraft> recogniseGptq(const std::string& name, const PackedParts& parts);
std::optional<PackedDraft> recogniseBitsandbytes(const std::string& name, const PackedParts& parts);
std::optional<PackedDraft> recogniseCompressed(const std::string& name, const PackedParts& parts);
std::optional<PackedDraft> recogniseScaled(const std::string& name, const PackedParts& parts);
std::optional<PackedDraft> recogniseMicroscaled(const std::string& name, const PackedParts& parts);
std::optional<PackedDraft> recogniseMlx(const std::string& name, const PackedParts& parts);
std::optional<PackedDraft> recogniseHqq(const std::string& name, const PackedParts& parts);

}  // namespace zeropoint
