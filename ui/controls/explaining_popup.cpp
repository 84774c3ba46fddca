// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/explaining_popup.h"

#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {

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
    move(widget->mapToGlobal(QPoint(0, widget->height() + 4)));
    show();
}

}  // namespace zeropoint::ui
