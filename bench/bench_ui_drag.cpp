// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What a drag step on the Calibrate page costs the GUI thread: the handle moves by a pixel, the
// state follows, every card repaints. 200 steps; the 95th percentile is the figure, and it must not
// grow with the tensor.
#include "support/clocks.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/range_handle.h"

#include <QCoreApplication>
#include <QTabBar>
#include <QTest>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

namespace {

using zeropoint::threadMilliseconds;

constexpr int dragSteps = 200;

/// 0: size of the tensor, 1: tab of the lower card (0 the example, 1 the error curve, 7 the
/// conventions): what is seen is all that may cost anything. 2: the handle (1 the lower one, whose
/// every step has a curve of its own).
void BM_DragStep(benchmark::State& state) {
    zeropoint::test::WorkbenchFixture f;
    f.bench->setSynthetic({"gamma", {{"n", static_cast<double>(state.range(0))}, {"seed", 5}}});
    f.jobs.waitForIdle(600'000);
    f.find<QTabBar>("analysis_tabs")->setCurrentIndex(static_cast<int>(state.range(1)));
    QTest::qWait(300);
    f.jobs.waitForIdle(600'000);
    const bool lower = state.range(2) == 1;
    auto* handle = f.find<zeropoint::ui::RangeHandle>(lower ? "low_handle" : "high_handle");
    const QPoint grip(handle->width() / 2, handle->height() / 2);
    std::vector<double> milliseconds;
    while (state.KeepRunning()) {
        QTest::mousePress(handle, Qt::LeftButton, Qt::NoModifier, grip);
        for (int step = 0; step < dragSteps; ++step) {
            const int dx = (step < dragSteps / 2) == lower ? 1 : -1;  // inwards, then back
            const double start = threadMilliseconds();
            QTest::mouseMove(handle, grip + QPoint(dx, 0));
            QCoreApplication::processEvents();
            milliseconds.push_back(threadMilliseconds() - start);
        }
        QTest::mouseRelease(handle, Qt::LeftButton, Qt::NoModifier, grip);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p50_ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
    state.counters["max_ms"] = milliseconds.back();
}

BENCHMARK(BM_DragStep)
    ->Args({10'000, 0, 0})
    ->Args({1'000'000, 0, 0})
    ->Args({100'000'000, 0, 0})
    ->Args({1'000'000, 0, 1})
    ->Args({1'000'000, 1, 0})
    ->Args({1'000'000, 3, 0})
    ->Args({1'000'000, 7, 0})
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);

}  // namespace
