// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/number_state.h"

#include <QFrame>
#include <QMap>

class QCheckBox;
class QComboBox;

namespace zeropoint::ui {

class NumberField;
class Segment;

/// Which formats have a row, and how values are rounded into them.
class FormatsPopup : public QFrame {
    Q_OBJECT

public:
    explicit FormatsPopup(QWidget* parent = nullptr);

    void show(const NumberState& state);

signals:
    void changed(const zeropoint::ui::NumberState& state);

private:
    QWidget* makePresets();
    QWidget* makeFormats();
    QWidget* makeRules();
    void connectRules();
    void takeFormats();
    void send(NumberState next);

    NumberState m_state;
    QMap<QString, QCheckBox*> m_checks;
    NumberField* m_seed = nullptr;
    QComboBox* m_rounding;
    Segment* m_overflow;
    QCheckBox* m_scaleFloats;
};

/// The formats of a preset by rising index: classic, LLM, 8-bit floats, 4-bit.
QStringList presetFormats(int preset);

}  // namespace zeropoint::ui
