// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/run_buttons.h"

#include "ui/actions/actions.h"
#include "ui/controls/arrow_group.h"

#include <QGridLayout>
#include <QPushButton>

namespace zeropoint::ui {

RunButtons::RunButtons(Workbench& bench, QWidget* parent) : QWidget(parent) {
    const auto button = [&bench](const char* objectName, const char* action) {
        auto* made = new QPushButton;
        made->setObjectName(QLatin1String(objectName));
        bindAction(made, bench, QLatin1String(action));
        return made;
    };
    QPushButton* queue = button("train_queue", "train.queue");
    queue->setProperty("role", "primary");
    QPushButton* pause = button("train_pause", "train.pause");
    QPushButton* step = button("train_step", "train.step");
    QPushButton* stop = button("train_stop", "train.stop");
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->addWidget(queue, 0, 0, 1, 3);
    grid->addWidget(pause, 1, 0);
    grid->addWidget(step, 1, 1);
    grid->addWidget(stop, 1, 2);
    setProperty("part", true);  // behind many fields: a card of its own for the keyboard
    auto* group = new ArrowGroup(this);
    group->setMembers({queue, pause, step, stop});
}

}  // namespace zeropoint::ui
