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

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace zeropoint::ui {

namespace {

const QString between = QStringLiteral("   |   ");

}  // namespace

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
    m_texts->setFont(monoFont(12));
    m_texts->setProperty("role", "secondary");
    m_texts->setObjectName(QStringLiteral("status_texts"));
    m_texts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_texts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_texts->installEventFilter(this);
    row->addWidget(m_texts, 1);
}

void StatusBar::setTexts(const QStringList& texts) {
    m_all = texts;
    showWhole();
}

/// The first ones, as many as there is room for: half a text says something else.
void StatusBar::showWhole() {
    QStringList shown = m_all;
    while (!shown.isEmpty() &&
           m_texts->fontMetrics().horizontalAdvance(shown.join(between)) > m_texts->width()) {
        shown.removeLast();
    }
    m_texts->setText(shown.join(between));
    m_texts->setToolTip(shown == m_all ? QString() : m_all.join(QLatin1Char('\n')));
}

bool StatusBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        showWhole();
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace zeropoint::ui
