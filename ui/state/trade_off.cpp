// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/trade_off.h"

#include "ui/state/layer_study.h"
#include "ui/state/runs_csv.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr std::size_t layerBins = 96;
const QString compareKey = QStringLiteral("compare");
const QString layerKey = QStringLiteral("layer");

}  // namespace

TradeOff::TradeOff(JobRunner& helpers, QObject* parent)
    : QObject(parent),
      m_helpers(helpers),
      m_archive(std::make_shared<RunArchive>()),
      m_study(new LayerStudy(m_archive, this)) {
    connect(m_study, &LayerStudy::failed, this, &TradeOff::failed);
    connect(&m_highlight, &Highlight::chosenLayerChanged, this, [this] {
        if (isCompared(m_highlight.chosenLayer())) {
            lookAtLayer(m_highlight.chosenLayer());
        }
    });
    connect(m_study, &LayerStudy::solved, this, [this](const RunResult& result) {
        add(m_experiment, result);
        select(QString::fromStdString(result.name));
    });
}

TradeOff::~TradeOff() = default;

void TradeOff::openFolder(const QString& folder) {
    m_folder = folder;
    QDir().mkpath(folder);
    const QString file = QDir(folder).filePath(QStringLiteral("runs.sqlite"));
    m_helpers.startSaving(
        tr("Opening the runs"),
        [archive = m_archive, path = file.toStdString()](const Execution&) {
            return archive->open(path);
        },
        this,
        [this](const Result<std::string>& notice) {
            if (!notice) {
                emit failed(notice.error());
            } else if (!notice->empty()) {
                emit noticed(QString::fromStdString(*notice));
            }
            reload();
        });
}

/// What the person stopped needs no message.
void TradeOff::tell(const Error& error) {
    if (error.code != ErrorCode::Cancelled) {
        emit failed(error);
    }
}

void TradeOff::retry() {
    if (m_runsStopped) {
        reload();
    }
    if (m_comparisonStopped) {
        compareWith(m_compared);
    }
    m_study->retry();
}

void TradeOff::reload() {
    m_helpers.start(
        tr("Reading the runs"), QStringLiteral("runs"),
        [archive = m_archive](const Execution&) { return archive->runs(); }, this,
        [this](const Result<std::vector<StoredRun>>& runs) { takeRuns(runs); });
}

void TradeOff::takeRuns(const Result<std::vector<StoredRun>>& runs) {
    m_runsStopped = !runs && runs.error().code == ErrorCode::Cancelled;
    if (!runs) {
        tell(runs.error());
        return;
    }
    m_all = *runs;
    if (m_experiment.isEmpty() && !m_all.empty()) {
        m_experiment = QString::fromStdString(m_all.back().experiment);
    }
    refreshShown();
}

void TradeOff::refreshShown() {
    m_shown.clear();
    std::vector<RunResult> results;
    for (const StoredRun& run : m_all) {
        if (QString::fromStdString(run.experiment) != m_experiment) {
            continue;
        }
        m_shown.push_back(run);
        results.push_back(run.result);
        if (m_sizeOf == SizeOf::LinearLayers) {
            results.back().sizeBytes = run.result.linearBytes;
        }
    }
    m_summaries = summarize(results);
    readSpecs();
    const auto full = std::find_if(m_shown.begin(), m_shown.end(), [](const StoredRun& run) {
        return run.result.method == MethodKind::Full;
    });
    if (full == m_shown.end()) {
        m_study->clear();
    } else {
        m_study->setBase(*full);
    }
    emit runsChanged();
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

const RunSpec* TradeOff::spec(const std::string& name) const {
    const auto found = m_specs.find(name);
    return found == m_specs.end() ? nullptr : &found->second;
}

QStringList TradeOff::experiments() const {
    QStringList names;
    for (const StoredRun& run : m_all) {
        const QString name = QString::fromStdString(run.experiment);
        if (!names.contains(name)) {
            names << name;
        }
    }
    if (!m_experiment.isEmpty() && !names.contains(m_experiment)) {
        names << m_experiment;
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
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](const StoredRun& run) {
        return run.result.name == wanted;
    });
    return found == m_shown.end() ? nullptr : &*found;
}

std::string TradeOff::settingsOf(const QString& name) const {
    const StoredRun* run = stored(name);
    return run == nullptr ? std::string() : run->result.settings;
}

std::optional<std::int64_t> TradeOff::idOf(const QString& name) const {
    const StoredRun* run = stored(name);
    return run == nullptr ? std::nullopt : std::optional(run->id);
}

void TradeOff::setExperiment(const QString& name) {
    if (name == m_experiment) {
        return;
    }
    m_experiment = name;
    m_unfinished.clear();
    m_selected.clear();
    m_compared.clear();
    m_comparison.reset();
    refreshShown();
    emit selectionChanged();
    emit comparisonChanged();
}

void TradeOff::setSizeOf(SizeOf what) {
    m_sizeOf = what;
    refreshShown();
}

void TradeOff::select(const QString& name) {
    if (name == m_selected) {
        return;
    }
    m_selected = name;
    emit selectionChanged();
    compareWith(m_compared);
}

void TradeOff::compareWith(const QString& name) {
    m_compared = name;
    m_comparisonStopped = false;
    m_comparison.reset();
    m_layerWeights.reset();
    emit comparisonChanged();
    emit layerChanged();
    m_helpers.cancelAll(this, compareKey);
    m_helpers.cancelAll(this, layerKey);
    const auto a = idOf(m_selected);
    const auto b = idOf(name);
    if (!a || !b || a == b) {
        return;
    }
    m_helpers.start(
        tr("Comparing runs"), compareKey,
        [archive = m_archive, a = *a, b = *b](const Execution&) -> Result<RunComparison> {
            const auto first = archive->whole(a);
            const auto second = archive->whole(b);
            if (!first || !second) {
                return tl::unexpected(first ? second.error() : first.error());
            }
            return compareRuns(*first, *second);
        },
        this, [this](const Result<RunComparison>& comparison) { takeComparison(comparison); });
}

void TradeOff::takeComparison(const Result<RunComparison>& comparison) {
    if (!comparison) {
        m_comparisonStopped = true;
        tell(comparison.error());
        emit comparisonChanged();
        return;
    }
    m_comparison = *comparison;
    emit comparisonChanged();
    const auto& layers = m_comparison->layers;
    const auto worst = std::min_element(
        layers.begin(), layers.end(),
        [](const LayerError& a, const LayerError& b) { return a.sqnrDb < b.sqnrDb; });
    if (worst != layers.end()) {
        const QString& chosen = m_highlight.chosenLayer();
        lookAtLayer(isCompared(chosen) ? chosen : QString::fromStdString(worst->layer));
    }
}

bool TradeOff::isCompared(const QString& layer) const {
    const std::string name = layer.toStdString();
    return m_comparison && std::any_of(m_comparison->layers.begin(), m_comparison->layers.end(),
                                       [&](const LayerError& it) { return it.layer == name; });
}

void TradeOff::lookAtLayer(const QString& name) {
    const auto a = idOf(m_selected);
    const auto b = idOf(m_compared);
    if (!a || !b) {
        return;
    }
    m_layer = name;
    m_layerWeights.reset();  // of the layer before
    emit layerChanged();
    m_helpers.start(
        tr("Comparing a layer"), layerKey,
        [archive = m_archive, a = *a, b = *b,
         layer = name.toStdString()](const Execution&) -> Result<LayerHistograms> {
            const auto first = archive->whole(a);
            const auto second = archive->whole(b);
            if (!first || !second) {
                return tl::unexpected(first ? second.error() : first.error());
            }
            return layerHistograms(*first, *second, layer, layerBins);
        },
        this,
        [this](const Result<LayerHistograms>& weights) {
            if (weights) {
                m_layerWeights = *weights;
                emit layerChanged();
            } else {
                m_comparisonStopped = true;
                tell(weights.error());
            }
        });
}

void TradeOff::run(const ExperimentSpec& spec) {
    if (m_running) {
        return;
    }
    m_running = true;
    m_unfinished.clear();
    setExperiment(QString::fromStdString(spec.name));
    emit runsChanged();
    emit runningChanged();
    m_jobs.start(
        tr("Experiment %1").arg(QString::fromStdString(spec.name)), QString(),
        [this, spec, archive = m_archive](const Execution& execution) -> Result<ExperimentOutcome> {
            const auto input = openExperiment(spec);
            if (!input) {
                return tl::unexpected(input.error());
            }
            ExperimentCallbacks callbacks;
            callbacks.artifacts = true;
            callbacks.finished = [this, archive, &spec](const RunResult& result) {
                const Result<void> kept = archive->add(spec.name, result);
                QMetaObject::invokeMethod(
                    this,
                    [this, kept] {
                        if (!kept) {
                            emit failed(kept.error());
                        }
                        reload();
                    },
                    Qt::QueuedConnection);
            };
            return runExperiment(spec, *input, callbacks, execution);
        },
        this, [this, spec](const Result<ExperimentOutcome>& outcome) { ended(spec, outcome); });
}

void TradeOff::ended(const ExperimentSpec& spec, const Result<ExperimentOutcome>& outcome) {
    m_running = false;
    emit runningChanged();
    if (!outcome) {
        tell(outcome.error());
    }
    for (std::size_t run = 0; outcome && run < spec.runs.size(); ++run) {
        const auto finished = [&](const RunResult& it) { return it.name == spec.runs[run].name; };
        if (std::none_of(outcome->runs.begin(), outcome->runs.end(), finished)) {
            RunSummary& missing = m_unfinished.emplace_back();
            missing.name = spec.runs[run].name;
            missing.method = spec.runs[run].method;
            missing.scheme = schemeText(spec.runs[run]);
            m_specs[missing.name] = spec.runs[run];
        }
    }
    emit runsChanged();
    if (outcome && !outcome->failed.empty()) {
        emit failed(outcome->failed.front().error);
    }
}

void TradeOff::cancel() {
    m_jobs.cancelAll(this);
}

void TradeOff::add(const QString& experiment, const RunResult& result) {
    if (const Result<void> kept = m_archive->add(experiment.toStdString(), result); !kept) {
        emit failed(kept.error());
    }
    m_experiment = experiment;
    reload();
}

void TradeOff::removeSelected() {
    for (const StoredRun& run : m_shown) {
        if (QString::fromStdString(run.result.name) == m_selected) {
            if (const Result<void> removed = m_archive->remove(run.id); !removed) {
                emit failed(removed.error());
            }
        }
    }
    select({});
    reload();
}

/// An experiment quantizes what the full training of the same seed ended with.
const StoredRun* TradeOff::trainedFor(const RunResult& quantized) const {
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](const StoredRun& run) {
        return run.result.method == MethodKind::Full && run.result.seed == quantized.seed;
    });
    return quantized.method != MethodKind::Ptq || found == m_shown.end() ? nullptr : &*found;
}

void TradeOff::fetch(const QString& name) {
    const StoredRun* run = stored(name);
    if (run == nullptr) {
        return;
    }
    const StoredRun* trained = trainedFor(run->result);
    m_helpers.start(
        tr("Opening %1").arg(name), QStringLiteral("fetch"),
        [archive = m_archive, id = run->id,
         base = trained == nullptr ? std::nullopt : std::optional(trained->id)](const Execution&) {
            return openKeptRuns(*archive, id, base);
        },
        this,
        [this, name](const Result<KeptRuns>& kept) {
            if (!kept) {
                tell(kept.error());
            } else if (kept && kept->run) {
                emit fetched(*kept);
            } else if (kept) {
                emit missed(name);
            }
        });
}

void TradeOff::exportCsv(const QString& file) {
    QSaveFile out(file);
    const QByteArray csv = runsCsv(m_shown, m_specs);
    if (!out.open(QIODevice::WriteOnly) || out.write(csv) != csv.size() || !out.commit()) {
        emit failed({ErrorCode::WriteFailed, "The table cannot be written there",
                     file.toStdString(), "Choose another place"});
    }
}

}  // namespace zeropoint::ui
