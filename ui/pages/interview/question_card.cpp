// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/question_card.h"

#include "ui/controls/how_known.h"
#include "ui/controls/markdown_label.h"
#include "ui/controls/scrolled.h"
#include "ui/pages/interview/card_words.h"
#include "ui/state/interview/card_attempt.h"
#include "ui/theme/fonts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int clockSteps = 1000;
constexpr int answerLines = 6;

QLabel* labelOf(const char* role, const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setProperty("role", role);
    return label;
}

void clearLayout(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}  // namespace

QuestionCard::QuestionCard(QWidget* parent)
    : QFrame(parent),
      m_tags(new QHBoxLayout),
      m_place(labelOf("secondary")),
      m_question(new MarkdownLabel),
      m_time(new QLabel),
      m_limit(labelOf("secondary")),
      m_clock(new QProgressBar),
      m_stopped(labelOf("secondary", tr("stopped"))),
      m_answer(new QPlainTextEdit),
      m_number(new QLineEdit),
      m_unit(labelOf("secondary")),
      m_choices(new QVBoxLayout),
      m_verdict(new QLabel),
      m_reason(new MarkdownLabel),
      m_modelAnswer(new MarkdownLabel),
      m_buttons(new QHBoxLayout),
      m_hint(labelOf("secondary")) {
    setProperty("role", "card");
    auto* scroll = scrolled(buildContent());
    auto* foot = new QFrame;
    foot->setProperty("role", "ruledTop");
    foot->setLayout(m_buttons);
    m_buttons->setContentsMargins(0, 12, 0, 0);
    m_buttons->setSpacing(8);
    m_buttons->addWidget(m_hint);
    m_buttons->addStretch();
    auto* footBox = new QHBoxLayout;
    footBox->setContentsMargins(24, 0, 24, 16);
    footBox->addWidget(foot);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addLayout(footBox);
    connect(m_answer, &QPlainTextEdit::textChanged, this,
            [this] { emit answerEdited(m_answer->toPlainText()); });
    connect(m_number, &QLineEdit::textEdited, this, &QuestionCard::givenEdited);
}

QWidget* QuestionCard::buildContent() {
    m_question->setProperty("role", "question");
    m_question->setObjectName(QStringLiteral("card_question"));
    m_answer->setObjectName(QStringLiteral("card_answer"));
    m_answer->setAccessibleName(tr("Your answer"));
    m_answer->setPlaceholderText(tr("Write it as you would say it. What you write is kept."));
    m_answer->setTabChangesFocus(true);
    m_answer->setFont(monoFont(13));
    // So many lines and no more: what is longer scrolls, and the model answer stays in sight.
    m_answer->setFixedHeight(m_answer->fontMetrics().lineSpacing() * answerLines + 24);
    for (QLabel* words :
         std::initializer_list<QLabel*>{m_question, m_verdict, m_reason, m_modelAnswer}) {
        setHowKnown(words, QStringLiteral("learn.figures"), false);
    }
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 12);
    column->setSpacing(10);
    column->addWidget(buildHead());
    column->addWidget(m_question);
    column->addWidget(buildClock());
    column->addWidget(labelOf("caption", tr("Your answer")));
    column->addWidget(m_answer);
    column->addWidget(buildGiven());
    column->addWidget(buildVerdict());
    column->addWidget(buildModel());
    column->addStretch();
    return content;
}

QWidget* QuestionCard::buildHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    m_tags->setSpacing(8);
    row->addLayout(m_tags);
    row->addStretch();
    m_place->setObjectName(QStringLiteral("card_place"));
    setHowKnown(m_place, QStringLiteral("interview.days"));
    row->addWidget(m_place);
    return head;
}

QWidget* QuestionCard::buildClock() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_time->setFont(monoFont(15));
    m_time->setObjectName(QStringLiteral("card_time"));
    for (QWidget* figure : {m_time, m_limit}) {
        setHowKnown(figure, QStringLiteral("interview.time"));
    }
    m_clock->setTextVisible(false);
    m_clock->setRange(0, clockSteps);
    m_clock->setAccessibleName(tr("Time spent on this card"));
    row->addWidget(m_time);
    row->addWidget(m_limit);
    row->addWidget(m_clock, 1);
    row->addWidget(m_stopped);
    return box;
}

QWidget* QuestionCard::buildGiven() {
    m_given = new QWidget;
    m_number->setObjectName(QStringLiteral("card_number"));
    m_number->setAccessibleName(tr("Your number"));
    m_number->setPlaceholderText(tr("Your number"));
    m_number->setMaximumWidth(180);
    m_number->setFont(monoFont(13));
    auto* number = new QHBoxLayout;
    number->addWidget(m_number);
    number->addWidget(m_unit);
    number->addStretch();
    m_choices->setSpacing(6);
    auto* column = new QVBoxLayout(m_given);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(number);
    column->addLayout(m_choices);
    return m_given;
}

QWidget* QuestionCard::buildVerdict() {
    m_verdictBox = new QWidget;
    m_verdict->setObjectName(QStringLiteral("card_verdict"));
    m_reason->setObjectName(QStringLiteral("card_reason"));
    m_reason->setProperty("role", "secondary");
    auto* column = new QVBoxLayout(m_verdictBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_verdict);
    column->addWidget(m_reason);
    return m_verdictBox;
}

QWidget* QuestionCard::buildModel() {
    m_model = new QWidget;
    m_modelAnswer->setObjectName(QStringLiteral("card_model_answer"));
    auto* column = new QVBoxLayout(m_model);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(4);
    column->addWidget(labelOf("caption", tr("Model answer")));
    column->addWidget(m_modelAnswer);
    return m_model;
}

QPushButton* QuestionCard::addButton(const QString& name, const QString& text, bool primary) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    if (primary) {
        button->setProperty("role", "primary");
    }
    constexpr int hintAndRoom = 2;
    m_buttons->insertWidget(m_buttons->count() == hintAndRoom ? 0 : m_buttons->count(), button);
    return button;
}

void QuestionCard::setHint(const QString& text) {
    m_hint->setText(text);
}

void QuestionCard::show(const CardAttempt& attempt, const QString& place) {
    clearLayout(m_tags);
    m_place->setText(place);
    m_tags->addWidget(labelOf("tag", attempt.asked.deckTitle));
    m_tags->addWidget(labelOf("tag", cardKindName(attempt.asked.card.kind)));
    m_question->setMarkdown(attempt.asked.question);
    if (m_answer->toPlainText() != attempt.answer) {
        const QSignalBlocker quiet(m_answer);
        m_answer->setPlainText(attempt.answer);
    }
    m_answer->setReadOnly(attempt.revealed);
    showGiven(attempt);
    showVerdict(attempt);
    m_model->setVisible(attempt.revealed);
    m_modelAnswer->setMarkdown(attempt.revealed ? attempt.asked.answer : QString());
}

void QuestionCard::showGiven(const CardAttempt& attempt) {
    const auto& question = attempt.asked.card.asked;
    const bool number = question && question->kind == course::QuestionKind::Number;
    m_given->setVisible(question.has_value());
    m_number->setVisible(number);
    m_unit->setVisible(number);
    m_number->setReadOnly(attempt.revealed);
    m_number->setText(number ? attempt.given : QString());
    m_unit->setText(number ? QString::fromStdString(question->unit) : QString());
    clearLayout(m_choices);
    delete m_group;
    m_group = new QButtonGroup(this);
    for (const AskedCard::Option& option : attempt.asked.options) {
        auto* button = new QRadioButton(plainOfMarkdown(option.label));
        button->setObjectName(QStringLiteral("card_option_") + option.id);
        button->setChecked(option.id == attempt.given);
        button->setEnabled(!attempt.revealed);
        m_group->addButton(button);
        m_choices->addWidget(button);
        connect(button, &QRadioButton::clicked, this,
                [this, id = option.id] { emit givenEdited(id); });
    }
}

void QuestionCard::focusAnswer() {
    m_answer->setFocus();
}

void QuestionCard::showVerdict(const CardAttempt& attempt) {
    const bool told = attempt.revealed && attempt.asked.card.asked.has_value();
    m_verdictBox->setVisible(told);
    if (!told) {
        return;
    }
    const QString right = plainOfMarkdown(attempt.asked.right);
    const char* role = "secondary";
    QString reason;
    if (!attempt.verdict) {
        m_verdict->setText(attempt.given.trimmed().isEmpty()
                               ? tr("It is %1.").arg(right)
                               : tr("“%1” is no number. It is %2.").arg(attempt.given, right));
    } else {
        role = attempt.verdict->right ? "good" : "bad";
        m_verdict->setText(attempt.verdict->right ? tr("✓ Right: %1.").arg(right)
                                                  : tr("✗ It is %1.").arg(right));
        reason = QString::fromStdString(attempt.verdict->reason);
    }
    m_verdict->setProperty("role", role);
    m_verdict->style()->unpolish(m_verdict);
    m_verdict->style()->polish(m_verdict);
    m_reason->setMarkdown(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void QuestionCard::setSeconds(double spent, double of, bool stopped) {
    m_time->setText(clockText(spent));
    m_limit->setText(tr("of %1").arg(clockText(of)));
    m_clock->setValue(of > 0 ? static_cast<int>(std::min(spent / of, 1.0) * clockSteps) : 0);
    m_stopped->setVisible(stopped);
}

}  // namespace zeropoint::ui
