// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/spotlight.h"

#include "ui/access/access.h"
#include "ui/controls/dim.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QTimer>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int ringGap = 4;  ///< between the widget and its ring
constexpr int ringWidth = 2;
constexpr double corner = 8;
constexpr int settlingMilliseconds = 250;

/// A combo box calls itself by what is chosen in it.
QString nameOf(const QWidget* widget) {
    const QAccessibleInterface* interface =
        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    return widget->accessibleName().isEmpty() && interface != nullptr
               ? interface->text(QAccessible::Name)
               : widget->accessibleName();
}

}  // namespace

Spotlight::Spotlight(QWidget* window) : QWidget(window), m_settling(new QTimer(this)) {
    m_settling->setSingleShot(true);
    m_settling->setInterval(settlingMilliseconds);
    connect(m_settling, &QTimer::timeout, this, &Spotlight::bring);
    setObjectName(QStringLiteral("spotlight"));
    setFocusPolicy(Qt::NoFocus);
    setBlocking(false);
    window->installEventFilter(this);
    hide();
}

void Spotlight::setBlocking(bool blocking) {
    setAttribute(Qt::WA_TransparentForMouseEvents, !blocking);
}

void Spotlight::pointAt(QWidget* target) {
    for (QWidget* watched : std::as_const(m_watched)) {
        if (watched != nullptr) {
            watched->removeEventFilter(this);
        }
    }
    m_watched.clear();
    m_target = target;
    if (target == nullptr) {
        follow();
        return;
    }
    scrollTo(target);
    // What it stands in may move it, in the window as in a view that scrolls.
    for (QWidget* at = target; at != nullptr && at != parentWidget(); at = at->parentWidget()) {
        at->installEventFilter(this);
        m_watched.append(at);
    }
    setAccessibleName(nameOf(target));
    follow();
    raise();
    announce(this);
    bringSoon();  // a view that was made just now has its place only then
}

void Spotlight::bringSoon() {
    m_settling->start();
    QMetaObject::invokeMethod(this, &Spotlight::bring, Qt::QueuedConnection);
}

void Spotlight::bring() {
    if (m_target != nullptr) {
        scrollTo(m_target);
        follow();
    }
}

QRect Spotlight::placeOf(const QWidget& widget) {
    QRect seen = widget.mask().isEmpty() ? widget.rect()
                                         : widget.mask().boundingRect().intersected(widget.rect());
    // What lies outside of the view it is scrolled in is not there.
    for (const QWidget* at = &widget; at != widget.window(); at = at->parentWidget()) {
        seen = seen.translated(at->pos()).intersected(at->parentWidget()->rect());
    }
    return seen;
}

void Spotlight::scrollTo(QWidget* target) {
    for (QWidget* parent = target->parentWidget(); parent != nullptr;
         parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(target);
        }
    }
}

void Spotlight::follow() {
    const QRect place = m_target != nullptr && m_target->isVisible() ? placeOf(*m_target) : QRect();
    const bool seen = !place.isEmpty();
    const int margin = ringGap + ringWidth;
    const QRect ring = seen ? place.adjusted(-margin, -margin, margin, margin) : QRect();
    setGeometry(parentWidget()->rect());
    setVisible(seen);
    update();
    if (ring != m_ring) {
        m_ring = ring;
        emit moved(ring);
    }
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Resize:
            if (watched == parentWidget()) {  // which may have taken it out of its view
                bringSoon();
                break;
            }
            [[fallthrough]];
        case QEvent::Move:
        case QEvent::Show:
        case QEvent::Hide:
        case QEvent::LayoutRequest:
            // After the layouts have had their say.
            QMetaObject::invokeMethod(
                this, m_settling->isActive() ? &Spotlight::bring : &Spotlight::follow,
                Qt::QueuedConnection);
            break;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

void Spotlight::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = ringWidth / 2.0;
    const QRectF hole = QRectF(m_ring).adjusted(inset, inset, -inset, -inset);
    QPainterPath dimmed;
    dimmed.addRect(QRectF(rect()));
    dimmed.addRoundedRect(hole, corner, corner);  // odd-even: left out
    painter.fillPath(dimmed, dimColor(theme));
    painter.setPen(QPen(theme.accent, ringWidth));
    painter.drawRoundedRect(hole, corner, corner);
}

}  // namespace zeropoint::ui
