// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_sections.h"

#include "ui/actions/actions.h"
#include "ui/state/workbench.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace zeropoint::ui {
namespace {

class CalibrateSections {
    Q_DECLARE_TR_FUNCTIONS(CalibrateSections)
};

std::vector<PaletteEntry> tensorEntries(const Workbench& bench) {
    std::vector<PaletteEntry> entries;
    if (!bench.file()) {
        return entries;
    }
    const QString file = QFileInfo(QString::fromStdString(bench.file()->path())).completeBaseName();
    for (const TensorInfo& tensor : bench.file()->tensors()) {
        PaletteEntry entry;
        entry.id = QString::fromStdString(tensor.name);
        entry.title = shownText(tensor.name);
        entry.context = file;
        entry.icon = QStringLiteral(":/icons/table.svg");
        entry.value = QString::fromStdString(toString(tensor.shape));
        entries.push_back(std::move(entry));
    }
    return entries;
}

void openTensor(Workbench& bench, const QString& name) {
    const auto& tensors = bench.file()->tensors();
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (QString::fromStdString(tensors[i].name) == name) {
            (void)Actions::of(bench).run(QStringLiteral("calibrate.show"));
            bench.selectTensor(i);
            return;
        }
    }
}

}  // namespace

std::vector<PaletteSection> calibrateSections(Workbench& bench) {
    return {{QStringLiteral("tensors"), CalibrateSections::tr("Tensors"), PaletteSection::Tensors,
             [&bench] { return tensorEntries(bench); },
             [&bench](const PaletteEntry& entry) { openTensor(bench, entry.id); }, nullptr}};
}

}  // namespace zeropoint::ui
