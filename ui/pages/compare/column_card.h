// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/setting_plot.h"

#include <QFrame>
#include <QString>

#include <array>
#include <vector>

class QLabel;
class QToolButton;

namespace zeropoint::ui {

class Notice;

/// What a column says of its setting: a figure as text and whether it is the best at its bits.
struct ColumnFigure {
    QString text;
    bool best = false;
    QString numbers{};  ///< that stand in its formula
};

/// One setting on the Compare page: its name, its two histograms and its figures.
class ColumnCard : public QFrame {
    Q_OBJECT

public:
    enum Figure { Sqnr, MedianChannel, MaxError, BecameZero, BitsPerWeight, Size, FigureCount };
    using Figures = std::array<ColumnFigure, FigureCount>;

    explicit ColumnCard(int column, QWidget* parent = nullptr);

    void setSetting(const QString& name, const QString& detail);
    /// "A" or "B" where it is pinned; empty: it is not.
    void setPin(const QString& side);
    void setChosen(bool chosen);
    void show(const Figures& figures);
    /// Why there are no figures; empty: there are, or they are on their way.
    void setProblem(const QString& text);
    SettingPlot* plot() const { return m_plot; }
    QToolButton* menuButton() const { return m_menu; }
    QToolButton* editButton() const { return m_edit; }
    QString figureText(Figure figure) const;

signals:
    void chosen();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();
    QWidget* buildHeader(int column);
    QWidget* buildFigures();
    void tint();

    QString m_letter;
    QString m_detailText;
    QLabel* m_badge = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_detail = nullptr;
    QLabel* m_pin = nullptr;
    QToolButton* m_edit = nullptr;
    QToolButton* m_menu = nullptr;
    SettingPlot* m_plot;
    Notice* m_problem;
    std::vector<QLabel*> m_values;
    Figures m_figures;
    bool m_isChosen = false;
};

/// The names of the figures, in their order.
QString figureName(ColumnCard::Figure figure);

}  // namespace zeropoint::ui
