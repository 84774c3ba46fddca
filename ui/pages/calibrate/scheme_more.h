// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace zeropoint::ui {

class NumberField;
class Workbench;

/// What most schemes leave as it is, folded away until it is asked for or differs: whose convention
/// is followed, the range of integer codes, how scales are stored, the seed of stochastic rounding;
/// and, always, what the chosen range method needs to know.
class SchemeMore : public QWidget {
    Q_OBJECT

public:
    explicit SchemeMore(Workbench& bench, QWidget* parent = nullptr);

    /// The button that unfolds it, for the card's title row.
    QToolButton* opener() const { return m_open; }

private:
    struct Row {
        QLabel* label;
        QWidget* control;
        QString setting;
    };

    Row addRow(const QString& title, QWidget* control, const QString& setting, const QString& tip);
    void addRows();
    void fillBoxes();
    void refresh();
    void show(const Row& row, bool shown);
    bool differs() const;

    Workbench& m_bench;
    QToolButton* m_open;
    QGridLayout* m_grid;
    QComboBox* m_convention;
    QCheckBox* m_narrow;
    QComboBox* m_scaleFormat;
    NumberField* m_doubleBlock;
    NumberField* m_seed;
    NumberField* m_power;
    NumberField* m_sigmas;
    Row m_conventionRow, m_narrowRow, m_scaleFormatRow, m_doubleRow, m_seedRow, m_powerRow,
        m_sigmasRow;
};

}  // namespace zeropoint::ui
