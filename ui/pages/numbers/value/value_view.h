// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/facts/number_view.h"

class QBoxLayout;

namespace zeropoint::ui {

class FormatsPopup;
class FormatTable;
class InspectorCard;
class StoredValuesCard;

/// One value in every chosen format, the selected one taken apart.
class ValueView : public NumberView {
    Q_OBJECT

public:
    explicit ValueView(Workbench& bench, QWidget* parent = nullptr);

    void show(const NumberState& state) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectSignals();
    void openFormats();

    NumberState m_state;
    FormatTable* m_table;
    InspectorCard* m_inspector;
    StoredValuesCard* m_stored;
    FormatsPopup* m_formats;
    QBoxLayout* m_cards;
};

}  // namespace zeropoint::ui
