// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class QLineEdit;
class QListWidget;

namespace zeropoint::ui {

class NumberField;
class Notice;
class Workbench;

/// Opens the list of devices: which are shown, and one's own.
class DevicesButton : public QToolButton {
    Q_OBJECT

public:
    explicit DevicesButton(Workbench& bench, QWidget* parent = nullptr);

private:
    void build();
    QWidget* buildOwn();
    void fill();
    void takeChecks();
    void addOwn();
    void removeOwn();

    Workbench& m_bench;
    QWidget* m_popup = nullptr;
    QListWidget* m_list = nullptr;
    QLineEdit* m_name = nullptr;
    NumberField* m_memory = nullptr;
    NumberField* m_bandwidth = nullptr;
    Notice* m_notice = nullptr;
};

}  // namespace zeropoint::ui
