// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/analysis/budget_candidates.h"
#include "core/methods/analysis/sensitivity.h"
#include "core/methods/ptq/ptq.h"
#include "core/support/random.h"
#include "core/training/trainer.h"
#include "tests/core/methods/models.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>

using namespace zeropoint;
using test::scheme;

namespace {

BudgetSite site(const std::string& name,
                const std::vector<std::pair<std::uint64_t, double>>& ways) {
    BudgetSite made{name, {}};
    for (const auto& [bytes, loss] : ways) {
        made.candidates.push_back({{}, bytes, loss});
    }
    return made;
}

/// Every assignment there is.
std::optional<BudgetSolution> bruteForce(const std::vector<BudgetSite>& sites,
                                         std::uint64_t budget) {
    std::optional<BudgetSolution> best;
    std::vector<std::size_t> choice(sites.size(), 0);
    while (true) {
        BudgetSolution now{choice, 0, 0};
        for (std::size_t i = 0; i < sites.size(); ++i) {
            now.bytes += sites[i].candidates[choice[i]].bytes;
            now.lossIncrease += sites[i].candidates[choice[i]].lossIncrease;
        }
        const bool better =
            !best || now.lossIncrease < best->lossIncrease - 1e-12 ||
            (now.lossIncrease < best->lossIncrease + 1e-12 && now.bytes < best->bytes);
        if (now.bytes <= budget && better) {
            best = now;
        }
        std::size_t at = 0;
        while (at < sites.size() && ++choice[at] == sites[at].candidates.size()) {
            choice[at++] = 0;
        }
        if (at == sites.size()) {
            return best;
        }
    }
}

double lossOf(const test::Sample& sample, const QuantRecipe& recipe) {
    const auto quantized = applyPtq(sample.model, *sample.data, recipe).value();
    BatchRunner<float> runner;
    return evaluateOn(quantized.model, *sample.data, runner, {}, 100, HeldOut::Validation)
        .value()
        .meanLoss();
}

}  // namespace

class TestBitBudget : public QObject {
    Q_OBJECT

private slots:
    void choosesTheBestByHand() {
        // With 10 bytes only one site can have 8: the one that suffers more from 2.
        const std::vector<BudgetSite> sites{site("a", {{2, 1.0}, {8, 0.1}}),
                                            site("b", {{2, 3.0}, {8, 0.0}})};
        const auto ten = solveBudget(sites, 10).value();
        QCOMPARE(ten.choice, (std::vector<std::size_t>{0, 1}));
        QCOMPARE(ten.bytes, std::uint64_t{10});
        QCOMPARE(ten.lossIncrease, 1.0);
        QCOMPARE(solveBudget(sites, 16)->choice, (std::vector<std::size_t>{1, 1}));
        QCOMPARE(solveBudget(sites, 9)->choice, (std::vector<std::size_t>{0, 0}));
        QCOMPARE(solveBudget({}, 0)->bytes, std::uint64_t{0});
    }

    void equalsBruteForce_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 60; ++seed) {
            QTest::addRow("instance %d", seed) << seed;
        }
    }
    void equalsBruteForce() {
        QFETCH(int, seed);
        Random random(static_cast<std::uint64_t>(seed));
        std::vector<BudgetSite> sites;
        std::uint64_t most = 0;
        for (std::size_t i = 0; i < 1 + random.below(6); ++i) {
            BudgetSite made{"s", {}};
            for (std::size_t c = 0; c < 1 + random.below(5); ++c) {
                // Noise makes some losses negative and some larger sites worse.
                made.candidates.push_back({{}, random.below(40), random.normal()});
            }
            sites.push_back(made);
            most += 40;
        }
        for (std::uint64_t budget = 0; budget <= most; budget += 1 + most / 16) {
            const auto expected = bruteForce(sites, budget);
            const auto found = solveBudget(sites, budget);
            QCOMPARE(found.has_value(), expected.has_value());
            if (expected) {
                QCOMPARE_LE(std::abs(found->lossIncrease - expected->lossIncrease), 1e-12);
                QCOMPARE(found->bytes, expected->bytes);
                QCOMPARE(found->choice.size(), sites.size());
            }
        }
    }

    void badInputIsRefused() {
        const std::vector<BudgetSite> sites{site("a", {{5, 0.0}}), site("b", {{7, 0.0}})};
        const auto small = solveBudget(sites, 11);
        COMPARE_ERROR(small, ErrorCode::InvalidArgument);
        QVERIFY(small.error().remedy.find("12") != std::string::npos);
        const std::vector<BudgetSite> none{site("a", {})};
        QCOMPARE(QString::fromStdString(test::errorOf(solveBudget(none, 9)).where), "a");
        const std::vector<BudgetSite> nan{site("c", {{1, std::nan("")}})};
        QCOMPARE(QString::fromStdString(test::errorOf(solveBudget(nan, 9)).where), "c");
        std::stop_source source;
        source.request_stop();
        const auto stopped = solveBudget(sites, 20, {nullptr, {}, source.get_token()});
        COMPARE_ERROR(stopped, ErrorCode::Cancelled);
    }

    void sensitivitiesAreScoresOfSingleSites() {
        const test::Sample sample = test::sample("digits");
        QuantRecipe recipe;
        recipe.base.weight = scheme("int2");
        recipe.calibration = {1, 16, 1};
        recipe.head = false;
        const auto found = measureSensitivity(sample.model, *sample.data, recipe, 100).value();
        QCOMPARE(found.sites.size(), std::size_t{12});
        QCOMPARE(QString::fromStdString(found.sites[4].site), "layers.0.ff1");
        QCOMPARE_LE(std::abs(found.exact.loss - lossOf(sample, {})), 1e-5);
        QCOMPARE_LE(std::abs(found.quantized.loss - lossOf(sample, recipe)), 1e-5);
        QuantRecipe alone;
        alone.overrides = {{"layers.0.ff1", recipe.base}};
        alone.head = false;
        QCOMPARE_LE(std::abs(found.sites[4].aloneQuantized.loss - lossOf(sample, alone)), 1e-5);
        QuantRecipe kept = recipe;
        kept.overrides = {{"layers.0.ff1", {}}};
        QCOMPARE_LE(std::abs(found.sites[4].aloneKept.loss - lossOf(sample, kept)), 1e-5);
        QCOMPARE_GE(found.lossIncrease(found.quantized), 0.01);
    }

    // Nothing quantized is the model itself, whatever a recipe does to cache and rest; and what one
    // site does is what it does alone.
    void theExactModelIsNotQuantized() {
        const test::Sample sample = test::sample("sort");
        QuantRecipe recipe;
        recipe.base.weight = scheme("int3");
        recipe.calibration = {1, 16, 1};
        recipe.kvCache = scheme("int2", Granularity::Tensor);
        recipe.rest = "bf16";
        const auto found = measureSensitivity(sample.model, *sample.data, recipe, 100).value();
        QCOMPARE_LE(std::abs(found.exact.loss - lossOf(sample, {})), 1e-6);
        QCOMPARE_GE(found.exact.accuracy, 0.9);
        QCOMPARE_LE(std::abs(found.quantized.loss - lossOf(sample, recipe)), 1e-5);
        QuantRecipe alone;
        alone.head = false;
        alone.overrides = {{"layers.1.ff2", recipe.base}};
        const auto ff2 = std::ranges::find_if(
            found.sites, [](const SiteSensitivity& s) { return s.site == "layers.1.ff2"; });
        QCOMPARE_LE(std::abs(ff2->aloneQuantized.loss - lossOf(sample, alone)), 1e-5);
        QuantRecipe kept = recipe;
        kept.overrides = {{"layers.1.ff2", {}}};
        QCOMPARE_LE(std::abs(ff2->aloneKept.loss - lossOf(sample, kept)), 1e-5);
        const std::vector<SiteRecipe> ways{recipe.base};
        const auto sites = measureCandidates(sample.model, *sample.data, recipe, ways, 100).value();
        const auto same = std::ranges::find_if(
            sites, [](const BudgetSite& s) { return s.site == "layers.1.ff2"; });
        QCOMPARE_LE(std::abs(same->candidates[1].lossIncrease -
                             (lossOf(sample, alone) - lossOf(sample, {}))),
                    1e-5);
    }

    // A site whose input alone is quantized is not the budget's to choose, nor to forget.
    void sitesOfAnotherKindStay() {
        const test::Sample sample = test::sample("digits");
        QuantRecipe recipe;
        recipe.base.weight = scheme("int4");
        recipe.calibration = {1, 16, 1};
        SiteRecipe inputs;
        inputs.activation = {ActivationMode::Static, scheme("int8", Granularity::Tensor)};
        recipe.overrides = {{"layers.1.ff1", inputs}};
        std::vector<BudgetSite> sites{site("layers.0.ff1", {{4 * 64 * 256, 0.0}})};
        sites[0].candidates[0].recipe = test::site(scheme("int8"));
        const QuantRecipe mixed =
            recipeOfSolution(recipe, sample.model, sites, {{0}, 0, 0}).value();
        const auto resolved = resolveSites(mixed, sample.model).value();
        for (const ResolvedSite& own : resolved) {
            const bool chosen = own.site.name == "layers.0.ff1";
            const auto expected = resolveSites(recipe, sample.model).value();
            const auto before = std::ranges::find_if(expected, [&](const ResolvedSite& other) {
                return other.site.name == own.site.name;
            });
            QVERIFY(own.recipe == (chosen ? sites[0].candidates[0].recipe : before->recipe));
        }
        // The bytes that are left for the one site are what the rest, as it stands, leaves.
        const auto left = bytesForSites(recipe, sample.model, sites, 400'000).value();
        const ModelSize size = modelSize(mixed, sample.model).value();
        std::uint64_t own = 0;
        for (const SiteSize& each : size.sites) {
            own += each.site == "layers.0.ff1" ? each.bytes() : 0;
        }
        QCOMPARE(400'000 - left, size.bytes() - own);
    }

    void budgetOfAModelIsKept() {
        const test::Sample sample = test::sample("digits");
        QuantRecipe recipe;
        recipe.base.weight = scheme("int4");
        recipe.calibration = {1, 16, 1};
        const std::vector<SiteRecipe> ways{test::site(scheme("int2")), test::site(scheme("int4")),
                                           test::site(scheme("int8"))};
        const auto sites = measureCandidates(sample.model, *sample.data, recipe, ways, 100).value();
        QCOMPARE(sites.size(), std::size_t{13});
        QCOMPARE(sites[0].candidates.size(), std::size_t{4});  // kept, and the three ways
        QCOMPARE(sites[0].candidates[0].bytes, std::uint64_t{4 * 64 * 64});
        QCOMPARE(sites[0].candidates[1].bytes, std::uint64_t{64 * 64 / 4 + 4 * 64});
        const std::uint64_t modelBytes = 60'000;
        const auto left = bytesForSites(recipe, sample.model, sites, modelBytes).value();
        const auto solution = solveBudget(sites, left).value();
        const QuantRecipe mixed = recipeOfSolution(recipe, sample.model, sites, solution).value();
        const auto size = modelSize(mixed, sample.model).value();
        QCOMPARE_LE(size.bytes(), modelBytes);
        QCOMPARE(size.bytes(), modelBytes - left + solution.bytes);
        QVERIFY(applyPtq(sample.model, *sample.data, mixed));
        // Room for everything: each site has what does it least harm, which may be to be quantized.
        const auto room = solveBudget(sites, 1'000'000).value();
        double least = 0;
        for (const BudgetSite& each : sites) {
            QCOMPARE(each.candidates[0].lossIncrease, 0.0);
            least +=
                std::ranges::min(each.candidates, {}, &BudgetCandidate::lossIncrease).lossIncrease;
        }
        QCOMPARE_LE(std::abs(room.lossIncrease - least), 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestBitBudget)
#include "tst_bit_budget.moc"
