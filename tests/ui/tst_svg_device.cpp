// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/svg_device.h"

#include <QPainter>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

#include <memory>
#include <vector>

using namespace zeropoint::ui;

namespace {

struct Element {
    QString name;
    QXmlStreamAttributes attributes;
    QString text;  ///< with that of what is in it
    const Element* parent = nullptr;
    std::vector<std::unique_ptr<Element>> children;

    QString operator[](const char* attribute) const {
        return attributes.value(QLatin1String(attribute)).toString();
    }
    /// Of a name, at any depth.
    QList<const Element*> all(const QString& wanted) const {
        QList<const Element*> found;
        for (const auto& child : children) {
            found += child->name == wanted ? QList<const Element*>{child.get()}
                                           : QList<const Element*>();
            found += child->all(wanted);
        }
        return found;
    }
    /// Paths that are drawn, not those that clip.
    QList<const Element*> drawn() const {
        QList<const Element*> found;
        for (const Element* path : all(QStringLiteral("path"))) {
            found += path->parent->name == QLatin1String("clipPath") ? QList<const Element*>()
                                                                     : QList<const Element*>{path};
        }
        return found;
    }
};

void read(QXmlStreamReader& xml, Element& into) {
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement()) {
            return;
        }
        if (xml.isCharacters()) {
            into.text += xml.text();
        } else if (xml.isStartElement()) {
            auto child = std::make_unique<Element>();
            child->name = xml.name().toString();
            child->attributes = xml.attributes();
            child->parent = &into;
            read(xml, *child);
            into.children.push_back(std::move(child));
        }
    }
}

/// What painting makes of a page of 100 x 80, read by a parser: the document, whose only child is
/// the page.
template <typename Paint>
std::unique_ptr<Element> painted(Paint paint) {
    SvgDevice device({100, 80}, QStringLiteral("A < B"), QStringLiteral("seed 7 & more"));
    QPainter painter(&device);
    paint(painter);
    painter.end();
    QXmlStreamReader xml(device.svg());
    auto document = std::make_unique<Element>();
    read(xml, *document);
    if (xml.hasError()) {
        qFatal("no XML: %s", qPrintable(xml.errorString()));
    }
    return document;
}

}  // namespace

class TestSvgDevice : public QObject {
    Q_OBJECT

private slots:
    // Whoever paints on it learns its size and pixels without a complaint on stderr.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("metric"))); }

    void thePageHasSizeAndTitle() {
        const auto root = painted([](QPainter&) {});
        const Element& page = *root->children.at(0);
        QCOMPARE(page["viewBox"], QString("0 0 100 80"));
        QCOMPARE(page.all("title").at(0)->text, QString("A < B"));
        QCOMPARE(page.all("desc").at(0)->text, QString("seed 7 & more"));
    }

    /// The clip is in the page's coordinates, whatever the painter's were, and ends when it ends.
    void whatIsClippedIsClipped() {
        const auto root = painted([](QPainter& painter) {
            painter.save();
            painter.translate(10, 20);
            painter.scale(2, 2);
            painter.setClipRect(QRectF(0, 0, 5, 10));
            painter.fillRect(QRectF(-50, -50, 200, 200), Qt::red);
            painter.fillRect(QRectF(0, 0, 1, 1), Qt::green);
            painter.restore();
            painter.fillRect(QRectF(0, 0, 3, 3), Qt::blue);
        });
        const auto clips = root->all("clipPath");
        QCOMPARE(clips.size(), 1);
        QCOMPARE((*clips[0]->all("path").at(0))["d"], QString("M10 20L20 20L20 40L10 40L10 20"));
        const auto paths = root->drawn();
        QCOMPARE(paths.size(), 3);
        const QString clipped = QStringLiteral("url(#%1)").arg((*clips[0])["id"]);
        QCOMPARE((*paths[0]->parent)["clip-path"], clipped);
        QCOMPARE(paths[1]->parent, paths[0]->parent);
        QCOMPARE(paths[2]->parent->name, QString("svg"));
        QCOMPARE((*paths[0])["fill"], QString("#ff0000"));
        QCOMPARE((*paths[0])["transform"], QString("matrix(2 0 0 2 10 20)"));
    }

    void aTextureBecomesAPattern() {
        const auto root = painted([](QPainter& painter) {
            QPixmap tile(16, 16);
            tile.setDevicePixelRatio(2);
            tile.fill(Qt::yellow);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QBrush(tile));
            painter.drawRect(QRectF(10, 10, 30, 40));
        });
        const auto patterns = root->all("pattern");
        QCOMPARE(patterns.size(), 1);
        QCOMPARE((*patterns[0])["width"], QString("8"));
        QCOMPARE(root->drawn().size(), 1);
        QCOMPARE((*root->drawn()[0])["fill"], QStringLiteral("url(#%1)").arg((*patterns[0])["id"]));
        const QString source = (*patterns[0]->all("image").at(0))["xlink:href"];
        const QString start = QStringLiteral("data:image/png;base64,");
        QVERIFY(source.startsWith(start));
        const QImage image =
            QImage::fromData(QByteArray::fromBase64(source.mid(start.size()).toLatin1()));
        QCOMPARE(image.size(), QSize(16, 16));
        QCOMPARE(image.pixelColor(3, 3), QColor(Qt::yellow));
    }

    void aPenOfATextureIsAnImage() {
        const auto root = painted([](QPainter& painter) {
            QPixmap tile(4, 4);
            tile.fill(Qt::yellow);
            painter.setPen(QPen(QBrush(tile), 6));
            painter.drawLine(QPointF(10, 40), QPointF(90, 40));
        });
        const auto images = root->all("image");
        QCOMPARE(images.size(), 1);
        const QString source = (*images[0])["xlink:href"];
        const QImage image = QImage::fromData(
            QByteArray::fromBase64(source.section(QLatin1Char(','), 1).toLatin1()));
        const int top = qRound((*images[0])["y"].toDouble());
        const int left = qRound((*images[0])["x"].toDouble());
        QCOMPARE(image.pixelColor(50 - left, 40 - top), QColor(Qt::yellow));
    }

    void textStaysText() {
        const auto root = painted([](QPainter& painter) {
            QFont font(QStringLiteral("Inter"));
            font.setPixelSize(13);
            font.setWeight(QFont::DemiBold);
            painter.setFont(font);
            painter.setPen(QColor(1, 2, 3));
            painter.drawText(QPointF(7, 9), QStringLiteral("q < z & \u2212\u00d710\u207b\u2076"));
        });
        QString text;
        for (const Element* element : root->all("text")) {
            text += element->text;
            QCOMPARE((*element)["font-size"], QString("13"));
            QCOMPARE((*element)["font-weight"], QString("600"));
            QCOMPARE((*element)["fill"], QString("#010203"));
        }
        QCOMPARE(text, QStringLiteral("q < z & \u2212\u00d710\u207b\u2076"));
        QCOMPARE(root->all("image").size(), 0);
    }

    void pensAndOpacity() {
        const auto root = painted([](QPainter& painter) {
            QPen pen(QColor(255, 0, 0, 51), 2);
            pen.setDashPattern({3, 1});
            pen.setCapStyle(Qt::FlatCap);
            painter.setPen(pen);
            painter.setOpacity(0.5);
            painter.drawPolyline(QPolygonF({{0, 0}, {10, 0}, {10, 5}}));
        });
        QCOMPARE(root->drawn().size(), 1);
        const Element& path = *root->drawn()[0];
        QCOMPARE(path["d"], QString("M0 0L10 0L10 5"));
        QCOMPARE(path["fill"], QString("none"));
        QCOMPARE(path["stroke"], QString("#ff0000"));
        QCOMPARE(path["stroke-opacity"].toDouble(), 0.2);
        QCOMPARE(path["stroke-width"], QString("2"));
        QCOMPARE(path["stroke-dasharray"], QString("6 2"));
        QCOMPARE(path["opacity"], QString("0.5"));
    }
};

QTEST_MAIN(TestSvgDevice)
#include "tst_svg_device.moc"
