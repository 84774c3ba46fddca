// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDialog;
class QWidget;

namespace zeropoint::ui {

/// Asks where to write a file, once it is connected and opened; it ends with its closing.
/// `filters` as QFileDialog takes them: a name without an ending gets the first one of the filter
/// that is chosen, .png of "Pictures (*.png *.svg)". One of the window's OpenFiles is not taken:
/// the dialog says why and asks for another name.
QFileDialog* saveDialog(QWidget* parent, const QString& name, const QString& title,
                        const QString& filters);

}  // namespace zeropoint::ui
