// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/job/job_runner.h"
#include "ui/state/workbench.h"

#include <QFrame>

#include <initializer_list>
#include <utility>

class QLabel;
class QTimer;
class QVBoxLayout;

namespace zeropoint::ui {

class Notice;

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
    /// One sentence beside the title; one with figures has a row in ui/text/provenance.h.
    void setHint(const QString& text, const QString& known = {});
    /// Why there is nothing to show; empty when there is.
    void setProblem(const QString& text);
    /// Says why there is nothing to show, in place of the parts that would show it and whatever a
    /// measurement on its way reports; empty: shows them.
    void showUnless(const QString& reason, std::initializer_list<QWidget*> parts);
    /// Asks for work() as if something had changed.
    void changed();
    /// Starts the tab's job and gives its value to `done`, unless another tensor came in the
    /// meantime. One that was stopped or failed says so in the tab and starts again when the tab
    /// is shown again.
    template <typename Work, typename Done>
    void measure(const QString& title, Work work, Done done) {
        m_bench.jobs().start(
            title, QStringLiteral("measure"), std::move(work), this,
            [this, source = m_bench.source(), done = std::move(done)](auto result) mutable {
                if (source != m_bench.source()) {
                    return;
                }
                if (result) {
                    setProblem({});
                    done(std::move(*result));
                } else {
                    ended(result.error());
                }
            });
    }

private:
    void catchUp();
    void ended(const Error& error);

    Workbench& m_bench;
    QVBoxLayout* m_column;
    QWidget* m_header;
    QLabel* m_hint;
    Notice* m_problem;
    QString m_reason;  ///< why there is nothing to show
    QTimer* m_rest;
    bool m_stale = true;
};

}  // namespace zeropoint::ui
