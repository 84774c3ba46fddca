// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/tensor_title.h"

#include "core/files/weight_file.h"
#include "ui/text/shown_text.h"

#include <QFileInfo>

namespace zeropoint::ui {

QString tensorTitle(const WeightFile& file, std::size_t tensor) {
    return tensorTitle(file, file.tensors()[tensor]);
}

QString tensorTitle(const WeightFile& file, const TensorInfo& tensor) {
    return tensor.name.empty() ? QFileInfo(QString::fromStdString(file.path())).completeBaseName()
                               : shownText(tensor.name);
}

}  // namespace zeropoint::ui
