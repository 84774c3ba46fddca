// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/icon.h"

#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>

namespace zeropoint::ui {
namespace {

class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(const QString& path, const QColor& normal, const QColor& active)
        : m_renderer(std::make_shared<QSvgRenderer>(path)), m_normal(normal), m_active(active) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode,
               QIcon::State state) override {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, render(rect.size() * ratio, ratio, mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return render(size, 1.0, mode, state);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override {
        return render(size, scale, mode, state);
    }

    QIconEngine* clone() const override { return new TintedIconEngine(*this); }

private:
    /// `size` counts device pixels.
    QPixmap render(const QSize& size, qreal ratio, QIcon::Mode mode, QIcon::State state) const {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        m_renderer->render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        const bool active = state == QIcon::On || mode == QIcon::Selected;
        QColor color = active ? m_active : m_normal;
        color.setAlphaF(mode == QIcon::Disabled ? 0.5F : 1.0F);
        painter.fillRect(pixmap.rect(), color);
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    std::shared_ptr<QSvgRenderer> m_renderer;
    QColor m_normal;
    QColor m_active;
};

}  // namespace

QIcon tintedIcon(const QString& path, const QColor& normal, const QColor& active) {
    return QIcon(new TintedIconEngine(path, normal, active));
}

}  // namespace zeropoint::ui
