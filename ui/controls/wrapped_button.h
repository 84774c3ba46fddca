// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace zeropoint::ui {

/// A button whose text takes as many lines as its width asks for, and asks for no width itself.
class WrappedButton : public QPushButton {
    Q_OBJECT

public:
    explicit WrappedButton(const QString& text, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize frame() const;  ///< what the style takes around the text
    QStringList linesFor(int width) const;
};

}  // namespace zeropoint::ui
