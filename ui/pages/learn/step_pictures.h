// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/scope.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <map>
#include <string>

namespace zeropoint::ui {

class Workbench;

/// The page of a step as it stands while the question is asked, in the light theme, and what the
/// step's words are computed from: numbers that are drawn anew are those of the picture.
struct StepPicture {
    QImage page;
    course::Scope scope;
};

/// By "lesson/step".
using PicturesOfSteps = std::map<std::string, StepPicture>;

/// Who can draw the pages that steps show, beside the window and without touching what it shows.
/// The window makes one, a child of the workbench.
class StepPictures : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// Null where there is no window.
    static StepPictures* of(Workbench& bench);

    /// Draws the steps of a lesson; empty: of all. drawn() follows; what was asked for before is
    /// forgotten.
    virtual void draw(const QString& lesson) = 0;
    /// No drawn() follows any more.
    virtual void stop() = 0;

signals:
    void progressed(int done, int all);
    void drawn(const zeropoint::ui::PicturesOfSteps& pictures);
};

}  // namespace zeropoint::ui
