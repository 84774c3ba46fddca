// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

class QButtonGroup;

namespace zeropoint::ui {

class Workbench;
struct PageEntry;

/// The column of page buttons at the left: icon over label, or icons alone when narrow.
class Rail : public QFrame {
    Q_OBJECT

public:
    Rail(const std::vector<PageEntry>& pages, Workbench& bench, QWidget* parent = nullptr);
    void setCurrent(int index);
    void setNarrow(bool narrow);
    /// A small number on a page's button; 0: none.
    void setBadge(const QString& page, int number);

private:
    QButtonGroup* m_buttons;
};

}  // namespace zeropoint::ui
