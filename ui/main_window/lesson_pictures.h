// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/learn/step_pictures.h"

#include <QElapsedTimer>

#include <memory>
#include <utility>
#include <vector>

class QTimer;

namespace zeropoint::ui {

class JobRunner;
class MainWindow;

/// Walks through lessons in a second window that never comes to the screen, over a workbench of its
/// own: a step at a time, once all that it shows has been computed.
class LessonPictures : public StepPictures {
    Q_OBJECT

public:
    explicit LessonPictures(Workbench& bench);
    ~LessonPictures() override;

    void draw(const QString& lesson) override;
    void stop() override;

private:
    struct Stage;

    void beginStep();
    void look();
    void take();

    Workbench& m_bench;
    QTimer* m_clock;
    std::unique_ptr<Stage> m_stage;                    ///< while it draws
    std::vector<std::pair<QString, QString>> m_steps;  ///< lesson and step
    std::size_t m_at = 0;
    QElapsedTimer m_still;  ///< since nothing was computed any more
    PicturesOfSteps m_pictures;
};

}  // namespace zeropoint::ui
