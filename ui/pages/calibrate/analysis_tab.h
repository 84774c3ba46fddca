// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QTimer;
class QVBoxLayout;

namespace zeropoint::ui {

class Notice;
class Workbench;

/// One way to look closer at what the scheme does to the tensor. A hidden tab computes nothing: it
/// catches up when it is shown. While it is seen, follow() comes with every change and must cost
/// nothing; work() comes once the hand rests, and starts a job.
class AnalysisTab : public QFrame {
    Q_OBJECT

public:
    explicit AnalysisTab(Workbench& bench, const QString& title, QWidget* parent = nullptr);

protected:
    virtual void follow() {}
    virtual void work() {}
    void showEvent(QShowEvent* event) override;

    Workbench& bench() const { return m_bench; }
    /// Where the tab puts its content, below its title.
    QVBoxLayout* column() const { return m_column; }
    /// At the right end of the line of the title.
    void addToHeader(QWidget* widget);
    /// One sentence beside the title.
    void setHint(const QString& text);
    /// Why there is nothing to show; empty when there is.
    void setProblem(const QString& text);
    /// Asks for work() as if something had changed.
    void changed();

private:
    void catchUp();

    Workbench& m_bench;
    QVBoxLayout* m_column;
    QWidget* m_header;
    QLabel* m_hint;
    Notice* m_problem;
    QTimer* m_rest;
    bool m_stale = true;
};

}  // namespace zeropoint::ui
