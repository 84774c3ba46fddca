// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/figure.h"
#include "ui/controls/table_button.h"
#include "ui/controls/table_dialog.h"

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace zeropoint::ui {

/// Charts of this folder, or others that paint themselves, as a picture in the light theme whatever
/// that of the window: a title above, a caption of settings, file and seed below. Up to two stand
/// below each other, more side by side under their names. PNG at twice the size, SVG and PDF as
/// vectors with real text. A chart that is gone by then is left out. A low widget above a chart,
/// its legend, keeps its height.
Figure chartFigure(const QList<QWidget*>& charts, const QString& title, const QString& caption);

/// Opens the table of charts with their picture: the one way out of every plot.
void showChartTable(TableContent content, const QList<QWidget*>& charts, const QString& caption,
                    QWidget* parent);

/// The same behind a chart's button; the caption is asked when it is pressed. Returns the button.
TableButton* withFigure(TableButton* button, QWidget* chart, std::function<QString()> caption);
TableButton* withFigure(TableButton* button, const QList<QWidget*>& charts,
                        std::function<QString()> caption);

}  // namespace zeropoint::ui
