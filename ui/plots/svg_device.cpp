// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/svg_device.h"

#include <QBuffer>
#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int dotsPerInch = 96;
constexpr double millimetresPerInch = 25.4;
constexpr double pointsPerInch = 72;

/// Gradients, pens with textures and modes of composition are not among them: QPainter then hands
/// over an image.
constexpr QPaintEngine::PaintEngineFeatures features =
    QPaintEngine::PrimitiveTransform | QPaintEngine::PatternTransform |
    QPaintEngine::PixmapTransform | QPaintEngine::PatternBrush | QPaintEngine::AlphaBlend |
    QPaintEngine::PainterPaths | QPaintEngine::Antialiasing | QPaintEngine::ConstantOpacity |
    QPaintEngine::MaskedBrush;

QString number(double value) {
    return QString::number(value, 'g', 8);
}

QString attribute(const char* name, const QString& value) {
    return QStringLiteral(" %1=\"%2\"").arg(QLatin1String(name), value);
}

QString colorAttributes(const char* name, const QColor& color) {
    QString text = attribute(name, color.name());
    if (color.alpha() < 255) {
        text +=
            QStringLiteral(" %1-opacity=\"%2\"").arg(QLatin1String(name), number(color.alphaF()));
    }
    return text;
}

QString transformText(const QTransform& t) {
    return QStringLiteral("matrix(%1 %2 %3 %4 %5 %6)")
        .arg(number(t.m11()), number(t.m12()), number(t.m21()), number(t.m22()), number(t.dx()),
             number(t.dy()));
}

/// "M0 0L4 0C..." with every subpath as it is, open or closed.
QString pathText(const QPainterPath& path) {
    QString text;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element& element = path.elementAt(i);
        const char* letter = element.type == QPainterPath::MoveToElement    ? "M"
                             : element.type == QPainterPath::LineToElement  ? "L"
                             : element.type == QPainterPath::CurveToElement ? "C"
                                                                            : " ";
        text += QLatin1String(letter) + number(element.x) + QLatin1Char(' ') + number(element.y);
    }
    return text;
}

QString pngText(const QImage& image) {
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    image.save(&out, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(out.data().toBase64());
}

QString imageElement(const QRectF& place, const QImage& image, const QString& more = {}) {
    return QStringLiteral(
               "<image x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" "
               "preserveAspectRatio=\"none\"%5 xlink:href=\"%6\"/>\n")
        .arg(number(place.x()), number(place.y()), number(place.width()), number(place.height()),
             more, pngText(image));
}

QString strokeAttributes(const QPen& pen) {
    if (pen.style() == Qt::NoPen) {
        return attribute("stroke", QStringLiteral("none"));
    }
    const double width = pen.widthF() > 0 ? pen.widthF() : 1;
    QString text =
        colorAttributes("stroke", pen.color()) + attribute("stroke-width", number(width));
    if (pen.isCosmetic()) {
        text += attribute("vector-effect", QStringLiteral("non-scaling-stroke"));
    }
    if (pen.capStyle() != Qt::FlatCap) {
        text +=
            attribute("stroke-linecap", pen.capStyle() == Qt::RoundCap ? QStringLiteral("round")
                                                                       : QStringLiteral("square"));
    }
    text +=
        attribute("stroke-linejoin", pen.joinStyle() == Qt::RoundJoin   ? QStringLiteral("round")
                                     : pen.joinStyle() == Qt::BevelJoin ? QStringLiteral("bevel")
                                                                        : QStringLiteral("miter"));
    if (pen.style() != Qt::SolidLine) {
        QStringList dashes;
        for (const qreal dash : pen.dashPattern()) {
            dashes << number(dash * width);
        }
        text += attribute("stroke-dasharray", dashes.join(QLatin1Char(' '))) +
                attribute("stroke-dashoffset", number(pen.dashOffset() * width));
    }
    return text;
}

}  // namespace

/// Writes an element for each thing that is painted, those under one clip in one group.
class SvgEngine : public QPaintEngine {
public:
    SvgEngine() : QPaintEngine(features) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override {
        closeGroup();
        return true;
    }
    /// What is drawn asks the painter for its state.
    void updateState(const QPaintEngineState&) override {}
    Type type() const override { return User; }

    void drawPath(const QPainterPath& path) override { shape(path, painter()->brush()); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        QPainterPath path(points[0]);
        for (int i = 1; i < count; ++i) {
            path.lineTo(points[i]);
        }
        if (mode != PolylineMode) {
            path.closeSubpath();
        }
        path.setFillRule(mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
        shape(path, mode == PolylineMode ? QBrush() : painter()->brush());
    }
    void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override {
        image(place, pixmap.copy(part.toRect()).toImage());
    }
    void drawImage(const QRectF& place, const QImage& picture, const QRectF& part,
                   Qt::ImageConversionFlags) override {
        image(place, picture.copy(part.toRect()));
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override;

    const QString& body() const { return m_body; }
    const QString& definitions() const { return m_definitions; }

private:
    void shape(const QPainterPath& path, const QBrush& brush);
    void image(const QRectF& place, const QImage& picture);
    /// Transform and opacity of the painter.
    QString placeAttributes() const;
    QString fillAttributes(const QBrush& brush);
    QString patternOf(const QBrush& brush);
    void openGroup();
    void closeGroup();

    QString m_body;
    QString m_definitions;
    QHash<QString, QString> m_clips;     ///< ids by their paths
    QHash<QString, QString> m_patterns;  ///< ids by texture and origin
    QString m_openClip;                  ///< path of the group that is written; empty: none
};

/// In the picture's own coordinates, whatever the painter's are.
void SvgEngine::openGroup() {
    QString clip;
    if (painter()->hasClipping()) {
        clip = pathText(painter()->deviceTransform().map(painter()->clipPath()));
        clip = clip.isEmpty() ? QStringLiteral("M0 0") : clip;  // nothing is seen
    }
    if (clip == m_openClip) {
        return;
    }
    closeGroup();
    if (clip.isEmpty()) {
        return;
    }
    QString& id = m_clips[clip];
    if (id.isEmpty()) {
        id = QStringLiteral("clip%1").arg(m_clips.size());
        m_definitions +=
            QStringLiteral("<clipPath id=\"%1\"><path d=\"%2\"/></clipPath>\n").arg(id, clip);
    }
    m_openClip = clip;
    m_body += QStringLiteral("<g clip-path=\"url(#%1)\">\n").arg(id);
}

void SvgEngine::closeGroup() {
    m_body += m_openClip.isEmpty() ? QString() : QStringLiteral("</g>\n");
    m_openClip.clear();
}

QString SvgEngine::placeAttributes() const {
    // With the place of a widget that renders itself into the picture.
    const QTransform& transform = painter()->deviceTransform();
    QString text;
    if (!transform.isIdentity()) {
        text += attribute("transform", transformText(transform));
    }
    if (painter()->opacity() < 1) {
        text += attribute("opacity", number(painter()->opacity()));
    }
    return text;
}

/// The tile of a texture, again and again from the brush's origin.
QString SvgEngine::patternOf(const QBrush& brush) {
    const QString x = number(painter()->brushOrigin().x());
    const QString y = number(painter()->brushOrigin().y());
    QString& id = m_patterns[QStringLiteral("%1 %2 %3").arg(brush.texture().cacheKey()).arg(x, y)];
    if (id.isEmpty()) {
        id = QStringLiteral("pattern%1").arg(m_patterns.size());
        const QImage tile = brush.textureImage();
        const QSizeF size = QSizeF(tile.size()) / tile.devicePixelRatio();
        m_definitions += QStringLiteral(
                             "<pattern id=\"%1\" patternUnits=\"userSpaceOnUse\" x=\"%2\" "
                             "y=\"%3\" width=\"%4\" height=\"%5\">\n%6</pattern>\n")
                             .arg(id, x, y, number(size.width()), number(size.height()),
                                  imageElement({QPointF(), size}, tile));
    }
    return QStringLiteral("url(#%1)").arg(id);
}

QString SvgEngine::fillAttributes(const QBrush& brush) {
    switch (brush.style()) {
        case Qt::NoBrush:
            return attribute("fill", QStringLiteral("none"));
        case Qt::TexturePattern:
            return attribute("fill", patternOf(brush));
        default:
            return colorAttributes("fill", brush.color());
    }
}

void SvgEngine::shape(const QPainterPath& path, const QBrush& brush) {
    if (path.isEmpty() || (brush.style() == Qt::NoBrush && painter()->pen().style() == Qt::NoPen)) {
        return;
    }
    openGroup();
    QString element = QStringLiteral("<path d=\"%1\"").arg(pathText(path)) + fillAttributes(brush);
    if (path.fillRule() == Qt::OddEvenFill && brush.style() != Qt::NoBrush) {
        element += attribute("fill-rule", QStringLiteral("evenodd"));
    }
    m_body +=
        element + strokeAttributes(painter()->pen()) + placeAttributes() + QStringLiteral("/>\n");
}

void SvgEngine::image(const QRectF& place, const QImage& picture) {
    openGroup();
    m_body += imageElement(place, picture, placeAttributes());
}

void SvgEngine::drawTextItem(const QPointF& at, const QTextItem& item) {
    const QFont font = item.font();
    const double size =
        font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * dotsPerInch / pointsPerInch;
    openGroup();
    m_body += QStringLiteral(
                  "<text x=\"%1\" y=\"%2\" font-family=\"%3\" font-size=\"%4\" "
                  "font-weight=\"%5\" xml:space=\"preserve\"")
                  .arg(number(at.x()), number(at.y()), font.family().toHtmlEscaped(), number(size))
                  .arg(static_cast<int>(font.weight()));
    if (font.italic()) {
        m_body += attribute("font-style", QStringLiteral("italic"));
    }
    m_body += colorAttributes("fill", painter()->pen().color()) + placeAttributes() +
              QLatin1Char('>') + item.text().toHtmlEscaped() + QStringLiteral("</text>\n");
}

SvgDevice::SvgDevice(const QSize& size, QString title, QString description)
    : m_size(size),
      m_title(std::move(title)),
      m_description(std::move(description)),
      m_engine(std::make_unique<SvgEngine>()) {}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const {
    return m_engine.get();
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
    switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return qRound(m_size.width() * millimetresPerInch / dotsPerInch);
        case PdmHeightMM:
            return qRound(m_size.height() * millimetresPerInch / dotsPerInch);
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
    }
}

QByteArray SvgDevice::svg() const {
    const QString head =
        QStringLiteral(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%1\" height=\"%2\" "
            "viewBox=\"0 0 %1 %2\">\n")
            .arg(m_size.width())
            .arg(m_size.height());
    return (head + QStringLiteral("<title>") + m_title.toHtmlEscaped() +
            QStringLiteral("</title>\n<desc>") + m_description.toHtmlEscaped() +
            QStringLiteral("</desc>\n<defs>\n") + m_engine->definitions() +
            QStringLiteral("</defs>\n") + m_engine->body() + QStringLiteral("</svg>\n"))
        .toUtf8();
}

}  // namespace zeropoint::ui
