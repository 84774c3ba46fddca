// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace zeropoint::ui {

class StepPictures;
class Workbench;

/// Prints a handout: seen while the pages of its steps are drawn, which a press stops.
class PrintingBar : public QFrame {
    Q_OBJECT

public:
    explicit PrintingBar(Workbench& bench, QWidget* parent = nullptr);

    /// Of a lesson, or of the whole course (empty). Where nothing can draw, without pictures.
    void print(const QString& lesson, const QString& path);

private:
    void stop();

    Workbench& m_bench;
    QLabel* m_words;
    QProgressBar* m_bar;
    StepPictures* m_pictures = nullptr;  ///< while it draws
};

}  // namespace zeropoint::ui
