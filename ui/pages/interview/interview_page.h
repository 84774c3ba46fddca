// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QToolButton;

namespace zeropoint::ui {

class CardsView;
class Interview;
class LazyStack;
class MockView;

/// Questions of interviews: cards that come back when they are due, and mock interviews.
class InterviewPage : public Page {
    Q_OBJECT

public:
    explicit InterviewPage(Workbench& bench, QWidget* parent = nullptr);

    CoachText coachText() const override;
    QStringList statusTexts() const override;
    int narrowBelow() const override;
    QStringList viewNames() const override;
    void showView(int view) override;
    /// What proves the answer of the card that is asked.
    void showInWorkbench();
    /// Ask for a file in Anki's text format: to read, and to write the chosen deck to.
    void importDeck();
    void exportDeck();
    /// The folder of the person's own decks, in the desktop's file manager.
    void openDecks();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    QToolButton* buildMenu();
    void follow();
    void arrange();

    Workbench& m_bench;
    Interview& m_interview;
    LazyStack* m_stack;
    CardsView* m_cards = nullptr;
    MockView* m_mock = nullptr;
};

}  // namespace zeropoint::ui
