// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QPushButton;

namespace zeropoint::ui {

class FilesView;
class LazyStack;
class ScanView;
class SettingsView;
class WholeLabel;

/// Side by side: one tensor under several settings, two files of one model, and every weight
/// of a model under the settings.
class ComparePage : public Page {
    Q_OBJECT

public:
    explicit ComparePage(Workbench& bench, QWidget* parent = nullptr);

    CoachText coachText() const override;
    QStringList statusTexts() const override;
    int narrowBelow() const override;
    QStringList viewNames() const override;
    void showView(int view) override;
    /// Brings up the whole model and scans it anew.
    void scanModel();
    /// Of the two files or the scan that is shown, as far as they were read.
    void exportReport();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildSettings();
    QWidget* buildFiles();
    QWidget* buildScan();
    void showSegment();
    void arrange();

    Workbench& m_bench;
    LazyStack* m_stack;
    SettingsView* m_settings = nullptr;
    FilesView* m_files = nullptr;
    ScanView* m_scan = nullptr;
    WholeLabel* m_subtitle = nullptr;
    QPushButton* m_report = nullptr;
};

}  // namespace zeropoint::ui
