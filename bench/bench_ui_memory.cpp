// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What a step of a slider on the Memory page costs the GUI thread: the value moves, the estimator
// answers for every bar and device, chart, table and list repaint. 200 steps; the 95th percentile
// is the figure, and it must stay under 16 ms.
#include "support/clocks.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/value_slider.h"
#include "ui/pages/page.h"
#include "ui/state/settings_catalogue.h"

#include <QCoreApplication>
#include <QSlider>
#include <QTest>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

namespace {

using zeropoint::threadMilliseconds;

constexpr int steps = 200;
constexpr const char* sliders[] = {
    "memory_context",      "memory_batch",      "memory_training_rank", "memory_sizes_layers",
    "memory_sizes_hidden", "memory_parameters", "memory_sizes_kv_heads"};

int memoryPage() {
    const auto pages = zeropoint::ui::pageList();
    const auto found = std::find_if(pages.begin(), pages.end(), [](const auto& page) {
        return page.id == QLatin1String("memory");
    });
    return static_cast<int>(found - pages.begin());
}

/// 0: which slider; 1: what is shown below the bars (devices, one setting, assumptions). The model
/// is the one of the catalogue with the most layers.
void BM_MemorySlider(benchmark::State& state) {
    zeropoint::test::WorkbenchFixture f(memoryPage());
    auto& settings = f.bench->settings();
    (void)settings.set(QStringLiteral("memory.model"), QStringLiteral("llama-3.1-405b"));
    const QStringList lower{QStringLiteral("devices"), QStringLiteral("bar"),
                            QStringLiteral("assumptions")};
    (void)settings.set(QStringLiteral("memory.lower"), lower[state.range(1)]);
    QTest::qWait(200);
    auto* slider = f.find<zeropoint::ui::ValueSlider>(sliders[state.range(0)])->slider();
    std::vector<double> milliseconds;
    while (state.KeepRunning()) {
        for (int step = 0; step < steps; ++step) {
            const double start = threadMilliseconds();
            slider->setValue(300 + (step < steps / 2 ? step : steps - step));
            QCoreApplication::processEvents();
            milliseconds.push_back(threadMilliseconds() - start);
        }
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p50_ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
    state.counters["max_ms"] = milliseconds.back();
}

BENCHMARK(BM_MemorySlider)
    ->ArgsProduct({{0, 1, 2, 3, 4, 5, 6}, {0}})
    ->Args({0, 1})
    ->Args({0, 2})
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);

}  // namespace
