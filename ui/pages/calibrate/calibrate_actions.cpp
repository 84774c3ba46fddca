// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_actions.h"

#include "ui/actions/button_action.h"
#include "ui/pages/calibrate/calibrate_page.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace zeropoint::ui {
namespace {

class CalibrateActions {
    Q_DECLARE_TR_FUNCTIONS(CalibrateActions)
};

constexpr int leastBits = 2;
constexpr int widestInteger = 8;
const QString bitsName = QStringLiteral("calibrate.scheme.bits");

CalibratePage& pageOf(const ActionPlace& place) {
    return *static_cast<CalibratePage*>(place.page);
}

ActionState withTensor(const Workbench& bench) {
    return {{}, {}, bench.source() ? QString() : CalibrateActions::tr("There is no tensor yet")};
}

ActionState withRange(const Workbench& bench) {
    const QString why = whyNoRange(bench.scheme());
    return bench.source() && !why.isEmpty() ? ActionState{{}, {}, why} : withTensor(bench);
}

Action bitsAction(int bits) {
    return {QStringLiteral("calibrate.bits_%1").arg(bits),
            CalibrateActions::tr("Quantize to %1 bits").arg(bits), QString::number(bits),
            [bits](const ActionPlace& place) { (void)place.bench.settings().set(bitsName, bits); },
            [](const Workbench& bench) {
                const bool integers = !bench.settings().value(bitsName).isNull();
                return ActionState{
                    {},
                    {},
                    integers ? QString() : CalibrateActions::tr("Choose an integer format first")};
            }};
}

Action keyHint(const char* name, const QString& title, const char* keys) {
    return {QString::fromLatin1(name),
            title,
            QString::fromLatin1(keys),
            nullptr,
            nullptr,
            ActionKind::Key};
}

/// Done by buttons that stand in one view each.
std::vector<Action> viewActions() {
    const QString tab = QStringLiteral("calibrate.tab");
    const QString sources = QStringLiteral("calibrate.sources_open");
    return {buttonAction("calibrate.open_folder", CalibrateActions::tr("Open a folder of weights…"),
                         {{sources, true}}),
            buttonAction("calibrate.about_file", CalibrateActions::tr("About the open file"),
                         {{sources, true}}),
            buttonAction("calibrate.copy_example",
                         CalibrateActions::tr("Copy the worked example as text"),
                         {{tab, QStringLiteral("example")}}),
            buttonAction("calibrate.use_group_size",
                         CalibrateActions::tr("Quantize with the group size that is looked at"),
                         {{tab, QStringLiteral("groups")}}),
            buttonAction("calibrate.use_symmetry",
                         CalibrateActions::tr("Take the zero point that is advised"),
                         {{tab, QStringLiteral("symmetry")}}),
            buttonAction("calibrate.next_differing",
                         CalibrateActions::tr("Next numbers whose roundings differ"),
                         {{tab, QStringLiteral("integer")}}),
            buttonAction("calibrate.more_settings",
                         CalibrateActions::tr("Show or hide the scheme's other settings")),
            buttonAction("calibrate.add_to_compare",
                         CalibrateActions::tr("Put these settings beside others"))};
}

}  // namespace

std::vector<Action> calibrateActions() {
    Action optimum{QStringLiteral("calibrate.optimum"),
                   CalibrateActions::tr("Move the range to the smallest error"),
                   QStringLiteral("O"),
                   [](const ActionPlace& place) { pageOf(place).applyOptimum(); }, withRange};
    optimum.button = true;
    Action table{QStringLiteral("calibrate.table"),
                 CalibrateActions::tr("Show the histogram as a table"),
                 QStringLiteral("Ctrl+Shift+T"),
                 [](const ActionPlace& place) { pageOf(place).showTable(); }, withTensor};
    table.button = true;
    Action curve{QStringLiteral("calibrate.curve_table"),
                 CalibrateActions::tr("Show the curve of error against range as a table"),
                 {},
                 [](const ActionPlace& place) { pageOf(place).showCurveTable(); },
                 withTensor};
    curve.button = true;
    std::vector<Action> all{
        optimum,
        table,
        curve,
        {QStringLiteral("calibrate.toggle_log"),
         CalibrateActions::tr("Linear or logarithmic counts"), QStringLiteral("L"),
         [](const ActionPlace& place) {
             ViewState<CalibrateView>& view = place.bench.views().calibrate;
             view.set(&CalibrateView::logarithmic, !view->logarithmic);
         },
         nullptr},
    };
    std::ranges::move(viewActions(), std::back_inserter(all));
    for (int bits = leastBits; bits <= widestInteger; ++bits) {
        all.push_back(bitsAction(bits));
    }
    all.push_back(keyHint("calibrate.handle_step",
                          CalibrateActions::tr("On a handle: one step; with Shift ten"),
                          "Left; Right"));
    all.push_back(keyHint("calibrate.handle_ends",
                          CalibrateActions::tr("On a handle: to the least or largest value"),
                          "Home; End"));
    all.push_back(keyHint("calibrate.handle_type",
                          CalibrateActions::tr("On a handle: type its value"), "Return"));
    return all;
}

}  // namespace zeropoint::ui
