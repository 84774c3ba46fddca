// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/state/number_state.h"

class QGridLayout;

namespace zeropoint {
struct ParsedNumber;
}

namespace zeropoint::ui {

class ExampleButtons;
class LazyStack;
class Notice;
class NumberView;
class ScaleEntry;
class Segment;
class ValueEntry;

/// One value and what every number format makes of it.
class NumbersPage : public Page {
    Q_OBJECT

public:
    explicit NumbersPage(Workbench& workbench, QWidget* parent = nullptr);

    CoachText coachText() const override;
    QStringList statusTexts() const override;
    QStringList viewNames() const override;
    void showView(int index) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeTitle();
    template <typename View>
    void addView();
    void connectView(NumberView* view);
    void arrangeHead();
    void connectSignals();
    void refresh();
    void look();
    void takeNumber(const ParsedNumber& number);

    Workbench& m_workbench;
    QGridLayout* m_head;
    Segment* m_views;
    ValueEntry* m_entry;
    ExampleButtons* m_examples;
    ScaleEntry* m_scale;
    QWidget* m_title;
    Notice* m_error;
    LazyStack* m_stack;
    int m_typing = 0;  ///< undo gesture of the text being edited; 0 outside of one
    int m_drag = 0;    ///< undo gesture of the drag in progress
    bool m_narrow = false;
};

}  // namespace zeropoint::ui
