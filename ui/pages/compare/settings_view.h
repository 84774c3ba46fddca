// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/compare/setting_studies.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace zeropoint::ui {

class ColumnCard;
class DifferenceCard;
class HeatPlot;
class Notice;
class Segment;
class Workbench;
struct SettingScene;

/// The current tensor under two to six settings as columns that share their axes and their
/// pointer.
class SettingsView : public QWidget {
    Q_OBJECT

public:
    explicit SettingsView(Workbench& bench, QWidget* parent = nullptr);

    const SettingStudies& studies() const { return *m_studies; }

signals:
    void calibrateRequested();
    void changed();  ///< studies or columns

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildBar();
    QWidget* buildHeat();
    QMenu* presetMenu(QWidget* parent);
    void connectCard(int column);
    void edit(int column);
    void choose(int column);
    void point(std::optional<double> value);
    /// The cards that the columns need, and their places.
    void arrange();
    void refresh();
    void refreshCard(int column, const SettingScene& shared);
    TableContent table() const;
    QList<QWidget*> shownPlots() const;

    Workbench& m_bench;
    SettingStudies* m_studies;
    QPushButton* m_add = nullptr;
    QWidget* m_area = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_hint = nullptr;
    Notice* m_leftOut = nullptr;  ///< what is in no figure
    QWidget* m_heatCard = nullptr;
    HeatPlot* m_heat = nullptr;
    DifferenceCard* m_difference = nullptr;
    std::vector<ColumnCard*> m_cards;
    std::vector<QPushButton*> m_places;  ///< dashed: a setting can be added there
};

}  // namespace zeropoint::ui
