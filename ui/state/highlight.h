// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace zeropoint::ui {

/// The run and the layer under the pointer, and the layer that was chosen last: every view that
/// shows them can mark them, and a layer that is chosen on one page is the one that the others
/// show.
class Highlight : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const QString& run() const { return m_run; }  ///< empty: none
    const QString& layer() const { return m_layer; }
    const QString& chosenLayer() const { return m_chosenLayer; }

    void setRun(const QString& name);
    void setLayer(const QString& name);
    /// Stays when the pointer leaves.
    void chooseLayer(const QString& name);

signals:
    void runChanged();
    void layerChanged();
    void chosenLayerChanged();

private:
    QString m_run;
    QString m_layer;
    QString m_chosenLayer;
};

}  // namespace zeropoint::ui
