// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/views.h"

#include <QObject>
#include <QString>

namespace zeropoint::ui {

/// The run and the layer under the pointer, and the layer that was chosen last: every view that
/// shows them can mark them, and a layer that is chosen on one page is the one that the others
/// show. What was chosen is kept by the view state.
class Highlight : public QObject {
    Q_OBJECT

public:
    explicit Highlight(ViewState<RunChoice>& choice, QObject* parent = nullptr);

    const QString& run() const { return m_run; }  ///< empty: none
    const QString& layer() const { return m_layer; }
    const QString& chosenLayer() const { return m_choice->layer; }

    void setRun(const QString& name);
    void setLayer(const QString& name);
    /// Stays when the pointer leaves.
    void chooseLayer(const QString& name) { m_choice.set(&RunChoice::layer, name); }

signals:
    void runChanged();
    void layerChanged();
    void chosenLayerChanged();

private:
    ViewState<RunChoice>& m_choice;
    QString m_run;
    QString m_layer;
    QString m_told;  ///< the chosen layer, as the listeners know it
};

}  // namespace zeropoint::ui
