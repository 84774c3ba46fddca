// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/pages/page.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QLabel;
class QMenu;
class QTimer;
class QToolButton;

namespace zeropoint::ui {

class Autosave;
class CoachPanel;
class LazyStack;
class LessonOverlay;
class Rail;
class Session;
class Spotlight;
class TopBar;
class Workbench;

/// Builds the frame and connects pages; holds no logic of any page.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Workbench& bench, QWidget* parent = nullptr);

    Session& session() { return *m_session; }

    const std::vector<PageEntry>& pages() const { return m_pages; }
    void showPage(int index);
    void showPageById(const QString& id);
    /// Null before the first one is shown.
    Page* currentPage() const;
    void setDark(bool dark);
    /// Open or closed by hand; without a choice it follows the window's width.
    void setCoachOpen(bool open);
    /// Weights, or a session (*.zpw).
    void openFile(const QString& path);
    /// Size, page and Coach as they were when the program was used last, and their keeping.
    void restoreLastTime();
    void rememberThisTime() const;
    /// Offers the session that ended without being closed.
    void offerToRecover(Autosave& autosave);
    /// Brings up the page and the tab of an anchor and draws a ring around its widget; empty:
    /// takes the ring away. NotFound for a name that there is not, or that nothing shows now.
    Result<void> pointAt(const QString& anchor);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildBanner();
    QWidget* buildBody();
    void buildMenu();
    void buildShortcuts();
    void connectSignals();
    void chooseFile();
    void saveSession();
    void copySettings();
    void pasteSettings();
    void follow();
    bool coachOpen() const;
    Page* buildPage(const PageEntry& entry);
    void rememberFile();
    void fillRecent(QMenu* menu);
    void refreshSummary();
    void showError(const Error& error);
    void showNotice(const QString& text);
    void showProblems(const std::vector<Error>& problems);
    void offer(const QString& action, const QString& tip, std::function<void()> act);
    void offerToRaiseLimit(const QString& path, quint64 needed);
    void arrange();
    void pointForLesson(const QString& anchor);

    Workbench& m_bench;
    std::vector<PageEntry> m_pages;
    TopBar* m_topBar;
    Rail* m_rail;
    LazyStack* m_stack;  ///< of the pages, in the order of the rail
    CoachPanel* m_coach;
    QWidget* m_banner;
    QLabel* m_bannerText;
    QToolButton* m_raiseLimit;  ///< what can be done about what the banner says
    QLabel* m_status;
    QTimer* m_summaryRest;
    Session* m_session;
    Spotlight* m_spotlight;
    LessonOverlay* m_lesson;
    bool m_dark = false;
    bool m_closing = false;  ///< and no longer asked about
};

}  // namespace zeropoint::ui
