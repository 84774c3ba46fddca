// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/lesson_overlay.h"

#include "ui/actions/guide.h"
#include "ui/controls/spotlight.h"
#include "ui/pages/learn/lesson_card.h"
#include "ui/state/course_state.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <array>

namespace zeropoint::ui {
namespace {

constexpr int topBar = 48;
constexpr int statusBar = 32;
constexpr int margin = 12;
constexpr int overlayGap = 16;  ///< between the ring and the card
constexpr int narrowWindow = 1280;
constexpr int widestCard = 420;  ///< a narrow card around the target is left free as a whole
constexpr int followMilliseconds = 100;

qint64 overlap(const QRect& a, const QRect& b) {
    const QRect both = a.intersected(b);
    return both.isEmpty() ? 0 : qint64(both.width()) * both.height();
}

QRect within(QRect rect, const QRect& room) {
    rect.moveLeft(std::clamp(rect.left(), room.left(),
                             std::max(room.left(), room.right() - rect.width() + 1)));
    rect.moveTop(std::clamp(rect.top(), room.top(),
                            std::max(room.top(), room.bottom() - rect.height() + 1)));
    return rect;
}

/// Left of the target, below, above, right: the first that covers nothing of it, else the one that
/// covers least: of two that cover as much the later one, since lines begin at the left.
QRect besides(const QRect& target, const QSize& size, const QRect& room) {
    const int middle = target.center().y() - size.height() / 2;
    const int centre = target.center().x() - size.width() / 2;
    const std::array places{
        QPoint(target.left() - overlayGap - size.width(), middle),
        QPoint(centre, target.bottom() + overlayGap),
        QPoint(centre, target.top() - overlayGap - size.height()),
        QPoint(target.right() + overlayGap, middle),
    };
    QRect best;
    qint64 least = -1;
    for (const QPoint& at : places) {
        const QRect rect = within(QRect(at, size), room);
        const qint64 covered = overlap(rect, target);
        if (covered == 0) {
            return rect;
        }
        if (least < 0 || covered <= least) {
            best = rect;
            least = covered;
        }
    }
    return best;
}

}  // namespace

/// What the lesson's card shall leave free: the target with the narrow card that it stands in,
/// whose words belong to it.
QRect keptFree(const QWidget& target, const QWidget& window) {
    QRect rect = Spotlight::placeOf(target);
    for (const QWidget* around = target.parentWidget(); around != nullptr && around != &window;
         around = around->parentWidget()) {
        if (around->property("role") == QLatin1String("card")) {
            const QRect card = Spotlight::placeOf(*around);
            if (card.width() <= widestCard) {
                rect.setLeft(std::min(rect.left(), card.left()));
                rect.setRight(std::max(rect.right(), card.right()));
            }
            break;
        }
    }
    return rect;
}

LessonOverlay::LessonOverlay(QWidget& window, Guide& guide, CourseState& course)
    : QObject(&window),
      m_window(window),
      m_guide(guide),
      m_course(course),
      m_follow(new QTimer(this)) {
    // The target moves with whatever lies around it, of which it is told nothing.
    m_follow->setInterval(followMilliseconds);
    connect(m_follow, &QTimer::timeout, this, [this] {
        if (m_target != nullptr && keptFree(*m_target, m_window) != m_free) {
            place();
        }
    });
    connect(&course, &CourseState::stepChanged, this, &LessonOverlay::follow);
    connect(&course, &CourseState::answeredChanged, this, &LessonOverlay::block);
    window.installEventFilter(this);
}

void LessonOverlay::setTarget(QWidget* target) {
    if (m_target != nullptr) {
        m_target->removeEventFilter(this);
    }
    m_target = target;
    if (target != nullptr) {
        target->installEventFilter(this);
    }
    block();
    place();
    // The page that was brought up for it took the focus.
    if (m_card != nullptr && m_course.step() != nullptr &&
        !m_card->isAncestorOf(m_window.focusWidget())) {
        m_card->focusAnswer();
    }
}

void LessonOverlay::block() {
    const course::Step* step = m_course.step();
    m_blocking = m_target != nullptr && step != nullptr && step->question &&
                 step->question->kind != course::QuestionKind::Until && !m_course.answered();
    m_guide.setBlocking(m_blocking);
}

void LessonOverlay::follow() {
    block();
    if (m_course.step() == nullptr) {
        m_follow->stop();
        if (m_card != nullptr) {
            m_card->hide();
        }
        return;
    }
    if (m_card == nullptr) {
        m_card = new LessonCard(m_course, &m_window);
        connect(m_card, &LessonCard::resized, this,
                [this] { QTimer::singleShot(0, this, &LessonOverlay::place); });
    }
    m_card->show();
    m_follow->start();
    place();
    m_card->raise();
    m_card->setFocus();
}

void LessonOverlay::place() {
    if (m_card == nullptr || m_course.step() == nullptr) {
        return;
    }
    m_card->setNarrow(m_window.width() < narrowWindow);
    const QRect room =
        m_window.rect().adjusted(margin, topBar + margin, -margin, -statusBar - margin);
    const QSize size = m_card->sizeFor(room.height());
    QRect rect(room.right() - size.width() + 1, room.bottom() - size.height() + 1, size.width(),
               size.height());
    if (m_target != nullptr && m_target->isVisible()) {
        m_free = keptFree(*m_target, m_window);
        rect = besides(m_free, size, room);
    }
    m_card->setGeometry(rect);
    m_card->raise();
}

bool LessonOverlay::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::Show:
        case QEvent::Hide:
        case QEvent::LayoutRequest:
            if (m_card != nullptr && m_card->isVisible()) {
                QTimer::singleShot(0, this, &LessonOverlay::place);
            }
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace zeropoint::ui
