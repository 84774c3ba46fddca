// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QTabBar;

namespace zeropoint::ui {

class LazyStack;
class Workbench;

/// The card below the histogram, with a tab for each way to look closer; the worked example is the
/// first. A tab is built when it is first shown.
class AnalysisPanel : public QWidget {
    Q_OBJECT

public:
    explicit AnalysisPanel(Workbench& bench, QWidget* parent = nullptr);

    /// Names of the tabs behind the first, for screens.
    static QStringList tabNames();

    /// One height for every tab, so that the bar of tabs stays where it is.
    void setRoom(int pageHeight);

private:
    template <typename Tab>
    void add(const QString& title, const QString& tip);
    void offerStored();
    void followSource();
    void show(int index);

    Workbench& m_bench;
    QTabBar* m_tabs;
    LazyStack* m_stack;
};

}  // namespace zeropoint::ui
