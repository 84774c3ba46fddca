// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/grade_card.h"

#include "ui/actions/button_action.h"
#include "ui/controls/how_known.h"
#include "ui/pages/interview/card_words.h"
#include "ui/pages/interview/interview_actions.h"
#include "ui/state/interview/interview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace zeropoint::ui {

GradeCard::GradeCard(Interview& interview, QWidget* parent)
    : QFrame(parent), m_interview(interview), m_hint(new QLabel) {
    setProperty("role", "card");
    setObjectName(QStringLiteral("grade_card"));
    auto* title = new QLabel(tr("Show this card again in"));
    title->setProperty("role", "cardTitle");
    m_hint->setProperty("role", "secondary");
    m_hint->setObjectName(QStringLiteral("grade_hint"));
    setHowKnown(m_hint, QStringLiteral("interview.grade"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const course::Grade grade : course::allGrades) {
        auto* button = new QPushButton;
        button->setObjectName(QStringLiteral("grade_%1").arg(static_cast<int>(grade)));
        button->setProperty("role", "grade");
        setAction(button, gradeActionName(grade));
        setHowKnown(button, QStringLiteral("interview.due"), false);
        m_buttons.push_back(button);
        row->addWidget(button, 1);
        connect(button, &QPushButton::clicked, this, [this, grade] { m_interview.grade(grade); });
    }
    auto* keys = new QLabel(tr("Keys 1 to 4"));
    keys->setProperty("role", "caption");
    keys->setObjectName(QStringLiteral("grade_keys"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(m_hint);
    column->addLayout(row);
    column->addWidget(keys);
}

void GradeCard::refresh() {
    const CardAttempt* attempt = m_interview.attempt();
    const bool open = attempt != nullptr && attempt->revealed;
    const std::optional<course::Grade> hint = open ? attempt->suggested() : std::nullopt;
    const int suggested = hint ? static_cast<int>(*hint) : 0;
    const std::vector<course::Timestamp> dues =
        open ? m_interview.duesAfter() : std::vector<course::Timestamp>();
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QPushButton* button = m_buttons[i];
        const QString name = gradeName(course::allGrades[i]);
        const QString wait =
            i < dues.size() ? waitText(dues[i] - m_interview.today().now) : QStringLiteral("–");
        button->setText(name + QLatin1Char('\n') + wait);
        button->setAccessibleName(open ? tr("%1: in %2").arg(name, wait) : name);
        button->setEnabled(open);
        button->setProperty("suggested", suggested == static_cast<int>(course::allGrades[i]));
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    if (!open) {
        m_hint->setText(tr("Opens with the answer."));
    } else if (attempt->outOf() > 0) {
        m_hint->setText(tr("%1 of %2 points suggests %3")
                            .arg(attempt->points())
                            .arg(attempt->outOf())
                            .arg(gradeName(static_cast<course::Grade>(suggested))));
    } else {
        m_hint->setText(tr("How well did you know it?"));
    }
}

}  // namespace zeropoint::ui
