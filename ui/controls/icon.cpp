// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/icon.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace zeropoint::ui {
namespace {

class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(const QString& path, const QColor& normal, const QColor& active)
        : m_path(path), m_normal(normal), m_active(active) {}

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
    /// `size` counts device pixels. What was drawn before is taken from Qt's cache of pixmaps: rail
    /// and chips ask again each time they paint.
    QPixmap render(const QSize& size, qreal ratio, QIcon::Mode mode, QIcon::State state) const {
        const bool active = state == QIcon::On || mode == QIcon::Selected;
        QColor color = active ? m_active : m_normal;
        color.setAlphaF(mode == QIcon::Disabled ? 0.5F : 1.0F);
        const QString key = QStringLiteral("%1 %2x%3 %4 %5")
                                .arg(m_path)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ratio)
                                .arg(color.name(QColor::HexArgb));
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = drawn(size, color);
            pixmap.setDevicePixelRatio(ratio);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QPixmap drawn(const QSize& size, const QColor& color) const {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(m_path).render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
        return pixmap;
    }

    QString m_path;
    QColor m_normal;
    QColor m_active;
};

/// Follows the theme for one button.
class IconTint : public QObject {
public:
    IconTint(QAbstractButton* button, const char* name, QColor Theme::*normal,
             QColor Theme::*active)
        : QObject(button),
          m_button(button),
          m_path(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name))),
          m_normal(normal),
          m_active(active) {
        button->installEventFilter(this);
        tint();
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
            event->type() == QEvent::ParentChange) {
            tint();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void tint() {
        // A button's own palette is the style sheet's; that of what it stands on is the theme's.
        const QWidget* ground = m_button->parentWidget();
        const Theme& theme = themeOf(ground != nullptr ? ground : m_button);
        m_button->setIcon(tintedIcon(m_path, theme.*m_normal, theme.*m_active));
    }

    QAbstractButton* m_button;
    QString m_path;
    QColor Theme::*m_normal;
    QColor Theme::*m_active;
};

}  // namespace

QIcon tintedIcon(const QString& path, const QColor& normal, const QColor& active) {
    return QIcon(new TintedIconEngine(path, normal, active));
}

void setTintedIcon(QAbstractButton* button, const char* name, QColor Theme::*normal,
                   QColor Theme::*active) {
    new IconTint(button, name, normal, active);
}

void setTintedIcon(QAbstractButton* button, const char* name) {
    setTintedIcon(button, name, &Theme::text2, &Theme::accent);
}

}  // namespace zeropoint::ui
