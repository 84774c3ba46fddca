// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the start of the workbench costs: processes of the program itself, offscreen, until their
// first paint and two idle seconds on; what a change of the page costs, the first time, which
// builds the page, and after that; and what opening a session costs.
#include "support/clocks.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>

#include <benchmark/benchmark.h>

#include <utility>
#include <vector>

namespace {

using zeropoint::median;
using zeropoint::threadMilliseconds;

constexpr int starts = 7;
constexpr int startMilliseconds = 60'000;

double figure(const QString& report, const char* pattern) {
    const QRegularExpressionMatch match = QRegularExpression(QLatin1String(pattern)).match(report);
    return match.hasMatch() ? match.captured(1).toDouble() : -1;
}

void BM_Start(benchmark::State& state) {
    const QString program =
        QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/zeropoint");
    std::vector<double> clock;
    std::vector<double> processor;
    std::vector<double> memory;
    while (state.KeepRunning()) {
        for (int i = 0; i < starts; ++i) {
            QProcess process;
            process.start(program, {QStringLiteral("--startup-report")});
            if (!process.waitForFinished(startMilliseconds) || process.exitCode() != 0) {
                state.SkipWithError("the workbench does not start");
                return;
            }
            const QString report = QString::fromUtf8(process.readAllStandardOutput());
            clock.push_back(figure(report, "after ([0-9.]+) ms"));
            processor.push_back(figure(report, "([0-9.]+) ms of processor"));
            memory.push_back(figure(report, "idle ([0-9.]+) MiB"));
        }
    }
    state.counters["clock_ms"] = median(clock);
    state.counters["processor_ms"] = median(processor);
    state.counters["idle_MiB"] = median(memory);
}

/// 0: the page's index in the rail.
void BM_ShowPage(benchmark::State& state) {
    const int page = static_cast<int>(state.range(0));
    std::vector<double> first;
    std::vector<double> again;
    while (state.KeepRunning()) {
        zeropoint::test::WorkbenchFixture f(page == 1 ? 0 : 1);
        f.draw({"gamma", {{"seed", 5}}});
        QCoreApplication::processEvents();
        const auto show = [&](int index) {
            const double start = threadMilliseconds();
            f.window->showPage(index);
            QCoreApplication::processEvents();
            return threadMilliseconds() - start;
        };
        first.push_back(show(page));
        show(page == 1 ? 0 : 1);
        again.push_back(show(page));
    }
    state.counters["first_ms"] = median(first);
    state.counters["again_ms"] = median(again);
}

/// A session of six pages in a window that has them built: what opening costs the GUI thread
/// beside the tensor, which is a small one.
void BM_OpenSession(benchmark::State& state) {
    constexpr int pages = 6;
    const auto build = [](zeropoint::test::WorkbenchFixture& f) {
        f.draw({"gamma", {{"n", 1000}, {"seed", 5}}});
        for (int page = 0; page < pages; ++page) {
            f.window->showPage(page);
            QCoreApplication::processEvents();
        }
        f.jobs.waitForIdle(startMilliseconds);
    };
    zeropoint::test::WorkbenchFixture saved;
    build(saved);
    const std::pair<const char*, QJsonValue> changes[] = {
        {"numbers.tab", "codes"},        {"calibrate.scheme.bits", 4},
        {"calibrate.tab", "groups"},     {"compare.segment", "files"},
        {"train.next.method", "ptq"},    {"train.inside", "attention"},
        {"tradeoff.side", "live"},       {"memory.part", "fits"},
        {"memory.lower", "assumptions"}, {"calibrate.scheme.rounding", "floor"}};
    for (const auto& [name, value] : changes) {
        if (!saved.bench->settings().set(QString::fromLatin1(name), value)) {
            state.SkipWithError(name);
            return;
        }
    }
    const QByteArray text = saved.window->session().text();
    std::vector<double> milliseconds;
    while (state.KeepRunning()) {
        zeropoint::test::WorkbenchFixture f;
        build(f);
        const double start = threadMilliseconds();
        (void)f.window->session().open(text);
        f.jobs.waitForIdle(startMilliseconds);
        QCoreApplication::processEvents();
        milliseconds.push_back(threadMilliseconds() - start);
    }
    state.counters["open_ms"] = median(milliseconds);
}

BENCHMARK(BM_Start)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_OpenSession)->Iterations(5)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ShowPage)->DenseRange(0, 7)->Iterations(5)->Unit(benchmark::kMillisecond);

}  // namespace
