// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace zeropoint::ui {

class FilesComparison;
class Workbench;

/// Which two files are compared, and how their tensors belong together.
class FilesHeader : public QFrame {
    Q_OBJECT

public:
    FilesHeader(Workbench& bench, const FilesComparison& comparison, QWidget* parent = nullptr);

    void refresh();

private:
    QWidget* buildSide(int side);
    void chooseFile(int side);
    void chooseMap();
    void showAlone(int side);

    Workbench& m_bench;
    const FilesComparison& m_comparison;
    QPushButton* m_open[2] = {};
    QLabel* m_detail[2] = {};
    QPushButton* m_alone[2] = {};
    QLabel* m_matched;
    QLabel* m_rule;
    QPushButton* m_map;
};

}  // namespace zeropoint::ui
