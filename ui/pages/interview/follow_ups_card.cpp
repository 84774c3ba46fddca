// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/follow_ups_card.h"

#include "ui/controls/markdown_label.h"
#include "ui/state/interview/card_attempt.h"

#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {

FollowUpsCard::FollowUpsCard(QWidget* parent) : QFrame(parent), m_lines(new QVBoxLayout) {
    setProperty("role", "card");
    setObjectName(QStringLiteral("follow_ups_card"));
    auto* title = new QLabel(tr("They may ask next"));
    title->setProperty("role", "cardTitle");
    m_lines->setSpacing(6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(m_lines);
}

void FollowUpsCard::show(const CardAttempt* attempt) {
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(attempt != nullptr && attempt->revealed && !attempt->asked.followUps.empty());
    if (!isVisibleTo(parentWidget())) {
        return;
    }
    int index = 0;
    for (const AskedCard::FollowUp& next : attempt->asked.followUps) {
        auto* question = new MarkdownLabel;
        question->setObjectName(QStringLiteral("follow_up_%1").arg(index));
        question->setText(QStringLiteral("<a href=\"open\">%1</a>")
                              .arg(plainOfMarkdown(next.question).toHtmlEscaped()));
        question->setFocusPolicy(Qt::StrongFocus);
        auto* answer = new MarkdownLabel;
        answer->setObjectName(QStringLiteral("follow_up_answer_%1").arg(index++));
        answer->setProperty("role", "secondary");
        answer->setMarkdown(next.answer);
        answer->hide();
        m_lines->addWidget(question);
        m_lines->addWidget(answer);
        connect(question, &QLabel::linkActivated, answer,
                [answer] { answer->setVisible(!answer->isVisible()); });
    }
}

}  // namespace zeropoint::ui
