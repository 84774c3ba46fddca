// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/mock_view.h"

#include "core/files/atomic_file.h"
#include "ui/actions/button_action.h"
#include "ui/controls/how_known.h"
#include "ui/controls/paper.h"
#include "ui/controls/save_dialog.h"
#include "ui/pages/interview/mock_summary.h"
#include "ui/pages/interview/question_card.h"
#include "ui/pages/interview/rubric_card.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/mock_interview.h"
#include "ui/state/tell_written.h"
#include "ui/state/workbench.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPageSize>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int tickMilliseconds = 1000;
constexpr int rubricWidth = 340;
constexpr int shownTopics = 5;
constexpr int secondsPerMinute = 60;

enum Sheet { Beginning, Questions, Summary };

}  // namespace

MockView::MockView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_mock(new MockInterview(bench.interview(), this)),
      m_stack(new QStackedWidget),
      m_weak(new QLabel),
      m_begin(new QPushButton(tr("Begin"))),
      m_question(new QuestionCard),
      m_rubric(new RubricCard),
      m_summary(new QLabel),
      m_second(new QTimer(this)) {
    setObjectName(QStringLiteral("mock_view"));
    m_stack->addWidget(buildBeginning());
    m_stack->addWidget(buildQuestions());
    m_stack->addWidget(buildSummary());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_mock, &MockInterview::changed, this, &MockView::refresh);
    connect(m_mock, &MockInterview::spent, this, &MockView::showClock);
    connect(m_mock, &MockInterview::marked, this,
            [this] { m_rubric->refreshPoints(*m_mock->attempt()); });
    connect(&bench.interview(), &Interview::standingChanged, this, &MockView::refresh);
    m_second->setInterval(tickMilliseconds);
    connect(m_second, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            m_mock->spend(1);
        }
    });
    m_second->start();
    refresh();
}

QWidget* MockView::buildBeginning() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    auto* title = new QLabel(tr("A mock interview"));
    title->setProperty("role", "question");
    auto* text = new QLabel(
        tr("%1 questions in %2 minutes, out of all decks, more of them on what you know least. "
           "Answer aloud or in writing; you mark yourself afterwards.")
            .arg(MockInterview::questions)
            .arg(static_cast<int>(MockInterview::allSeconds) / secondsPerMinute));
    text->setWordWrap(true);
    setHowKnown(text, QStringLiteral("interview.mock"));
    m_weak->setWordWrap(true);
    m_weak->setProperty("role", "secondary");
    m_weak->setObjectName(QStringLiteral("mock_weak"));
    m_begin->setObjectName(QStringLiteral("mock_begin"));
    setAction(m_begin, QStringLiteral("interview.begin_mock"));
    m_begin->setProperty("role", "primary");
    connect(m_begin, &QPushButton::clicked, this, [this] { m_mock->begin(freshSeed()); });
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(m_weak);
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    column->addStretch();
    return card;
}

QWidget* MockView::buildQuestions() {
    m_question->setObjectName(QStringLiteral("mock_question"));
    m_finish = m_question->addButton(QStringLiteral("mock_finish"), tr("Finish now"));
    m_back = m_question->addButton(QStringLiteral("mock_back"), tr("Back"));
    m_next = m_question->addButton(QStringLiteral("mock_next"), tr("Next"), true);
    connect(m_finish, &QPushButton::clicked, m_mock, &MockInterview::finish);
    connect(m_back, &QPushButton::clicked, m_mock, &MockInterview::back);
    connect(m_next, &QPushButton::clicked, m_mock, &MockInterview::next);
    connect(m_question, &QuestionCard::answerEdited, m_mock, &MockInterview::setAnswer);
    connect(m_question, &QuestionCard::givenEdited, m_mock, &MockInterview::setGiven);
    connect(m_rubric, &RubricCard::ticked, m_mock, &MockInterview::setTick);
    m_rubric->setMinimumWidth(rubricWidth);
    m_rubric->setMaximumWidth(rubricWidth);
    auto* sheet = new QWidget;
    auto* row = new QHBoxLayout(sheet);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_question, 1);
    row->addWidget(m_rubric, 0, Qt::AlignTop);
    return sheet;
}

QWidget* MockView::buildSummary() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    m_summary->setObjectName(QStringLiteral("mock_summary"));
    setHowKnown(m_summary, QStringLiteral("interview.points"), false);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignTop);
    m_summary->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_summary->setOpenExternalLinks(false);
    connect(m_summary, &QLabel::linkActivated, this, &MockView::follow);
    m_summary->setMargin(24);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_summary);
    scroll->setAccessibleName(tr("Summary of the mock interview"));
    auto* printing = new QPushButton(tr("Print…"));
    printing->setObjectName(QStringLiteral("mock_print"));
    auto* pdf = new QPushButton(tr("Save as PDF…"));
    pdf->setObjectName(QStringLiteral("mock_pdf"));
    auto* again = new QPushButton(tr("Another one"));
    again->setObjectName(QStringLiteral("mock_again"));
    connect(printing, &QPushButton::clicked, this, &MockView::print);
    connect(pdf, &QPushButton::clicked, this, &MockView::choosePdf);
    connect(again, &QPushButton::clicked, m_mock, &MockInterview::leave);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 24, 16);
    row->addWidget(printing);
    row->addWidget(pdf);
    row->addStretch();
    row->addWidget(again);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(scroll, 1);
    column->addLayout(row);
    return card;
}

/// To what was named to read: a step of a lesson, or an entry of the glossary.
void MockView::follow(const QString& link) {
    const QString to = link.section(QLatin1Char(':'), 1);
    if (link.startsWith(QLatin1String("term:"))) {
        m_bench.course().openTerm(to);
        return;
    }
    const auto begun =
        m_bench.course().begin(to.section(QLatin1Char('/'), 0, 0), to.section(QLatin1Char('/'), 1));
    if (!begun) {
        m_bench.report(begun.error());
    }
}

void MockView::setNarrow(bool narrow) {
    m_rubric->setMinimumWidth(narrow ? rubricWidth * 3 / 4 : rubricWidth);
    m_rubric->setMaximumWidth(narrow ? rubricWidth * 3 / 4 : rubricWidth);
}

void MockView::refresh() {
    const MockInterview::Phase phase = m_mock->phase();
    if (phase != MockInterview::Phase::Asking) {
        m_asked = -1;
    }
    if (phase == MockInterview::Phase::Ready) {
        QStringList weak;
        for (const course::TopicStanding& topic : m_bench.interview().topics()) {
            if (topic.lines > topic.held && weak.size() < shownTopics) {
                weak << m_bench.interview().topicName(topic.topic);
            }
        }
        const bool cards = !m_bench.interview().facts().empty();
        m_begin->setEnabled(cards);
        m_weak->setText(!cards ? tr("There are no cards.")
                        : weak.isEmpty()
                            ? tr("Nothing was marked yet: all topics are as likely.")
                            : tr("Weakest so far: %1.").arg(weak.join(QStringLiteral(", "))));
        m_stack->setCurrentIndex(Beginning);
        return;
    }
    if (phase == MockInterview::Phase::Done) {
        m_summary->setText(mockSummary(*m_mock, m_bench.interview()));
        m_stack->setCurrentIndex(Summary);
        return;
    }
    const bool marking = phase == MockInterview::Phase::Marking;
    const int count = static_cast<int>(m_mock->attempts().size());
    const bool last = m_mock->current() + 1 == count;
    m_question->show(*m_mock->attempt(),
                     (marking ? tr("marking %1 of %2") : tr("question %1 of %2"))
                         .arg(m_mock->current() + 1)
                         .arg(count));
    m_rubric->show(m_mock->attempt());
    m_rubric->setVisible(marking);
    m_finish->setVisible(!marking);
    m_back->setEnabled(m_mock->current() > 0);
    m_next->setText(!last ? tr("Next") : marking ? tr("Sum up") : tr("Mark the answers"));
    showClock();
    m_stack->setCurrentIndex(Questions);
    if (!marking && std::exchange(m_asked, m_mock->current()) != m_mock->current()) {
        m_question->focusAnswer();  // the next one is answered without reaching for the mouse
    }
}

void MockView::showClock() {
    m_question->setSeconds(MockInterview::allSeconds - m_mock->secondsLeft(),
                           MockInterview::allSeconds,
                           m_mock->phase() != MockInterview::Phase::Asking);
}

void MockView::choosePdf() {
    QFileDialog* dialog =
        saveDialog(this, QStringLiteral("pdf_dialog"), tr("Save the summary"), tr("PDF (*.pdf)"));
    connect(dialog, &QFileDialog::fileSelected, this, &MockView::savePdf);
    dialog->open();
}

void MockView::fill(QTextDocument& document) const {
    document.setDefaultFont(paperFont());
    document.setDefaultStyleSheet(
        QStringLiteral("a { color: %1; }").arg(lightTheme().accent.name()));  // paper is white
    document.setHtml(mockSummary(*m_mock, m_bench.interview()));
}

void MockView::savePdf(const QString& path) {
    QTextDocument document;
    fill(document);
    const QByteArray pdf = pdfOf(document, tr("Mock interview"));
    tellWritten(m_bench, path, replaceFile(path.toStdString(), pdf.toStdString()));
}

void MockView::print() {
    auto* dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* printer) {
        QTextDocument document;
        fill(document);
        document.print(printer);
    });
    dialog->open();
}

}  // namespace zeropoint::ui
