// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/digits.h"
#include "core/training/model_probe.h"

#include <QWidget>

#include <memory>

namespace zeropoint::ui {

/// Test images with what the model takes them for and how sure it is.
class DigitsView : public QWidget {
    Q_OBJECT

public:
    explicit DigitsView(QWidget* parent = nullptr);

    void show(std::shared_ptr<const Digits> data, const std::vector<DigitGuess>& guesses);
    const std::vector<DigitGuess>& guesses() const { return m_guesses; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect cell(std::size_t index) const;
    void paintGuess(QPainter& painter, const QRect& area, const DigitGuess& guess) const;
    QString textOf(const DigitGuess& guess) const;

    std::shared_ptr<const Digits> m_data;
    std::vector<DigitGuess> m_guesses;
};

}  // namespace zeropoint::ui
