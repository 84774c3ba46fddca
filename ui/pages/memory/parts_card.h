// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class PartsList;
class Workbench;

/// The bar that is explained, part by part.
class PartsCard : public QFrame {
    Q_OBJECT

public:
    explicit PartsCard(Workbench& bench, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    Workbench& m_bench;
    QLabel* m_title;
    PartsList* m_parts;
};

}  // namespace zeropoint::ui
