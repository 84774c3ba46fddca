// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

#include <vector>

namespace zeropoint::ui {

/// A slider that stands only on labelled stops. Its value is the stop's *index*, so that stops as
/// uneven as 2 3 4 5 6 7 8 16 lie evenly; screen readers hear the stop ("4 bits").
class SteppedSlider : public QAbstractSlider {
    Q_OBJECT

public:
    /// `stops` rises. `unit` is a text with %1 for the stop: tr("%1 bits").
    explicit SteppedSlider(std::vector<int> stops, const QString& unit, QWidget* parent = nullptr);

    int stop() const { return m_stops[static_cast<std::size_t>(value())]; }
    /// Moves to a stop without emitting stopChosen(). A number that is not offered has a place as
    /// long as it is the value: what is there is shown.
    void setStop(int stop);
    /// What a screen reader says for the value.
    QString stopText() const { return m_unit.arg(stop()); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void stopChosen(int stop);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    double positionOf(int index) const;
    int indexAt(double x) const;

    std::vector<int> m_offered;
    std::vector<int> m_stops;  ///< and the value, if it is none of them
    QString m_unit;
    bool m_silent = false;
};

}  // namespace zeropoint::ui
