// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/parts_card.h"

#include "ui/pages/memory/bar_words.h"
#include "ui/pages/memory/parts_list.h"
#include "ui/state/memory_study.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {

PartsCard::PartsCard(Workbench& bench, QWidget* parent)
    : QFrame(parent), m_bench(bench), m_title(new QLabel), m_parts(new PartsList) {
    setProperty("role", "card");
    m_title->setProperty("role", "cardTitle");
    m_parts->setObjectName(QStringLiteral("memory_parts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_parts);
    column->addStretch();
    connect(&bench.memory(), &MemoryStudy::changed, this, &PartsCard::refresh);
    connect(&bench.views().memory, &ViewStateSignals::changed, this, &PartsCard::refresh);
    refresh();
}

void PartsCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    refresh();
}

void PartsCard::refresh() {
    if (!isVisible()) {
        return;  // what nobody sees computes nothing; it is made when it is shown
    }
    const MemoryView& view = m_bench.views().memory.get();
    const MemoryAnswer* answer = m_bench.memory().answer();
    const bool stale = m_bench.memory().problem().has_value();
    const MemoryBar* bar =
        answer != nullptr ? &answer->bars[static_cast<std::size_t>(view.bar)] : nullptr;
    m_title->setText(bar != nullptr ? tr("%1, part by part").arg(barName(*answer, view.bar))
                                    : tr("Part by part"));
    m_parts->show(bar != nullptr ? &bar->estimate : nullptr, view.binary, stale);
}

}  // namespace zeropoint::ui
