// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/workbench_fixture.h"
#include "ui/controls/bar_list.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/models/trade_off_model.h"
#include "ui/pages/train/diagram_button.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/trade_off_plot.h"
#include "ui/state/layer_study.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/runs/runs_csv.h"
#include "ui/state/shipped_files.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

#include <numeric>
#include <set>

namespace zeropoint::test {

using namespace zeropoint::ui;

inline constexpr int trainPage = 3;
inline constexpr int tradeOffPage = 4;

inline RunSpec runOf(MethodKind method, int bits) {
    RunSpec run;
    run.method = method;
    run.recipe = defaultRecipe();
    setWeightBits(run.recipe.base, bits);
    run.name = runName(run).toStdString();
    return run;
}

/// Four runs of two seeds on the shipped sorting model, a few steps each.
inline ExperimentSpec smallExperiment(const QString& folder) {
    ExperimentSpec spec;
    spec.name = "small";
    spec.task.kind = TaskKind::Sort;
    spec.base = unpackSample(TaskKind::Sort, folder).value();
    spec.training.steps = 4;
    spec.training.batch = 8;
    spec.training.evaluateEvery = 2;
    spec.training.warmup = 0;
    spec.training.learningRate = 1e-4;
    spec.seeds = {1, 2};
    spec.runs = {runOf(MethodKind::Full, fullBits), runOf(MethodKind::Ptq, 8),
                 runOf(MethodKind::Ptq, 2), runOf(MethodKind::Qat, 4)};
    return spec;
}

struct TradeOffFixture : WorkbenchFixture {
    static constexpr int waitMilliseconds = 60'000;  ///< experiments train

    explicit TradeOffFixture(const QString& folder)
        : WorkbenchFixture(tradeOffPage), tradeOff(bench->tradeOff()) {
        // Pages and their side views are built when they are first shown.
        window->showPage(tradeOffPage - 1);
        window->showPage(tradeOffPage);
        for (int view = 2; view >= 0; --view) {
            window->currentPage()->showView(view);
        }
        tradeOff.openFolder(folder);
        jobs.waitForIdle(waitMilliseconds);
    }

    /// The first of those runs, of one seed.
    void runFirst(std::size_t count) {
        ExperimentSpec spec = smallExperiment(tradeOff.folder());
        spec.seeds = {1};
        spec.runs.resize(count);
        tradeOff.run(spec);
        QTRY_VERIFY_WITH_TIMEOUT(!tradeOff.running(), waitMilliseconds);
        QTRY_COMPARE_WITH_TIMEOUT(tradeOff.runs().size(), count, waitMilliseconds);
    }

    void runSmall() {
        tradeOff.run(smallExperiment(tradeOff.folder()));
        QTRY_VERIFY_WITH_TIMEOUT(!tradeOff.running(), waitMilliseconds);
        QTRY_COMPARE_WITH_TIMEOUT(tradeOff.runs().size(), std::size_t{8}, waitMilliseconds);
    }

    void click(const char* name) {
        auto* button = find<QAbstractButton>(name);
        QVERIFY2(button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    TradeOff& tradeOff;
};

inline constexpr int waitMilliseconds = TradeOffFixture::waitMilliseconds;

}  // namespace zeropoint::test
