// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/stepped_slider.h"

#include "ui/controls/focus_ring.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QAccessibleWidget>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int thumbRadius = 8;
constexpr int grooveY = 10;
constexpr int sliderHeight = 36;

class AccessibleSteppedSlider : public QAccessibleWidget {
public:
    explicit AccessibleSteppedSlider(SteppedSlider* slider)
        : QAccessibleWidget(slider, QAccessible::Slider), m_slider(slider) {}

    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? m_slider->stopText() : QAccessibleWidget::text(kind);
    }

private:
    SteppedSlider* m_slider;
};

QAccessibleInterface* makeSliderAccessible(const QString&, QObject* object) {
    auto* slider = qobject_cast<SteppedSlider*>(object);
    return slider ? new AccessibleSteppedSlider(slider) : nullptr;
}

}  // namespace

SteppedSlider::SteppedSlider(std::vector<int> stops, const QString& unit, QWidget* parent)
    : QAbstractSlider(parent), m_offered(std::move(stops)), m_stops(m_offered), m_unit(unit) {
    static const bool installed = (QAccessible::installFactory(makeSliderAccessible), true);
    Q_UNUSED(installed);
    setRange(0, static_cast<int>(m_stops.size()) - 1);
    setPageStep(1);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setOrientation(Qt::Horizontal);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractSlider::valueChanged, this, [this] {
        update();
        if (!m_silent) {
            emit stopChosen(stop());
        }
    });
}

void SteppedSlider::setStop(int stop) {
    m_silent = true;
    m_stops = m_offered;
    auto at = std::lower_bound(m_stops.begin(), m_stops.end(), stop);
    if (at == m_stops.end() || *at != stop) {
        at = m_stops.insert(at, stop);
    }
    setRange(0, static_cast<int>(m_stops.size()) - 1);
    setValue(static_cast<int>(at - m_stops.begin()));
    m_silent = false;
}

QSize SteppedSlider::sizeHint() const {
    return {static_cast<int>(m_stops.size()) * 22, sliderHeight};
}

QSize SteppedSlider::minimumSizeHint() const {
    return {static_cast<int>(m_stops.size()) * 16, sliderHeight};
}

double SteppedSlider::positionOf(int index) const {
    const double span = width() - 2.0 * thumbRadius - 2;
    return thumbRadius + 1 + span * index / std::max<std::size_t>(1, m_stops.size() - 1);
}

int SteppedSlider::indexAt(double x) const {
    const double span = width() - 2.0 * thumbRadius - 2;
    const double index = (x - thumbRadius - 1) / span * static_cast<double>(m_stops.size() - 1);
    return std::clamp(static_cast<int>(std::lround(index)), minimum(), maximum());
}

void SteppedSlider::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double thumb = positionOf(sliderPosition());
    const QRectF groove(positionOf(0), grooveY - 2, positionOf(maximum()) - positionOf(0), 4);
    painter.setPen(theme.border);
    painter.setBrush(theme.sunken);
    painter.drawRoundedRect(groove, 2, 2);
    const QColor mark = isEnabled() ? theme.accent : theme.control;
    painter.fillRect(QRectF(groove.left(), grooveY - 2, thumb - groove.left(), 4), mark);
    for (int index = 0; index <= maximum(); ++index) {
        const bool current = index == sliderPosition();
        const double x = positionOf(index);
        painter.fillRect(QRectF(x - 0.5, grooveY - 4, 1, 8), theme.axis);
        painter.setFont(monoFont(11, current ? QFont::DemiBold : QFont::Normal));
        painter.setPen(current && isEnabled() ? theme.accent : theme.text3);
        painter.drawText(QRectF(x - 14, grooveY + 10, 28, 14), Qt::AlignCenter,
                         QString::number(m_stops[static_cast<std::size_t>(index)]));
    }
    painter.setPen(QPen(mark, 2));
    painter.setBrush(underMouse() && isEnabled() ? theme.accentSoft : theme.surface);
    painter.drawEllipse(QPointF(thumb, grooveY), thumbRadius - 1, thumbRadius - 1);
    if (hasFocus()) {
        drawFocusRing(painter, rect(), 6, theme);
    }
}

void SteppedSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        setSliderDown(true);
        setValue(indexAt(event->position().x()));
    }
}

void SteppedSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) {
        setValue(indexAt(event->position().x()));
    }
}

void SteppedSlider::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
}

void SteppedSlider::changeEvent(QEvent* event) {
    QAbstractSlider::changeEvent(event);
    update();
}

}  // namespace zeropoint::ui
