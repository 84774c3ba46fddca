// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

namespace zeropoint::ui {

class Workbench;
struct PaletteSection;

/// A question that the Coach asks before the answer is shown. `correct` is computed by the page.
struct Prediction {
    QString question;
    QStringList options;
    int correct = -1;
    QString explanation;
};

/// Something to do next: words, and the setting that does it (none: words alone).
struct TryNext {
    QString text;
    QString setting;
    QJsonValue value;
};

/// What the Coach says about the page as it stands: paragraphs of rich text whose every number
/// comes from the core, a question to predict first (no options: none), and what to try next.
struct CoachText {
    QStringList paragraphs;
    Prediction prediction;
    TryNext next;
};

/// One place of the workbench. Pages read the Workbench, send commands to it and know nothing of
/// each other.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual CoachText coachText() const = 0;
    /// What stands at the right of the status bar: "65 536 values", "Ties round to even".
    virtual QStringList statusTexts() const { return {}; }
    /// Names of the page's other views behind its first one ("codes", "blocks"): each has a screen.
    virtual QStringList viewNames() const { return {}; }
    /// In a window that is narrower the page arranges itself anew, smaller; 0: it never does.
    virtual int narrowBelow() const { return 0; }
    /// Never so wide that it could not: else what shows it would keep it wide and scroll.
    QSize minimumSizeHint() const override;
    /// Shows a view: 0 is the first one, i + 1 the i-th of viewNames().
    virtual void showView(int) {}

signals:
    /// The page wants a file: the window asks for one.
    void openRequested();
    /// The page has put something into the Workbench that another page shows: its id.
    void pageRequested(const QString& id);
    /// coachText() or statusTexts() would answer differently now.
    void summaryChanged();
};

/// How a page registers itself: its place in the rail, how it is made, and what can be done there.
struct PageEntry {
    QString id;     ///< stable: "numbers", also the name of its screens
    QString title;  ///< translated
    QString icon;   ///< ":/icons/numbers.svg"
    /// Given its parent at once: a page that moves there whole is styled a second time, all of it.
    std::function<Page*(Workbench&, QWidget* parent)> create;
    /// Its actions, known without the page; their names begin with `id`. Null: it has none.
    std::vector<Action> (*actions)() = nullptr;
    /// What the command palette finds there beside actions and settings. Null: nothing.
    std::vector<PaletteSection> (*sections)(Workbench&) = nullptr;
};

/// All pages in rail order: adding one adds a line to this list (page_list.cpp).
std::vector<PageEntry> pageList();

}  // namespace zeropoint::ui
