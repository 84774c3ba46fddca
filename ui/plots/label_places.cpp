// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/label_places.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace zeropoint::ui {
namespace {

constexpr double besidePoint = 11;  ///< pixels between a point and its name
constexpr double nearPoint = 9;
constexpr double farSteps[] = {24, 36, 50, 66, 84, 104, 128, 156};
constexpr int directions = 32;

bool meets(const QRectF& rect, const QLineF& line) {
    if (rect.contains(line.p1()) || rect.contains(line.p2())) {
        return true;
    }
    const QLineF sides[] = {{rect.topLeft(), rect.topRight()},
                            {rect.bottomLeft(), rect.bottomRight()},
                            {rect.topLeft(), rect.bottomLeft()},
                            {rect.topRight(), rect.bottomRight()}};
    return std::any_of(std::begin(sides), std::end(sides), [&line](const QLineF& side) {
        return side.intersects(line, nullptr) == QLineF::BoundedIntersection;
    });
}

QPointF nearestOf(const QRectF& rect, const QPointF& point) {
    return {std::clamp(point.x(), rect.left(), rect.right()),
            std::clamp(point.y(), rect.top(), rect.bottom())};
}

}  // namespace

std::vector<std::optional<LabelPlaces::Place>> LabelPlaces::place(const std::vector<Name>& names) {
    std::vector<std::optional<Place>> places(names.size());
    for (const auto& find : {&LabelPlaces::beside, &LabelPlaces::away}) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!places[i]) {
                places[i] = (this->*find)(names[i]);
                if (places[i]) {
                    m_names.push_back(places[i]->rect);
                }
            }
        }
    }
    return places;
}

std::optional<LabelPlaces::Place> LabelPlaces::beside(const Name& name) const {
    const double w = name.size.width();
    const double h = name.size.height();
    for (const QPointF& corner : std::initializer_list<QPointF>{{besidePoint, -h / 2},
                                                                {-w - besidePoint, -h / 2},
                                                                {-w / 2, -h - besidePoint + 1},
                                                                {-w / 2, besidePoint - 1},
                                                                {nearPoint, -h - 6},
                                                                {-w - nearPoint, -h - 6},
                                                                {nearPoint, 6},
                                                                {-w - nearPoint, 6}}) {
        const QRectF rect(name.point + corner, name.size);
        if (isFree(rect)) {
            return Place{rect, std::nullopt};
        }
    }
    return std::nullopt;
}

std::optional<LabelPlaces::Place> LabelPlaces::away(const Name& name) const {
    // Rather past all points; where they stand on top of each other no line is.
    for (const bool pastPoints : {true, false}) {
        for (const double step : farSteps) {
            for (int i = 0; i < directions; ++i) {
                const double angle = 2 * std::numbers::pi * i / directions;
                QRectF rect(QPointF(), name.size);
                rect.moveCenter(name.point +
                                QPointF(std::cos(angle) * (step + name.size.width() / 2),
                                        std::sin(angle) * (step + name.size.height() / 2)));
                const QLineF leader(name.point, nearestOf(rect, name.point));
                if (isFree(rect) && leadsPast(leader, pastPoints)) {
                    return Place{rect, leader};
                }
            }
        }
    }
    return std::nullopt;
}

bool LabelPlaces::isFree(const QRectF& rect) const {
    const auto covers = [&rect](const QRectF& other) { return other.intersects(rect); };
    return m_area.contains(rect) && std::ranges::none_of(m_points, covers) &&
           std::ranges::none_of(m_names, covers) &&
           std::ranges::none_of(m_lines, [&rect](const QLineF& line) { return meets(rect, line); });
}

/// Other names are not crossed, nor other points if it can be; curves may be.
bool LabelPlaces::leadsPast(const QLineF& leader, bool pastPoints) const {
    const auto crosses = [&leader](const QRectF& other) {
        return !other.contains(leader.p1()) && meets(other, leader);
    };
    return std::ranges::none_of(m_names, crosses) &&
           !(pastPoints && std::ranges::any_of(m_points, crosses));
}

}  // namespace zeropoint::ui
