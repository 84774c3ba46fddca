// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/notice.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/table_dialog.h"
#include "ui/models/run_table_model.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/run_curves_plot.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/runs/training_worker.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/text/numbers.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>
#include <QToolTip>
#include <QUndoStack>
#include <QtTest>

#include <algorithm>

namespace zeropoint::test {

using namespace zeropoint::ui;

inline constexpr int trainPage = 3;
inline constexpr int waitMilliseconds = WorkbenchFixture::waitMilliseconds;

/// The window on the Train page, with verbs for what a hand does there.
struct TrainFixture : WorkbenchFixture {
    TrainFixture() : WorkbenchFixture(trainPage), session(bench->training()) {}

    void click(const char* name) {
        auto* button = find<QAbstractButton>(name);
        QVERIFY2(button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    void type(const char* name, const QString& text) {
        auto* edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    void chooseTask(TaskKind kind) {
        auto* box = find<QComboBox>("train_task");
        const int index = box->findData(static_cast<int>(kind));
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    /// A model whose steps take about a millisecond.
    void makeSmall(int steps) {
        type("train_layers", QStringLiteral("1"));
        type("train_width", QStringLiteral("16"));
        type("train_heads", QStringLiteral("2"));
        type("train_batch", QStringLiteral("8"));
        type("train_steps", QString::number(steps));
    }

    const RunRecord& run(std::size_t index = 0) const { return session.runs().at(index); }

    bool wait(RunState state, std::size_t index = 0) const {
        return QTest::qWaitFor(
            [&] { return session.runs().size() > index && run(index).state == state; },
            waitMilliseconds);
    }

    TrainingSession& session;
};

}  // namespace zeropoint::test
