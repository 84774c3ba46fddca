// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"
#include "core/training/trainer.h"
#include "ui/pages/coach_rule.h"
#include "ui/state/runs/run_form.h"

#include <QCoreApplication>

#include <optional>

namespace zeropoint::ui {

class TrainingSession;

/// The translation context of the words of this page's Coach.
class TrainCoach {
    Q_DECLARE_TR_FUNCTIONS(TrainCoach)
};

/// What the Coach of the Train page compares: the run that is looked at.
struct TrainFigures {
    bool run = false;  ///< there is one
    QString name;
    MethodKind method = MethodKind::Full;
    std::size_t parameters = 0;  ///< of the next run where there is none
    std::size_t trained = 0;
    std::uint64_t bytes = 0;  ///< as it would be stored
    std::size_t outputs = 0;
    std::uint64_t planned = 0;  ///< steps
    std::vector<EvaluationReport> evaluations;
    std::optional<double> entropy;       ///< of the text, where it is known
    std::optional<double> baseAccuracy;  ///< of the run that it quantizes or starts from
    int weightBits = 32;
    int inputBits = fullBits;       ///< of the layers
    int rank = 16;                  ///< of the adapters
    bool plainRounding = true;      ///< each weight by itself to the nearest level, biases kept
    bool calibratedInputs = false;  ///< with ranges that calibration data gave
    bool failed = false;

    const EvaluationReport& last() const { return evaluations.back(); }
    /// Of the evaluations, the one with the smallest validation loss.
    const EvaluationReport& best() const;
    /// What guessing blindly costs: ln of the outputs.
    double blindLoss() const;
};

/// What a method saves and what it costs, in memory and as stored, of the figures' own sizes.
QString methodCosts(const TrainFigures& figures);
TrainFigures trainFigures(const TrainingSession& session);
std::span<const CoachRule<TrainFigures>> trainRules();

}  // namespace zeropoint::ui
