// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/segment.h"

#include "ui/access/access.h"
#include "ui/controls/focus_ring.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int segmentHeight = 28;
constexpr double segmentRadius = 6;

QPainterPath outline(const QRect& rect) {
    QPainterPath path;
    path.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), segmentRadius, segmentRadius);
    return path;
}

class SegmentButton : public QAbstractButton {
public:
    SegmentButton(const QString& text, QWidget* parent) : QAbstractButton(parent) {
        setText(text);
        setCheckable(true);
        setAccess(this, {.role = QAccessible::RadioButton});
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    /// All are as wide as the widest, which so keeps its padding.
    QSize sizeHint() const override {
        int widest = textWidth();
        for (const auto* other : parentWidget()->findChildren<QAbstractButton*>()) {
            widest = std::max(widest, static_cast<const SegmentButton*>(other)->textWidth());
        }
        return {widest + 20, segmentHeight};
    }
    QSize minimumSizeHint() const override { return {textWidth() + 8, segmentHeight}; }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.save();
        painter.translate(-pos());
        painter.setClipPath(outline(parentWidget()->rect()));
        painter.fillRect(geometry(), fillColor(theme));
        painter.restore();
        if (pos().x() > 0) {
            painter.fillRect(QRectF(0, 1, 1, height() - 2), theme.border);
        }
        painter.setFont(textFont(12, isChecked() ? QFont::DemiBold : QFont::Medium));
        painter.setPen(!isEnabled() ? theme.text3 : isChecked() ? theme.accent : theme.text2);
        painter.drawText(rect(), Qt::AlignCenter, text());
        painter.translate(-pos());
        painter.setPen(isEnabled() ? theme.control : theme.border);
        painter.drawPath(outline(parentWidget()->rect()));
        painter.translate(pos());
        if (hasFocus()) {
            drawFocusRing(painter, rect(), segmentRadius - 1, theme);
        }
    }

private:
    int textWidth() const {
        return QFontMetrics(textFont(12, QFont::DemiBold)).horizontalAdvance(text());
    }

    QColor fillColor(const Theme& theme) const {
        if (!isEnabled() || isDown()) {
            return theme.sunken;
        }
        if (isChecked()) {
            return theme.accentSoft;
        }
        return underMouse() ? theme.hover : theme.surface;
    }
};

}  // namespace

Segment::Segment(const QStringList& choices, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString& choice : choices) {
        auto* button = new SegmentButton(choice, this);
        m_group->addButton(button, count());
        m_buttons.append(button);
        row->addWidget(button, 1);
    }
    setAccess(this, {.role = QAccessible::Grouping, .value = [this] {
                         const QAbstractButton* chosen = m_group->checkedButton();
                         return chosen != nullptr ? chosen->text() : QString();
                     }});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (!m_buttons.isEmpty()) {
        setFocusProxy(m_buttons.first());
    }
    connect(m_group, &QButtonGroup::idClicked, this, &Segment::chosen);
}

int Segment::current() const {
    return m_group->checkedId();
}

void Segment::setCurrent(int index) {
    if (QAbstractButton* button = m_group->button(index)) {
        button->setChecked(true);
        setFocusProxy(button);
    } else if (QAbstractButton* chosen = m_group->checkedButton()) {
        m_group->setExclusive(false);
        chosen->setChecked(false);
        m_group->setExclusive(true);
    }
}

void Segment::setChoiceEnabled(int index, bool enabled, const QString& reason) {
    if (QAbstractButton* choice = button(index)) {
        choice->setEnabled(enabled);
        choice->setToolTip(enabled ? QString() : reason);
    }
}

void Segment::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.control);
    painter.setBrush(theme.surface);
    painter.drawPath(outline(rect()));
}

}  // namespace zeropoint::ui
