// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/matrix_layout.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <string_view>
#include <utility>

namespace zeropoint {
namespace {

/// GPT-2's projections have more columns than rows in "c_attn".
bool usesConv1d(const WeightFile& file) {
    return std::ranges::any_of(file.tensors(), [](const TensorInfo& info) {
        return info.name.ends_with(".c_attn.weight") && info.shape.size() == 2 &&
               info.shape[1] > info.shape[0];
    });
}

bool isConv1d(std::string_view name) {
    constexpr std::array endings = {".c_attn.weight", ".c_proj.weight", ".c_fc.weight"};
    return std::ranges::any_of(endings,
                               [name](std::string_view ending) { return name.ends_with(ending); });
}

bool isPackedByInputs(const TensorInfo& info) {
    return info.shape.size() == 2 && info.packed != nullptr &&
           (info.packed->by == "gptq" || info.packed->by == "awq");
}

/// The last matrix that was turned, for all that share it.
struct LastTurned {
    std::mutex mutex;
    std::size_t index = 0;
    Tensor matrix;
};

/// The values of a turned matrix as float32.
class TurnedBytes final : public ByteSource {
public:
    TurnedBytes(std::shared_ptr<const WeightFile> file, std::size_t index,
                std::shared_ptr<LastTurned> last)
        : m_file(std::move(file)), m_index(index), m_last(std::move(last)) {}

    std::uint64_t size() const override {
        return sizeof(float) * static_cast<std::uint64_t>(m_file->tensors()[m_index].elements());
    }
    const std::string& name() const override { return m_file->path(); }
    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        const std::scoped_lock lock(m_last->mutex);
        if (m_last->matrix.empty() || m_last->index != m_index) {
            m_last->matrix = {};
            auto matrix = m_file->read(m_index);
            if (!matrix) {
                return tl::unexpected(matrix.error());
            }
            m_last->matrix = turned(*matrix);
            m_last->index = m_index;
        }
        const auto bytes = std::as_bytes(m_last->matrix.values());
        if (offset > bytes.size() || out.size() > bytes.size() - offset) {
            return fail(ErrorCode::ReadFailed, "The matrix ends before its data", name(),
                        "Open the file again: it has probably changed");
        }
        std::ranges::copy(bytes.subspan(offset, out.size()), out.begin());
        return {};
    }

private:
    std::shared_ptr<const WeightFile> m_file;
    std::size_t m_index;
    std::shared_ptr<LastTurned> m_last;
};

}  // namespace

MatrixLayout::MatrixLayout(const WeightFile& file) : m_conv1d(usesConv1d(file)) {}

bool MatrixLayout::inputsFirst(const TensorInfo& info) const {
    return isPackedByInputs(info) || (m_conv1d && isConv1d(info.name) && info.shape.size() == 2);
}

Tensor turned(const Tensor& matrix) {
    const auto rows = static_cast<std::size_t>(matrix.shape()[0]);
    const auto columns = static_cast<std::size_t>(matrix.shape()[1]);
    const std::span<const float> from = matrix.values();
    std::vector<float> values(from.size());
    constexpr std::size_t side = 64;  // squares that stay in the cache
    for (std::size_t top = 0; top < rows; top += side) {
        for (std::size_t left = 0; left < columns; left += side) {
            for (std::size_t row = top; row < std::min(rows, top + side); ++row) {
                for (std::size_t column = left; column < std::min(columns, left + side); ++column) {
                    values[column * rows + row] = from[row * columns + column];
                }
            }
        }
    }
    return Tensor(matrix.name(), {matrix.shape()[1], matrix.shape()[0]}, std::move(values),
                  matrix.storedDtype());
}

std::shared_ptr<const WeightFile> unpackedByOutputs(const std::shared_ptr<const WeightFile>& file) {
    if (std::ranges::none_of(file->tensors(), isPackedByInputs)) {
        return file;
    }
    FileContents contents{file->formatName(), file->metadata(), {}, file->notes()};
    const auto last = std::make_shared<LastTurned>();
    for (std::size_t i = 0; i < file->tensors().size(); ++i) {
        StoredTensor tensor = file->stored(i);
        if (tensor.unreadable.empty() && isPackedByInputs(tensor.info)) {
            StoredTensor plain;
            plain.info.name = tensor.info.name;
            plain.info.dtype = DType::F32;
            plain.info.dtypeText = dtypeName(DType::F32);
            plain.info.shape = {tensor.info.shape[1], tensor.info.shape[0]};
            plain.info.role = tensor.info.role;
            plain.source = std::make_shared<TurnedBytes>(file, i, last);
            plain.info.bytes = plain.source->size();
            tensor = std::move(plain);
        }
        contents.tensors.push_back(std::move(tensor));
    }
    return std::make_shared<const WeightFile>(file->path(), std::move(contents));
}

}  // namespace zeropoint
