// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/layer_study.h"

#include "core/experiment/kept_model.h"
#include "core/experiment/run_maker.h"
#include "core/methods/recipe/model_size.h"
#include "ui/state/runs/run_form.h"
#include "ui/text/numbers.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zeropoint::ui {
namespace {

/// Enough to rank layers by, few enough to score some thirty models in seconds.
constexpr std::size_t studySequences = 500;
/// Answers while the hand moves.
constexpr std::size_t liveSequences = 360;
constexpr int budgetBits[] = {2, 3, 4, 5, 6, 8};

QuantRecipe recipeOfBits(int bits) {
    QuantRecipe recipe = defaultRecipe();
    setWeightBits(recipe.base, bits);
    return recipe;
}

std::vector<SiteRecipe> alternatives() {
    std::vector<SiteRecipe> sites;
    for (const int bits : budgetBits) {
        sites.push_back(recipeOfBits(bits).base);
    }
    return sites;
}

/// The model that all runs of an experiment start from.
Result<KeptExperiment> openStart(const ExperimentSpec& spec) {
    return openExperiment(spec).map([&](ExperimentInput input) {
        Transformer<float> model = input.base->clone();
        return KeptExperiment{spec, std::move(input), std::move(model)};
    });
}

}  // namespace

/// The studied model with what was found out about it.
struct LayerStudy::Model {
    std::int64_t run = 0;
    std::function<Result<ExperimentSpec>()> start;  ///< instead of a run
    ExperimentSpec spec;
    std::uint64_t seed = 0;
    ExperimentInput input;
    std::optional<Transformer<float>> model;
    std::optional<LiveAccuracy> live;
    std::optional<std::vector<BudgetSite>> candidates;

    Result<void> open(RunArchive& archive);
    template <typename Answer>
    Result<Answer> answer(RunArchive& archive, const QuantRecipe& recipe,
                          const std::string& pattern, const Execution& execution);
    Result<RunResult> within(std::uint64_t bytes, const Execution& execution);
    Result<RunResult> quantized(const RunSpec& run, const Execution& execution);
};

Result<void> LayerStudy::Model::open(RunArchive& archive) {
    if (model) {
        return {};
    }
    auto kept = start ? start().and_then(openStart) : archive.whole(run).and_then(openKept);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    kept->model.prepare();
    spec = std::move(kept->spec);
    seed = spec.seeds.front();
    input = std::move(kept->input);
    model.emplace(std::move(kept->model));
    return {};
}

template <typename Answer>
Result<Answer> LayerStudy::Model::answer(RunArchive& archive, const QuantRecipe& recipe,
                                         const std::string& pattern, const Execution& execution) {
    if (auto opened = open(archive); !opened) {
        return tl::unexpected(opened.error());
    }
    if (!live) {
        auto made = LiveAccuracy::create(*model, *input.data, recipe, liveSequences, execution);
        if (!made) {
            return tl::unexpected(made.error());
        }
        live.emplace(std::move(*made));
    }
    QElapsedTimer clock;
    clock.start();
    const auto score = live->score(recipe, execution);
    if (!score) {
        return tl::unexpected(score.error());
    }
    return live->weightError(pattern, execution).map([&](const ErrorReport& error) {
        const auto size = modelSize(recipe, *model);
        return Answer{*score, error, static_cast<double>(clock.nsecsElapsed()) / 1e6,
                      size ? size->bytes() : 0};
    });
}

Result<RunResult> LayerStudy::Model::within(std::uint64_t bytes, const Execution& execution) {
    const QuantRecipe recipe = recipeOfBits(budgetBits[std::size(budgetBits) - 1]);
    const std::vector<SiteRecipe> choices = alternatives();
    if (!candidates) {
        auto measured =
            measureCandidates(*model, *input.data, recipe, choices, studySequences, execution);
        if (!measured) {
            return tl::unexpected(measured.error());
        }
        candidates = std::move(*measured);
    }
    const auto least = modelSize(recipeOfBits(budgetBits[0]), *model);
    if (least && bytes < least->bytes()) {
        // In the terms of the question: the solver knows the bytes of the layers alone.
        const double kilobytes = std::ceil(static_cast<double>(least->bytes()) / 10) / 100;
        const std::string smallest = formatNumber(kilobytes, 6).toStdString() + " KB";
        return fail(ErrorCode::InvalidArgument,
                    "No mix of bits makes the model smaller than " + smallest, "",
                    "Give " + smallest + " or more");
    }
    const auto left = bytesForSites(recipe, *model, *candidates, bytes);
    if (!left) {
        return tl::unexpected(left.error());
    }
    const auto solution = solveBudget(*candidates, *left, execution);
    if (!solution) {
        return tl::unexpected(solution.error());
    }
    RunSpec run;
    run.method = MethodKind::Ptq;
    auto chosen = recipeOfSolution(recipe, *model, *candidates, *solution);
    if (!chosen) {
        return tl::unexpected(chosen.error());
    }
    run.recipe = std::move(*chosen);
    // A name of a run is the same in every locale.
    run.name = QStringLiteral("Mixed PTQ %1 KB")
                   .arg(static_cast<double>(bytes) / 1000, 0, 'g', bytes < 1'000'000 ? 3 : 6)
                   .toStdString();
    return quantized(run, execution);
}

/// The studied model under a recipe, as a run of its experiment.
Result<RunResult> LayerStudy::Model::quantized(const RunSpec& run, const Execution& execution) {
    ExperimentSpec own = spec;
    own.runs = {run};
    const RunMaker maker(own, input, {});
    RunCallbacks callbacks;
    callbacks.artifacts = true;
    return maker.quantize(run, seed, *model, callbacks, execution);
}

LayerStudy::LayerStudy(std::shared_ptr<RunArchive> archive, JobRunner& helpers, QObject* parent)
    : QObject(parent),
      m_archive(std::move(archive)),
      m_jobs(helpers, 0),
      m_recipe(defaultRecipe()) {}

LayerStudy::~LayerStudy() = default;

/// Runs `work` on the opened model; drops answers about a model that is no longer studied.
template <typename Work, typename Done>
void LayerStudy::start(Length length, const QString& title, const QString& key, Work work,
                       Done done) {
    using Outcome = std::invoke_result_t<Work, Model&, const Execution&>;
    auto job = [model = m_model, archive = m_archive, work](const Execution& execution) -> Outcome {
        if (auto opened = model->open(*archive); !opened) {
            return tl::unexpected(opened.error());
        }
        return work(*model, execution);
    };
    auto take = [this, model = m_model, done](Outcome outcome) {
        if (model != m_model) {
            return;
        }
        if (outcome) {
            done(std::move(*outcome));
        } else if (outcome.error().code != ErrorCode::Cancelled) {
            emit failed(outcome.error());
        }
    };
    if (length == Length::Long) {
        m_jobs.startLong(title, key, std::move(job), this, std::move(take));
    } else {
        m_jobs.start(title, key, std::move(job), this, std::move(take));
    }
}

void LayerStudy::setBase(const StoredRun& run) {
    if (m_baseId != run.id) {
        auto model = std::make_shared<Model>();
        model->run = run.id;
        study(run.id, QString::fromStdString(run.result.name), std::move(model));
    }
}

void LayerStudy::setBase(const QString& name, std::function<Result<ExperimentSpec>()> start) {
    if (!ofStart() || m_baseName != name) {
        auto model = std::make_shared<Model>();
        model->start = std::move(start);
        study(startId, name, std::move(model));
    }
}

void LayerStudy::study(std::int64_t id, const QString& name, std::shared_ptr<Model> model) {
    m_jobs.cancelAll(this);
    m_baseId = id;
    m_baseName = name;
    m_model = std::move(model);
    m_sites.clear();
    m_leastBytes = 0;
    m_fullBytes = 0;
    openSites();
    m_sensitivity.reset();
    forgetLive();
    emit baseChanged();
    emit sensitivityChanged();
    emit liveChanged();
}

void LayerStudy::retry() {
    if (m_model && !m_sitesKnown) {
        openSites();
    }
}

/// What opening a model tells.
struct LayerStudy::Opened {
    std::vector<WeightSite> sites;
    quint64 leastBytes = 0;
    quint64 fullBytes = 0;
};

void LayerStudy::openSites() {
    m_sitesKnown = false;
    start(
        Length::Short, tr("Opening the model"), QStringLiteral("sites"),
        [](Model& model, const Execution&) -> Result<Opened> {
            Opened opened{model.model->sites(), 0,
                          parameterCount(model.model->config()) * sizeof(float)};
            std::erase_if(opened.sites, [](const WeightSite& site) {
                return !site.linear || site.name == "patch_emb";
            });
            return modelSize(recipeOfBits(budgetBits[0]), *model.model)
                .map([&](const ModelSize& least) {
                    opened.leastBytes = least.bytes();
                    return opened;
                });
        },
        [this](const Opened& opened) {
            m_sites.clear();
            m_siteWeights.clear();
            m_leastBytes = opened.leastBytes;
            m_fullBytes = opened.fullBytes;
            for (const WeightSite& site : opened.sites) {
                m_sites << QString::fromStdString(site.name);
                m_siteWeights.push_back(site.out * site.in);
            }
            m_sitesKnown = true;
            emit baseChanged();
        });
}

quint64 LayerStudy::bytesOfOneBit(const QString& site) const {
    const qsizetype at = m_sites.indexOf(site);
    return at < 0 ? 0 : (m_siteWeights[static_cast<std::size_t>(at)] + 7) / 8;
}

void LayerStudy::clear() {
    m_jobs.cancelAll(this);
    m_baseId.reset();
    m_baseName.clear();
    m_model.reset();
    m_sensitivity.reset();
    forgetLive();
    emit baseChanged();
    emit sensitivityChanged();
    emit liveChanged();
}

void LayerStudy::measure(int bits) {
    if (!m_model || (bits == m_bits && m_sensitivity)) {
        return;
    }
    m_bits = bits;
    m_sensitivity.reset();
    emit sensitivityChanged();
    start(
        Length::Long, tr("Each layer alone at %1 bits").arg(bits), QStringLiteral("sensitivity"),
        [bits](Model& model, const Execution& execution) {
            return measureSensitivity(*model.model, *model.input.data, recipeOfBits(bits),
                                      studySequences, execution);
        },
        [this](Sensitivity&& sensitivity) {
            m_sensitivity = std::move(sensitivity);
            emit sensitivityChanged();
        });
}

void LayerStudy::ask(const QuantRecipe& recipe, const std::string& pattern) {
    if (!m_model || (m_asked && recipe == m_recipe && pattern == m_pattern)) {
        return;
    }
    m_asked = true;
    m_recipe = recipe;
    m_pattern = pattern;
    m_waiting = true;
    askNext();
}

void LayerStudy::askNext() {
    if (m_asking || !m_waiting) {
        return;
    }
    m_waiting = false;
    m_asking = true;
    m_jobs.start(
        tr("Scoring the model"), QStringLiteral("live"),
        [model = m_model, archive = m_archive, recipe = m_recipe,
         pattern = m_pattern](const Execution& execution) {
            return model->answer<LiveAnswer>(*archive, recipe, pattern, execution);
        },
        this,
        [this, model = m_model, recipe = m_recipe](Result<LiveAnswer>&& answer) {
            if (model != m_model) {
                return;
            }
            m_asking = false;
            if (answer) {
                m_liveRecipe = recipe;
                m_live = answer->score;
                m_liveError = answer->error;
                m_liveMilliseconds = answer->milliseconds;
                m_liveBytes = answer->bytes;
                emit liveChanged();
            } else {
                m_asked = m_waiting;
                if (answer.error().code != ErrorCode::Cancelled) {
                    emit failed(answer.error());
                }
            }
            askNext();
        });
}

void LayerStudy::forgetLive() {
    m_asked = false;
    m_asking = false;
    m_waiting = false;
    m_live.reset();
    m_liveError.reset();
}

void LayerStudy::keepLive() {
    if (!m_model || !m_live) {
        return;
    }
    RunSpec run;
    run.method = MethodKind::Ptq;
    run.recipe = m_liveRecipe;
    // What sets two of them apart beside their bits is their size or where they clip.
    QString name = QStringLiteral("Live ") + runName(run);
    if (m_liveRecipe.base.clip < 1) {
        name += QStringLiteral(", clip %1 %").arg(std::round(m_liveRecipe.base.clip * 100));
    }
    name += QStringLiteral(", %1 KB").arg(static_cast<double>(m_liveBytes) / 1000, 0, 'f', 2);
    run.name = name.toStdString();
    start(
        Length::Long, tr("Measuring %1").arg(name), QStringLiteral("keep"),
        [run](Model& model, const Execution& execution) { return model.quantized(run, execution); },
        [this](RunResult&& result) { emit solved(result); });
}

void LayerStudy::solve(std::uint64_t modelBytes) {
    if (!m_model) {
        return;
    }
    start(
        Length::Long, tr("Choosing bits for every layer"), QStringLiteral("budget"),
        [modelBytes](Model& model, const Execution& execution) {
            return model.within(modelBytes, execution);
        },
        [this, modelBytes](RunResult&& result) {
            emit solved(result);
            emit budgetSolved(modelBytes, result);
        });
}

}  // namespace zeropoint::ui
