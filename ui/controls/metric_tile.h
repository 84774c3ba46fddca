// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace zeropoint::ui {

class FigureLabel;

/// A figure with its caption above and a dim unit or comparison behind it.
class MetricTile : public QWidget {
    Q_OBJECT

public:
    enum class Size {
        Large,  ///< 22 px, the figure that a card is about
        Small,  ///< 13 px, one of several in a row
    };

    explicit MetricTile(const QString& caption, Size size = Size::Large, QWidget* parent = nullptr);

    void setCaption(const QString& caption);
    void setValue(const QString& value, const QString& detail = {});
    const QString& value() const;

private:
    bool m_large;
    QLabel* m_caption;
    FigureLabel* m_value;
};

}  // namespace zeropoint::ui
