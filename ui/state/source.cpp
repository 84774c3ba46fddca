// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/source.h"

#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"
#include "ui/text/tensor_title.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

Result<Tensor> tensorOf(const Origin& origin, const std::optional<Tensor>& weight,
                        const Execution& execution) {
    if (const auto* spec = std::get_if<SyntheticSpec>(&origin)) {
        return generate(*spec, execution);
    }
    if (const auto* file = std::get_if<FileOrigin>(&origin)) {
        return file->file->read(file->index, execution);
    }
    if (!weight) {
        const auto& run = std::get<RunOrigin>(origin);
        return fail(ErrorCode::NotFound, "The run or its model is gone", run.parameter,
                    "Choose another tensor");
    }
    return *weight;
}

}  // namespace

const PackedWeight* Source::packed() const {
    const auto* file = std::get_if<FileOrigin>(&origin);
    return file == nullptr ? nullptr : file->file->tensors()[file->index].packed.get();
}

QString Source::title() const {
    if (const auto* spec = std::get_if<SyntheticSpec>(&origin)) {
        return QCoreApplication::translate("Source", "Synthetic %1")
            .arg(QString::fromStdString(spec->kind));
    }
    if (const auto* file = std::get_if<FileOrigin>(&origin); file != nullptr && file->file) {
        return tensorTitle(*file->file, file->index);
    }
    return shownText(tensor.name());
}

QString Source::detail() const {
    return tensor.shape().size() < 2 ? formatCount(tensor.size())
                                     : QString::fromStdString(toString(tensor.shape()))
                                           .replace(QLatin1Char('x'), QChar(0x00D7));
}

quint64 Source::storedBytes() const {
    const auto* file = std::get_if<FileOrigin>(&origin);
    return file != nullptr ? file->file->tensors()[file->index].bytes
                           : tensor.size() * sizeof(float);
}

Result<SourcePtr> loadSource(const Origin& origin, const std::optional<Tensor>& weight,
                             const Execution& execution) {
    const Result<Tensor> tensor = tensorOf(origin, weight, execution);
    if (!tensor) {
        return tl::unexpected(tensor.error());
    }
    if (tensor->empty()) {
        return fail(ErrorCode::NotFound, "The tensor has no values", tensor->name(),
                    "Choose another tensor");
    }
    auto source = std::make_shared<Source>();
    source->origin = origin;
    source->tensor = *tensor;
    source->summary = summarize(source->tensor.values(), execution);
    source->histogram = fineHistogram(source->tensor.values(), source->summary,
                                      FineHistogram::defaultBins, execution);
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "Loading was stopped");
    }
    return source;
}

}  // namespace zeropoint::ui
