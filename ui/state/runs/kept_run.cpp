// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/kept_run.h"

#include "core/experiment/kept_model.h"
#include "core/training/batch_runner.h"
#include "ui/state/runs/next_run_of.h"

#include <utility>

namespace zeropoint::ui {
namespace {

Result<KeptRun> openKeptRun(const RunResult& whole) {
    auto kept = openKept(whole);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    auto& [spec, input, model] = *kept;
    model.prepare({}, BatchRunner<float>::shardCount);
    ModelProbe probe = probeModel(model, *input.data);
    const std::uint64_t step = spec.training.steps;
    return KeptRun{std::move(spec), whole,
                   std::make_shared<const ModelSnapshot>(
                       ModelSnapshot{step, std::move(model), input.data, std::move(probe), {}})};
}

}  // namespace

Result<KeptRuns> openKeptRuns(RunArchive& archive, std::int64_t run,
                              std::optional<std::int64_t> trained) {
    const auto whole = archive.whole(run);
    if (!whole) {
        return tl::unexpected(whole.error());
    }
    KeptRuns kept;
    if (!whole->artifacts) {
        return kept;
    }
    auto opened = openKeptRun(*whole);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    kept.run = std::move(*opened);
    if (trained) {
        if (auto full = archive.whole(*trained).and_then(openKeptRun)) {
            kept.trained = std::move(*full);
        }
    }
    return kept;
}

QString keptKey(const std::string& settings) {
    return QUuid::createUuidV5(QUuid(), QByteArray::fromStdString(settings))
        .toString(QUuid::WithoutBraces);
}

RunRecord recordOf(const KeptRun& kept) {
    const RunResult& result = kept.result;
    RunRecord record;
    record.key = keptKey(result.settings);
    record.name = QString::fromStdString(result.name);
    record.keptAs = result.settings;
    record.state = RunState::Finished;
    record.plan = nextRunOf(kept.spec);
    record.facts = {kept.snapshot->model.config(), result.share.parameters, result.share.trained,
                    result.sizeBytes};
    record.step = kept.snapshot->step;
    record.seconds = result.seconds;
    record.snapshot = kept.snapshot;
    for (const CurvePoint& point : result.curve) {
        record.evaluations.push_back({point.step, point.trainLoss, point.testLoss, point.accuracy,
                                      point.validationLoss, point.validationAccuracy});
    }
    if (result.curve.empty()) {
        record.evaluations.push_back({record.step, 0, result.loss, result.accuracy,
                                      result.validationLoss, result.validationAccuracy});
    }
    return record;
}

}  // namespace zeropoint::ui
