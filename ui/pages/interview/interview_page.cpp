// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/interview_page.h"

#include "ui/actions/actions.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/save_dialog.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/whole_label.h"
#include "ui/pages/interview/cards_view.h"
#include "ui/pages/interview/interview_coach.h"
#include "ui/pages/interview/mock_view.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/interview.h"
#include "ui/state/interview/own_decks.h"
#include "ui/state/progress.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/tell_written.h"
#include "ui/state/workbench.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int narrowWidth = 1100;

}  // namespace

InterviewPage::InterviewPage(Workbench& bench, QWidget* parent)
    : Page(parent), m_bench(bench), m_interview(bench.interview()), m_stack(new LazyStack) {
    if (m_interview.course() == nullptr) {
        m_interview.setCourse(&bench.course().course());
    }
    m_stack->add([this]() -> QWidget* {
        m_cards = new CardsView(m_bench);
        connect(m_cards, &CardsView::pageRequested, this, &Page::pageRequested);
        return m_cards;
    });
    m_stack->add([this]() -> QWidget* { return m_mock = new MockView(m_bench); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 16);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addWidget(m_stack, 1);
    connect(&m_interview.view(), &ViewStateSignals::changed, this, &InterviewPage::follow);
    for (const auto signal : {&Interview::attemptChanged, &Interview::standingChanged,
                              &Interview::decksChanged, &Interview::marked}) {
        connect(&m_interview, signal, this, &Page::summaryChanged);
    }
    setFocusPolicy(Qt::ClickFocus);
    follow();
}

QWidget* InterviewPage::buildHeader() {
    auto* header = new QWidget;
    auto* title = new QLabel(tr("Interview"));
    title->setProperty("role", "pageTitle");
    auto* subtitle = new WholeLabel(tr("Answer aloud or in writing, then mark yourself."));
    subtitle->setProperty("role", "secondary");
    auto* mode = new Segment({tr("Cards"), tr("Mock interview")});
    mode->setObjectName(QStringLiteral("interview_mode"));
    mode->setAccessibleName(tr("Cards or a mock interview"));
    bindSetting(mode, m_bench.settings(), QStringLiteral("interview.mode"));
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(subtitle, 1);
    row->addWidget(buildMenu());
    row->addWidget(mode);
    return header;
}

QToolButton* InterviewPage::buildMenu() {
    auto* button = new QToolButton;
    button->setProperty("role", "button");
    button->setText(tr("Decks"));
    button->setObjectName(QStringLiteral("decks_menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    const Actions& actions = Actions::of(m_bench);
    menu->addAction(actions.menuAction(QStringLiteral("interview.import_deck")));
    menu->addAction(actions.menuAction(QStringLiteral("interview.export_deck")));
    menu->addSeparator();
    menu->addAction(actions.menuAction(QStringLiteral("interview.open_decks")));
    button->setMenu(menu);
    return button;
}

void InterviewPage::openDecks() {
    const QString folder = m_bench.ownDecks().folder();
    QDir().mkpath(folder);
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

void InterviewPage::importDeck() {
    auto* dialog = new QFileDialog(this, tr("Import cards"), QString(),
                                   tr("Notes in plain text (*.txt *.csv *.tsv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("import_dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_bench.ownDecks(), &OwnDecks::importAnki);
    dialog->open();
}

void InterviewPage::exportDeck() {
    const QString deck = m_interview.view()->deck;
    QFileDialog* dialog = saveDialog(this, QStringLiteral("export_dialog"), tr("Export the deck"),
                                     tr("Text (*.txt)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, deck](const QString& file) {
        tellWritten(m_bench, file, m_bench.ownDecks().exportAnki(deck, file));
    });
    dialog->open();
}

int InterviewPage::narrowBelow() const {
    return narrowWidth;
}

CoachText InterviewPage::coachText() const {
    return interviewCoach(m_interview);
}

QStringList InterviewPage::statusTexts() const {
    const int waiting = m_interview.progress().waiting();
    QStringList texts;
    if (waiting > 0) {
        texts << tr("%n answer(s) not on the disk yet", nullptr, waiting);
    }
    return texts << tr("Answers stay on this computer");
}

QStringList InterviewPage::viewNames() const {
    return {QStringLiteral("mock"), QStringLiteral("behind")};
}

void InterviewPage::showView(int view) {
    InterviewView next = m_interview.view().get();
    next.mode = view == 1 ? 1 : 0;
    next.chart = view == 2 ? 1 : 0;
    m_interview.view().set(next);
}

void InterviewPage::follow() {
    m_stack->showView(m_interview.view()->mode);
    arrange();
}

void InterviewPage::arrange() {
    const bool narrow = width() < narrowWidth;
    if (m_cards != nullptr) {
        m_cards->setNarrow(narrow);
    }
    if (m_mock != nullptr) {
        m_mock->setNarrow(narrow);
    }
}

void InterviewPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    m_interview.progress().reload();
    arrange();
}

void InterviewPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
}

void InterviewPage::showInWorkbench() {
    if (m_cards != nullptr) {
        m_cards->showInWorkbench();
    }
}

}  // namespace zeropoint::ui
