// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace zeropoint::ui {

/// Where names of points stand in a plot's pixels, so that none covers another name, a point or a
/// curve.
class LabelPlaces {
public:
    /// Names stay within `area`.
    explicit LabelPlaces(const QRectF& area) : m_area(area) {}

    void avoid(const QRectF& point) { m_points.push_back(point); }
    void avoid(const QLineF& line) { m_lines.push_back(line); }

    struct Name {
        QPointF point;
        QSizeF size;
    };
    struct Place {
        QRectF rect;
        /// From the point to a name that does not stand beside it.
        std::optional<QLineF> leader;
    };
    /// Each beside its point if there is room, else away from it with a line that leads there; the
    /// first ones choose first. Nothing: there is no room.
    std::vector<std::optional<Place>> place(const std::vector<Name>& names);

private:
    std::optional<Place> beside(const Name& name) const;
    std::optional<Place> away(const Name& name) const;
    bool isFree(const QRectF& rect) const;
    bool leadsPast(const QLineF& leader, bool pastPoints) const;

    QRectF m_area;
    std::vector<QRectF> m_points;
    std::vector<QRectF> m_names;
    std::vector<QLineF> m_lines;
};

}  // namespace zeropoint::ui
