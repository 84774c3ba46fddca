// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/explaining_popup.h"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int popupGap = 4;  ///< below the widget that is explained, or above it
constexpr int edge = 8;      ///< of the screen that stays free

}  // namespace

ExplainingPopup::ExplainingPopup(QWidget* widget, const char* name, int width)
    : QFrame(widget, Qt::Popup), m_column(new QVBoxLayout(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", "popup");
    setObjectName(QLatin1String(name));
    setFixedWidth(width);
    m_column->setContentsMargins(16, 12, 16, 14);
    m_column->setSpacing(4);
}

void ExplainingPopup::addLine(const QString& text, const char* role, const char* name) {
    auto* label = new QLabel(text);
    label->setProperty("role", role);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
}

void ExplainingPopup::addGap(int pixels) {
    m_column->addSpacing(pixels);
}

void ExplainingPopup::open() {
    const QWidget* widget = parentWidget();
    adjustSize();
    const QRect room = widget->screen()->availableGeometry().adjusted(edge, edge, -edge, -edge);
    QPoint at = widget->mapToGlobal(QPoint(0, widget->height() + popupGap));
    if (at.y() + height() > room.bottom()) {
        at.setY(widget->mapToGlobal(QPoint(0, 0)).y() - popupGap - height());
    }
    move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width() + 1)),
         std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height() + 1)));
    show();
}

}  // namespace zeropoint::ui
