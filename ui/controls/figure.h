// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QImage>
#include <QString>

#include <functional>

namespace zeropoint::ui {

/// A chart as a picture for slides and papers, in a light theme of its own: drawn by whoever owns
/// the chart (ui/plots/chart_figure.h). Without functions there is none.
struct Figure {
    std::function<QImage()> image;  ///< for the clipboard
    /// .png, .svg or .pdf, by the ending. InvalidArgument for another, WriteFailed.
    std::function<Result<void>(const QString& file)> save;
};

}  // namespace zeropoint::ui
