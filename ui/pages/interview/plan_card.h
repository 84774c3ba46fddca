// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class DayChart;
class Interview;
class SettingsCatalogue;

/// What falls due in the next days, or what was answered in the last ones; how many new cards a
/// day; and the topics whose rubric lines are missed most.
class PlanCard : public QFrame {
    Q_OBJECT

public:
    PlanCard(Interview& interview, SettingsCatalogue& settings, QWidget* parent = nullptr);

private:
    void refresh();
    QString caption() const;
    void showAhead();
    void showBehind();

    Interview& m_interview;
    DayChart* m_chart;
    QLabel* m_weak;
};

}  // namespace zeropoint::ui
