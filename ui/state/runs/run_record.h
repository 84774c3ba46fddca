// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"
#include "core/methods/analysis/qat_insight.h"
#include "core/training/loss_trail.h"
#include "core/training/model_probe.h"
#include "core/training/training_run.h"

#include <QString>
#include <QUuid>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint::ui {

/// Which run: given once, never given again, whatever comes and goes beside it.
enum class RunId : quint64 { None = 0 };

enum class RunState {
    Waiting,   ///< in the queue
    Running,   ///< on the training thread
    Paused,    ///< goes on where it stopped
    Finished,  ///< to its last step
    Stopped,   ///< by hand; keeps its curves and its model
    Failed,    ///< see RunRecord::error
};

/// Where a new run's weights come from.
enum class StartFrom { Scratch, Sample, Run };

/// What the next run shall be.
struct NextRun {
    TaskSpec task;
    TransformerConfig sizes;  ///< used when it starts from scratch
    TrainingConfig training;
    StartFrom start = StartFrom::Scratch;
    RunId base = RunId::None;  ///< with StartFrom::Run: which one
    /// The method with its settings; name and learning rate stand elsewhere.
    RunSpec method;
    unsigned threads = 0;  ///< 0: one for each processor
};

/// What a method makes of a model, known once it is attached.
struct RunFacts {
    TransformerConfig model;
    std::size_t parameters = 0;
    std::size_t trained = 0;  ///< of them
    std::uint64_t bytes = 0;  ///< as it would be stored
};

/// A weight matrix under quantization-aware training.
struct SiteInsight {
    std::string site;
    WeightInsight weights;
    Grid grid;  ///< of its first unit
};

/// A run's model at one step, with what it does on a few test sequences. Never changed: the
/// training thread makes it, the GUI thread looks at it.
struct ModelSnapshot {
    std::uint64_t step = 0;
    Transformer<float> model;
    std::shared_ptr<const Dataset> data;
    ModelProbe probe;
    std::vector<SiteInsight> insight;  ///< QAT runs only
};
using SnapshotPtr = std::shared_ptr<const ModelSnapshot>;

/// Everything that the pages know about a run.
struct RunRecord {
    RunId id = RunId::None;
    /// Its own in every process; that of a kept run follows from its settings.
    QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QString storeKey;  ///< that of the same run in the store, once it was added to it
    QString name;      ///< "FP32", "FP32, seed 2": what it is and what sets it apart; no other's
    RunState state = RunState::Waiting;
    NextRun plan;
    RunFacts facts;
    std::uint64_t step = 0;
    double seconds = 0;         ///< of training, pauses left out
    double stepsPerSecond = 0;  ///< over the last second or so
    LossTrail losses;
    std::vector<EvaluationReport> evaluations;
    SnapshotPtr snapshot;
    /// Its models alone at the evaluations, so that they can be quantized afterwards; empty for
    /// others than full training and for large models.
    std::vector<SnapshotPtr> checkpoints;
    std::optional<Error> error;
    /// Settings of a run that the Trade-off page's store keeps: its curves, its figures and its
    /// model, but nothing to go on from. Empty for a run of this page.
    std::string keptAs;
    /// At which step it was saved, opened or added to the store; nothing: never.
    std::optional<std::uint64_t> safeStep;
    /// QAT: the scale of each site's first channel at the evaluations, by step.
    std::map<std::string, std::map<std::uint64_t, double>> scales;

    /// By which sessions name it: what the store has is found again by another process.
    const QString& sessionKey() const { return storeKey.isEmpty() ? key : storeKey; }
    bool isNamed(const QString& name) const {
        return !name.isEmpty() && (name == key || name == storeKey);
    }
    MethodKind method() const { return plan.method.method; }
    bool kept() const { return !keptAs.empty(); }
    /// It could still train.
    bool open() const {
        return state == RunState::Waiting || state == RunState::Running ||
               state == RunState::Paused;
    }
    /// What was trained is nowhere but here. What was quantized afterwards is made again in no
    /// time.
    bool unsaved() const {
        return step > 0 && safeStep != step && !kept() && method() != MethodKind::Ptq;
    }
    bool active() const { return state == RunState::Running || state == RunState::Paused; }
    double examplesPerSecond() const {
        return stepsPerSecond * static_cast<double>(plan.training.batch);
    }
};

}  // namespace zeropoint::ui
