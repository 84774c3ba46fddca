// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/pages/page.h"

#include <QMainWindow>

#include <vector>

class QLabel;
class QMenu;
class QTimer;
class QToolButton;

namespace zeropoint::ui {

class CoachPanel;
class LazyStack;
class Rail;
class TopBar;
class Workbench;

/// Builds the frame and connects pages; holds no logic of any page.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Workbench& bench, QWidget* parent = nullptr);

    const std::vector<PageEntry>& pages() const { return m_pages; }
    void showPage(int index);
    void showPageById(const QString& id);
    /// Null before the first one is shown.
    Page* currentPage() const;
    void setDark(bool dark);
    /// Open or closed by hand; without a choice it follows the window's width.
    void setCoachOpen(bool open);
    void openFile(const QString& path);

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
    Page* buildPage(const PageEntry& entry);
    void rememberFile();
    void fillRecent(QMenu* menu);
    void refreshSummary();
    void showError(const Error& error);
    void showNotice(const QString& text);
    void offerToRaiseLimit(const QString& path, quint64 needed);
    void arrange();

    Workbench& m_bench;
    std::vector<PageEntry> m_pages;
    TopBar* m_topBar;
    Rail* m_rail;
    LazyStack* m_stack;  ///< of the pages, in the order of the rail
    CoachPanel* m_coach;
    QWidget* m_banner;
    QLabel* m_bannerText;
    QToolButton* m_raiseLimit;
    QLabel* m_status;
    QTimer* m_summaryRest;
    bool m_dark = false;
    bool m_closing = false;  ///< and no longer asked about
    bool m_coachChosen = false;
    bool m_coachOpen = true;
};

}  // namespace zeropoint::ui
