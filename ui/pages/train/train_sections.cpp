// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_sections.h"

#include "ui/actions/actions.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class TrainSections {
    Q_DECLARE_TR_FUNCTIONS(TrainSections)
};

std::vector<PaletteEntry> runEntries(const TrainingSession& session) {
    std::vector<PaletteEntry> entries;
    for (const RunRecord& run : session.runs()) {
        PaletteEntry entry;
        entry.id = run.key;
        entry.title = run.name;
        entry.context = TrainSections::tr("Train");
        entry.icon = QStringLiteral(":/icons/train.svg");
        entries.push_back(std::move(entry));
    }
    return entries;
}

void lookAt(Workbench& bench, const QString& key) {
    TrainingSession& session = bench.training();
    for (const RunRecord& run : session.runs()) {
        if (run.key == key) {
            (void)Actions::of(bench).run(QStringLiteral("train.show"));
            session.select(run.id);
            return;
        }
    }
}

}  // namespace

std::vector<PaletteSection> trainSections(Workbench& bench) {
    return {{QStringLiteral("runs"), TrainSections::tr("Runs"), PaletteSection::Runs,
             [&bench] { return runEntries(bench.training()); },
             [&bench](const PaletteEntry& entry) { lookAt(bench, entry.id); }, nullptr}};
}

}  // namespace zeropoint::ui
