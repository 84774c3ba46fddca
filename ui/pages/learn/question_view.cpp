// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/question_view.h"

#include "ui/controls/how_known.h"
#include "ui/controls/markdown_label.h"
#include "ui/state/course_state.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace zeropoint::ui {

using course::QuestionKind;

namespace {

constexpr int optionRow = 32;
constexpr int optionId = Qt::UserRole;

void restyle(QWidget* widget, const char* state) {
    widget->setProperty("state", state);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QPushButton* smallButton(const QString& text, const char* name) {
    auto* button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setProperty("role", "small");
    return button;
}

}  // namespace

QuestionView::QuestionView(CourseState& course, QWidget* parent)
    : QFrame(parent),
      m_course(course),
      m_prompt(new MarkdownLabel),
      m_answers(new QVBoxLayout),
      m_reveal(new QPushButton),
      m_hint(new QLabel),
      m_verdict(new QLabel),
      m_reason(new MarkdownLabel),
      m_explanation(new MarkdownLabel),
      m_solve(smallButton(tr("Show me"), "lesson_solve")) {
    setProperty("role", "inset");
    setObjectName(QStringLiteral("lesson_question"));
    auto* caption = new QLabel(tr("Predict first"));
    caption->setProperty("role", "caption");
    m_reveal->setObjectName(QStringLiteral("lesson_reveal"));
    m_reveal->setProperty("role", "primary");
    m_reveal->setAutoDefault(true);  // Return presses it, as in a dialog
    m_solve->setAutoDefault(true);
    m_hint->setProperty("role", "secondary");
    m_verdict->setObjectName(QStringLiteral("lesson_verdict"));
    m_verdict->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("lesson_reason"));
    m_explanation->setObjectName(QStringLiteral("lesson_explanation"));
    m_answers->setSpacing(6);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_reveal);
    buttons->addWidget(m_hint);
    buttons->addStretch();
    buttons->addWidget(m_solve);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addWidget(caption);
    column->addWidget(m_prompt);
    column->addLayout(m_answers);
    column->addLayout(buttons);
    column->addWidget(m_verdict);
    column->addWidget(m_reason);
    column->addWidget(m_explanation);
    connect(m_reveal, &QPushButton::clicked, this, &QuestionView::reveal);
    connect(m_solve, &QPushButton::clicked, this, &QuestionView::solutionRequested);
    connect(&course, &CourseState::answeredChanged, this, [this] {
        if (m_course.step() != nullptr && m_course.step()->question && !m_course.verdict()) {
            showVerdict();  // the page is no longer what it was about
        }
    });
    for (MarkdownLabel* label : {m_prompt, m_reason, m_explanation}) {
        setHowKnown(label, QStringLiteral("learn.figures"), false);
        connect(label, &QLabel::linkActivated, this, &QuestionView::linkActivated);
    }
}

const QWidget* QuestionView::verdict() const {
    return m_verdict;
}

void QuestionView::clear() {
    m_number = nullptr;
    m_order = nullptr;
    m_options.clear();
    while (QLayoutItem* item = m_answers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void QuestionView::refresh() {
    clear();
    const course::Step* step = m_course.step();
    setVisible(step != nullptr && step->question.has_value());
    if (!isVisibleTo(parentWidget())) {
        return;
    }
    m_prompt->setMarkdown(m_course.text(step->question->prompt));
    switch (step->question->kind) {
        case QuestionKind::Number:
            buildNumber();
            break;
        case QuestionKind::Choice:
            buildChoice();
            break;
        case QuestionKind::Order:
            buildOrder();
            break;
        case QuestionKind::Until:
            buildUntil();
            break;
    }
    showVerdict();
}

void QuestionView::buildNumber() {
    const course::Question& question = *m_course.step()->question;
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    m_number = new QLineEdit;
    m_number->setObjectName(QStringLiteral("lesson_number"));
    m_number->setAccessibleName(tr("Your prediction"));
    m_number->setPlaceholderText(tr("your prediction"));
    line->addWidget(m_number);
    line->addWidget(new QLabel(QString::fromStdString(question.unit)));
    m_answers->addWidget(row);
    connect(m_number, &QLineEdit::textChanged, this, &QuestionView::refreshButtons);
    connect(m_number, &QLineEdit::returnPressed, this, &QuestionView::reveal);
}

void QuestionView::buildChoice() {
    for (const course::Option& option : m_course.step()->question->options) {
        auto* row = new QFrame;
        row->setProperty("role", "option");
        row->setMinimumHeight(optionRow);
        const QString words = plainOfMarkdown(m_course.text(option.label));
        const QString id = QString::fromStdString(option.id);
        // A button's own words would not wrap.
        auto* button = new QRadioButton;
        button->setAccessibleName(words);
        auto* label = new QLabel(words);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        row->installEventFilter(this);
        button->setObjectName(QStringLiteral("lesson_option_") + id);
        button->setProperty("option", id);
        // One group though each has a parent of its own.
        button->setAutoExclusive(false);
        auto* tag = new QLabel;
        tag->setObjectName(QStringLiteral("lesson_tag_") + id);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(10, 2, 10, 2);
        line->addWidget(button);
        line->addWidget(label, 1);
        line->addWidget(tag);
        m_options.append(button);
        m_answers->addWidget(row);
        connect(button, &QRadioButton::toggled, this, [this, button](bool on) {
            for (QRadioButton* other : std::as_const(m_options)) {
                if (on && other != button) {
                    other->setChecked(false);
                }
            }
            refreshButtons();
        });
    }
}

/// All of an option's row chooses it.
bool QuestionView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease &&
        static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
        auto* button = watched->findChild<QRadioButton*>();
        if (button != nullptr && button->isEnabled()) {
            button->setChecked(true);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void QuestionView::buildOrder() {
    m_order = new QListWidget;
    m_order->setObjectName(QStringLiteral("lesson_order"));
    m_order->setAccessibleName(tr("Put these in order"));
    m_order->setDragDropMode(QAbstractItemView::InternalMove);
    for (const course::Option& option : m_course.step()->question->options) {
        auto* item = new QListWidgetItem(plainOfMarkdown(m_course.text(option.label)), m_order);
        item->setData(optionId, QString::fromStdString(option.id));
    }
    m_order->setCurrentRow(0);
    m_order->setFixedHeight(m_order->sizeHintForRow(0) * m_order->count() + 8);
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    m_up = smallButton(tr("Up"), "lesson_up");
    m_down = smallButton(tr("Down"), "lesson_down");
    connect(m_up, &QPushButton::clicked, this, [this] { moveOption(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveOption(1); });
    line->addWidget(m_up);
    line->addWidget(m_down);
    line->addStretch();
    m_answers->addWidget(m_order);
    m_answers->addWidget(row);
}

void QuestionView::moveOption(int by) {
    const int from = m_order->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_order->count()) {
        return;
    }
    m_order->insertItem(to, m_order->takeItem(from));
    m_order->setCurrentRow(to);
}

void QuestionView::buildUntil() {
    auto* label = new QLabel(tr("Do it on the page, then check."));
    label->setProperty("role", "secondary");
    label->setWordWrap(true);
    m_answers->addWidget(label);
}

void QuestionView::refreshButtons() {
    const course::Step* step = m_course.step();
    if (step == nullptr || !step->question) {
        return;
    }
    const QuestionKind kind = step->question->kind;
    bool chosen = kind == QuestionKind::Order || kind == QuestionKind::Until;
    for (const QRadioButton* option : std::as_const(m_options)) {
        chosen = chosen || option->isChecked();
    }
    chosen = chosen || (m_number != nullptr && givenNumber().has_value());
    const bool until = kind == QuestionKind::Until;
    const auto& verdict = m_course.verdict();
    m_reveal->setText(until ? tr("Check") : tr("Reveal"));
    m_reveal->setVisible(!verdict || (until && !verdict->right));
    m_reveal->setEnabled(chosen);
    const bool unread = m_number != nullptr && !chosen && !m_number->text().trimmed().isEmpty();
    m_hint->setText(until                 ? QString()
                    : unread              ? tr("this is no number")
                    : m_number != nullptr ? tr("or press Enter")
                                          : tr("or press R"));
    m_hint->setVisible(m_reveal->isVisibleTo(this) && !until);
    m_solve->setVisible(until && verdict && !verdict->right);
}

QList<QWidget*> QuestionView::stops() const {
    QList<QWidget*> stops;
    for (QRadioButton* option : m_options) {
        stops << option;
    }
    if (m_number != nullptr) {
        stops << m_number;
    }
    if (m_order != nullptr) {
        stops << m_order << m_up << m_down;
    }
    stops << m_reveal << m_solve;
    return stops;
}

QStringList QuestionView::shownOrder() const {
    QStringList ids;
    for (int i = 0; m_order != nullptr && i < m_order->count(); ++i) {
        ids << m_order->item(i)->data(optionId).toString();
    }
    return ids;
}

/// The unit that stands beside the field may be typed behind the number.
std::optional<double> QuestionView::givenNumber() const {
    return readWithUnit(m_number->text(), QString::fromStdString(m_course.step()->question->unit));
}

QString QuestionView::given() const {
    for (const QRadioButton* option : m_options) {
        if (option->isChecked()) {
            return option->property("option").toString();
        }
    }
    return m_number != nullptr ? m_number->text() : shownOrder().join(QStringLiteral(", "));
}

bool QuestionView::reveal() {
    refreshButtons();
    if (m_course.step() == nullptr || !m_course.step()->question || !m_reveal->isEnabled() ||
        !m_reveal->isVisibleTo(this)) {
        return false;
    }
    course::Answer answer;
    answer.option = given().toStdString();
    if (m_number != nullptr) {
        answer.number = givenNumber().value_or(0);
    }
    for (const QString& id : shownOrder()) {
        answer.order.push_back(id.toStdString());
    }
    (void)m_course.answer(answer, given());  // failed() tells what did not work
    showVerdict();
    return true;
}

QString QuestionView::optionText(const std::string& id) const {
    const course::Option* option = findOption(*m_course.step()->question, id);
    return option != nullptr ? plainOfMarkdown(m_course.text(option->label)) : QString();
}

QString QuestionView::verdictText() const {
    const course::Question& question = *m_course.step()->question;
    if (m_course.verdict()->right) {
        return tr("✓ Right");
    }
    const auto right = rightAnswer(question, m_course.scope());
    if (!right || question.kind == QuestionKind::Until) {
        return tr("Not yet");
    }
    if (question.kind == QuestionKind::Number) {
        const QString number = formatNumber(right->number);
        return question.unit.empty()
                   ? tr("It is %1").arg(number)
                   : tr("It is %1 %2").arg(number, QString::fromStdString(question.unit));
    }
    if (question.kind == QuestionKind::Choice) {
        return tr("It is: %1").arg(optionText(right->option));
    }
    QStringList order;
    for (const std::string& id : right->order) {
        order << optionText(id);
    }
    return tr("The order is: %1").arg(order.join(QStringLiteral(" → ")));
}

void QuestionView::showVerdict() {
    const auto& verdict = m_course.verdict();
    const course::Question& question = *m_course.step()->question;
    const bool until = question.kind == QuestionKind::Until;
    const bool over = verdict && (!until || verdict->right);
    for (QWidget* input : {static_cast<QWidget*>(m_number), static_cast<QWidget*>(m_order)}) {
        if (input != nullptr) {
            input->setEnabled(!over);
        }
    }
    m_verdict->setVisible(verdict.has_value());
    m_reason->setVisible(verdict && !verdict->right);
    m_explanation->setVisible(over);
    if (verdict) {
        m_verdict->setText(verdictText());
        m_verdict->setProperty("role", verdict->right ? "good" : "bad");
        restyle(m_verdict, verdict->right ? "right" : "wrong");
        m_reason->setMarkdown(m_course.text({verdict->reason, {}, 0}, {}));
    }
    if (over) {
        m_explanation->setMarkdown(m_course.text(question.reveal));
        markOptions();
    }
    refreshButtons();
}

void QuestionView::markOptions() {
    const std::string& right = m_course.step()->question->right;
    for (QRadioButton* option : std::as_const(m_options)) {
        const QString id = option->property("option").toString();
        const bool isRight = id.toStdString() == right;
        auto* row = static_cast<QFrame*>(option->parentWidget());
        auto* tag = row->findChild<QLabel*>(QStringLiteral("lesson_tag_") + id);
        option->setEnabled(false);
        restyle(row, isRight ? "right" : option->isChecked() ? "chosen" : "");
        tag->setText(isRight               ? tr("✓ correct")
                     : option->isChecked() ? tr("your answer")
                                           : QString());
        tag->setProperty("role", isRight ? "good" : "caption");
        restyle(tag, "");
    }
}

}  // namespace zeropoint::ui
