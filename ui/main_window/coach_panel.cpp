// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/coach_panel.h"

#include "ui/access/access.h"
#include "ui/actions/button_action.h"
#include "ui/controls/float_over.h"
#include "ui/controls/how_known.h"
#include "ui/controls/icon.h"
#include "ui/controls/scrolled.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int panelWidth = 272;
constexpr int panelMargin = 16;
constexpr int cardMargin = 12;
constexpr int edges = 4;  // of the panel and of the card
constexpr int cardRoom = panelWidth - 2 * panelMargin - 2 * cardMargin - edges;

QLabel* wrapped(const char* role) {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setProperty("role", role);
    label->setTextFormat(Qt::RichText);
    return label;
}

/// A button does not fold its text by itself, and one that is wider than the panel would push the
/// close button out of sight.
void fold(QAbstractButton& button) {
    button.ensurePolished();
    const QString text = button.text();
    const int mark = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(text);
    QTextLayout layout(text, button.font());
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(cardRoom - mark);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    button.setText(lines.join(QLatin1Char('\n')));
}

}  // namespace

CoachPanel::CoachPanel(QWidget* parent)
    : QFrame(parent),
      m_close(new QToolButton),
      m_body(wrapped("body")),
      m_card(new QFrame),
      m_question(wrapped("body")),
      m_options(new QVBoxLayout),
      m_reveal(new QPushButton(tr("Reveal"))),
      m_answer(wrapped("secondary")),
      m_nextCard(new QFrame),
      m_next(wrapped("body")),
      m_try(new QPushButton(tr("Try it"))) {
    setProperty("role", "coach");
    setObjectName(QStringLiteral("coach"));
    for (QWidget* words : {m_body, m_question, m_answer, m_next}) {
        setHowKnown(words, QStringLiteral("coach.sentence"), false);
    }
    setFixedWidth(panelWidth);
    m_body->setObjectName(QStringLiteral("coach_text"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(panelMargin, 12, panelMargin, panelMargin);
    column->setSpacing(14);
    column->addLayout(buildHeader());
    column->addWidget(m_body);
    buildQuestion();
    column->addWidget(m_card);
    buildNext();
    column->addWidget(m_nextCard);
    column->addStretch();
    auto* scroll = scrolled(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->addWidget(scroll);
    setTintedIcon(m_close, "chevron-right");
}

void CoachPanel::setHome(QBoxLayout* row, QWidget* place) {
    m_row = row;
    m_row->addWidget(this);
    m_float = new FloatOver(this, place, Qt::RightEdge);
    m_float->setActive(false);
}

/// In a small window the page keeps its width, and the Coach hides a part of it.
void CoachPanel::setFloating(bool floating) {
    if (floating == m_float->isActive()) {
        return;
    }
    if (floating) {
        m_row->removeWidget(this);
    } else {
        m_row->addWidget(this);
    }
    m_float->setActive(floating);
}

QLayout* CoachPanel::buildHeader() {
    auto* title = new QLabel(tr("Coach"));
    title->setProperty("role", "cardTitle");
    m_close->setProperty("role", "icon");
    m_close->setObjectName(QStringLiteral("coach_close"));
    setAction(m_close, QStringLiteral("window.toggle_coach"));
    m_close->setAccessibleName(tr("Close the coach"));
    m_close->setToolTip(tr("Close the coach (F9)"));
    connect(m_close, &QToolButton::clicked, this, &CoachPanel::closed);
    auto* header = new QHBoxLayout;
    header->addWidget(title);
    header->addStretch();
    header->addWidget(m_close);
    return header;
}

void CoachPanel::buildQuestion() {
    auto* caption = new QLabel(tr("Predict first"));
    caption->setProperty("role", "caption");
    m_card->setProperty("role", "inset");
    setAction(m_reveal, QStringLiteral("window.coach_reveal"));
    connect(m_reveal, &QPushButton::clicked, this, &CoachPanel::reveal);
    m_answer->setObjectName(QStringLiteral("coach_answer"));
    m_reveal->setObjectName(QStringLiteral("coach_reveal"));
    m_reveal->setProperty("role", "primary");
    m_reveal->setToolTip(tr("Choose an answer first, then press R"));
    m_options->setSpacing(6);
    auto* card = new QVBoxLayout(m_card);
    card->setContentsMargins(cardMargin, cardMargin, cardMargin, cardMargin);
    card->setSpacing(8);
    card->addWidget(caption);
    card->addWidget(m_question);
    card->addLayout(m_options);
    card->addWidget(m_reveal, 0, Qt::AlignLeft);
    card->addWidget(m_answer);
}

void CoachPanel::buildNext() {
    setAction(m_try, QStringLiteral("window.coach_try"));
    auto* nextCaption = new QLabel(tr("Try next"));
    nextCaption->setProperty("role", "caption");
    m_nextCard->setProperty("role", "inset");
    m_next->setObjectName(QStringLiteral("coach_next"));
    m_try->setObjectName(QStringLiteral("coach_try"));
    m_try->setToolTip(tr("Sets it; undo takes it back"));
    auto* next = new QVBoxLayout(m_nextCard);
    next->setContentsMargins(12, 12, 12, 12);
    next->setSpacing(8);
    next->addWidget(nextCaption);
    next->addWidget(m_next);
    next->addWidget(m_try, 0, Qt::AlignLeft);
    connect(m_try, &QPushButton::clicked, this,
            [this] { emit tried(m_text.next.setting, m_text.next.value); });
}

void CoachPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_R && m_reveal->isEnabled()) {
        reveal();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void CoachPanel::setText(const CoachText& text) {
    const bool newQuestion = text.prediction.question != m_text.prediction.question ||
                             text.prediction.options != m_text.prediction.options;
    const bool otherAnswer = text.prediction.correct != m_text.prediction.correct ||
                             text.prediction.explanation != m_text.prediction.explanation;
    m_text = text;
    QString body;
    for (const QString& paragraph : text.paragraphs) {
        body += QStringLiteral("<p style='line-height:145%'>") + paragraph + QStringLiteral("</p>");
    }
    m_body->setText(body);
    m_card->setVisible(!text.prediction.options.isEmpty());
    m_nextCard->setVisible(!text.next.text.isEmpty());
    m_next->setText(text.next.text);
    m_try->setVisible(!text.next.setting.isEmpty());
    if (newQuestion) {
        rebuildOptions();
    } else if (otherAnswer) {
        m_answer->hide();  // what was revealed was about other figures
    }
}

void CoachPanel::rebuildOptions() {
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_question->setText(m_text.prediction.question);
    m_answer->clear();
    m_answer->hide();
    m_reveal->setEnabled(false);
    for (const QString& option : m_text.prediction.options) {
        auto* button = new QRadioButton(option);
        button->setObjectName(QStringLiteral("coach_option_%1").arg(m_buttons.size()));
        connect(button, &QRadioButton::toggled, this, [this] { m_reveal->setEnabled(true); });
        m_buttons.append(button);
        m_options->addWidget(button);
        button->setAccessibleName(option);
        fold(*button);
    }
}

void CoachPanel::reveal() {
    const Prediction& prediction = m_text.prediction;
    int chosen = -1;
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked()) {
            chosen = i;
        }
    }
    const QString verdict =
        chosen == prediction.correct
            ? tr("✓ Right.")
            : tr("It is: %1.").arg(prediction.options.value(prediction.correct));
    m_answer->setText(QStringLiteral("<b>%1</b> %2").arg(verdict, prediction.explanation));
    m_answer->show();
    m_answer->setAccessibleName(
        m_answer->text().remove(QRegularExpression(QStringLiteral("<[^>]*>"))));
    announce(m_answer);
}

}  // namespace zeropoint::ui
