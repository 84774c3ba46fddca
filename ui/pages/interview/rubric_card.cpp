// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/rubric_card.h"

#include "ui/controls/how_known.h"
#include "ui/controls/markdown_label.h"
#include "ui/state/interview/card_attempt.h"
#include "ui/theme/fonts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {

RubricCard::RubricCard(QWidget* parent)
    : QFrame(parent), m_points(new QLabel), m_closed(new QLabel), m_lines(new QVBoxLayout) {
    setProperty("role", "card");
    setObjectName(QStringLiteral("rubric_card"));
    auto* title = new QLabel(tr("Rubric"));
    title->setProperty("role", "cardTitle");
    m_points->setObjectName(QStringLiteral("rubric_points"));
    m_points->setFont(monoFont(13));
    setHowKnown(m_points, QStringLiteral("interview.points"));
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_points);
    m_closed->setProperty("role", "secondary");
    m_closed->setWordWrap(true);
    m_lines->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_closed);
    column->addLayout(m_lines);
}

void RubricCard::show(const CardAttempt* attempt) {
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool open = attempt != nullptr && attempt->revealed;
    m_closed->setVisible(!open || attempt->outOf() == 0);
    m_closed->setText(open ? tr("This card has no rubric: compare with the model answer.")
                           : tr("Opens with the answer: what a good one holds, to tick."));
    m_points->setVisible(open && attempt->outOf() > 0);
    if (open) {
        for (int i = 0; i < attempt->outOf(); ++i) {
            m_lines->addWidget(buildLine(*attempt, i));
        }
        refreshPoints(*attempt);
    }
}

/// A check box wraps no lines: its words stand in a label beside it.
QWidget* RubricCard::buildLine(const CardAttempt& attempt, int index) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* box = new QCheckBox;
    box->setObjectName(QStringLiteral("rubric_%1").arg(index));
    box->setAccessibleName(plainOfMarkdown(attempt.asked.rubric[index]));
    box->setMinimumSize(24, 24);
    box->setChecked(attempt.ticks[static_cast<std::size_t>(index)]);
    auto* words = new MarkdownLabel;
    words->setMarkdown(attempt.asked.rubric[index]);
    words->setTextInteractionFlags(Qt::NoTextInteraction);
    setHowKnown(words, QStringLiteral("learn.figures"), false);
    row->addWidget(box, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    connect(box, &QCheckBox::toggled, this, [this, index](bool on) { emit ticked(index, on); });
    return line;
}

void RubricCard::refreshPoints(const CardAttempt& attempt) {
    m_points->setText(tr("%1 of %2").arg(attempt.points()).arg(attempt.outOf()));
}

}  // namespace zeropoint::ui
