// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace zeropoint::ui {

class JobRunner;

/// The running job in the status bar: name, bar, per cent, time left, Cancel, which stops the job
/// that is named and no other. Jobs that end within 200 ms are never shown.
class JobStrip : public QWidget {
    Q_OBJECT

public:
    explicit JobStrip(JobRunner& jobs, QWidget* parent = nullptr);

    /// An Escape that nobody took: the second within a second asks whether to cancel the job.
    void escape();

private:
    void begin(quint64 job, const QString& title, bool stoppable);
    void advance(quint64 job, double share, qint64 elapsedMilliseconds);
    void end(quint64 job);
    void ask();

    QLabel* m_title;
    QProgressBar* m_bar;
    QLabel* m_figures;
    QPushButton* m_cancel;
    QTimer* m_delay;
    JobRunner& m_jobs;
    QElapsedTimer m_escaped;
    quint64 m_job = 0;
};

}  // namespace zeropoint::ui
