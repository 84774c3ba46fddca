// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/pages/page.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QTimer;

namespace zeropoint::ui {

class Actions;
class Autosave;
class Banner;
class CoachPanel;
class Documents;
class Guide;
class LazyStack;
class LessonOverlay;
class PassingRing;
class Rail;
class Session;
class DropHint;
class StartAgain;
class StatusBar;
class TopBar;
class Workbench;

/// Builds the frame and connects pages; holds no logic of any page.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Pictures: nobody sees it, so that of what its state says of the window it follows the page
    /// alone (theme and size are the whole program's), and points at nothing by itself.
    enum class Use { Screen, Pictures };

    explicit MainWindow(Workbench& bench, Use use = Use::Screen);
    ~MainWindow() override;

    Session& session() { return *m_session; }
    Documents& documents() { return *m_documents; }
    Actions& actions() { return *m_actions; }
    Guide& guide() { return *m_guide; }

    const std::vector<PageEntry>& pages() const { return m_pages; }
    void showPage(int index);
    void showPageById(const QString& id);
    /// Null before the first one is shown.
    Page* currentPage() const;
    void setDark(bool dark);
    /// Open or closed by hand; without a choice it follows the window's width.
    void setCoachOpen(bool open);
    bool coachOpen() const;
    /// Weights, or a session (*.zpw).
    void openFile(const QString& path);
    /// Size, page and Coach as they were when the program was used last, and their keeping.
    void restoreLastTime();
    void rememberThisTime() const;
    /// Everything that can be found by its name; with a section's name, what is in that alone. Open
    /// already: closes it.
    void openPalette(const QString& section = {});
    /// Offers the session that ended without being closed.
    void offerToRecover(Autosave& autosave);
    /// It was closed so that the program starts again with what it shows (StartAgain::file()).
    bool startsAgain() const;
    /// As Guide::pointAt(); empty: takes the ring away.
    Result<void> pointAt(const QString& anchor);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildBody();
    void buildMenu();
    void connectSignals();
    void connectState();
    void follow();
    Page* buildPage(const PageEntry& entry);
    Result<QWidget*> bringUp(const QString& anchor);
    void refreshSummary();
    void offerToRaiseLimit(const QString& path, quint64 needed);
    void arrange();
    void pointForLesson(const QString& anchor);

    Workbench& m_bench;
    std::vector<PageEntry> m_pages;
    std::unique_ptr<Actions> m_actions;  ///< before the pages, whose buttons do them
    std::unique_ptr<Guide> m_guide;
    Session* m_session;
    Documents* m_documents;
    TopBar* m_topBar;
    Rail* m_rail;
    LazyStack* m_stack;  ///< of the pages, in the order of the rail
    CoachPanel* m_coach;
    Banner* m_banner;
    StatusBar* m_status;
    QTimer* m_summaryRest;
    LessonOverlay* m_lesson;
    PassingRing* m_ring;
    DropHint* m_dropHint;
    StartAgain* m_startAgain;
    bool m_dark = false;
    bool m_closing = false;      ///< and no longer asked about
    bool m_showsTensor = false;  ///< since the first one came
};

}  // namespace zeropoint::ui
