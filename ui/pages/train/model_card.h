// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class ModelDiagram;
class TrainingSession;

/// The block diagram of the run that is looked at, or of the next one.
class ModelCard : public QFrame {
    Q_OBJECT

public:
    explicit ModelCard(TrainingSession& session, QWidget* parent = nullptr);

    ModelDiagram* diagram() const { return m_diagram; }

    /// Two lines on what the method saves and costs; the Coach has them where there is no room.
    void setCostsVisible(bool visible);

private:
    void refresh();

    TrainingSession& m_session;
    QLabel* m_subtitle;
    QLabel* m_summary;
    QLabel* m_costs;
    ModelDiagram* m_diagram;
};

}  // namespace zeropoint::ui
