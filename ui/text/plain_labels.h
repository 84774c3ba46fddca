// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace zeropoint::ui {

/// Labels and tool tips show text as it is: a name in a file that looks like HTML is no picture and
/// no link. Qt guesses by default; installed on the application, this takes the guess away from
/// every QLabel (tool tips are some) before it is first shown. A label that means rich text says
/// so with Qt::RichText, and escapes what it did not write.
class PlainLabels : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace zeropoint::ui
