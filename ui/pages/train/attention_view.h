// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace zeropoint::ui {

class AttentionPlot;
class Workbench;

/// Where the heads of a layer look, for the first test sequence.
class AttentionView : public QWidget {
    Q_OBJECT

public:
    explicit AttentionView(Workbench& bench, QWidget* parent = nullptr);

    void show(const SnapshotPtr& snapshot);
    void showTable();

private:
    void fillChoices();
    void refresh();
    QStringList positionNames() const;

    Workbench& m_bench;
    SnapshotPtr m_snapshot;
    QLabel* m_caption;
    QComboBox* m_layer;
    QComboBox* m_head;
    AttentionPlot* m_plot;
};

}  // namespace zeropoint::ui
