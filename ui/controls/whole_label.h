// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace zeropoint::ui {

/// A line of text that gives way to what stands beside it: it is drawn whole or not at all.
class WholeLabel : public QLabel {
    Q_OBJECT

public:
    explicit WholeLabel(const QString& text, QWidget* parent = nullptr);

    bool fits() const { return width() >= sizeHint().width(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace zeropoint::ui
