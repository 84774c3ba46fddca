// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/chart_figure.h"

#include "core/files/atomic_file.h"
#include "ui/plots/plot_widget.h"
#include "ui/plots/svg_device.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QFileInfo>
#include <QFontMetrics>
#include <QPageSize>
#include <QPdfWriter>
#include <QPointer>
#include <QWidget>
#include <qcustomplot.h>

#include <algorithm>
#include <numeric>

namespace zeropoint::ui {
namespace {

constexpr int leastWidth = 900;
constexpr int mostWidth = 1600;
constexpr int plotHeight = 480;
constexpr int smallPlotHeight = 300;
/// More charts than this stand side by side, each under its name.
constexpr int mostBelowEachOther = 2;
constexpr int mostBeside = 3;
constexpr int nameHeight = 18;
/// A widget that is no higher is the key of the chart below it, and keeps its height.
constexpr int mostStripHeight = 48;
constexpr int margin = 24;
/// A chart that paints itself is not drawn larger than so many times its size in the window, and
/// not higher than so many plots.
constexpr double mostScale = 2;
constexpr int mostPlotHeights = 2;
constexpr double rasterScale = 2;
constexpr int resolution = 96;  ///< of PDF, as of SVG: a pixel is a pixel

/// As on paper (ui/controls/paper.h): every sign of a PDF is a character.
QFont wordFont(int pixels) {
    QFont font = textFont(pixels);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

/// For as long as it lives a chart is in the light theme, with all that it is made of: parts that
/// a style sheet has touched do not follow the palette of what they stand in.
class InLightTheme {
public:
    explicit InLightTheme(QWidget& chart) {
        if (!themeOf(&chart).dark) {
            return;
        }
        const QPalette light = paletteOf(lightTheme());
        QList<QWidget*> parts = chart.findChildren<QWidget*>();
        parts.prepend(&chart);
        for (QWidget* part : parts) {
            const bool own = part->testAttribute(Qt::WA_SetPalette);
            m_before.append({part, own ? part->palette() : QPalette()});
        }
        for (QWidget* part : parts) {
            part->setPalette(light);
        }
    }
    ~InLightTheme() {
        for (const auto& [part, palette] : m_before) {
            part->setPalette(palette);
        }
    }
    InLightTheme(const InLightTheme&) = delete;
    InLightTheme& operator=(const InLightTheme&) = delete;

private:
    QList<QPair<QWidget*, QPalette>> m_before;
};

/// The plot that a chart is, or holds; none: it paints itself.
PlotWidget* plotOf(QWidget& chart) {
    auto* self = qobject_cast<PlotWidget*>(&chart);
    return self != nullptr ? self : chart.findChild<PlotWidget*>();
}

class ChartPicture {
public:
    ChartPicture(const QList<QWidget*>& charts, QString title, QString caption)
        : m_title(std::move(title)), m_caption(std::move(caption)) {
        for (QWidget* chart : charts) {
            m_width = std::max(m_width, widthOf(*chart));
        }
        for (QWidget* chart : charts) {
            m_charts.append(chart);
            m_heights.append(heightOf(*chart));
        }
        // Keys stand above what they are of, and take no place beside it.
        while (m_keys < count() && plotOf(*charts[m_keys]) == nullptr && isStrip(*charts[m_keys])) {
            ++m_keys;
        }
        const QFontMetrics lines(wordFont(12));
        const QRect room(0, 0, m_width - 2 * margin, 10'000);
        m_captionHeight = m_caption.isEmpty()
                              ? 0
                              : lines.boundingRect(room, Qt::TextWordWrap, m_caption).height();
        m_titleHeight = m_title.isEmpty() ? 0 : QFontMetrics(wordFont(16)).height() + margin / 2;
    }

    QSize size() const {
        const auto firstChart = m_heights.begin() + m_keys;
        const int rows = (count() - m_keys + beside() - 1) / beside();
        const int keys = std::accumulate(m_heights.begin(), firstChart, 0);
        const int height = keys + (beside() > 1 ? smallPlotHeight * rows
                                                : std::accumulate(firstChart, m_heights.end(), 0));
        return {m_width, margin + m_titleHeight + height + m_captionHeight + margin};
    }

    void draw(QCPPainter& painter) const {
        const Theme& theme = lightTheme();
        painter.fillRect(QRect(QPoint(), size()), theme.surface);
        painter.setPen(theme.text);
        painter.setFont(wordFont(16));
        painter.drawText(QRect(margin, margin, m_width - 2 * margin, m_titleHeight), m_title);
        QPoint corner(margin, margin + m_titleHeight);
        for (int key = 0; key < m_keys; ++key) {
            if (m_charts[key] != nullptr) {
                const QSize room(m_width - 2 * margin, m_heights[key] - margin / 2);
                drawChart(painter, *m_charts[key], {corner, room});
            }
            corner.ry() += m_heights[key];
        }
        const int chartWidth = (m_width - 2 * margin) / beside();
        for (int place = m_keys; place < count(); ++place) {
            const int height = beside() > 1 ? smallPlotHeight : m_heights[place];
            if (m_charts[place] != nullptr) {
                drawIn(painter, *m_charts[place], {corner, QSize(chartWidth, height - margin / 2)});
            }
            const bool lastOfRow = (place - m_keys) % beside() == beside() - 1;
            corner = lastOfRow ? QPoint(margin, corner.y() + height)
                               : QPoint(corner.x() + chartWidth, corner.y());
        }
        const int y = size().height() - margin - m_captionHeight;
        painter.setPen(theme.text2);
        painter.setFont(wordFont(12));
        painter.drawText(QRect(margin, y, m_width - 2 * margin, m_captionHeight + 2),
                         Qt::TextWordWrap, m_caption);
    }

    QImage image() const {
        QImage image(size() * rasterScale, QImage::Format_RGB32);
        image.setDevicePixelRatio(rasterScale);
        QCPPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        draw(painter);
        return image;
    }

    Result<void> save(const QString& file) const {
        const QString ending = QFileInfo(file).suffix().toLower();
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const bool drawn = ending == QLatin1String("png")   ? image().save(&out, "PNG")
                           : ending == QLatin1String("svg") ? writeSvg(out)
                           : ending == QLatin1String("pdf") ? writePdf(out)
                                                            : false;
        if (!drawn) {
            return fail(ErrorCode::InvalidArgument, "A picture is not written in this format",
                        file.toStdString(), "End the name with .png, .svg or .pdf");
        }
        return replaceFile(file.toStdString(), out.data().toStdString());
    }

private:
    static bool isStrip(const QWidget& chart) { return chart.height() <= mostStripHeight; }

    /// A chart that paints itself is as wide as it is in the window, so that its text stays
    /// legible.
    static int widthOf(QWidget& chart) {
        return plotOf(chart) != nullptr
                   ? leastWidth
                   : std::clamp(chart.width() + 2 * margin, leastWidth, mostWidth);
    }

    static double scaleOf(const QWidget& chart, const QSizeF& room) {
        return std::min({room.width() / std::max(chart.width(), 1),
                         room.height() / std::max(chart.height(), 1), mostScale});
    }

    /// Room for it over the whole width; a chart that paints itself keeps its proportions.
    int heightOf(QWidget& chart) const {
        if (plotOf(chart) != nullptr) {
            return plotHeight;
        }
        const double room = m_width - 2 * margin;
        if (isStrip(chart)) {
            return int(std::min(1.0, room / std::max(chart.width(), 1)) * chart.height()) +
                   margin / 2;
        }
        const double scale = scaleOf(chart, {room, double(mostPlotHeights * plotHeight)});
        return int(scale * chart.height()) + margin / 2;
    }

    int count() const { return static_cast<int>(m_charts.size()); }
    int beside() const {
        const int charts = count() - m_keys;
        return charts > mostBelowEachOther ? std::min(charts, mostBeside) : 1;
    }

    void drawIn(QCPPainter& painter, QWidget& chart, QRect area) const {
        if (beside() > 1) {
            painter.setPen(lightTheme().text);
            painter.setFont(wordFont(12));
            painter.drawText(QRect(area.topLeft(), QSize(area.width(), nameHeight)),
                             Qt::AlignLeft | Qt::AlignVCenter, chart.accessibleName());
            area.setTop(area.top() + nameHeight);
        }
        drawChart(painter, chart, area);
    }

    static void drawChart(QCPPainter& painter, QWidget& chart, const QRect& area) {
        const InLightTheme light(chart);
        painter.save();
        painter.translate(area.topLeft());
        if (PlotWidget* plot = plotOf(chart)) {
            plot->drawFigure(painter, area.size());
        } else if (!chart.size().isEmpty()) {
            // A chart that paints itself does so at its own size, which is made to fit.
            const double scale = scaleOf(chart, area.size());
            const double free = area.width() - scale * chart.width();
            painter.translate(isStrip(chart) ? 0 : free / 2, 0);
            painter.scale(scale, scale);
            chart.render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
        }
        painter.restore();
    }

    bool writeSvg(QIODevice& out) const {
        SvgDevice device(size(), m_title, m_caption);
        return paint(device) && out.write(device.svg()) > 0;
    }

    bool writePdf(QIODevice& out) const {
        QPdfWriter writer(&out);
        constexpr double pointsAPixel = 72.0 / resolution;
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QSizeF(size()) * pointsAPixel, QPageSize::Point));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(m_title);
        writer.setCreator(QStringLiteral("Zeropoint"));
        return paint(writer);
    }

    bool paint(QPaintDevice& device) const {
        QCPPainter painter;
        if (!painter.begin(&device)) {
            return false;
        }
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        painter.setMode(QCPPainter::pmNonCosmetic);
        draw(painter);
        return painter.end();
    }

    QList<QPointer<QWidget>> m_charts;
    QList<int> m_heights;  ///< of each, where they stand below each other
    int m_keys = 0;        ///< the first of them that are keys
    QString m_title;
    QString m_caption;
    int m_width = leastWidth;
    int m_captionHeight = 0;
    int m_titleHeight = 0;
};

}  // namespace

Figure chartFigure(const QList<QWidget*>& charts, const QString& title, const QString& caption) {
    const auto picture = std::make_shared<const ChartPicture>(charts, title, caption);
    return {[picture] { return picture->image(); },
            [picture](const QString& file) { return picture->save(file); }};
}

void showChartTable(TableContent content, const QList<QWidget*>& charts, const QString& caption,
                    QWidget* parent) {
    Figure figure = chartFigure(charts, content.title, caption);
    auto* dialog = new TableDialog(std::move(content), parent);
    dialog->setFigure(std::move(figure));
    dialog->open();
}

TableButton* withFigure(TableButton* button, QWidget* chart, std::function<QString()> caption) {
    return withFigure(button, QList<QWidget*>{chart}, std::move(caption));
}

TableButton* withFigure(TableButton* button, const QList<QWidget*>& charts,
                        std::function<QString()> caption) {
    button->setFigure([charts, caption = std::move(caption)](const QString& title) {
        return chartFigure(charts, title, caption());
    });
    return button;
}

}  // namespace zeropoint::ui
