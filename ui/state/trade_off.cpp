// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/trade_off.h"

#include "core/files/atomic_file.h"
#include "ui/state/layer_study.h"
#include "ui/state/runs/experiment_clock.h"
#include "ui/state/runs/kept_codes.h"
#include "ui/state/runs/remove_stored.h"
#include "ui/state/runs/runs_csv.h"
#include "ui/state/shipped_files.h"

#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

/// Of what a kept run trained, or quantized; 0: the base as it stands, nothing: not known.
std::optional<std::size_t> stepsOf(const StoredRun& run) {
    const auto spec = experimentSpecFromJson(run.result.settings);
    return spec ? std::optional(spec->training.steps) : std::nullopt;
}

}  // namespace

TradeOff::TradeOff(JobRunner& helpers, QUndoStack& undo, ViewState<RunChoice>& choice,
                   QObject* parent)
    : QObject(parent),
      m_helpers(helpers),
      m_undo(undo),
      m_choice(choice),
      m_highlight(choice),
      m_store(helpers),
      m_runner(m_store),
      m_comparer(helpers, m_store, m_highlight),
      m_study(new LayerStudy(m_store.archive(), helpers, this)),
      m_clock(new ExperimentClock(m_runner.jobs(), this)) {
    connectParts();
}

TradeOff::~TradeOff() = default;

void TradeOff::connectParts() {
    connect(&m_choice, &ViewStateSignals::changed, this, &TradeOff::follow);
    connect(&m_store, &RunStore::changed, this, &TradeOff::takeRuns);
    connect(&m_store, &RunStore::noticed, this, &TradeOff::noticed);
    connect(&m_store, &RunStore::failed, this, &TradeOff::failed);
    connect(&m_runner, &ExperimentRunner::runningChanged, this, &TradeOff::runningChanged);
    connect(&m_runner, &ExperimentRunner::unfinishedChanged, this, &TradeOff::takeUnfinished);
    connect(&m_runner, &ExperimentRunner::failed, this, &TradeOff::failed);
    connect(&m_comparer, &RunComparer::comparisonChanged, this, &TradeOff::comparisonChanged);
    connect(&m_comparer, &RunComparer::layerChanged, this, &TradeOff::layerChanged);
    connect(&m_comparer, &RunComparer::failed, this, &TradeOff::failed);
    connect(m_study, &LayerStudy::failed, this, &TradeOff::failed);
    connect(m_study, &LayerStudy::solved, this, [this](const RunResult& result) {
        const auto sample = studiedSample();
        add(sample ? sampleExperimentName(*sample) : experiment(), result);
        select(QString::fromStdString(result.name));
    });
}

void TradeOff::takeRuns() {
    const auto& runs = m_store.runs();
    const QString youngest =
        runs.empty() ? QString() : QString::fromStdString(runs.back().experiment);
    if (experiment().isEmpty() && !youngest.isEmpty()) {
        m_choice.set(&RunChoice::experiment, youngest);  // which is followed
    } else {
        refreshShown();
    }
    if (!m_comparer.compares(idOf(selected()), idOf(compared()))) {
        compare();  // what a session compares has arrived
    }
    findAwaited();
}

void TradeOff::retry() {
    m_store.retry();
    m_comparer.retry();
    m_study->retry();
    m_looked = true;
    refreshStudy();
}

void TradeOff::refreshShown() {
    m_shown.clear();
    std::vector<RunResult> results;
    const auto& shipped = m_shipped.runs(experiment(), m_store.folder());
    for (const auto* runs : {&m_store.runs(), &shipped}) {
        for (const StoredRun& run : *runs) {
            if (QString::fromStdString(run.experiment) == experiment()) {
                m_shown.push_back(run);
                results.push_back(run.result);
            }
        }
    }
    if (sizeOf() == SizeOf::LinearLayers) {
        countLinearLayersAlone(results);
    }
    m_summaries = summarize(results);
    readSpecs();
    refreshStudy();
    emit runsChanged();
}

void TradeOff::refreshStudy() {
    const StoredRun* const full = lowestSeed(m_shown, [](const StoredRun& run) {
        return run.result.method == MethodKind::Full && !ShippedRuns::isShipped(run.id);
    });
    if (full != nullptr) {
        m_study->setBase(*full);
        return;
    }
    const auto sample = studiedSample();
    if (sample && m_looked && !m_store.folder().isEmpty()) {
        m_study->setBase(
            sampleExperimentName(*sample),
            [kind = *sample, folder = m_store.folder()] { return sampleExperiment(kind, folder); });
    } else if (m_study->hasBase()) {
        m_study->clear();
    }
}

/// Runs that came with the program have no weights; the sample that they start from has.
std::optional<TaskKind> TradeOff::studiedSample() const {
    for (const TaskKind kind : {TaskKind::Sort, TaskKind::Text, TaskKind::Digits}) {
        if (experiment() == sampleExperimentName(kind)) {
            return kind;
        }
    }
    if (experiment().isEmpty()) {
        return TaskKind::Sort;
    }
    if (!shipped() || m_shown.empty()) {
        return std::nullopt;
    }
    const auto spec = experimentSpecFromJson(m_shown.front().result.settings);
    return spec ? std::optional(spec->task.kind) : std::nullopt;
}

void TradeOff::readSpecs() {
    for (const RunSummary& run : m_summaries) {
        const std::string settings = settingsOf(QString::fromStdString(run.name));
        if (auto spec = experimentSpecFromJson(settings)) {
            m_specs[run.name] = std::move(spec->runs.front());
        } else {
            m_specs.erase(run.name);
        }
    }
}

void TradeOff::takeUnfinished() {
    m_unfinished.clear();
    for (const RunSpec& run : m_runner.unfinished()) {
        RunSummary& missing = m_unfinished.emplace_back();
        missing.name = run.name;
        missing.method = run.method;
        missing.scheme = schemeText(run);
        m_specs[run.name] = run;
    }
    emit runsChanged();
}

const RunSpec* TradeOff::spec(const std::string& name) const {
    const auto found = m_specs.find(name);
    return found == m_specs.end() ? nullptr : &found->second;
}

QStringList TradeOff::experiments() const {
    QStringList names;
    for (const StoredRun& run : m_store.runs()) {
        const QString name = QString::fromStdString(run.experiment);
        if (!names.contains(name)) {
            names << name;
        }
    }
    names << m_shipped.experiments();
    if (!experiment().isEmpty() && !names.contains(experiment())) {
        names << experiment();
    }
    return names;
}

const RunSummary* TradeOff::summary(const QString& name) const {
    const std::string wanted = name.toStdString();
    const auto found = std::find_if(m_summaries.begin(), m_summaries.end(),
                                    [&](const RunSummary& it) { return it.name == wanted; });
    return found == m_summaries.end() ? nullptr : &*found;
}

const StoredRun* TradeOff::stored(const QString& name) const {
    const std::string wanted = name.toStdString();
    return lowestSeed(m_shown, [&](const StoredRun& run) { return run.result.name == wanted; });
}

std::string TradeOff::settingsOf(const QString& name) const {
    const StoredRun* run = stored(name);
    return run == nullptr ? std::string() : run->result.settings;
}

std::optional<std::uint64_t> TradeOff::seedOf(const QString& name) const {
    const StoredRun* run = stored(name);
    return run == nullptr ? std::nullopt : std::optional(run->result.seed);
}

std::optional<std::int64_t> TradeOff::idOf(const QString& name) const {
    const StoredRun* run = stored(name);
    return run == nullptr || ShippedRuns::isShipped(run->id) ? std::nullopt
                                                             : std::optional(run->id);
}

void TradeOff::setExperiment(const QString& name) {
    RunChoice choice = m_choice.get();
    choice.lookAt(name);
    m_choice.set(std::move(choice));
}

void TradeOff::setSizeOf(SizeOf what) {
    m_choice.set(&RunChoice::linearLayersAlone, what == SizeOf::LinearLayers);
}

void TradeOff::select(const QString& name) {
    m_choice.set(&RunChoice::run, name);
}

void TradeOff::compareWith(const QString& name) {
    if (name == compared()) {
        compare();
    } else {
        m_choice.set(&RunChoice::compared, name);
    }
}

void TradeOff::compare() {
    m_comparer.compare(idOf(selected()), idOf(compared()));
}

/// What is shown is what the view state says.
void TradeOff::follow() {
    const RunChoice now = m_choice.get();
    const RunChoice before = std::exchange(m_followed, now);
    const bool other = now.experiment != before.experiment;
    if (other) {
        m_unfinished.clear();
    }
    if (other || now.linearLayersAlone != before.linearLayersAlone) {
        refreshShown();
    }
    if (now.run != before.run) {
        emit selectionChanged();
    }
    if (other || now.run != before.run || now.compared != before.compared) {
        compare();
    }
}

void TradeOff::run(const ExperimentSpec& spec, ExperimentRunner::Kept which) {
    if (running()) {
        return;
    }
    m_unfinished.clear();
    m_clock->stop();  // what is to run comes first
    setExperiment(QString::fromStdString(spec.name));
    emit runsChanged();
    m_runner.run(spec, which);
}

void TradeOff::add(const QString& experiment, const RunResult& result) {
    setExperiment(experiment);
    m_store.add(experiment, result);
}

void TradeOff::removeSelected() {
    std::vector<std::int64_t> ids;
    for (const StoredRun& run : m_shown) {
        if (QString::fromStdString(run.result.name) == selected() &&
            !ShippedRuns::isShipped(run.id)) {
            ids.push_back(run.id);
        }
    }
    if (!ids.empty()) {
        const auto look = [this, name = selected(), experiment = experiment()](bool removed) {
            if (!removed) {
                emit broughtBack();
                setExperiment(experiment);
            }
            select(removed ? QString() : name);
        };
        m_undo.push(new RemoveStored(m_store, selected(), std::move(ids), look));
    }
}

/// An experiment quantizes what the full training of the same seed ended with. Runs of the Train
/// page stand in one experiment though they trained for different times.
const StoredRun* TradeOff::trainedFor(const StoredRun& quantized) const {
    if (quantized.result.method != MethodKind::Ptq) {
        return nullptr;
    }
    const auto steps = stepsOf(quantized);
    const auto& runs = m_store.runs();
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const StoredRun& run) {
        return run.experiment == quantized.experiment && run.result.method == MethodKind::Full &&
               run.result.seed == quantized.result.seed && stepsOf(run) == steps;
    });
    return found == runs.end() ? nullptr : &*found;
}

void TradeOff::fetch(const QString& name) {
    const StoredRun* run = stored(name);
    if (run != nullptr && ShippedRuns::isShipped(run->id)) {
        emit missed(name);
    } else if (run != nullptr) {
        open(*run, QStringLiteral("fetch"), [this, name](const KeptRuns& kept) {
            if (kept.run) {
                emit fetched(kept);
            } else {
                emit missed(name);
            }
        });
    }
}

void TradeOff::find(const QStringList& keys) {
    m_awaited = keys;
    findAwaited();
}

void TradeOff::findAwaited() {
    if (!m_store.wasRead()) {
        return;
    }
    const auto& runs = m_store.runs();
    for (const QString& key : std::exchange(m_awaited, {})) {
        const auto run = std::find_if(runs.begin(), runs.end(), [&key](const StoredRun& it) {
            return keptKey(it.result.settings) == key;
        });
        if (run == runs.end()) {
            emit gone(key);
            continue;
        }
        open(*run, QStringLiteral("find ") + key, [this, key](const KeptRuns& kept) {
            if (kept.run) {
                emit found(key, kept);
            } else {
                emit gone(key);
            }
        });
    }
}

void TradeOff::open(const StoredRun& run, const QString& job,
                    std::function<void(const KeptRuns&)> done) {
    const StoredRun* trained = trainedFor(run);
    m_helpers.start(
        tr("Opening %1").arg(QString::fromStdString(run.result.name)), job,
        [archive = m_store.archive(), id = run.id,
         base = trained == nullptr ? std::nullopt : std::optional(trained->id)](const Execution&) {
            return openKeptRuns(*archive, id, base);
        },
        this,
        [this, done = std::move(done)](const Result<KeptRuns>& kept) {
            if (kept) {
                done(*kept);
            } else if (kept.error().code != ErrorCode::Cancelled) {
                emit failed(kept.error());
            }
        });
}

QString TradeOff::quantizedProblem(const QString& name) const {
    const StoredRun* run = stored(name);
    if (run == nullptr) {
        return tr("Select a run first");
    }
    if (ShippedRuns::isShipped(run->id)) {
        return tr("It came with the program, without its weights");
    }
    if (run->result.method != MethodKind::Ptq) {
        return run->result.method == MethodKind::Qat
                   ? tr("The store keeps its weights, not its grids: the Train page saves the "
                        "codes "
                        "of a QAT run that ran there")
                   : tr("Its weights are not quantized as a whole");
    }
    return trainedFor(*run) == nullptr && stepsOf(*run) != 0
               ? tr("The run that it quantized is gone")
               : QString();
}

void TradeOff::saveQuantized(const QString& name, const QString& file) {
    const StoredRun* run = stored(name);
    if (run == nullptr || !quantizedProblem(name).isEmpty()) {
        return;
    }
    const StoredRun* trained = trainedFor(*run);
    m_helpers.startSaving(
        tr("Saving %1").arg(name),
        [archive = m_store.archive(), id = run->id,
         base = trained == nullptr ? std::nullopt : std::optional(trained->id),
         file](const Execution& execution) {
            return openKeptRuns(*archive, id, base).and_then([&](const KeptRuns& kept) {
                return writeKeptCodes(kept, file, execution);
            });
        },
        this,
        [this, file](const Result<void>& written) {
            if (written) {
                emit saved(file);
            } else if (written.error().code != ErrorCode::Cancelled) {
                emit failed(written.error());
            }
        });
}

void TradeOff::trainMix(const QString& name) {
    auto spec = experimentSpecFromJson(settingsOf(name));
    if (!spec || spec->runs.empty()) {
        return;
    }
    RunSpec mix;
    mix.name = trainedMixOf(name).toStdString();
    mix.method = MethodKind::Qat;
    mix.recipe = spec->runs.front().recipe;
    spec->name = experiment().toStdString();
    spec->runs = {std::move(mix)};
    if (spec->training.steps == 0) {  // the mix is of the base as it stands
        spec->training.steps = defaultTraining(spec->task.kind).steps;
    }
    run(*spec, ExperimentRunner::Kept::Any);
}

void TradeOff::exportCsv(const QString& file) {
    const std::string csv = runsCsv(m_shown, m_specs).toStdString();
    if (auto written = replaceFile(file.toStdString(), csv)) {
        emit saved(file);
    } else {
        emit failed(written.error());
    }
}

}  // namespace zeropoint::ui
