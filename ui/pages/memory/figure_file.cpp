// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/figure_file.h"

#include "core/files/atomic_file.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QWidget>

namespace zeropoint::ui {
namespace {

constexpr int dotsPerInch = 96;
constexpr double pointsPerInch = 72;
constexpr int pictureScale = 2;

}  // namespace

bool saveFigureOf(const QWidget* widget, const QString& file,
                  const std::function<void(QPainter&)>& paint) {
    const QRect area = widget->rect();
    const QColor& ground = themeOf(widget).surface;
    const auto draw = [&](QPaintDevice& device) {
        QPainter painter;
        if (!painter.begin(&device)) {
            return false;
        }
        painter.fillRect(area, ground);
        paint(painter);
        return painter.end();
    };
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const auto drawn = [&] {
        if (file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
            QSvgGenerator drawing;
            drawing.setResolution(dotsPerInch);
            drawing.setOutputDevice(&out);
            drawing.setSize(area.size());
            drawing.setViewBox(area);
            return draw(drawing);
        }
        if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
            QPdfWriter drawing(&out);
            drawing.setResolution(dotsPerInch);
            drawing.setPageSize(
                QPageSize(QSizeF(area.size()) * pointsPerInch / dotsPerInch, QPageSize::Point));
            drawing.setPageMargins({});
            return draw(drawing);
        }
        QImage picture(area.size() * pictureScale, QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(pictureScale);
        const QByteArray ending = QFileInfo(file).suffix().toLatin1();
        return draw(picture) && picture.save(&out, ending.constData());
    };
    return drawn() && replaceFile(file.toStdString(), out.data().toStdString());
}

}  // namespace zeropoint::ui
