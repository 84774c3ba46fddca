// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>

namespace zeropoint {
namespace {

constexpr int jobWidth = 34;
constexpr int variantWidth = 24;
constexpr int columnWidth = 12;

void printNames(const Figure& figure) {
    std::cout << std::left << std::setw(jobWidth) << figure.job << ' ' << std::setw(variantWidth)
              << figure.variant << std::right << std::fixed;
}

std::string unitOf(bool processor) {
    return processor ? "processor time" : "time";
}

}  // namespace

void Figures::keep(const Figure& figure) {
    for (Figure& known : all) {
        if (known.job == figure.job && known.variant == figure.variant) {
            known.seconds = std::min(known.seconds, figure.seconds);
            known.processorSeconds = std::min(known.processorSeconds, figure.processorSeconds);
            return;
        }
    }
    all.push_back(figure);
}

const Figure* Figures::find(const std::string& job, const std::string& variant) const {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Figure& figure) {
        return figure.job == job && (variant.empty() || figure.variant == variant);
    });
    return found == all.end() ? nullptr : &*found;
}

bool save(const Figures& figures, const std::string& path) {
    std::ofstream out(path);
    out << "level\t" << figures.level << '\n' << std::scientific << std::setprecision(9);
    for (const Figure& figure : figures.all) {
        out << figure.job << '\t' << figure.variant << '\t' << figure.seconds << '\t'
            << figure.processorSeconds << '\n';
    }
    out.close();
    return out.good();
}

std::optional<Figures> load(const std::string& path) {
    std::ifstream in(path);
    std::string word;
    Figures figures;
    if (!(in >> word >> figures.level) || word != "level") {
        return std::nullopt;
    }
    Figure figure;
    while (in >> figure.job >> figure.variant >> figure.seconds >> figure.processorSeconds) {
        figures.all.push_back(figure);
    }
    return figures;
}

void printRatios(const Figures& figures, bool processor) {
    std::cout << "\nSpeed against the first variant of each job, by " << unitOf(processor) << ":\n";
    for (const Figure& figure : figures.all) {
        printNames(figure);
        const Figure* yardstick = figures.find(figure.job, "");
        std::cout << std::setprecision(2) << std::setw(columnWidth)
                  << yardstick->time(processor) / figure.time(processor) << '\n';
    }
}

bool printAgainst(const Figures& figures, const Figures& before, bool processor) {
    if (figures.level != before.level) {
        std::cout << "\nNot compared: these are figures of " << figures.level << ", those of "
                  << before.level << ". Choose the same with --level=" << before.level << ".\n";
        return false;
    }
    std::cout << "\nSpeed against the saved figures, by " << unitOf(processor) << ":\n";
    for (const Figure& figure : figures.all) {
        if (const Figure* old = before.find(figure.job, figure.variant); old != nullptr) {
            printNames(figure);
            std::cout << std::setprecision(2) << std::setw(columnWidth)
                      << old->time(processor) / figure.time(processor) << '\n';
        }
    }
    return true;
}

void printLevels(const std::vector<Figures>& levels, bool processor) {
    std::cout << "\nMilliseconds of " << unitOf(processor) << " on each CPU level:\n"
              << std::string(jobWidth + variantWidth + 1, ' ');
    for (const Figures& level : levels) {
        std::cout << std::right << std::setw(columnWidth) << level.level << "  ";
    }
    std::cout << '\n';
    std::size_t marks = 0;
    for (const Figure& figure : levels.front().all) {
        printNames(figure);
        double below = 0;
        for (const Figures& level : levels) {
            const Figure* own = level.find(figure.job, figure.variant);
            const double time = own == nullptr ? 0 : own->time(processor);
            const bool marked = below > 2 * time;
            marks += marked ? 1 : 0;
            std::cout << std::setprecision(4) << std::setw(columnWidth) << time * 1e3
                      << (marked ? " !" : "  ");
            below = time;
        }
        std::cout << '\n';
    }
    std::cout << marks << " marked: more than twice as fast as with vectors of half the width.\n";
}

}  // namespace zeropoint
