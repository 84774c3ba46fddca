// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/diagram_layout.h"
#include "ui/state/runs/run_record.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace zeropoint::ui {

class DistributionPlot;
class JobRunner;
class Segment;
class Workbench;

/// The part of the model that is selected: its weights and the activations that pass through it.
class LayerView : public QWidget {
    Q_OBJECT

public:
    explicit LayerView(Workbench& bench, QWidget* parent = nullptr);

    void show(const SnapshotPtr& snapshot, const std::optional<DiagramNode>& node);
    void showTable();

signals:
    void calibrateRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Histogram {
        Summary summary;
        FineHistogram histogram;
    };

    QWidget* buildHeader();
    void refresh();
    void refreshWeights();
    void showWeights(const Histogram& histogram);
    void refreshActivations();
    const ActivationPicture* picture() const;

    /// Of the activations that are shown: the one that is looked at, where the part keeps it.
    bool outputs() const;

    Workbench& m_bench;
    JobRunner& m_jobs;
    SnapshotPtr m_snapshot;
    std::optional<DiagramNode> m_node;
    bool m_stopped = false;  ///< the weights' histogram will not come by itself
    QLabel* m_title;
    QLabel* m_shape;
    QPushButton* m_open;
    QLabel* m_weightText;
    DistributionPlot* m_weights;
    Segment* m_side;
    QLabel* m_activationText;
    DistributionPlot* m_activations;
};

}  // namespace zeropoint::ui
