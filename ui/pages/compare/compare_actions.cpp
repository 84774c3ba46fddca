// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_actions.h"

#include "ui/actions/button_action.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/compare_presets.h"
#include "ui/state/compare_state.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>

#include <utility>

namespace zeropoint::ui {
namespace {

class CompareActions {
    Q_DECLARE_TR_FUNCTIONS(CompareActions)
};

ActionState addState(const Workbench& bench) {
    const bool room = static_cast<int>(bench.compare().columns.size()) < CompareState::mostColumns;
    return room ? ActionState{{},
                              CompareActions::tr(
                                  "The settings of the Calibrate page as another column"),
                              {}}
                : ActionState{{}, {}, CompareActions::tr("Six columns are the most")};
}

ActionState scanState(const Workbench& bench) {
    return {{}, {}, bench.file() ? QString() : CompareActions::tr("Open a model first")};
}

ActionState reportState(const Workbench& bench) {
    return bench.views().compare->segment == 0
               ? ActionState{{}, {}, CompareActions::tr("Compare two files or scan a model first")}
               : ActionState{
                     {},
                     CompareActions::tr("One file that stands alone: a page, Markdown or a table"),
                     {}};
}

void swapFiles(const ActionPlace& place) {
    ComparisonView view = place.bench.views().compare.get();
    std::swap(view.fileA, view.fileB);
    view.mapFile.clear();
    view.lookAtPair({});
    place.bench.views().compare.set(view);
}

}  // namespace

std::vector<Action> compareActions() {
    Action add{QStringLiteral("compare.add"),
               CompareActions::tr("Add a setting"),
               {},
               [](const ActionPlace& place) {
                   place.bench.setCompare(withColumn(place.bench.compare(), place.bench.scheme()));
               },
               addState};
    Action scan{
        QStringLiteral("compare.scan"),
        CompareActions::tr("Scan the model"),
        {},
        [](const ActionPlace& place) { static_cast<ComparePage*>(place.page)->scanModel(); },
        scanState};
    Action swap{
        QStringLiteral("compare.swap"), CompareActions::tr("Swap A and B"), {}, swapFiles, nullptr};
    Action report{
        QStringLiteral("compare.report"),
        CompareActions::tr("Export report…"),
        {},
        [](const ActionPlace& place) { static_cast<ComparePage*>(place.page)->exportReport(); },
        reportState};
    report.button = true;
    std::vector<Action> all{std::move(add), std::move(scan), std::move(swap), std::move(report)};
    const QString segment = QStringLiteral("compare.segment");
    all.push_back(buttonAction("compare.resume_scan", CompareActions::tr("Go on with the scan"),
                               {{segment, QStringLiteral("model")}}));
    all.push_back(buttonAction("compare.resume_files",
                               CompareActions::tr("Go on comparing the two files"),
                               {{segment, QStringLiteral("files")}}));
    all.push_back(buttonAction("compare.open_tensor",
                               CompareActions::tr("Open the tensor of the pair in Calibrate"),
                               {{segment, QStringLiteral("files")}}));
    for (const ComparePreset& preset : comparePresets()) {
        all.push_back({QStringLiteral("compare.preset_") + preset.id,
                       CompareActions::tr("Compare %1").arg(preset.name),
                       {},
                       [columns = preset.columns](const ActionPlace& place) {
                           CompareState state;
                           state.columns = columns;
                           place.bench.setCompare(state);
                       },
                       nullptr});
    }
    return all;
}

}  // namespace zeropoint::ui
