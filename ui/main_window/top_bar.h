// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QMenu;
class QToolButton;

namespace zeropoint::ui {

class Chip;
class Workbench;

/// Logo with the program's menu, the source and scheme chips, theme switch, coach switch.
class TopBar : public QFrame {
    Q_OBJECT

public:
    explicit TopBar(Workbench& bench, QWidget* parent = nullptr);
    /// The menu behind the logo, for the window to fill.
    QMenu* programMenu() const { return m_menu; }
    void setDark(bool dark);
    void setCoachOpen(bool open);
    void setCompact(bool compact);

private:
    QWidget* buildThemes();
    void refresh();
    void fillSourceMenu();
    void fillSchemeMenu();

    Workbench& m_bench;
    QMenu* m_menu;
    QToolButton* m_logo;
    Chip* m_source;
    Chip* m_scheme;
    QToolButton* m_light;
    QToolButton* m_dark;
    QToolButton* m_coach;
};

}  // namespace zeropoint::ui
