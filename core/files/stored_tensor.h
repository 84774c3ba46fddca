// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"
#include "core/files/packed_values.h"
#include "core/numerics/block_format.h"
#include "core/tensor/dtype.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// What a tensor is to the model that its file holds.
enum class TensorRole {
    Weight,
    Buffer,     ///< kept beside the parameters and not trained: running means, counters
    Optimizer,  ///< moments and steps of a training run
    Average,    ///< a second copy of the weights, averaged over training (EMA)
    Companion,  ///< scales, zero points and tables that belong to a packed weight
};

/// What is known of a weight that is stored quantized: as one logical tensor with the shape of the
/// values, however many stored tensors it takes.
struct PackedWeight {
    std::string by;          ///< who packed it: "gptq", "awq", "bitsandbytes", ...
    std::string format;      ///< of the codes: "int4", "nf4", "mxfp4", "fp8-e4m3"
    std::int64_t group = 0;  ///< values that share a scale; 0: not along the rows (channel, tensor)
    std::string scales;      ///< what shares a scale, in words: "group of 128", "row", "tensor"
    std::string rule;        ///< how a value comes of its code: "scale * (code - zero)"
    bool zeroPoints = false;
    std::vector<std::string> parts;  ///< names of the stored tensors, codes first
};

/// What a file tells of one tensor without its values being read.
struct TensorInfo {
    std::string name;  ///< any text: show it as plain text, never use it as a path
    DType dtype = DType::Unknown;
    std::string dtypeText{};  ///< "F32", "BF16"; for blocks and others the file's own word ("Q4_K")
    Shape shape{};
    std::uint64_t bytes = 0;   ///< that the values take in the file (inflated, in an archive)
    std::uint64_t offset = 0;  ///< of the first value in its source
    TensorRole role = TensorRole::Weight;
    std::string shares{};  ///< name of the earlier tensor that has the same bytes; empty: its own
    std::uint64_t storageBytes = 0;  ///< of the larger storage that it is cut out of; 0: not cut
    std::shared_ptr<const PackedWeight> packed{};  ///< null: stored as it is

    std::int64_t elements() const { return elementCount(shape); }
    /// Bits that a value takes with everything that belongs to it; 0 without values.
    double bitsPerWeight() const;
};

enum class ByteOrder { Little, Big };

/// A tensor's place: where its bytes are and how elements follow each other.
struct StoredTensor {
    TensorInfo info;
    std::shared_ptr<const ByteSource> source;
    ByteOrder order = ByteOrder::Little;
    /// Elements between neighbours along each dimension, not negative; empty: row-major.
    std::vector<std::int64_t> strides;
    /// Not null: the values stand in blocks of this format along the last dimension.
    const BlockFormat* block = nullptr;
    /// Not null: the values are made of codes and companions by this, and by nothing above; or of
    /// places and values (sparse tensors), which are no codes: see hasPackedCodes().
    std::shared_ptr<const PackedValues> packed{};
    /// The values are those of the bytes with their signs turned (PyTorch's negative bit).
    bool negated = false;
    /// Not empty: the values cannot be read, for this reason (they are listed all the same).
    std::string unreadable;

    /// Whether the elements can be copied as they are: the bytes are the values.
    bool isPlain() const {
        return unreadable.empty() && block == nullptr && packed == nullptr && !negated;
    }
    /// Whether `packed` has codes and a grid: only then does `info` say how it is packed.
    bool hasPackedCodes() const { return packed != nullptr && info.packed != nullptr; }
};

/// Limits that a user may raise for files that are trusted.
struct OpenOptions {
    /// Of one member of an archive, inflated.
    std::uint64_t mostInflatedBytes = std::uint64_t{4} << 30;
    /// Ends the opening with ErrorCode::Cancelled.
    std::stop_token stop{};
};

/// What a reader passed over or took for something: its own remark, which the file does not say of
/// itself and which no file that is made of this one carries.
struct FileNote {
    enum class Kind {
        IndexColumn,     ///< of a table of text: the first column has no title and is left out
        ForeignClasses,  ///< of a pickle: the code of these classes is not run
        GuessedGroups,   ///< of packed weights: bits and groups are likely, but said nowhere
        UnreadConfig,    ///< the model's configuration is beside it and cannot be read
        TensorCount,     ///< of a model in parts: they hold another number of tensors than it says
    };
    Kind kind = Kind::IndexColumn;
    /// Any text. ForeignClasses, GuessedGroups: names, parted by ", "; UnreadConfig: the name of
    /// the file; TensorCount: how many it says.
    std::string detail{};

    bool operator==(const FileNote&) const = default;
};

/// What a format's reader finds. Readers check every offset and length against the source before
/// they return, so that reading values later can fail only when the file changes.
struct FileContents {
    std::string_view format;
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<StoredTensor> tensors;
    std::vector<FileNote> notes{};
};

/// Why the values of a tensor are not read: its own reason, or its type; empty when they are.
std::string whyNotRead(const StoredTensor& tensor);

/// ErrorCode::Unsupported for a tensor that whyNotRead() gives a reason for.
tl::unexpected<Error> notRead(const StoredTensor& tensor, std::string where);

/// A tensor that is listed with what is known of it and the reason why its values are not read.
StoredTensor unreadableTensor(std::string name, std::string reason);

/// Why the counts that a file claims for a tensor are not believed; empty when they are. The one
/// place where they are checked: whoever has a WeightFile need not ask again.
std::string impossibleCounts(const TensorInfo& info);

/// ErrorCode::Cancelled, for readers that see OpenOptions::stop.
tl::unexpected<Error> openingStopped(const std::string& where);

/// Values [first, first + out.size()) of the tensor in row-major order, as float32.
Result<void> readStoredValues(const StoredTensor& tensor, std::uint64_t first,
                              std::span<float> out);

/// Bytes of `elements` values of a dtype, -1 when they do not fill whole bytes or overflow 63 bits.
std::int64_t storedBytes(DType dtype, std::int64_t elements);

}  // namespace zeropoint
