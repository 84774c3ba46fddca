// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/notice.h"

#include "ui/access/access.h"
#include "ui/controls/float_over.h"
#include "ui/controls/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int floatPadding = 8;
constexpr qreal floatRadius = 6;

}  // namespace

Notice::Notice(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)) {
    setAccess(this, {.role = QAccessible::AlertMessage});
    m_text->setProperty("role", "error");
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);  // its first line beside the icon
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    tintIcon();
    hide();
}

void Notice::setFloats() {
    m_floats = true;
    layout()->setContentsMargins(floatPadding, floatPadding / 2, floatPadding, floatPadding / 2);
}

void Notice::floatOver(QWidget* place, Qt::Edge edge) {
    setFloats();
    const bool inside = place == parentWidget();
    const int margin = inside ? floatPadding : 0;
    delete findChild<FloatOver*>(QString(), Qt::FindDirectChildrenOnly);  // where it lay before
    auto* over = new FloatOver(this, place, edge, {margin, margin, margin, margin});
    over->setActive(true);
}

void Notice::setText(const QString& text) {
    const bool news = !text.isEmpty() && text != m_text->text();
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (news) {
        announce(this);
    }
}

QString Notice::text() const {
    return m_text->text();
}

void Notice::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tintIcon();
    }
}

/// What it lies on does not shine through.
void Notice::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (m_floats) {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.bad);
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), floatRadius,
                                floatRadius);
    }
}

void Notice::tintIcon() {
    const Theme& theme = themeOf(this);
    m_icon->setPixmap(tintedIcon(QStringLiteral(":/icons/warning.svg"), theme.bad, theme.bad)
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
}

}  // namespace zeropoint::ui
