// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/field_notice.h"

#include "ui/controls/notice.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int widest = 240;
constexpr int noticeGap = 4;

/// The outermost widget that moves with the field.
QWidget* groundOf(QWidget* field) {
    QWidget* ground = field;
    while (!ground->isWindow() && ground->parentWidget() != nullptr) {
        QWidget* parent = ground->parentWidget();
        const auto* area = qobject_cast<QAbstractScrollArea*>(parent->parentWidget());
        if (area != nullptr && area->viewport() == parent && ground != field) {
            return ground;
        }
        ground = parent;
    }
    return ground;
}

}  // namespace

void FieldNotice::tell(QWidget* field, const QString& text) {
    auto* notice = field->findChild<FieldNotice*>(QString(), Qt::FindDirectChildrenOnly);
    if (notice == nullptr && !text.isEmpty()) {
        notice = new FieldNotice(field, groundOf(field));
    }
    if (notice != nullptr) {
        notice->m_notice->setText(field->isVisible() ? text : QString());
        notice->place();
    }
}

FieldNotice::FieldNotice(QWidget* field, QWidget* ground)
    : QObject(field), m_field(field), m_ground(ground), m_notice(new Notice(ground)) {
    m_notice->setObjectName(QStringLiteral("field_notice"));
    m_notice->setFloats();
    field->installEventFilter(this);
    ground->installEventFilter(this);
    connect(field, &QObject::destroyed, m_notice, &QObject::deleteLater);
}

bool FieldNotice::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::Hide) {
        m_notice->hide();
    } else if (event->type() == QEvent::Move || event->type() == QEvent::Resize) {
        place();
    }
    return QObject::eventFilter(watched, event);
}

void FieldNotice::place() {
    if (m_notice->isHidden()) {
        return;
    }
    const QRect field(m_field->mapTo(m_ground, QPoint()), m_field->size());
    // What is scrolled away is no room.
    const QRect room = m_ground->isWindow()
                           ? m_ground->rect()
                           : m_ground->parentWidget()->rect().translated(-m_ground->pos());
    const int width = std::min(std::max(widest, field.width()), room.width());
    const int height = m_notice->heightForWidth(width);
    const int left = std::clamp(field.right() + 1 - width, room.left(), room.right() + 1 - width);
    const int below = field.bottom() + 1 + noticeGap;
    const int top = below + height <= room.bottom() ? below : field.top() - noticeGap - height;
    m_notice->setGeometry(left, top, width, height);
    m_notice->raise();
}

}  // namespace zeropoint::ui
