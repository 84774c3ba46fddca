// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/spotlight.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QScrollArea>

namespace zeropoint::ui {
namespace {

constexpr int gap = 4;  ///< between the widget and its ring
constexpr int ringWidth = 3;
constexpr double corner = 8;

void scrollTo(QWidget* target) {
    for (QWidget* parent = target->parentWidget(); parent != nullptr;
         parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(target);
        }
    }
}

QString nameOf(const QWidget* widget) {
    const QAccessibleInterface* interface =
        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    return interface != nullptr ? interface->text(QAccessible::Name) : QString();
}

}  // namespace

Spotlight::Spotlight(QWidget* window) : QWidget(window) {
    setObjectName(QStringLiteral("spotlight"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    hide();
}

void Spotlight::pointAt(QWidget* target) {
    if (m_target != nullptr) {
        m_target->removeEventFilter(this);
    }
    m_target = target;
    if (target == nullptr) {
        hide();
        return;
    }
    scrollTo(target);
    target->installEventFilter(this);
    setAccessibleName(nameOf(target));
    follow();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Spotlight::follow() {
    if (m_target == nullptr) {
        hide();
        return;
    }
    const int margin = gap + ringWidth;
    const QRect around(m_target->mapTo(window(), QPoint()), m_target->size());
    setGeometry(around.adjusted(-margin, -margin, margin, margin));
    setVisible(m_target->isVisible());
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::Show:
        case QEvent::Hide:
        case QEvent::LayoutRequest:
            // After the layouts have had their say.
            QMetaObject::invokeMethod(this, &Spotlight::follow, Qt::QueuedConnection);
            break;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

void Spotlight::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeOf(this).accent, ringWidth));
    const double inset = ringWidth / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), corner, corner);
}

}  // namespace zeropoint::ui
