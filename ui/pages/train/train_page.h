// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QGridLayout;

namespace zeropoint::ui {

class CurvesCard;
class InsideCard;
class ModelCard;
class NextRunCard;
class RunsCard;
class Segment;
class TrainingSession;

/// Train a small transformer and watch what it learns.
class TrainPage : public Page {
    Q_OBJECT

public:
    explicit TrainPage(Workbench& bench, QWidget* parent = nullptr);

    CoachText coachText() const override;
    QStringList statusTexts() const override;
    int narrowBelow() const override;
    QStringList viewNames() const override;
    void showView(int view) override;
    /// Ask where to, where from.
    void saveCheckpoint();
    void saveQuantized();
    void openCheckpoint();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildLeft();
    QWidget* buildNext();
    void askWhere(const QString& name, const QString& title,
                  void (TrainingSession::*save)(const QString& file));
    void connectSignals();
    void arrange();
    void placeForm(int left);
    void followHighlight();
    void followLayer();
    void lookAtNode();
    void openNode();

    Workbench& m_bench;
    TrainingSession& m_session;
    ModelCard* m_model;
    CurvesCard* m_curves;
    RunsCard* m_runs;
    InsideCard* m_inside;
    NextRunCard* m_next;
    Segment* m_tabs = nullptr;
    QGridLayout* m_parts;  ///< the diagram, what stands below it, and the form
    QWidget* m_left;
    QWidget* m_nextCard;
    bool m_wholeForm = false;  ///< the form is as high as the page
};

}  // namespace zeropoint::ui
