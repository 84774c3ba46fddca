// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How soon the Compare page follows when another tensor is chosen: a file of two tensors of 16 M
// values each, six settings. first_ms: until every column shows the new tensor's histogram (300 ms
// on two cores). exact_ms: until every column has its figures (1.5 s). Real time counts; beside it
// the processor time of all threads, which other programs do not disturb: with both threads at
// work real time is not below half of it.
#include "core/files/weight_writer.h"
#include "core/tensor/synthetic.h"
#include "support/clocks.h"
#include "support/scratch_files.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/pages/compare/column_card.h"
#include "ui/pages/page.h"
#include "ui/state/compare_state.h"

#include <QCoreApplication>
#include <QTest>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace zeropoint;

constexpr std::int64_t side = 4096;
constexpr int rounds = 6;

Tensor drawn(const std::string& name, std::uint64_t seed) {
    SyntheticSpec spec;
    spec.kind = "normal";
    spec.parameters = {{"n", double(side * side)}, {"std", 0.02}, {"seed", double(seed)}};
    const auto flat = generate(spec).value();
    std::vector<float> values(flat.values().begin(), flat.values().end());
    return Tensor(name, {side, side}, std::move(values));
}

std::vector<QuantScheme> sixSettings() {
    std::vector<QuantScheme> schemes(6);
    const char* formats[] = {"int8", "int4", "int4", "nf4", "q4_0", "mxfp4"};
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        schemes[i].format = formats[i];
    }
    schemes[1].granularity = Granularity::Channel;
    schemes[2].range.kind = RangeMethod::Kind::Mse;
    schemes[3].granularity = Granularity::Group;
    return schemes;
}

struct Since {
    double real = milliseconds(CLOCK_MONOTONIC);
    double processor = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    double realNow() const { return milliseconds(CLOCK_MONOTONIC) - real; }
    double processorNow() const { return milliseconds(CLOCK_PROCESS_CPUTIME_ID) - processor; }
};

void BM_AnotherTensor(benchmark::State& state) {
    const Folder folder;
    const std::string path = folder.file("two.safetensors");
    WeightOutput output;
    output.tensors.push_back(outputOf(drawn("one", 1)));
    output.tensors.push_back(outputOf(drawn("two", 2)));
    if (!writeWeights(path, WriteFormat::Safetensors, output)) {
        state.SkipWithError("the file cannot be written");
        return;
    }
    const auto pages = ui::pageList();
    const auto compare =
        std::ranges::find(pages, QStringLiteral("compare"), &ui::PageEntry::id) - pages.begin();
    test::WorkbenchFixture f(static_cast<int>(compare));
    ui::CompareState six;
    six.columns = sixSettings();
    f.bench->setCompare(six);
    f.bench->openFile(QString::fromStdString(path));
    f.jobs.waitForIdle(600'000);
    std::vector<double> first, firstProcessor, exact, exactProcessor;
    bool changed = false;
    QObject::connect(f.bench.get(), &ui::Workbench::sourceChanged, f.window.get(),
                     [&changed] { changed = true; });
    std::size_t tensor = 0;
    while (state.KeepRunning()) {
        for (int round = 0; round < rounds; ++round) {
            tensor = 1 - tensor;
            changed = false;
            const Since since;
            f.bench->selectTensor(tensor);
            while (!changed) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            f.window->repaint();
            first.push_back(since.realNow());
            firstProcessor.push_back(since.processorNow());
            f.jobs.waitForIdle(600'000);
            QCoreApplication::processEvents();
            exact.push_back(since.realNow());
            exactProcessor.push_back(since.processorNow());
        }
    }
    state.counters["first_ms"] = median(first);
    state.counters["first_cpu_ms"] = median(firstProcessor);
    state.counters["first_best_ms"] = *std::ranges::min_element(first);
    state.counters["exact_ms"] = median(exact);
    state.counters["exact_cpu_ms"] = median(exactProcessor);
    state.counters["exact_best_ms"] = *std::ranges::min_element(exact);
}

BENCHMARK(BM_AnotherTensor)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
