// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFontMetricsF>
#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QString>
#include <QWidget>
#include <qcustomplot.h>

#include <cmath>
#include <vector>

namespace zeropoint::test {

/// A text as a widget paints it, in the widget's pixels: labels, buttons, tables, plots and what
/// paints itself alike.
struct DrawnText {
    QString text;
    QRectF ink;   ///< from its baseline up to its capitals, as wide as it is written
    QRectF room;  ///< what of the widget is not clipped away
    QColor color;
    bool large = false;  ///< in the sense of WCAG: 24 pixels, or 18.66 in bold
};

/// Takes down the texts that are painted on it and draws nothing.
class TextDevice : public QPaintDevice {
public:
    explicit TextDevice(const QSize& size) : m_size(size), m_engine(m_texts) {}

    QPaintEngine* paintEngine() const override { return &m_engine; }
    const std::vector<DrawnText>& texts() const { return m_texts; }

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
            case PdmWidth:
                return m_size.width();
            case PdmHeight:
                return m_size.height();
            case PdmDpiX:
            case PdmDpiY:
            case PdmPhysicalDpiX:
            case PdmPhysicalDpiY:
                return 96;
            case PdmDepth:
                return 32;
            case PdmDevicePixelRatio:
                return 1;
            case PdmDevicePixelRatioScaled:
                return static_cast<int>(devicePixelRatioFScale());
            default:
                return QPaintDevice::metric(metric);
        }
    }

private:
    class Engine : public QPaintEngine {
    public:
        explicit Engine(std::vector<DrawnText>& texts)
            : QPaintEngine(AllFeatures), m_texts(texts) {}
        bool begin(QPaintDevice*) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState&) override {}
        void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
        void drawImage(const QRectF&, const QImage&, const QRectF&,
                       Qt::ImageConversionFlags) override {}
        void drawPath(const QPainterPath&) override {}
        void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
        Type type() const override { return User; }
        void drawTextItem(const QPointF& at, const QTextItem& item) override {
            if (item.text().trimmed().isEmpty() || painter()->opacity() < 1) {
                return;
            }
            const QTransform place = painter()->deviceTransform();
            const QFont font = item.font();
            const double capitals = QFontMetricsF(font).capHeight();
            DrawnText drawn;
            drawn.text = item.text();
            drawn.ink = place.mapRect(QRectF(at.x(), at.y() - capitals, item.width(), capitals));
            drawn.room = painter()->hasClipping() ? place.map(painter()->clipPath()).boundingRect()
                                                  : QRectF(-1e6, -1e6, 2e6, 2e6);
            drawn.color = painter()->pen().color();
            const double size = QFontInfo(font).pixelSize();
            drawn.large = size >= 24 || (size >= 18.66 && font.weight() >= QFont::Bold);
            m_texts.push_back(drawn);
        }

    private:
        std::vector<DrawnText>& m_texts;
    };

    QSize m_size;
    std::vector<DrawnText> m_texts;
    mutable Engine m_engine;
};

/// What the widget paints itself, without its children.
inline std::vector<DrawnText> textsOf(QWidget& widget) {
    TextDevice device(widget.size());
    if (auto* plot = qobject_cast<QCustomPlot*>(&widget)) {
        QCPPainter painter(&device);
        plot->toPainter(&painter, plot->width(), plot->height());
    } else {
        widget.render(&device, QPoint(), QRegion(), QWidget::IgnoreMask);
    }
    return device.texts();
}

/// Contrast of two colours, 1 to 21, as WCAG 2.1 defines it over the relative luminance of sRGB.
inline double contrast(const QColor& one, const QColor& other) {
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double share) {
            return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// The colour of most pixels in a rectangle of a picture, in its pixels.
inline QColor groundIn(const QImage& picture, const QRect& place) {
    QHash<QRgb, int> counts;
    const QRect inside = place.intersected(picture.rect());
    QRgb most = 0;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            if (++counts[pixel] > counts.value(most)) {
                most = pixel;
            }
        }
    }
    return QColor(most);
}

/// The labels that an axis would write, in their order.
inline QStringList labelsOf(QCPAxis& axis) {
    QVector<double> ticks;
    QVector<QString> labels;
    axis.ticker()->generate(axis.range(), QLocale::c(), axis.numberFormat().at(0).toLatin1(),
                            axis.numberPrecision(), ticks, nullptr, &labels);
    QStringList inRange;
    for (qsizetype i = 0; i < std::min(ticks.size(), labels.size()); ++i) {
        if (axis.range().contains(ticks[i]) && !labels[i].isEmpty()) {
            inRange << labels[i];
        }
    }
    return inRange;
}

/// Every axis that is shown, those of colour bars too.
inline QList<QCPAxis*> axesOf(QCustomPlot& plot) {
    QList<QCPAxis*> all;
    for (QCPLayoutElement* element : plot.plotLayout()->elements(true)) {
        if (auto* rect = qobject_cast<QCPAxisRect*>(element); rect != nullptr && rect->visible()) {
            all << rect->axes();
        } else if (auto* scale = qobject_cast<QCPColorScale*>(element);
                   scale != nullptr && scale->visible()) {
            all << scale->axis();
        }
    }
    all.removeIf([](const QCPAxis* axis) { return !axis->visible() || !axis->tickLabels(); });
    return all;
}

}  // namespace zeropoint::test
