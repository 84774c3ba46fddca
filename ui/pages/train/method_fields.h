// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QPushButton;
class QGridLayout;
class QLabel;

namespace zeropoint::ui {

class NumberField;
class Segment;
class SteppedSlider;
class TrainingSession;

/// The method of the next run and the settings that it has.
class MethodFields : public QWidget {
    Q_OBJECT

public:
    explicit MethodFields(TrainingSession& session, QWidget* parent = nullptr);

    /// Room for the longest of its labels, those that the method hides too: what stands above and
    /// below it begins where it does, and stays there.
    int labelWidth() const;

private:
    void fillChoices();
    /// A row of the form: shown with the methods that have it.
    struct Row {
        QLabel* label;
        QWidget* control;
    };

    Row addRow(QGridLayout& grid, const QString& text, QWidget* control, const char* objectName);
    void connectControls();
    void change(const std::function<void(RunSpec&)>& write);
    void sendMethod(MethodKind method);
    void refresh();
    void showRecipe();

    TrainingSession& m_session;
    QComboBox* m_method;
    SteppedSlider* m_weights;
    SteppedSlider* m_inputs;
    Segment* m_granularity;
    QComboBox* m_rounding;
    QComboBox* m_gradient;
    NumberField* m_rank;
    NumberField* m_alpha;
    QComboBox* m_targets;
    QPushButton* m_recipe;
    Row m_weightsRow, m_inputsRow, m_granularityRow, m_roundingRow, m_gradientRow, m_rankRow,
        m_alphaRow, m_targetsRow;
};

}  // namespace zeropoint::ui
