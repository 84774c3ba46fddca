// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/rail.h"

#include "ui/access/access.h"
#include "ui/actions/actions.h"
#include "ui/controls/icon.h"
#include "ui/pages/page.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int wideRail = 72;
constexpr int narrowRail = 48;

/// One page's button; painted, because the current one has a bar at the window's edge.
class RailButton : public QToolButton {
public:
    RailButton(const PageEntry& page, Workbench& bench) : m_iconPath(page.icon) {
        setText(page.title);
        setObjectName(QStringLiteral("rail_") + page.id);
        setAccessibleName(page.title);
        setCheckable(true);
        bindAction(this, bench, page.id + QStringLiteral(".show"));
        setAccess(this, {.role = QAccessible::PageTab});
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }

    void setBadge(int number) {
        m_badge = number;
        setAccessibleDescription(number > 0 ? Rail::tr("%1 due").arg(number) : QString());
        update();
    }

    void setNarrow(bool narrow) {
        m_narrow = narrow;
        updateGeometry();
        update();
    }
    QSize sizeHint() const override {
        return m_narrow ? QSize(narrowRail - 1, 48) : QSize(wideRail - 1, 60);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF body = QRectF(rect()).adjusted(6, 2, -6, -2);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? theme.accentSoft : theme.hover);
            painter.drawRoundedRect(body, 6, 6);
        }
        if (hasFocus()) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 6, 6);
        }
        const QColor ink = isChecked() ? theme.accent : theme.text2;
        if (isChecked()) {
            painter.fillRect(QRectF(0, body.top() + 8, 3, body.height() - 16), theme.accent);
        }
        const int top = m_narrow ? (height() - 20) / 2 : 12;
        tintedIcon(m_iconPath, ink, ink).paint(&painter, QRect((width() - 20) / 2, top, 20, 20));
        if (!m_narrow) {
            painter.setPen(ink);
            painter.setFont(textFont(11, isChecked() ? QFont::DemiBold : QFont::Medium));
            painter.drawText(QRect(0, 35, width(), 18), Qt::AlignCenter, text());
        }
        if (m_badge > 0) {
            paintBadge(painter, top, theme);
        }
    }

private:
    void paintBadge(QPainter& painter, int top, const Theme& theme) const {
        constexpr int most = 99;
        const QString number = m_badge > most ? QStringLiteral("99+") : QString::number(m_badge);
        painter.setFont(textFont(11, QFont::DemiBold));
        const int wide = std::max(16, painter.fontMetrics().horizontalAdvance(number) + 8);
        const QRectF pill(width() / 2.0 + 3, top - 5, wide, 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(pill, 8, 8);
        painter.setPen(theme.onAccent);
        painter.drawText(pill, Qt::AlignCenter, number);
    }

    QString m_iconPath;
    bool m_narrow = false;
    int m_badge = 0;
};

}  // namespace

Rail::Rail(const std::vector<PageEntry>& pages, Workbench& bench, QWidget* parent)
    : QFrame(parent), m_buttons(new QButtonGroup(this)) {
    setProperty("role", "rail");
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(wideRail);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 6);
    column->setSpacing(4);
    for (const PageEntry& page : pages) {
        const int index = static_cast<int>(m_buttons->buttons().size());
        auto* button = new RailButton(page, bench);
        m_buttons->addButton(button, index);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    column->addStretch();
}

void Rail::setCurrent(int index) {
    if (QAbstractButton* button = m_buttons->button(index)) {
        button->setChecked(true);
    }
}

void Rail::setBadge(const QString& page, int number) {
    for (QAbstractButton* button : m_buttons->buttons()) {
        if (button->objectName() == QStringLiteral("rail_") + page) {
            static_cast<RailButton*>(button)->setBadge(number);
        }
    }
}

void Rail::setNarrow(bool narrow) {
    setFixedWidth(narrow ? narrowRail : wideRail);
    for (QAbstractButton* button : m_buttons->buttons()) {
        static_cast<RailButton*>(button)->setNarrow(narrow);
    }
}

}  // namespace zeropoint::ui
