// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/table_content.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// A bar a day with its count above it; the part of a bar that is dark is what was remembered.
class DayChart : public QWidget {
    Q_OBJECT

public:
    struct Day {
        QString name;   ///< under the bar; may be empty
        QString label;  ///< in the table
        int count = 0;
        int strong = 0;  ///< of them in the accent
    };

    explicit DayChart(QWidget* parent = nullptr);

    /// @param finding what the chart shows, in a sentence
    /// @param strong what is in the accent, as a column of the table; empty: none
    void show(std::vector<Day> days, const QString& finding, const QString& strong = {});
    const std::vector<Day>& days() const { return m_days; }
    TableContent table() const;
    QSize sizeHint() const override { return {220, 92}; }
    QSize minimumSizeHint() const override { return {140, 92}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Day> m_days;
    QString m_strong;
};

}  // namespace zeropoint::ui
