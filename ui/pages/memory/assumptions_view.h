// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace zeropoint {
struct Architecture;
}

namespace zeropoint::ui {

class SettingsCatalogue;
class Workbench;

/// Every assumption behind the bars as a row: what it is, its control, the formula that it stands
/// in with the numbers of the bar that is explained, and the published figure that it explains.
class AssumptionsView : public QWidget {
    Q_OBJECT

public:
    explicit AssumptionsView(Workbench& bench, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Row {
        int part = -1;  ///< whose formula it shows; -1: none
        QLabel* formula = nullptr;
        QLabel* explains = nullptr;
    };
    void addTitle(const QString& title);
    /// `part` is a MemoryPart, or -1.
    Row& add(const QString& what, QWidget* control, int part);
    void buildShapes();
    void buildWeights();
    void buildCache();
    void buildTraining();
    void buildDevice();
    QWidget* flag(const QString& name, const QString& text);
    QWidget* count(const QString& name, const QString& label);
    void refresh();
    void refreshCount();
    void refreshForm(const Architecture& architecture);

    Workbench& m_bench;
    SettingsCatalogue& m_settings;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    std::size_t m_formRow = 0;
    std::size_t m_statesRow = 0;
    std::size_t m_countRow = 0;
    QPushButton* m_fromShapes = nullptr;
};

}  // namespace zeropoint::ui
