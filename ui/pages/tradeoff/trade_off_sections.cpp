// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/trade_off_sections.h"

#include "ui/actions/actions.h"
#include "ui/state/trade_off.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class TradeOffSections {
    Q_DECLARE_TR_FUNCTIONS(TradeOffSections)
};

std::vector<PaletteEntry> runEntries(const TradeOff& tradeOff) {
    std::vector<PaletteEntry> entries;
    for (const RunSummary& run : tradeOff.summaries()) {
        PaletteEntry entry;
        entry.id = QString::fromStdString(run.name);
        entry.title = entry.id;
        entry.context = tradeOff.experiment();
        entry.icon = QStringLiteral(":/icons/tradeoff.svg");
        entry.value = formatPercent(run.accuracy);
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace

std::vector<PaletteSection> tradeOffSections(Workbench& bench) {
    return {{QStringLiteral("kept"), TradeOffSections::tr("Runs of the experiment"),
             PaletteSection::Runs, [&bench] { return runEntries(bench.tradeOff()); },
             [&bench](const PaletteEntry& entry) {
                 (void)Actions::of(bench).run(QStringLiteral("tradeoff.show"));
                 bench.tradeOff().select(entry.id);
             },
             nullptr}};
}

}  // namespace zeropoint::ui
