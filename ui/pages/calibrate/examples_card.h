// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QListWidgetItem;

namespace zeropoint::ui {

class ChoiceList;
class Workbench;

/// The teaching tensors, each a click away: one place in the order of Tab, with arrows inside.
class ExamplesCard : public QFrame {
    Q_OBJECT

public:
    explicit ExamplesCard(Workbench& bench, QWidget* parent = nullptr);

private:
    void choose(const QListWidgetItem* item);
    void follow();

    Workbench& m_bench;
    ChoiceList* m_list;
};

}  // namespace zeropoint::ui
