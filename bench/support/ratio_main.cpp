// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The main function of every benchmark. Figures of one machine say little on another, ratios within
// one run do. A benchmark is named JOB/VARIANT[/ARGUMENT...]; the variant of a job that is
// registered first is its yardstick, and after the usual table each variant is set against it (best
// repetition). Options of its own, before those of Google Benchmark:
//   --cpu           compares processor time of the whole process, for machines that are not quiet
//   --save=DIR      keeps the figures in DIR, --against=DIR compares with those kept before
//   --level=NAME    runs with the core library of one CPU level, such as x86-64-v3
//   --levels        runs with each level that the machine has, three times in turn, and sets the
//                   best processor times beside each other
#include "core/support/cpu_level.h"
#include "figures.h"
#include "levels.h"
#include "peer.h"
#include "registration.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace zeropoint {
namespace {

namespace fs = std::filesystem;

constexpr int rounds = 3;

std::vector<void (*)()>& registrations() {
    static std::vector<void (*)()> all;
    return all;
}

struct Options {
    std::string program;
    std::string level;
    std::string save;
    std::string against;
    bool levels = false;
    bool processor = false;
    std::vector<std::string> others;  ///< for Google Benchmark

    Options(int argc, char** argv) : program(fs::absolute(argv[0]).string()) {
        const std::map<std::string, std::string*> texts{
            {"--level", &level}, {"--save", &save}, {"--against", &against}};
        const std::map<std::string, bool*> switches{{"--levels", &levels}, {"--cpu", &processor}};
        for (int i = 1; i < argc; ++i) {
            const std::string argument = argv[i];
            const std::size_t equals = argument.find('=');
            const std::string name = argument.substr(0, equals);
            if (const auto found = switches.find(argument); found != switches.end()) {
                *found->second = true;
            } else if (texts.contains(name) && equals != std::string::npos) {
                *texts.at(name) = argument.substr(equals + 1);
            } else {
                others.push_back(argument);
            }
        }
    }

    /// The file of this program's figures in a folder that was named.
    std::string fileIn(const std::string& folder) const {
        return (fs::path(folder) / (fs::path(program).filename().string() + ".figures")).string();
    }

    /// What a run at one level is called with.
    std::vector<std::string> forLevel() const {
        std::vector<std::string> arguments = others;
        for (const auto& [name, text] :
             std::map<std::string, std::string>{{"--save=", save}, {"--against=", against}}) {
            if (!text.empty()) {
                arguments.push_back(name + text);
            }
        }
        if (processor) {
            arguments.emplace_back("--cpu");
        }
        return arguments;
    }
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
    const double unit = benchmark::GetTimeUnitMultiplier(run.time_unit);
    figure.seconds = run.GetAdjustedRealTime() / unit;
    figure.processorSeconds = run.GetAdjustedCPUTime() / unit;
    // A peer's time was measured elsewhere; a benchmark that counts its own processor time says so.
    if (const auto own = run.counters.find("cpu_seconds"); own != run.counters.end()) {
        figure.processorSeconds = own->second;
    }
    return figure;
}

/// Prints the usual table and keeps the best time of each variant.
class KeepingReporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            if (run.run_type == Run::RT_Iteration && !run.error_occurred) {
                figures.keep(figureOf(run));
            }
        }
    }

    Figures figures{std::string(cpuLevel()), {}};
};

/// What each level of the machine gives; empty when one of them has no library here.
std::vector<Figures> measureLevels(const Options& options) {
    std::string folder = (fs::temp_directory_path() / "zeropoint-levels-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) {
        return {};
    }
    ::setenv("ZEROPOINT_BENCH_PEERS", "off", 1);
    std::vector<std::string> arguments = options.others;
    arguments.push_back("--save=" + folder);
    std::vector<Figures> measured;
    for (int round = 0; round < rounds; ++round) {
        for (const std::string& level : machineLevels()) {
            std::cout << "\n" << level << ", " << round + 1 << " of " << rounds << std::endl;
            const int status = runOnLevel(level, options.program, arguments);
            const auto figures = load(options.fileIn(folder));
            if (status != 0 || !figures || figures->level != level) {
                std::cout << "There is no library of level " << level
                          << " here: configure with -DZEROPOINT_CPU_LEVELS=all.\n";
                fs::remove_all(folder);
                return {};
            }
            if (round == 0) {
                measured.push_back({level, {}});
            }
            for (Figures& known : measured) {
                for (const Figure& figure : figures->all) {
                    if (known.level == level) {
                        known.keep(figure);
                    }
                }
            }
        }
    }
    fs::remove_all(folder);
    return measured;
}

int runLevels(const Options& options) {
    const std::vector<Figures> levels = measureLevels(options);
    if (levels.empty()) {
        return 1;
    }
    printLevels(levels, true);
    return 0;
}

/// Prints and keeps what was asked for; false when it could not.
bool report(const Options& options, const Figures& figures) {
    printRatios(figures, options.processor);
    bool done = true;
    if (!options.against.empty()) {
        const auto before = load(options.fileIn(options.against));
        if (!before) {
            std::cout << "There are no figures of this program in " << options.against << ".\n";
        }
        done = before && printAgainst(figures, *before, options.processor);
    }
    if (!options.save.empty()) {
        fs::create_directories(options.save);
        done = save(figures, options.fileIn(options.save)) && done;
    }
    std::cout << "CPU level of the core that ran: " << figures.level << "\n";
    return done;
}

int runHere(const Options& options) {
    std::vector<std::string> words = options.others;
    words.insert(words.begin(), options.program);
    std::vector<char*> pointers;
    pointers.reserve(words.size());
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    int count = static_cast<int>(pointers.size());
    benchmark::Initialize(&count, pointers.data());
    if (benchmark::ReportUnrecognizedArguments(count, pointers.data())) {
        return 2;
    }
    Registration::addAll();
    KeepingReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    const bool done = report(options, reporter.figures);
    benchmark::Shutdown();
    return done ? 0 : 1;
}

}  // namespace

Registration::Registration(void (*add)()) {
    registrations().push_back(add);
}

void Registration::addAll() {
    for (void (*add)() : registrations()) {
        add();
    }
}

}  // namespace zeropoint

int main(int argc, char** argv) {
    const zeropoint::Options options(argc, argv);
    if (options.levels) {
        return zeropoint::runLevels(options);
    }
    if (!options.level.empty()) {
        // The loader takes an unknown name in silence and runs the lowest level.
        const std::vector<std::string> known = zeropoint::machineLevels();
        if (std::find(known.begin(), known.end(), options.level) == known.end()) {
            std::cerr << "This machine has no level " << options.level << ". It has";
            for (const std::string& level : known) {
                std::cerr << ' ' << level;
            }
            std::cerr << '\n';
            return 2;
        }
        return zeropoint::runOnLevel(options.level, options.program, options.forLevel());
    }
    return zeropoint::runHere(options);
}
