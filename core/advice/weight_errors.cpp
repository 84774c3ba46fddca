// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/weight_errors.h"

#include "core/files/matrix_layout.h"
#include "core/files/weight_rule.h"
#include "core/metrics/scheme_scan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace zeropoint {
namespace {

MatrixFormat blocks(std::string_view id) {
    MatrixFormat format;
    format.id = id;
    format.scheme.format = id;
    format.stored = findStoredFormat(id).value();
    return format;
}

MatrixFormat plain(const char* id) {
    MatrixFormat format;
    format.id = id;
    format.scheme.format = id;
    format.stored = findStoredFormat(id).value();
    return format;
}

/// Codes with FP16 scales; a group of 0 is one scale a row, whose bytes are counted with it.
MatrixFormat codes(const char* id, const char* codeFormat, std::int64_t group) {
    MatrixFormat format = plain(codeFormat);
    format.id = id;
    format.scheme.granularity = group > 0 ? Granularity::Group : Granularity::Channel;
    format.scheme.groupSize = group > 0 ? group : format.scheme.groupSize;
    format.scheme.scaleFormat = ScaleFormat::Fp16;
    format.stored.name = id;
    format.stored.group = group;
    format.stored.scaleBytes = 2;
    format.stored.rowBytes = group > 0 ? 0 : 2;
    return format;
}

std::vector<MatrixFormat> makeFormats() {
    std::vector<MatrixFormat> formats;
    for (const BlockFormat& format : blockFormats()) {
        if (format.quantizes()) {  // others are read and not written: nothing to measure
            formats.push_back(blocks(format.id));
        }
    }
    formats.push_back(codes("int8/channel", "int8", 0));
    formats.push_back(codes("int4/group:32", "int4", 32));
    formats.push_back(codes("int4/group:128", "int4", 128));
    formats.push_back(codes("int3/group:32", "int3", 32));
    formats.push_back(codes("nf4/group:64", "nf4", 64));
    formats.push_back(plain("f16"));
    formats.push_back(plain("bf16"));
    return formats;
}

double signalOf(const Tensor& tensor) {
    double sum = 0;
    for (const float value : tensor.values()) {
        sum += std::isfinite(value) ? double{value} * double{value} : 0.0;
    }
    return sum;
}

Result<TensorErrors> measure(const WeightFile& file, const MatrixLayout& layout, std::size_t index,
                             TensorPlace place, const Execution& execution) {
    const bool inputsFirst = layout.inputsFirst(file.tensors()[index]);
    const auto tensor = file.read(index, execution).map([&](Tensor read) {
        return inputsFirst ? turned(read) : std::move(read);
    });
    if (!tensor) {
        return tl::unexpected(tensor.error());
    }
    const auto formats = matrixFormats();
    TensorErrors found;
    found.name = file.tensors()[index].name;
    found.place = std::move(place);
    found.columns = tensor->shape().back();
    found.rows =
        static_cast<std::int64_t>(tensor->size()) / std::max<std::int64_t>(1, found.columns);
    found.signal = signalOf(*tensor);
    found.leftOut = leftOutOf(tensor->values());
    found.errors.assign(formats.size(), std::numeric_limits<double>::quiet_NaN());
    std::vector<NamedScheme> schemes;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (fillsRows(formats[i], found.columns)) {
            schemes.push_back({formats[i].id, formats[i].scheme});
            places.push_back(i);
        }
    }
    SchemeScan scan(std::move(schemes));
    const auto reports = scan.add(*tensor, execution);
    if (!reports) {
        return tl::unexpected(reports.error());
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const ErrorReport& report = (*reports)[i];
        found.errors[places[i]] =
            report.count > 0 ? report.mse * static_cast<double>(report.count) : 0;
    }
    return found;
}

}  // namespace

std::span<const MatrixFormat> matrixFormats() {
    static const std::vector<MatrixFormat> formats = makeFormats();
    return formats;
}

int matrixFormatIndex(std::string_view id) {
    const auto formats = matrixFormats();
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [id](const MatrixFormat& format) { return format.id == id; });
    return found == formats.end() ? -1 : static_cast<int>(found - formats.begin());
}

bool fillsRows(const MatrixFormat& format, std::int64_t columns) {
    return format.stored.blocks == nullptr || columns % format.stored.blocks->valuesPerBlock == 0;
}

Result<WeightErrors> measureWeights(const WeightFile& file, const Execution& execution) {
    WeightErrors all;
    std::vector<std::pair<std::size_t, TensorPlace>> wanted;
    double values = 0;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        const TensorInfo& info = file.tensors()[i];
        if (!isWeight(file, i) || !info.shares.empty() || info.elements() == 0) {
            continue;
        }
        if (auto place = placeOf(info.name)) {
            wanted.emplace_back(i, std::move(*place));
            values += static_cast<double>(info.elements());
        } else {
            ++all.unplaced;
        }
        all.requantized = all.requantized || info.packed != nullptr || info.dtype == DType::Block;
    }
    if (wanted.empty()) {
        return fail(ErrorCode::NotFound, "No weight of the file has a name that tells its role",
                    file.path(), "Give a language model: its names are those of its makers");
    }
    const MatrixLayout layout(file);
    double done = 0;
    for (auto& [index, place] : wanted) {
        const auto share = static_cast<double>(file.tensors()[index].elements()) / values;
        Execution inner{execution.pool, {}, execution.stop};
        auto found = measure(file, layout, index, std::move(place), inner);
        if (!found) {
            return tl::unexpected(found.error());
        }
        all.parameters += file.tensors()[index].elements();
        all.leftOut.join(found->leftOut);
        all.tensors.push_back(std::move(*found));
        done += share;
        if (execution.progress) {
            execution.progress(std::min(1.0, done));
        }
    }
    return all;
}

}  // namespace zeropoint
