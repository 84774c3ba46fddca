// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/lesson_pictures.h"

#include "ui/actions/guide.h"
#include "ui/controls/anchor.h"
#include "ui/controls/spotlight.h"
#include "ui/job/job_runner.h"
#include "ui/main_window/main_window.h"
#include "ui/state/course_state.h"
#include "ui/state/teaching_examples.h"
#include "ui/state/workbench.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTimer>

namespace zeropoint::ui {
namespace {

constexpr int lookMilliseconds = 40;
/// Exact figures begin when the hand has rested, and pages follow what they are told.
constexpr int stillMilliseconds = 240;
constexpr QSize windowSize(1280, 800);
constexpr double sharpness = 1.25;  ///< pixels of the picture to one of the page
constexpr int ringWidth = 2;
constexpr int ringGap = 3;
constexpr int ringRadius = 6;

void drawRing(QImage& page, const QRect& around) {
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lightTheme().accent, ringWidth));
    painter.drawRoundedRect(around.adjusted(-ringGap, -ringGap, ringGap, ringGap), ringRadius,
                            ringRadius);
}

/// Where the program has a style sheet, a widget does not take its palette from the window. Says
/// whether one of them was dark.
bool makeLight(QWidget& page) {
    bool any = false;
    for (QWidget* widget : QList<QWidget*>{&page} + page.findChildren<QWidget*>()) {
        if (&themeOf(widget) != &lightTheme()) {
            widget->setPalette(paletteOf(lightTheme()));
            any = true;
        }
    }
    return any;
}

}  // namespace

struct LessonPictures::Stage {
    JobRunner jobs;
    Workbench bench{jobs};
    MainWindow window{bench, MainWindow::Use::Pictures};
    QString target;
};

LessonPictures::LessonPictures(Workbench& bench)
    : StepPictures(&bench), m_bench(bench), m_clock(new QTimer(this)) {
    m_clock->setInterval(lookMilliseconds);
    connect(m_clock, &QTimer::timeout, this, &LessonPictures::look);
}

LessonPictures::~LessonPictures() = default;

void LessonPictures::draw(const QString& lesson) {
    stop();
    for (const course::Lesson& one : m_bench.course().course().lessons) {
        for (const course::Step& step : one.steps) {
            if (lesson.isEmpty() || one.id == lesson.toStdString()) {
                m_steps.emplace_back(QString::fromStdString(one.id),
                                     QString::fromStdString(step.id));
            }
        }
    }
    if (m_steps.empty()) {
        emit drawn({});
        return;
    }
    m_stage = std::make_unique<Stage>();
    MainWindow& window = m_stage->window;
    CourseState& course = m_stage->bench.course();
    course.setFolder(m_bench.course().folder());
    // Nobody is shown the way there: the place is brought up, and no reader hears of it.
    connect(&course, &CourseState::pointRequested, this, [this](const QString& anchor) {
        m_stage->target = anchor;
        if (!anchor.isEmpty()) {
            (void)m_stage->window.guide().goTo(anchor);
        }
    });
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.setPalette(paletteOf(lightTheme()));
    window.setStyleSheet(styleSheetOf(lightTheme()));
    window.resize(windowSize);
    window.showPageById(QStringLiteral("calibrate"));
    window.show();
    m_stage->bench.setSynthetic(startTensor());
    emit progressed(0, static_cast<int>(m_steps.size()));
    beginStep();
    m_clock->start();
}

void LessonPictures::stop() {
    m_clock->stop();
    m_stage.reset();
    m_steps.clear();
    m_pictures.clear();
    m_at = 0;
}

void LessonPictures::beginStep() {
    const auto& [lesson, step] = m_steps[m_at];
    m_stage->target.clear();
    (void)m_stage->bench.course().begin(lesson, step);
    m_still.start();
}

void LessonPictures::look() {
    if (m_stage->jobs.busy()) {
        m_still.restart();
    } else if (m_still.elapsed() >= stillMilliseconds) {
        Page* page = m_stage->window.currentPage();
        if (page != nullptr && makeLight(*page)) {
            m_still.restart();  // it is painted anew
        } else {
            take();
        }
    }
}

void LessonPictures::take() {
    if (Page* page = m_stage->window.currentPage()) {
        QImage image(page->size() * sharpness, QImage::Format_RGB32);
        image.setDevicePixelRatio(sharpness);
        image.fill(lightTheme().background);
        page->render(&image, {}, {}, QWidget::DrawChildren);
        QWidget* target = m_stage->target.isEmpty() ? nullptr : findAnchor(page, m_stage->target);
        if (target != nullptr && target->isVisible()) {
            QRect around = Spotlight::placeOf(*target);
            around.moveTopLeft(page->mapFrom(&m_stage->window, around.topLeft()));
            drawRing(image, around);
        }
        image.setDevicePixelRatio(1);
        const auto& [lesson, step] = m_steps[m_at];
        m_pictures[(lesson + QLatin1Char('/') + step).toStdString()] = {
            image, m_stage->bench.course().scope()};
    }
    ++m_at;
    emit progressed(static_cast<int>(m_at), static_cast<int>(m_steps.size()));
    if (m_at < m_steps.size()) {
        beginStep();
        return;
    }
    const PicturesOfSteps pictures = std::move(m_pictures);
    stop();
    emit drawn(pictures);
}

}  // namespace zeropoint::ui
