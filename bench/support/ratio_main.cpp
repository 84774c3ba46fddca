// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The main function of every benchmark. Figures of one machine say little on another, ratios within
// one run do. A benchmark is named JOB/VARIANT[/ARGUMENT...]; the variant of a job that is
// registered first is its yardstick, and after the usual table each variant is set against it (best
// repetition).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

namespace {

struct Figure {
    std::string job;  ///< with the arguments, so that only equal work is compared
    std::string variant;
    double seconds = 0;
};

Figure figureOf(const benchmark::BenchmarkReporter::Run& run) {
    const std::string name = run.run_name.function_name;
    const std::size_t slash = name.find('/');
    Figure figure;
    figure.job = name.substr(0, slash);
    figure.variant = slash == std::string::npos ? name : name.substr(slash + 1);
    if (!run.run_name.args.empty()) {
        figure.job += '/' + run.run_name.args;
    }
    figure.seconds = run.GetAdjustedRealTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
    return figure;
}

/// Prints the usual table and keeps the best time of each variant.
class RatioReporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            if (run.run_type == Run::RT_Iteration && !run.error_occurred) {
                keep(figureOf(run));
            }
        }
    }

    void printRatios() const {
        std::cout << "\nSpeed against the first variant of each job:\n";
        for (const Figure& figure : m_figures) {
            const auto yardstick =
                std::find_if(m_figures.begin(), m_figures.end(),
                             [&](const Figure& other) { return other.job == figure.job; });
            std::cout << std::left << std::setw(40) << figure.job << std::setw(28) << figure.variant
                      << std::right << std::fixed << std::setprecision(2) << std::setw(8)
                      << yardstick->seconds / figure.seconds << '\n';
        }
    }

private:
    void keep(const Figure& figure) {
        for (Figure& known : m_figures) {
            if (known.job == figure.job && known.variant == figure.variant) {
                known.seconds = std::min(known.seconds, figure.seconds);
                return;
            }
        }
        m_figures.push_back(figure);
    }

    std::vector<Figure> m_figures;
};

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 2;
    }
    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.printRatios();
    benchmark::Shutdown();
    return 0;
}
