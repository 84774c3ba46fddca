// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace zeropoint::ui {

/// The run and the layer under the pointer, so that every view that shows them can mark them.
class Highlight : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const QString& run() const { return m_run; }  ///< empty: none
    const QString& layer() const { return m_layer; }

    void setRun(const QString& name);
    void setLayer(const QString& name);

signals:
    void runChanged();
    void layerChanged();

private:
    QString m_run;
    QString m_layer;
};

}  // namespace zeropoint::ui
