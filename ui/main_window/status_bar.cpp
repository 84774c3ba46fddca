// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/status_bar.h"

#include "ui/job/job_runner.h"
#include "ui/main_window/job_strip.h"
#include "ui/state/layer_study.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"
#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace zeropoint::ui {

StatusBar::StatusBar(Workbench& bench, QWidget* parent) : QFrame(parent), m_texts(new QLabel) {
    setProperty("role", "statusBar");
    setFixedHeight(32);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(24);
    // The first strip is that of short jobs; each runner that can work beside it has its own.
    row->addWidget(new JobStrip(bench.jobs()));
    const std::pair<JobRunner&, QString> others[] = {
        {bench.training().jobs(), QStringLiteral("training_strip")},
        {bench.tradeOff().jobs(), QStringLiteral("experiment_strip")},
        {bench.tradeOff().study().jobs(), QStringLiteral("study_strip")},
    };
    for (const auto& [runner, name] : others) {
        auto* strip = new JobStrip(runner);
        strip->setObjectName(name);
        row->addWidget(strip);
    }
    row->addStretch();
    m_texts->setFont(monoFont(12));
    m_texts->setProperty("role", "secondary");
    row->addWidget(m_texts);
}

void StatusBar::setTexts(const QStringList& texts) {
    m_texts->setText(texts.join(QStringLiteral("   |   ")));
}

}  // namespace zeropoint::ui
