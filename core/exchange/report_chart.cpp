// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/report_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace zeropoint {
namespace {

constexpr double width = 720;
constexpr double height = 400;
constexpr double left = 70;
constexpr double right = 24;
constexpr double top = 16;
constexpr double bottom = 52;

/// A stretch of numbers with marks at round steps.
struct Axis {
    double lo = 0;
    double hi = 1;
    double step = 1;

    /// Wide enough for the marks; about five of them.
    static Axis over(double lo, double hi) {
        if (!(hi > lo)) {
            const double room = lo == 0 ? 1 : std::abs(lo) / 2;
            lo -= room;
            hi += room;
        }
        const double rough = (hi - lo) / 5;
        const double power = std::pow(10, std::floor(std::log10(rough)));
        const double steps[] = {1, 2, 5, 10};
        const double* step =
            std::ranges::find_if(steps, [&](double s) { return s * power >= rough; });
        Axis axis;
        axis.step = (step == std::end(steps) ? 10 : *step) * power;
        axis.lo = std::floor(lo / axis.step) * axis.step;
        axis.hi = std::ceil(hi / axis.step) * axis.step;
        return axis;
    }
    double share(double value) const { return (value - lo) / (hi - lo); }
    int marks() const { return static_cast<int>(std::lround((hi - lo) / step)) + 1; }
    double mark(int i) const { return std::round((lo + i * step) / step) * step; }
};

std::string at(double value) {
    return numberText(std::round(value * 10) / 10, 0);
}

std::string line(double x1, double y1, double x2, double y2, const char* kind) {
    return "<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" +
           at(y2) + "\" class=\"" + kind + "\"/>\n";
}

std::string label(double x, double y, const char* anchor, const std::string& text) {
    return "<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" text-anchor=\"" + anchor + "\">" +
           htmlText(text) + "</text>\n";
}

class Drawing {
public:
    explicit Drawing(const ReportChart& chart) : m_chart(chart) {
        constexpr double none = std::numeric_limits<double>::infinity();
        double xLo = none;
        double xHi = -none;
        double yLo = none;
        double yHi = -none;
        for (const ReportPoint& point : chart.points) {
            xLo = std::min(xLo, point.x);
            xHi = std::max(xHi, point.x);
            yLo = std::min(yLo, point.low);
            yHi = std::max(yHi, point.high);
        }
        m_x = Axis::over(xLo, xHi);
        m_y = Axis::over(yLo, yHi);
    }

    std::string draw() {
        std::string svg = "<svg viewBox=\"0 0 " + at(width) + " " + at(height) +
                          "\" role=\"img\" aria-label=\"" + htmlText(m_chart.title) + "\">\n";
        svg += grid();
        for (const ReportPoint& point : m_chart.points) {
            svg += drawn(point);
        }
        for (const ReportPoint& point : m_chart.points) {
            const double px = x(point.x);
            const double py = y(point.y);
            m_taken.push_back({px - 6, py - 6, px + 6, py + 6});
        }
        for (const bool marked : {true, false}) {  // those that the report is about come first
            for (const ReportPoint& point : m_chart.points) {
                svg += point.marked == marked ? named(point) : std::string();
            }
        }
        return svg + "</svg>\n";
    }

private:
    double x(double value) const { return left + m_x.share(value) * (width - left - right); }
    double y(double value) const {
        return height - bottom - m_y.share(value) * (height - top - bottom);
    }

    std::string grid() const {
        std::string svg;
        for (int i = 0; i < m_y.marks(); ++i) {
            const double value = m_y.mark(i);
            svg += line(left, y(value), width - right, y(value), "grid");
            svg += label(left - 8, y(value) + 4, "end", numberText(value, 6));
        }
        for (int i = 0; i < m_x.marks(); ++i) {
            const double value = m_x.mark(i);
            svg += label(x(value), height - bottom + 18, "middle", numberText(value, 6));
        }
        svg += line(left, height - bottom, width - right, height - bottom, "axis");
        svg += label((left + width - right) / 2, height - 10, "middle", m_chart.xTitle);
        return svg + "<text transform=\"translate(16 " + at((top + height - bottom) / 2) +
               ") rotate(-90)\" text-anchor=\"middle\">" + htmlText(m_chart.yTitle) + "</text>\n";
    }

    std::string drawn(const ReportPoint& point) const {
        const double px = x(point.x);
        std::string svg = line(px, y(point.low), px, y(point.high), "interval");
        svg += "<circle cx=\"" + at(px) + "\" cy=\"" + at(y(point.y)) + "\" r=\"5\" class=\"" +
               (point.marked ? "marked" : "point") + "\"><title>" + htmlText(point.name) +
               "</title></circle>\n";
        return svg;
    }

    /// Beside its point, at the first place where nothing else lies; none where all is full. A
    /// point says its name by its title too, and the report's table has all of them.
    std::string named(const ReportPoint& point) {
        constexpr double letter = 6.6;  // about, at 12 pixels
        const double length = letter * static_cast<double>(point.name.size());
        const double px = x(point.x);
        const double py = y(point.y);
        for (const double lift : {-7, 16, 4, -20, 29, -33, 42}) {
            for (const double begin : {px + 9, px - 9 - length}) {
                const Box box{begin, py + lift - 10, begin + length, py + lift + 2};
                if (free(box)) {
                    m_taken.push_back(box);
                    return label(box.left, box.bottom - 2, "start", point.name);
                }
            }
        }
        return {};
    }

    struct Box {
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
    };
    bool free(const Box& box) const {
        const bool inside =
            box.left > left && box.right < width && box.top > 0 && box.bottom < height - bottom;
        return inside && std::ranges::none_of(m_taken, [&box](const Box& other) {
                   return box.left < other.right && other.left < box.right &&
                          box.top < other.bottom && other.top < box.bottom;
               });
    }

    std::vector<Box> m_taken;
    const ReportChart& m_chart;
    Axis m_x;
    Axis m_y;
};

}  // namespace

std::string toSvg(const ReportChart& chart) {
    return chart.points.empty() ? std::string() : Drawing(chart).draw();
}

}  // namespace zeropoint
