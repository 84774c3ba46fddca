// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/analysis_tab.h"

#include "ui/controls/how_known.h"
#include "ui/controls/notice.h"
#include "ui/controls/whole_label.h"
#include "ui/text/messages.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int restMilliseconds = 120;

}  // namespace

AnalysisTab::AnalysisTab(Workbench& bench, const QString& title, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_column(new QVBoxLayout(this)),
      m_header(new QWidget(this)),
      m_hint(new WholeLabel(QString(), m_header)),
      m_problem(new Notice(this)),
      m_rest(new QTimer(this)) {
    setProperty("role", "card");
    auto* heading = new QLabel(title, m_header);
    heading->setProperty("role", "cardTitle");
    m_hint->setProperty("role", "secondary");
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(heading);
    row->addWidget(m_hint, 1);
    m_column->setContentsMargins(16, 8, 16, 10);
    m_column->setSpacing(6);
    m_column->addWidget(m_header);
    m_problem->floatOver(this, Qt::BottomEdge);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMilliseconds);
    connect(m_rest, &QTimer::timeout, this, [this] {
        if (isVisible() && m_bench.source()) {
            work();
        }
    });
    connect(&bench, &Workbench::schemeChanged, this, &AnalysisTab::changed);
}

void AnalysisTab::addToHeader(QWidget* widget) {
    static_cast<QHBoxLayout*>(m_header->layout())->addWidget(widget);
}

void AnalysisTab::setHint(const QString& text, const QString& known) {
    setHowKnown(m_hint, known, !known.isEmpty());
    m_hint->setText(text);
    m_hint->setToolTip(text);
}

void AnalysisTab::setProblem(const QString& text) {
    m_problem->setText(m_reason.isEmpty() ? text : m_reason);
}

void AnalysisTab::showUnless(const QString& reason, std::initializer_list<QWidget*> parts) {
    m_reason = reason;
    setProblem({});
    for (QWidget* part : parts) {
        part->setVisible(reason.isEmpty());
    }
}

void AnalysisTab::changed() {
    m_stale = true;
    if (isVisible()) {
        catchUp();
    }
}

void AnalysisTab::ended(const Error& error) {
    m_stale = true;
    setProblem(error.code == ErrorCode::Cancelled
                   ? tr("Measuring was stopped. It starts again with the next change, and when "
                        "this tab is shown again.")
                   : errorText(error));
}

void AnalysisTab::catchUp() {
    if (m_bench.source()) {
        m_stale = false;
        follow();
        m_rest->start();
    }
}

void AnalysisTab::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    if (m_stale) {
        catchUp();
    }
}

}  // namespace zeropoint::ui
