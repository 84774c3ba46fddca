// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/focus_frame.h"

#include "ui/controls/focus_ring.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QSlider>

namespace zeropoint::ui {
namespace {

constexpr double cornerRadius = 6;

class Ring : public QFocusFrame {
public:
    Ring() { setObjectName(QStringLiteral("focus_frame")); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        drawFocusRing(painter, rect(), cornerRadius, themeOf(this));
    }
};

bool needsRing(const QWidget* focus) {
    if (focus == nullptr || focus->property("role") == QLatin1String("choices")) {
        return false;  // which has its own
    }
    const bool popup = focus->window()->windowType() == Qt::Popup;
    return !popup && (qobject_cast<const QAbstractItemView*>(focus) != nullptr ||
                      qobject_cast<const QSlider*>(focus) != nullptr);
}

}  // namespace

FocusFrame::FocusFrame(QObject* parent) : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* focus) { follow(focus); });
}

FocusFrame::~FocusFrame() {
    delete m_frame;
}

void FocusFrame::follow(QWidget* focus) {
    if (!needsRing(focus)) {
        if (m_frame) {
            m_frame->setWidget(nullptr);
        }
        return;
    }
    if (!m_frame) {
        m_frame = new Ring;
    }
    m_frame->setWidget(focus);
}

}  // namespace zeropoint::ui
