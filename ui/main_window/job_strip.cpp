// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/job_strip.h"

#include "ui/access/access.h"
#include "ui/job/job_runner.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"
#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace zeropoint::ui {
namespace {

constexpr int showAfterMilliseconds = 200;
constexpr int twiceMilliseconds = 1000;  ///< between two presses
const QString longestFigures = QStringLiteral("100 % 9999");

}  // namespace

JobStrip::JobStrip(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel),
      m_bar(new QProgressBar),
      m_figures(new QLabel),
      m_cancel(new QPushButton(tr("Cancel"))),
      m_delay(new QTimer(this)),
      m_jobs(jobs) {
    setObjectName(QStringLiteral("job_strip"));
    m_title->setProperty("role", "secondary");
    m_figures->setFont(monoFont(12));
    // So wide from the beginning that nothing behind it moves while the figures grow.
    m_figures->setMinimumWidth(
        QFontMetrics(m_figures->font()).horizontalAdvance(tr("%1 s left").arg(longestFigures)));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(tr("Progress of the running job"));
    m_cancel->setObjectName(QStringLiteral("job_cancel"));
    m_cancel->setProperty("role", "small");
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_title);
    row->addWidget(m_bar);
    row->addWidget(m_figures);
    row->addWidget(m_cancel);
    m_delay->setSingleShot(true);
    m_delay->setInterval(showAfterMilliseconds);
    hide();
    connect(m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, &jobs, [this, &jobs] { jobs.cancel(m_job); });
    connect(&jobs, &JobRunner::jobStarted, this, &JobStrip::begin);
    connect(&jobs, &JobRunner::jobProgress, this, &JobStrip::advance);
    connect(&jobs, &JobRunner::jobEnded, this, &JobStrip::end);
}

void JobStrip::begin(quint64 job, const QString& title, bool stoppable) {
    m_job = job;
    m_title->setText(title);
    m_cancel->setVisible(stoppable);
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(title));
    m_bar->setValue(0);
    m_figures->clear();
    m_delay->start();
}

void JobStrip::advance(quint64 job, double share, qint64 elapsedMilliseconds) {
    if (job != m_job) {
        return;
    }
    m_bar->setValue(static_cast<int>(share * 1000));
    QString figures = donePercent(share);
    if (share > 0.02) {
        const double left = static_cast<double>(elapsedMilliseconds) / 1000 * (1 - share) / share;
        figures += QLatin1Char(' ') + tr("%1 s left").arg(formatNumber(left, 2));
    }
    m_figures->setText(figures);
}

void JobStrip::end(quint64 job) {
    if (job != m_job) {
        return;
    }
    // Who did not hear of its beginning need not hear of its end.
    if (isVisible()) {
        setAccessibleName(tr("Ended: %1").arg(m_title->text()));
        announce(this);
    }
    m_delay->stop();
    hide();
}

void JobStrip::escape() {
    if (!isVisible() || m_cancel->isHidden()) {
        return;
    }
    if (m_escaped.isValid() && m_escaped.elapsed() < twiceMilliseconds) {
        m_escaped.invalidate();
        ask();
    } else {
        m_escaped.start();
    }
}

void JobStrip::ask() {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Cancel the job?"), m_title->text(),
                                QMessageBox::NoButton, window());
    box->setObjectName(QStringLiteral("cancel_question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* cancel = box->addButton(tr("Cancel it"), QMessageBox::DestructiveRole);
    cancel->setObjectName(QStringLiteral("cancel_job"));
    auto* stay = box->addButton(tr("Go on"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(cancel, &QPushButton::clicked, this, [this, job = m_job] { m_jobs.cancel(job); });
    box->open();
}

}  // namespace zeropoint::ui
